"""From the content element to runs of text, in document order. No recursion: pages can be nested to any depth.

The *content text* is defined here: the text nodes of the content element in document order, without those of dropped
elements, one line feed for each <br>, white space at its beginning left out; nothing else is changed. It is what a
browser's `textContent` gives, so that the positions of blocks can be checked against the page by hand.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property

from selectolax.lexbor import LexborNode

from shelflist.errors import ReadError
from shelflist.extract.elements import (
    BLOCKS,
    EMPHASIS,
    HEADINGS,
    LISTS,
    NEVER_SHOWN,
    PLACES,
    PREFORMATTED,
    STRONG,
    STYLED,
    STYLES,
)
from shelflist.extract.links import Anchor, leads_to_work, resolve
from shelflist.extract.pieces import Cell, Heading, Inline, Piece, PieceKind, Place, Row, Run, Term
from shelflist.extract.text import is_blank, is_space

MAX_DEPTH = 500
"""Elements within elements; hand-made pages stay below 30."""

_BOLD_STYLE = re.compile(r"font-weight:\s{0,9}(?:bold|[6-9]00)")
_UNDERLINE_STYLE = re.compile(r"text-decoration[^;]{0,60}underline")
_ITALIC_STYLE = re.compile(r"font-style:\s{0,9}italic")
NAME = re.compile(r"[a-z][a-z0-9\-]*")
_PLAIN = Inline()
_USUAL = BLOCKS | STYLES


@dataclass(frozen=True)
class Marks:
    """Elements the source's selectors matched within the content, by `mem_id`."""

    drop: frozenset[int] = frozenset()
    navigation: frozenset[int] = frozenset()
    caption: frozenset[int] = frozenset()
    columns: Mapping[int, tuple[tuple[str, ...], ...]] = field(default_factory=dict)  # of rows
    documents: tuple[re.Pattern[str], ...] = ()  # paths within the site that are works
    hosts: frozenset[str] = frozenset()  # of the site

    @cached_property
    def set_apart(self) -> frozenset[int]:
        """Those that begin and end a block of their own."""
        return self.navigation | self.caption


@dataclass(slots=True)
class Walked:
    """What the walk gives: runs in order, the content text, and the elements it passed by."""

    runs: list[Run] = field(default_factory=list)
    texts: list[str] = field(default_factory=list)
    passed: list[LexborNode] = field(default_factory=list)

    @property
    def content_text(self) -> str:
        return "".join(self.texts)


class _Frame:
    """An open element."""

    __slots__ = ("block", "children", "counts", "group", "node", "place", "preformatted", "step", "style")

    def __init__(self, node: LexborNode, step: str, place: Place, style: Inline, preformatted: bool) -> None:
        self.node = node
        self.step = step
        self.place = place
        self.style = style
        self.preformatted = preformatted
        self.block = False
        self.children = 0
        self.counts: dict[str, int] = {}
        self.group: object = None

    def count(self, tag: str) -> str:
        """The step of a CSS path to the next child. Names such as o:p or x"y would need escapes: those are counted
        among all."""
        self.children += 1
        nth = self.counts[tag] = self.counts.get(tag, 0) + 1
        return f"{tag}:nth-of-type({nth})" if tag in _USUAL or NAME.fullmatch(tag) else f"*:nth-child({self.children})"


class Walker:
    """One walk over one content element."""

    def __init__(self, base: str, marks: Marks) -> None:
        self._base, self._marks = base, marks
        self._frames: list[_Frame] = []
        self._run: Run | None = None
        self._heading: Heading | None = None  # that of the run before
        self._length = 0  # of the content text so far
        self._walked = Walked()

    def walk(self, root: LexborNode) -> Walked:
        """Runs of the text under `root`. Raises ReadError when it is nested deeper than MAX_DEPTH."""
        self._frames.append(_Frame(root, "", Place(), _PLAIN, False))
        self._frames[0].block = True
        node = root.first_child
        while True:
            if node is None:
                if self._frames[-1].block:
                    self._end_run()
                closed = self._frames.pop()
                if not self._frames:
                    return self._walked
                node = closed.node.next
            elif (tag := node.tag) == "-text":
                self._text(node.text_content or "")
                node = node.next
            else:
                node = self._element(node, tag or "")

    def _element(self, node: LexborNode, tag: str) -> LexborNode | None:
        """Take in one element (or comment); returns the node to go on with, its child or the next one."""
        if tag.startswith(("-", "!")):
            return node.next
        parent = self._frames[-1]
        step = parent.count(tag)
        if tag in NEVER_SHOWN or node.mem_id in self._marks.drop:
            self._walked.passed.append(node)
            return node.next
        if tag == "br":
            self._break(self._add("\n"))
        elif tag == "img":
            self._image()
        elif (child := node.first_child) is not None:
            self._open(node, tag, step, parent)
            return child
        elif tag in BLOCKS:
            self._end_run()  # <hr>, an empty <p>
        return node.next

    def _open(self, node: LexborNode, tag: str, step: str, parent: _Frame) -> None:
        if len(self._frames) > MAX_DEPTH:
            raise ReadError(f"the content is nested deeper than expected: more than {MAX_DEPTH} elements")
        frame = _Frame(node, step, parent.place, parent.style, parent.preformatted)
        # An <em> that is never closed lies around all paragraphs below: only what is within a block sets off its words.
        marked = node.mem_id in self._marks.set_apart
        if marked or tag in BLOCKS:
            frame.block = True
            self._end_run()
            if frame.style is not _PLAIN:
                frame.style = _PLAIN if frame.style.anchor is None else Inline(frame.style.anchor)
        if marked or tag in PLACES:
            self._set_place(frame, parent, tag)
        elif tag in STYLES:
            self._set_style(frame, tag)
        self._frames.append(frame)

    def _set_style(self, frame: _Frame, tag: str) -> None:
        style = frame.style
        if tag == "a":
            frame.style = Inline(self._anchor(frame.node) or style.anchor, style.depth, style.strong)
        elif tag in EMPHASIS or tag in STRONG:
            frame.style = Inline(style.anchor, style.depth + (tag in EMPHASIS), style.strong or tag in STRONG)
        elif tag in STYLED:
            css = frame.node.attributes.get("style")
            frame.style = _styled(style, css) if css else style
        elif tag in PREFORMATTED:
            frame.preformatted = True

    def _anchor(self, node: LexborNode) -> Anchor | None:
        attributes = node.attributes
        if (href := attributes.get("href")) is None:
            return None
        url, marks = resolve(self._base, href), self._marks
        is_work = bool(marks.documents) and leads_to_work(url, marks.hosts, marks.documents)
        return Anchor(href, url, attributes.get("rel") or "", is_work)

    def _set_place(self, frame: _Frame, parent: _Frame, tag: str) -> None:
        place, node = frame.place, frame.node
        caption = place.caption or node.mem_id in self._marks.caption
        navigation = place.navigation or node.mem_id in self._marks.navigation
        heading, cell, term, depth = place.heading, place.cell, place.term, place.list_depth
        if tag in HEADINGS:
            heading = Heading(HEADINGS[tag], node.attributes.get("id") or None)
        elif tag in ("tr", "td", "th"):
            cell = _cell(frame, parent, tag, cell, self._marks)
        elif tag in ("dt", "dd"):
            term = _term(parent, tag, term)
        elif tag in LISTS:
            depth += 1
        frame.place = Place(heading, caption, navigation, cell, term, depth)

    # text

    def _add(self, text: str) -> int:
        """Append to the content text; returns where `text` starts in it."""
        start = self._length
        if start or not text.isspace():
            self._walked.texts.append(text)
            self._length = start + len(text)
        return start

    def _text(self, text: str) -> None:
        text = text if self._length else text.lstrip()
        start = self._add(text)
        if self._run is None and is_space(text):
            return
        if self._frames[-1].preformatted and "\n" in text:
            self._preformatted(text, start)
        else:
            self._piece(PieceKind.TEXT, text, start)

    def _preformatted(self, text: str, start: int) -> None:
        for number, line in enumerate(text.split("\n")):
            if number:
                self._break(start)
                start += 1
            self._piece(PieceKind.TEXT, line, start)
            start += len(line)

    def _break(self, start: int) -> None:
        if self._run is not None:
            self._piece(PieceKind.BREAK, "\n", start)

    def _image(self) -> None:
        if self._frames[-1].style.anchor is not None:
            self._piece(PieceKind.IMAGE, "", self._length)

    def _piece(self, kind: PieceKind, text: str, start: int) -> None:
        frame = self._frames[-1]
        if self._run is None:
            self._run = Run(frame.place, "")
        self._run.pieces.append(Piece(kind, text, start, frame.style))

    def _end_run(self) -> None:
        run, self._run = self._run, None
        if run is None or all(is_blank(piece.text) for piece in run.pieces):
            return
        heading = run.place.heading
        if heading is not None and heading is self._heading:  # an unclosed heading heads only its first paragraph
            run.place = replace(run.place, heading=None)
        self._heading = heading
        run.path = self._path(run.place.heading)
        self._walked.runs.append(run)

    def _path(self, heading: Heading | None) -> str:
        """CSS path of the heading or else the innermost open block element, from the content element down."""
        last = len(self._frames) - 1
        while not self._frames[last].block:
            last -= 1
        while heading is not None and self._frames[last - 1].place.heading is heading:
            last -= 1
        return " > ".join(frame.step for frame in self._frames[1 : last + 1])


def _styled(style: Inline, css: str) -> Inline:
    bold = _BOLD_STYLE.search(css) is not None
    depth = style.depth + (bold or _ITALIC_STYLE.search(css) is not None)
    return Inline(style.anchor, depth, style.strong or bold or _UNDERLINE_STYLE.search(css) is not None)


def _cell(frame: _Frame, parent: _Frame, tag: str, outer: Cell | None, marks: Marks) -> Cell | None:
    """A row is kept in its frame's group; its cells find it there."""
    if tag == "tr":
        if outer is not None:
            outer.row.layout = True
        frame.group = Row(parent.node.tag == "thead", columns=marks.columns.get(frame.node.mem_id, ()))
        return outer
    if not isinstance(row := parent.group, Row):
        return outer
    row.cells += 1
    return Cell(row, tag == "th", row.cells - 1)


def _term(parent: _Frame, tag: str, outer: Term | None) -> Term:
    """A description list may wrap its groups in div; a dt after a dd begins a new group."""
    last = parent.group if isinstance(parent.group, Term) else None
    fresh = last is None or (tag == "dt" and not last.is_term)
    parent.group = term = Term(object() if last is None or fresh else last.group, tag == "dt")
    return term
