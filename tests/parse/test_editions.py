"""Which edition a line says it is, in what words, and what it says of the edition that was reprinted."""

import pytest

from shelflist.models.citation import Role
from shelflist.parse.line import Context, read_line
from tests.parse.lines import linked, named, names, read

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
        "a photographic reprint of the Bradford edition of 1887",
    ],
)
def test_what_was_reprinted_is_told_in_a_note_and_its_year_is_the_first(source: str) -> None:
    citation = read(f"{_HEAD}, {source}, {_IMPRINT}")
    assert (citation.edition_statement, citation.notes) == (None, (source,))
    assert (citation.original_date_edtf, citation.date_edtf) == ("1887", "1954")


def test_a_reprint_that_tells_no_year_says_which_edition_it_is() -> None:
    edition = "facsimile of the first edition"
    assert read(f"{_HEAD}, {edition}, {_IMPRINT}").edition_statement == edition


@pytest.mark.parametrize(
    "more",
    [
        "reprinted from the Leeds Tribune, 1907",
        "facsimile of the first edition, 1907",
        "first published in the Leeds Weekly Post, 1907",
        "first published secretly, 1907",
        "originally published as Weberinnen, Dresden, 1907",
        "first German edition 1907",
    ],
)
def test_where_a_work_stood_before_takes_in_the_year_after_its_comma(more: str) -> None:
    citation = read(f"{_HEAD}, {more}, {_IMPRINT}")
    assert (citation.original_date_edtf, citation.date_edtf) == ("1907", "1954")
    assert (citation.publisher, citation.place_of_publication) == ("Weft Press", "Leeds")
    assert citation.other_title_information is None


def test_without_another_date_the_paper_that_was_reprinted_dates_the_piece() -> None:
    citation = read(f"{_HEAD}, reprinted from the Leeds Tribune, June 1907, 4 pages.")
    assert (citation.date_edtf, citation.original_date_edtf) == ("1907-06", None)


def test_who_introduces_a_reprint_is_parted_from_its_year() -> None:
    citation = read(
        "The Mill Hands, Rewi Ash, Weft Press, Leeds, 1889, reprinted 1975 with a new preface by Sue Elm, 60 pp."
    )
    assert (citation.original_date_edtf, citation.date_edtf) == ("1889", "1975")
    assert names(citation, Role.WIN) == ["Sue Elm"]
    citation = read(
        f"{_HEAD}, Weft Press, Leeds, 1975, 60 pp.; facsimile of the 1889 edition, with a preface by Sue Elm"
    )
    assert (citation.original_date_edtf, citation.date_edtf, citation.notes) == (
        "1889",
        "1975",
        ("facsimile of the 1889 edition",),
    )
    assert names(citation, Role.WIN) == ["Sue Elm"]


@pytest.mark.parametrize(
    ("note", "first"),
    [
        ("Reprinted from the Leeds Tribune, March 1937.", "1937-03"),
        ("First German edition 1930.", "1930"),
        ("(Originally published in Finnish, 1938)", "1938"),
        ("Originally a serial in the branch journal, 1937.", "1937"),
        ("Originally a lecture, given in Leeds on 4 March 1931.", None),
        ("First English edition 1930.", None),
    ],
)
def test_a_note_may_tell_the_year_of_an_earlier_publication(note: str, first: str | None) -> None:
    assert read(f"{_HEAD}, Weft Press, Leeds, 1954, 60 pages. {note}").original_date_edtf == first


@pytest.mark.parametrize(
    ("tail", "edition", "notes"),
    [
        ("3rd, unaltered edition", "3rd, unaltered edition", ()),
        ("4th ed. with a supplement", "4th ed. with a supplement", ()),
        ("second edition (spine loose)", "second edition", ("(spine loose)",)),
        ("2nd printing, spine loose", "2nd printing", ("spine loose",)),
    ],
)
def test_after_the_extent_an_edition_is_parted_from_what_is_said_of_the_copy(
    tail: str, edition: str, notes: tuple[str, ...]
) -> None:
    citation = read(f"{_HEAD}, Weft Press, Leeds, 1954, 60 pp.; {tail}")
    assert (citation.edition_statement, citation.notes) == (edition, notes)


def test_a_bracket_may_tell_where_the_first_edition_came_out() -> None:
    citation = read(f"{_HEAD}, Weft Press, Leeds, 1954 (first ed. Bradford 1889), 60 pages.")
    assert (citation.original_date_edtf, citation.date_edtf, citation.place_of_publication) == ("1889", "1954", "Leeds")


def test_a_house_may_be_called_by_its_first_editions() -> None:
    citation = read(f"{_HEAD}, First Edition Books, Cork, 1991, 60 pages.")
    assert (citation.publisher, citation.edition_statement) == ("First Edition Books", None)


def test_the_format_of_a_file_between_other_areas_is_no_edition() -> None:
    citation = read("The Mill Hands; Rewi Ash; Weft Press, Leeds; 1954; PDF, 1.2 MB")
    assert (citation.edition_statement, citation.publisher, citation.date_edtf) == (None, "Weft Press", "1954")


@pytest.mark.parametrize("edition", ["2nd ed.", "second edition", "4th printing"])
def test_between_place_and_date_an_edition_needs_no_sign(edition: str) -> None:
    citation = read(f"{_HEAD}, Weft Press, Leeds {edition} 1954, 60 pages.")
    assert (citation.publisher, citation.place_of_publication) == ("Weft Press", "Leeds")
    assert (citation.edition_statement, citation.date_edtf) == (edition, "1954")


@pytest.mark.parametrize("told", ["first published 1912", "second edition"])
def test_after_an_edition_an_unlisted_word_before_a_house_and_its_date_is_the_place(told: str) -> None:
    citation = read(f"{_HEAD}, {told}, Kirkloom, Weft Books, 1954, 60 pages.")
    assert (citation.publisher, citation.place_of_publication) == ("Weft Books", "Kirkloom")


def test_the_month_of_a_speech_before_an_edition_is_no_first_publication() -> None:
    citation = read(f"{_HEAD}, a talk to students, Leeds, August 1952, 2nd edition, {_IMPRINT}")
    assert citation.original_date_edtf is None


def test_a_comma_in_the_bracket_of_an_edition_parts_nothing() -> None:
    line = linked("The Mill Hands (3rd, enlarged ed.), Rewi Ash, Weft Press, Leeds, 1954, 60 pages.", "The Mill Hands")
    citation = read_line(line, Context()).citation
    assert citation is not None and citation.edition_statement == "3rd, enlarged ed."


def test_what_was_reprinted_is_told_in_other_languages_too() -> None:
    for source in ("Nachdruck der Ausgabe von 1904", "ristampa dell’edizione del 1904", "extracted from Looms, 1904"):
        citation = read(f"{_HEAD}, {source}, {_IMPRINT}")
        assert (citation.edition_statement, citation.original_date_edtf) == (None, "1904")


def test_extracts_from_what_no_capital_names_are_a_phrase() -> None:
    citation = read(f"The Mill Hands, extracts from contemporary letters, edited by Rewi Ash, {_IMPRINT}")
    assert (citation.other_title_information, citation.notes) == ("extracts from contemporary letters", ())


@pytest.mark.parametrize("edition", ["new English edition", "first German edition", "new edition", "3rd edn"])
@pytest.mark.parametrize("title", ["The Mill Hands", "“The Mill Hands”"])
def test_an_edition_needs_no_comma_after_who_wrote(title: str, edition: str) -> None:
    citation = read(f"{title} by Rewi Ash {edition}, Weft Press, Leeds, 1954, 63 pages.")
    assert (citation.edition_statement, named(citation)) == (edition, ["Rewi Ash"])


def test_an_esperanto_edition_may_be_shortened() -> None:
    citation = read("La Teksistoj / Rewi Ash. – 2-a eld. – Lyon : Eldonejo Verda, 1931. – 62 p.")
    assert (citation.edition_statement, citation.notes) == ("2-a eld", ())


@pytest.mark.parametrize("more", ["with letters received", "with readers’ memories added", "with two songs omitted"])
def test_an_edition_goes_on_with_what_was_done_to_it(more: str) -> None:
    assert read(f"{_HEAD}, 2nd ed., {more}, {_IMPRINT}").edition_statement == f"2nd ed., {more}"
