"""The author at the end of the words that stand before him, with no sign between: "Of Looms Rewi Ash, Weft Press".

Only in a line that names nobody else, and where its imprint follows. A full name ends no title and no phrase but where
something in them leads on to it: a small word, or the word for what the person is ("the weaver Rewi Ash").
"""

from shelflist.parse.looks.family_first import EASTERN_FAMILIES
from shelflist.parse.looks.grades import NAMED, SURELY_NAMED
from shelflist.parse.looks.honours import HONORIFIC, HONORIFIC_CUE
from shelflist.parse.looks.names import names_score
from shelflist.parse.looks.phrases import note_score
from shelflist.parse.vocabulary.body_words import is_body
from shelflist.parse.vocabulary.cues import cues_of
from shelflist.parse.vocabulary.gazetteer import Gazetteer, key
from shelflist.parse.vocabulary.regions import REGIONS
from shelflist.parse.vocabulary.small_words import ARTICLES, LEADING_ON
from shelflist.parse.vocabulary.words import is_initials

_FEWEST_OF_TITLE, _MOST_OF_NAMES = 2, 9
"""Words."""
_OF_PERSONS = ("er", "or", "ist", "ian", "man", "woman", "ing", "ée", "eur")
""" "the weaver Rewi Ash", "Remembering Rewi Ash": what is said of him, or what is done."""


def name_at_end(words: str, gazetteer: Gazetteer) -> int | None:
    """Where the name begins; None where none does, or something leads on to it."""
    tokens = words.split(" ")
    fewest = 1 if words[0].isdigit() else _FEWEST_OF_TITLE  # "1890-1930 Rewi Ash"
    for at in range(max(fewest, len(tokens) - _MOST_OF_NAMES), len(tokens) - 1):
        if not _opens_name(tokens[at], gazetteer):
            continue
        name = " ".join(tokens[at:])
        if names_score(name, gazetteer) >= SURELY_NAMED:
            return None if _leads_on(tokens[:at], name, gazetteer) else len(words) - len(name)
    return None


def _opens_name(word: str, gazetteer: Gazetteer) -> bool:
    """A given name, an initial, a title of honour, or a family name that comes first."""
    if not word[:1].isupper():
        return False
    if key(word) in gazetteer.given_names or word in EASTERN_FAMILIES:
        return True
    if is_initials(word):
        return word not in ("A", "I")
    return bool(cues_of(word) & HONORIFIC_CUE) and HONORIFIC.match(f"{word} ") is not None


def _leads_on(before: list[str], name: str, gazetteer: Gazetteer) -> bool:
    """The words before it belong to the name, or it to them."""
    last = before[-1]
    if last.casefold() in LEADING_ON or last[-1:] in ".:;,!?’'–-" or last.endswith(_OF_PERSONS):
        return True
    if note_score(last, None) > 0 or (len(before) == _FEWEST_OF_TITLE and before[0] in ARTICLES):
        return True  # "The Essential Rewi Ash"
    if not last[:1].isupper() or last in REGIONS or is_body(last):
        return False
    if gazetteer.is_place(last) or gazetteer.is_town(last):
        return False
    return names_score(f"{last} {name}", gazetteer) >= NAMED  # its first given name may be one that no list has
