"""What a page says of itself, through either door, and how its parts become one."""

import json
from datetime import UTC, datetime
from typing import Any

import pytest

from shelflist.errors import ReadError, SelectorError
from shelflist.extract.document import parse_text
from shelflist.extract.offers import offers_of
from shelflist.extract.page import join_parts, read_html, read_rest
from shelflist.models.page import Block, Page, Term
from tests.extract.reading import HOME, HTML, URL, page, source

CONTENT = "<div class=entry-content>{}</div>"
LIST = """<p><a href="/looms/">More on looms</a></p><h2>Novels</h2>
<p><a href="/uploads/m.pdf"><em>The Mill Hands</em></a>, Rewi Ash, Leeds, 1954, 281 pages.</p>
<figure><img><figcaption>The looms</figcaption></figure>"""


def rest(content: str = LIST, **more: Any) -> dict[str, Any]:
    return {
        "id": 22,
        "link": URL,
        "date_gmt": "2021-11-01T10:30:00",
        "modified_gmt": "2022-01-02T03:04:05",
        "title": {"rendered": "Odds &#038; <em>ends</em>"},
        "content": {"rendered": content, "protected": False},
        "categories": [3, 9],
        "tags": [4],
    } | more


def read(post: Any, terms: tuple[Term, ...] = ()) -> Page:
    asked = HOME + "wp-json/wp/v2/posts/22"
    return read_rest(json.dumps(post).encode(), {}, asked, source(), {term.term_id: term for term in terms})


def content_of(blocks: tuple[Block, ...]) -> list[object]:
    return [(b.kind, b.text, b.level, b.heading_path, b.links, b.emphasis) for b in blocks]


def test_a_page_says_who_it_is() -> None:
    body = f"""<article id=post-21><h1 class=entry-title> Odds &amp;
        ends</h1>{CONTENT.format(LIST)}<time class=entry-date datetime=2021-11-01T11:30:00+01:00></time>
        <span class=cat-links><a rel="category tag">USSR</a> <a rel="category tag">Novels</a></span>
        <span class=tags-links><a rel=tag>Looms</a></span></article>"""
    head = """<link rel=canonical href=/the-mill-hands/><link rel=shortlink href="/?p=22">
        <meta property="article:modified_time" content="2022-01-02T03:04:05Z">"""
    read_page = page(body, head)
    assert (read_page.title, read_page.wp_post_id, read_page.canonical_url) == ("Odds & ends", 22, URL)
    assert read_page.date_published == datetime(2021, 11, 1, 10, 30, tzinfo=UTC)
    assert read_page.date_modified == datetime(2022, 1, 2, 3, 4, 5, tzinfo=UTC)
    assert (read_page.categories, read_page.tags, read_page.language) == (("Novels", "USSR"), ("Looms",), "en-GB")
    assert not read_page.protected


@pytest.mark.parametrize(
    ("body", "head", "body_class", "expected"),
    [
        (CONTENT, "<link rel=shortlink href='/?page_id=7'>", "", 7),
        (CONTENT, "", "single postid-22 logged-in", 22),
        (CONTENT, "", "page page-id-4", 4),
        ("<article id=post-5>" + CONTENT + "</article><article id=post-6></article>", "", "", 5),
        (CONTENT, "", "page-template", None),
        (CONTENT, "", "postid-" + "9" * 40, None),
    ],
)
def test_the_post_id_is_found_in_every_theme(body: str, head: str, body_class: str, expected: int | None) -> None:
    assert page(body, head, body_class).wp_post_id == expected


def test_both_doors_give_the_same_blocks() -> None:
    html = page(f"<h1 class=entry-title>Odds</h1><div class=entry-content>\n\t{LIST}\n</div>")
    assert html.blocks == read(rest()).blocks
    assert html.content_hash == read(rest()).content_hash


def test_a_rest_answer_says_who_it_is() -> None:
    found = read(rest(), (Term(3, "USSR", "ussr"), Term(4, "Looms", "looms")))
    assert (found.url, found.canonical_url, found.wp_post_id, found.title) == (URL, URL, 22, "Odds & ends")
    assert found.date_modified == datetime(2022, 1, 2, 3, 4, 5, tzinfo=UTC)
    assert (found.categories, found.tags, found.json_pointer) == (("USSR",), ("Looms",), "/content/rendered")


def test_a_stray_closing_tag_in_a_rest_answer_ends_nothing() -> None:
    assert [b.text for b in read(rest("<style>s</style><p>One.</p></div></body><p>Two.")).blocks] == ["One.", "Two."]


def test_a_protected_page_has_no_blocks_through_either_door() -> None:
    form = CONTENT.format("<p>Protected.</p><form class=post-password-form><label>Password</label></form>")
    html = page("<h1 class=entry-title>Protected: Odds</h1>" + form)
    assert (html.protected, html.blocks, html.title) == (True, (), "Odds")
    said = read(rest() | {"content": {"rendered": "", "protected": True}})
    assert (said.protected, said.blocks) == (True, ())


@pytest.mark.parametrize(
    "payload",
    [
        b"",
        b"<html>",
        b"[]",
        b'{"code":"rest_forbidden","message":"no"}',
        b'{"id":"22"}',
        b'{"id":22,"link":"x","content":"no"}',
        b"[" * 100_000,
        b'{"id":' + b"9" * 10_000 + b"}",
    ],
)
def test_an_answer_that_is_no_post_is_told_with_place_found_and_expected(payload: bytes) -> None:
    with pytest.raises(ReadError, match=r"^http://x/.*: (found .*, expected |WordPress answered 'rest_forbidden')"):
        read_rest(payload, {}, "http://x/", source())


def test_a_selector_that_misses_is_told_by_name() -> None:
    with pytest.raises(SelectorError, match=r"selector content \('\.entry-content'\) matched 2, expected 1"):
        page(CONTENT.format("") * 2)
    with pytest.raises(SelectorError, match="valid CSS"):
        read_html(b"<p>", HTML, URL, source(content={"css": "p:::"}))


def test_an_element_that_two_parts_of_a_selector_match_is_read_once() -> None:
    html = b"<div class='a b'><p>One.</p><div class=a><p>Two.</p></div></div>"
    found = read_html(html, HTML, URL, source(content={"css": ".a, .b", "count": "1+"}))
    assert [block.text for block in found.blocks] == ["One.", "Two."]


def test_several_content_elements_are_read_in_order() -> None:
    html = b"<div class=a><p>One.</p></div><p>Not this.</p><div class=a><p>Two.</p></div>"
    found = read_html(html, HTML, URL, source(content={"css": ".a", "count": "1+"}))
    assert [(block.text, block.text_start) for block in found.blocks] == [("One.", 0), ("Two.", 4)]


def test_nothing_outside_the_content_is_read() -> None:
    found = page(
        CONTENT.format("<p>One.</p>") + "<div id=comments><p>The Secret Loom, Leeds, 1981, 105 pages.</p></div>"
    )
    assert [block.text for block in found.blocks] == ["One."]


def test_base_href_is_honoured() -> None:
    found = page(CONTENT.format("<p><a href=m.pdf>Mill</a>, 5 pages</p>"), "<base href=/files/>")
    assert found.blocks[0].links[0].url == HOME + "files/m.pdf"


@pytest.mark.parametrize("content_type", ["application/pdf", "image/jpeg", "application/json"])
def test_what_is_no_html_is_refused(content_type: str) -> None:
    with pytest.raises(ReadError, match="expected HTML"):
        read_html(b"%PDF", {"content-type": content_type}, URL, source())


# parts


def part_links(current: int) -> str:
    """Links to three parts as a theme writes them."""
    pages = [f"<a class=post-page-numbers href={URL}{f'{n}/' if n > 1 else ''}>{n}</a>" for n in (1, 2, 3)]
    pages[current - 1] = f"<span class=current>{current}</span>"
    return f"<nav class=page-links>Page {' '.join(pages)}</nav>"


def part(number: int, html: str) -> Page:
    url = URL if number == 1 else f"{URL}{number}/"
    return page(CONTENT.format(html + part_links(number)), url=url)


def test_a_part_names_the_next_one() -> None:
    found = [part(number, "<p>One.</p>").next_part for number in (1, 2, 3)]
    assert found == [URL + "2/", URL + "3/", None]


def test_an_address_that_ends_in_a_number_is_no_part() -> None:
    links = "<nav class=page-links><a href=/1848/2/>2</a></nav>"
    assert page(CONTENT.format(links), url=HOME + "1848/").next_part == HOME + "1848/2/"


def test_joined_parts_equal_the_undivided_post() -> None:
    texts = ("<h2>N</h2><p><b>B</b></p><p>One.</p>", "<p>Two.</p><p><b>C</b></p>", "<p>Three.</p><h3>M</h3>")
    joined = join_parts([part(number, text) for number, text in enumerate(texts, start=1)])
    whole = read(rest("".join(texts)))
    assert content_of(joined.blocks) == content_of(whole.blocks)
    assert joined.content_hash == whole.content_hash
    assert [block.part for block in joined.blocks] == [1, 1, 1, 2, 2, 3, 3]
    assert joined.text_coverage == 1.0


def test_a_page_by_itself_is_its_only_part() -> None:
    alone = page(CONTENT.format("<p>One.</p>"))
    assert join_parts([alone]) is alone


def test_the_hash_is_of_words_and_targets_not_of_markup() -> None:
    base = page(CONTENT.format("<p>One <a href=m.pdf>Mill</a></p>")).content_hash
    assert (
        page(CONTENT.format("\n<div><p class=x>One  <a href='m.pdf' rel=x>Mill</a>\n</p></div>")).content_hash == base
    )
    assert page(CONTENT.format("<p>One <a href=n.pdf>Mill</a></p>")).content_hash != base
    assert page(CONTENT.format("<h2>One <a href=m.pdf>Mill</a></h2>")).content_hash != base


def test_what_a_new_layout_offers_is_a_selector_that_fits_once() -> None:
    """Block themes give their groups one class, and name the content by another."""
    line = "<p>The Mill Hands, Rewi Ash, Leeds, 1954, 281 pages.</p>"
    group = '<div class="is-layout-flow wp-block-group"><p>x</p></div>'
    body = f'{group}<div class="is-layout-flow entry-body">{line * 4}</div>{group}'
    assert offers_of(parse_text(body, URL)) == (("div.entry-body", 4),)
