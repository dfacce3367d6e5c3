"""From pieces to a line: one clean text, with the links and the emphasis at their offsets in it."""

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, field

from shelflist.extract.links import Anchor, is_image
from shelflist.extract.pieces import IMAGE, TEXT, Line, Piece, Place, is_strong
from shelflist.extract.text import INVISIBLE, clings, visible_in
from shelflist.models.page import Link, Span

Stretch = tuple[int, int, Anchor | None, int, bool]
"""A piece's own part of the text, from the first to the second offset; its link, how deeply it is emphasised, and
whether it is a picture. White space at its ends belongs to no piece."""


@dataclass(slots=True, eq=False)
class _Gathered:
    """What one pass over the pieces of a line finds; each of `words` is the text of a stretch."""

    words: list[str] = field(default_factory=list)
    stretches: list[Stretch] = field(default_factory=list)
    length: int = 0  # visible characters of the source
    first: Piece | None = None  # of the source, that shows; the cells of a row may stand in another order
    last: Piece | None = None
    is_bold: bool = False  # some of it


def compose(pieces: Sequence[Piece], place: Place, path: str) -> Line | None:
    """The line that `pieces` make, or None if nothing of it can be seen."""
    found = _gather(pieces)
    text, stretches = _settle(found.words, found.stretches)
    if found.first is None or found.last is None or not any(start < end for start, end, *_ in stretches):
        return None
    return Line(
        text,
        links_in(stretches, text),
        emphasis_in(stretches, text),
        found.is_bold and is_strong(pieces),
        found.first.start + len(found.first.text) - len(found.first.text.lstrip()),
        found.last.start + len(found.last.text.rstrip()),
        found.length,
        place,
        path,
    )


def _gather(pieces: Sequence[Piece]) -> _Gathered:
    """White space collapsed over the borders of pieces; a space belongs to no piece."""
    found = _Gathered()
    length, space = 0, False
    for piece in pieces:
        kind, text = piece.kind, piece.text
        parts = text.split()
        space = space or text[:1].isspace()
        if not parts and kind is not IMAGE:
            continue
        words = " ".join(parts)
        start = length + (space and length > 0)
        found.words.append(words)
        found.stretches.append((start, start + len(words), piece.anchor, piece.depth, kind is IMAGE))
        if not words:
            continue
        length, space = start + len(words), text[-1:].isspace()
        found.is_bold = found.is_bold or piece.strong
        if kind is TEXT:
            found.length += visible_in(words, len(parts) - 1)
            found.first = piece if found.first is None or piece.start < found.first.start else found.first
            found.last = piece if found.last is None or piece.start >= found.last.start else found.last
    return found


def _settle(words: list[str], stretches: list[Stretch]) -> tuple[str, list[Stretch]]:
    """The text of `words`, in NFC, without invisible characters at its ends, and the stretches that fit it."""
    text = _concatenate(words, stretches)
    if text.isascii():
        return text, stretches
    if not unicodedata.is_normalized("NFC", text):
        words = _normalise(words, stretches)
        stretches = _laid_out(words, stretches)
        text = unicodedata.normalize("NFC", _concatenate(words, stretches))
    return _trimmed(text, stretches) if text[:1] in INVISIBLE or text[-1:] in INVISIBLE else (text, stretches)


def _concatenate(words: Sequence[str], stretches: Sequence[Stretch]) -> str:
    parts: list[str] = []
    end = 0
    for text, (start, after, *_) in zip(words, stretches, strict=True):
        if text:
            if start > end:
                parts.append(" ")
            parts.append(text)
            end = after
    return "".join(parts)


def _normalise(words: Sequence[str], stretches: Sequence[Stretch]) -> list[str]:
    """A mark that follows its letter in another piece is given to the letter's piece, then each is normalised."""
    moved = list(words)
    before: int | None = None
    for number, text in enumerate(words):
        if before is not None and stretches[before][1] == stretches[number][0]:
            marks = _leading_marks(text)
            moved[before] += text[:marks]
            moved[number] = text[marks:]
        before = number if moved[number] else before
    return [unicodedata.normalize("NFC", text) for text in moved]


def _leading_marks(text: str) -> int:
    return next((number for number, character in enumerate(text) if not clings(character)), len(text))


def _laid_out(words: Sequence[str], stretches: Sequence[Stretch]) -> list[Stretch]:
    """The stretches with the offsets of `words`; spaces between them stay."""
    laid: list[Stretch] = []
    shift, end = 0, 0
    for text, (begin, after, anchor, depth, picture) in zip(words, stretches, strict=True):
        start = shift + max(begin - end, 0)
        end, shift = after, start + len(text)
        laid.append((start, shift, anchor, depth, picture))
    return laid


def _trimmed(text: str, stretches: Sequence[Stretch]) -> tuple[str, list[Stretch]]:
    kept = text.lstrip(INVISIBLE + " ")
    cut = len(text) - len(kept)
    kept = kept.rstrip(INVISIBLE + " ")
    length = len(kept)
    return kept, [
        (min(max(start - cut, 0), length), min(max(end - cut, 0), length), anchor, depth, picture)
        for start, end, anchor, depth, picture in stretches
    ]


def links_in(stretches: Sequence[Stretch], text: str) -> tuple[Link, ...]:
    """Links in order; neighbours with one target are one link.

    A picture's link counts if no words have it.
    """
    links: list[tuple[Anchor, int, int]] = []
    pictures: list[tuple[Anchor, int, int]] = []
    for start, end, anchor, _, is_picture in stretches:
        if anchor is None:
            continue
        if is_picture or start == end:
            pictures += [(anchor, start, start)] * is_picture
        elif links and links[-1][0].same_target(anchor) and not text[links[-1][2] : start].strip():
            links[-1] = (links[-1][0], links[-1][1], end)
        else:
            links.append((anchor, start, end))
    if pictures:
        links = sorted(links + _own_targets(pictures, links, len(text)), key=lambda link: link[1])
    return tuple([Link(one.url_raw, one.url, text[at:end], at, end, one.rel, one.is_work) for one, at, end in links])


def _own_targets(
    pictures: Sequence[tuple[Anchor, int, int]], links: Sequence[tuple[Anchor, int, int]], length: int
) -> list[tuple[Anchor, int, int]]:
    """Links of pictures that lead to something else than the words' links and than a larger picture."""
    seen = {anchor.url for anchor, _, _ in links}
    kept: list[tuple[Anchor, int, int]] = []
    for anchor, start, _ in pictures:
        if anchor.url not in seen and not is_image(anchor):
            seen.add(anchor.url)
            kept.append((anchor, min(start, length), min(start, length)))
    return kept


def emphasis_in(stretches: Sequence[Stretch], text: str) -> tuple[Span, ...]:
    """Stretches that stand out from the rest of the line; the whole line if all of it is emphasised alike.

    In a line that is bold as a whole the title may still be in italics: what counts is being deeper than the rest.
    """
    depths = [depth for start, end, _, depth, _ in stretches if start < end]
    base = min(depths, default=0)
    if base and base == max(depths):
        return (Span(0, len(text)),)
    spans: list[tuple[int, int]] = []
    for start, end, _, depth, _ in stretches:
        if depth <= base or start >= end:
            continue
        if spans and not text[spans[-1][1] : start].strip():
            spans[-1] = (spans[-1][0], end)
        else:
            spans.append((start, end))
    return tuple([Span(start, end) for start, end in spans])
