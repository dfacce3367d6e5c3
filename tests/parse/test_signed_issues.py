"""The sign "#" before a number is an issue's; and the sizes of paper that such lists tell."""

import pytest

from shelflist.models.citation import Genre
from tests.parse.lines import named, read


@pytest.mark.parametrize(
    ("line", "volume", "number"),
    [
        ("Loom Fury #3 (Leeds, 1977), A4, 14pp, xerox", None, "3"),
        ("Loom Fury #3 (Leeds: The Group, 1977), 14pp", None, "3"),
        ("Loom Fury vol. 2 #8 (Leeds, February 1977), 14pp", "2", "8"),
        ("Loom Fury #3, Leeds, 1977, A5, 36pp", None, "3"),
        ("Loom Fury #16/17, by Rewi Ash (Leeds, 1977), quarter-size, 36pp", None, "16/17"),
    ],
)
def test_a_signed_number_shows_an_issue_whoever_made_it(line: str, volume: str | None, number: str) -> None:
    citation = read(line)
    assert citation.genre is Genre.PERIODICAL_ISSUE
    assert (citation.container_title, citation.volume, citation.issue) == ("Loom Fury", volume, number)
    assert citation.place_of_publication == "Leeds"


def test_a_signed_number_of_a_series_shows_no_issue() -> None:
    assert read("Weft Pamphlet #3, Weavers’ Union, Leeds, 1954, 20 pages.").issue is None
    citation = read("The Mill Hands, Rewi Ash, Weft Pamphlet #3, Weavers’ Union, Leeds, 1954, 20 pages.")
    assert (citation.series_title, citation.issue) == ("Weft Pamphlet", None)


@pytest.mark.parametrize("size", ["A5", "A4 landscape", "half-size", "foolscap", "duplicated", "spiral-bound"])
def test_the_size_of_the_paper_is_no_house(size: str) -> None:
    citation = read(f"The Mill Hands, Rewi Ash, Weft Press, Leeds, 1954, {size}, 20 pages.")
    assert (citation.publisher, citation.place_of_publication, citation.notes) == ("Weft Press", "Leeds", (size,))
    citation = read(f"* THE MILL HANDS – Rewi Ash – Weft Press, {size}, 20pp – £1.50")
    assert (citation.title, named(citation), citation.publisher) == ("THE MILL HANDS", ["Rewi Ash"], "Weft Press")


@pytest.mark.parametrize("held", ["[PDF, 20 pp.]", "(pdf; 20pp; 3.1MB)", "(20 pages, PDF 4.2 MB)", "[epub – 20 p.]"])
def test_the_bracket_that_tells_of_the_file_holds_the_pages(held: str) -> None:
    citation = read(f"The Mill Hands, Rewi Ash, Weft Press, Leeds, 1954 {held}")
    assert (citation.page_count, citation.date_edtf, citation.edition_statement) == (20, "1954", None)
