"""The person whom a line opens with, "Gelm, Zerwin" or "Zerwin Gelm", of whose names no list need have either.

Each look of the words and of the line around them speaks for or against it, and their sum decides. The weights are
log-odds, fitted by logistic regression to the openings of the development lines, and to their facts typed with a name
first and without, read without the names that only one line has. Tried on facts left out, nineteen turned names in
twenty are found and nine others in ten, and one opening in fifty that is none is taken for a turned name, one in a
hundred for another.
"""

import re

from shelflist.parse.looks.family_first import SURELY_EASTERN_FAMILIES, is_loud_family
from shelflist.parse.looks.grades import NAMED, SURELY_NAMED
from shelflist.parse.looks.names import TWO_SYLLABLES, names_score
from shelflist.parse.looks.title_begins import (
    FIRST_CHUNK,
    NEXT_STOP,
    has_small_word,
    is_by_another,
    nobody_later,
    opens_as_title,
    opens_imprint,
    opens_sure_imprint,
)
from shelflist.parse.looks.title_forms import OPENS_LIFE
from shelflist.parse.looks.turned_lists import OF_NO_FAMILY, is_given
from shelflist.parse.vocabulary.gazetteer import Gazetteer, key
from shelflist.parse.vocabulary.small_words import OPENING_ARTICLES
from shelflist.parse.vocabulary.words import is_initials

_FORM = re.compile(
    r"(?P<family>(?:(?:de|van|von|der|den|du|la|le|di|da|dos|del)\s){0,2}[A-ZÀ-ÞČŠŽŁŚ][\w’'-]+),\s"
    r"(?P<given>[A-ZÀ-ÞČŠŽŁŚ][\w’'.-]*(?:\s(?:[A-ZÀ-ÞČŠŽŁŚ][\w’'.-]*|de|van|von|y|e|af|av)){0,3})$"
)
_STOP_INSIDE = re.compile(r"\.\s\w[^.\s]")
""" "Ash, R. Looms": the stop may have ended the name."""
_PARTS_AREAS = re.compile(r"\s[|/–—-]\s|;\s")
_PRIOR = -0.5
_GIVEN_LISTED, _OTHER_MEANING, _FAMILY_A_WORD = 2.5, -1.5, -1.0
_ONE_GIVEN, _THREE_GIVEN = 1.0, -2.0
_WEAK = {"comma": -2.0, "stop": -2.0}
_DATED = 1.0
_NOBODY_LATER, _IMPRINT_NEXT = 1.5, -2.0
_LONG_TITLE, _ONE_WORD, _SMALL_WORD = 1.5, -1.5, 1.0
_SHOUTED, _LONG = 2.0, 2
""" "Ash, Rewi Elm. THE MILL HANDS OF LEEDS. Weft Press": a title in capitals, of three words or more."""
_SURE = 1.5
_STRAIGHT = -2.0
_SURE_NAMES, _UNSURE_NAMES = 2.0, -0.5
_OPENS_GIVEN, _OPENS_INITIAL = 0.5, 1.0
_MORE_THAN_TWO, _MORE_THAN_THREE = -0.5, -1.5
_NAME_NEXT, _ARTICLE_NEXT, _LIFE_NEXT = -1.5, 0.5, -1.0
_MOST_WORDS = 5
_NO_NAME = (*OPENING_ARTICLES, "By ", "by ")


def is_straight_name(words: str, sign: str, rest: str, gazetteer: Gazetteer) -> bool:
    """ "Zerwin Gelm: The Mill Hands of Leeds. Weft Press": one person, and a `sign` of that kind before `rest`."""
    count = words.count(" ")
    if not 0 < count < _MOST_WORDS or (sign == "comma" and "," in words) or words.startswith(_NO_NAME):
        return False
    surety = names_score(words, gazetteer)
    if surety < NAMED or is_by_another(rest):
        return False
    title, first = NEXT_STOP.split(rest, maxsplit=1)[0], words.split()[0]
    if len(title) >= len(rest.rstrip(".")) or not nobody_later(rest, gazetteer):
        return False  # "Karl Marx: Man and Fighter, Rewi Ash, Weft Press"
    if sign == "comma" and (OPENS_LIFE.match(rest) or _PARTS_AREAS.search(rest)):
        return False  # "Karl Marx, His Life and Work"; "R. Ash, S. Elm – Looms"
    total = _STRAIGHT + (_SURE_NAMES if surety >= SURELY_NAMED else _UNSURE_NAMES) + _of_rest(title, rest, gazetteer)
    total += _OPENS_INITIAL if is_initials(first) else _OPENS_GIVEN * (key(first) in gazetteer.given_names)
    total += _MORE_THAN_TWO * (count > 1) + _MORE_THAN_THREE * (count > 2)
    total += _ARTICLE_NEXT * rest.startswith(OPENING_ARTICLES) + _LIFE_NEXT * (OPENS_LIFE.match(rest) is not None)
    if names_score(FIRST_CHUNK.split(rest, maxsplit=1)[0].strip(), gazetteer) >= NAMED:
        total += _NAME_NEXT
    return total >= _SURE


def is_turned_name(words: str, sign: str, rest: str, gazetteer: Gazetteer, *, dated: bool) -> bool:
    """A `sign` of that kind (see `author_end`) parts `words` from `rest`; `dated`: with a year."""
    found = _FORM.match(words)
    if found is None or _STOP_INSIDE.search(words):
        return False
    given, title = found["given"].split(), NEXT_STOP.split(rest, maxsplit=1)[0].partition(" (")[0]
    shouted = title.isupper() and title.count(" ") >= _LONG
    shown = shouted or _is_titled(title, rest, gazetteer)
    if sign in _WEAK and (
        len(title) >= len(rest.rstrip(".")) or (_is_weak(sign, given, rest, gazetteer) and not shown)
    ):
        return False  # "Elm, Sue. University of Leeds.": an index
    total = _SHOUTED * shouted + _of_names(found["family"], given, gazetteer) + _WEAK.get(sign, 0.0) + _DATED * dated
    return _PRIOR + total + _of_rest(title, rest, gazetteer) >= _SURE


def _is_titled(title: str, rest: str, gazetteer: Gazetteer) -> bool:
    """ "The Looms of Leeds, Weft Press, 1954": a title by its form, and its imprint at once."""
    return opens_as_title(rest, gazetteer) and opens_imprint(rest[len(title) :].lstrip(" ,."), gazetteer)


def _is_weak(sign: str, given: list[str], rest: str, gazetteer: Gazetteer) -> bool:
    """What looks as much like the author of a title of one word, where no more than a comma or a stop tells."""
    if sign == "stop":
        return is_initials(given[-1])  # "Looms, R. Ash"
    whole = len(given) > 1 and is_given(given[0], gazetteer) and not is_given(given[-1], gazetteer)
    return whole or _PARTS_AREAS.search(rest) is not None  # "Looms, Rewi Gelm, …"; "Boats, Ropes, Tackle | Rewi Ash"


def _of_names(family: str, given: list[str], gazetteer: Gazetteer) -> float:
    eastern = family in SURELY_EASTERN_FAMILIES or TWO_SYLLABLES.match(given[-1]) is not None
    listed = eastern or all(is_given(token, gazetteer) for token in given)
    total = _GIVEN_LISTED * listed + _ONE_GIVEN * (len(given) == 1) + _THREE_GIVEN * (len(given) > 2)
    names = {key(token) for token in given} - gazetteer.given_names
    if not gazetteer.words.isdisjoint(names):
        total += _OTHER_MEANING
    is_word = key(family) in gazetteer.words or family.endswith(OF_NO_FAMILY)
    return total + _FAMILY_A_WORD * (is_word and not is_loud_family(family, given[0]))


def _of_rest(title: str, rest: str, gazetteer: Gazetteer) -> float:
    """What comes after it is a title, and neither the imprint nor a title whose author comes next."""
    total, has_small = _LONG_TITLE * (title.count(" ") >= 2) + _ONE_WORD * (" " not in title), has_small_word(title)
    comes = opens_sure_imprint if has_small else opens_imprint  # "The Looms of Kenya. Nairobi, 1969"
    total += _SMALL_WORD * has_small + _IMPRINT_NEXT * comes(rest, gazetteer)
    return total + _NOBODY_LATER * nobody_later(rest, gazetteer)
