"""Most lines are one paragraph with some of its words set off, as a link or in italics: those are read here at once.

`walk` and `compose` read anything, and read these alike (`tests/extract/test_leaves.py`), at five times the cost.
"""

import unicodedata

from shelflist.extract.elements import HEADINGS, STRONG
from shelflist.extract.frames import Frame
from shelflist.extract.links import Site, resolve
from shelflist.extract.markup import Leaf, attribute, text_of
from shelflist.extract.pieces import Heading, Line, Place
from shelflist.extract.text import INVISIBLE, visible_in
from shelflist.extract.walked import Walked
from shelflist.models.page import Link, Span

DEPTH = 4
"""Elements within elements in a leaf, itself included."""


def take_leaf(leaf: Leaf, frame: Frame, walked: Walked, site: Site) -> bool:
    """Take `leaf`, the next child of `frame`, into what is walked; False if it is not so simple.

    It is if its text is a line's text already: no white space at its ends, nowhere more than one character of it, in
    NFC; so it is as long in the content text as in the line.
    """
    markup, name, attributes, before, outer, href, others, inner, words, after, space, _ = leaf
    if "style=" in attributes:
        return False
    written = before if words is None else f"{before}{words}{after}"
    if "&" in markup:
        before, words, written = text_of(before), text_of(words or ""), text_of(written)
    if (text := _settled(written)) is None:
        return False
    links: tuple[Link, ...] = ()
    emphasis: tuple[Span, ...] = ()
    strong = False
    if words:
        begin, end = len(before) + words[0].isspace(), len(before) + len(words) - words[-1].isspace()
        if begin >= end:
            return False
        if others is not None and (raw := text_of(href) if href else attribute(others, "href")):
            links = (_link(raw, others, text, begin, end, site),)
        if outer or inner:
            emphasis = (Span(begin, end),)
            strong = (outer in STRONG or inner in STRONG) and _letters(words) == _letters(text) > 0
    nth = frame.counts.get(name, 0) + 1
    path = f"{frame.leading}{name}:nth-of-type({nth})"
    place = frame.place if name not in HEADINGS else _headed(frame.place, name, attributes, path)
    start, seen = walked.length, visible_in(text, text.count(" "))
    line = Line(text, links, emphasis, strong, start, start + len(text), seen, place, path)
    walked.line(line, f"{written}{space}", frame)
    frame.counts[name] = nth
    frame.children += 1
    return True


def _link(raw: str, attributes: str, text: str, begin: int, end: int, site: Site) -> Link:
    url = resolve(site.base, raw)
    rel = (attribute(attributes, "rel") if attributes else None) or ""
    return Link(raw, url, text[begin:end], begin, end, rel, site.leads_to_work(url))


def _headed(place: Place, name: str, attributes: str, path: str) -> Place:
    heading = Heading(HEADINGS[name], attribute(attributes[1:], "id"), path)
    return Place(heading, place.caption, place.navigation, list_depth=place.list_depth)


def _settled(text: str) -> str | None:
    """`text` with a space for each white space, None if a line's text would be shorter."""
    if not text.isprintable() or "  " in f" {text} ":
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
