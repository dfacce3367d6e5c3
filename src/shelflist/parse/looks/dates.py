"""Dates of publication as they are typed, read as EDTF level 1 (ISO 8601-2) with a status and a MARC date type.

A reading is of the whole string given: words that are no date make it no date at all. Where in a line a date stands,
and whether it is the date of publication, is not decided here.
"""

import re
from functools import lru_cache
from typing import NamedTuple

from shelflist.models.citation import DateStatus, DateType
from shelflist.parse.looks.date_points import (
    DASH_FORM,
    DAY_FORM,
    MONTH_FORM,
    SEASON_FORM,
    TWO_FIGURES,
    YEAR_FORM,
    read_core,
)
from shelflist.parse.vocabulary.cues import in_small_letters


class DateReading(NamedTuple):
    """`edtf` is None for "n.d."; `span_years` is set for a stretch of several years."""

    edtf: str | None
    status: DateStatus
    date_type: DateType
    span_years: bool = False
    to_the_day: bool = False  # a day is named: rather an event's date than a book's
    of_feast: bool = False  # "Whit Monday 1898": so is this


_NO_DATE = re.compile(
    r"(?:n\.?\s?d\b\.?|s\.\s?[dafj]\b\.?|[oz]\.\s?j\b\.?|d\.\s?d\b\.?|u\.\s?å\b\.?|no\s+date\b|undated\b|not\s+dated\b|date\s+unknown\b)[\s,;:\[(.]*(?:but\s+)?"
)
_IN_BRACKET = re.compile(r"[\[(]\s*(?:c\.|ca\.|circa|19|18|20|\w+ 1)[^\[\]()]*[\])]?$")
_HEDGE = re.compile(r"(?:but\s)?(?:from\s)?(?:probably|possibly|perhaps|presumably|likely|maybe|prob\.)\s+|\?\s*")
_ABOUT = re.compile(
    r"(?:but\s+)?(?:c\.|ca\.|abt\.?\s|c(?=\d)|c\s(?=\d)|ca\s|circa|about|around|approx\.|approximately)\s*"
)
_OR_NEAR = (
    "or thereabouts", "or so", "or after", "or before", "or shortly after", "or shortly before", "or soon after",
    "or just after", "or just before", "or later", "or earlier", "or a little later",
)  # fmt: skip
_PART_OF = re.compile(r"(?:early|mid|middle|late)(?:(?:\s*-\s*|\s+to\s+)(?:mid|late))?(?:\s+in)?[\s-]+(?:the\s+)?")
_OF_EDITION = re.compile(
    rf"(?:the\s)?(?P<y>{YEAR_FORM})\s(?:edition|edn|ed|reprint|printing|impression)\.?$", re.IGNORECASE
)
""" "1975 edition": its year, and an edition statement."""
_WEEKDAY = re.compile(r"^(?:mon|tues|wednes|thurs|fri|satur|sun)day,?\s+(?:the\s)?")
_FEAST = re.compile(
    r"(?:(?:easter(?:tide)?|whit(?:sun(?:tide)?)?)(?:\s(?:sunday|monday|tuesday|week))?"
    r"|(?:good fri|palm sun|boxing )day|midsummer(?:\sday)?|new year[’']s day|christmas(?:\s(?:day|eve))?"
    r"|michaelmas|martinmas|candlemas|lammas|lent|pentecost|(?:gala|fair|wakes)(?:\s(?:day|week|saturday|monday))?"
    r"|(?:labour|saint\s[a-z]+[’']s|st\.?\s[a-z]+[’']s)\sday),?\s"
)
"""Of "Whit Monday 1898" the year is given."""
_COPYRIGHT = re.compile(r"(?:©|copyright|\(c\))\s*")
_LOOKS_DATED = re.compile(
    r"\d{3}|(?:t|n|h)ies$|\d/\d\d?/\d\d|\d\.\s?(?:\d\d?|[ivx]{1,4})\.\s?\d\d|\d\d[-–?_]{2}|[ns]\.?\s?d|s\.\s?[afj]\b|[oz]\.\s?j|d\.\s?d\b|u\.\s?å|no\s|date|M[CDM][CDLXVIM]*\b",
    re.IGNORECASE,
)


def _take(pattern: re.Pattern[str], words: str) -> tuple[bool, str]:
    found = pattern.match(words)
    return (True, words[found.end() :]) if found else (False, words)


def _qualified(core: str, uncertain: bool, about: bool) -> str:
    """`?`, `~` or `%` where level 1 allows it: not on a decade or a season."""
    mark = "%" if uncertain and about else "?" if uncertain else "~" if about else ""
    return "/".join(
        end if "X" in end or end[5:7] in ("21", "22", "23", "24") else end + mark for end in core.split("/")
    )


def _in_four_figures(short: re.Match[str]) -> str:
    before = short["before"] or short["month"] or short["day"] or ""
    return f"{before} 19{short['y'] or short['y2'] or short['y3']}".strip()


@lru_cache(maxsize=4096)
def read_date(words: str) -> DateReading | None:
    """The whole of `words` as a date, or None."""
    if words[-2:].isdigit() and words[-3:-2] in (" ", "'", "’", "/") and (short := TWO_FIGURES.match(words)):
        words = _in_four_figures(short)
    if len(words) > 60 or not (
        "1" in words
        or "2" in words
        or words.lstrip(" ,;.()[]")[:1] in "nudNUDM"
        or words[-3:] == "ies"
        or ("." in words and (words[1:2] == "." or words[-3:-2] == "."))
    ):
        return None  # without the first digit of a year, and does not begin as "n.d." and its like do
    if not (len(words) > 3 and words[-3:].isdecimal()) and not _LOOKS_DATED.search(words):
        return None
    text = words.strip(" ,;()")
    if text[-1:] in "nNtTgG.dD" and (edition := _OF_EDITION.match(text)):
        text = edition["y"]
    supplied = text.startswith("[")
    no_date, text = _take(_NO_DATE, _in_plain_letters(text))
    text = text.removeprefix("from ") if no_date else text
    if no_date and not text.strip(" .,;)"):
        return DateReading(None, DateStatus.NOT_IDENTIFIED, DateType.UNKNOWN)
    if no_date and _IN_BRACKET.search(words):
        no_date, supplied = False, True  # "n.d. [1911]": a person who looked it up gives it
    if feast := _FEAST.match(text):
        date = _read_qualified(text[feast.end() :], no_date=no_date, supplied=supplied)
        return date._replace(of_feast=True) if date else None
    return _read_qualified(text.rstrip(" ).,;"), no_date=no_date, supplied=supplied)


def _in_plain_letters(text: str) -> str:
    """In small letters, without brackets and the day of the week."""
    text = text.replace("(?", "?").replace("[", "").replace("]", "").strip(" .,;").casefold()
    if "day" not in text:
        return text
    return _WEEKDAY.sub("", text.replace("may day", "1 may"), count=1)


def is_edition_of_year(words: str) -> bool:
    """ "1975 edition" is a date, and an edition statement too."""
    return _OF_EDITION.match(words) is not None


def _read_qualified(text: str, *, no_date: bool, supplied: bool) -> DateReading | None:
    copyrighted, text = _take(_COPYRIGHT, text)
    hedged, text = _take(_HEDGE, text)
    about, text = _take(_ABOUT, text)
    part, text = _take(_PART_OF, text)
    if text.rstrip("?").endswith(_OR_NEAR):
        about, text = True, text.rstrip("?").rsplit(" or ", 1)[0]
    if text.endswith((" approx", " approximately")):
        about, text = True, text.rsplit(" ", 1)[0]
    core = read_core(text) if text.endswith("?") else None
    uncertain = hedged or (no_date and not about) or (text.endswith("?") and core is None)
    core = core or read_core(text.rstrip("? "))
    if core is None:
        return None
    uncertain = uncertain and "X" not in core  # a decade is a guess already, whatever doubt is cast on it
    about = about or (part and not uncertain)
    status = _status(uncertain=uncertain, about=about or "X" in core, supplied=supplied)
    ends = core.split("/")
    span = len(ends) == 2 and ends[0][:4] != ends[1][:4]
    kind = DateType.COPYRIGHT if copyrighted else DateType.MULTIPLE if span else DateType.SINGLE
    if status in (DateStatus.UNCERTAIN, DateStatus.APPROXIMATE):
        kind = DateType.QUESTIONABLE
    return DateReading(_qualified(core, uncertain, about), status, kind, span, len(ends[0]) == 10)


def _status(*, uncertain: bool, about: bool, supplied: bool) -> DateStatus:
    if uncertain:
        return DateStatus.UNCERTAIN
    if about:
        return DateStatus.APPROXIMATE
    return DateStatus.SUPPLIED if supplied else DateStatus.STATED


MONTH_OR_SEASON = re.compile(
    rf"(?:{MONTH_FORM}|{SEASON_FORM})(?:{DASH_FORM}(?:{MONTH_FORM}|{SEASON_FORM}))?$", re.IGNORECASE
)
"""Words that wait for a year after a comma: "Spring", "June-July"."""
MONTH_AND_DAY = re.compile(
    rf"(?:{MONTH_FORM}\s+{DAY_FORM}|{DAY_FORM}\s+(?:de\s)?{MONTH_FORM})(?:{DASH_FORM}(?:{MONTH_FORM}\s+)?{DAY_FORM})?$",
    re.IGNORECASE,
)
"""Words that wait for a year after a comma: "August 12"."""
DAYS_OF_MONTH = re.compile(rf"{DAY_FORM}(?:{DASH_FORM}{DAY_FORM})?\s{MONTH_FORM}$", re.IGNORECASE)
""" "3-11 October"."""

_DATE_AT_END = re.compile(
    rf"(?:[\[(]?(?:©|copyright\s|(?<![a-zà-ÿ])(?:c|ca)(?:\.\s?|\s|(?=\d))|circa\s)?(?:\b{MONTH_FORM}\s|\b{SEASON_FORM}\s)?{YEAR_FORM}(?:\s?[-–/]\s?(?:{YEAR_FORM}|\d\d))?\??[\])]?)\.?$"
    r"|(?<=\s)[\[(]?(?:n\.?d\b\.?|(?:1[4-9]|20)\d[-–?])[\])]?$"
)
"""In small letters, in which so many words are tried more quickly than in any."""
_LONGEST_AT_END = 48


def date_at_end(words: str) -> re.Match[str] | None:
    """A date at the end of words that open with something else: "Peking 1966"."""
    return _DATE_AT_END.search(in_small_letters(words), max(0, len(words) - _LONGEST_AT_END))


YEAR = re.compile(r"(?:1(?<!\d1)[4-9]|2(?<!\d2)0)\d\d(?!\d)")
"""A year alone; the figure that opens it comes first, so that a search passes over all else at once."""
YEAR_OR_NONE = re.compile(rf"(?<!\d)(?:{YEAR_FORM}(?!\d)|1[4-9]\d\?)|\bn\.?\s?d\b|\bno date\b")
"""A year, or the words that none is known."""
