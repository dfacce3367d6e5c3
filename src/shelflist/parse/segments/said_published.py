"""An imprint in words: "published in 1975 by Weft Press", "issued by the Loom Society in 1975", "printed in Leeds".

Whatever its form, a house is named after "by"; here the words are parted from it and from the year.
"""

import re
from typing import NamedTuple

from shelflist.parse.looks.date_points import YEAR_FORM
from shelflist.parse.looks.imprint import PUBLISHED_BY
from shelflist.parse.segments.tokens import Segment, split_at

_BY_HOUSE = re.compile(
    rf"(?P<what>(?:published|printed|issued|re-?printed|re-?issued|re-?published)(?:\s(?:in\s)?{YEAR_FORM})?"
    rf"|(?:first|originally)\s(?:published|printed|issued)\s(?:in\s)?{YEAR_FORM})\s+by\s+(?:(?=the\s(?:authors?|compilers?|editors?)\b)|(?:the\s+)?(?=[A-Z]))",
    re.IGNORECASE,
)
_PUBLISHED_IN = re.compile(
    rf"(?:privately\s)?(?:published|issued|printed)\sin\s(?={YEAR_FORM}$|[A-ZÀ-Þ])", re.IGNORECASE
)
""" "published in 1975", "printed in Leeds": when or where, and nobody is named."""
_WITH_YEAR = re.compile(
    rf"(?P<said>(?:published|printed|issued)(?:\sin)?)\s(?P<year>{YEAR_FORM})(?:\sby)?$", re.IGNORECASE
)
_IN_YEAR = re.compile(rf"\sin\s(?P<year>{YEAR_FORM})$")


class Said(NamedTuple):
    """`house` may have a place beside it."""

    words: list[Segment]
    house: Segment | None
    year: list[Segment]


def said_published(piece: Segment) -> Said | None:
    """The words of publishing that open the segment, and whom or what they name."""
    text = piece.text
    if text[0] not in "frpiodtFRPIODT":
        return None
    if found := _BY_HOUSE.match(text):
        what, house = split_at(piece, found.end())
        if not what.text.casefold().startswith(("published", "printed", "issued")):
            what = what._replace(text=found["what"], end=what.start + len(found["what"]))
        return _of_house(_what_and_year(what), house._replace(gap="by"))
    if named := PUBLISHED_BY.match(text) or _PUBLISHED_IN.match(text):
        first, *rest = split_at(piece, named.end())
        return _of_house([first], rest[0]) if rest else Said([first], None, [])
    return None


def _what_and_year(what: Segment) -> list[Segment]:
    """ "published in 1975 by": the year is the item's."""
    found = _WITH_YEAR.match(what.text)
    if found is None:
        return [what]
    year = Segment(found["year"], what.start + found.start("year"), what.start + found.end("year"), "")
    return [what._replace(text=found["said"], end=what.start + found.end("said")), year]


def _of_house(words: list[Segment], house: Segment) -> Said:
    found = _IN_YEAR.search(house.text)
    if found is None:
        return Said(words, house, [])
    _, year = split_at(house, found.start("year"))
    name = house.text[: found.start()]
    return Said(words, house._replace(text=name, end=house.start + len(name)), [year])
