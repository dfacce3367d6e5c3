"""What a list is arranged by, where it stands before the title: a date, a series, the number of a part.

"1936. ", "[1903] "; "Research Paper 3: "; "No. 4: ". The number that a list gives its items, and whatever else it says
of them before all this, is taken off in `opening`; who wrote is for `author_first`.
"""

import re

from shelflist.parse.grammar import Label
from shelflist.parse.looks.date_points import YEAR_FORM
from shelflist.parse.looks.dates import YEAR, read_date
from shelflist.parse.looks.series import SERIES_CUE, is_series
from shelflist.parse.segments.formed import Opening
from shelflist.parse.segments.tokens import Segment, trimmed
from shelflist.parse.vocabulary.cues import cues_in, cues_of_line

_DATED = re.compile(
    r"(?:(?P<held>[\[(][^\[\]()]{4,24}[\])])\s*[.:,|–—-]?|(?P<bare>[^\[\]():.;–—]{3,24}?)(?:\s*[:.]|\s[|–—-]|,(?=\s(?:Vol|No|Issue|Nr|#))))\s+(?=[^\s\d])"
)
_SERIES_FIRST = re.compile(
    r"(?P<series>(?:[A-ZÀ-Þ][\w’'&-]*\s(?:(?:of|in|the|and|for|on)\s)*){0,6}[A-Z][a-z]+,?\s(?:(?:No|Number|Nr)\.?\s|#)?\d{1,3})"
    r"(?:[.:]\s?|\s[–—-]\s)(?=[A-ZÀ-Þ“‘\"'])"
)
_PART_FIRST = re.compile(
    r"(?P<part>(?:No|Number|Nr|Pamphlet|Leaflet|Tract)\.?\s(?:No\.?\s)?\d{1,3})(?::|\s[–—-])\s(?=[A-ZÀ-Þ“‘\"'])"
)
_DATED_AGAIN = re.compile(rf"[,(\[.:]\s*[^,.()\[\]]{{0,16}}?{YEAR_FORM}[?\])\s]*(?:$|[.,;)\]])|\bn\.?d\.")


def date_first(text: str, start: int, end: int, title_at: int | None) -> Opening | None:
    """ "1936. It Can Be Done", unless another date follows: then this one belongs to the title."""
    if text[start] not in "0123456789[(" and not YEAR.search(text, start, min(end, start + 26)):
        return None
    if title_at is not None and (alone := trimmed(text, start, title_at, "")) and _is_day_or_year(alone.text):
        return Opening([alone], [Label.DATED], title_at)
    found = _DATED.match(text, start, end)
    if not found or (title_at is not None and found.end() > title_at + 2):
        return None
    words = found["held"] or found["bare"]
    if not _is_day_or_year(words):
        return None
    if not words.startswith("[") and _DATED_AGAIN.search(text, found.end(), end):
        return None
    at = text.index(words, start)
    return Opening([Segment(words, at, at + len(words))], [Label.DATED], found.end())


def series_first(text: str, start: int, end: int, title_at: int | None) -> Opening | None:
    """ "Occasional Paper No. 7. Weavers’ Cottages. …", "Research Paper 3: …": by its form alone."""
    if not cues_of_line(text) & SERIES_CUE or (found := _SERIES_FIRST.match(text, start, end)) is None:
        return None
    words = found["series"]
    if (title_at is not None and found.end() > title_at + 1) or not is_series(words, cues_in(words)):
        return None
    return Opening([Segment(words, start, start + len(words))], [Label.SERIES], found.end())


def part_first(text: str, start: int, end: int) -> Opening | None:
    """ "No. 4: The Mill Hands, by Rewi Ash": the number of an item in its series, where no date follows it."""
    found = _PART_FIRST.match(text, start, end)
    if found is None or YEAR.search(text, found.end(), found.end() + 16):
        return None
    words = found["part"]
    return Opening([Segment(words, start, start + len(words))], [Label.REMARK], found.end())


def _is_day_or_year(words: str) -> bool:
    date = read_date(words)
    return date is not None and date.edtf is not None and not date.span_years
