"""What an EDTF date comes to for formats that know years, months, days and seasons, and perhaps spans of them.

Each format says as much as it can of a date and no more: a year that is not certain stays marked, and a decade never
becomes its first year.
"""

import re
from dataclasses import dataclass

from shelflist.models.edtf import ends_of, point_of

_FIRST_SEASON = 21
SEASONS = ("spring", "summer", "autumn", "winter")


@dataclass(frozen=True, slots=True)
class Point:
    """A year and what is known within it; `season` counts from 1, spring, to 4."""

    year: int
    month: int | None = None
    day: int | None = None
    season: int | None = None

    @property
    def parts(self) -> tuple[int, ...]:
        """Year, month, day, as far as they are known."""
        return tuple(part for part in (self.year, self.month, self.day) if part is not None)


@dataclass(frozen=True, slots=True)
class When:
    """`start` and `end` are equal unless it is a span; None is an open or unknown end.

    `circa`: the year is marked as uncertain or approximate, or is some year within the span.
    """

    start: Point | None
    end: Point | None
    circa: bool = False

    @property
    def is_span(self) -> bool:
        return self.start != self.end

    @property
    def years(self) -> str:
        """ "1941", "1940-1949", "1918-"."""
        first, last = (str(point.year).zfill(4) if point else "" for point in (self.start, self.end))
        return first if first == last else f"{first}-{last}"


def when(edtf: str | None) -> When | None:
    """None for no date, years before 1 or after 9999, and what is not of level 1."""
    if edtf is None:
        return None
    ends = ends_of(edtf)
    if ends is None:
        return _single(edtf)
    start, end = map(_end, ends)
    if start is None or end is None or not (start.start or end.end):
        return None
    return When(start.start, end.end, start.circa or end.circa)


def is_plain(edtf: str | None) -> bool:
    """A calendar date to some precision: no qualifier, nothing unspecified, no season, no span."""
    return edtf is None or re.fullmatch(r"\d{4}(?:-(?:0\d|1[0-2])(?:-\d\d)?)?", edtf) is not None


def _end(text: str) -> When | None:
    return _single(text) if text else When(None, None)


def _single(text: str) -> When | None:
    found = point_of(text)
    if found is None:
        return None
    if found.first_year != found.last_year:
        return When(Point(found.first_year), Point(found.last_year), circa=True)
    point = _within(found.first_year, found.month, found.day)
    return When(point, point, found.is_qualified)


def _within(year: int, month: int | None, day: int | None) -> Point:
    if month is not None and month >= _FIRST_SEASON:
        return Point(year, season=month - _FIRST_SEASON + 1)
    return Point(year, month, day)
