"""The words of a stretch of text, each looked up once: what the scores of names, firms, places and phrases count.

A word is judged alone and remembered; the same words come again in every line. Nothing is decided here.
"""

import re
from collections.abc import Callable, Iterable
from functools import lru_cache, partial
from operator import attrgetter
from typing import NamedTuple

from shelflist.parse.vocabulary.gazetteer import Gazetteer, key
from shelflist.parse.vocabulary.remembered import Remembered

NO_NAME = -9.0
_NO_SURNAME = -3.5
ENDS_PLAINLY = -3.0
""" "Mehring", "Statement": only the ending says that the word may be no name."""
NUMBER_WORDS = (
    "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|"
    "eighteen|nineteen|twenty"
)
"""Of volumes, parts and issues: alternatives of a pattern."""
_INITIALS = re.compile(
    r"(?:[A-ZÀ-ÖØ-ÞŠ]\.?-?){1,3}$|[A-ZÀ-ÖØ-Þ][a-z]?\.(?:-?[A-ZÀ-ÖØ-Þ][a-z]?\.)*$|Yu\.?$|Ya\.?$|Ch\.?$|Th\.?$|Ll\.$|Zh\.?$|Sh\.?$"
    r"|(?:Wm|Chas|Geo|Jas|Jos|Thos|Robt|Edw|Alex|Benj|Saml|Danl)\.$"
)
_CAPITAL = re.compile(
    r"(?:[A-ZÀ-ÖØ-ÞČŠŽĐŁŚŹŻĆŞİ][\w’'´`.-]*[\w]|[dDLO][’'][A-ZÀ-Þ][\w-]+|Mc[A-Z]\w+|h[AEIOUÁÉÍÓÚ][\w’-]+"
    r"|(?:al|el|ul|ad|an|ar|as|ash|at|az)-[A-Z][\w’-]+)$"
)
_CAPITAL_WORD = re.compile(r"[A-ZÀ-ÞČŠŽĐŁŚŹŻ][\w’'.-]+$")
_ACRONYM = re.compile(r"[A-Z]{4,}$|[A-Z]+\([\w-]+\)$")
_LONGEST_INITIALS = 3
"""Letters without a stop between them: "WPZ"."""
_COMMON_ENDINGS = (
    "tion", "tions", "ment", "ments", "ism", "isms", "ness", "ity", "ities", "ics", "ship", "ology", "graphy",
    "ance", "ence", "ing", "ings", "tive", "tives", "ous", "ical",
)  # fmt: skip
_PINYIN = re.compile(
    r"(?:chang|chao|chun|cheng|dong|fang|guang|guo|hai|hong|hua|hui|jia|jian|jiang|jin|jing|jun|kai|lian|liang|long|mei|ming|"
    r"pei|qing|rong|shao|shu|tian|wei|wen|xia|xian|xiang|xiao|xin|xiu|xue|yan|yang|yin|ying|yong|yuan|yun|zhen|zheng|zhi|"
    r"zhong)(?:[bjlmnpqty]|x)ing$"
)
""" "Xiaoping", "Dongming": a Chinese given name."""
_PARTICLES_LISTED = """
van von der den de del della di da dos das do du la le les los las el al bin ibn ben y e af av zu zur ter ten
st st. abu ap mac mc a' a’ ó ní wa
"""
PARTICLES = frozenset(_PARTICLES_LISTED.split())
_BETWEEN_NAMES = frozenset(
    ["by", "and", "y", "et", "und", "e", "och", "og", "kaj", "with", "others", "comrades", "colleagues", "friends"]
)


class Word(NamedTuple):
    """One word; `key` as in the gazetteer."""

    key: str
    in_name: float  # what it says for (positive) or against its being part of a name
    is_plain: bool  # listed among the words that are no names
    is_capital: bool  # has the form of a word of a place's name
    bars_names: bool  # no list of names holds it, wherever it stands
    is_initial: bool  # "Yu" in "Sun Yu" is a name in full; "Yu." an initial


_BARS_NAMES = attrgetter("bars_names")


class Words(NamedTuple):
    """A text's words; `bars_names` is true if one of them does."""

    each: tuple[Word, ...]
    bars_names: bool


@lru_cache(maxsize=2048)
def words_of(text: str, gazetteer: Gazetteer) -> Words:
    each = look_up_all(text.split(), gazetteer)
    return Words(each, any(map(_BARS_NAMES, each)))


def look_up_all(words: Iterable[str], gazetteer: Gazetteer) -> tuple[Word, ...]:
    return tuple(map(_known(gazetteer), words))


@lru_cache(maxsize=64)
def _known(gazetteer: Gazetteer) -> Callable[[str], Word]:
    """Looks a word up with one set of lists, and remembers it."""
    return Remembered(partial(_find, gazetteer=gazetteer), 16384).__getitem__


def _find(word: str, gazetteer: Gazetteer) -> Word:
    if len(word) > _LONGEST_INITIALS and word.isascii() and word.isalpha():
        if word.islower():
            return _small(word, gazetteer)
        if word.istitle():
            return _capitalised(word, gazetteer)
    folded = word.casefold() if word.isalpha() else key(word)
    in_name = _in_name(word, folded, gazetteer)
    bars = in_name <= NO_NAME and word.isalpha() and word.islower()
    bars = bars and word not in _BETWEEN_NAMES and word not in gazetteer.name_words
    is_initial = is_initials(word) and (word.isupper() or "." in word)
    is_capital = _is_plain_capital(word) or _CAPITAL_WORD.match(word) is not None
    return Word(folded, in_name, folded in gazetteer.words, is_capital, bars, is_initial)


def _small(word: str, gazetteer: Gazetteer) -> Word:
    """As `_find`, for what most words of titles are."""
    plain = word in gazetteer.words
    if word in gazetteer.given_names or word in PARTICLES:
        return Word(word, 2.0 if word in gazetteer.given_names else 0.0, plain, False, False, False)
    bars = word not in _BETWEEN_NAMES and word not in gazetteer.name_words
    return Word(word, NO_NAME, plain, False, bars, False)


def _capitalised(word: str, gazetteer: Gazetteer) -> Word:
    """The same for what most words of names are."""
    folded = word.lower()
    plain = folded in gazetteer.words
    if folded in gazetteer.given_names:
        in_name = 2.0
    elif folded in PARTICLES:
        in_name = 0.0
    else:
        in_name = _NO_SURNAME if plain or folded in gazetteer.title_words else _by_ending(folded)
    return Word(folded, in_name, plain, True, False, False)


def _by_ending(folded: str) -> float:
    if len(folded) < 7 or not folded.endswith(_COMMON_ENDINGS):
        return 0.5
    return 0.5 if folded[-3:] == "ing" and _PINYIN.match(folded) else ENDS_PLAINLY


def _in_name(word: str, folded: str, gazetteer: Gazetteer) -> float:
    if folded in gazetteer.given_names:
        return 2.0
    if word.islower() and word.isalpha():
        return 0.0 if folded in PARTICLES else NO_NAME
    if is_initials(word):
        return 2.0
    if folded.endswith("'s") and word[-1] == "s":
        return NO_NAME
    if folded in PARTICLES or word in PARTICLES:
        return 0.0
    if not _is_plain_capital(word) and (not _CAPITAL.match(word) or _ACRONYM.match(word)):
        return NO_NAME
    if folded in gazetteer.words or folded in gazetteer.title_words:
        return _NO_SURNAME
    return _by_ending(folded)


def is_patronymic(word: str) -> bool:
    """ "Nikolayevich", "Konstantinovna"."""
    return word.endswith(("ovich", "evich", "ovna", "evna", "ichna")) and word[0].isupper()


def is_initials(word: str) -> bool:
    """ "W", "WP", "W.P.", "Ch."."""
    may_be = len(word) <= 3 or "." in word or "-" in word
    return may_be and _INITIALS.match(word) is not None


def _is_plain_capital(word: str) -> bool:
    """A capital and small letters, as most names: no pattern needs to be asked."""
    return word.isascii() and word.isalpha() and word.istitle() and len(word) > 1
