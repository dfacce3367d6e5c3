"""Who is responsible for what an entry lists, each with a role: from the segments that name somebody beyond doubt.

Who is told after the extent is in `told_after`.
"""

from dataclasses import replace
from functools import lru_cache

from shelflist.models.citation import Contributor, NameType, Role
from shelflist.parse.grammar import AUTHOR, LEADER, NAMES, PUBLISHER, ROLE, Label
from shelflist.parse.labels.labelled import Labelled, Trust, is_doubtful
from shelflist.parse.looks.contributors import contributors
from shelflist.parse.looks.grades import NAMED
from shelflist.parse.looks.leaders import in_turned_form, read_body, read_leaders
from shelflist.parse.looks.names import names_score
from shelflist.parse.looks.roles import read_role
from shelflist.parse.looks.turned_names import is_inverted
from shelflist.parse.vocabulary.body_words import is_body_by_letters
from shelflist.parse.vocabulary.gazetteer import Gazetteer

_NAMING = frozenset({LEADER, AUTHOR, NAMES, ROLE})


def people_of(line: Labelled, gazetteer: Gazetteer) -> tuple[Contributor, ...]:
    """In the line's order; further names of a role have the role before them."""
    people: list[Contributor] = []
    role, role_raw = Role.AUT, None
    for i, label, surety in _naming(line.trust):
        words = line.segments[i].text
        if label is LEADER and any(words == house.text for house in line.of(PUBLISHER)):  # "London: Shelter, 1975"
            people.append(Contributor(name_raw=words, name_type=NameType.CORPORATE, confidence=surety))
        elif label is LEADER or (label is AUTHOR and in_turned_form(words, gazetteer)):
            people += _leader(words, gazetteer, surety)
        elif label is AUTHOR:
            people += contributors(words, Role.AUT, None, gazetteer, surety)
        elif label is NAMES:
            people += contributors(words, role, role_raw, gazetteer, surety)
        elif statement := read_role(words, gazetteer):
            role, role_raw = statement.role, statement.role_raw
            people += contributors(statement.names, role, role_raw, gazetteer, surety)
    return tuple(people)


@lru_cache(maxsize=4096)
def _naming(trust: Trust) -> tuple[tuple[int, Label, float], ...]:
    """The segments that name somebody beyond doubt, and how surely."""
    return tuple(
        (i, choice.label, round(min(0.99, max(0.3, 0.5 + choice.margin / 8)), 2))
        for i, choice in enumerate(trust.choices)
        if choice.label in _NAMING and not is_doubtful(choice)
    )


def _leader(words: str, gazetteer: Gazetteer, surety: float) -> tuple[Contributor, ...]:
    """ "Ash, Rewi": the family name comes first, and is so written."""
    if (people := read_leaders(words, gazetteer, trusting=True)) is not None:
        return tuple(replace(person, confidence=surety) for person in people)
    if statement := read_role(words, gazetteer):
        return contributors(statement.names, statement.role, statement.role_raw, gazetteer, surety)
    if (names_score(words, gazetteer) < 0 or is_body_by_letters(words)) and (body := read_body(words)):
        return body
    family, comma, given = words.partition(", ")
    if comma and not is_inverted(words, gazetteer) and names_score(words, gazetteer) >= NAMED:
        return contributors(words, Role.AUT, None, gazetteer, surety)  # "J Moss, H Lamb and R Furness"
    if comma:
        return (Contributor(name_raw=words, family=family, given=given.strip(), confidence=surety),)
    return contributors(words, Role.AUT, None, gazetteer, surety)
