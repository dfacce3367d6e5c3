"""Cues: words that a rule waits for. A text without any of them need not be tried against the rule's pattern.

A rule lists its cue words beside its pattern and gets a bit for them; a text's cues are the bits of all its words, each
word looked up once and remembered, as the same words come again in every line. A cue decides nothing: the pattern
does, and may be as slow as it likes, since it is hardly ever asked.
"""

import re
from collections import defaultdict
from functools import lru_cache, reduce
from operator import or_

from shelflist.parse.vocabulary.remembered import Remembered

WORD = re.compile(r"\w+")
_BY_ENDING: defaultdict[str, list[tuple[str, int]]] = defaultdict(list)
"""By the last letters of an ending, so many as the shortest has."""
_LAST = 3
_DIGITS = re.compile(r"\d")
_CO = re.compile(r"\bCo-(?=[a-z])")
""" "Co-operation" is one word, and has no "Co" as firms have it."""
_OUTER = ",.;:!?()[]"
_SMALL = str.maketrans("İıſ", "iis")

_AS_WRITTEN: defaultdict[str, int] = defaultdict(int)
_IN_ANY_CASE: defaultdict[str, int] = defaultdict(int)
MIXED = 1
"""The bit of a word of letters and then figures: "SW1", "Part1"."""
_BITS = iter(range(1, 1000))


def cue(listed: str, *, any_case: bool = False, endings: tuple[str, ...] = ()) -> int:
    """A bit for the words `listed`; with `any_case` they are given in small letters, and stand for all spellings.

    A word is a run of letters and digits; one that figures follow at once ("Part1") counts as the word, too. A word
    with one of the `endings` has the bit as well.
    """
    bit = 1 << next(_BITS)
    for ending in endings:
        _BY_ENDING[ending[-_LAST:]].append((ending, bit))
    table = _IN_ANY_CASE if any_case else _AS_WRITTEN
    for word in _CO.sub("", listed).split():
        table[word] |= bit
    return bit


def spelled(forms: str) -> str:
    """The words of a pattern's alternatives, each in its spellings, for a cue; less what they wait for in brackets."""
    words = [re.sub(r"\(.*", "", form) for form in re.split(r"\|(?!\$)", forms)]
    return " ".join(spelling for word in words for spelling in (word.replace("?", ""), re.sub(r".\?", "", word)))


@lru_cache(maxsize=16)
def cues_of_line(text: str) -> int:
    """The bits of all cue words in `text`; of lines only the last few are remembered, as several rules ask."""
    words = text.replace(",", " ").split()  # as they come in its pieces
    return reduce(or_, filter(None, map(cues_of, words)), 0)


@lru_cache(maxsize=4096)
def cues_in(text: str) -> int:
    """The same for a piece of a line, which is asked several times."""
    return reduce(or_, filter(None, map(cues_of, text.split())), 0)


def _find(word: str) -> int:
    if (bare := word.strip(_OUTER)).isalpha():
        return _of_token(bare)
    cues = 0
    for token in WORD.findall(_CO.sub("", word)):
        cues |= _of_token(token)
        if not token.isalpha() and (before := _DIGITS.split(token, maxsplit=1)[0]):
            cues |= MIXED | _of_token(before)
    return cues


_CUES = Remembered(_find, 16384)
cues_of = _CUES.__getitem__
"""The bits of a word with whatever punctuation it bears."""


def _of_token(token: str) -> int:
    cues = _AS_WRITTEN.get(token, 0) | _IN_ANY_CASE.get(in_small_letters(token), 0)
    for ending, bit in _BY_ENDING.get(token[-_LAST:], ()):
        if token.endswith(ending):
            cues |= bit
    return cues


def in_small_letters(text: str) -> str:
    """In small letters, character by character as regular expressions compare them."""
    return text.lower() if text.isascii() else text.translate(_SMALL).lower()
