"""What holds for every line, whatever it says."""

import re
from collections.abc import Callable
from functools import partial

import pytest
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st

from shelflist.models.citation import LineKind, Reading
from shelflist.models.page import Block, BlockKind, Link, Page, Span
from shelflist.parse.context.manner import Said
from shelflist.parse.context.supplied import opens_part
from shelflist.parse.line import Context, read_line, read_text
from shelflist.parse.looks.name_parts import PersonName, read_names
from shelflist.parse.page import read_page
from shelflist.parse.vocabulary.gazetteer import gazetteer_for
from shelflist.parse.vocabulary.lookups import USUAL
from tests.parse.nothing_lost import check_nothing_lost
from tests.support.work import calls, is_done_within

WORDS = (
    """
The|Workers|and|of|by|edited by|Karl Marx|VI Lenin|WP|Zelda Coates|Progress|London|Moscow|Peking 1966|1939
1941?|n.d.|n.p.|1918-1922|early 1940’s?|Volume 2|No. 3 (80)|Part1 – the Dominated|(|)|[|]|“|”
first published 1919|reprinted|2nd edition|leaflet|251 pages|pages 4-9|1 page|Leeds: Weft Press
with an introduction by|a review of policy|Spring 1979|9×12 inches|ISBN 0-85315-000-1|May|12|Ash, Rewi.|?|–
£2 & 3d.|#7|C + D|50%|published by|n.p. (Dublin?)|second printing 1961|Labour Monthly|Selected Works
""".strip()
    .replace("\n", "|")
    .split("|")
)
LINES = st.lists(
    st.tuples(st.sampled_from(WORDS), st.sampled_from([", ", ",, ", ". ", ",. ", " ", "; ", ": ", ","])), max_size=25
).map(lambda pairs: "".join(word + gap for word, gap in pairs))


@given(st.text(max_size=300))
def test_no_text_is_too_strange_to_read(text: str) -> None:
    assert isinstance(read_text(text), Reading)


@given(LINES)
@example("reprinted,1941? (],")
@example("Selected Works,. London; 50% (Karl Marx; 251 pages – reprinted. – (")
@example("reprinted,, Karl Marx,1939. n.d.: [ ] ")
@example("n.p. (Labour Monthly,, ),. n.d.,, ")
@example("Calculus, ; pages. Piskunov / 120 Integral")
@example("Weft Hands. Vol. 2, Prisons / Rewi Ash ; foreword by ‘Sue Elm. — Leeds :, 1957. — 251 p. ; 22 cm.")
@example("The Mill Hands, Rewi Ash,\ud800, 1954, 3 pages")
@example("The, 251 pages: n.d., ")
@example(
    "Progress by) 1 page,, 9×12 inches (first published 1919. ),, 1941?: 1 page: –,. of,. £2 & 3d. by (reprinted; £2: "
)
@example("“, ” (),, Part1 – the Dominated. early 1940’s? – [,1941? Progress,, (Selected Works,2nd edition 1939) ")
@example("leaflet,n.p. (Dublin?),, first published 1919 (,, pages 4-9 – n.p. ): C + D,. Progress; ")
@example("edited by , pages. Songs")  # a comma before anybody is named
@example("Karl Marx, 251 pages, 251 pages, Peking 1966, ")  # what heads the line has nothing after it but what resumes
def test_no_order_of_words_is_too_strange_to_read(text: str) -> None:
    reading = read_text(text)
    assert (reading.kind is LineKind.ENTRY) == (reading.citation is not None)


@given(LINES, st.data())
def test_marks_may_stand_anywhere(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    link = Link("x.pdf", "https://archive.test/x.pdf", text[start:end], start, end)
    block = Block(BlockKind.LINE, text, links=(link,), emphasis=(Span(end, len(text)),))
    assert read_line(block, Context()) == read_line(block, Context())
    said = Said(True, data.draw(st.sampled_from([None, False, True])))
    assert read_line(block, Context(manner=said)).kind in LineKind


def test_a_stop_among_names_is_nobody() -> None:
    assert read_names(". with Ann Hill", gazetteer_for(USUAL)) == (PersonName("Ann Hill", "Hill", "Ann"),)


@given(LINES)
def test_the_same_line_is_always_read_the_same(text: str) -> None:
    assert read_text(text) == read_text(text)


@given(LINES)
@settings(max_examples=150)
def test_no_word_of_an_entry_is_lost(text: str) -> None:
    check_nothing_lost(text, read_text(text))


@given(st.lists(st.one_of(LINES, st.text(max_size=80)), max_size=5))
@settings(max_examples=60)
def test_a_page_keeps_every_character_of_its_lines(texts: list[str]) -> None:
    blocks = tuple(Block(BlockKind.LINE, text) for text in texts)
    reading = read_page(Page(url="https://archive.test/", blocks=blocks), USUAL)
    assert [line.text for line in reading.lines] == texts
    assert [entry.raw for entry in reading.entries] == [texts[entry.position] for entry in reading.entries]


@given(LINES, LINES)
@settings(max_examples=60)
def test_a_line_is_read_the_same_whatever_stands_beside_it(text: str, neighbour: str) -> None:
    """Volumes and editions of a set apart: the header above them is stated context (`test_page.py`)."""
    assume(not opens_part(text) and not opens_part(neighbour))
    blocks = [Block(BlockKind.LINE, one) for one in (neighbour, text, neighbour)]
    page = read_page(Page(url="https://archive.test/", blocks=tuple(blocks)), USUAL)
    alone = read_line(blocks[1], Context())
    assert page.lines[1].kind == alone.kind
    assert [entry.citation for entry in page.entries if entry.position == 1] == (
        [alone.citation] if alone.citation else []
    )


@given(LINES)
def test_dates_are_edtf_of_level_one(text: str) -> None:
    citation = read_text(text).citation
    year = r"\d{3}[\dX]"
    point = rf"{year}(-(0[1-9]|1[0-2]|2[1-4]))?(-\d\d)?[?~%]?"
    for date in (citation.date_edtf, citation.original_date_edtf) if citation else ():
        assert date is None or re.fullmatch(rf"{point}(/{point})?", date)


@given(LINES)
def test_a_confidence_is_a_share(text: str) -> None:
    citation = read_text(text).citation
    assert citation is None or 0.0 <= citation.parse_confidence <= 1.0


PIECES = (
    """
a, |A, |(|“|1, |. |and |by A. Hill, |1939, |London: |pages |1 p|Vol. 1, |A.B. |x@|–|édité |( ) |no1,|is a |Part 1 –
(London: A, 1932)|reprinted|under the leadership of A. Hill|Dr|n.p. (A?)|first published|A and|“a”|[1932]|J.
""".strip("\n")
    .replace("\n", "|")
    .split("|")
)


def long_line(piece: str) -> Callable[[], Reading]:
    text = (f"{piece} " * 3900)[:3900] + ", Progress, Moscow, 1970, 20 pages."
    return partial(read_text, text)


@pytest.mark.parametrize("piece", PIECES)
def test_four_thousand_characters_are_no_more_work_than_their_length(piece: str) -> None:
    """Looking at every pair of their words would be 400 calls a character and more."""
    assert calls(long_line(piece)) < 200 * 3900  # measured: at most 77 a character


@pytest.mark.parametrize("piece", PIECES)
def test_no_pattern_backtracks_over_four_thousand_characters(piece: str) -> None:
    assert is_done_within(0.5, long_line(piece))  # measured: at most 0.021


def test_a_line_of_more_than_four_thousand_characters_stays_unread() -> None:
    entry = "Mother, Maxim Gorky, Progress, Moscow, 1970, 420 pages."
    assert read_text(entry).kind is LineKind.ENTRY
    assert read_text("A very long title " * 250 + entry) == Reading(kind=LineKind.PROSE)


def test_letters_that_only_patterns_take_for_others_are_read_too() -> None:
    for line in (
        "A Title, Progress, Moscow, 1970, 20 pages. In Spanısh.",
        "A Title, Progress, Moscow, 1970, sıx pages.",
    ):
        assert read_text(line).kind is LineKind.ENTRY
