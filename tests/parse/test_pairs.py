"""A title and its author in one link, with one sign between them."""

from dataclasses import replace

import pytest

from shelflist.models.citation import LineKind
from shelflist.models.page import Block, BlockKind, Link, Span
from shelflist.parse.line import Context, read_line
from tests.parse.lines import SCAN, linked, names


def read_linked(marked: str, after: str = "", before: str = "") -> tuple[str | None, list[str]]:
    """Title and authors of a line whose words `marked` lead to a document."""
    citation = read_line(linked(f"{before}{marked}{after}", marked), Context()).citation
    return (citation.title, names(citation)) if citation else (None, [])


@pytest.mark.parametrize(
    ("marked", "title", "author"),
    [
        ("Howard Fast - The Naked God", "The Naked God", "Howard Fast"),
        ("Lenin – What Is To Be Done?", "What Is To Be Done?", "Lenin"),
        ("The Naked God — Howard Fast", "The Naked God", "Howard Fast"),
        ("The Naked God by Howard Fast", "The Naked God", "Howard Fast"),
        ("Socialism…. Soon - Thomas Elm", "Socialism…. Soon", "Thomas Elm"),
    ],
)
def test_a_link_over_the_whole_line_holds_title_and_author(marked: str, title: str, author: str) -> None:
    assert read_linked(marked) == (title, [author])
    assert read_linked(marked, after=" (a good beginning)")[0] == title


@pytest.mark.parametrize(
    "title",
    [
        "The Dyers of Leeds, 1926–38",
        "Class War in Leeds – The Strike of 1913",
        "Memories of 1926",
        "‘An Injury to One is the Concern of All’: Leeds, the Dyers and the Strike",
        "You Wouldn’t Want to be a Young Weaver",
    ],
)
def test_years_and_verbs_among_capitals_belong_to_the_title(title: str) -> None:
    assert read_linked(f"{title}, by Thomas Elm") == (title, ["Thomas Elm"])


@pytest.mark.parametrize(
    "title", ["The Dyers’ Party and its Friends", "Frank Elm in Leeds, 1926–38", "‘A First March’, and What Came Next"]
)
def test_a_sure_name_and_a_colon_lead_a_linked_title(title: str) -> None:
    assert read_linked(f"Thomas Elm: {title}") == (title, ["Thomas Elm"])
    assert read_linked("Thomas Elm: His Life and Work") == ("Thomas Elm: His Life and Work", [])


def test_the_year_after_an_author_dates_what_he_wrote() -> None:
    citation = read_line(linked(line := "Clara Zetkin (1923) - Fascism.", line), Context()).citation
    assert citation is not None
    assert (citation.title, citation.date_edtf, names(citation)) == ("Fascism", "1923", ["Clara Zetkin"])


@pytest.mark.parametrize(
    "line",
    [
        "Clara Zetkin (1857-1933) – Teacher and Organiser",
        "41 At the Tractor Station – Thomas Elm",
        "Howard Fast – He was tried in 1950",
    ],
)
def test_lives_and_contents_and_sentences_are_no_pair(line: str) -> None:
    assert read_line(linked(line, line), Context()).kind is not LineKind.ENTRY


def test_a_life_is_not_by_the_person_it_is_about() -> None:
    assert read_linked("Clara Zetkin – Her Life and Work") == ("Clara Zetkin – Her Life and Work", [])


def test_a_dash_parts_no_author_from_a_link_that_has_him_beside_it() -> None:
    assert read_linked("Lenin – A Study in Unity", after=", Thomas Elm, 1934") == (
        "Lenin – A Study in Unity",
        ["Thomas Elm"],
    )


def test_emphasis_inside_the_link_marks_the_title() -> None:
    text = "Text: The Sky Is Falling by Thomas Elm"
    link = Link(SCAN, SCAN, text[6:], 6, len(text))
    block = Block(BlockKind.LINE, text, links=(link,), emphasis=(Span(6, 24), Span(28, len(text))))
    citation = read_line(block, Context()).citation
    assert citation is not None
    assert (citation.title, names(citation)) == ("The Sky Is Falling", ["Thomas Elm"])


def test_a_stroke_parts_two_authors() -> None:
    assert read_linked("Marx/Engels - The Holy Family") == ("The Holy Family", ["Marx", "Engels"])


def test_published_by_ends_the_title_without_a_comma() -> None:
    line = "Wool: Fact and Fiction Published by Novosti Press, Moscow 1970"
    citation = read_line(linked(line, line), Context()).citation
    assert citation is not None
    assert (citation.title, citation.publisher) == ("Wool: Fact and Fiction", "Novosti Press")


@pytest.mark.parametrize(
    "title", ["Thomas Elm: Selected Writings", "Thomas Elm – A Life", "Weavers’ Union: Outline History"]
)
def test_a_name_and_a_colon_in_the_mark_before_an_imprint_are_the_title_s(title: str) -> None:
    line = f"{title}, edited by Sue Ash, Weft Press, Leeds, 1954, 63 pages."
    for block in (linked(line, title), replace(linked(line, title), links=(), emphasis=(Span(0, len(title)),))):
        citation = read_line(block, Context()).citation
        assert citation is not None
        assert (citation.title, [one.name_raw for one in citation.contributors]) == (title, ["Sue Ash"])


def test_a_name_turned_round_in_the_mark_is_none_of_the_title() -> None:
    assert read_linked("Elm, Thomas: The Mill Hands", ", Weft Press, Leeds, 1954, 63 pages.") == (
        "The Mill Hands",
        ["Elm, Thomas"],
    )
