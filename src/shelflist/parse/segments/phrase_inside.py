"""Where a phrase that explains the title begins, with no sign before it: "The Mill Hands of Leeds a study of weaving".

Only in a title whose words have capitals throughout. After a noun of such a title no article in small letters stands,
nor a word for whose it is, and no noun of it has small letters. Other words may be more of the title.
"""

import re

from shelflist.parse.looks.grades import NAMED
from shelflist.parse.looks.names import names_score
from shelflist.parse.looks.phrases import opens_sentence
from shelflist.parse.vocabulary.cues import cue, cues_in
from shelflist.parse.vocabulary.gazetteer import Gazetteer
from shelflist.parse.vocabulary.small_words import LEADING_ON, leads_on

_OPENS_LISTED = "a an the their its his her"
_OPENS_PHRASE = frozenset(_OPENS_LISTED.split())
_CUE = cue(_OPENS_LISTED + " A An")
_OPENS_SENTENCE = frozenset(["How", "Why", "Who", "What", "When", "Where", "If", "Let", "Can", "Should", "Must", "Do"])
_AFTER_MARK = re.compile(r"(?<=\w\w)[!?][’”]?\s(?=[a-z]{2}|[A-Z][a-z]*\s[a-z])(?!(?:and|or)\s)")
""" "What Is to be Woven? questions of our movement", "Masters or Hands? A lecture to the Guild"."""
_FEWEST = 2
"""Words of a title."""


def phrase_inside(words: str, gazetteer: Gazetteer) -> int | None:
    """Where it begins in words that open a title; None where none does."""
    marked = _AFTER_MARK.search(words) if "! " in words or "? " in words else None
    if marked and (words[marked.end()].islower() or opens_sentence(words[marked.end() :])):
        return marked.end()
    if not cues_in(words) & _CUE:
        return None
    tokens = words.split(" ")
    small = next((i for i, token in enumerate(tokens) if token[:1].islower() and token not in LEADING_ON), 0)
    if small <= _FEWEST or tokens[0] in _OPENS_SENTENCE:
        return None
    if tokens[small - 1] not in _OPENS_PHRASE and not opens_sentence(" ".join(tokens[small - 1 :])):
        return None
    title = tokens[: small - 1]
    if leads_on(title[-1]) or title[-1].endswith("ing"):
        return None
    if names_score(" ".join(title), gazetteer) >= NAMED:
        return None  # "Rewi Ash the weaver"
    return len(" ".join(title)) + 1
