"""Bounds of EDTF dates (ISO 8601-2), for the derived columns. What is not read has no bounds.

Read are level 1 years, months, days, seasons, unspecified digits from the right, one trailing qualifier, and
intervals. Not read, because they do not fit a calendar date of four digits: years below 1 or above 9999.
"""

import calendar
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from shelflist.models.edtf import ends_of, point_of

# Spring, summer, autumn as months of the northern hemisphere. Winter lies at either end of its year: 1 to 12.
_SEASONS = {21: (3, 5), 22: (6, 8), 23: (9, 11), 24: (1, 12)}


@dataclass(frozen=True, slots=True)
class Bounds:
    """First and last day that a date allows; None is open or unknown. `year` where both lie in one."""

    earliest: date | None = None
    latest: date | None = None

    @property
    def year(self) -> int | None:
        if self.earliest is None or self.latest is None or self.earliest.year != self.latest.year:
            return None
        return self.earliest.year


UNKNOWN = Bounds()


@lru_cache(maxsize=4096)  # few dates, many entries
def bounds(edtf: str | None) -> Bounds:
    """The bounds of an EDTF date or interval; none for None, what is not read, and an interval running backwards."""
    if edtf is None:
        return UNKNOWN
    ends = ends_of(edtf)
    if ends is None:
        return _date_bounds(edtf)
    start, end = map(_end_of_interval, ends)
    if start is None or end is None:
        return UNKNOWN
    both = Bounds(start.earliest, end.latest)
    backwards = both.earliest is not None and both.latest is not None and both.earliest > both.latest
    return UNKNOWN if backwards else both


def _end_of_interval(text: str) -> Bounds | None:
    """The bounds of one end; open ends have none, and an end that is not read is None."""
    if not text:
        return UNKNOWN
    found = _date_bounds(text)
    return None if found == UNKNOWN else found


def _date_bounds(text: str) -> Bounds:
    point = point_of(text)
    if point is None or point.first_year == 0:
        return UNKNOWN
    if point.month is None:
        whole = Bounds(date(point.first_year, 1, 1), date(point.last_year, 12, 31))
        return whole if point.day is None else UNKNOWN
    if point.first_year != point.last_year:  # an unspecified year with a month given is level 2
        return UNKNOWN
    return _month_bounds(point.first_year, point.month, point.day)


def _month_bounds(year: int, month: int, day: int | None) -> Bounds:
    if month in _SEASONS and day is None:
        start, end = _SEASONS[month]
        return Bounds(date(year, start, 1), date(year, end, _days(year, end)))
    if not 1 <= month <= 12:
        return UNKNOWN
    if day is None:
        return Bounds(date(year, month, 1), date(year, month, _days(year, month)))
    if not 1 <= day <= _days(year, month):
        return UNKNOWN
    return Bounds(date(year, month, day), date(year, month, day))


def _days(year: int, month: int) -> int:
    return calendar.monthrange(year, month)[1]
