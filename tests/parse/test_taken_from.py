"""Where a piece was taken from is what it stands in, where the line has no imprint of its own."""

import pytest

from shelflist.models.citation import Citation, LineKind
from shelflist.parse.line import Context, read_line
from tests.parse.lines import linked, names, read

TITLE = "The Dyers of Leeds"


def of_piece(after: str) -> Citation:
    citation = read_line(linked(f"{TITLE}{after}", TITLE), Context()).citation
    assert citation is not None, after
    return citation


@pytest.mark.parametrize(
    ("told", "host", "volume", "issue", "date"),
    [
        (", taken from Loom and Mill 14.", "Loom and Mill", "14", None, None),
        (", taken from Loom and Mill 75, June 1984.", "Loom and Mill", "75", None, "1984-06"),
        (" (reprinted from “The Dyer” Summer, 2001).", "The Dyer", None, None, "2001-22"),
        (", reprinted from the Dyers’ Journal, 3 May 1984", "Dyers’ Journal", None, None, "1984-05-03"),
        (" (extract from The Dyer, no 7)", "The Dyer", None, "7", None),
    ],
)
def test_a_piece_stands_in_what_it_was_taken_from(
    told: str, host: str, volume: str | None, issue: str | None, date: str | None
) -> None:
    citation = of_piece(f" by Rewi Ash{told}")
    assert (citation.title, names(citation), citation.edition_statement) == (TITLE, ["Rewi Ash"], None)
    assert (citation.container_title, citation.volume, citation.issue) == (host, volume, issue)
    assert citation.date_edtf == date


def test_after_an_imprint_or_before_an_extent_what_was_reprinted_is_a_note() -> None:
    for line in (
        f"{TITLE}, Weft Press, Leeds, 1954, reprinted from The Dyer",
        f"{TITLE}, reprinted from The Dyer, June 1954, 16 pages",
    ):
        citation = read(line)
        assert (citation.edition_statement, citation.notes) == (None, ("reprinted from The Dyer",))


@pytest.mark.parametrize("sign", [", ", " – ", " in the "])
def test_the_day_of_a_paper_after_a_linked_title_shows_a_cutting(sign: str) -> None:
    citation = of_piece(f"{sign}Leeds Evening Mail, 5th October 1937")
    assert (citation.title, citation.container_title) == (TITLE, "Leeds Evening Mail")


def test_a_leaflet_of_a_day_is_its_bodys() -> None:
    assert of_piece(", Weavers’ Party, 5 October 1937").publisher == "Weavers’ Party"


@pytest.mark.parametrize("number", ["0-918949-22-X", "0853154414", "978-0-85315-441-9", "0 85315 441 4"])
def test_a_number_that_its_check_digit_proves_is_an_isbn(number: str) -> None:
    for line in (f"{TITLE}, Rewi Ash, Weft Press, {number}, 1992", f"{TITLE} by Rewi Ash (Weft Press, 1992, {number})"):
        citation = read(line)
        assert citation.isbn == (number.replace("-", "").replace(" ", ""),)
        assert (citation.publisher, citation.date_edtf, citation.edition_statement) == ("Weft Press", "1992", None)


def test_a_wrong_check_digit_is_no_isbn() -> None:
    assert read(f"{TITLE}, Rewi Ash, Weft Press, 1992, 0-918949-22-1").isbn == ()


@pytest.mark.parametrize("held", ["Weft Press, 1977", "Leeds: Weft Press, 1977", "1977, Weft Press"])
def test_the_imprint_may_stand_in_a_bracket_before_the_author(held: str) -> None:
    citation = read(f"{TITLE} ({held}) by Rewi Ash")
    assert (citation.title, citation.publisher, citation.date_edtf) == (TITLE, "Weft Press", "1977")
    assert names(citation) == ["Rewi Ash"]


@pytest.mark.parametrize("told", ["original edition 1939", "orig. ed. 1939", "first published 1939"])
def test_the_original_edition_is_dated_beside_the_one_at_hand(told: str) -> None:
    citation = read(f"{TITLE} (1977; {told}) by Rewi Ash. 104pp.")
    assert (citation.date_edtf, citation.original_date_edtf) == ("1977", "1939")


@pytest.mark.parametrize("price", ["£8.99", "$8.00", "Rs. 895.00"])
def test_what_follows_the_price_is_a_note(price: str) -> None:
    citation = read(f"{TITLE}, Rewi Ash, Weft Press, 1992, {price}. Sue Elm tells how it was. She knew.")
    assert (citation.publisher, citation.title) == ("Weft Press", TITLE)
    assert "Sue Elm tells how it was. She knew." in citation.notes


@pytest.mark.parametrize("title", ["The Strike in Leeds 1932", "The 1932 Strike in Leeds", "Leeds 1932: The Strike"])
def test_a_linked_title_may_have_a_year(title: str) -> None:
    citation = read_line(linked(title, title), Context()).citation
    assert citation is not None
    assert citation.title == title


def test_the_years_that_a_linked_list_is_of_make_no_entry() -> None:
    assert read_line(linked(line := "Weavers’ History, 1750-1926", line), Context()).kind is not LineKind.ENTRY


@pytest.mark.parametrize("kind", ["application form", "membership card", "conference report", "wall chart"])
def test_a_bracket_that_says_what_it_is_is_none_of_the_title(kind: str) -> None:
    citation = read(f"{TITLE} ({kind}), June 1976, 4p")
    assert (citation.title, citation.notes) == (TITLE, (f"({kind})",))


def test_who_signed_the_copy_is_no_author() -> None:
    citation = read(f"{TITLE} by Ann Hill, 1944, 7p (signed by Rewi Ash)")
    assert [person.name_raw for person in citation.contributors] == ["Ann Hill"]
    assert citation.notes == ("(signed by Rewi Ash)",)


@pytest.mark.parametrize("words", ["Extract from: ", "Chapter 3 of ", "Excerpts from "])
def test_how_much_a_link_leads_to_is_a_note(words: str) -> None:
    citation = read_line(linked(f"{words}{TITLE}, by Rewi Ash", TITLE), Context()).citation
    assert citation is not None
    assert (citation.title, names(citation), citation.notes) == (TITLE, ["Rewi Ash"], (words.strip(),))
