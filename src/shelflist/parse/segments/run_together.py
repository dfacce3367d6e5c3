"""Fields that no sign parts, where an imprint ends: "Rewi Ash Gollancz, Leeds, 1954".

The place and the date show where the house stands, so that less will do there than elsewhere to part it from whoever
is named before it. Only the line is seen here; whether the words are two fields is judged where their kind is.
"""

from shelflist.models.citation import Role
from shelflist.parse.looks.editions import EDITION
from shelflist.parse.looks.formal import may_be_formal
from shelflist.parse.looks.grades import A_FIRM, A_PLACE, HOUSELIKE, LISTED, NAMED
from shelflist.parse.looks.imprint import place_score, publisher_score
from shelflist.parse.looks.names import names_score
from shelflist.parse.looks.newspapers import is_newspaper
from shelflist.parse.looks.roles import read_role
from shelflist.parse.segments.house_and_place import begins_house
from shelflist.parse.segments.house_at_end import house_at_end
from shelflist.parse.segments.name_and_house import ends_name_at_imprint
from shelflist.parse.segments.name_at_end import name_at_end
from shelflist.parse.segments.place_before_date import ends_house
from shelflist.parse.segments.tokens import Segment, split_at
from shelflist.parse.vocabulary.gazetteer import Gazetteer

_WRITERS = frozenset({Role.AUT, Role.EDT, Role.COM})


def parted_at_imprint(
    pieces: list[Segment], date: int, gazetteer: Gazetteer, *, opens: bool, named: bool
) -> list[Segment]:
    """`date`: the index of the last one. `opens`: the first segment opens a title; `named`: who wrote stands before."""
    if not date:
        return pieces
    at = date - 1
    if place_score(pieces[at].text, gazetteer) >= A_PLACE and at > 0:
        at -= 1
    elif at >= opens and (cut := _between_house_and_place(pieces, at, gazetteer, named=named)):
        pieces, at = cut
    words = pieces[at].text
    firm = publisher_score(words, gazetteer)
    if firm < LISTED and " " in words and (house := _house_in(words, gazetteer, titled=opens and not at)):
        return _cut_at(pieces, at, house)
    if opens and not at:
        return pieces
    if named or firm < HOUSELIKE or (firm < A_FIRM and names_score(words, gazetteer) >= NAMED):
        return pieces
    return _parted_before_author(pieces, at, gazetteer)


def _house_in(words: str, gazetteer: Gazetteer, *, titled: bool) -> int | None:
    """Where it begins after names, or after a title or phrase; `titled`: the words open a title."""
    at = None if titled else ends_name_at_imprint(words, gazetteer)
    return at or (house_at_end(words, gazetteer) if titled or words[0].islower() else None)


def _between_house_and_place(
    pieces: list[Segment], at: int, gazetteer: Gazetteer, *, named: bool
) -> tuple[list[Segment], int] | None:
    """The house of a line in which no place stands for itself, and its place; where the house is among them."""
    words = pieces[at].text
    if " " not in words or publisher_score(words, gazetteer) >= LISTED:
        return None
    if gazetteer.is_periodical(words) or is_newspaper(words, gazetteer):
        return None  # "Manchester Guardian"
    if any(place_score(piece.text, gazetteer) >= A_PLACE for piece in pieces[max(1, at - 1) : at]):
        return None
    if house := begins_house(words, gazetteer):
        return _cut_at(pieces, at, house), at + 1
    named = named or any(names_score(piece.text, gazetteer) >= NAMED for piece in pieces[:at])
    place = ends_house(words, gazetteer, named=named)
    return (_cut_at(pieces, at, place), at) if place else None


def _cut_at(pieces: list[Segment], i: int, at: int) -> list[Segment]:
    before, after = split_at(pieces[i], at)
    return [*pieces[:i], before, after._replace(gap=","), *pieces[i + 1 :]]


def _parted_before_author(pieces: list[Segment], house: int, gazetteer: Gazetteer) -> list[Segment]:
    """ "a study of the looms Rewi Ash, edited by Sue Elm, Weft Press": where nobody else is said to have written."""
    last = house - 1
    for i in range(house - 1, -1, -1):
        words = pieces[i].text
        if names_score(words, gazetteer) >= NAMED:
            return pieces
        if (role := read_role(words, gazetteer)) and role.role in _WRITERS:
            return pieces
        if i == last and (role or (may_be_formal(words) and EDITION.match(words))):
            last -= 1
    if last < 0 or " " not in pieces[last].text:
        return pieces
    at = name_at_end(pieces[last].text, gazetteer)
    return _cut_at(pieces, last, at) if at else pieces
