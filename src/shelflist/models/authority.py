"""Authorities and clusters: which written forms name one person, body, house or place, and which entries one work.

A `Registry` is part of the tracked state. It only ever grows: a form that is known keeps its id. Ids are opinions about
the catalogue, never the identity of an entry, and no change of them is an event.
"""

from dataclasses import dataclass, field
from enum import StrEnum


class AuthorityType(StrEnum):
    """Which of the three tables an authority stands in."""

    AGENT = "agent"
    PUBLISHER = "publisher"
    PLACE = "place"


class Rule(StrEnum):
    """By what a form, an edition or a work was decided. Strongest first."""

    OPERATOR = "operator"  # the source file says so
    LISTED = "listed"  # the bundled list says so
    LETTERS = "letters"  # equal but for case, accents, points and spaces
    NAMES = "names"  # the same family name, given names that agree
    SLIP = "slip"  # one letter's difference in a long name
    FIRST = "first"  # nothing like it was known: it began an authority of its own


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """A name as written, the authority it belongs to, and why. `place_id` only where the place decides who is meant."""

    type: AuthorityType
    written: str
    authority_id: str
    rule: Rule
    reason: str
    place_id: str | None = None
    family: str | None = None  # of a person, as read
    given: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Authority:
    """One person, body, house or place. `kind` is null where no list says it."""

    authority_id: str
    type: AuthorityType
    preferred: str
    kind: str | None = None
    place_id: str | None = None  # of a house whose name other houses bear elsewhere
    listed: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkForm:
    """A title with its creators as some entry states it, and the work it is taken for."""

    work_id: str
    title: str
    words: tuple[str, ...]  # significant words, folded
    creators: tuple[str, ...]  # agent ids, sorted
    marks: tuple[str, ...]  # numbers, dates, volumes: they must be equal
    rule: Rule
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class EditionForm:
    """An imprint of a work as some entry states it, and the edition (manifestation) it is taken for."""

    manifestation_id: str
    work_id: str
    year: int | None
    publisher_id: str | None
    place_id: str | None
    pages: int | None
    statement: str | None  # edition statement, folded
    rule: Rule
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Registry:
    """All that was decided so far, by key. Insertion order carries no meaning."""

    forms: dict[str, Form] = field(default_factory=dict)
    authorities: dict[str, Authority] = field(default_factory=dict)
    works: dict[str, WorkForm] = field(default_factory=dict)
    editions: dict[str, EditionForm] = field(default_factory=dict)
