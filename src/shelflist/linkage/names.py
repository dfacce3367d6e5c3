"""Whether two lines name the same people: what a surname may be mistyped, respelt or cut short to, and what is another.

A name alone says little of which entry a line is; two lines that name different people cannot be one.
"""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from rapidfuzz.distance import OSA

from shelflist.linkage.identity import match_key
from shelflist.models.citation import Citation

_ALIKE = 0.65
"""The least share of letters in common of one surname in two spellings: Tchitcherine and Chicherin."""
_STEM = 4
"""A surname of so many letters that another begins with may be the same, cut short or made whole."""


class Name(NamedTuple):
    """A creator's, as compared."""

    surname: str
    given: str


People = tuple[Name, ...]


def people_of(citation: Citation) -> People:
    names = citation.contributors
    return tuple(Name(match_key(one.family or one.name_raw), match_key(one.given or "")) for one in names)


def likeness_of_people(ours: People, theirs: People) -> float:
    """1 where a surname of one is within a slip of the other's; less where one is respelt; 0 for other people."""
    if any(_is_slip(one.surname, other.surname) for one in ours for other in theirs):
        return 1.0
    return max((_respelt(one, other) for one in ours for other in theirs), default=0.0)


def are_other_people(ours: People, theirs: People, our_words: Sequence[str], their_words: Sequence[str]) -> bool:
    """A creator whose name stands anywhere in the other line was only read otherwise."""
    if not ours or not theirs or stand_in(ours, their_words) or stand_in(theirs, our_words):
        return False
    return likeness_of_people(ours, theirs) == 0.0


def is_near(word: str, words: Iterable[str]) -> bool:
    return any(_is_slip(word, other) for other in words)


def _is_slip(one: str, other: str) -> bool:
    return OSA.distance(one, other, score_cutoff=1) <= 1


def stand_in(people: People, words: Sequence[str]) -> bool:
    return any(all(is_near(part, words) for part in one.surname.split()) for one in people)


def _respelt(one: Name, other: Name) -> float:
    """How alike the letters of the two surnames are, if they may be one person's; else 0."""
    alike = OSA.normalized_similarity(one.surname, other.surname)
    may_be_one = alike >= _ALIKE or _begins(*sorted((one.surname, other.surname), key=len))
    return alike if may_be_one and _agree(one.given, other.given) else 0.0


def _begins(short: str, long: str) -> bool:
    return len(short) >= _STEM and long.startswith(short)


def _agree(one: str, other: str) -> bool:
    """Forenames of one person: one is not given, or is the other's initial, or is within a slip of it."""
    if not one or not other:
        return True
    first, second = one.split()[0], other.split()[0]
    return first[0] == second[0] and (min(len(first), len(second)) == 1 or _is_slip(first, second))
