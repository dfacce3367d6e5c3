"""One person's name with the family's part first and a comma after it: "Ash, Rewi".

Lists of such names are taken apart in `turned_lists`; names in the usual order are judged in `names`.
"""

import re
from collections.abc import Sequence

from shelflist.parse.looks.grades import NAMED, SURELY_NAMED
from shelflist.parse.looks.names import names_score
from shelflist.parse.vocabulary.gazetteer import Gazetteer, key
from shelflist.parse.vocabulary.words import PARTICLES, is_initials, is_patronymic

_INITIALS_AND_NAME = re.compile(r"(?:[A-Z]\.\s?){2,}[A-Z][a-zß-ÿ’'-]{2,}")
_IN_FULL = re.compile(r"[A-ZÀ-Þ][\w’'-]+\s(?:[A-ZÀ-Þ]\.?\s)*[A-ZÀ-Þ][\w’'-]{2,}")


def is_inverted(text: str, gazetteer: Gazetteer) -> bool:
    """ "Ash, Rewi": a family name, a comma, given names or initials."""
    family, comma, given = text.partition(", ")
    if not comma or not family[:1].isupper() or len(family.split()) > 2 or "," in given:
        return False
    if is_whole_name(given) or is_initials(family.split()[0]) or not _is_given(given.split(), gazetteer):
        return False
    return names_score(f"{given} {family}", gazetteer) >= SURELY_NAMED


def _is_given(tokens: Sequence[str], gazetteer: Gazetteer) -> bool:
    """ "John Vader" is a whole name, "Anna Louise" and "William Z." are given names."""
    last = tokens[-1] if tokens else ""
    known = key(last) in gazetteer.given_names or is_initials(last) or last.casefold() in PARTICLES
    known = known or (len(tokens) > 1 and is_patronymic(last))
    return len(tokens) < 2 or known or key(tokens[0]) not in gazetteer.given_names


def is_whole_name(words: str) -> bool:
    """ "H. G. Lloyd": initials and then a surname are no given names, so that no family name stands before them."""
    return _INITIALS_AND_NAME.match(words) is not None


def is_followed_by_name(words: str, gazetteer: Gazetteer) -> bool:
    """ "Spitfire, John Vader": a word, and after the comma a name in full."""
    whole = words.partition(", ")[2]
    return _IN_FULL.fullmatch(whole) is not None and names_score(whole, gazetteer) >= NAMED
