"""Headings, captions and navigation are told from lines."""

import pytest

from shelflist.models.page import BlockKind
from tests.extract.reading import HOME, blocks, kinds

MILL = "The Mill Hands, Rewi Ash, Leeds, 1954, 281 pages."


def only_kind(html: str) -> str:
    ((kind, _),) = kinds(html)
    return kind


@pytest.mark.parametrize(
    "html",
    [
        "<h3>Novels</h3>",
        "<p><strong>Novels</strong></p>",
        "<p><b>Chell Boda [Chell Bo] (1904-1989)</b>:</p>",
        '<p><span style="text-decoration: underline;"><strong>Novels</strong></span></p>',
        "<p><span style='font-weight:bold'>Novels<br>and Plays</span></p>",
        "<p><u>Novels</u></p>",
        "<ul><li><strong>Novels</strong><ul><li>One</li></ul></li></ul>",
        "<table><tr><th>Novels</th></tr></table>",
    ],
)
def test_bold_paragraphs_are_headings(html: str) -> None:
    assert kinds(html)[0][0] == "heading"


@pytest.mark.parametrize(
    "html",
    [
        f"<p><strong>{MILL}</strong></p>",
        "<p><strong>The Mill Hands, Rewi Ash, Weft Press, Leeds, 1954</strong></p>",
        "<p><strong><a href=m.pdf>The Mill Hands</a></strong></p>",
        "<p><strong>Novels</strong> and plays</p>",
        "<p><strong>Please note that we have moved our looms to the other side.</strong></p>",
        f"<p><strong>{'Novels and plays ' * 12}</strong></p>",
        "<ul><li><strong>The Mill Hands</strong></li></ul>",
        "<p><em>The Mill Hands</em></p>",
        f"<h4><a href=m.pdf>The Mill Hands</a>, {MILL}</h4>",
        f"<figure><figcaption><a href=m.pdf>{MILL}</a></figcaption></figure>",
    ],
)
def test_what_reads_like_an_entry_is_a_line(html: str) -> None:
    assert only_kind(html) == "line"


@pytest.mark.parametrize(
    "html",
    [
        "<figure><img><figcaption>The looms, 1918</figcaption></figure>",
        "<div class=wp-caption><img><p class=wp-caption-text>The looms</p></div>",
        "<figure class=gallery-item><figcaption class=gallery-caption>The looms<br>at work</figcaption></figure>",
        "<table><caption>The looms</caption></table>",
    ],
)
def test_captions(html: str) -> None:
    assert only_kind(html) == "caption"


@pytest.mark.parametrize(
    "html",
    [
        "<p><a href=/weaving/>Weaving</a></p>",
        f"<p>» <a href={HOME}weaving/>Weaving, 1956-1991</a></p>",
        "<p><strong><a href=/weaving/>Weaving</a></strong></p>",
        "<p><a href=/a/>One</a> | <a href=/b.html>Two</a></p>",
        "<p>More on weaving</p>",
        "<p><a href=http://elsewhere.test/>More on the looms</a></p>",
        "<h3><a href=/weaving/>More on weaving</a></h3>",
        "<nav>Page 1 <a href=m.pdf>2</a></nav>",
        "<p><a href=#top>Back to top</a></p>",
    ],
)
def test_lines_that_lead_elsewhere(html: str) -> None:
    assert only_kind(html) == "navigation"


@pytest.mark.parametrize(
    "html",
    [
        "<p><a href=/m.pdf>Weaving</a></p>",
        "<p><a href=/weaving/ rel='attachment wp-att-7'>Weaving</a></p>",
        f"<p><a href=/weaving/>{MILL}</a></p>",
        "<p><a href=/weaving/>Weaving, Leeds 1966</a></p>",
        "<p><a href=http://elsewhere.test/weaving/>Weaving</a></p>",
        "<p><a href=mailto:a@archive.test>a@archive.test</a></p>",
        "<p><a href=m.pdf>More on weaving</a>, Ida Weft, Leeds</p>",
        "<p>See <a href=/weaving/>Weaving</a></p>",
    ],
)
def test_lines_that_only_look_so(html: str) -> None:
    assert only_kind(html) == "line"


def test_every_block_knows_the_headings_it_stands_under() -> None:
    found = blocks(
        "<p>a<h2 id=n>N</h2><p>b<p><b>B1</b><p>c<p><b>B2</b><h3>T</h3><p><b>B3</b><p>d<h2>M</h2><p>e"
    )  # fmt: skip
    assert [(block.text, block.level, block.heading_path) for block in found] == [
        ("a", None, ()),
        ("N", 2, ()),
        ("b", None, ("N",)),
        ("B1", 3, ("N",)),
        ("c", None, ("N", "B1")),
        ("B2", 3, ("N",)),
        ("T", 3, ("N",)),
        ("B3", 4, ("N", "T")),
        ("d", None, ("N", "T", "B3")),
        ("M", 2, ()),
        ("e", None, ("M",)),
    ]
    assert found[1].anchor == "n"


def test_an_unclosed_heading_heads_only_its_first_paragraph() -> None:
    assert kinds(f"<h2>Novels<p>{MILL}</p><p>Looms</p>") == [("heading", "Novels"), ("line", MILL), ("line", "Looms")]


def test_an_unclosed_strong_makes_no_headings_of_the_paragraphs_below() -> None:
    assert kinds("<p><b>Novels</p>\n<p>Looms</p>\n<p>Mills</p>") == [
        ("heading", "Novels"),
        ("line", "Looms"),
        ("line", "Mills"),
    ]


def test_a_heading_keeps_its_own_path_whatever_is_in_it() -> None:
    (block,) = blocks("<h2><div><b>Novels</b></div></h2>")
    assert (block.kind, block.level, block.dom_path) == (BlockKind.HEADING, 2, "h2:nth-of-type(1)")
