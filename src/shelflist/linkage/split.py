"""A line that became two, or two that became one: neither of the two is the one, but they are told as related."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from shelflist.linkage.score import Traits
from shelflist.linkage.words import Rarity, shared

_PART_IN_WHOLE = 0.9
"""So much of each part stands in the whole line,"""
_WHOLE_IN_PARTS = 0.85
"""and so much of the whole line in its parts, by weight of words."""
_LEAST_PART = 0.1
"""A smaller part is a phrase that was added or left out."""


@dataclass(frozen=True, slots=True)
class Parts:
    """Indexes: `whole` on one side, `first` and `second` on the other."""

    whole: int
    first: int
    second: int


def find_parts(
    wholes: Sequence[Traits], lines: Sequence[Traits], near: Mapping[int, Sequence[int]], rarity: Rarity
) -> list[Parts]:
    """Each whole and each line at most once, in order; `near` are the lines that share words with each whole."""
    found: list[Parts] = []
    taken: set[int] = set()
    for whole, traits in enumerate(wholes):
        free = (index for index in near.get(whole, ()) if index not in taken)
        parts = [index for index in sorted(free) if _is_part(lines[index], traits, rarity)]
        for first, second in combinations(parts, 2):
            if _is_made_of(traits, lines[first], lines[second], rarity):
                found.append(Parts(whole, first, second))
                taken |= {first, second}
                break
    return found


def _is_made_of(whole: Traits, first: Traits, second: Traits, rarity: Rarity) -> bool:
    common, ours, theirs = shared(_together(first, second, whole), whole.words, rarity)
    return common >= _WHOLE_IN_PARTS * theirs and common >= _PART_IN_WHOLE * ours


def _together(first: Traits, second: Traits, whole: Traits) -> list[str]:
    """The words of both parts. What both repeat and the whole says once, as an imprint, counts once."""
    one, other, said = Counter(first.words), Counter(second.words), Counter(whole.words)
    counts = {word: min(count, max(one[word], other[word], said[word])) for word, count in (one + other).items()}
    return list(Counter(counts).elements())


def _is_named_in(part: Traits, whole: Traits) -> bool:
    """The whole names the same volume, part, number …: of two volumes only one can have gone into it."""
    return all(numbers <= whole.numbers.get(kind, frozenset()) for kind, numbers in part.numbers.items())


def _is_part(part: Traits, whole: Traits, rarity: Rarity) -> bool:
    if not 0 < len(part.words) < len(whole.words) or not _is_named_in(part, whole):
        return False
    common, ours, theirs = shared(part.words, whole.words, rarity)
    return common >= _PART_IN_WHOLE * ours and _LEAST_PART * theirs <= ours <= (1 - _LEAST_PART) * theirs
