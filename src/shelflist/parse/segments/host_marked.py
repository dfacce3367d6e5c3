"""The publication that a quoted title stands in, where emphasis shows it: "“Looms,” _The Weaver_ 59 (4) (May 1992)".

Marks of quotation for the piece and emphasis for the whole are the rule of most styles of citation. What comes after
the name is its volume, number and date, or the imprint and editors of a book; between the two, who translated the
piece or which chapter it is.
"""

import re
from collections.abc import Iterable

from shelflist.models.page import Span
from shelflist.parse.grammar import DATE, HOST, PART, REMARK, Label
from shelflist.parse.looks.dates import read_date
from shelflist.parse.looks.imprint import publisher_score
from shelflist.parse.looks.names import names_score
from shelflist.parse.segments.formed import Formed, formed
from shelflist.parse.segments.quoted import is_quoted
from shelflist.parse.segments.refine import refine
from shelflist.parse.segments.tokens import Segment, past, segment
from shelflist.parse.vocabulary.gazetteer import Gazetteer

_IN = re.compile(r"\b[Ii]n:?\s(?:the\s)?$")
_CHAPTER = re.compile(r"(?:chap(?:ter)?|ch|part|section)\b\.?\s[\dIVXLCivxlc]{1,5}$", re.IGNORECASE)
_NUMBERS = re.compile(
    r"[\s,.]*(?:(?P<both>(?:\d{1,3}|[IVXLC]{1,7})\s?\(\d{1,3}(?:[-–/]\d{1,3})?\))"
    r"|\(?(?P<volume>(?:vol(?:ume)?\.?\s?)?(?:\d{1,3}|[IVXLC]{1,7}))\)?"
    r"(?:(?:[.:]|,?\s(?=no|nr|issue))(?P<issue>(?:(?:no|nr|issue)s?\.?\s?)?\d{1,3}(?:[-–/]\d{1,3})?))?)(?!\d)",
    re.IGNORECASE,
)
_NUMBERED = ("both", "volume", "issue")
_DATE = re.compile(r"[\s,.:]*[(\[]?(?P<date>[^()\[\],.:]{4,24})[)\]]?[\s,.:]*$")
_HOUSE = 4.5


def emphasised_host(text: str, title: Span, emphasis: Iterable[Span], end: int, gazetteer: Gazetteer) -> Span | None:
    """What is emphasised first after a quoted title, where it can name a publication."""
    if not is_quoted(text, title.start):
        return None
    found = next((one for one in emphasis if title.end < one.start and one.end <= end), None)
    words = text[found.start : found.end].strip(" ,.") if found else ""
    if found is None or not words[:1].isupper() or names_score(words, gazetteer) >= 2.4:
        return None
    if publisher_score(words, gazetteer) >= _HOUSE and not gazetteer.is_periodical(words):
        return None
    start = _IN.search(text, title.end, found.start)
    return Span(start.start() if start else found.start, found.start + len(words))


def read_host(text: str, begin: int, host: Span, end: int, gazetteer: Gazetteer) -> Formed:
    """The segments of ``text[begin:end]``, what follows the title, of which `host` names the publication."""
    before = refine(segment(text, begin, host.start), gazetteer, opens=False)
    known: dict[int, Label] = {i: REMARK for i, piece in enumerate(before) if _CHAPTER.match(piece.text)}
    name = Segment(text[host.start : host.end], host.start, host.end, ",")
    rest = past(text, host.end, end, " .,;:")
    after = _of_issue(text, host.end, end) or Formed(refine(segment(text, rest, end), gazetteer, opens=False), {})
    known |= {len(before): HOST, **{len(before) + 1 + i: label for i, label in after.known.items()}}
    return Formed([*before, name, *after.segments], known)


def _of_issue(text: str, start: int, end: int) -> Formed | None:
    """Nothing but volume, number and date: a periodical's."""
    numbers = _NUMBERS.match(text, start, end)
    date = _DATE.match(text, numbers.end() if numbers else start, end)
    if date is None or read_date(date["date"]) is None:
        return None
    spans = [(numbers.span(group), PART) for group in _NUMBERED if numbers[group]] if numbers else []
    return formed(text, [*spans, (date.span("date"), DATE)], ",")
