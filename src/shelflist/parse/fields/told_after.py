"""Who else took part, as it is told after the extent: "212 pages. Foreword by A. Hill and woodcuts by D. Elm. Index."

Where the note says nothing more, it is a statement of responsibility and no note.
"""

import re

from shelflist.models.citation import Contributor, Role
from shelflist.models.record import record
from shelflist.parse.looks.contributors import contributors
from shelflist.parse.looks.grades import NAMED
from shelflist.parse.looks.names import names_score
from shelflist.parse.looks.roles import may_tell_role, read_role, role_inside
from shelflist.parse.segments.tail import Tail
from shelflist.parse.vocabulary.gazetteer import Gazetteer
from shelflist.parse.vocabulary.role_words import SHORT_ROLE

_SENTENCES = re.compile(r";\s|(?<=\w{2})\.\s(?=[A-ZÀ-Þ])")
_SURETY = 0.8
_OF_NOTES = frozenset({Role.AUT, Role.OTH, Role.SGN})
""" "Cover by D. Elm.", "Sponsored by the Guild.": what only a note tells; signed may be the copy."""


@record
class Told:
    """`is_all`: the note says nothing else."""

    people: tuple[Contributor, ...] = ()
    is_all: bool = False


_NOBODY = Told()


def told_after(tail: Tail, gazetteer: Gazetteer) -> Told:
    if not tail.note or not may_tell_role(tail.note):
        return _NOBODY
    sentences = _sentences(tail.note.strip(" .()[]"))
    told = [_who(words, gazetteer) for sentence in sentences for words in _apart(sentence, gazetteer)]
    return Told(tuple(person for people in told for person in people), is_all=all(told))


def _sentences(note: str) -> list[str]:
    """ "Index. Trans. Ann Hill": the stop of a shortened role ends no sentence."""
    found: list[str] = []
    for piece in _SENTENCES.split(note):
        goes_on = found and SHORT_ROLE.fullmatch(f"{found[-1]}. ")
        found[-1:] = [f"{found[-1]}. {piece}"] if goes_on else [*found[-1:], piece]
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
