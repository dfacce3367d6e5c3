"""Two authors or more before the title, the first with the family name first: "Adi, Rewi, and Elm, Sue, The Mills".

An "and" closes such a list, so that its end can be seen whatever signs stand in it; what one name alone leaves open is
asked in `author_end`.
"""

import re

from shelflist.parse.looks.family_first import ANDS
from shelflist.parse.looks.leaders import LONGEST, read_leaders
from shelflist.parse.looks.turned_lists import is_given
from shelflist.parse.vocabulary.gazetteer import Gazetteer, key
from shelflist.parse.vocabulary.small_words import ARTICLES

_FIRST = re.compile(r"(?:[a-z]{1,4}\s){0,2}[A-ZÀ-Þ][\w’'-]+(?:[\s-][A-ZÀ-Þ][\w’'-]+)?,\s[A-ZÀ-Þ]")
_JOINT = re.compile(rf"(?:,?\s(?:&|{ANDS}|with)\s|;\s)(?=[A-ZÀ-Þ])")
_AFTER = re.compile(r"(?=[,.:;]|\s[(\[\d“‘'\"–—-]|\seds?\b)")
_DIGIT = re.compile(r"\d")
_MOST = 12


def end_of_authors(text: str, start: int, end: int, gazetteer: Gazetteer) -> int | None:
    """Where the longest list ends that ``text[start:]`` opens with; None where it opens with none."""
    if not _FIRST.match(text, start, end):
        return None
    stop, found = min(end, start + LONGEST), None
    joint = _JOINT.search(text, start, stop)
    for n, sign in enumerate(_AFTER.finditer(text, joint.end(), stop) if joint else ()):
        if n > _MOST or _DIGIT.search(text, start, sign.start()):
            break
        if _are_authors(text[start : sign.start()], gazetteer):
            found = sign.start()
    return found


def _are_authors(words: str, gazetteer: Gazetteer) -> bool:
    """No enumeration ("Coal, Iron and Steel"): the first given name is known, and one person comes last."""
    last = words[[joint.end() for joint in _JOINT.finditer(words)][-1] :]
    family, comma, given = last.partition(", ")
    if words[-1] == "." or " " not in last or "," in given or given.split(" ", 1)[0] in ARTICLES:
        return False
    if comma and (
        gazetteer.is_place(given)
        or not all(is_given(token, gazetteer) for token in given.split()[1:])
        or (" " in family and is_given(family.split()[0], gazetteer))
    ):
        return False  # "Ash, Rewi and Sue Elm, Looms"; "Lawrence and Wishart, London"
    people = read_leaders(words, gazetteer, trusting=True) or ()
    first = people[0].family or "" if people else ""
    if len(people) < 2 or (" " in first and _has_words_of_titles(first, gazetteer)):
        return False  # "Soviet Labour, WP and Zelda Coates"
    return all(is_given(token, gazetteer) for token in (people[0].given or "-").split())


def _has_words_of_titles(family: str, gazetteer: Gazetteer) -> bool:
    return any(key(word) in gazetteer.words or key(word) in gazetteer.title_words for word in family.split())
