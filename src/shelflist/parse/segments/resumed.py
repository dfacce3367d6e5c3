"""Imprint or date of a line that goes on after its extent: "The Mill Hands, 63 pages, Weft Press, Leeds, 1975".

What follows an extent is else a note, a series or a host, which `tail` reads.
"""

import re

from shelflist.parse.looks.date_points import YEAR_FORM
from shelflist.parse.looks.dates import read_date
from shelflist.parse.looks.editions import tells_first_publication
from shelflist.parse.looks.extent import Extent
from shelflist.parse.looks.grades import A_PLACE, HOUSELIKE
from shelflist.parse.looks.hosts import host_score
from shelflist.parse.looks.imprint import NOT_PRINTED, is_house_or_place, place_score, publisher_score
from shelflist.parse.looks.prices import is_price
from shelflist.parse.segments.refine import refine
from shelflist.parse.segments.tokens import Segment, segment
from shelflist.parse.vocabulary.gazetteer import Gazetteer

_YEAR_HELD = re.compile(rf",?\s\((?P<year>{YEAR_FORM})\)\.?$")
_CLOSES = re.compile(r"\.\s(?P<place>[A-ZÀ-Þ][^:.;()]{2,40}):\s(?P<house>[A-ZÀ-Þ][^:;()]{2,60}?)\.?$")
""" "In Lives at the Loom (pp. 3-14). Leeds: Weft Press.": the year stands before the title."""
_YEAR = re.compile(rf"(?<!\d){YEAR_FORM}(?!\d)|\bn\.d\.")
_DATE_NEXT = re.compile(
    r"[\s,;:.–—|/)\]-]*[(\[]?(?P<date>n\.\s?d\.|[^,;.|()\[\]]{4,30}?)(?=[)\]]?\s*(?:[,;.|([]|[/–—-]\s|$))"
)
_IN_WORDS = re.compile(rf"\b(?:in|of|from|to|until|since|after|before)\s(?:[A-Z][a-z]{{2,8}}\s)?{YEAR_FORM}")
""" "smuggled out in March 1977": no date of the book."""
_DATED = re.compile(rf"(?:^|\(){YEAR_FORM}|(?:{YEAR_FORM}|\bn\.\s?d)[\W\ds]{{0,4}}$")
""" "The Mill Hands (1954), …", "…, Leeds, 1954": the line has its date, where it stands alone or comes last."""


def resumes(text: str, extent: Extent, gazetteer: Gazetteer) -> tuple[list[Segment], int]:
    """The imprint that follows the extent, "63 pages, Progress, Moscow, 1975", and where what is then said begins.

    Nothing where the line was dated before, or what follows is a note.
    """
    if not _YEAR.search(text, extent.end):
        closing = _closing(text, extent, gazetteer)
        return closing, len(text) if closing else extent.end
    if extent.is_range and (held := _YEAR_HELD.match(text, extent.end)):
        return [Segment(held["year"], *held.span("year"), ",")], len(text)  # "Weft, 43(9), 376-381 (1933)"
    before = text[: extent.start]
    told = _YEAR.search(before) is not None
    if told and _DATED.search(_IN_WORDS.sub("", before)):
        return [], extent.end
    if not extent.is_range and (date := _DATE_NEXT.match(text, extent.end)) and read_date(date["date"]):
        return _dated(text, date)
    pieces = refine(segment(text, extent.end, len(text)), gazetteer, opens=False)
    pieces, end = _up_to_stop(pieces, len(text))
    goes_on = _is_imprint if told else _may_be_imprint
    return (pieces, end) if goes_on(pieces, gazetteer) else ([], extent.end)


def _up_to_stop(pieces: list[Segment], end: int) -> tuple[list[Segment], int]:
    """Without the sentences after the date: "Weft Press, Leeds, 1975. In Danish."."""
    dated = next((i for i, piece in enumerate(pieces) if read_date(piece.text)), len(pieces))
    stop = next((i for i in range(dated + 1, len(pieces)) if "." in pieces[i].gap), 0)
    return (pieces[:stop], pieces[stop - 1].end) if stop else (pieces, end)


def _closing(text: str, extent: Extent, gazetteer: Gazetteer) -> list[Segment]:
    """House and place of a piece, whose year stands elsewhere."""
    if extent.is_range and (held := _CLOSES.match(text, extent.end)) and gazetteer.is_place(held["place"]):
        return refine(segment(text, held.start("place"), held.end("house")), gazetteer, opens=False)
    return []


def _dated(text: str, date: re.Match[str]) -> tuple[list[Segment], int]:
    """ "Weft Press, Leeds – 63 pages – 1975, first published 1938": the date alone, and with it the first."""
    dated = Segment(date["date"], *date.span("date"), ",")
    after = segment(text, date.end(), len(text))[:1]
    if after and after[0].gap == "," and tells_first_publication(after[0].text):
        return [dated, after[0]], after[0].end
    return [dated], date.end()


def _may_be_imprint(pieces: list[Segment], gazetteer: Gazetteer) -> bool:
    """A house, a place or who brought it out, and the date; or the periodical that a piece stands in."""
    if not pieces or not any(read_date(piece.text) for piece in pieces):
        return False
    if NOT_PRINTED.match(pieces[0].text) or host_score(pieces[0].text, False, gazetteer) > 0:
        return True
    return any(piece.gap == "by" or is_house_or_place(piece.text, gazetteer) for piece in pieces)


def _is_imprint(pieces: list[Segment], gazetteer: Gazetteer) -> bool:
    """House, listed place and date, and nothing but a price after them: whatever years the line told of before."""
    house, *rest = [piece.text for piece in pieces if not is_price(piece.text)] or [""]
    if not (NOT_PRINTED.match(house) or publisher_score(house, gazetteer) >= HOUSELIKE) or not 1 <= len(rest) <= 2:
        return False
    return read_date(rest[-1]) is not None and all(place_score(place, gazetteer) >= A_PLACE for place in rest[:-1])
