"""Most lines are one paragraph with some of its words set off, as a link or in italics: those are read here at once.

`walk` and `compose` read anything, and read these alike (`tests/extract/test_leaves.py`), at five times the cost.
"""

from shelflist.extract.elements import HEADINGS, STRONG, STYLED
from shelflist.extract.frames import Frame
from shelflist.extract.links import Site, resolve
from shelflist.extract.markup import Leaf, attribute, styled, text_of
from shelflist.extract.pieces import Heading, Line, Place
from shelflist.extract.stretches import stretched
from shelflist.extract.text import letters, settled, visible_in
from shelflist.extract.walked import Walked
from shelflist.models.page import Link, Span


def take_leaf(leaf: Leaf, frame: Frame, walked: Walked, site: Site) -> bool:
    """Take `leaf`, the next child of `frame`, into what is walked; False if it is not so simple.

    It is if its text is a line's text already: no white space at its ends, nowhere more than one character of it, in
    NFC; so it is as long in the content text as in the line.
    """
    name, attributes = leaf[1], leaf[2]
    if "style=" in attributes and name in STYLED and _sets_off(attributes):
        return False
    nth = frame.counts.get(name, 0) + 1
    path = f"{frame.leading}{name}:nth-of-type({nth})"
    place = frame.place if name not in HEADINGS else _headed(frame.place, name, attributes, path)
    found = (stretched if leaf[-3] else _line)(leaf, walked.length, place, path, site)
    if found is None:
        return False
    line, written = found
    walked.line(line, f"{written}{leaf[-2]}", frame)
    frame.counts[name] = nth
    frame.children += 1
    return True


def _sets_off(attributes: str) -> bool:
    """All of the leaf's words are set off by its own style."""
    return styled(0, False, attribute(attributes[1:], "style") or "") != (0, False)


def _line(leaf: Leaf, start: int, place: Place, path: str, site: Site) -> tuple[Line, str] | None:
    """What `stretched` gives, of a leaf with one stretch of words set off or none."""
    markup, _, _, before, outer, href, others, inner, words, after, _, _, _ = leaf
    written = before if words is None else f"{before}{words}{after}"
    if "&" in markup:
        before, words, written = text_of(before), text_of(words or ""), text_of(written)
    if (text := settled(written)) is None:
        return None
    links: tuple[Link, ...] = ()
    emphasis: tuple[Span, ...] = ()
    strong = False
    if words:
        begin, end = len(before) + words[0].isspace(), len(before) + len(words) - words[-1].isspace()
        if begin >= end:
            return None
        if others is not None and (raw := text_of(href) if href else attribute(others, "href")):
            links = (_link(raw, others, text, begin, end, site),)
        if outer or inner:
            emphasis = (Span(begin, end),)
            strong = (outer in STRONG or inner in STRONG) and letters(words) == letters(text) > 0
    seen = visible_in(text, text.count(" "))
    return Line(text, links, emphasis, strong, start, start + len(text), seen, place, path), written


def _link(raw: str, attributes: str, text: str, begin: int, end: int, site: Site) -> Link:
    url = resolve(site.base, raw)
    rel = (attribute(attributes, "rel") if attributes else None) or ""
    return Link(raw, url, text[begin:end], begin, end, rel, site.leads_to_work(url))


def _headed(place: Place, name: str, attributes: str, path: str) -> Place:
    heading = Heading(HEADINGS[name], attribute(attributes[1:], "id"), path)
    return Place(heading, place.caption, place.navigation, list_depth=place.list_depth)
