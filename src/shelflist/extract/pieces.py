"""The small change between walking the tree and making lines: pieces of text, and the place they stand in."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import Enum

from shelflist.extract.links import Anchor
from shelflist.models.page import Link, Span
from shelflist.models.record import record


class PieceKind(Enum):
    TEXT = "text"
    BREAK = "break"  # <br>, or a line feed where it shows (pre)
    IMAGE = "image"  # a linked picture: no text, but its link may be the entry's
    MARK = "mark"  # put in by us, between the cells of a row


TEXT, BREAK, IMAGE, MARK = PieceKind
"""As in `kinds`: looked up once."""


@record
class Piece:
    """A text node or what stands for one, and what the elements around it make of it.

    `start` is its offset in the content text.
    """

    kind: PieceKind
    text: str
    start: int
    anchor: Anchor | None = None
    depth: int = 0  # how many emphasising elements
    strong: bool = False  # bold or underlined


@dataclass(slots=True, eq=False)
class Row:
    """A table row. It is a layout, not a record, when it holds another table.

    `columns`: what its cells hold, one line for each number of cells that the source file names.
    """

    layout: bool = False
    columns: tuple[tuple[str, ...], ...] = ()
    cells: int = 0


@dataclass(slots=True, eq=False)
class Cell:
    row: Row
    header: bool  # th
    index: int = 0  # from the left


@dataclass(slots=True, eq=False)
class Term:
    """A dt or dd; `group` is one object for terms and the descriptions that follow them."""

    group: object
    is_term: bool


@dataclass(slots=True, eq=False)
class Heading:
    """An h1 to h6 element."""

    level: int
    anchor: str | None
    path: str


@record
class Place:
    """What the elements around a run say of it."""

    heading: Heading | None = None
    caption: bool = False
    navigation: bool = False
    cell: Cell | None = None
    term: Term | None = None
    list_depth: int = 0

    @property
    def is_special(self) -> bool:
        """In an element that says by itself what its text is."""
        return self.caption or self.navigation or self.heading is not None


@record
class Line:
    """A line before it is known what kind it is. `start` and `end` are offsets in the content text."""

    text: str
    links: tuple[Link, ...]
    emphasis: tuple[Span, ...]
    strong: bool  # all its letters and digits are bold or underlined
    start: int
    end: int
    source_length: int  # visible characters of the source in it
    place: Place
    path: str


@record
class Run:
    """Text between two block boundaries: usually a paragraph. Never blank."""

    place: Place
    path: str
    pieces: Sequence[Piece]


def has_breaks(pieces: Iterable[Piece]) -> bool:
    return any(piece.kind is BREAK for piece in pieces)


def is_strong(pieces: Iterable[Piece]) -> bool:
    """All letters and digits of `pieces` are bold or underlined, and there are some."""
    strong = False
    for piece in pieces:
        if piece.strong:
            strong = strong or any(map(str.isalnum, piece.text))
        elif any(map(str.isalnum, piece.text)):
            return False
    return strong
