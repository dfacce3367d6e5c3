"""Titles compared: the words that carry meaning, and the numbers that must be equal. No decisions about entries."""

import re
from functools import lru_cache

from rapidfuzz.distance import OSA

from shelflist.authority.normal import folded, place_key
from shelflist.models.citation import Citation, Genre
from shelflist.parse.vocabulary.gazetteer import gazetteer_for
from shelflist.parse.vocabulary.lookups import USUAL


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


_SMALL = _set("a an the of in on at to for from by with and or into upon as its it is being concerning")
_COUNTING = _set(
    """
    one two three four five six seven eight nine ten eleven twelve last next early late
    first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth
    sixteenth seventeenth eighteenth nineteenth twentieth thirtieth
    """
)
_COLLECTIVE = _set(
    """
    selected collected complete works writings essays speeches letters poems articles stories plays short documents
    papers pamphlets reports statements volume volumes sketches songs prose poetry verse political military
    philosophical literary theoretical economic historical selections selection anthology
    """
)
_PARTS = _set("volume vol part pt book number no nos issue")
_DESIGNATION = re.compile(r"\b(?:volume|vol|part|pt|book|number|no|nos|issue)\b\.? *([0-9]+|[ivxlc]+)\b", re.IGNORECASE)
_OPENS_PART = re.compile(
    rf"(?:the )?(?:\d|(?:{'|'.join(sorted(_COUNTING))})\b|(?:volume|vol|part|pt|book|number|no|series)\b)",
    re.IGNORECASE,
)
_ROMAN = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}

SLIP_IN_TITLE = 6
"""Letters of the longer word in which a title may have one slip."""


def words_of(citation: Citation) -> tuple[str, ...]:
    """The significant words of the title, folded: articles, prepositions, designations of parts and digits are off."""
    text = _DESIGNATION.sub(" ", citation.title or "")
    words = folded(_joined_capitals(text)).split()
    kept = tuple(word for word in words if word not in _SMALL and not word.isdigit())
    return kept or tuple(word for word in words if not word.isdigit())


def marks_of(citation: Citation) -> tuple[str, ...]:
    """What tells two records of one title apart: all numbers and dates in it, part, volume, issue, host.

    An issue of a periodical is its date as well. A number that stands twice (in title and part) counts once.
    """
    title = citation.title or ""
    marks = set(_numbers(title))
    for stated in filter(None, (citation.part_number, citation.volume, citation.issue)):
        rest = folded(_DESIGNATION.sub(" ", stated)).split()
        marks.update(_numbers(stated), (f"w{word}" for word in rest if not word.isdigit() and word not in _PARTS))
    for phrase in filter(None, (citation.other_title_information, citation.unparsed_remainder)):
        if _OPENS_PART.match(phrase):  # "First Period, 1917-1923": a part that was not read as one
            marks.update(_numbers(phrase), (f"w{word}" for word in folded(phrase).split() if word in _COUNTING))
    marks.update(f"p{word}" for word in folded(citation.part_name or "").split() if word not in folded(title).split())
    if citation.container_title:
        marks.add(f"h{folded(citation.container_title)}")
    if citation.genre is Genre.PERIODICAL_ISSUE:
        marks.add(f"d{citation.date_edtf}")
    return tuple(sorted(marks))


def _numbers(text: str) -> list[str]:
    """Those in digits, and those after "Volume" in roman numerals, each as "n<number>"."""
    return [f"n{n}" for n in re.findall(r"\d+", text)] + [f"n{_number(n)}" for n in _DESIGNATION.findall(text)]


def same_words(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Equal words in their order; run together they may be equal too ("Anti-Dühring", "Antidühring")."""
    return one == other or "".join(one) == "".join(other)


def slipped_words(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """All words equal but one, which is long and one letter off, not at its end, and names neither place nor number.

    A difference in the last letters is most often another word: socialism, socialist. Titles of fewer than two other
    words are too short to tell.
    """
    if len(one) != len(other) or len(one) < 3:
        return False
    differing = [(a, b) for a, b in zip(one, other, strict=True) if a != b]
    return len(differing) == 1 and _is_slip(*differing[0])


def _is_slip(one: str, other: str) -> bool:
    if max(len(one), len(other)) < SLIP_IN_TITLE or one[0] != other[0] or one[-1] != other[-1]:
        return False
    if OSA.distance(one, other, score_cutoff=1) > 1 or {one, other} & _COUNTING:
        return False
    return not (_is_place(one) and _is_place(other))


def is_collective(words: tuple[str, ...]) -> bool:
    """ "Selected Works", "Letters": a title that many books of one author bear."""
    return all(word in _COLLECTIVE for word in words)


@lru_cache(maxsize=1)
def _places() -> frozenset[str]:
    return frozenset(map(place_key, gazetteer_for(USUAL).places))


def _is_place(word: str) -> bool:
    return place_key(word) in _places()


def _joined_capitals(text: str) -> str:
    """ "U.S.S.R." is one word."""
    return re.sub(r"\b(?:[A-Z]\.){2,}", lambda match: match[0].replace(".", "") + " ", text)


def _number(text: str) -> int:
    """Arabic or roman."""
    if text.isdigit():
        return int(text)
    values = [_ROMAN[c] for c in text.lower()]
    return sum(-a if a < b else a for a, b in zip(values, [*values[1:], 0], strict=True))
