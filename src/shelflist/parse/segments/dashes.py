"""Fields parted by a dash among commas: "The Mill Hands – Rewi Ash, Weft Press, Leeds, 1954".

A dash may also stand in a title. It parts fields only where what follows is one by its form. Where dashes part all
areas of a line is judged in `areas`.
"""

import re

from shelflist.parse.looks.dates import YEAR_OR_NONE, read_date
from shelflist.parse.looks.grades import A_PLACE, NAMED, SURE_FIRM
from shelflist.parse.looks.imprint import place_score, publisher_score
from shelflist.parse.looks.names import names_score
from shelflist.parse.looks.roles import read_role
from shelflist.parse.looks.roles_inside import role_inside
from shelflist.parse.segments.asides import ASIDE
from shelflist.parse.segments.tokens import Segment, moved, trimmed
from shelflist.parse.vocabulary.gazetteer import Gazetteer

_DASH = re.compile(r"\s(?:--|[–—-])\s(?!(?<=\d\d\d\d\s.\s)\d\d\d\d(?!\d))")
""" "Looms of Leeds 1872 - 1954": between two years it parts nothing."""
_VOLUME = re.compile(r"(?i:vol(?:ume)?)\.?\s?(?:\d{1,3}|[IVXLC]{1,6})$")
""" "Looms of Leeds – Vol 31": a volume of what it stands in."""
_HELD = re.compile(r"\s[(\[][^()\[\]]*[)\]]$")
""" "Rewi Ash (Weft Press, 1954)": what a bracket tells after the names."""
_LONGEST = 300
_NOT_AT_ALL = 99.0


def count_dashes(text: str) -> int:
    """Those with a space on either side."""
    if " –" not in text and " -" not in text and " —" not in text:
        return 0
    return len(_DASH.findall(text))


def at_dashes(piece: Segment, gazetteer: Gazetteer, *, opens: bool, named_later: bool, needed: float) -> list[Segment]:
    """The segment in its parts. `opens`: it opens with a title; `named_later`: the author stands elsewhere.

    `needed`: how surely a part must be names; less where the line has more dashes.
    """
    if len(piece.text) > _LONGEST or piece.gap == ASIDE or not _DASH.search(piece.text) or read_date(piece.text):
        return [piece]
    parts = _parts_at_dashes(piece)
    if opens:
        return _after_title(piece, parts, gazetteer, _NOT_AT_ALL if named_later else needed)
    split = any(_is_field(part.text, gazetteer, needed) or read_role(part.text, gazetteer) for part in parts)
    return parts if split or _VOLUME.match(parts[-1].text) else [piece]


def _after_title(piece: Segment, parts: list[Segment], gazetteer: Gazetteer, needed: float) -> list[Segment]:
    """Dashes up to the first other field are the title's own."""
    for i in range(1, len(parts)):
        words = parts[i].text
        if (
            _is_field(words, gazetteer, needed)
            or (i + 1 == len(parts) and _VOLUME.match(words))
            or role_inside(parts[i - 1].text, gazetteer)
        ):
            title = trimmed(piece.text, 0, parts[i - 1].end - piece.start, piece.gap)
            return [*([moved(title, piece.start)] if title else []), *parts[i:]]
    return [piece]


def _parts_at_dashes(piece: Segment) -> list[Segment]:
    """Each dash cuts."""
    parts, begin, gap = [], 0, piece.gap
    for found in [*_DASH.finditer(piece.text), None]:
        part = trimmed(piece.text, begin, found.start() if found else len(piece.text), gap, piece.inner)
        if part:
            parts.append(moved(part, piece.start))
        begin, gap = (found.end(), ",") if found else (0, "")
    return parts


def _is_field(words: str, gazetteer: Gazetteer, needed: float) -> bool:
    if (
        gazetteer.is_place(words.partition(":")[0].strip())
        or read_date(words) is not None
        or publisher_score(words, gazetteer) >= SURE_FIRM
        or place_score(words, gazetteer) >= A_PLACE
    ):
        return True
    return _are_names(words, gazetteer, needed)


def _are_names(words: str, gazetteer: Gazetteer, needed: float) -> bool:
    """Alone, or with a bracket after them; where it holds a date, as an imprint does, they need be less sure."""
    held = _HELD.search(words)
    if held is None:
        return names_score(words, gazetteer) >= needed
    dated = needed < _NOT_AT_ALL and YEAR_OR_NONE.search(held.group()) is not None
    return names_score(words[: held.start()], gazetteer) >= (NAMED if dated else needed)
