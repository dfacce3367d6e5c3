"""Whatever the markup: nothing is lost, nothing is invented, and every block says where it stands."""

import unicodedata

from hypothesis import example, given, settings
from hypothesis import strategies as st

from shelflist.errors import ReadError
from shelflist.extract.document import parse_text
from shelflist.extract.page import read_html
from shelflist.extract.text import INVISIBLE, tidy
from shelflist.models.page import Block
from tests.extract.markup import BLOCK, DROPPED, INLINE, TABLE, markup
from tests.extract.reading import HTML, URL, read_content, source


def visible(text: str) -> str:
    """`text` without white space, decomposed; characters that are trimmed at the ends of lines do not count."""
    shown = "".join(character for character in text if not character.isspace() and character not in INVISIBLE)
    return unicodedata.normalize("NFD", shown)


@given(markup(INLINE + BLOCK))
@settings(max_examples=300, deadline=None)
@example("<p><em>one<p>two<br>three")
@example("<p>e<em>\u0301</em>")
@example("<p>\u200b</p><p>a\ufeff</p>")
def test_every_visible_character_is_in_one_block_in_order(html: str) -> None:
    read = read_content(html)
    assert visible("".join(block.text for block in read.blocks)) == visible(read.content_text)
    assert read.coverage == 1.0


@given(markup(INLINE + BLOCK + TABLE))
@settings(max_examples=300, deadline=None)
def test_tables_only_add_separators_between_cells(html: str) -> None:
    read = read_content(html)
    found, whole = visible("".join(block.text for block in read.blocks)), visible(read.content_text)
    assert found.replace(",", "") == whole.replace(",", "") and found.count(",") >= whole.count(",")
    assert read.coverage == 1.0


@given(markup(INLINE + BLOCK))
@settings(max_examples=200, deadline=None)
def test_positions_point_at_the_sources_own_characters(html: str) -> None:
    read = read_content(html)
    end = 0
    for block in read.blocks:
        assert end <= block.text_start < block.text_end <= len(read.content_text)
        assert tidy(read.content_text[block.text_start : block.text_end]) == block.text
        end = block.text_end


@given(markup(INLINE + BLOCK + TABLE))
@settings(max_examples=200, deadline=None)
def test_a_dom_path_selects_the_element_that_holds_the_block(html: str) -> None:
    shown = html.replace(DROPPED, "")
    tree = parse_text(f"<!doctype html><div class=entry-content>{shown}</div>", "test")
    for block in read_content(shown).blocks:
        css = ".entry-content" + (f" > {block.dom_path}" if block.dom_path else "")
        (element,) = tree.css(css)
        assert visible(block.text).replace(",", "") in visible(element.text()).replace(",", "")


@given(markup(INLINE + BLOCK + TABLE))
@settings(max_examples=200, deadline=None)
def test_links_and_emphasis_lie_within_their_text(html: str) -> None:
    for block in read_content(html).blocks:
        assert block.text == tidy(block.text) != ""
        assert all(block.text[link.start : link.end] == link.text == link.text.strip() for link in block.links)
        assert [link.start for link in block.links] == sorted(link.start for link in block.links)
        assert all(0 <= span.start < span.end <= len(block.text) for span in block.emphasis)
        assert _apart(block)


def _apart(block: Block) -> bool:
    bounds = [bound for span in block.emphasis for bound in (span.start, span.end)]
    return bounds == sorted(bounds)


@given(st.one_of(markup(INLINE + BLOCK + TABLE), st.text(max_size=200)), st.binary(max_size=60))
@settings(max_examples=150, deadline=None)
def test_any_bytes_give_the_same_page_twice_or_a_read_error(html: str, noise: bytes) -> None:
    payload = b"<div class=entry-content>" + noise + html.encode("utf-8", "surrogatepass") + noise

    def read() -> object:
        try:
            return read_html(payload, HTML, URL, source())
        except ReadError as error:
            return str(error)

    assert read() == read()
