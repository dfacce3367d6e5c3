"""What a list puts before its items, to number, shelve or date them, is no word of the title or of a name."""

import pytest

from shelflist.parse.line import Context, read_line
from tests.parse.lines import linked, named, read


@pytest.mark.parametrize("mark", ["231", "A12", "2.—", "2 –", "2/", "No. 17", "B/12", "331.8 ASH", "HD 12.4"])
@pytest.mark.parametrize("author", ["ASH (Rewi)", "Ash, R. T.", "Rewi Ash:"])
def test_a_number_or_shelf_mark_stands_before_an_author(mark: str, author: str) -> None:
    citation = read(f"{mark} {author} The Mill Hands of Leeds. Weft Press, London, 1954. 66 pp.")
    assert (citation.title, named(citation)) == ("The Mill Hands of Leeds", [author.rstrip(":")])
    assert (citation.publisher, citation.date_edtf) == ("Weft Press", "1954")


def test_a_number_before_words_that_are_no_author_is_the_titles() -> None:
    assert read("100 Songs of the Loom, Rewi Ash, Weft Press, Leeds, 1954, 66 pp.").title == "100 Songs of the Loom"


@pytest.mark.parametrize("mark", ["12", "A12", "MLR 204"])
def test_a_mark_before_a_linked_title_is_nobodys_name(mark: str) -> None:
    line = linked(f"{mark} The Mill Hands, Rewi Ash, Weft Press, Leeds, 1954, 66 pp.", "The Mill Hands")
    citation = read_line(line, Context()).citation
    assert citation is not None
    assert (citation.title, named(citation), citation.notes) == ("The Mill Hands", ["Rewi Ash"], (mark,))


@pytest.mark.parametrize(
    ("line", "date"),
    [
        ("1882 Ash (Rewi) The Mill Hands. Weft Press, Leeds. 66 p", "1882"),
        ("1882 Ash, Rewi: The Mill Hands. Weft Press, Leeds. 66 p", "1882"),
        ("1882 Ash, Rewi: The Mill Hands. Weft Press, Leeds, 1954. 66 p", "1954"),
        ("n.d. Ash, Rewi: The Mill Hands. Weft Press, Leeds. 66 p", None),
        ("undated: “The Mill Hands” – by Rewi Ash – 66 pp.", None),
    ],
)
def test_the_year_that_a_list_is_ordered_by_stands_before_the_author(line: str, date: str | None) -> None:
    citation = read(line)
    assert (citation.title, citation.date_edtf) == ("The Mill Hands", date)
