"""What is passed over because it seems to have nothing to join has nothing to join: else a line would be read wrong."""

import pytest

from shelflist.parse.segments import refine
from shelflist.parse.segments.cuts import cut
from shelflist.parse.segments.joins import joined_up
from shelflist.parse.segments.ties import are_tied, ties_of
from shelflist.parse.segments.tokens import Segment, segment
from shelflist.parse.vocabulary.gazetteer import gazetteer_for
from shelflist.parse.vocabulary.lookups import USUAL
from tests.parse.marked import read_lines

GAZETTEER = gazetteer_for(USUAL)


def segments_of(text: str) -> list[Segment]:
    return segment(text, 0, len(text))


@pytest.mark.parametrize("name", ["development.txt", "development2.txt", "development3.txt", "development4.txt"])
def test_segments_that_stand_apart_are_neither_joined_nor_cut(name: str) -> None:
    apart = 0
    for line in read_lines(name):
        segments = segments_of(line.block.text)
        for opens in (True, False):
            if segments and refine._stand_apart(segments, GAZETTEER, opens):
                apart += 1
                assert joined_up(segments, GAZETTEER, opens=opens) == segments
                assert [part for piece in segments[1:] for part in cut(piece, GAZETTEER)] == segments[1:]
    assert apart > 50


@pytest.mark.parametrize(
    ("line", "tied"),
    [
        ("Karl Ash, Weft Press, Leeds, 1954", False),
        ("Karl Ash, Lawrence and Wishart, London, 1954", False),
        ("Karl Ash, Labour Research Department, London, 1954", False),
        ("Karl Ash, Little, Brown and Company, Boston, 1954", True),
        ("Karl Ash, Longman, Green & Longmans, London, 1851", True),
        ("Independent Labour Party, Bradford Branch, 1954", True),
        ("Karl Ash, Weft Press, August 12, 1966", True),
        ("Karl Ash, Tom Elm, eds, Weft Press, 1966", True),
    ],
)
def test_what_may_be_joined_is_tied(line: str, tied: bool) -> None:
    assert are_tied([ties_of(piece.text, GAZETTEER) for piece in segments_of(line)]) is tied
