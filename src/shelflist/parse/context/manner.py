"""What a person who knows the pages says of the hand that typed them: ``[manner]`` of a source file.

It goes before what the page's own lines show (`habits`), and before what its headings say (`reading_lists`).
"""

from dataclasses import dataclass
from typing import Protocol

from shelflist.models.citation import Evidence

IS_ENTRY = "an entry since the source file says that the lines are books"
BESIDE = "by what stands beside it"
AUTHOR_FIRST = "the source file says that the author stands first"
PLACE_FIRST = "the source file says that the place stands before the publisher"


class Manner(Protocol):
    """The form of `shelflist.sources.reading.Hand`; reading needs no configuration library. None: nothing is said."""

    @property
    def lists_books(self) -> bool | None: ...
    @property
    def author_first(self) -> bool | None: ...
    @property
    def place_first(self) -> bool | None: ...


@dataclass(frozen=True, slots=True)
class Said:
    """What is said of lines of no source: nothing, unless whoever asks says it."""

    lists_books: bool | None = None
    author_first: bool | None = None
    place_first: bool | None = None


UNSAID = Said()


def said_or_unsaid(manner: Manner) -> Manner:
    """`UNSAID` where nothing is said, so that each line need not ask again."""
    is_unsaid = manner.lists_books is None and manner.author_first is None and manner.place_first is None
    return UNSAID if is_unsaid else manner


def why_read_so(rows: Evidence, manner: Manner, *, is_said: bool, is_marked: bool) -> Evidence:
    """The evidence with what the source file says of it. `is_said`: by that alone the line is an entry.

    `is_marked`: its title is, as its evidence says; else it was found beside what it stands with (`told_titles`).
    """
    said = {
        "title": IS_ENTRY if is_said else "",
        "contributors": AUTHOR_FIRST if manner.author_first and _is_before("contributors", "title", rows) else "",
        "publisher": PLACE_FIRST
        if manner.place_first and _is_before("place_of_publication", "publisher", rows)
        else "",
    }
    found = {"title": BESIDE} if is_said and not is_marked else {}
    return tuple(
        (field, words, f"{said[field]}; {found.get(field, reason)}" if said.get(field) else reason)
        for field, words, reason in rows
    )


def _is_before(first: str, second: str, rows: Evidence) -> bool:
    fields = [field for field, _, _ in rows]
    return first in fields and second in fields and fields.index(first) < fields.index(second)
