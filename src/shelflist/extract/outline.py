"""Headings over blocks: levels of bold paragraphs, and the path of headings every block stands under."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from shelflist.extract.elements import LISTS
from shelflist.models.page import Block, BlockKind

TITLE_LEVEL = 1
"""The page's own title, above everything in the content."""

_HEADING_ELEMENT = re.compile(r"(?:^|> )h([1-6]):nth-of-type\(\d+\)$")


@dataclass(frozen=True, slots=True)
class _Above:
    """A heading that still heads what comes; `depth` is 0 unless it heads the list within a list item."""

    level: int
    text: str
    depth: int


class Outline:
    """The headings above, as one goes down a page."""

    def __init__(self) -> None:
        self._above: list[_Above] = []
        self._last = TITLE_LEVEL
        self.path: tuple[str, ...] = ()

    def enter(self, text: str, element_level: int | None, depth: int = 0) -> tuple[int, tuple[str, ...]]:
        """Level and heading path of the heading `text`; `path` is then that of what stands under it.

        A heading that is no h1 to h6 element stands one below the last that is one: several in a row are on one level.
        In a list item, `depth` lists deep, it heads the list within that item, and stands one below whatever is above.
        """
        self.over(depth)
        self._last = element_level or self._last
        above = self._above[-1].level if self._above and depth else self._last
        level = element_level or min(above + 1, 6)
        self._above = [heading for heading in self._above if heading.level < level]
        over = tuple(heading.text for heading in self._above)
        self._above.append(_Above(level, text, 0 if element_level else depth))
        self.path = (*over, text)
        return level, over

    def over(self, depth: int) -> tuple[str, ...]:
        """The heading path of what comes next, `depth` lists deep: headings of items that are over head it no more."""
        while self._above and self._above[-1].depth >= (depth or 1):
            self._above.pop()
            self.path = tuple(heading.text for heading in self._above)
        return self.path


def depth_of(dom_path: str) -> int:
    """How many lists deep an element stands within the content."""
    return sum(step.partition(":")[0] in LISTS for step in dom_path.split(" > "))


def outlined(blocks: Iterable[Block]) -> Iterator[Block]:
    """`blocks` with levels and heading paths set anew, as when parts of a page are put together."""
    outline = Outline()
    for block in blocks:
        depth = depth_of(block.dom_path)
        if block.kind is BlockKind.HEADING:
            level, path = outline.enter(block.text, _element_level(block), depth)
            yield replace(block, level=level, heading_path=path)
        else:
            yield replace(block, heading_path=outline.over(depth))


def _element_level(block: Block) -> int | None:
    """The level of the heading element, None for a bold paragraph."""
    found = _HEADING_ELEMENT.search(block.dom_path)
    return int(found[1]) if found else None
