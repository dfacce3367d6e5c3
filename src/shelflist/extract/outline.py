"""Headings over blocks: levels of bold paragraphs, and the path of headings every block stands under."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from shelflist.models.page import Block, BlockKind

TITLE_LEVEL = 1
"""The page's own title, above everything in the content."""

_HEADING_ELEMENT = re.compile(r"(?:^|> )h([1-6]):nth-of-type\(\d+\)$")


class Outline:
    """The headings above, as one goes down a page."""

    def __init__(self) -> None:
        self._above: list[tuple[int, str]] = []
        self._last = TITLE_LEVEL
        self.path: tuple[str, ...] = ()

    def enter(self, text: str, element_level: int | None) -> tuple[int, tuple[str, ...]]:
        """Level and heading path of the heading `text`; `path` is then that of what stands under it.

        A heading that is no h1 to h6 element stands one below the last that is one: several in a row are on one level.
        """
        self._last = element_level or self._last
        level = element_level or min(self._last + 1, 6)
        self._above = [heading for heading in self._above if heading[0] < level]
        over = tuple(heading for _, heading in self._above)
        self._above.append((level, text))
        self.path = (*over, text)
        return level, over


def outlined(blocks: Iterable[Block]) -> Iterator[Block]:
    """`blocks` with levels and heading paths set anew, as when parts of a page are put together."""
    outline = Outline()
    for block in blocks:
        if block.kind is BlockKind.HEADING:
            level, path = outline.enter(block.text, _element_level(block))
            yield replace(block, level=level, heading_path=path)
        else:
            yield replace(block, heading_path=outline.path)


def _element_level(block: Block) -> int | None:
    """The level of the heading element, None for a bold paragraph."""
    found = _HEADING_ELEMENT.search(block.dom_path)
    return int(found[1]) if found else None
