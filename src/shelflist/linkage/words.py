"""Words compared: how much two lines share, typing slips allowed, and the numbers that tell items apart.

A word counts for more the fewer lines of the page have it: "pages" tells nothing, "Tchitcherine" tells nearly all.
"""

import math
import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz
from rapidfuzz.distance import OSA

from shelflist.linkage.identity import match_key

_SHORT, _LONG = 4, 7
"""From so many letters on, one or two slips leave a word the same."""
_SLIP_SHARE = 0.9
_SPELLED_ALIKE = 93
"""Per cent of letters in order from which words parted or joined otherwise are the same."""

_ONES = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"]
_ORDINALS = [
    "first",
    "second",
    "third",
    "fourth",
    "fifth",
    "sixth",
    "seventh",
    "eighth",
    "ninth",
    "tenth",
    "eleventh",
    "twelfth",
]
_NUMBERS = {word: str(n) for words in (_ONES, _ORDINALS) for n, word in enumerate(words, 1)}
_ROMAN = re.compile(r"(?=[ivxlc])(?:xc|xl|l?x{0,3})(?:ix|iv|v?i{0,3})")
_ROMAN_DIGITS = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}
_ARABIC = re.compile(r"(\d+)(?:st|nd|rd|th)?")
_NAMED = {
    "volume": "volume", "volumes": "volume", "vol": "volume", "vols": "volume", "part": "part", "parts": "part",
    "pt": "part", "number": "number", "no": "number", "nos": "number", "issue": "number", "book": "book",
    "session": "session", "congress": "congress", "conference": "conference", "plenum": "plenum",
    "edition": "edition", "ed": "edition", "edn": "edition",
}  # fmt: skip
_AFTER = frozenset(("volume", "part", "number", "book"))
_BEFORE = frozenset(("session", "congress", "conference", "plenum", "edition", "volume", "part", "book"))
"""Kinds whose number stands behind them ("volume 2"), or before ("second edition"); a year is no such number."""
_LARGEST = 999


@dataclass(frozen=True, slots=True)
class Rarity:
    """How much each word tells, 0.1 and up: the logarithm of the share of lines without it."""

    lines: int
    counts: Mapping[str, int]

    @classmethod
    def of(cls, lines: Iterable[Sequence[str]]) -> "Rarity":
        counts: Counter[str] = Counter()
        total = 0
        for words in lines:
            counts.update(set(words))
            total += 1
        return cls(total, counts)

    def weight(self, word: str) -> float:
        return 0.1 + math.log((self.lines + 1) / (self.counts.get(word, 0) + 0.5))


def words_of(text: str | None) -> tuple[str, ...]:
    return tuple(match_key(text).split()) if text else ()


def shared(one: Sequence[str], other: Sequence[str], rarity: Rarity) -> tuple[float, float, float]:
    """Weight of the words that both have, of all the words of `one`, and of `other`. Slips count for nine tenths."""
    ours, theirs = Counter(one), Counter(other)
    both = ours & theirs
    common = sum(rarity.weight(word) * count for word, count in both.items())
    left = sorted((theirs - both).elements())
    for word in sorted((ours - both).elements()):
        twin = next((item for item in left if is_slip(word, item)), None)
        if twin is not None:
            left.remove(twin)
            common += _SLIP_SHARE * (rarity.weight(word) + rarity.weight(twin)) / 2
    return common, sum(map(rarity.weight, one)), sum(map(rarity.weight, other))


def is_slip(one: str, other: str) -> bool:
    """One typing slip in a word of four letters or more, two from seven on; digits are never a slip."""
    shorter = min(len(one), len(other))
    if shorter < _SHORT or not (one.isalpha() and other.isalpha()):
        return False
    allowed = 2 if shorter >= _LONG else 1
    return OSA.distance(one, other, score_cutoff=allowed) <= allowed


def likeness(one: Sequence[str], other: Sequence[str], rarity: Rarity) -> float:
    """0 to 1: twice what is shared over both (Dice). Spaces put otherwise make no difference to long texts."""
    if not one or not other:
        return 0.0
    common, ours, theirs = shared(one, other, rarity)
    dice = min(1.0, 2 * common / (ours + theirs))
    letters = fuzz.ratio("".join(one), "".join(other), score_cutoff=_SPELLED_ALIKE) / 100
    return max(dice, letters)


def containment(one: Sequence[str], other: Sequence[str], rarity: Rarity) -> float:
    """0 to 1: how much of the one that has less is in the other."""
    if not one or not other:
        return 0.0
    common, ours, theirs = shared(one, other, rarity)
    return min(1.0, common / min(ours, theirs))


def number_of(word: str) -> str | None:
    """The number a word says, in digits: "3", "3rd", "III", "three", "third". None for other words."""
    word = word.casefold()
    if found := _ARABIC.fullmatch(word):
        return str(int(found[1]))
    if word in _NUMBERS:
        return _NUMBERS[word]
    return str(_roman(word)) if _ROMAN.fullmatch(word) else None


def _roman(word: str) -> int:
    values = [_ROMAN_DIGITS[letter] for letter in word]
    return sum(-v if any(w > v for w in values[n + 1 : n + 2]) else v for n, v in enumerate(values))


def numbers_of(text: str | None) -> frozenset[str]:
    """Every number in a short designation: "Volume II, part 3" says 2 and 3."""
    return frozenset(number for word in words_of(text) if (number := number_of(word)) is not None)


def designations(words: Sequence[str]) -> dict[str, frozenset[str]]:
    """Which volume, part, number, session, edition the words name: {"volume": {"2"}}."""
    found: dict[str, set[str]] = {}
    for at, word in enumerate(words):
        kind = _NAMED.get(word)
        if kind is None:
            continue
        after = _small(words[at + 1 : at + 2]) if kind in _AFTER else None
        before = _small(words[at - 1 : at]) if kind in _BEFORE and after is None else None
        if number := after or before:
            found.setdefault(kind, set()).add(number)
    return {kind: frozenset(numbers) for kind, numbers in found.items()}


def _small(words: Sequence[str]) -> str | None:
    number = number_of(words[0]) if words else None
    return number if number is not None and int(number) <= _LARGEST else None
