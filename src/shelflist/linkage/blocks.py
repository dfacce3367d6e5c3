"""Which pairs are worth a score: on a page of thousands of leftovers only lines that share telling words.

Time and pairs are bounded by the number of lines, not by its square.
"""

from collections.abc import Iterator, Sequence

from shelflist.linkage.score import Traits
from shelflist.linkage.words import Rarity

ALL_PAIRS = 4096
"""Up to so many pairs each is looked at."""
_LOOKS = 300
"""So many places of its rarest words are looked up for each line."""
_KEPT = 12
"""So many of the likeliest lines are scored for each."""


def worth_a_score(old: Sequence[Traits], new: Sequence[Traits], rarity: Rarity) -> Iterator[tuple[int, int]]:
    """Pairs of indexes, each once, in order of `new`."""
    if len(old) * len(new) <= ALL_PAIRS:
        yield from ((i, j) for j in range(len(new)) for i in range(len(old)))
        return
    places: dict[str, list[int]] = {}
    for index, traits in enumerate(old):
        for key in sorted(_keys(traits)):
            places.setdefault(key, []).append(index)
    for j, traits in enumerate(new):
        yield from ((i, j) for i in _likeliest(traits, places, rarity))


def _keys(traits: Traits) -> set[str]:
    """The words; year and pages together, which no typing slip in a title touches; and the link."""
    keys = set(traits.words)
    if traits.year and traits.pages:
        keys.add(f"{traits.year}/{traits.pages}")
    if traits.url:
        keys.add(traits.url)
    return keys


def _likeliest(traits: Traits, places: dict[str, list[int]], rarity: Rarity) -> list[int]:
    known = sorted((len(places[key]), key) for key in _keys(traits) if key in places)
    weights: dict[int, float] = {}
    looks = 0
    for count, key in known:
        if looks + count > _LOOKS and weights:
            break
        looks += min(count, _LOOKS)
        for index in places[key][:_LOOKS]:
            weights[index] = weights.get(index, 0.0) + rarity.weight(key)
    return sorted(sorted(weights, key=lambda index: (-weights[index], index))[:_KEPT])
