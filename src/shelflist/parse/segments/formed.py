"""Stretches whose form alone shows what each piece of them is: their labels are known before any search."""

from collections.abc import Iterable
from typing import NamedTuple

from shelflist.parse.grammar import Label
from shelflist.parse.segments.tokens import Segment, trimmed


class Formed(NamedTuple):
    """The segments, and by index the labels that the form shows: of all of them, or of some."""

    segments: list[Segment]
    known: dict[int, Label]


def formed(text: str, labelled: Iterable[tuple[tuple[int, int], Label]], gap: str) -> Formed:
    """The stretches of `text` by their labels; those without words are left out."""
    pieces = [(piece, label) for span, label in labelled if (piece := trimmed(text, *span, gap))]
    return Formed([piece for piece, _ in pieces], {i: label for i, (_, label) in enumerate(pieces)})
