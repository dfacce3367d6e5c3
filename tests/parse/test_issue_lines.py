"""Issues of periodicals whose name, number and date no commas part, and things that only have a number."""

import pytest

from shelflist.models.citation import Citation, Genre, LineKind
from shelflist.models.page import Block, BlockKind, Link
from shelflist.parse.line import Context, read_line, read_text
from tests.parse.lines import linked

URL = "https://archive.test/scan.pdf"


def read(text: str, *headings: str) -> Citation:
    citation = read_text(text, Context(heading_path=headings)).citation
    assert citation is not None, text
    return citation


@pytest.mark.parametrize(
    ("text", "volume", "number", "date"),
    [
        ("The Weaver Vol. 2 No. 8 (March 1973)", "2", "8", "1973-03"),
        ("‘The Weaver’ Vol 2 No. 8 (1973)", "2", "8", "1973"),
        ("The Weaver No 3 (58) 1981", None, "3 (58)", "1981"),
        ("The Weaver 1966 No. 33", None, "33", "1966"),
        ("The Weaver #33 (August 12, 1966)", None, "33", "1966-08-12"),
        ("The Weaver No. 8 Winter 1968", None, "8", "1968-24"),
        ("The Weaver. Vol. 2 No. 8. March, 1973.", "2", "8", "1973-03"),
        ("The Weaver, March 12, 1973 (Vol. 2, No. 8)", "2", "8", "1973-03-12"),
        ("The Weaver, 27 May 1911, No. 8, Vol. 2", "2", "8", "1911-05-27"),
    ],
)
def test_an_issue_is_known_by_its_numbers_and_date(text: str, volume: str | None, number: str, date: str) -> None:
    citation = read(text)
    assert citation.genre is Genre.PERIODICAL_ISSUE
    assert (citation.container_title, citation.volume, citation.issue, citation.date_edtf) == (
        "The Weaver",
        volume,
        number,
        date,
    )


def test_the_name_of_a_listed_periodical_and_a_number_are_enough() -> None:
    assert read("New Albania – No 6").issue == "6"
    assert read_text("New Mill – No 6").kind is LineKind.PROSE


def test_a_sentence_after_the_issue_is_a_note() -> None:
    citation = read("The Weaver Vol 2 No. 8 (1973) This was the paper of the Spinners’ Guild. It is rare.")
    assert citation.notes == ("This was the paper of the Spinners’ Guild. It is rare.",)
    assert (citation.container_title, citation.date_edtf) == ("The Weaver", "1973")


@pytest.mark.parametrize("text", ["Number 7: Autumn 1971", "Autumn 1971, Volume 2, Number 7"])
def test_number_and_season_alone_are_an_issue_of_the_heading(text: str) -> None:
    citation = read(text, "Scarlet Weaver")
    assert (citation.container_title, citation.issue, citation.date_edtf) == ("Scarlet Weaver", "7", "1971-23")


@pytest.mark.parametrize(
    "phrase", ["Internal Newsletter of the Spinners’ Union", "organ of the Spinners’ Union", "a Special Issue on Wool"]
)
def test_a_phrase_says_that_the_title_is_a_periodical(phrase: str) -> None:
    citation = read(f"Loom, {phrase}, August 1985, 8 pages.")
    assert (citation.container_title, citation.other_title_information) == ("Loom", phrase)


@pytest.mark.parametrize(
    "text",
    ["Blast Furnace No. 3, Magnitogorsk, 1932", "Weavers’ Lodge No. 5, 1926", "Order No. 227, 28 July 1942"],
)
def test_a_thing_that_has_its_number_is_no_periodical(text: str) -> None:
    assert read_text(text).kind is LineKind.PROSE


def test_the_number_after_a_linked_name_is_no_part_of_the_name() -> None:
    text = "Loom Number 7, Winter 1978"
    link = Link(URL, URL, "Loom", 0, 4)
    citation = read_line(Block(BlockKind.LINE, text, links=(link,)), Context()).citation
    assert citation is not None
    assert (citation.container_title, citation.issue, citation.date_edtf) == ("Loom", "7", "1978-24")


def test_a_sentence_after_the_number_of_an_issue_names_no_part() -> None:
    citation = read("The Weaver, March 1972, No. 75. Organ of the Spinners’ Union.")
    assert (citation.issue, citation.part_number) == ("75", "No. 75")
    assert citation.other_title_information == "Organ of the Spinners’ Union"


def test_two_months_with_stops_are_a_date() -> None:
    assert read("The Weaver, No. 15, Jan.-Feb. 1973").date_edtf == "1973-01/1973-02"


def test_a_theoretical_journal_of_a_body_tells_of_the_title_and_a_review_of_a_subject_does_not() -> None:
    told = read("Loom, Theoretical Journal of the Spinners’ Party, Number 7, 1978")
    assert (told.container_title, told.issue) == ("Loom", "7")
    host = read("Thomas Elm, ‘Looms’, International Review of Social History, 5 (1960), pp. 424-455.")
    assert host.container_title == "International Review of Social History"


def test_pages_after_an_issue_change_nothing() -> None:
    citation = read("Loom n° 28, novembre 1947, 24 pages")
    assert (citation.container_title, citation.issue, citation.page_count) == ("Loom", "28", 24)


@pytest.mark.parametrize("name", ["Newsletter", "Spinners’ News Letter", "The Record", "Mill Newspaper"])
def test_a_name_that_only_ends_like_a_thing_is_a_periodical(name: str) -> None:
    assert read(f"{name} No. 5, May 1971").container_title == name


@pytest.mark.parametrize(
    ("between", "rest"), [(" - ", ""), (" – ", ""), (" - ", ", May 1985"), (" – ", ", May 1985"), (", ", ", May 1985")]
)
def test_a_linked_periodical_has_its_number_after_a_dash(between: str, rest: str) -> None:
    marked = f"Weavers’ Bulletin{between}Number 10"
    citation = read_line(linked(f"{marked}{rest}", marked), Context()).citation
    assert citation is not None
    assert (citation.container_title, citation.issue) == ("Weavers’ Bulletin", "10")


@pytest.mark.parametrize("numbers", ["vol. 11, no. 4", "no. 4"])
def test_an_issue_with_its_month_stands_before_a_catalogues_imprint(numbers: str) -> None:
    citation = read(f"The Shuttle Hand, {numbers}, April 1913. – Leeds : Weavers’ Union. – 12p. – Margins cropped.")
    assert (citation.container_title, citation.issue, citation.date_edtf) == ("The Shuttle Hand", "4", "1913-04")


@pytest.mark.parametrize("told", ["Organ of the exiled weavers", "A bulletin for friends"])
def test_what_describes_a_periodical_before_its_number_is_none(told: str) -> None:
    citation = read(f"The Shuttle Hand. {told}. Number 8. May 1940. 6 p.")
    assert (citation.container_title, citation.other_title_information) == ("The Shuttle Hand", told)
