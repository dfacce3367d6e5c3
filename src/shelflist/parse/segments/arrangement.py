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
    r"(?:(?P<held>[\[(][^\[\]()]{4,24}[\])])\s*[.:,;|/–—-]?(?:\s[–—-])?"
    r"|(?P<bare>(?:ca?\.\s?)?[^\[\]():.;–—]{3,24}?|\d{1,2}\.\d{1,2}\.\d{4}|[Nn]\.\s?d\.)"
    r"(?:\s*[:.;)/](?:\s[–—-])?|\s(?P<sign>[|/–—-])"
    r"|,(?=\s(?:Vol|No|Issue|Nr|#|(?:The|An?)\s|[A-ZÀ-Þ][^,.\d]{2,60}\s(?:of|the|in|on|for|to|from|with|at|is)\s))))\s+(?=[^\s\d])"
)
""" "1936. Looms", "[1903] – Looms", "n.d. | Looms"; before a comma only where nobody’s name follows it."""
_SERIES_FIRST = re.compile(
    r"(?P<series>(?:[A-ZÀ-Þ][\w’'&-]*\s(?:(?:of|in|the|and|for|on)\s)*){0,6}[A-Z][a-z]+,?\s(?:(?:No|Number|Nr)\.?\s|#)?\d{1,3})"
    r"(?:[.:]\s?|\s[–—-]\s)(?=[A-ZÀ-Þ“‘\"'])"
)
_IN_LETTERS = re.compile(r"(?P<series>[A-Z]{2,5}\s(?:#|Nos?\.?\s|Pamphlet\s)\d{1,3}):\s(?=[A-ZÀ-Þ“‘\"'])")
""" "LP No. 3: The Mill Hands": a series known by its letters, where no date follows, as it does in issues."""
_NUMBERED = re.compile(
    r"(?:(?:(?:No|Number|Nr|Pamphlet|Leaflet|Tract)\.?\s(?:No\.?\s)?\d{1,3}(?=:|\s[–—-])"
    r"|(?:Document|Doc|Item|Exhibit|Text|Reading|Box|Folder|File|Reel|Lot|Shelf|Ref|Cat|Week|Session)\.?:?\s(?:[Nn]o\.?\s)?"
    r"(?:[A-Z]{1,3}/?)?\d{1,4}(?:/\d{1,4})*[a-z]?(?=[:.]|\s[–—-]))[:.]?)(?:\s[–—-])?\s+(?=[A-ZÀ-Þ“‘\"'\[])"
)
""" "No. 4: ", "Document 12 – ", "Box 3/12: ", "Week 2: ": how a list numbers what is in it, or says where it is."""
_DATED_AGAIN = re.compile(
    rf"[,(\[.:]\s*+(?!(?i:first|orig|facs|repr))[^,.()\[\]]{{0,16}}?(?<!\d[-–])(?!{YEAR_FORM}[-–]\d){YEAR_FORM}[?\])\s]*(?:$|[.,;)\]])|\bn\.?d\."
)


def date_first(text: str, start: int, end: int, title_at: int | None) -> Opening | None:
    """ "1936. It Can Be Done", unless another date follows: then this one belongs to the title."""
    if text[start] not in "0123456789[(nNU" and not YEAR.search(text, start, min(end, start + 26)):
        return None
    if title_at is not None and (alone := trimmed(text, start, title_at, "")) and _is_day_or_year(alone.text):
        return Opening([alone], [Label.DATED], title_at)
    found = _DATED.match(text, start, end)
    if not found or (title_at is not None and found.end() > title_at + 2):
        return None
    words = found["held"] or found["bare"]
    if not _is_day_or_year(words, found["sign"]):
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


def letters_first(text: str, start: int, limit: int) -> Opening | None:
    """ "LP No. 3: The Mill Hands": a series by its letters."""
    found = _IN_LETTERS.match(text, start, limit + 1) if text[start : start + 2].isupper() else None
    if found is None or YEAR.search(text, found.end(), found.end() + 16):
        return None
    return Opening([Segment(found["series"], start, found.end("series"))], [Label.SERIES], found.end())


def numbered_first(text: str, start: int, limit: int) -> int:
    """ "Document 4 – Rewi Ash, The Mill Hands": where the number of an item ends, if no date follows it; else 0."""
    found = _NUMBERED.match(text, start, limit + 1) if text[start] in "NPLTDIERBFCSW" else None
    return 0 if found is None or YEAR.search(text, found.end(), found.end() + 16) else found.end()


def numbers_document(text: str) -> bool:
    """ "Document 2 – Letter to the Union, 12 August 1908": only lists of documents open so."""
    return text.startswith(("Document ", "Doc. ")) and _NUMBERED.match(text) is not None


def _is_day_or_year(words: str, sign: str | None = None) -> bool:
    """`sign`: what parts it from the title as areas are; so "n.d." is a date too, and before a bar several years."""
    date = read_date(words)
    if date is None or (date.span_years and sign != "|"):
        return False
    return bool(date.edtf or sign or words[0] in "[(")  # "[n.d.] Rewi Ash: ..."
