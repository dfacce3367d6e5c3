"""Headings over blocks: levels of bold paragraphs, and the path of headings every block stands under."""

import re
from collections.abc import Iterable
from dataclasses import replace

from shelflist.models.page import Block, BlockKind

TITLE_LEVEL = 1
"""The page's own title, above everything in the content."""

_HEADING_ELEMENT = re.compile(r"(?:^|> )h([1-6]):nth-of-type\(\d+\)$")


def outlined(blocks: Iterable[Block]) -> tuple[Block, ...]:
    """`blocks` with `heading_path` set, and `level` for headings that are no h1 to h6 element.

    Those stand one below the last heading that is one, so that several in a row are on one level.
    """
    done: list[Block] = []
    above: list[tuple[int, str]] = []
    last = TITLE_LEVEL
    for block in blocks:
        if block.kind is not BlockKind.HEADING:
            done.append(replace(block, heading_path=tuple(text for _, text in above)))
            continue
        level = element_level(block)
        last = level or last
        level = level or min(last + 1, 6)
        above = [heading for heading in above if heading[0] < level]
        done.append(replace(block, level=level, heading_path=tuple(text for _, text in above)))
        above.append((level, block.text))
    return tuple(done)


def element_level(block: Block) -> int | None:
    """The level of the heading element, None for a bold paragraph."""
    found = _HEADING_ELEMENT.search(block.dom_path)
    return int(found[1]) if found else None
