"""What a piece stands in, told after its extent: "pages 4-9. [From the pamphlet Looms, Weft Press, Leeds, 34 pages.]".

Such a host has an imprint, numbers and notes of its own, in any order that a line may have them; so it is read as a
line of its own, and what it supplies is told in `fields.from_host`.
"""

import re
from typing import NamedTuple

from shelflist.models.page import Block, Span
from shelflist.parse.looks.date_points import YEAR_FORM
from shelflist.parse.looks.hosts import KINDS
from shelflist.parse.segments.taken_out import without
from shelflist.parse.vocabulary.cues import cue
from shelflist.parse.vocabulary.languages import LANGUAGE_FORM

MAY_TELL_HOST = cue("From from In in")
"""A line without one of these is not asked."""
_KIND = (
    rf"{KINDS}|brochure|leaflet|songbook|paper|newsletter|bulletin|review|weekly|monthly|quarterly|yearbook|annual|almanack?|"
    r"programme|report"
)
"""More of them than inside a line, where "in the review" may tell of what the title says."""
_TOLD = re.compile(
    r"[\[(\d.,;](?:(?P<open>(?<=[\[(]))|\s)(?P<lead>(?:(?:[Rr]e-?printed|[Tt]aken)\s[Ff]rom|[Ff]rom|(?:[Pp]ublished\s)?[Ii]n):?\s"
    rf"(?:[Tt]he\s(?=[a-z]))?(?:(?:{_KIND}):?\s)?)(?=[“‘\"]?[A-ZÀ-Þ])"
)
"""The sign before it comes first, so that a search passes over letters at once."""
_LANGUAGE = re.compile(rf"(?i:{LANGUAGE_FORM})\b(?!\s[A-ZÀ-Þ])")
""" "[In Welsh.]", "[From the German edition]"; not "From Welsh Outlook"."""
_STRETCH = re.compile(r"\b[Pp](?:ages?|p?\.)\s?\d[\d–-]*[.,;]?\s$")
_COUNTED = re.compile(rf"(?:\d|\d\s?(?:pages?|pp|p|leaves)|\b{YEAR_FORM}\??[)\]]*)[.,;]{{0,2}}\s$")
_LONGEST = 24
"""Characters: of an extent, or a date, and what comes after it."""
_CLOSING = {"[": "]", "(": ")"}


class ToldHost(NamedTuple):
    """``text[start:end]``, bracket and all, is what is told of the host; its title begins at `at`, and ``text[:last]``
    is the end of it.
    """

    start: int
    at: int
    last: int
    end: int


def find_told_host(text: str) -> ToldHost | None:
    """The bracket that tells of the host after extent or year; without one, what follows a stretch of pages."""
    return next(filter(None, (_told(text, found) for found in _TOLD.finditer(text))), None)


def _told(text: str, found: re.Match[str]) -> ToldHost | None:
    held, at = found["open"] is not None, found.end()
    start, before = (found.start(), _COUNTED) if held else (found.start("lead"), _STRETCH)
    if not before.search(text, max(0, start - _LONGEST), start) or _LANGUAGE.match(text, at):
        return None
    if not held:
        return ToldHost(start, at, len(text), len(text))
    last = text.find(_CLOSING[text[start]], at)
    return ToldHost(start, at, last, last + 1) if last > 0 and _closes(text, last + 1) else None


def _closes(text: str, end: int) -> bool:
    """Nothing but sentences comes after the bracket."""
    rest = text[end:].lstrip(" .")
    return not rest or rest[0].isupper() or rest[0] in "[("


def parted(block: Block, told: ToldHost) -> tuple[Block, Block]:
    """The piece, with what is said after the bracket, and its host, each as a line with its own marks."""
    of_host = [mark for mark in block.emphasis if told.at <= mark.start and mark.end <= told.last]
    host = Block(
        kind=block.kind,
        text=block.text[told.at : told.last],
        emphasis=tuple(Span(mark.start - told.at, mark.end - told.at) for mark in of_host),
    )
    return without(block, told.start, told.end), host
