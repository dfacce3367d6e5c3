"""Who else took part, as it is told after the extent: "212 pages. Foreword by A. Hill and woodcuts by D. Elm. Index."

What tells it is a statement of responsibility; what the other sentences say stays a note.
"""

import re

from shelflist.models.citation import Contributor, Role
from shelflist.models.record import record
from shelflist.parse.looks.contributors import contributors
from shelflist.parse.looks.grades import NAMED
from shelflist.parse.looks.names import names_score
from shelflist.parse.looks.roles import may_tell_role, read_role
from shelflist.parse.looks.roles_inside import role_inside
from shelflist.parse.segments.tail import Tail
from shelflist.parse.vocabulary.gazetteer import Gazetteer
from shelflist.parse.vocabulary.role_words import SHORT_ROLE

_SENTENCES = re.compile(r"(?<=;)\s|(?<=\w{2}\.)\s(?=[A-ZÀ-Þ])")
_SURETY = 0.8
_OF_NOTES = frozenset({Role.AUT, Role.OTH, Role.SGN})
""" "Cover by D. Elm.", "Sponsored by the Guild.": what only a note tells; signed may be the copy."""


@record
class Told:
    """`statement`: the sentences that tell it; `note`: the others."""

    people: tuple[Contributor, ...] = ()
    statement: str | None = None
    note: str | None = None


def told_after(tail: Tail, gazetteer: Gazetteer) -> Told:
    if not tail.note or not may_tell_role(tail.note):
        return Told(note=tail.note)
    told = [(sentence, _people(sentence, gazetteer)) for sentence in _sentences(tail.note)]
    people = tuple(person for _, found in told for one in found for person in one)
    whole = [sentence for sentence, found in told if _tells_all(found)]
    others = [sentence for sentence, found in told if not _tells_all(found)]
    if not whole or (tail.note[0] in "([" and others):  # half a bracket is no note
        return Told(people, note=tail.note)
    return Told(people, " ".join(whole), " ".join(others).rstrip(" ;") or None)


def _tells_all(found: list[tuple[Contributor, ...]]) -> bool:
    """Each of a sentence's roles names somebody, so that it says nothing else."""
    return bool(found) and all(found)


def _people(sentence: str, gazetteer: Gazetteer) -> list[tuple[Contributor, ...]]:
    """Who is told by each of its roles, nobody where one is not understood."""
    return [_who(words, gazetteer) for words in _apart(sentence.strip(" .()[];"), gazetteer)]


def _sentences(note: str) -> list[str]:
    """ "Index. Trans. Ann Hill": the stop of a shortened role ends no sentence."""
    found: list[str] = []
    for piece in _SENTENCES.split(note):
        goes_on = found and SHORT_ROLE.fullmatch(f"{found[-1]} ")
        found[-1:] = [f"{found[-1]} {piece}"] if goes_on else [*found[-1:], piece]
    return found


def _apart(words: str, gazetteer: Gazetteer) -> list[str]:
    """ "foreword by A. Hill and woodcuts by D. Elm": each role with its names."""
    at = role_inside(words, gazetteer) if words.count(" by ") > 1 else None
    return [words[:at].strip(), *_apart(words[at:].strip(), gazetteer)] if at else [words]


def _who(words: str, gazetteer: Gazetteer) -> tuple[Contributor, ...]:
    statement = read_role(words, gazetteer)
    if statement is None or statement.role in _OF_NOTES or names_score(statement.names, gazetteer) < NAMED:
        return ()
    return contributors(statement.names, statement.role, statement.role_raw, gazetteer, _SURETY)
