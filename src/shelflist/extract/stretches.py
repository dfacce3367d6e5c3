"""Paragraphs in which several stretches of words are set off, or one within another, read tag by tag.

For `leaves`, of lines as simple as there; what `walk` and `compose` would give, at half the cost.
"""

from collections.abc import Iterator

from shelflist.extract.compose import Stretch, emphasis_in, links_in
from shelflist.extract.elements import IS_CLOSING, IS_EMPHASIS, IS_LINK, IS_STRONG, IS_STYLED, KINDS
from shelflist.extract.links import Anchor, Site
from shelflist.extract.markup import Leaf, anchor_of, attribute, styled, text_of
from shelflist.extract.pieces import Line, Place
from shelflist.extract.text import letters, settled, visible_in


def stretched(leaf: Leaf, start: int, place: Place, path: str, site: Site) -> tuple[Line, str] | None:
    """The line that `leaf` is, and its text as it is written; None if that would be shorter in a line.

    `start` is its offset in the content text, where it is as long as in the line.
    """
    texts: list[str] = []
    strong_texts: list[str] = []
    stretches: list[Stretch] = []
    end = 0
    for text, link, depth, strong in _texts(leaf[0], site):
        texts.append(text)
        begin, end = end, end + len(text)
        if strong:
            strong_texts.append(text)
        if not text.isspace():
            stretches.append((begin + text[0].isspace(), end - text[-1].isspace(), link, depth, False))
    written = "".join(texts)
    if (whole := settled(written)) is None:
        return None
    links, emphasis = links_in(stretches, whole), emphasis_in(stretches, whole)
    bold = bool(strong_texts) and letters("".join(strong_texts)) == letters(whole) > 0
    seen = visible_in(whole, whole.count(" "))
    return Line(whole, links, emphasis, bold, start, start + len(whole), seen, place, path), written


def _texts(markup: str, site: Site) -> Iterator[tuple[str, Anchor | None, int, bool]]:
    """The texts of a leaf; of each, where it links to, how deeply it is emphasised, and whether it is strong."""
    text, *tags = markup.partition(">")[2].rpartition("<")[0].split("<")
    anchor: Anchor | None = None
    depth, strong = 0, False
    if text:
        yield text_of(text), None, 0, False
    outer: list[tuple[Anchor | None, int, bool]] = []
    for one in tags:
        tag, _, text = one.partition(">")
        name, _, written = tag.partition(" ")
        kind = KINDS[name]
        if kind == IS_CLOSING:
            anchor, depth, strong = outer.pop()
        else:
            outer.append((anchor, depth, strong))
            if kind & IS_LINK:
                anchor = anchor_of(written, site) or anchor
            elif kind & IS_STYLED:
                depth, strong = styled(depth, strong, attribute(written, "style") or "")
            else:
                depth += kind & IS_EMPHASIS != 0
                strong = strong or kind & IS_STRONG != 0
        if text:
            yield text_of(text), anchor, depth, strong
