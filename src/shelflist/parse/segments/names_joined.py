"""Persons and bodies that a comma cut: "Ash, Rewi"; "A. Ash, B. Elm and C. Hill, eds"; "by R. Ash, with S. Elm".

What else a comma may cut, and when anything is tried, stands in `joins`; firms named by their partners in `partners`.
"""

import re

from shelflist.parse.looks.bodies import enumerated_before, is_one_body
from shelflist.parse.looks.grades import NAMED, NAMELIKE, SURE_FIRM, SURELY_NAMED
from shelflist.parse.looks.honours import HONORIFIC, is_honours
from shelflist.parse.looks.imprint import publisher_score
from shelflist.parse.looks.names import names_score
from shelflist.parse.looks.phrases import note_score
from shelflist.parse.looks.roles import read_role, sure_of_names
from shelflist.parse.looks.turned_names import is_inverted
from shelflist.parse.segments.tokens import Segment
from shelflist.parse.vocabulary.gazetteer import Gazetteer, key
from shelflist.parse.vocabulary.role_words import (
    awaits_another,
    awaits_name,
    awaits_names,
    closes_list,
    of_several,
    opens_list,
    tells_language,
)
from shelflist.parse.vocabulary.words import NO_NAME

_AFTER_ROLE = 2.5
_BY_OFFICE = re.compile(r"\s(?:by|from)\s(?:the|its|our|their)\s(?P<office>[^,]+)$")
AND = re.compile(r"\s(?:and|&)\s")
_MORE_OF_BOOK = re.compile(r"(?:and\s|(?![a-z]+ed\s)[a-z]+\s(?:and|&)\s)(?![a-z]+ed\s)[a-z]+\sby\s(?=[A-ZÀ-Þ])")
""" "(introduction,) notes and index by A. Hill": one person did all that stands before."""


def opens_inverted(segments: list[Segment], gazetteer: Gazetteer) -> bool:
    """ "Ash, Rewi. The Mill Hands.": a full stop ends the name, or the marked title comes next."""
    if segments[1].gap != "," or (len(segments) > 2 and not segments[2].gap.startswith(".")):
        return False
    third = segments[2].text if len(segments) > 2 else ""
    if third and (gazetteer.is_place(third) or publisher_score(third, gazetteer) >= SURE_FIRM):
        return False  # "Looms, Rewi Ash. Leeds, 1954": the imprint comes next, so this was the title
    return is_inverted(f"{segments[0].text}, {segments[1].text}", gazetteer)


def opens_listed(segments: list[Segment], gazetteer: Gazetteer) -> int:
    """How many segments open the line as one list of persons: "Rewi Ash, Sue Elm and Tom Hill, The Mill" gives 2."""
    for i, piece in enumerate(segments[:4]):
        if (i and piece.gap != ",") or names_score(piece.text, gazetteer) < NAMED or " " not in piece.text:
            return 0
        if closes := AND.search(piece.text):
            return i + 1 if i and " " in piece.text[: closes.start()] and " " in piece.text[closes.end() :] else 0
    return 0


def goes_with_family(first: Segment, given: str, gazetteer: Gazetteer) -> bool:
    """ "Looms. Ash, Rewi. Weft Press": after the title a given name alone goes with the single word before it."""
    if key(given) not in gazetteer.given_names or key(given) in gazetteer.words or not first.text.isalpha():
        return False
    if gazetteer.is_place(given):
        return False
    family = key(first.text)
    known = family in gazetteer.given_names or family in gazetteer.words or family in gazetteer.publishers
    return first.text.istitle() and not known and not gazetteer.is_place(first.text)


def of_one_name(before: list[Segment], start: int, words: str, gazetteer: Gazetteer) -> int:
    """How many segments of ``before[start:]``, from the last, are one statement of persons or one body with `words`."""
    if closes_list(words):
        return _names_with_role(before[start:], words, gazetteer)
    if is_honours(words):
        return int(
            names_score(before[-1].text, gazetteer) >= NAMELIKE or read_role(before[-1].text, gazetteer) is not None
        )
    if is_one_body(before[-1].text, words, gazetteer):
        return 1
    if " and " not in words and "&" not in words:
        return 0
    return enumerated_before([piece.text for piece in before[start:][-8:]], words, gazetteer)


def _names_with_role(before: list[Segment], role: str, gazetteer: Gazetteer) -> int:
    """ "A. Ash, B. Elm and C. Hill, eds" are three editors; "Karl Marx, D. Hill, editor" is one.

    Right before the word of a role alone stands nothing but a name.
    """
    count, listed = 0, of_several(role) or AND.search(before[-1].text) is not None
    for piece in reversed(before):
        least = 2.0 if count or " " in role else NO_NAME / 2
        if names_score(piece.text.removeprefix("in "), gazetteer) < least or (count and not listed):
            break
        count += 1
    return count


def role_goes_on(first: str, second: str, third: str, gazetteer: Gazetteer, *, opens: bool) -> bool:
    """ "compiled, with notes, by A. Hill"; "introduction, A. Hill"; "translated from the Welsh, by A. Hill"."""
    if opens_list(first) and " by " not in first and _is_more_of_book(second, third):
        return True
    if awaits_another(first):
        return names_score(second, gazetteer) >= NAMED
    if awaits_names(first):
        return " by " in second or second.startswith(("with ", "and "))
    opening = first.partition(",")[0]
    if second.startswith("by "):
        return awaits_names(opening) or tells_language(opening)
    if tells_language(first):
        return second.startswith("with ") and " by " not in second  # else another wrote the notes
    if not awaits_name(first):
        return False
    surely = opens and first[0].isupper() and " " not in first  # "Introduction, Ann Hill" may be a title
    return names_score(second.partition(" (")[0], gazetteer) >= (SURELY_NAMED if surely else _AFTER_ROLE)


def awaits_officer(words: str) -> bool:
    """ "foreword by the Vicar of Loomford": his name may come after a comma."""
    found = _BY_OFFICE.search(words) if " the " in words or " its " in words else None
    return found is not None and note_score(found["office"], None) > 0


def officer_named(before: list[Segment], named: Segment, later: list[Segment], gazetteer: Gazetteer) -> bool:
    """ "foreword by the Vicar of Loomford, Rev. R. Ash": by his title, or where who wrote is named beside him."""
    if named.gap != "," or not awaits_officer(before[-1].text):
        return False
    if names_score(words := named.text.partition(" (")[0], gazetteer) < NAMED:
        return False
    if later and gazetteer.is_place(later[0].text) and words is named.text:
        return HONORIFIC.match(words) is not None  # "by the Bishop of Ely, Rewi Ash, London": he may be the house
    beside = [piece.text for piece in (*before[:-1], *later[:1])]
    return HONORIFIC.match(words) is not None or any(sure_of_names(text, gazetteer) >= NAMED for text in beside)


def _is_more_of_book(second: str, third: str) -> bool:
    """ "notes and index by A. Hill", "bibliography" before "and index by A. Hill"."""
    if " by " in second:
        return _MORE_OF_BOOK.match(second) is not None
    return second.islower() and second.isalpha() and _MORE_OF_BOOK.match(third) is not None
