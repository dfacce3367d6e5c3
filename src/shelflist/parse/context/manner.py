"""What a person who knows the pages says of the hand that typed them: ``[manner]`` of a source file.

It goes before what the page's own lines show (`habits`), and before what its headings say (`reading_lists`).
"""

from dataclasses import dataclass
from typing import Protocol

Rows = tuple[tuple[str, str, str], ...]
"""Evidence: (field, words of the line, reason)."""

IS_ENTRY = "an entry since the source file says that the lines are books"
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
class Unsaid:
    """For lines of no source, and of one that says nothing."""

    lists_books: bool | None = None
    author_first: bool | None = None
    place_first: bool | None = None


UNSAID = Unsaid()


def why_read_so(rows: Rows, manner: Manner, *, is_said: bool) -> Rows:
    """The evidence with what the source file says of it. `is_said`: by that alone the line is an entry."""
    said = {
        "title": IS_ENTRY if is_said else "",
        "contributors": AUTHOR_FIRST if manner.author_first else "",
        "publisher": PLACE_FIRST if manner.place_first else "",
    }
    return tuple(
        (field, words, f"{said[field]}; {reason}" if said.get(field) else reason) for field, words, reason in rows
    )
