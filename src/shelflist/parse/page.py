"""A page's blocks in, the page with its lines read out: each line under its headings, identical lines counted."""

import hashlib
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from shelflist.models.citation import LineKind
from shelflist.models.observe import PageReading, ReadEntry, ReadHeading, ReadLine
from shelflist.models.page import Block, BlockKind, Page
from shelflist.parse.line import Context, read_line
from shelflist.sources.model import Lookups


def read_page(page: Page, lookups: Lookups) -> PageReading:
    """Read every line of `page`; pure, never raises."""
    headings: list[ReadHeading] = []
    entries: list[ReadEntry] = []
    lines: list[ReadLine] = []
    seen: Counter[str] = Counter()
    for position, block in enumerate(page.blocks):
        kind: str = block.kind
        if block.kind is BlockKind.HEADING:
            headings.append(_heading(block, position, headings))
        elif block.kind is BlockKind.LINE:
            reading = read_line(block, Context(block.heading_path, page.title, lookups))
            kind = reading.kind
            if reading.kind is LineKind.ENTRY and reading.citation is not None:
                seen[block.text] += 1
                entries.append(
                    ReadEntry(
                        raw=block.text,
                        occurrence=seen[block.text],
                        heading=len(headings) - 1 if headings and block.heading_path else None,
                        heading_path=block.heading_path,
                        links=block.links,
                        citation=reading.citation,
                        evidence=reading.evidence,
                        position=position,
                        dom_path=block.dom_path,
                        text_start=block.text_start,
                        text_end=block.text_end,
                    )
                )
        lines.append(ReadLine(position=position, kind=str(kind), text=block.text))
    return PageReading(page=page, headings=tuple(headings), entries=tuple(entries), lines=tuple(lines))


def _heading(block: Block, position: int, before: list[ReadHeading]) -> ReadHeading:
    level = block.level or 1
    parent = next((i for i in range(len(before) - 1, -1, -1) if before[i].path == block.heading_path), None)
    return ReadHeading(
        level=level,
        text=block.text,
        path=(*block.heading_path, block.text),
        parent=parent if block.heading_path else None,
        anchor=block.anchor,
        position=position,
    )


def join_readings(parts: Sequence[PageReading]) -> PageReading:
    """The parts of one page as one reading: positions run on, identical lines are counted over all of them."""
    first = parts[0]
    if len(parts) == 1:
        return first
    headings: list[ReadHeading] = []
    entries: list[ReadEntry] = []
    lines: list[ReadLine] = []
    seen: Counter[str] = Counter()
    for number, part in enumerate(parts):
        shift, nth = len(lines), len(headings)
        for heading in part.headings:
            parent = None if heading.parent is None else heading.parent + nth
            headings.append(replace(heading, position=heading.position + shift, parent=parent))
        for entry in part.entries:
            seen[entry.raw] += 1
            entries.append(
                replace(
                    entry,
                    occurrence=seen[entry.raw],
                    heading=None if entry.heading is None else entry.heading + nth,
                    position=entry.position + shift,
                    part=number,
                )
            )
        lines += [replace(line, position=line.position + shift) for line in part.lines]
    page = replace(
        first.page,
        blocks=tuple(block for part in parts for block in part.page.blocks),
        text_coverage=min(part.page.text_coverage for part in parts),
        content_hash=hashlib.sha256("".join(part.page.content_hash for part in parts).encode()).hexdigest(),
    )
    return PageReading(page=page, headings=tuple(headings), entries=tuple(entries), lines=tuple(lines))
