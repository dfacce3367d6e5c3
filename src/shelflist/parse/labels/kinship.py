"""Which segments of one line have words in common, where the rules ask for it.

"No Homes, No Vote"; "Half Life, Half Life Books, Lancaster"; "Labour Research Department, LRD". Most lines have no such
segments, which is seen at one glance.
"""

from collections.abc import Sequence
from typing import NamedTuple

from shelflist.parse.looks.bodies import is_own_house, is_spelt_out
from shelflist.parse.looks.features import Features
from shelflist.parse.looks.grades import A_PLACE, NO_BODY
from shelflist.parse.vocabulary.gazetteer import key

_SIGNS = ".,:;!?()[]\"“”'‘’&".encode()
_MARKS = bytes.maketrans(_SIGNS, b" " * len(_SIGNS))
_OPENS_MANY = frozenset(["the", "a", "an", "on", "in", "of"])
_FARTHEST = 4
"""Segments between a body and its house."""


class Kin(NamedTuple):
    """Indices of segments, or pairs of them in the line's order."""

    again: frozenset[int] = frozenset()  # says a word in capitals again that the first segment has
    echoes: frozenset[int] = frozenset()  # echoes the first: "Not a Penny, Not a Man"
    same: frozenset[tuple[int, int]] = frozenset()  # the same words
    bears_name: frozenset[int] = frozenset()  # the next segment bears its name: "Half Life, Half Life Books"
    opens_alike: frozenset[int] = frozenset()  # the next segment has the same first word: "Loom Album 87, Loom Books"
    bears_place: frozenset[int] = frozenset()  # the next segment is a place of its name: "Leeds Local Studies, Leeds"
    own_house: frozenset[tuple[int, int]] = frozenset()  # a body, and its initials or its common noun


NO_KIN = Kin()


def kin_of(texts: Sequence[str], looks: tuple[Features, ...]) -> Kin:
    """`texts` are those of the segments, `looks` what they look like."""
    own = [j for j, look in enumerate(looks) if look.signs.may_be_own_house]
    own_house = _own_houses(texts, looks, own) if own else NO_KIN.own_house
    if not _share_words(texts):
        return Kin(own_house=own_house) if own_house else NO_KIN
    later, keys, words = range(1, len(texts)), [key(text) for text in texts], [text.split() for text in texts]
    first = words[0]
    return Kin(
        again=frozenset([i for i in later if _says_again(first, words[i])]),
        echoes=frozenset([i for i in later if _is_echo(first, words[i])]),
        same=_same(keys),
        bears_name=frozenset([i - 1 for i in later if _bears_name(keys[i - 1].split(), keys[i].split())]),
        opens_alike=frozenset([i - 1 for i in later if words[i - 1][0] == words[i][0] and words[i][0][0].isupper()]),
        bears_place=frozenset([i - 1 for i in later if looks[i].place >= A_PLACE and f"{keys[i]} " in keys[i - 1]]),
        own_house=own_house,
    )


def _share_words(texts: Sequence[str]) -> bool:
    """In most lines no word comes twice, or only within the title."""
    told = _words_of(" ".join(texts))
    if len(set(told)) == len(told):
        return False
    each = [set(_words_of(text)) for text in texts]
    return len(set().union(*each)) < sum(map(len, each))


def _words_of(text: str) -> list[bytes]:
    """In small letters and as bytes, which are rid of signs in a tenth of the time; only fit to be compared."""
    return text.casefold().encode(errors="surrogatepass").translate(_MARKS).split()


def _own_houses(texts: Sequence[str], looks: tuple[Features, ...], own: list[int]) -> frozenset[tuple[int, int]]:
    return frozenset(
        (i, j)
        for j in own
        if j > 1
        for i in range(max(0, j - _FARTHEST), j)
        if (looks[i].body > NO_BODY and is_own_house(texts[i], texts[j]))
        or (i > 0 and is_spelt_out(texts[i], texts[j]))
    )


def _same(keys: list[str]) -> frozenset[tuple[int, int]]:
    if len(set(keys)) == len(keys):
        return frozenset()
    return frozenset((i, j) for j in range(1, len(keys)) for i in range(max(0, j - _FARTHEST), j) if keys[i] == keys[j])


def _says_again(first: list[str], second: list[str]) -> bool:
    return not {word for word in second if word[0].isupper()}.isdisjoint(first)


def _is_echo(first: list[str], second: list[str]) -> bool:
    """ "No Homes, No Vote"; "Panama Canal, Whose Canal?"."""
    opening, last = first[0], first[-1]
    if len(first) < 2 or len(second) < 2:
        return False
    if len(opening) > 1 and opening.casefold() not in _OPENS_MANY and second[0] == opening:
        return True
    return len(second) <= 3 and last[0].isupper() and second[-1].rstrip("?!") == last


def _bears_name(body: list[str], house: list[str]) -> bool:
    """ "Engineers’ Voice, Voice Newspapers"."""
    if len(house) < 2 or not body:
        return False
    return house[0] == (body[0] if len(body) == 1 or house[:2] == body[:2] else body[-1])
