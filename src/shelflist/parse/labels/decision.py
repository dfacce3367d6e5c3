"""What the segments of a line are, decided from its form alone, and remembered.

Most lines of a list are made like others before them: their segments look alike and are parted alike, whatever their
words. What was decided for one holds for all, so that it is worked out once. No line and no word is remembered here.
"""

from functools import lru_cache

from shelflist.parse.labels.emission import score_line
from shelflist.parse.labels.form import Form
from shelflist.parse.labels.labelled import Trust, trust_in
from shelflist.parse.search import best_reading

_LONGEST = 24
"""Segments; a longer line is rare and made like no other."""


def decide(line: Form, *, place_first: bool) -> Trust:
    """The label of each segment. `place_first`: the page's habit puts places before publishers."""
    if len(line.looks) > _LONGEST:
        columns, listed, firsts = score_line(line)
        return trust_in(best_reading(columns, listed, [True] * len(columns) if place_first else firsts))
    return _remembered(line, place_first)


def _decided(line: Form, place_first: bool) -> Trust:
    columns, listed, firsts = score_line(line)
    firsts = [True] * len(columns) if place_first else firsts
    return trust_in(_best_reading(tuple(columns), tuple(listed), tuple(firsts)))


def forget() -> None:
    """For measuring what is read of lines like no other."""
    _remembered.cache_clear()
    _best_reading.cache_clear()


_remembered = lru_cache(maxsize=4096)(_decided)
_best_reading = lru_cache(maxsize=2048)(best_reading)
"""Other forms may have the same scores."""
