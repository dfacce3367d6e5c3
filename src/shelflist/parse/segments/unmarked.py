"""A line, or what its opening leaves of it, whose title nothing marks.

It is parted by its areas, at the one sign between title and author or title and imprint, or by its commas and stops.
"""

from shelflist.parse.grammar import Label
from shelflist.parse.segments.areas import (
    GAP,
    Area,
    areas_of,
    author_after_title,
    imprint_after_title,
    may_be_parted,
    read_areas,
)
from shelflist.parse.segments.asides import segment_beside
from shelflist.parse.segments.author_held import after_author_held
from shelflist.parse.segments.formed import Formed, joined
from shelflist.parse.segments.refine import refine
from shelflist.parse.segments.tokens import Segment, past, segment
from shelflist.parse.vocabulary.gazetteer import Gazetteer


def unmarked(text: str, start: int, end: int, gazetteer: Gazetteer, *, named: bool) -> Formed:
    """`named`: who wrote stands before it."""
    parted = may_be_parted(text, start, end)
    if parted and len(areas := areas_of(text, start, end)) > 1:
        return read_areas(text, areas, gazetteer, titled=False, named=named)
    if held := after_author_held(text, start, end, gazetteer, named=named):
        return joined(refine(segment(text, start, held[0]), gazetteer, named=named), held[1])
    if parted and not named and (joint := author_after_title(text, start, end, gazetteer)):
        return _at_joint(text, start, end, joint, gazetteer)
    if parted and (two := imprint_after_title(text, start, end, gazetteer)):
        return read_areas(text, two, gazetteer, titled=False, named=True)
    return Formed(refine(segment_beside(text, start, end, gazetteer), gazetteer, named=named), {})


def _at_joint(text: str, start: int, end: int, joint: tuple[Area, Area], gazetteer: Gazetteer) -> Formed:
    sign, author = joint
    title = refine(segment(text, start, sign[0]), gazetteer)
    rest = segment_beside(text, past(text, author[1], end, " –—-|/"), end, gazetteer)
    names = Segment(text[author[0] : author[1]], *author, GAP)
    return Formed([*title, names, *refine(rest, gazetteer, opens=False, named=True)], {len(title): Label.AUTHOR})
