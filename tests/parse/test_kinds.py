"""What is an entry and what only looks like one."""

import pytest

from shelflist.models.citation import LineKind
from shelflist.models.page import Block, BlockKind, Link
from shelflist.parse import Context, read_line, read_text
from shelflist.sources.model import Lookups


def linked(text: str, marked: str, url: str = "https://archive.test/scan.pdf") -> Block:
    start = text.index(marked)
    return Block(BlockKind.LINE, text, links=(Link(url, url, marked, start, start + len(marked)),))


@pytest.mark.parametrize(
    "text",
    [
        "Free text with a bare URL https://www.archive.test/x.pdf and an address archivist@archive.test.",
        "A list in two halves.",
        "Posters.",
        "The book, published by Progress, Moscow, 1975, 250 pages, is worth reading.",
        "In 1917 the first edition came out in Petrograd, and the second, in 1918, in Moscow.",
        "Call the archive, telephone 0151 496 0000, to see the other 200 pages.",
        "Year; 1967",
        "Title – Author",
        "",
        "   ",
    ],
)
def test_prose_that_mentions_books_is_no_entry(text: str) -> None:
    assert read_text(text).kind is LineKind.PROSE


@pytest.mark.parametrize(
    "text", ["[More to be added.]", "More to come.", "(To follow.)", "[More documents to be added soon]"]
)
def test_an_entry_to_come_is_a_placeholder(text: str) -> None:
    assert read_text(text).kind is LineKind.PLACEHOLDER


@pytest.mark.parametrize(
    "text", ["(All the above are very large files.)", "NB. Volume 7 is missing.", "Note: the scans are poor."]
)
def test_a_remark_standing_alone_is_a_note(text: str) -> None:
    assert read_text(text).kind is LineKind.NOTE


@pytest.mark.parametrize(
    "text",
    [
        "Questions for our Guild, 1971, 5 pages.",
        "Some Rules, 3 pages.",
        "Untitled scans, n.p., n.d., 5 pages.",
        "No. 3 (80), May-June 1984",
        "Ash, Rewi. The Mill Hands. Leeds: Weft Press, 1954.",
        "The Mill Hands, Weft Press, Leeds, 1954",
    ],
)
def test_little_is_enough_for_an_entry(text: str) -> None:
    assert read_text(text).kind is LineKind.ENTRY


def test_a_title_linked_to_a_document_is_an_entry_by_itself() -> None:
    reading = read_line(linked("The Mill Hands", "The Mill Hands"), Context())
    assert reading.kind is LineKind.ENTRY
    assert reading.citation is not None
    assert reading.citation.title == "The Mill Hands"


def test_a_title_linked_to_another_page_is_not() -> None:
    block = linked("The Mill Hands", "The Mill Hands", "https://archive.test/mill-hands/")
    assert read_line(block, Context()).kind is LineKind.PROSE


def test_a_document_linked_inside_a_sentence_is_not() -> None:
    block = linked("There is more on this in our pamphlet, and it was written in 1932.", "pamphlet")
    assert read_line(block, Context()).kind is LineKind.PROSE


def test_a_site_names_its_own_placeholders_and_navigation() -> None:
    context = Context(lookups=Lookups(placeholders=("^Watch this space",), navigation=("^Back to the",)))
    assert read_text("Watch this space, 12 pages.", context).kind is LineKind.PLACEHOLDER
    assert read_text("Back to the list, 1939, 12 pages.", context).kind is LineKind.PROSE
