"""How many pages: finding the extent in a line, and reading it.

A page count that is part of a sentence ("the first 10 pages of") is no extent: it must stand between punctuation.
"""

import re
from typing import NamedTuple


class Extent(NamedTuple):
    """``line[start:end]`` is the extent as written; `pages` is its page count. `is_range`: pages 4-9 of a host."""

    start: int
    end: int
    pages: int | None
    is_range: bool = False


_UNIT = r"(?:pages?|pgs?|pp?|leaves|leaf|sides)"
_UNIT_AFTER_DIGIT = re.compile(rf"\d\s?(?:(?:un)?numbered\s)?{_UNIT}\b\.?", re.IGNORECASE)
_NUMBER = re.compile(
    r"(?<![\w-])(?:[ivxlc]{1,7}\s?[+,]\s?|[ivxlc]{1,7}\s)?(?P<n>\d{1,3}(?:,\d{3})+|\d{1,5})$", re.IGNORECASE
)
_IN_WORDS = re.compile(rf"\b(?P<n>one|two|three|four|five|six|seven|eight) {_UNIT}\b\.?", re.IGNORECASE)
_RANGE = re.compile(r"(?<![\w-])(?:pages?|pp?\.?)\s?(?P<a>\d{1,5})\s?[-–—]\s?(?P<b>\d{1,5})(?![\d-])", re.IGNORECASE)
_BEFORE = re.compile(r"(?:[,.;:)\]!?”\"’–—]|^|\d{4}|n\.?d\.?)\s*$")
_NO_NUMERAL = "0123456789)].?"
""" "1942, 96 pages": after one of these and a comma the digits are the whole number."""
_AFTER = re.compile(r"\s*(?:$|[,.;:()\[\]–—+]|illustrated|illus\b|plus\b|with\b|and\b|including\b|in\s|PDF\b|[A-Z“\"])")
_WORDS = {w: n for n, w in enumerate(("one", "two", "three", "four", "five", "six", "seven", "eight"), start=1)}


def _depths_trusted(text: str, start: int, at: int) -> bool:
    """Whether `at` stands outside brackets."""
    before = text[start:at]
    return before.count("(") <= before.count(")") and before.count("[") <= before.count("]")


def find_extent(text: str, start: int = 0) -> Extent | None:
    """The line's extent: the first count of pages between punctuation outside brackets, else a stretch of pages."""
    for found in _UNIT_AFTER_DIGIT.finditer(text, start):
        begin, pages = _number_before(text, found.start() + 1, start)
        if begin is not None and _stands_alone(text, begin, found.end(), start):
            return Extent(begin, found.end(), pages)
    return _in_words(text, start) or _range(text, start)


def _number_before(text: str, end: int, start: int) -> tuple[int | None, int]:
    """Where the number that ends at `end` begins, with any Roman one before it, and its value."""
    begin = end - 6 + len(text[end - 6 : end].rstrip("0123456789")) if end - start > 9 else end
    if 0 < end - begin < 6 and text[begin - 2 : begin] == ", " and text[begin - 3] in _NO_NUMERAL:
        return begin, int(text[begin:end])
    low = max(start, end - 21)
    number = _NUMBER.search(text[low:end])
    return (low + number.start(), int(number["n"].replace(",", ""))) if number else (None, 0)


def _in_words(text: str, start: int) -> Extent | None:
    for found in _IN_WORDS.finditer(text, start):
        if _stands_alone(text, found.start(), found.end(), start):
            return Extent(found.start(), found.end(), _WORDS.get(found["n"].casefold()))
    return None


def _range(text: str, start: int) -> Extent | None:
    for found in _RANGE.finditer(text, start):
        if _stands_alone(text, found.start(), found.end(), start):
            first, last = int(found["a"]), int(found["b"])
            return Extent(found.start(), found.end(), last - first + 1 if last >= first else None, is_range=True)
    return None


def _stands_alone(text: str, begin: int, end: int, start: int) -> bool:
    return bool(
        (begin == start or text[start:begin].endswith(", ") or _BEFORE.search(text, max(start, begin - 8), begin))
        and _AFTER.match(text, end)
        and _depths_trusted(text, start, begin)
    )
