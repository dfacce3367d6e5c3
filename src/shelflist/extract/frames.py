"""The elements that are open at one point of a walk: where each stands, and what its children are given of it."""

from shelflist.extract.elements import KINDS, NAME
from shelflist.extract.links import Anchor
from shelflist.extract.marks import Mark
from shelflist.extract.pieces import Cell, Place, Row, Term


class Frame:
    """An open element."""

    __slots__ = (
        "_leading", "_path", "anchor", "block", "children", "counts", "depth", "group", "holds_leaves", "nth", "number",
        "parent", "place", "preformatted", "strong", "tag",
    )  # fmt: skip

    def __init__(self, place: Place, parent: "Frame | None" = None, tag: str = "") -> None:
        self.place, self.parent, self.tag = place, parent, tag
        self._path = None if parent else ""
        self._leading: str | None = None
        self.anchor: Anchor | None = None
        self.depth, self.strong, self.preformatted, self.block = 0, False, False, False
        self.children = self.nth = self.number = 0  # its own, and which child of its parent it is
        self.counts: dict[str, int] = {}
        self.group: object = None
        self.holds_leaves = False  # nothing about it asks for more thought

    def within(self, tag: str) -> "Frame":
        """Its next child, which looks as it does itself."""
        self.count(tag)
        child = Frame(self.place, self, tag)
        child.nth, child.number = self.counts[tag], self.children
        child.anchor, child.depth, child.strong = self.anchor, self.depth, self.strong
        child.preformatted = self.preformatted
        return child

    def count(self, tag: str) -> None:
        self.children += 1
        self.counts[tag] = self.counts.get(tag, 0) + 1

    @property
    def _step(self) -> str:
        """From its parent. Names such as o:p would need escapes: those are counted among all."""
        named = self.tag in KINDS or NAME.fullmatch(self.tag)
        return f"{self.tag}:nth-of-type({self.nth})" if named else f"*:nth-child({self.number})"

    @property
    def path(self) -> str:
        """The CSS path from the content element down."""
        if self._path is not None:
            return self._path
        steps: list[str] = []
        frame = self
        while frame._path is None and frame.parent is not None:
            steps.append(frame._step)
            frame = frame.parent
        if frame._path:
            steps.append(frame._path)
        self._path = " > ".join(reversed(steps))
        return self._path

    @property
    def block_path(self) -> str:
        """That of the innermost block, itself included."""
        frame = self
        while not frame.block and frame.parent is not None:
            frame = frame.parent
        return frame.path

    @property
    def leading(self) -> str:
        """What the paths of its children begin with."""
        if self._leading is None:
            self._leading = f"{self.path} > " if self.path else ""
        return self._leading


def cell_of(frame: Frame, parent: Frame, tag: str, outer: Cell | None, mark: Mark) -> Cell | None:
    """A row is kept in its frame's group; its cells find it there."""
    if tag == "tr":
        if outer is not None:
            outer.row.layout = True
        frame.group = Row(columns=mark.columns)
        return outer
    if not isinstance(row := parent.group, Row):
        return outer
    row.cells += 1
    return Cell(row, tag == "th", row.cells - 1)


def term_of(parent: Frame, tag: str) -> Term:
    """A description list may wrap its groups in div; a dt after a dd begins a new group."""
    last = parent.group if isinstance(parent.group, Term) else None
    fresh = last is None or (tag == "dt" and not last.is_term)
    parent.group = term = Term(object() if last is None or fresh else last.group, tag == "dt")
    return term
