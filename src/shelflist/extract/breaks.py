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
from shelflist.extract.pieces import BREAK, Piece, has_breaks, is_strong
from shelflist.extract.text import is_blank, tidy

LONG = 60
"""A line of prose that ends without a full stop after so many characters was wrapped."""
AHEAD = 12
"""So many segments are looked through for the imprint of a title."""
_TAIL = 80


@dataclass(frozen=True, slots=True)
class _Segment:
    """What is to be known of the text between two breaks, or of several such joined."""

    text: str  # when joined, its end only
    length: int
    first: Piece
    last: Piece
    strong: bool
    linked: bool
    marked: bool  # some of it is linked or emphasised
    extent: bool
    dated: bool
    comma: bool

    @property
    def begins_marked(self) -> bool:
        """Begins with a link or in italics, as titles do."""
        return self.first.anchor is not None or (self.first.depth > 0 and not self.strong)

    @property
    def has_imprint(self) -> bool:
        return self.extent or self.dated

    def joined(self, following: "_Segment") -> "_Segment":
        """Both as one; costs the same however long the first already is."""
        text = f"{self.text[-_TAIL:]} {following.text}"
        return _Segment(
            text=text,
            length=self.length + 1 + following.length,
            first=self.first,
            last=following.last,
            strong=self.strong and following.strong,
            linked=self.linked or following.linked,
            marked=self.marked or following.marked,
            extent=self.extent or following.extent or has_extent(text),
            dated=self.dated or following.dated,
            comma=self.comma or following.comma,
        )


def cut(pieces: Sequence[Piece]) -> list[list[Piece]]:
    """`pieces` of one run as lines; a break that only wraps stays in its line, as white space."""
    if not has_breaks(pieces):
        return [list(pieces)]
    parted = _parted(pieces)
    segments = [_segment(part) for part in parted]
    lines: list[list[Piece]] = []
    current: _Segment | None = None
    for number, (part, segment) in enumerate(zip(parted, segments, strict=True)):
        if segment is None:  # an empty line
            current = None
        elif current is not None and not _parts(current, segment, segments[number + 1 : number + 1 + AHEAD]):
            lines[-1] += part
            current = current.joined(segment)
        else:
            lines.append(list(part))
            current = segment
    return lines


def _parted(pieces: Sequence[Piece]) -> list[list[Piece]]:
    """What stands between breaks, each with the break that ends it."""
    parted: list[list[Piece]] = [[]]
    for piece in pieces:
        parted[-1].append(piece)
        if piece.kind is BREAK:
            parted.append([])
    return parted


def _segment(pieces: Sequence[Piece]) -> _Segment | None:
    """None for an empty line."""
    words = [piece for piece in pieces if not is_blank(piece.text)]
    if not words:
        return None
    text = tidy("".join(piece.text for piece in pieces))
    linked = any(piece.anchor for piece in pieces)
    return _Segment(
        text=text,
        length=len(text),
        first=words[0],
        last=words[-1],
        strong=is_strong(words),
        linked=linked,
        marked=linked or any(piece.depth for piece in words),
        extent=has_extent(text),
        dated=has_date(text),
        comma="," in text,
    )


def _parts(left: _Segment, right: _Segment, rest: Sequence[_Segment | None]) -> bool:
    """The break between `left` (a line so far) and `right` begins a new line."""
    for rule in _RULES:
        if (answer := rule(left, right, rest)) is not None:
            return answer
    return is_finished(left.text) or left.length <= LONG


def _one_link(left: _Segment, right: _Segment, rest: Sequence[_Segment | None]) -> bool | None:
    """One link goes over the break: a wrapped title or line."""
    before, after = left.last.anchor, right.first.anchor
    if before is None or after is None or not before.same_target(after):
        return None
    return left.extent and right.extent


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
    return volumes or (left.extent and right.extent)


def _note(left: _Segment, right: _Segment, rest: Sequence[_Segment | None]) -> bool | None:
    """A note in brackets belongs to the entry above it, unless it announces further ones."""
    joins = left.extent and is_bracketed(right.text) and not right.linked and not announces(right.text)
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
    return is_finished(left.text) and left.extent and right.extent


def _imprint(left: _Segment, right: _Segment, rest: Sequence[_Segment | None]) -> bool | None:
    """An entry has one imprint, and ends with its extent. A title waits for its imprint."""
    if left.extent:
        return True
    if not left.comma and left.marked and _imprint_follows(right, rest) and not is_finished(left.text):
        return False
    if left.has_imprint:
        return True if right.has_imprint else None
    waits = left.comma or left.marked
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
