"""Words that tell how much of an entry a stretch of text holds: extent, date, unfinished sentence.

Only what the cutting into lines and the telling of headings need; reading the entry is for `shelflist.parse`.
"""

import re

_EXTENT_AFTER = re.compile(r"\d\s*(?:[Pp]ages?|[Pp]p?|leaves|leaf|Seiten|páginas|pagine|sidor)\b")
_EXTENT_BEFORE = re.compile(r"[Pp](?:ages|p)?\.?\s*\d")
_YEAR = re.compile(r"(?<!\d)(?:1[4-9]\d\d|20[0-4]\d)(?!\d)")
_NO_DATE = re.compile(r"\bn\.? ?d\b|\bno date\b|\bundated\b", re.IGNORECASE)
_IMPRINT_YEAR = re.compile(r",[^,]{0,30}(?<![\d\-–])(?:1[4-9]\d\d|20[0-4]\d)\??(?!\s*[\-–]\s*\d|\d)")
_UNFINISHED = re.compile(r"(?:[,;(\[&–—\-]|\b(?:and|by|of|the|in|with|from|to|for|und|et))$", re.IGNORECASE)
_FINISHED = re.compile(r"[.!?…][)\]\"'’”]*$|[.!?…]?[)\]]$")
_CONTINUES = re.compile(r"[a-zß-öø-ÿ,;.:)\]–—]")
_PART = re.compile(r"(?:volume|vol\b|part|book|number|no\b|issue)\.?\s*[\dIVXLC]+", re.IGNORECASE)
_ANNOUNCES = re.compile(r"\b(?:to (?:be added|follow|come)|more)\b", re.IGNORECASE)
_PART_WORDS = re.compile(
    r"^\W*(?:(?:volume|vol|part|pt|book|number|no|section|pdf|epub|download|read|here|scan|copy|text|english|french|german"
    r"|russian|version)\b[.\s]*[\dIVXLC]*\W*)+$",
    re.IGNORECASE,
)


def has_extent(text: str) -> bool:
    """ "251 pages", "pp. 4-9": what an entry ends with and nothing else has."""
    if _EXTENT_AFTER.search(text) is not None:
        return True
    return any(not text[found.start() - 1 : found.start()].isalnum() for found in _EXTENT_BEFORE.finditer(text))


def has_date(text: str) -> bool:
    """A year, or words for having none; also found in titles."""
    return _YEAR.search(text) is not None or _NO_DATE.search(text) is not None


def has_imprint(text: str) -> bool:
    """An extent, "n.d.", or a single year in a later part of a list of commas; a span of years is a subject."""
    return has_extent(text) or _NO_DATE.search(text) is not None or _IMPRINT_YEAR.search(text) is not None


def is_unfinished(text: str) -> bool:
    """Ends so that something must follow."""
    return _UNFINISHED.search(text) is not None


def is_finished(text: str) -> bool:
    """Ends as a sentence or an entry does."""
    return _FINISHED.search(text) is not None


def continues(text: str) -> bool:
    """Starts as no entry does: in lower case, or with a mark that closes something."""
    return _CONTINUES.match(text) is not None


def names_part(text: str) -> bool:
    """Starts with "Volume 2", "Part IV", "No. 3"."""
    return _PART.match(text) is not None


def is_part_word(text: str) -> bool:
    """Nothing but a word for a further copy or part: "Part 2", "PDF", "Download"."""
    return _PART_WORDS.match(text) is not None


def is_bracketed(text: str) -> bool:
    """A note: the whole text is in one pair of brackets."""
    return len(text) > 2 and (text[0], text[-1]) in (("(", ")"), ("[", "]"))


def announces(text: str) -> bool:
    """ "[More to be added.]": speaks of entries to come."""
    return _ANNOUNCES.search(text) is not None
