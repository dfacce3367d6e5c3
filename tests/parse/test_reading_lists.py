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


def test_a_turned_name_ends_where_a_title_and_its_imprint_are_all_that_follows() -> None:
    citation = read("Zinkin, Taya, Reporting Wool (London: Chatto & Windus, 1962)")
    assert (citation.title, named(citation)) == ("Reporting Wool", ["Zinkin, Taya"])


def test_pages_after_the_imprint_of_a_book_are_where_something_is_said() -> None:
    citation = read("Schram, Stuart, Wool in China (London: Pelican, 1971), pp. 142–43")
    assert (citation.page_count, citation.publisher) == (None, "Pelican")


def test_a_shelf_mark_after_a_year_in_brackets_is_a_note() -> None:
    citation = read("Despard, Charlotte. Women in the Mill. London: Women's Freedom League, [1909] Sp Coll f255")
    assert (citation.date_edtf, citation.notes) == ("1909", ("Sp Coll f255",))


def test_who_said_a_motto_is_no_entry() -> None:
    assert read_text("-- Jean-Jacques Rousseau, On the Social Contract (1762)").citation is None


def test_a_body_before_a_colon_and_a_linked_title_is_its_author() -> None:
    line = "Communist Party of India: Wool and Power"
    citation = read_line(linked(line, "Wool and Power"), Context()).citation
    assert citation is not None
    assert named(citation) == ["Communist Party of India"]


def test_the_code_that_a_finding_aid_gives_an_item_is_none_of_its_title() -> None:
    citation = read("A7 Spinners’ Handbook, 1958. 17p. Ptd.")
    assert (citation.title, citation.page_count) == ("Spinners’ Handbook", 17)
    assert "A7" in citation.notes
    assert read("R101 Airship Crew, 1930. 17p.").title == "R101 Airship Crew"


def test_years_before_a_subtitle_are_of_the_title() -> None:
    citation = read(
        "Thomas Elm (ed.), Looms and Weavers, 1788-1988: Bicentenary essays, Dublin, Gill and Macmillan, 1986."
    )
    assert citation.title == "Looms and Weavers, 1788-1988: Bicentenary essays"
    assert citation.date_edtf == "1986"


def test_the_day_of_a_paper_ends_no_imprint() -> None:
    citation = read("Workers Press, 11 May 1996. Peter Fryer, Wool and Artistic Freedom.")
    assert (citation.title, citation.container_title) == ("Wool and Artistic Freedom", "Workers Press")
    assert citation.date_edtf == "1996-05-11"


@pytest.mark.parametrize("sign", [", ", ". ", ": ", " – "])
@pytest.mark.parametrize("author", ["Robert Elm", "Elm, Robert"])
def test_names_in_emphasis_before_an_emphasised_title_are_the_author(sign: str, author: str) -> None:
    text = f"{author}{sign}The Loom Without Qualities (1954)"
    at = text.index("The")
    spans = (Span(0, len(author)), Span(at, at + 26))
    citation = read_line(Block(BlockKind.LINE, text, emphasis=spans), Context()).citation
    assert citation is not None
    assert (citation.title, named(citation), citation.date_edtf) == ("The Loom Without Qualities", [author], "1954")


def test_names_in_emphasis_are_the_title_where_the_author_follows() -> None:
    text = "Robert Elm, by Ann Hill, Weft Press, 1954"
    block = Block(BlockKind.LINE, text, emphasis=(Span(0, 10), Span(15, 23)))
    citation = read_line(block, Context()).citation
    assert citation is not None
    assert (citation.title, named(citation)) == ("Robert Elm", ["Ann Hill"])


@pytest.mark.parametrize("between", [" ", ""])
def test_a_place_may_follow_a_marked_title_without_a_sign(between: str) -> None:
    text = f"Elm, Robert. The Loom and Its Users{between}Loomford, Dorset: Weft Press, 1954."
    citation = read_line(emphasised(text, "The Loom and Its Users"), Context()).citation
    assert citation is not None
    assert (citation.title, citation.publisher) == ("The Loom and Its Users", "Weft Press")
    assert citation.place_of_publication == "Loomford, Dorset"


@pytest.mark.parametrize(
    "heading", ["Favourite reads", "Non-fiction", "My bookshelf", "Secondary sources", "Set texts"]
)
def test_readers_name_their_lists_in_many_ways(heading: str) -> None:
    citation = read_text("The Bag of Wool, by Wes Elm", Context(heading_path=(heading,))).citation
    assert citation is not None
    assert (citation.title, names(citation)) == ("The Bag of Wool", ["Wes Elm"])
