"""Which texts are dates of EDTF level 1 (ISO 8601-2), and their parts.

What days they span is for `shelflist.tables.dates`; what other formats make of them, for `shelflist.exchange.dates`.
"""

import re
from calendar import monthrange
from typing import NamedTuple

# Years of four digits (or more, after Y), months, days and seasons, unspecified digits from the right, a qualifier
# after what is fully specified; and intervals of two such, open ends included.
_MONTH = r"(?:0[1-9]|1[0-2])"
_QUALIFIED = rf"-?[0-9]{{4}}(?:-(?:2[1-4]|{_MONTH}(?:-(?:0[1-9]|[12][0-9]|3[01]))?))?[?~%]?"
_UNSPECIFIED = rf"-?(?:[0-9]{{3}}X|[0-9][0-9]XX|[0-9]XXX|XXXX|[0-9]{{4}}-(?:XX(?:-XX)?|{_MONTH}-XX))"
_DATE = rf"(?:{_QUALIFIED}|{_UNSPECIFIED}|Y-?[1-9][0-9]{{4,}})"
EDTF_PATTERN = rf"{_DATE}(?:/(?:{_DATE}|\.\.)?)?|(?:\.\.)?/{_DATE}"

_POINT = re.compile(
    r"(?P<year>\d{4}|\d{3}X|\d\dXX|\dXXX)(?:-(?P<month>\d\d|XX))?(?:-(?P<day>\d\d|XX))?(?P<sign>[?~%]?)", re.ASCII
)
_TO_THE_DAY = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})")


def is_edtf(text: str) -> bool:
    """A date or interval of level 1 whose days the calendar has."""
    if not re.fullmatch(EDTF_PATTERN, text):
        return False
    days = (tuple(map(int, found.groups())) for found in _TO_THE_DAY.finditer(text))
    return all(year == 0 or day <= monthrange(year, month)[1] for year, month, day in days)


class Point(NamedTuple):
    """A date that is no interval, of four digits; months and days are None where they are not specified."""

    first_year: int
    last_year: int  # another only where the year is some year of a decade, a century or a millennium
    month: int | None  # or a season, from 21
    day: int | None
    is_qualified: bool  # uncertain or approximate


def point_of(text: str) -> Point | None:
    """The parts of a date; None of an interval, and of years below 0 or above 9999."""
    found = _POINT.fullmatch(text)
    if found is None:
        return None
    year, month, day, sign = found.groups()
    return Point(int(year.replace("X", "0")), int(year.replace("X", "9")), _number(month), _number(day), sign != "")


def _number(digits: str | None) -> int | None:
    return None if digits is None or digits == "XX" else int(digits)


def ends_of(edtf: str) -> tuple[str, str] | None:
    """The ends of an interval, "" where it is open or its end unknown; None of a date that is no interval."""
    first, slash, last = edtf.partition("/")
    return (_end(first), _end(last)) if slash else None


def _end(text: str) -> str:
    return "" if text == ".." else text
