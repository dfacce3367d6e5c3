"""Phrases that a line gives only in part, or with words that are none of them: what is not sure is not given."""

import pytest

from shelflist.models.citation import Citation
from shelflist.parse.line import Context, read_line
from tests.parse.lines import linked, named, read


def linked_title(rest: str) -> Citation:
    reading = read_line(linked(f"The Mill Hands{rest}", "The Mill Hands"), Context())
    assert reading.citation is not None
    return reading.citation


@pytest.mark.parametrize(
    ("person", "phrase"),
    [
        ("a comber at Loomby for nine years", "letters and songs, 1931-1939"),
        ("herself a silk spinner in Skipton", "a novel"),
        ("boatman", "as told to the evening class"),
        ("for thirty years a reeler", "tales of the jenny gate"),
    ],
)
def test_what_an_author_does_is_no_part_of_the_phrase_after_it(person: str, phrase: str) -> None:
    citation = linked_title(f", Sue Elm, {person}, {phrase}, Weft Press, Leeds, 1954, 66 pages.")
    assert citation.other_title_information == phrase


@pytest.mark.parametrize("phrase", ["a letter to the weavers", "a primer for the branches", "a reader in songs"])
def test_kinds_of_writing_that_end_as_trades_do_are_phrases(phrase: str) -> None:
    citation = linked_title(f", Sue Elm, {phrase}, Weft Press, Leeds, 1954, 66 pages.")
    assert citation.other_title_information == phrase


@pytest.mark.parametrize(
    "rest",
    [
        "reports of the congresses, Lyon 1919, Tours 1920 and Lille 1921, Weft Press, Leeds, 1922",
        "a spinner’s story, Sue Elm, Loomby sheds, 1910-1950, Weft Press, Leeds, 1982",
    ],
)
def test_a_phrase_whose_places_and_years_may_be_an_imprint_is_withheld(rest: str) -> None:
    citation = linked_title(f", {rest}, 66 pages.")
    assert citation.other_title_information is None
    assert citation.unparsed_remainder


def test_capitals_before_the_place_where_no_house_stands_are_no_part_of_a_phrase() -> None:
    citation = linked_title(", Sue Elm, with a list of the relief committees, Loomdale Labour History, Leeds, 1969.")
    assert citation.other_title_information == "with a list of the relief committees"


def test_years_after_what_may_be_title_or_phrase_are_not_given_alone() -> None:
    citation = read("Red Loomby, letters and reports, 1917-1919, Boris Elm, Weft Press, Leeds, 1932, 210 pages.")
    assert citation.other_title_information != "1917-1919"


@pytest.mark.parametrize(("words", "phrase"), [("speech", None), ("poem", None), ("a study", "a study")])
def test_one_word_with_no_sign_before_by_tells_who_wrote(words: str, phrase: str | None) -> None:
    citation = linked_title(f", {words} by Sue Elm, Weft Press, Leeds, 1954, 16 pages.")
    assert citation.other_title_information == phrase


def test_a_leaflet_is_told_as_a_note_and_not_before_its_phrase() -> None:
    citation = linked_title(", leaflet, on the anniversary of the strike, signed by Sue Elm, 1921, 2 pages.")
    assert (citation.other_title_information, citation.notes) == (
        "on the anniversary of the strike",
        ("leaflet",),
    )


@pytest.mark.parametrize(
    "phrase",
    [
        "memories of a pony driver, Loomby 1911 to Gorseford 1946",
        "as altered at Loomby, Easter Monday 1922",
        "as agreed at Leeds, New Year’s Day 1921",
        "speeches at the inquiry, Hull, Whit week 1919",
    ],
)
def test_a_phrase_goes_on_with_the_way_or_the_feast_that_it_tells_of(phrase: str) -> None:
    citation = read(f"The Mill Hands, {phrase}, Weft Press, Leeds, 1954, 66 pages.")
    assert (citation.other_title_information, citation.date_edtf) == (phrase, "1954")


def test_years_of_letters_before_their_first_publication_are_the_letters() -> None:
    citation = read(
        "Looms, Sue Elm, a collection of letters, 1847-1866 (first published 1911, Weft Press, Leeds, 1976) 85p."
    )
    assert citation.other_title_information == "a collection of letters, 1847-1866"
    assert (citation.original_date_edtf, citation.date_edtf) == ("1911", "1976")


def test_what_a_book_holds_besides_goes_on_with_its_phrase_and_helpers_do_not() -> None:
    held = read("Looms, photographs from the sheds, with captions by the weavers, Weft Press, Leeds, 1954, 66 pages.")
    assert held.other_title_information == "photographs from the sheds, with captions by the weavers"
    told = read("Looms, a weaver’s notes, Sue Elm, with the help of the Misses Ash, Weft Press, Leeds, 1954, 66 pages.")
    assert told.other_title_information == "a weaver’s notes"


@pytest.mark.parametrize(
    ("phrase", "after"),
    [
        ("the rising of the Loomby combers, 1871", "third edition, Weft Press, Leeds, 1954"),
        ("a lecture to the Weavers’ Society, 1903", "first published 1904, Weft Press, Leeds, 1954"),
        ("a weaver’s memories, 1871-1924", "second, enlarged edition, Weft Press, Leeds, 1954"),
        ("the stoppage at Loomby, September 1898", "Volume Two, Sue Elm, Weft Press, Leeds, 1954"),
        ("an open letter to the coroner, 3 June 1921", "Volume 2, Sue Elm, Weft Press, Leeds, 1954"),
    ],
)
def test_a_phrase_keeps_its_year_before_an_edition_a_first_date_or_a_part(phrase: str, after: str) -> None:
    citation = linked_title(f", {phrase}, {after}, 66 pages.")
    assert (citation.other_title_information, citation.date_edtf) == (phrase, "1954")


def test_the_year_after_a_short_phrase_and_before_an_edition_is_that_of_the_first() -> None:
    citation = linked_title(", Sue Elm, a novel, 1871, third edition, Weft Press, Leeds, 1954, 66 pages.")
    assert (citation.other_title_information, citation.original_date_edtf) == ("a novel", "1871")


@pytest.mark.parametrize("hall", ["Weft Pit", "Ness Colliery", "Elm Palace", "Ash Chapel"])
def test_the_hall_before_the_month_of_an_event_is_nobody_who_wrote(hall: str) -> None:
    phrase = f"evidence for the Loom Board, {hall}, May-June 1938"
    citation = linked_title(f", {phrase}, Sue Elm, Weft Press, Leeds, 1954, 66 pages.")
    assert (citation.other_title_information, named(citation)) == (phrase, ["Sue Elm"])


@pytest.mark.parametrize("days", ["3-11 October", "9 March", "2 to 5 May"])
def test_days_without_a_year_belong_to_the_phrase_before_them(days: str) -> None:
    phrase = f"minutes of the inquiry into the flood of 1901, taken at Loomby, {days}"
    citation = linked_title(f", {phrase}. Leeds: Weft Press, 1902. 66 p.")
    assert citation.other_title_information == phrase
