"""Lines under a heading that says that books are listed, where a name or a year beside the title is enough."""

import pytest

from shelflist.models.citation import Citation, LineKind
from shelflist.models.page import Block, BlockKind, Page
from shelflist.parse.context.reading_lists import lists_books
from shelflist.parse.line import Context, read_line, read_text
from shelflist.parse.page import read_page
from shelflist.parse.vocabulary.lookups import USUAL
from tests.parse.lines import linked, names

UNDER = Context(heading_path=("Recommended Reading",))


def listed(text: str) -> Citation | None:
    return read_text(text, UNDER).citation


@pytest.mark.parametrize(
    ("text", "title", "author"),
    [
        ("The Bag of Wool, by Wes Magee", "The Bag of Wool", "Wes Magee"),
        ("What’s Underground? by Sabrina Crewe", "What’s Underground?", "Sabrina Crewe"),
        ("Public Wool — Walter Lippmann", "Public Wool", "Walter Lippmann"),
        ("Walter Lippmann – Public Wool", "Public Wool", "Walter Lippmann"),
        ("Malcolm Lowry: Under the Loom", "Under the Loom", "Malcolm Lowry"),
        ("Tony Benn, Arguments for Wool", "Arguments for Wool", "Tony Benn"),
        ("Wool and Empire, Eric Hobsbawm", "Wool and Empire", "Eric Hobsbawm"),
        ("The Gift (Marcel Mauss)", "The Gift", "Marcel Mauss"),
        ("• The Gift (Marcel Mauss)", "The Gift", "Marcel Mauss"),
        ("Paul Preston The Spanish Weavers", "The Spanish Weavers", "Paul Preston"),
    ],
)
def test_a_name_and_a_title_are_an_entry_of_a_list_of_books(text: str, title: str, author: str) -> None:
    citation = listed(text)
    assert citation is not None
    assert (citation.title, names(citation)) == (title, [author])
    assert read_text(text).kind is not LineKind.ENTRY


def test_a_title_and_its_year_in_a_bracket_are_one() -> None:
    citation = listed("From Wool to Cotton (1951)")
    assert citation is not None
    assert (citation.title, citation.date_edtf) == ("From Wool to Cotton", "1951")
    assert listed("Weft & Warp, 1951") is None


@pytest.mark.parametrize(
    "text",
    [
        "Class Structure and Class Formation",
        "The books listed are recommended by Eric Hobsbawm",
        "Compiled by Eric Hobsbawm",
        "Books by Eric Hobsbawm",
        "Eric Hobsbawm, Secretary of the Society",
        "Eric Hobsbawm (1917-2012)",
        "The Spanish Civil War (1936-39)",
        "Sources, methods and thanks, Leeds",
        "Chapter 3: The Rise of the Unions",
    ],
)
def test_other_lines_stand_in_such_lists_too(text: str) -> None:
    assert listed(text) is None


@pytest.mark.parametrize(
    ("headings", "title", "are_books"),
    [
        (("Further reading",), None, True),
        (("Books", "On Spain"), None, True),
        (("Books by Rewi Ash", "Films"), None, False),
        (("Book reviews",), None, False),
        ((), "Bibliography of the Loom", True),
        (("Contents",), "Reading list", False),
        ((), "Books and pamphlets from Leeds", False),
        (("The Loom",), "The Weaver", False),
    ],
)
def test_the_innermost_heading_that_says_what_it_lists_decides(
    headings: tuple[str, ...], title: str | None, are_books: bool
) -> None:
    assert lists_books(headings, title) is are_books


def test_a_name_alone_in_a_bracket_after_a_linked_title_is_its_author() -> None:
    citation = read_line(linked("The Gift (Marcel Mauss)", "The Gift"), Context()).citation
    assert citation is not None
    assert (names(citation), citation.other_title_information) == (["Marcel Mauss"], None)


BY_NAME = [
    ("The Bag of Wool, by Wes Magee", "The Bag of Wool"),
    ("Public Wool by Walter Lippmann", "Public Wool"),
    ("The Crowd by Eric Hobsbawm", "The Crowd"),
    ("Mastery by Robert Greene", "Mastery"),
    ("The Weaver by Ann Hill", "The Weaver"),
]


def entries_among(lines: list[str], *, fewer: int = 0) -> list[str]:
    """Those of `lines` that are entries of a page on which the lines of `BY_NAME` stand, their titles linked."""
    linked_ones = [linked(*one) for one in BY_NAME[fewer:]]
    blocks = (*linked_ones, *(Block(BlockKind.LINE, line) for line in lines))
    reading = read_page(Page(url="https://archive.test/", blocks=blocks), USUAL)
    return [entry.raw for entry in reading.entries if entry.raw in lines]


def test_a_line_typed_as_the_page_types_names_and_titles_is_an_entry_too() -> None:
    lines = ["The True Believer by Eric Hoffer", "Portrait of a Weaver – Eric Hoffer", "Ann Hill: Weavers", "Home"]
    assert entries_among(lines) == ["The True Believer by Eric Hoffer"]
    assert entries_among(lines, fewer=1) == []


def test_lines_that_outnumber_such_entries_are_contents_or_captions() -> None:
    words = ("Red", "Blue", "Green", "White", "Black", "Old")
    others = [f"The {word} Mill" for word in words]
    assert entries_among([*(f"The {word} Loom by Eric Hoffer" for word in words), *others]) == []


def test_numbered_lines_that_nearly_all_are_titles_by_somebody_are_a_list_of_books() -> None:
    towns = ("Leeds", "Hull", "York", "Bath", "Rye")
    lines = [Block(BlockKind.LINE, f"{n}. The Mill Hands of {town} by Karl Ash") for n, town in enumerate(towns, 1)]
    others = [Block(BlockKind.LINE, f"{n}. Weaving is the trade of {town}.") for n, town in enumerate(towns, 6)]
    for blocks, entries in ((lines, 5), (lines[:4], 0), (lines + others, 0)):
        page = Page(url="https://archive.test/", blocks=tuple(blocks))
        assert len(read_page(page, USUAL).entries) == entries
