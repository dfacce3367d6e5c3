"""From pieces to a line: one clean text, with the links and the emphasis at their offsets in it."""

import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from shelflist.extract.links import Anchor, is_image
from shelflist.extract.pieces import Inline, Piece, PieceKind, Place, is_strong
from shelflist.extract.text import INVISIBLE, clings, visible_in
from shelflist.models.page import Link, Span


@dataclass(slots=True, eq=False)
class Line:
    """A line before it is known what kind it is. `start` and `end` are offsets in the content text."""

    text: str
    links: tuple[Link, ...]
    anchors: tuple[Anchor, ...]  # one for each link
    emphasis: tuple[Span, ...]
    strong: bool  # all its letters and digits are bold or underlined
    start: int
    end: int
    source_length: int  # visible characters of the source in it
    place: Place
    path: str


@dataclass(slots=True, eq=False)
class _Stretch:
    """A piece's own part of the text: ``text[start:end]``."""

    text: str
    start: int
    end: int
    style: Inline
    image: bool


@dataclass(slots=True, eq=False)
class _Gathered:
    """What one pass over the pieces of a line finds."""

    stretches: list[_Stretch]
    length: int = 0  # visible characters of the source
    first: Piece | None = None  # of the source, that shows; the cells of a row may stand in another order
    last: Piece | None = None
    is_linked: bool = False
    is_emphasised: bool = False
    is_bold: bool = False  # some of it


def compose(pieces: Sequence[Piece], place: Place, path: str) -> Line | None:
    """The line that `pieces` make, or None if nothing of it can be seen."""
    found = _gather(pieces)
    text = _settle(found.stretches)
    visible = [stretch for stretch in found.stretches if stretch.start < stretch.end]
    if not visible or found.first is None or found.last is None:
        return None
    joined = _joined_links(found.stretches, text) if found.is_linked else []
    return Line(
        text,
        tuple([_link(anchor, start, end, text) for anchor, start, end in joined]),
        tuple([anchor for anchor, _, _ in joined]),
        _emphasis(visible, text) if found.is_emphasised else (),
        found.is_bold and is_strong(pieces),
        found.first.start + len(found.first.text) - len(found.first.text.lstrip()),
        found.last.start + len(found.last.text.rstrip()),
        found.length,
        place,
        path,
    )


def _gather(pieces: Iterable[Piece]) -> _Gathered:
    """White space collapsed over the borders of pieces; a space belongs to no piece."""
    found = _Gathered([])
    length, space = 0, False
    for piece in pieces:
        text, kind, style = piece.text, piece.kind, piece.style
        parts = text.split()
        space = space or text[:1].isspace()
        if not parts and kind is not PieceKind.IMAGE:
            continue
        words = " ".join(parts)
        start = length + (space and length > 0)
        found.stretches.append(_Stretch(words, start, start + len(words), style, kind is PieceKind.IMAGE))
        found.is_linked = found.is_linked or style.anchor is not None
        if not words:
            continue
        length, space = start + len(words), text[-1:].isspace()
        found.is_emphasised = found.is_emphasised or style.depth > 0
        found.is_bold = found.is_bold or style.strong
        if kind is PieceKind.TEXT:
            found.length += visible_in(words, len(parts))
            found.first = piece if found.first is None or piece.start < found.first.start else found.first
            found.last = piece if found.last is None or piece.start >= found.last.start else found.last
    return found


def _settle(stretches: list[_Stretch]) -> str:
    """The text of `stretches`, in NFC, without invisible characters at its ends; their offsets are set right."""
    text = _concatenate(stretches)
    if text.isascii():
        return text
    if not unicodedata.is_normalized("NFC", text):
        text = _normalise(stretches)
    return _trim(stretches, text) if text[:1] in INVISIBLE or text[-1:] in INVISIBLE else text


def _concatenate(stretches: Iterable[_Stretch]) -> str:
    parts: list[str] = []
    end = 0
    for stretch in stretches:
        if stretch.text:
            parts += (" " if stretch.start > end else "", stretch.text)
            end = stretch.end
    return "".join(parts)


def _normalise(stretches: Sequence[_Stretch]) -> str:
    """A mark that follows its letter in another piece is given to the letter's piece, then each is normalised."""
    before: _Stretch | None = None
    for stretch in stretches:
        if before is not None and before.end == stretch.start:
            marks = _leading_marks(stretch.text)
            before.text, stretch.text = before.text + stretch.text[:marks], stretch.text[marks:]
        before = stretch if stretch.text else before
    _lay_out(stretches)
    text = _concatenate(stretches)
    return unicodedata.normalize("NFC", text)


def _leading_marks(text: str) -> int:
    return next((number for number, character in enumerate(text) if not clings(character)), len(text))


def _lay_out(stretches: Sequence[_Stretch]) -> None:
    """Normalise each stretch and set the offsets anew; spaces between them stay."""
    shift, end = 0, 0
    for stretch in stretches:
        gap = max(stretch.start - end, 0)
        end = stretch.end
        stretch.text = unicodedata.normalize("NFC", stretch.text)
        stretch.start = shift + gap
        stretch.end = stretch.start + len(stretch.text)
        shift = stretch.end


def _trim(stretches: Iterable[_Stretch], text: str) -> str:
    kept = text.lstrip(INVISIBLE + " ")
    cut = len(text) - len(kept)
    kept = kept.rstrip(INVISIBLE + " ")
    for stretch in stretches:
        stretch.start = min(max(stretch.start - cut, 0), len(kept))
        stretch.end = min(max(stretch.end - cut, 0), len(kept))
    return kept


def _joined_links(stretches: Iterable[_Stretch], text: str) -> list[tuple[Anchor, int, int]]:
    """Links in order; neighbours with one target are one link, a picture's link counts if no words have it."""
    links: list[tuple[Anchor, int, int]] = []
    pictures: list[tuple[Anchor, int, int]] = []
    for stretch in stretches:
        anchor = stretch.style.anchor
        if anchor is None:
            continue
        if stretch.image or stretch.start == stretch.end:
            pictures += [(anchor, stretch.start, stretch.start)] * stretch.image
        elif links and links[-1][0].same_target(anchor) and not text[links[-1][2] : stretch.start].strip():
            links[-1] = (links[-1][0], links[-1][1], stretch.end)
        else:
            links.append((anchor, stretch.start, stretch.end))
    if not pictures:
        return links
    return sorted(links + _own_targets(pictures, links, len(text)), key=lambda link: link[1])


def _own_targets(
    pictures: Iterable[tuple[Anchor, int, int]], links: Sequence[tuple[Anchor, int, int]], length: int
) -> list[tuple[Anchor, int, int]]:
    """Links of pictures that lead to something else than the words' links and than a larger picture."""
    seen = {anchor.url for anchor, _, _ in links}
    kept: list[tuple[Anchor, int, int]] = []
    for anchor, start, _ in pictures:
        if anchor.url not in seen and not is_image(anchor):
            seen.add(anchor.url)
            kept.append((anchor, min(start, length), min(start, length)))
    return kept


def _link(anchor: Anchor, start: int, end: int, text: str) -> Link:
    return Link(anchor.url_raw, anchor.url, text[start:end], start, end, anchor.rel, anchor.is_work)


def _emphasis(visible: Sequence[_Stretch], text: str) -> tuple[Span, ...]:
    """Stretches that stand out from the rest of the line; the whole line if all of it is emphasised alike.

    In a line that is bold as a whole the title may still be in italics: what counts is being deeper than the rest.
    """
    depths = [stretch.style.depth for stretch in visible]
    base = min(depths)
    if base and all(stretch.style.depth == base for stretch in visible):
        return (Span(0, len(text)),)
    spans: list[Span] = []
    for stretch in visible:
        if stretch.style.depth <= base:
            continue
        if spans and not text[spans[-1].end : stretch.start].strip():
            spans[-1] = Span(spans[-1].start, stretch.end)
        else:
            spans.append(Span(stretch.start, stretch.end))
    return tuple(spans)
