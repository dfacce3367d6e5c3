"""Two texts compared word by word: what both have, what the old one alone has, what the new one alone has."""

from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Literal

Sign = Literal[" ", "-", "+"]

_FEW = 2  # words in common between two differences: fewer are no landmark, and belong to the differences
_AROUND = 5  # words of what is the same that stay beside a difference
_CELLS = 40_000  # words times words that are compared; beyond that the whole middle counts as changed


@dataclass(frozen=True, slots=True)
class Piece:
    """Some words: of both texts (a blank), of the old one (``-``), of the new one (``+``)."""

    sign: Sign
    words: str


@dataclass(frozen=True, slots=True)
class Marked:
    """Both texts as they are (None: there was, or is, no value), and in pieces, the words of which make them up."""

    old: str | None
    new: str | None
    pieces: tuple[Piece, ...]

    @property
    def is_partial(self) -> bool:
        """Both have words in common, in their order."""
        return any(piece.sign == " " for piece in self.pieces)

    @property
    def shown(self) -> tuple[Piece, ...]:
        """The pieces, with long stretches of what is the same cut to the words beside the differences."""
        last = len(self.pieces) - 1
        return tuple(
            Piece(" ", _cut(piece.words, is_first=number == 0, is_last=number == last)) if piece.sign == " " else piece
            for number, piece in enumerate(self.pieces)
        )


def marked(old: str | None, new: str | None) -> Marked:
    """What differs between two texts. Texts that differ in white space alone are told whole."""
    was, now = (old or "").split(), (new or "").split()
    if old is None or new is None or was == now:
        whole = (Piece("-", old) if old is not None else None, Piece("+", new) if new is not None else None)
        return Marked(old, new, tuple(piece for piece in whole if piece is not None and piece.words))
    return Marked(old, new, tuple(_pieces(was, now)))


def _pieces(was: list[str], now: list[str]) -> Iterator[Piece]:
    i = j = 0
    for at, of, size in [*_in_common(was, now), (len(was), len(now), 0)]:
        if i < at:
            yield Piece("-", " ".join(was[i:at]))
        if j < of:
            yield Piece("+", " ".join(now[j:of]))
        if size:
            yield Piece(" ", " ".join(was[at : at + size]))
        i, j = at + size, of + size


def _in_common(was: list[str], now: list[str]) -> list[tuple[int, int, int]]:
    """Stretches of equal words: where they begin in either text, and how long they are."""
    shorter = min(len(was), len(now))
    first = next((n for n in range(shorter) if was[n] != now[n]), shorter)
    last = next((n for n in range(shorter - first) if was[-1 - n] != now[-1 - n]), shorter - first)
    inner = _matched(was[first : len(was) - last], now[first : len(now) - last])
    found = [(0, 0, first), *((first + i, first + j, size) for i, j, size in inner)]
    return [one for one in (*found, (len(was) - last, len(now) - last, last)) if one[2]]


def _matched(was: list[str], now: list[str]) -> list[tuple[int, int, int]]:
    if not was or not now or len(was) * len(now) > _CELLS:
        return []
    blocks = SequenceMatcher(None, was, now, autojunk=False).get_matching_blocks()
    return [(block.a, block.b, block.size) for block in blocks if block.size >= _FEW]


def _cut(words: str, *, is_first: bool, is_last: bool) -> str:
    every = words.split()
    head, tail = (0 if is_first else _AROUND), (0 if is_last else _AROUND)
    if len(every) <= head + tail + 2:
        return words
    return " ".join([*every[:head], "…", *every[len(every) - tail :]])
