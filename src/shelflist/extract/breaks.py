"""Whether a <br> parts two lines or only wraps one.

In one page every entry of a list ends with a line break, in the next a long entry is wrapped by one. Nothing in the
markup tells them apart, so the words must. Each rule below says what it goes by; the first that applies decides.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from shelflist.extract.evidence import (
    announces,
    continues,
    has_date,
    has_extent,
    is_bracketed,
    is_finished,
    is_part_word,
    is_unfinished,
    names_part,
)
from shelflist.extract.pieces import Piece, PieceKind, has_breaks, is_strong
from shelflist.extract.text import is_blank, tidy

LONG = 60
"""A line of prose that ends without a full stop after so many characters was wrapped."""


@dataclass(slots=True)
class _Segment:
    """The text between two breaks, or several such joined."""

    pieces: list[Piece]
    text: str
    strong: bool
    first: Piece
    last: Piece

    @property
    def linked(self) -> bool:
        return any(piece.style.anchor for piece in self.pieces)

    @property
    def begins_marked(self) -> bool:
        """Begins with a link or in italics, as titles do."""
        return self.first.style.anchor is not None or (self.first.style.depth > 0 and not self.strong)

    @property
    def marked(self) -> bool:
        return self.linked or any(piece.style.depth for piece in self.pieces)

    @property
    def has_imprint(self) -> bool:
        return has_extent(self.text) or has_date(self.text)


def cut(pieces: Sequence[Piece]) -> list[list[Piece]]:
    """`pieces` of one run as lines; a break that only wraps stays in its line, as white space."""
    if not has_breaks(pieces):
        return [list(pieces)]
    segments = _segments(pieces)
    lines: list[list[Piece]] = []
    current: _Segment | None = None
    for number, segment in enumerate(segments):
        if segment is None:  # an empty line
            current = None
        elif current is not None and not _parts(current, segment, segments[number + 1 :]):
            lines[-1] += segment.pieces
            current = _segment(lines[-1])
        else:
            lines.append(list(segment.pieces))
            current = segment
    return lines


def _segments(pieces: Sequence[Piece]) -> list[_Segment | None]:
    """Segments, each with the break that ends it; None for an empty line."""
    segments: list[_Segment | None] = []
    pending: list[Piece] = []
    for piece in pieces:
        pending.append(piece)
        if piece.kind is PieceKind.BREAK:
            segments.append(_segment(pending))
            pending = []
    return [*segments, _segment(pending)]


def _segment(pieces: list[Piece]) -> _Segment | None:
    words = [piece for piece in pieces if not is_blank(piece.text)]
    if not words:
        return None
    text = tidy("".join(piece.text for piece in pieces))
    return _Segment(pieces, text, is_strong(words), words[0], words[-1])


def _parts(left: _Segment, right: _Segment, rest: Sequence[_Segment | None]) -> bool:
    """The break between `left` (a line so far) and `right` begins a new line."""
    for rule in _RULES:
        if (answer := rule(left, right, rest)) is not None:
            return answer
    return is_finished(left.text) or len(left.text) <= LONG


def _one_link(left: _Segment, right: _Segment, rest: Sequence[_Segment | None]) -> bool | None:
    """One link goes over the break: a wrapped title or line."""
    before, after = left.last.style.anchor, right.first.style.anchor
    if before is None or after is None or not before.same_target(after):
        return None
    return has_extent(left.text) and has_extent(right.text)


def _bold_apart(left: _Segment, right: _Segment, rest: Sequence[_Segment | None]) -> bool | None:
    """Bold words without a link above or below other words: a heading within the paragraph."""
    if left.strong == right.strong or is_unfinished(left.text):
        return None
    bold = left if left.strong else right
    return None if bold.linked or bold.has_imprint or continues(right.text) else True


def _unfinished(left: _Segment, right: _Segment, rest: Sequence[_Segment | None]) -> bool | None:
    """A comma or "and" at the end asks for more, except under the common header of several volumes."""
    if not is_unfinished(left.text):
        return None
    following = rest[0] if rest else None
    volumes = names_part(right.text) and following is not None and names_part(following.text)
    return volumes or (has_extent(left.text) and has_extent(right.text))


def _note(left: _Segment, right: _Segment, rest: Sequence[_Segment | None]) -> bool | None:
    """A note in brackets belongs to the entry above it, unless it announces further ones."""
    joins = has_extent(left.text) and is_bracketed(right.text) and not right.linked and not announces(right.text)
    return False if joins else None


def _further_copy(left: _Segment, right: _Segment, rest: Sequence[_Segment | None]) -> bool | None:
    """ "Part 2", "PDF": further links of the entry above."""
    return False if right.linked and is_part_word(right.text) and left.has_imprint else None


def _title_begins(left: _Segment, right: _Segment, rest: Sequence[_Segment | None]) -> bool | None:
    """A link or italics at the beginning: the next title; after a bare linked title, italics are its subtitle."""
    if not right.begins_marked:
        return None
    subtitle = left.linked and not right.linked and not left.has_imprint and not is_finished(left.text)
    return None if subtitle else True


def _lower_case(left: _Segment, right: _Segment, rest: Sequence[_Segment | None]) -> bool | None:
    """No entry begins in lower case, unless both are whole."""
    if not continues(right.text):
        return None
    return is_finished(left.text) and has_extent(left.text) and has_extent(right.text)


def _imprint(left: _Segment, right: _Segment, rest: Sequence[_Segment | None]) -> bool | None:
    """An entry has one imprint, and ends with its extent. A title waits for its imprint."""
    if has_extent(left.text):
        return True
    if "," not in left.text and left.marked and _imprint_follows(right, rest) and not is_finished(left.text):
        return False
    if left.has_imprint:
        return True if right.has_imprint else None
    waits = "," in left.text or left.marked
    return False if waits and not is_finished(left.text) and _imprint_follows(right, rest) else None


def _imprint_follows(right: _Segment, rest: Sequence[_Segment | None]) -> bool:
    """An imprint comes before the next title or empty line."""
    if right.has_imprint:
        return True
    for segment in rest:
        if segment is None or segment.begins_marked:
            return False
        if segment.has_imprint:
            return True
    return False


_Rule = Callable[[_Segment, _Segment, Sequence[_Segment | None]], bool | None]
_RULES: tuple[_Rule, ...] = (
    _one_link, _bold_apart, _unfinished, _note, _further_copy, _title_begins, _lower_case, _imprint,
)  # fmt: skip
