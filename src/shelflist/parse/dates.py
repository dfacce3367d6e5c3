"""Dates of publication as they are typed, read as EDTF level 1 (ISO 8601-2) with a status and a MARC date type.

A reading is of the whole string given: words that are no date make it no date at all. Where in a line a date stands,
and whether it is the date of publication, is not decided here.
"""

import re
from calendar import monthrange
from functools import lru_cache
from typing import NamedTuple

from shelflist.models.citation import DateStatus, DateType


class DateReading(NamedTuple):
    """`edtf` is None for "n.d."; `span_years` is set for a stretch of several years."""

    edtf: str | None
    status: DateStatus
    date_type: DateType
    span_years: bool = False
    to_the_day: bool = False  # a day is named: rather an event's date than a book's


_MONTHS = {
    name: f"{number:02}"
    for number, names in enumerate(
        ("jan january", "feb february", "mar march", "apr april", "may", "jun june", "jul july", "aug august",
         "sep sept september", "oct october", "nov november", "dec december"),
        start=1,
    )
    for name in names.split()
}  # fmt: skip
_SEASONS = {"spring": "21", "summer": "22", "autumn": "23", "fall": "23", "winter": "24"}
MONTHS_AND_SEASONS = " ".join([*_MONTHS, *_SEASONS])
_YEAR = r"(?:1[4-9]\d\d|20\d\d)"
_MONTH = r"(?:" + "|".join(sorted(_MONTHS, key=len, reverse=True)) + r")\.?"
_SEASON = r"(?:spring|summer|autumn|fall|winter)"
_DAY = r"(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?"
_DASH = r"\s*(?:[-–—/]|to|and)\s*"

# One point in time with its year, and the parts before a year of which a range can be made.
_POINT = re.compile(
    rf"(?:(?:(?P<d1>{_DAY})\s+)?(?P<m>{_MONTH})\s*(?:(?P<d2>{_DAY}),?\s+|,?\s*)|(?P<s>{_SEASON}),?\s+(?:of\s+)?)?(?P<y>{_YEAR})$"
)
_OVER_NEW_YEAR = re.compile(rf"winter\s+(?P<y>{_YEAR})\s?[-–/]\s?(?:{_YEAR}|\d\d)$")
_DECADE = re.compile(r"(?P<d>1[4-9]\d|20\d)(?:0[’']?s|[-–_?]\s?\??)$")
_CENTURY = re.compile(r"(?P<c>1[4-9]|20)(?:[-–_]{2}|\?\?)\s?\??$")
""" "192?", "190-?", "19--": the figures that are not known."""
_ROMAN = re.compile(r"m(?:d(?:c{0,4})|cm|dcd|cd|m)(?:xc|xl|l?x{0,4})(?:ix|iv|v?i{0,4})$")
_ROMAN_VALUES = {"m": 1000, "d": 500, "c": 100, "l": 50, "x": 10, "v": 5, "i": 1}
_NUMERIC = re.compile(rf"(?P<d>\d\d?)\.\s?(?P<m>1[0-2]|0?[1-9])\.\s?(?P<y>{_YEAR})$")
_SLASHED = re.compile(rf"(?P<d>1[3-9]|2\d|3[01])/(?P<m>1[0-2]|0?[1-9])/(?P<y>{_YEAR}|\d\d)$")
""" "26/1/66": only where the day cannot be a month; two figures of a year are of the twentieth century."""
_MONTH_NUMBER = re.compile(rf"(?P<m>1[0-2]|0?[1-9]|[ivx]{{1,4}})\s?[./]\s?(?P<y>{_YEAR})$")
""" "4.1981", "xi.1969". """
_TWO_FIGURES = re.compile(
    rf"(?P<before>(?:(?:{_DAY}\s)?(?:{_MONTH}|{_SEASON}(?:\sof)?)(?:\s{_DAY})?,?\s*)?)['’](?P<y>\d\d)$|"
    rf"(?P<month>(?:{_DAY}\s)?{_MONTH})\s(?P<y2>[3-9]\d)$|(?P<day>{_MONTH}\s{_DAY})/(?P<y3>\d\d)$",
    re.IGNORECASE,
)
""" "'37", "Autumn '76", "Oct 73", "Nov 30/55": of the twentieth century."""
_IN_WORDS = re.compile(r"(?:nineteen[\s-])?(?P<d>twent|thirt|fort|fift|sixt|sevent|eight|ninet)ies$")
_TENS = {"twent": 2, "thirt": 3, "fort": 4, "fift": 5, "sixt": 6, "sevent": 7, "eight": 8, "ninet": 9}
_ISO = re.compile(rf"(?P<y>{_YEAR})-(?P<m>1[0-2]|0[1-9])-(?P<d>\d\d)$")
_SHORT_RANGE = re.compile(rf"(?P<a>{_YEAR})\s*[-–—/]\s*(?P<b>\d\d?)$")
_YEARS = re.compile(rf"(?P<a>{_YEAR}){_DASH}(?P<b>{_YEAR})$")
_SHARED_YEAR = re.compile(rf"(?P<a>.+?){_DASH}(?P<b>[^-–—/]+?)(?P<y>,?\s{_YEAR})$")
_DAY_RANGE = re.compile(
    rf"(?:(?P<m1>{_MONTH})\s+(?P<a1>{_DAY}){_DASH}(?P<b1>{_DAY})|(?P<a2>{_DAY}){_DASH}(?P<b2>{_DAY})\s+(?P<m2>{_MONTH})),?\s+(?P<y>{_YEAR})$"
)
_NO_DATE = re.compile(r"(?:n\.?\s?d\b\.?|no\s+date\b|undated\b|not\s+dated\b|date\s+unknown\b)[\s,;:\[(.]*(?:but\s+)?")
_IN_BRACKET = re.compile(r"[\[(]\s*(?:c\.|ca\.|circa|19|18|20|\w+ 1)[^\[\]()]*[\])]?$")
_HEDGE = re.compile(r"(?:probably|possibly|perhaps|presumably|likely|maybe|prob\.)\s+|\?\s*")
_ABOUT = re.compile(
    r"(?:but\s+)?(?:c\.|ca\.|abt\.?\s|c(?=\d)|c\s(?=\d)|ca\s|circa|about|around|approx\.|approximately)\s*"
)
_PART_OF = re.compile(r"(?:early|mid|middle|late)(?:(?:\s*-\s*|\s+to\s+)(?:mid|late))?(?:\s+in)?[\s-]+(?:the\s+)?")
_COPYRIGHT = re.compile(r"(?:©|copyright|\(c\))\s*")
_LOOKS_DATED = re.compile(
    r"\d{3}|(?:t|n|h)ies$|\d/\d\d?/\d\d|\d\d[-–?_]{2}|n\.?\s?d|no\s|date|M[CDM][CDLXVIM]*\b", re.IGNORECASE
)


def _day(text: str | None) -> str:
    return f"-{int(re.sub(r'[a-z]+', '', text)):02}" if text else ""


def _point(words: str) -> str | None:
    found = _POINT.match(words)
    if not found or (found["d1"] and found["d2"]):
        return None
    if found["s"]:
        return f"{found['y']}-{_SEASONS[found['s']]}"
    if not found["m"]:
        return found["y"]
    return f"{found['y']}-{_MONTHS[found['m'].rstrip('.')]}{_day(found['d1'] or found['d2'])}"


def _interval(words: str) -> str | None:
    """A range: of years, of days in a month, or of two points that may share the year."""
    if found := _SHORT_RANGE.match(words):
        return f"{found['a']}/{found['a'][: 4 - len(found['b'])]}{found['b']}"
    if found := _YEARS.match(words):
        return f"{found['a']}/{found['b']}"
    if found := _DAY_RANGE.match(words):
        month = f"{found['y']}-{_MONTHS[(found['m1'] or found['m2']).rstrip('.')]}"
        return f"{month}{_day(found['a1'] or found['a2'])}/{month}{_day(found['b1'] or found['b2'])}"
    if found := _SHARED_YEAR.match(words):
        last = _point((found["b"] + found["y"]).strip())
        first = _point(found["a"].strip()) or _point((found["a"] + found["y"]).strip())
        return f"{first}/{last}" if first and last else None
    return None


def _in_order(interval: str) -> bool:
    first, _, last = interval.partition("/")
    return first[:4] < last[:4] or (first[:4] == last[:4] and first <= last and "-2" not in (first[4:6], last[4:6]))


def _core(words: str) -> str | None:
    core = _written(words) if words else None
    return core if core and all(_in_calendar(end) for end in core.split("/")) else None


def _in_calendar(point: str) -> bool:
    """No 31 April: a date that no calendar has is no date."""
    if len(point) != 10:
        return True
    year, month, day = (int(part) for part in point.split("-"))
    return day <= monthrange(year, month)[1]


def _written(words: str) -> str | None:
    if winter := _OVER_NEW_YEAR.match(words):
        return f"{winter['y']}-24"
    if decade := _DECADE.match(words):
        return f"{decade['d']}X"
    if spelt := _IN_WORDS.match(words):
        return f"19{_TENS[spelt['d']]}X"
    if (numbered := _MONTH_NUMBER.match(words)) and (month := _month_number(numbered["m"])):
        return f"{numbered['y']}-{month:02}"
    if century := _CENTURY.match(words):
        return f"{century['c']}XX"
    if words[0] == "m" and len(words) > 3 and _ROMAN.match(words):
        return _roman_year(words)
    if (numeric := _NUMERIC.match(words) or _ISO.match(words) or _SLASHED.match(words)) and 1 <= int(
        numeric["d"]
    ) <= 31:
        year = numeric["y"] if len(numeric["y"]) == 4 else f"19{numeric['y']}"
        return f"{year}-{int(numeric['m']):02}-{int(numeric['d']):02}"
    if point := _point(words):
        return point
    interval = _interval(words)
    return interval if interval and _in_order(interval) else None


def _month_number(figure: str) -> int | None:
    if figure.isdigit():
        return int(figure)
    months = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii")
    return months.index(figure) + 1 if figure in months else None


def _roman_year(words: str) -> str | None:
    values = [_ROMAN_VALUES[sign] for sign in words]
    year = sum(-one if one < following else one for one, following in zip(values, [*values[1:], 0], strict=True))
    return str(year) if 1400 <= year < 2100 else None


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
    if words[-2:].isdigit() and words[-3:-2] in (" ", "'", "’", "/") and (short := _TWO_FIGURES.match(words)):
        words = _in_four_figures(short)
    if len(words) > 60 or not (
        "1" in words or "2" in words or words.lstrip(" ,;.()[]")[:1] in "nudNUDM" or words[-3:] == "ies"
    ):
        return None  # without the first digit of a year, and does not begin as "n.d." and its like do
    if not _LOOKS_DATED.search(words):
        return None
    text = words.strip(" ,;()")
    if text[:1] == "M" and text.isalpha() and not text.isupper():
        return None  # Roman figures are capitals
    supplied = text.startswith("[")
    text = text.replace("(?", "?").replace("[", "").replace("]", "").strip(" .,;").casefold()
    text = text.replace("may day", "1 may") if "may day" in text else text
    no_date, text = _take(_NO_DATE, text)
    if no_date and not text.strip(" .,;)"):
        return DateReading(None, DateStatus.NOT_IDENTIFIED, DateType.UNKNOWN)
    if no_date and re.match(r"(?:after|before|not before|not after)\s", text):
        return DateReading(None, DateStatus.NOT_IDENTIFIED, DateType.UNKNOWN)
    if no_date and _IN_BRACKET.search(words):
        no_date, supplied = False, True  # "n.d. [1911]": a person who looked it up gives it
    return _read_qualified(text.rstrip(" ).,;"), no_date=no_date, supplied=supplied)


def _read_qualified(text: str, *, no_date: bool, supplied: bool) -> DateReading | None:
    copyrighted, text = _take(_COPYRIGHT, text)
    hedged, text = _take(_HEDGE, text)
    about, text = _take(_ABOUT, text)
    part, text = _take(_PART_OF, text)
    if text.rstrip("?").endswith(("or thereabouts", "or so")):
        about, text = True, text.rstrip("?").rsplit(" or ", 1)[0]
    if text.endswith((" approx", " approximately")):
        about, text = True, text.rsplit(" ", 1)[0]
    core = _core(text) if text.endswith("?") else None
    uncertain = hedged or (no_date and not about) or (text.endswith("?") and core is None)
    core = core or _core(text.rstrip("? "))
    if core is None:
        return None
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


MONTH_OR_SEASON = re.compile(rf"(?:{_MONTH}|{_SEASON})(?:{_DASH}(?:{_MONTH}|{_SEASON}))?$", re.IGNORECASE)
"""Words that wait for a year after a comma: "Spring", "June-July"."""
MONTH_AND_DAY = re.compile(
    rf"(?:{_MONTH}\s+{_DAY}|{_DAY}\s+{_MONTH})(?:{_DASH}(?:{_MONTH}\s+)?{_DAY})?$", re.IGNORECASE
)
"""Words that wait for a year after a comma: "August 12"."""

DATE_AT_END = re.compile(
    rf"(?:[\[(]?(?:©|copyright\s|c\.\s?|ca\.\s?|circa\s)?(?:{_MONTH}\s|{_SEASON}\s)?{_YEAR}(?:\s?[-–/]\s?(?:{_YEAR}|\d\d))?\??[\])]?)\.?$",
    re.IGNORECASE,
)
"""A date at the end of words that open with something else: "Peking 1966"."""

YEAR = re.compile(rf"(?<!\d){_YEAR}(?!\d)")
