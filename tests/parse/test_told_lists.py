"""Lines of which a person says that they are books, and on which side of the title the author stands."""

from dataclasses import replace

import pytest

from shelflist.models.page import Block, BlockKind, Span
from shelflist.parse.context.manner import AUTHOR_FIRST, BESIDE, IS_ENTRY, PLACE_FIRST, Manner, Said
from shelflist.parse.line import Context, block_of_text, read_alone, read_line
from shelflist.parse.page import read_page
from shelflist.parse.vocabulary.lookups import USUAL
from tests.parse import bare_manners, test_page
from tests.parse.facts import facts
from tests.parse.lines import named
from tests.parse.manners import read_by
from tests.parse.marked import read_lines
from tests.parse.pages import page_of

BOOKS, AUTHOR_LEADS, TITLE_LEADS = Said(True), Said(True, True), Said(True, False)
ITEM = "ul:nth-of-type(1) > li:nth-of-type(2)"


def told(text: str, manner: Manner, dom_path: str = "", **context: object) -> tuple[str | None, list[str], str | None]:
    """Title, authors and date; a title of None is no entry."""
    block = Block(BlockKind.LINE, text, dom_path=dom_path)
    citation = read_alone(block, Context(manner=manner, **context)).citation  # type: ignore[arg-type]
    return (citation.title, named(citation), citation.date_edtf) if citation else (None, [], None)


@pytest.mark.parametrize(
    ("text", "title", "author", "date"),
    [
        ("The Mill Hands by Tuvo Kelmar", "The Mill Hands", "Tuvo Kelmar", None),
        ("The Mill Hands, Tuvo Kelmar", "The Mill Hands", "Tuvo Kelmar", None),
        ("The Mill Hands. Tuvo Kelmar.", "The Mill Hands", "Tuvo Kelmar", None),
        ("The Mill Hands; Tuvo Kelmar", "The Mill Hands", "Tuvo Kelmar", None),
        ("Tuvo Kelmar: The Mill Hands", "The Mill Hands", "Tuvo Kelmar", None),
        ("Tuvo Kelmar / The Mill Hands", "The Mill Hands", "Tuvo Kelmar", None),
        ("3. Tuvo Kelmar, The Mill Hands (1954)", "The Mill Hands", "Tuvo Kelmar", "1954"),
        ("1954: Tuvo Kelmar, The Mill Hands", "The Mill Hands", "Tuvo Kelmar", "1954"),
        ("Kelmar, Tuvo. I Went to the Mill.", "I Went to the Mill", "Kelmar, Tuvo", None),
        ("Kelmar, T. K. Looms.", "Looms", "Kelmar, T. K.", None),
        ("The Mill Hands, 1954", "The Mill Hands", None, "1954"),
        ("(1954) The Mill Hands", "The Mill Hands", None, "1954"),
        ("1954 The Mill Hands", "The Mill Hands", None, "1954"),
        ("Loom Girl by Wonder Fairhope", "Loom Girl", "Wonder Fairhope", None),
        ("Tuvo Kelmar THE MILL HANDS", "THE MILL HANDS", "Tuvo Kelmar", None),
        ("THE MILL HANDS Tuvo Kelmar", "THE MILL HANDS", "Tuvo Kelmar", None),
        ("The Mill Hands / Kelmar, Thomas", "The Mill Hands", "Kelmar, Thomas", None),
        ("#12 The Mill Hands (Ardent House) by Tuvo Kelmar", "The Mill Hands", "Tuvo Kelmar", None),
        (
            "Tuvo Kelmar: The Mill Hands: a tale that nobody told",
            "The Mill Hands: a tale that nobody told",
            "Tuvo Kelmar",
            None,
        ),
        ("The Mill Hands – Tuvo Kelmar (Ardent House)", "The Mill Hands", "Tuvo Kelmar", None),
    ],
)
def test_a_title_and_one_thing_beside_it_are_a_book(
    text: str, title: str, author: str | None, date: str | None
) -> None:
    assert told(text, BOOKS) == (title, [author] if author else [], date)
    assert told(text, Said(False)) == (None, [], None) or " by " not in text


def test_the_side_that_is_said_decides_where_both_look_like_names() -> None:
    text = "David Kelmar, Tuvo Blane"
    assert told(text, AUTHOR_LEADS) == ("Tuvo Blane", ["David Kelmar"], None)
    assert told(text, TITLE_LEADS) == ("David Kelmar", ["Tuvo Blane"], None)
    assert told("Stella Fisher Mill Hands of York", AUTHOR_LEADS) == ("Mill Hands of York", ["Stella Fisher"], None)


@pytest.mark.parametrize(
    "text", ["Stella Fisher, Mill Hands, Ardent House", "Fisher, Stella, Mill Hands, Ardent House"]
)
def test_what_follows_the_title_is_none_of_it(text: str) -> None:
    assert told(text, AUTHOR_LEADS)[0] == "Mill Hands"


def test_a_title_alone_is_a_book_where_it_stands_out() -> None:
    text = "The Mill Hands of York"
    marked = Block(BlockKind.LINE, text, emphasis=(Span(0, len(text)),))
    assert told(text, BOOKS) == (None, [], None)
    assert told(text, BOOKS, ITEM)[0] == text
    assert told("Looms", BOOKS, ITEM) == (None, [], None)
    assert told("Looms", BOOKS, heading_path=("Ash, Rewi",)) == ("Looms", ["Ash, Rewi"], None)
    assert read_alone(marked, Context(manner=BOOKS)).citation is not None


@pytest.mark.parametrize(
    "text",
    [
        "We met the weavers at Leeds in 1954.",
        "This is a list of books on weaving, and it was made in 1954.",
        "26th August 1954.",
        "Leeds, 1954",
        "The strike between 1913 and 1926",
        "Stella Fisher, General Secretary of the Union",
        "Fisher, Stella. National Organiser of the Weavers.",
        "Mill Hands (Film), directed by Stella Fisher, 1954, 87 minutes",
        "Stella Fisher speaking at the gates, Leeds, 1954. Photo: Tom Elm",
        "The Weavers’ Fair, Cloth Hall, Leeds, Saturday 3 May 1954, 7 pm",
        "Back to the index",
        "More to be added",
        "Contents",
        "Annual subscription 5s., post free.",
        "Leeds",
        "Books:",
        "ISSN 0308-7298",
    ],
)
def test_plain_signs_hold_against_the_persons_word(text: str) -> None:
    assert told(text, BOOKS, ITEM) == (None, [], None)


def test_the_evidence_says_what_the_source_file_said() -> None:
    every = Said(True, True, True)
    bare = read_alone(block_of_text("Tuvo Kelmar: The Mill Hands"), Context(manner=every))
    assert [(field, IS_ENTRY in why or AUTHOR_FIRST in why) for field, _, why in bare.evidence] == [
        ("contributors", True),
        ("title", True),
    ]
    assert bare.evidence[1][2].endswith(BESIDE)  # and not that it is marked
    whole = read_alone(block_of_text("Tuvo Kelmar, The Mill Hands, Leeds, Ardent House, 1954"), Context(manner=every))
    why = {field: reason for field, _, reason in whole.evidence}
    assert PLACE_FIRST in why["publisher"]
    assert IS_ENTRY not in why["title"]  # it is one by its own words


def test_the_order_that_is_said_goes_before_the_pages_habit() -> None:
    page = page_of(*test_page.AUTHOR_FIRST, "Brannoc Teale, Old Dyers, Mulholland, London, 1936, 96 pages.")
    last = [read_page(page, USUAL, manner=said).entries[-1].citation for said in (Said(), Said(author_first=False))]
    assert [(one.title, named(one)) for one in last] == [("Old Dyers", ["Brannoc Teale"]), ("Brannoc Teale", [])]


def test_a_heading_counts_for_nothing_where_the_lines_are_said_to_be_no_books() -> None:
    heading = ("Further reading",)
    assert told("The Mill Hands, by Tuvo Kelmar", Said(), heading_path=heading)[0] == "The Mill Hands"
    assert told("The Mill Hands, by Tuvo Kelmar", Said(False), heading_path=heading)[0] is None


def test_no_entry_is_lost_by_saying_that_the_lines_are_books() -> None:
    for line in read_lines("development5.txt"):
        if read_line(line.block, line.context).citation is not None:
            for said in (BOOKS, AUTHOR_LEADS):
                assert read_line(line.block, replace(line.context, manner=said)).citation is not None, line.block.text


def test_lines_in_bare_manners_are_mostly_read_right_where_it_is_said_how_they_are_typed() -> None:
    known = facts()
    read, right, lines = read_by(known, leave_out=True), 0, 0
    for number, (way, first) in enumerate(bare_manners.ways()):
        score = bare_manners.read_as(Said(True, first), bare_manners.lines_of(number, way, known, 2), read)
        right, lines = right + sum(one.core_right for one in score.outcomes), lines + score.entries
    assert right >= 0.86 * lines
