"""Who else took part, as it is told after the extent: "212 pages. Foreword by A. Hill and woodcuts by D. Elm. Index."

What tells it is a statement of responsibility; what the other sentences say stays a note. A sentence that names
somebody beside words of help, and is not understood, is neither.
"""

import re

from shelflist.models.citation import Contributor, Role
from shelflist.models.record import record
from shelflist.parse.looks.contributors import contributors
from shelflist.parse.looks.grades import NAMED
from shelflist.parse.looks.names import is_quoted_name, names_score
from shelflist.parse.looks.parts_taken import may_tell_who
from shelflist.parse.looks.roles import may_tell_role, read_role
from shelflist.parse.looks.roles_inside import role_inside
from shelflist.parse.segments.tail import Tail
from shelflist.parse.vocabulary.gazetteer import Gazetteer
from shelflist.parse.vocabulary.help_words import WITH
from shelflist.parse.vocabulary.role_words import PRESENTED, SHORT

_SENTENCES = re.compile(r"(?<=;)\s|(?<=\w{2}\.)\s(?=[A-ZÀ-Þ])")
_STOPPED = re.compile(
    r"(?:.*\s)?(?:Prof|Dr|Rev|Hon|Mrs?|St|Fr|Sr|Capt|Col|Gen|Maj|Lt|Ven|Cllr|Ald|Sen|Mme|Mlle|Aug|Wm|Geo|Chas|Thos|Jas|Jos|"
    rf"Robt|Edw|Alex|(?i:{SHORT}))\.$"
)
""" "Foreword: Prof. Ann Hill", "Trans. Ann Hill": such a stop ends no sentence."""
_HELP_INSIDE = re.compile(
    rf"(?:^(?:[Cc]ontains|[Ii]nclud(?:es|ing))|,?)\s(?=(?:an?\s[\w\s]{{3,40}}|{WITH})by\s[A-ZÀ-Þ])"
)
""" "Reprint of 1888 with a foreword by A. Hill", "Contains a foreword by A. Hill"."""
_GOES_ON = re.compile(r",\s(?=[a-z])")
""" "Foreword by A. Hill, cover torn"."""
_SURETY = 0.8
_OF_NOTES = frozenset({Role.AUT, Role.OTH, Role.SGN})
""" "Cover by D. Elm.", "Sponsored by the Guild.": what only a note tells; signed or presented may be the copy."""


@record
class Told:
    """`statement`: the sentences that tell it; `unread`: those that may, and are not understood; `note`: the others."""

    people: tuple[Contributor, ...] = ()
    statement: str | None = None
    note: str | None = None
    unread: str | None = None


def told_after(tail: Tail, gazetteer: Gazetteer) -> Told:
    if not tail.note:
        return Told()
    if not may_tell_role(tail.note):
        return _noted(tail.note)
    told = [_told_in(sentence, gazetteer) for sentence in _sentences(tail.note)]
    people = tuple(person for one in told for person in one.people)
    statements = [one.statement for one in told if one.statement]
    unread = [one.unread for one in told if one.unread]
    note = " ".join(one.note for one in told if one.note).rstrip(" ;,")
    if not statements and not unread:
        return Told(people, note=tail.note)
    if note[:1] in ("(", "[") and note[-1] not in ")]":
        note = note[1:]
    return Told(people, " ".join(statements) or None, note or None, "; ".join(unread) or None)


def _noted(sentence: str) -> Told:
    return Told(unread=sentence) if may_tell_who(sentence) else Told(note=sentence)


def _told_in(sentence: str, gazetteer: Gazetteer) -> Told:
    """One sentence: the whole of it, or its end or beginning, tells who helped; else it is a note."""
    found = _people(sentence, gazetteer)
    if _tells_all(found):
        return Told(_all(found), sentence)
    if inside := _HELP_INSIDE.search(sentence):
        statement = sentence[inside.end() :]
        note = sentence[: inside.start()]
    elif goes_on := _GOES_ON.search(sentence):
        statement, note = sentence[: goes_on.start()], sentence[goes_on.end() :]
    else:
        return Told(_all(found), note=sentence) if any(found) else _noted(sentence)
    helped = _people(statement, gazetteer)
    if not _tells_all(helped):
        return Told(_all(found), note=sentence) if any(found) else _noted(sentence)
    rest = _told_in(note, gazetteer) if not inside else Told(note=note)
    told = f"{statement}, {rest.statement}" if rest.statement else statement
    return Told(_all(helped) + rest.people, told, rest.note, rest.unread)


def _all(found: list[tuple[Contributor, ...]]) -> tuple[Contributor, ...]:
    return tuple(person for one in found for person in one)


def _tells_all(found: list[tuple[Contributor, ...]]) -> bool:
    """Each of a sentence's roles names somebody, so that it says nothing else."""
    return bool(found) and all(found)


def _people(sentence: str, gazetteer: Gazetteer) -> list[tuple[Contributor, ...]]:
    """Who is told by each of its roles, nobody where one is not understood."""
    return [_who(words, gazetteer) for words in _apart(sentence.strip(" .()[];"), gazetteer)]


def _sentences(note: str) -> list[str]:
    found: list[str] = []
    for piece in _SENTENCES.split(note):
        goes_on = found and _STOPPED.match(found[-1])
        found[-1:] = [f"{found[-1]} {piece}"] if goes_on else [*found[-1:], piece]
    return found


def _apart(words: str, gazetteer: Gazetteer) -> list[str]:
    """ "foreword by A. Hill and woodcuts by D. Elm": each role with its names."""
    at = role_inside(words, gazetteer) if words.count(" by ") > 1 else None
    return [words[:at].strip(" ,"), *_apart(words[at:].strip(), gazetteer)] if at else [words]


def _who(words: str, gazetteer: Gazetteer) -> tuple[Contributor, ...]:
    statement = read_role(words, gazetteer)
    if statement is None or statement.role in _OF_NOTES or statement.role_raw in PRESENTED:
        return ()
    if names_score(statement.names, gazetteer) < NAMED and not is_quoted_name(statement.names):
        return ()
    return contributors(statement.names, statement.role, statement.role_raw, gazetteer, _SURETY)
