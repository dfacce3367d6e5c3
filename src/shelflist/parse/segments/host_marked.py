"""The publication that a piece stands in, where emphasis shows it: "“Looms,” _The Weaver_ 59 (4) (May 1992)".

Marks of quotation for the piece and emphasis for the whole are the rule of most styles of citation; others leave the
marks of quotation out ("Ash, R. (1936). Looms. _The Weaver_, 59(4), 3-9"), and volume or "In" show what is emphasised.
What comes after the name is its volume, number and date, or the imprint and editors of a book; between the two, who
translated the piece or which chapter it is.
"""

import re
from collections.abc import Iterable

from shelflist.models.page import Span
from shelflist.parse.grammar import DATE, HOST, PART, REMARK, Label
from shelflist.parse.looks.bodies import names_body
from shelflist.parse.looks.date_points import YEAR_FORM
from shelflist.parse.looks.dates import read_date
from shelflist.parse.looks.grades import NAMED, SURE_FIRM
from shelflist.parse.looks.imprint import publisher_score
from shelflist.parse.looks.leaders import read_leaders
from shelflist.parse.looks.names import names_score
from shelflist.parse.segments.author_end import leads
from shelflist.parse.segments.formed import Formed, formed
from shelflist.parse.segments.opening import read_opening
from shelflist.parse.segments.refine import refine
from shelflist.parse.segments.tokens import Segment, past, segment, trimmed
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
_VOLUME_NEXT = re.compile(
    r"[,.]?\s(?:(?:vol(?:ume)?\.?\s?)?(?:\d{1,3}|[IVXLC]{1,7})(?:\s?\(|,\s(?:nos?\b|nr|issue|pp?\b|\d{1,4}\s?[-–]\s?\d))"
    r"|\d{1,3}\s?:\s?\d|(?:1[89]|20)\d\d;\s?\d{1,3}\b)",
    re.IGNORECASE,
)
""" "_The Weaver_, 59(4)", "_The Weaver_ 59: 3-9", "_The Weaver_. 1936;59": a periodical's number, and no book's."""
_IN_BOOK = re.compile(r"(?<=[.?!,]\s)In:?\s(?:[^()“”\"]{3,80}\(eds?\.?\)[.,:]?\s)?$", re.IGNORECASE)
""" "Looms. In R. Elm (Ed.), _The Mill Reader_": the words before it are a piece of the book."""
_YEAR_FIRST = re.compile(
    r"[\s,.]*(?P<date>(?:1[89]|20)\d\d);\s?(?:(?P<both>\d{1,3}\s?\(\d{1,3}(?:[-–/]\d{1,3})?\))|(?P<volume>\d{1,3}))[\s,.:]*$"
)
""" "1936;59(4)": as medical journals are cited."""
_NAMES_FIRST = re.compile(
    r"(?P<names>[A-ZÀ-Þ][^.,:()]{3,60}|(?:[A-ZÀ-Þ]\.\s?)+[A-ZÀ-Þ][^.,:()]{2,40})[.,:]\s(?=[A-ZÀ-Þ\d])"
)
_YEAR_HELD = re.compile(rf"\s\({YEAR_FORM}\)\.?$")
_CLOSES_PIECE = "?!."
_QUOTES = frozenset('“”‘`"')
_DATE = re.compile(r"[\s,.:]*[(\[]?(?P<date>(?:[^()\[\],.:]|(?<=[a-z]{2})\.(?=\s\d)){4,24})[)\]]?[\s,.:]*$")


def piece_before(text: str, marked: Span, emphasis: Iterable[Span], gazetteer: Gazetteer) -> Span | None:
    """The title of a piece that stands unmarked before what is marked by emphasis, where that is what it stands in."""
    host = next((one for one in emphasis if one.start <= marked.start < one.end), None)
    if host is None:
        return None
    within = _IN_BOOK.search(text, 0, host.start)
    if within is None and _VOLUME_NEXT.match(text, host.end) is None:
        return None
    stop = len(text[: within.start() if within else host.start].rstrip(" ,"))
    begin = read_opening(text, stop, None, gazetteer).end
    named = _NAMES_FIRST.match(text, begin, stop)
    if named and leads(named["names"], gazetteer, trusting=True, dated=False):
        begin = named.end()
    piece = trimmed(text, begin, stop, "")
    if piece is None or (piece.text[-1] not in _CLOSES_PIECE and text[stop : stop + 1] != ","):
        return None
    return Span(piece.start, len(text[: piece.end].rstrip("."))) if _is_title(piece.text, gazetteer) else None


def _is_title(words: str, gazetteer: Gazetteer) -> bool:
    """Of two words or more, and neither names nor a body, with a year or without."""
    if not words[0].isupper() or " " not in words or names_body(words) or not _QUOTES.isdisjoint(words):
        return False
    bare = _YEAR_HELD.sub("", words)
    return names_score(bare, gazetteer) < NAMED and read_leaders(bare, gazetteer, trusting=True) is None


def emphasised_host(text: str, title: Span, emphasis: Iterable[Span], end: int, gazetteer: Gazetteer) -> Span | None:
    """What is emphasised first after the title of a piece, where it can name a publication."""
    found = next((one for one in emphasis if title.end < one.start and one.end <= end), None)
    words = text[found.start : found.end].strip(" ,.") if found else ""
    if found is None or not words[:1].isupper() or names_score(words, gazetteer) >= NAMED:
        return None
    if publisher_score(words, gazetteer) >= SURE_FIRM and not gazetteer.is_periodical(words):
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
    if dated := _YEAR_FIRST.match(text, start, end):
        group = "both" if dated["both"] else "volume"
        return formed(text, [(dated.span("date"), DATE), (dated.span(group), PART)], ",")
    day = _DATE.match(text, start, end)
    if day is not None and (read := read_date(day["date"])) is not None and read.to_the_day:
        return formed(text, [(day.span("date"), DATE)], ",")  # "_The Weaver_, 30 October 1938"
    numbers = _NUMBERS.match(text, start, end)
    date = _DATE.match(text, numbers.end() if numbers else start, end)
    if date is None or read_date(date["date"]) is None:
        return None
    spans = [(numbers.span(group), PART) for group in _NUMBERED if numbers[group]] if numbers else []
    return formed(text, [*spans, (date.span("date"), DATE)], ",")
