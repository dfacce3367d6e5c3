"""What a draft rests on: what the person said, and the pages that were looked at, read by the rules drafted so far."""

from collections.abc import Sequence
from dataclasses import dataclass

from shelflist.models.observe import PageReading
from shelflist.pipeline.as_books import NOTHING, AsBooks

Excluded = Sequence[tuple[str, str]]
"""Patterns of paths to leave out, and why."""


@dataclass(frozen=True, slots=True)
class Told:
    """What the person said, or what follows from it."""

    name: str
    home: str
    contact: str | None
    url: str
    allow_loopback: bool
    connect_to: str | None
    lists_books: bool = False  # the lines of the lists are books


@dataclass(frozen=True, slots=True)
class Tried:
    """The sampled pages read by the rules drafted so far. `furniture`: lines within the content of most pages."""

    readings: tuple[tuple[str, PageReading], ...] = ()
    failures: tuple[tuple[str, str], ...] = ()
    furniture: tuple[tuple[str, int], ...] = ()
    by_rest: tuple["ByRest", ...] = ()
    as_books: AsBooks = NOTHING


@dataclass(frozen=True, slots=True)
class ByRest:
    """A sampled page read from its content by the REST interface, beside its HTML. `why` it was not read, if so."""

    url: str
    entries: int = 0
    of_page: int = 0  # entries in its HTML
    is_same: bool = False  # the very same blocks
    why: str = ""
