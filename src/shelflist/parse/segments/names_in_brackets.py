"""The author in a bracket at a title's end: "The Mill Hands (Rewi Ash)".

What else a bracket holds is read in `brackets`.
"""

import re
from enum import IntEnum

from shelflist.parse.looks.author_area import is_loud_name
from shelflist.parse.looks.bodies import is_body_name
from shelflist.parse.looks.family_first import is_turned
from shelflist.parse.looks.grades import A_TOWN, AN_ACRONYM, NAMED, SURELY_NAMED
from shelflist.parse.looks.imprint import place_score, publisher_score
from shelflist.parse.looks.names import names_score
from shelflist.parse.segments.tokens import Segment, split_at, unbracketed
from shelflist.parse.vocabulary.gazetteer import Gazetteer, key

_NAME_IN_BRACKET = re.compile(r"\s\((?P<name>[A-ZÀ-Þ][^()\d,]{4,60})\)$")
_BY_NAME = re.compile(r"\bby\s(?:[“‘\"'][^“”\"']+[”’\"']|[A-Z][a-z]+)$")
""" "foreword by “Rusticus” (Rewi Ash)": whose by-name it is."""
_AND = re.compile(r"\s(?:and|&)\s")


class Next(IntEnum):
    """What comes after the bracket at a title's end."""

    UNKNOWN = 0
    IMPRINT = 1  # an unlisted house, by its place
    SURE_IMPRINT = 2  # a house by list or form, or a listed place


def name_in_bracket(piece: Segment, gazetteer: Gazetteer, *, next_is: Next = Next.UNKNOWN) -> list[Segment] | None:
    """ "The Mill Hands (Rewi Ash)": the author in a bracket after the title, sure to be a person's name.

    Where the imprint comes next nobody else is the author, and the name may be less sure, or turned, or a body's; a
    sure imprint shows even a single word, or another person's name, to be the title.
    """
    found = _NAME_IN_BRACKET.search(piece.text)
    if found and next_is and is_body_name(found["name"]):
        before, last = split_at(piece, found.start())
        return [before, unbracketed(last, found["name"], ",")]
    if found is None or (
        publisher_score(found["name"], gazetteer) >= AN_ACRONYM and not is_loud_name(found["name"], gazetteer)
    ):
        return None
    if " by " in piece.text and _BY_NAME.search(piece.text, 0, found.start()):
        return None
    if not _is_surely_named(found["name"], gazetteer) and not (next_is and _may_be_named(found["name"], gazetteer)):
        return None
    before, last = split_at(piece, found.start())
    if next_is is not Next.SURE_IMPRINT and (
        names_score(before.text, gazetteer) >= SURELY_NAMED or " " not in before.text
    ):
        return None  # "Cato (Michael Foot)": whose pseudonym it is
    return [before, unbracketed(last, found["name"], ",")]


def held_name(piece: Segment, gazetteer: Gazetteer) -> Segment:
    """ "<The Mill Hands> (Rewi Ash)": after a marked title a bracket alone, taken off where it holds a sure name."""
    held = piece.text[1:-1]
    if piece.text[0] + piece.text[-1] != "()" or not held.strip() or publisher_score(held, gazetteer) >= AN_ACRONYM:
        return piece
    return unbracketed(piece, held, ",") if _is_surely_named(held, gazetteer) else piece


def _is_surely_named(words: str, gazetteer: Gazetteer) -> bool:
    """ "Rewi Ash", "REWI ASH", "ASH R.T."; "Ella Winter", whose given name is listed, though the other is a word of
    its own; of two names each may be less sure."""
    if is_loud_name(words, gazetteer) or (is_turned(words) and words[:2].isupper()):
        return True
    surety, each = names_score(words, gazetteer), _AND.split(words)
    listed = key(words.split()[0]) in gazetteer.given_names or (len(each) > 1 and all(" " in name for name in each))
    return surety >= 4.4 or (surety >= NAMED and listed)


def _may_be_named(words: str, gazetteer: Gazetteer) -> bool:
    """ "Ness Edwards", "Ash R.T.": two words or three, and no place."""
    return names_score(words, gazetteer) >= NAMED and words.count(" ") <= 2 and place_score(words, gazetteer) < A_TOWN
