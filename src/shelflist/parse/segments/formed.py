"""Stretches whose form alone shows what each piece of them is: their labels are known before any search."""

from collections.abc import Iterable
from typing import NamedTuple

from shelflist.models.record import record
from shelflist.parse.grammar import Label
from shelflist.parse.search import MOST
from shelflist.parse.segments.tokens import Segment, trimmed


class Formed(NamedTuple):
    """The segments, and by index the labels that the form shows: of all of them, or of some."""

    segments: list[Segment]
    known: dict[int, Label]


@record
class Opening:
    """The segments before the title with their labels; ``text[end:]`` is the rest, the title first.

    `margin`: how sure the labels are, as in `search.Choice`.
    """

    segments: list[Segment]
    labels: list[Label]
    end: int
    margin: float = MOST


def formed(text: str, labelled: Iterable[tuple[tuple[int, int], Label]], gap: str) -> Formed:
    """The stretches of `text` by their labels; those without words are left out."""
    pieces = [(piece, label) for span, label in labelled if (piece := trimmed(text, *span, gap))]
    return Formed([piece for piece, _ in pieces], {i: label for i, (_, label) in enumerate(pieces)})


def joined(before: list[Segment], after: Formed) -> Formed:
    """What stands before, of which no label is known, and `after` it."""
    return Formed([*before, *after.segments], {len(before) + i: label for i, label in after.known.items()})
