"""A page's blocks in, the page with its lines read out: each line under its headings, identical lines counted."""

from collections import Counter

from shelflist.models.citation import LineKind
from shelflist.models.observe import PageReading, ReadEntry, ReadHeading, ReadLine
from shelflist.models.page import Block, BlockKind, Page
from shelflist.parse.corrections import NONE, Corrections, corrected
from shelflist.parse.line import Context, read_line
from shelflist.parse.lookups import Oddities


def read_page(page: Page, lookups: Oddities, corrections: Corrections = NONE) -> PageReading:
    """Read every line of `page`, and put the corrections over their lines; pure, never raises."""
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
            if correction := corrections.find(block.text, page):
                reading = corrected(reading, block.text, correction)
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
                        part=block.part - 1,
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
