"""Reading lists and encyclopaedias: numbers before a title, remarks after the year, what catalogues add to a name."""

import pytest

from shelflist.models.citation import Role
from shelflist.models.page import Block, BlockKind, Span
from shelflist.parse.line import Context, read_line, read_text
from tests.parse.lines import linked, named, names, read


def emphasised(text: str, title: str) -> Block:
    start = text.index(title)
    return Block(BlockKind.LINE, text, emphasis=(Span(start, start + len(title)),))


@pytest.mark.parametrize("number", ["1. ", "(4) ", "[12] ", "42 – "])
def test_the_number_in_a_list_may_stand_before_a_marked_title(number: str) -> None:
    text = f"{number}The Heart of the Loom, by Alma Loomoprieto."
    citation = read_line(emphasised(text, "The Heart of the Loom"), Context()).citation
    assert citation is not None
    assert (citation.title, names(citation)) == ("The Heart of the Loom", ["Alma Loomoprieto"])
    assert citation.unparsed_remainder is None


def test_a_marked_title_with_its_editors_is_an_entry() -> None:
    text = "Capital, Power, and Cloth, edited by Sandor Elm and Richard L. Hill."
    citation = read_line(emphasised(text, "Capital, Power, and Cloth"), Context()).citation
    assert citation is not None
    assert names(citation, Role.EDT) == ["Sandor Elm", "Richard L. Hill"]
    assert read_text("He was edited by Sandor Elm and Richard L. Hill.").citation is None


def test_a_marked_title_after_a_sure_name_is_an_entry() -> None:
    text = "Robert Elm: The Loom Without Qualities"
    citation = read_line(emphasised(text, "The Loom Without Qualities"), Context()).citation
    assert citation is not None
    assert (citation.title, named(citation)) == ("The Loom Without Qualities", ["Robert Elm"])


def test_emphasis_over_title_and_edition_marks_the_title_alone() -> None:
    text = "Modern Looms, Third Edition, by Thomas Elm."
    citation = read_line(emphasised(text, "Modern Looms, Third Edition"), Context()).citation
    assert citation is not None
    assert (citation.title, citation.edition_statement) == ("Modern Looms", "Third Edition")


@pytest.mark.parametrize("words", ["online edition", "excerpt", "full text online", "free preview"])
def test_what_leads_to_the_text_is_no_title(words: str) -> None:
    line = f"Elm, Thomas. The Looms of England (1889) 427 pp. {words}"
    citation = read_line(linked(line, words), Context()).citation
    assert citation is not None
    assert (citation.title, citation.date_edtf, citation.page_count) == ("The Looms of England", "1889", 427)


@pytest.mark.parametrize(
    "after", [" excerpt and text search", ", chaps. 1, 2, 6", "; famous classic", " (popular issue, 1909)"]
)
def test_small_words_after_the_bracket_with_the_year_are_a_note(after: str) -> None:
    citation = read(f"Elm, Thomas. A New Dictionary of Looms (2011){after}")
    assert (citation.title, citation.date_edtf) == ("A New Dictionary of Looms", "2011")
    assert citation.notes == (after.strip(",; "),)


@pytest.mark.parametrize(
    "text",
    [
        "Elm, Thomas. A Dictionary of Looms (2011) translated by Ann Hill",
        "Elm, Thomas. A Dictionary of Looms (2011), vol. 2",
        "The Union of Spinners (founded 1936) amalgamated with the Weavers",
    ],
)
def test_a_field_or_a_sentence_may_follow_the_bracket_too(text: str) -> None:
    citation = read_text(text).citation
    assert citation is None or not citation.notes


def test_what_initials_stand_for_is_no_second_author() -> None:
    citation = read("Hobson, J. A. (John Atkinson). Imperialism: A Study. London: Nisbet, 1902.")
    assert (citation.title, named(citation)) == ("Imperialism: A Study", ["Hobson, J. A. (John Atkinson)"])
    assert citation.contributors[0].given == "J. A."


def test_a_numbered_edition_ends_at_its_stop() -> None:
    citation = read("Elm, Thomas. The Looms of England. 4th ed. London: Murray, 1890.")
    assert (citation.edition_statement, citation.place_of_publication, citation.publisher) == (
        "4th ed",
        "London",
        "Murray",
    )


def test_a_country_in_brackets_after_a_place_belongs_to_it() -> None:
    citation = read("The Oxford Companion to Looms. Oxford [England]; New York: Oxford University Press, 1997.")
    assert citation.place_of_publication == "Oxford [England]; New York"


def test_dashes_in_place_of_an_author_are_no_words() -> None:
    citation = read("——. The Age of Looms. London: Murray, 1890.")
    assert (citation.title, named(citation), citation.unparsed_remainder) == ("The Age of Looms", [], None)
