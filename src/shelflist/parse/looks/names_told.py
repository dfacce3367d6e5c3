"""The names in a statement of responsibility without what else stands among them: offices, circumstances, a role."""

import re

from shelflist.parse.looks.grades import NAMED
from shelflist.parse.looks.honours import is_honours
from shelflist.parse.looks.names import names_score
from shelflist.parse.looks.phrases import note_score
from shelflist.parse.vocabulary.gazetteer import Gazetteer

_CIRCUMSTANCE = re.compile(r"\s(?:on|at|to|in|before|from|for|of)\s")
_PIECE = re.compile(r",\s(?:and\s)?")
_BY_NAME = re.compile(r"(?P<name>[“‘\"'][A-Z][\w\s.’-]*[”’\"'])\s\((?P<whose>[A-Z][^()]+)\)$")
_ANOTHER = re.compile(r"(?P<name>[^,]+),\s(?:[a-z-]+\s){1,4}by\s[A-ZÀ-Þ]")


def is_one_of_two(role: str, names: str, gazetteer: Gazetteer) -> bool:
    """ "drawings" and "Ann Hill, cover by Rewi Ash": another did the second."""
    found = _ANOTHER.match(names) if " by " in names and not role.endswith(("by", "of", "from")) else None
    return found is not None and names_score(found["name"], gazetteer) >= NAMED


def names_alone(names: str, gazetteer: Gazetteer) -> str:
    """ "A. Hill, mayor of Leeds, and R. Ash, K.C.": without offices; "“Rusticus” (R. Ash)": as he signs."""
    if names[-1] == ")" and (by_name := _BY_NAME.match(names)):
        return by_name["name"] if names_score(by_name["whose"], gazetteer) >= NAMED else names
    if ", " not in names or names_score(names, gazetteer) >= 0:
        return names
    told = [piece for piece in _PIECE.split(names) if piece and _is_name(piece, gazetteer)]
    return ", ".join(told) if told and min([names_score(piece, gazetteer) for piece in told]) >= NAMED else names


def _is_name(piece: str, gazetteer: Gazetteer) -> bool:
    """ "Bishop R. Ash", and no "mayor of Leeds" or "K.C."."""
    if names_score(piece, gazetteer) >= NAMED and " of " not in piece:
        return not is_honours(piece)
    return note_score(piece, None) <= 0 and not is_honours(piece)


def without_circumstance(names: str, gazetteer: Gazetteer) -> str:
    """ "delivered by J. V. Stalin on January 26 1934": the name alone."""
    when = _CIRCUMSTANCE.search(names)
    if when and names_score(names, gazetteer) < 0 and names_score(names[: when.start()], gazetteer) > 2:
        return names[: when.start()]
    return names
