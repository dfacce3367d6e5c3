"""The imprint of a line that goes on after its extent: "The Mill Hands, 63 pages, Weft Press, Leeds, 1975".

What follows an extent is else a note, a series or a host, which `tail` reads.
"""

import re

from shelflist.parse.looks.date_points import YEAR_FORM
from shelflist.parse.looks.dates import read_date
from shelflist.parse.looks.extent import Extent
from shelflist.parse.looks.hosts import host_score
from shelflist.parse.looks.imprint import is_house_or_place
from shelflist.parse.segments.refine import refine
from shelflist.parse.segments.tokens import Segment, segment
from shelflist.parse.vocabulary.gazetteer import Gazetteer

_YEAR_HELD = re.compile(rf",?\s\((?P<year>{YEAR_FORM})\)\.?$")
_CLOSES = re.compile(r"\.\s(?P<place>[A-ZÀ-Þ][^:.;()]{2,40}):\s(?P<house>[A-ZÀ-Þ][^:;()]{2,60}?)\.?$")
""" "In Lives at the Loom (pp. 3-14). Leeds: Weft Press.": the year stands before the title."""
_YEAR = re.compile(rf"(?<!\d){YEAR_FORM}(?!\d)|\bn\.?d\.")


def resumes(text: str, extent: Extent, gazetteer: Gazetteer) -> list[Segment]:
    """The imprint that follows the extent: "63 pages, Progress, Moscow, 1975", "pages 70-81 in Speeches, FLPH, 1951".

    Nothing where the line was dated before, or what follows is a note.
    """
    if extent.is_range and (held := _YEAR_HELD.match(text, extent.end)):
        return [Segment(held["year"], *held.span("year"), ",")]  # "Weft, 43(9), 376-381 (1933)"
    if extent.is_range and (held := _CLOSES.match(text, extent.end)) and gazetteer.is_place(held["place"]):
        return refine(segment(text, held.start("place"), held.end("house")), gazetteer, opens=False)
    if not _YEAR.search(text, extent.end) or _YEAR.search(text, 0, extent.start):
        return []
    pieces = refine(segment(text, extent.end, len(text)), gazetteer, opens=False)
    if not pieces or not any(read_date(piece.text) for piece in pieces):
        return []
    of_imprint = any(piece.gap == "by" or is_house_or_place(piece.text, gazetteer) for piece in pieces)
    return pieces if of_imprint or host_score(pieces[0].text, False, gazetteer) > 0 else []
