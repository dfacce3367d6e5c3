"""A house at the end of a title or phrase, with no sign between: "a study of looms Weft Press", "The Mill Hands FLPH".

Only before place or date, in whose line no other house stands. A house in a phrase is mostly what it tells of: nothing
may lead on to it.
"""

from shelflist.parse.looks.grades import A_BODY, A_FIRM
from shelflist.parse.looks.imprint import publisher_score
from shelflist.parse.segments.name_and_house import is_letters
from shelflist.parse.vocabulary.body_words import is_body
from shelflist.parse.vocabulary.gazetteer import Gazetteer
from shelflist.parse.vocabulary.small_words import leads_on

_LONGEST = 8
_ANY = "Loomby"
_OF_KIND = ("al", "ic", "ive", "ed", "ing", "ish", "ous", "an", "ern", "ese", "less", "ful", "ary", "ent")
_OF_AGE_LISTED = """
early late new old young great big first second third last next whole other own very more
"""
_OF_AGE = frozenset(_OF_AGE_LISTED.split())
""" "the early Weavers’ Union", "the national Weavers’ Union"."""


def house_at_end(words: str, gazetteer: Gazetteer) -> int | None:
    """Where the longest house begins."""
    tokens = words.split(" ")
    for at in range(max(2, len(tokens) - _LONGEST), len(tokens)):
        before, house = tokens[at - 1], " ".join(tokens[at:])
        if not tokens[at][:1].isupper() or _leads_on(before) or (before.isupper() and house.isupper()):
            continue  # nor "edited by REWI NELSON"
        if _is_sure(house, gazetteer) or (before[:1].islower() and publisher_score(house, gazetteer) >= A_BODY):
            return len(words) - len(house)
    return None


def _leads_on(before: str) -> bool:
    """A small word, a sign, or what may say of what kind the house is."""
    return leads_on(before) or (before[:1].islower() and (before in _OF_AGE or before.endswith(_OF_KIND)))


def _is_sure(house: str, gazetteer: Gazetteer) -> bool:
    """Listed, with the form of a firm, of partners or of letters: before another capitals may be more of its name."""
    if not gazetteer.is_publisher(house) or is_body(house):
        return False
    if " " not in house:
        return is_letters(house)
    firm = publisher_score(f"{_ANY} {house.rpartition(' ')[2]}", gazetteer) >= A_FIRM
    return firm or " and " in house or "&" in house
