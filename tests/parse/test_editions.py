"""Which edition a line says it is, in what words, and what it says of the edition that was reprinted."""

import pytest

from tests.parse.lines import read

_HEAD, _IMPRINT = "The Mill Hands, Rewi Ash", "Weft Press, Leeds, 1954, 60 pages."


@pytest.mark.parametrize(
    "edition",
    [
        "second, uncut edition",
        "3rd, rewritten edition",
        "fifth and last edition",
        "a third, popular edition",
        "10th ed.",
    ],
)
def test_whatever_small_letters_say_of_a_numbered_edition_is_in_its_statement(edition: str) -> None:
    citation = read(f"{_HEAD}, {edition}, {_IMPRINT}")
    assert (citation.edition_statement, citation.other_title_information) == (edition, None)


@pytest.mark.parametrize(
    "more",
    [
        "brought up to date",
        "rev.",
        "completely reset",
        "slightly abridged",
        "amended to the rules of 1950",
        "with a chapter on Hull",
    ],
)
def test_what_was_changed_for_an_edition_is_in_its_statement(more: str) -> None:
    citation = read(f"{_HEAD}, 2d ed., {more}, {_IMPRINT}")
    assert (citation.edition_statement, citation.other_title_information) == (f"2d ed., {more}", None)
    assert citation.original_date_edtf is None


def test_a_statement_of_several_words_ends_at_the_bracket_of_the_imprint() -> None:
    changed = read(f"{_HEAD}, third edition, brought up to date (Weft Press: Leeds, 1954), 60 pp.")
    assert (changed.edition_statement, changed.publisher) == ("third edition, brought up to date", "Weft Press")
    counted = read(f"{_HEAD}, second revised edition [Weft Press, Leeds, 1954], 60 pages")
    assert (counted.edition_statement, counted.publisher) == ("second revised edition", "Weft Press")


@pytest.mark.parametrize(
    "source",
    [
        "reprinted from the edition of 1887",
        "reprinted from the 1887 pamphlet",
        "facsimile of the 1887 printing",
        "a reprint of the Bradford edition of 1887",
    ],
)
def test_what_was_reprinted_is_told_in_a_note_and_its_year_is_the_first(source: str) -> None:
    citation = read(f"{_HEAD}, {source}, {_IMPRINT}")
    assert (citation.edition_statement, citation.notes) == (None, (source,))
    assert (citation.original_date_edtf, citation.date_edtf) == ("1887", "1954")


def test_a_reprint_that_tells_no_year_says_which_edition_it_is() -> None:
    edition = "facsimile of the first edition"
    assert read(f"{_HEAD}, {edition}, {_IMPRINT}").edition_statement == edition
