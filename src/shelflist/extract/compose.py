"""From pieces to a line: one clean text, with the links and the emphasis at their offsets in it."""

import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from shelflist.extract.links import Anchor, is_image
from shelflist.extract.pieces import Inline, Piece, PieceKind, Place, is_strong
from shelflist.extract.text import INVISIBLE, clings, visible_length
from shelflist.models.page import Link, Span


@dataclass(frozen=True, slots=True)
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


@dataclass(slots=True)
class _Stretch:
    """A piece's own part of the text: ``text[start:end]``."""

    text: str
    start: int
    end: int
    style: Inline
    image: bool = False


def compose(pieces: Sequence[Piece], place: Place, path: str) -> Line | None:
    """The line that `pieces` make, or None if nothing of it can be seen."""
    stretches = _stretches(pieces)
    text = _settle(stretches)
    visible = [stretch for stretch in stretches if stretch.start < stretch.end]
    if not visible:
        return None
    joined = _joined_links(stretches, text)
    first, last = _ends(pieces)
    return Line(
        text=text,
        links=tuple(_link(anchor, start, end, text) for anchor, start, end in joined),
        anchors=tuple(anchor for anchor, _, _ in joined),
        emphasis=_emphasis(visible, text),
        strong=is_strong(pieces),
        start=first.start + len(first.text) - len(first.text.lstrip()),
        end=last.start + len(last.text.rstrip()),
        source_length=sum(visible_length(piece.text) for piece in pieces if piece.kind is PieceKind.TEXT),
        place=place,
        path=path,
    )


def _ends(pieces: Sequence[Piece]) -> tuple[Piece, Piece]:
    """The first and the last piece of the source that shows; the cells of a row may stand in another order."""
    words = [piece for piece in pieces if piece.kind is PieceKind.TEXT and piece.text.strip()]
    return min(words, key=_start_of), max(words, key=_start_of)


def _start_of(piece: Piece) -> int:
    return piece.start


def _stretches(pieces: Iterable[Piece]) -> list[_Stretch]:
    """White space collapsed over the borders of pieces; a space belongs to no piece."""
    stretches: list[_Stretch] = []
    length, space = 0, False
    for piece in pieces:
        words = " ".join(piece.text.split())
        space = space or piece.text[:1].isspace()
        if words or piece.kind is PieceKind.IMAGE:
            start = length + (space and length > 0)
            length = start + len(words) if words else length
            stretches.append(_Stretch(words, start, start + len(words), piece.style, piece.kind is PieceKind.IMAGE))
            space = piece.text[-1:].isspace() if words else space
    return stretches


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
    return Link(anchor.url_raw, anchor.url, text[start:end], start, end, anchor.rel)


def _emphasis(visible: Sequence[_Stretch], text: str) -> tuple[Span, ...]:
    """Stretches that stand out from the rest of the line; the whole line if all of it is emphasised alike.

    In a line that is bold as a whole the title may still be in italics: what counts is being deeper than the rest.
    """
    depths = [stretch.style.depth for stretch in visible]
    if not any(depths):
        return ()
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
