"""Most lines are one paragraph of text with links and emphasis in it: those are read here, straight from the markup.

`walk` and `compose` read anything, and read these alike (`tests/extract/test_leaves.py`), at three times the cost.
"""

import unicodedata
from collections.abc import Iterator

from shelflist.extract.compose import Stretch, emphasis_in, links_in
from shelflist.extract.elements import IS_CLOSING, IS_EMPHASIS, IS_LINK, IS_STRONG, IS_STYLED, KINDS
from shelflist.extract.links import Anchor, Site
from shelflist.extract.markup import anchor_of, attribute, styled, text_of
from shelflist.extract.pieces import Line, Place
from shelflist.extract.text import INVISIBLE, visible_in

_TEXT: Stretch = (0, 1, None, 0, False)
"""Stands for any stretch without a link and emphasis: where it is does not matter."""


def leaf_line(
    markup: str, anchor: Anchor | None, start: int, place: Place, path: str, site: Site
) -> tuple[Line, str] | None:
    """The line that `markup`, the content of a leaf, is within a link to `anchor`; and its text as it is written.

    None if it is not so simple. It is if its text is a line's text already: no white space at its ends, nowhere more
    than one character of it, in NFC. `start` is its offset in the content text, where it is as long as in the line.
    """
    texts: list[str] = []
    strong_texts: list[str] = []
    stretches: list[Stretch] = []
    end, linked, emphasised = 0, False, False
    for text, link, depth, strong in _texts(markup, anchor, site):
        texts.append(text)
        begin, end = end, end + len(text)
        if strong:
            strong_texts.append(text)
        if text.isspace():
            continue
        if link is None and not depth:
            stretches.append(_TEXT)
        else:
            stretches.append((begin + text[0].isspace(), end - text[-1].isspace(), link, depth, False))
            linked, emphasised = linked or link is not None, emphasised or depth > 0
    whole = "".join(texts)
    if (settled := _settled(whole)) is None:
        return None
    links, anchors = links_in(stretches, settled) if linked else ((), ())
    emphasis = emphasis_in(stretches, settled) if emphasised else ()
    bold = bool(strong_texts) and _letters("".join(strong_texts)) == _letters(whole) > 0
    seen = visible_in(settled, settled.count(" ") + 1)
    return Line(settled, links, anchors, emphasis, bold, start, start + end, seen, place, path), whole


def _texts(markup: str, anchor: Anchor | None, site: Site) -> Iterator[tuple[str, Anchor | None, int, bool]]:
    """The texts of a leaf; of each, where it links to, how deeply it is emphasised, and whether it is strong."""
    text, *tags = markup.split("<")
    depth, strong = 0, False
    if text:
        yield text_of(text), anchor, 0, False
    outer: list[tuple[Anchor | None, int, bool]] = []
    for one in tags:
        tag, _, text = one.partition(">")
        kind, written = KINDS.get(tag), ""
        if kind is None:
            tag, _, written = tag.partition(" ")
            kind = KINDS[tag]
        if kind == IS_CLOSING:
            anchor, depth, strong = outer.pop()
        else:
            outer.append((anchor, depth, strong))
            if kind & IS_LINK:
                anchor = anchor_of(written, site) or anchor
            elif kind & (IS_EMPHASIS | IS_STRONG):
                depth += kind & IS_EMPHASIS != 0
                strong = strong or kind & IS_STRONG != 0
            elif kind & IS_STYLED and (css := attribute(written, "style")):
                depth, strong = styled(depth, strong, css)
        if text:
            yield text_of(text), anchor, depth, strong


def _settled(text: str) -> str | None:
    """`text` with a space for each white space, None if a line's text would be shorter."""
    if not text.isprintable() or "  " in text or text[:1] in ("", " ") or text[-1] == " ":
        words = " ".join(text.split())
        if not words or len(words) != len(text):
            return None
        text = words
    return text if text.isascii() or _is_normal(text) else None


def _is_normal(text: str) -> bool:
    return unicodedata.is_normalized("NFC", text) and text[0] not in INVISIBLE and text[-1] not in INVISIBLE


def _letters(text: str) -> int:
    """How many letters and digits."""
    return sum(map(str.isalnum, text))
