"""An imprint in words: "published in 1975 by Weft Press", "issued by the Loom Society in 1975", "printed in Leeds".

Whatever its form, a house is named after "by"; here the words are parted from it and from the year.
"""

import re
from typing import NamedTuple

from shelflist.parse.looks.date_points import YEAR_FORM
from shelflist.parse.looks.imprint import PUBLISHED_BY
from shelflist.parse.segments.tokens import Segment, split_at
from shelflist.parse.vocabulary.languages import LANGUAGES

_BY_HOUSE = re.compile(
    rf"(?P<what>(?:published|printed|issued|re-?printed|re-?issued|re-?published)(?:\s(?:in\s)?{YEAR_FORM})?"
    rf"|(?:first|originally)\s(?:published|printed|issued)\s(?:in\s)?{YEAR_FORM})\s+by\s+(?:(?=the\s(?:authors?|compilers?|editors?)\b)|(?:the\s+)?(?=[A-Z]))",
    re.IGNORECASE,
)
_PUBLISHED_IN = re.compile(
    rf"(?:privately\s)?(?:published|issued|printed)\sin\s(?={YEAR_FORM}$|[A-ZÀ-Þ])", re.IGNORECASE
)
""" "published in 1975", "printed in Leeds": when or where, and nobody is named."""
_AT_PLACE_BY = re.compile(
    r"(?P<what>(?:privately\s)?(?:published|issued|printed|produced)\s(?:at|in))\s(?P<place>[A-ZÀ-Þ][^,;:()\d]{2,30}?)\sby\s(?:the\s)?"
    r"(?=[A-ZÀ-Þ])",
    re.IGNORECASE,
)
""" "Published at Leeds by the Weavers’ Union in 1954"."""
_BOUND = re.compile(r"\s(?:in|as\s(?:a|an))\s(?P<bound>(?:soft|hard)[ -]?(?:cover|back)|paperback|cloth|boards)$")
_WITH_YEAR = re.compile(
    rf"(?P<said>(?:published|printed|issued)(?:\sin)?)\s(?P<year>{YEAR_FORM})(?:\sby)?$", re.IGNORECASE
)
_IN_YEAR = re.compile(rf"\sin\s(?P<year>(?:[A-Z][a-z]{{2,8}}\s)?{YEAR_FORM})$")


class Said(NamedTuple):
    """`house` may have a place beside it; `after` it come year and binding."""

    words: list[Segment]
    house: Segment | None
    after: list[Segment]


def said_published(piece: Segment) -> Said | None:
    """The words of publishing that open the segment, and whom or what they name."""
    text = piece.text
    if text[0] not in "frpiodtFRPIODT":
        return None
    placed = _AT_PLACE_BY.match(text)
    if placed and placed["place"][0].isupper() and placed["place"].casefold() not in LANGUAGES:
        return _placed(piece, placed)
    if found := _BY_HOUSE.match(text):
        what, house = split_at(piece, found.end())
        if not what.text.casefold().startswith(("published", "printed", "issued")):
            what = what._replace(text=found["what"], end=what.start + len(found["what"]))
        return _of_house(_what_and_year(what), house._replace(gap="by"))
    if named := PUBLISHED_BY.match(text) or _PUBLISHED_IN.match(text):
        first, *rest = split_at(piece, named.end())
        rest = [house._replace(gap="by") for house in rest] if " by" in first.text else rest
        return _of_house([first], rest[0]) if rest else Said([first], None, [])
    return None


def _placed(piece: Segment, found: re.Match[str]) -> Said:
    what, place = (
        Segment(found[group], piece.start + found.start(group), piece.start + found.end(group), gap, piece.inner)
        for group, gap in (("what", piece.gap), ("place", "at"))
    )
    return _of_house([what, place], split_at(piece, found.end())[1]._replace(gap="by"))


def _what_and_year(what: Segment) -> list[Segment]:
    """ "published in 1975 by": the year is the item's."""
    found = _WITH_YEAR.match(what.text)
    if found is None:
        return [what]
    year = Segment(found["year"], what.start + found.start("year"), what.start + found.end("year"), "")
    return [what._replace(text=found["said"], end=what.start + found.end("said")), year]


def _of_house(words: list[Segment], house: Segment) -> Said:
    """The house without the year and the binding that are told after it: "Weft Press in softcover in 1992"."""
    after: list[Segment] = []
    for form, group in ((_IN_YEAR, "year"), (_BOUND, "bound")):
        if found := form.search(house.text):
            after.insert(0, split_at(house, found.start(group))[1])
            house = house._replace(text=house.text[: found.start()], end=house.start + found.start())
    return Said(words, house, after)
