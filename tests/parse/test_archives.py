"""Lines as other archives write them: the size of the file, editions under their work, houses with commas."""

import pytest

from shelflist.extract.fragment import read_fragment
from shelflist.models.citation import Citation
from shelflist.parse.line import Context, read_line
from shelflist.parse.page import read_page
from shelflist.parse.vocabulary.lookups import USUAL
from tests.extract.reading import page


def citation(html: str) -> Citation:
    found = read_line(read_fragment(html), Context()).citation
    assert found is not None
    return found


@pytest.mark.parametrize(
    "file",
    [
        "<a href=f.pdf>PDF format</a> [31,162 KB]",
        "[<a href=f.pdf>PDF: 18,340 KB</a>]",
        "<a href=f.pdf>PDF format</a> [5,114 KB]; <a href=f.mobi>MOBI format</a> [402 KB]",
        "<a href=f.txt>Full text</a>",
    ],
)
def test_the_name_of_a_file_format_is_no_title(file: str) -> None:
    found = citation(f"“Looms and Men”, by Rewi Ash, (Leeds: Weft Press, 1954), 281 pages. {file}")
    assert (found.title, found.page_count, found.unparsed_remainder) == ("Looms and Men", 281, None)
    assert found.notes != ()


@pytest.mark.parametrize(
    ("imprint", "publisher"),
    [
        ("London: Longmans, Green, 1894", "Longmans, Green"),
        ("New York: Miller, Orton and Mulligan, 1855", "Miller, Orton and Mulligan"),
        ("London: Heinemann, 1965", "Heinemann"),
    ],
)
def test_a_house_with_commas_is_one_house_after_its_place(imprint: str, publisher: str) -> None:
    for html in (
        f"“Looms and Men”, by Rewi Ash, ({imprint}), 281 pages.",
        f"Ash, Rewi. <i>Looms and Men</i>. {imprint}. 281 pp.",
    ):
        assert citation(html).publisher == publisher


def test_a_place_alone_before_its_year_loses_its_colon() -> None:
    assert citation("“Looms and Men”, (Shanghai: 1974), 224 pages.").place_of_publication == "Shanghai"


@pytest.mark.parametrize("name", ["Copeman, Fred", "Hammond, J. L., and Barbara Hammond", "Ned, Edmund"])
def test_the_end_of_a_name_is_no_role_and_no_date(name: str) -> None:
    found = citation(f"{name}. <i>Looms and Men</i>. London: Heinemann, 1965. 235 pp.")
    assert found.statement_of_responsibility == name
    assert {person.role for person in found.contributors} == {"aut"}


def test_editions_under_their_work_take_its_title_and_author() -> None:
    html = """<ul><li>“The Mill Hands”, by Rewi Ash:<ul>
        <li>First English edition, (London: Heinemann, 1937), 464 pages. <a href=a.pdf>PDF format</a>
        <li>First American edition, (NY: Random House, 1938), 474 pages. <a href=b.pdf>PDF format</a></ul></ul>"""
    reading = read_page(page(f"<div class=entry-content>{html}</div>"), USUAL)
    assert [line.kind for line in reading.lines] == ["note", "entry", "entry"]
    found = [entry.citation for entry in reading.entries]
    assert {one.title for one in found} == {"The Mill Hands"}
    assert [one.edition_statement for one in found] == ["First English edition", "First American edition"]
    assert {one.contributors[0].name_raw for one in found} == {"Rewi Ash"}


def test_volumes_under_an_undated_bracket_take_its_imprint() -> None:
    html = """<ul><li>“Collected Looms”, (Peking: Foreign Languages Press), in 2 volumes:<ul>
        <li>Volume I, 1965, 347 pages.<li>Volume II, 1966, 400 pages.</ul></ul>"""
    reading = read_page(page(f"<div class=entry-content>{html}</div>"), USUAL)
    assert {entry.citation.publisher for entry in reading.entries} == {"Foreign Languages Press"}
    assert {entry.citation.place_of_publication for entry in reading.entries} == {"Peking"}


def test_a_line_after_a_list_with_its_own_heading_stands_under_the_heading_before() -> None:
    html = """<p><b>Books</b><ul><li><b>Rewi Ash</b><ul><li>The Mill Hands, Leeds, 1954, 281 pages.</ul>
        <li>Warp and Weft, Tom Elm, Leeds, 1955, 40 pages.</ul>"""
    reading = read_page(page(f"<div class=entry-content>{html}</div>"), USUAL)
    for entry in reading.entries:
        assert entry.heading is not None
        assert reading.headings[entry.heading].path == entry.heading_path
    assert [entry.heading_path[-1] for entry in reading.entries] == ["Rewi Ash", "Books"]
