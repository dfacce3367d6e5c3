"""Tables whose columns the source file names, definition lists, and lists within lists."""

import pytest

from shelflist.extract.outline import outlined
from shelflist.extract.page import read_html
from shelflist.models.page import Block, BlockKind, Page
from tests.extract.reading import HTML, URL, blocks, lines, source

YEAR_FIRST = {"css": "table.works", "holds": ["date", "title", "publisher", "extent"]}
WITH_AUTHOR = {"css": "table.works", "holds": ["date", "title", "author", "publisher", "extent"]}


def read(html: str, *columns: object) -> Page:
    body = f"<!doctype html><div class=entry-content>{html}</div>"
    return read_html(body.encode(), HTML, URL, source(columns=columns))


def rows(html: str, *columns: object) -> list[str]:
    return [block.text for block in read(html, *columns).blocks if block.kind is BlockKind.LINE]


def test_cells_are_put_in_the_order_of_a_line_and_bare_numbers_get_their_unit() -> None:
    html = """<table class=works><tr><th>Year<th>Title<th>Publisher<th>Pages
        <tr><td>1891<td><a href=n.pdf>News from Nowhere</a><td>Reeves and Turner, London<td>238
        <tr><td>n.d.<td>Song<td>&nbsp;<td>8 leaves</table>"""
    assert rows(html, YEAR_FIRST) == [
        "News from Nowhere, Reeves and Turner, London, 1891, 238 pages",
        "Song, n.d. 8 leaves",
    ]


def test_the_number_of_cells_tells_which_columns_are_meant() -> None:
    html = "<table class=works><tr><td>1930<td>Looms<td>Rewi Ash<td>Weft Press<td>40</table>"
    assert rows(html, YEAR_FIRST, WITH_AUTHOR) == ["Looms, Rewi Ash, Weft Press, 1930, 40 pages"]
    assert rows(html, YEAR_FIRST) == ["1930, Looms, Rewi Ash, Weft Press, 40"]


def test_other_tables_stay_as_they_stand() -> None:
    assert rows("<table><tr><td>1930<td>Looms<td>Weft Press<td>40</table>", YEAR_FIRST) == [
        "1930, Looms, Weft Press, 40"
    ]


def test_a_row_in_another_order_still_says_where_it_stands() -> None:
    page = read("<table class=works><tr><td>1930<td>Looms<td>Weft Press<td>40</table>", YEAR_FIRST)
    (block,) = page.blocks
    assert (block.text_start, block.text_end) == (0, len("1930LoomsWeft Press40"))
    assert page.text_coverage == 1.0


def test_terms_that_are_never_closed_leave_no_space_before_the_comma() -> None:
    assert lines("<dl><dt><a href=m.pdf><em>The Mill Hands</em></a>\n<dd>Leeds, 1954, 281 pages.</dl>") == [
        "The Mill Hands, Leeds, 1954, 281 pages."
    ]


def test_a_description_that_links_its_imprint_belongs_to_its_term() -> None:
    html = "<dl><dt>The Mill Hands<dd><a href=m.pdf>Leeds, 1954, 281 pages.</a></dl>"
    assert lines(html) == ["The Mill Hands, Leeds, 1954, 281 pages."]


def paths(found: tuple[Block, ...]) -> dict[str, tuple[str, ...]]:
    return {block.text.partition(",")[0]: block.heading_path for block in found}


def test_bold_words_of_a_list_item_head_the_list_within_it_and_no_more() -> None:
    found = blocks(
        "<p><b>Books</b><ul><li><b>Rewi Ash</b><ul><li>The Mill Hands, Leeds, 1954, 281 pages.<li><b>Verse</b>"
        "<ul><li>Looms, Leeds, 1960, 12 pages.</ul></ul><li>Weft, Tom Elm, Leeds, 1955, 40 pages.</ul>"
        "<p>Warp, Leeds, 1956, 9 pages."
    )
    above = paths(found)
    assert above["The Mill Hands"] == ("Books", "Rewi Ash")
    assert above["Looms"] == ("Books", "Rewi Ash", "Verse")
    assert above["Weft"] == above["Warp"] == ("Books",)


def test_the_headings_of_list_items_stay_theirs_when_parts_are_joined() -> None:
    found = blocks(
        "<p><b>Books</b><ul><li><b>Ash</b><ul><li>Weft, Leeds, 1955, 40 pages.</ul></ul><p>Warp, Leeds, 1956, 9 pages."
    )
    assert tuple(outlined(found)) == found
    assert paths(found)["Warp"] == ("Books",)


@pytest.mark.parametrize("tag", ["ul", "ol", "menu", "dir"])
def test_every_kind_of_list_counts(tag: str) -> None:
    inner = f"<{tag}><li>Weft, Leeds, 1955, 40 pages.</{tag}>"
    found = blocks(f"<{tag}><li><b>Ash</b>{inner}<li>Warp, Leeds, 1956, 9 pages.</{tag}>")
    assert paths(found) == {"Ash": (), "Weft": ("Ash",), "Warp": ()}


def test_links_to_works_that_are_pages_of_the_site_are_no_navigation() -> None:
    html = "<dl><dt><a href=/works/mill/><em>The Mill Hands</em></a><dt><a href=/other/>Other lists</a></dl>"
    kinds = [block.kind for block in blocks(html)]
    assert kinds == [BlockKind.NAVIGATION, BlockKind.NAVIGATION]
    body = f"<!doctype html><div class=entry-content>{html}<p><a href=http://elsewhere.example/works/>x</a></div>"
    found = read_html(body.encode(), HTML, URL, source(documents=["^/works/"])).blocks
    assert [block.kind for block in found] == [BlockKind.LINE, BlockKind.NAVIGATION, BlockKind.LINE]
    assert [link.is_work for block in found for link in block.links] == [True, False, False]
