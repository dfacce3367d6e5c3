"""Lines whose fields are parted by dashes: "The Mill Hands – Rewi Ash – Weft Press, Leeds – 1954".

A dash may also stand in a title. It parts fields only where what follows is one by its form.
"""

import re

from shelflist.parse.dates import read_date
from shelflist.parse.gazetteer import Gazetteer
from shelflist.parse.imprint import place_score, publisher_score
from shelflist.parse.names import names_score
from shelflist.parse.tokens import Segment, trimmed

_DASH = re.compile(r"\s(?:--|[–—-])\s")
_LONGEST = 300


def at_dashes(piece: Segment, gazetteer: Gazetteer, *, opens: bool, named_later: bool) -> list[Segment]:
    """The segment in its parts. `opens`: it opens with a title; `named_later`: the author stands elsewhere."""
    if len(piece.text) > _LONGEST or not _DASH.search(piece.text) or read_date(piece.text) is not None:
        return [piece]
    parts = _parts(piece)
    first = 1 if opens else 0
    for i in range(first, len(parts)):
        if _is_field(parts[i].text, gazetteer, names=not (opens and named_later)):
            if not opens and i > 0:
                return [piece]
            title = trimmed(piece.text, 0, parts[i - 1].end - piece.start, piece.gap) if opens else None
            opening = [_moved(title, piece)] if title else []
            return [*opening, *(part._replace(gap=",") for part in parts[i:])]
    return [piece]


def _parts(piece: Segment) -> list[Segment]:
    parts, begin, gap = [], 0, piece.gap
    for found in [*_DASH.finditer(piece.text), None]:
        part = trimmed(piece.text, begin, found.start() if found else len(piece.text), gap, piece.inner)
        if part:
            parts.append(_moved(part, piece))
        begin, gap = (found.end(), ",") if found else (0, "")
    return parts


def _moved(part: Segment, piece: Segment) -> Segment:
    return part._replace(start=part.start + piece.start, end=part.end + piece.start)


def _is_field(words: str, gazetteer: Gazetteer, *, names: bool) -> bool:
    if read_date(words) is not None or publisher_score(words, gazetteer) >= 4.5 or place_score(words, gazetteer) > 5:
        return True
    return names and names_score(words, gazetteer) >= 3.9
