"""Cues: words that a rule waits for. A text without any of them need not be tried against the rule's pattern.

A rule lists its cue words beside its pattern and gets a bit for them; a text's cues are the bits of all its words, each
word looked up once and remembered, as the same words come again in every line. A cue decides nothing: the pattern
does, and may be as slow as it likes, since it is hardly ever asked.
"""

import re
from collections import defaultdict
from functools import lru_cache

WORD = re.compile(r"\w+")
_DIGITS = re.compile(r"\d")
_SMALL = str.maketrans("İıſ", "iis")

_AS_WRITTEN: defaultdict[str, int] = defaultdict(int)
_IN_ANY_CASE: defaultdict[str, int] = defaultdict(int)
MIXED = 1
"""The bit of a word of letters and then figures: "SW1", "Part1"."""
_BITS = iter(range(1, 1000))


def cue(listed: str, *, any_case: bool = False) -> int:
    """A bit for the words `listed`; with `any_case` they are given in small letters, and stand for all spellings.

    A word is a run of letters and digits; one that figures follow at once ("Part1") counts as the word, too.
    """
    bit = 1 << next(_BITS)
    table = _IN_ANY_CASE if any_case else _AS_WRITTEN
    for word in listed.split():
        table[word] |= bit
    return bit


def cues_of_line(text: str) -> int:
    """The bits of all cue words in `text`; nothing is remembered but its words."""
    cues = 0
    for word in text.split():
        cues |= cues_of(word)
    return cues


@lru_cache(maxsize=4096)
def cues_in(text: str) -> int:
    """The same for a piece of a line, which is asked several times."""
    return cues_of_line(text)


@lru_cache(maxsize=16384)
def cues_of(word: str) -> int:
    """The bits of a word with whatever punctuation it bears."""
    if word.isalpha():
        return _AS_WRITTEN.get(word, 0) | _IN_ANY_CASE.get(in_small_letters(word), 0)
    cues = 0
    for token in WORD.findall(word):
        cues |= _AS_WRITTEN.get(token, 0) | _IN_ANY_CASE.get(in_small_letters(token), 0)
        if not token.isalpha() and (before := _DIGITS.split(token, maxsplit=1)[0]):
            cues |= MIXED | _AS_WRITTEN.get(before, 0) | _IN_ANY_CASE.get(in_small_letters(before), 0)
    return cues


def in_small_letters(text: str) -> str:
    """In small letters, character by character as regular expressions compare them."""
    return text.lower() if text.isascii() else text.translate(_SMALL).lower()
