"""A page's blocks in, the page with its lines read out: each line under what stands above it, identical lines counted.

A line's neighbours count only through what is stated: its headings, the header of its set, the page's title, and
the habits of the page as a whole.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace

from shelflist.models.citation import Citation, Contributor, LineKind, Reading
from shelflist.models.observe import PageReading, ReadEntry, ReadHeading, ReadLine
from shelflist.models.page import Block, BlockKind, Page
from shelflist.parse.context.dittos import repeated
from shelflist.parse.context.habits import NO_HABITS, Habits, habits_of, is_open, order_said
from shelflist.parse.context.manner import UNSAID, Manner, said_or_unsaid
from shelflist.parse.context.page_forms import agrees, listed_pairs
from shelflist.parse.context.reading_lists import bare_lines
from shelflist.parse.context.supplied import are_by_others, with_authors
from shelflist.parse.corrections import NONE, Corrections, corrected
from shelflist.parse.line import Context, read_line
from shelflist.parse.page_title import authors_in_title
from shelflist.parse.set_header import find_sets
from shelflist.parse.vocabulary.gazetteer import Gazetteer, gazetteer_for
from shelflist.parse.vocabulary.lookups import Oddities


def read_page(page: Page, lookups: Oddities, corrections: Corrections = NONE, manner: Manner = UNSAID) -> PageReading:
    """Read every line of `page`, and put the corrections over their lines; pure, never raises."""
    readings = _under_title(page, read_lines(page, lookups, said_or_unsaid(manner)), lookups)
    headings: list[ReadHeading] = []
    entries: list[ReadEntry] = []
    lines: list[ReadLine] = []
    seen: Counter[str] = Counter()
    for position, block in enumerate(page.blocks):
        kind: str = block.kind
        if block.kind is BlockKind.HEADING:
            headings.append(_heading(block, position, headings))
        elif block.kind is BlockKind.LINE:
            reading = readings[position]
            if correction := corrections.find(block.text, page):
                reading = corrected(reading, block.text, correction)
            kind = reading.kind
            if reading.kind is LineKind.ENTRY and reading.citation is not None:
                seen[block.text] += 1
                under = _innermost(headings, block.heading_path)
                entries.append(_entry(block, position, reading, reading.citation, under, seen[block.text]))
        lines.append(ReadLine(position=position, kind=str(kind), text=block.text))
    return PageReading(page=page, headings=tuple(headings), entries=tuple(entries), lines=tuple(lines))


def _entry(
    block: Block, position: int, reading: Reading, citation: Citation, heading: int | None, occurrence: int
) -> ReadEntry:
    return ReadEntry(
        raw=block.text,
        occurrence=occurrence,
        heading=heading,
        heading_path=block.heading_path,
        links=block.links,
        citation=citation,
        evidence=reading.evidence,
        position=position,
        dom_path=block.dom_path,
        text_start=block.text_start,
        text_end=block.text_end,
        part=block.part - 1,
    )


def read_lines(page: Page, lookups: Oddities, manner: Manner = UNSAID) -> dict[int, Reading]:
    """The reading of each line, by its position among the page's blocks.

    Read again are the lines that the page's habits may decide, those that its other lines show to be entries, and
    volumes under the header of their set, which is a note itself. All else is read once.
    """
    blocks, gazetteer = page.blocks, gazetteer_for(lookups)
    contexts = {
        position: Context(block.heading_path, page.title, lookups, manner=manner)
        for position, block in enumerate(blocks)
        if block.kind is BlockKind.LINE
    }
    found = {position: read_line(blocks[position], context) for position, context in contexts.items()}
    habits = order_said(manner, habits_of(found.values(), gazetteer))
    if habits != NO_HABITS:
        contexts = {position: replace(context, habits=habits) for position, context in contexts.items()}
        opened = [position for position, reading in found.items() if is_open(reading)]
        found |= {position: read_line(blocks[position], contexts[position]) for position in opened}
    if manner.lists_books is not False:
        found |= _shown_by_others(blocks, found, contexts, habits._replace(lists_books=True), gazetteer)
    for volume, header in find_sets(blocks, found, gazetteer).items():
        found[volume] = read_line(blocks[volume], replace(contexts[volume], inherited=blocks[header].text))
        if blocks[header].kind is BlockKind.LINE:
            found[header] = Reading(kind=LineKind.NOTE)
    return found | repeated(blocks, found)


def _shown_by_others(
    blocks: Sequence[Block],
    found: dict[int, Reading],
    contexts: Mapping[int, Context],
    in_list: Habits,
    gazetteer: Gazetteer,
) -> dict[int, Reading]:
    """Lines of a name and a title alone that the page's other lines show to be entries, or whose author they show."""
    bare = {
        at: read_line(blocks[at], replace(contexts[at], habits=in_list)) for at in bare_lines(blocks, found, gazetteer)
    }
    found = found | bare
    pairs = listed_pairs(blocks, found, gazetteer).items()
    told = {at: pair for at, pair in pairs if not agrees(found[at], blocks[at], pair)}
    again = {at: read_line(blocks[at], replace(contexts[at], habits=in_list, pair=pair)) for at, pair in told.items()}
    return bare | {at: reading for at, reading in again.items() if reading.kind is LineKind.ENTRY}


def _under_title(page: Page, readings: dict[int, Reading], lookups: Oddities) -> dict[int, Reading]:
    """The author that the page's title names, for entries that neither say one nor stand under one."""
    authors = authors_in_title(page.title, readings, gazetteer_for(lookups))
    why = f"from the page’s title “{page.title}”"
    if not authors:
        return readings
    return {
        position: reading if are_by_others(page.blocks[position].heading_path) else _by(reading, authors, why)
        for position, reading in readings.items()
    }


def _by(reading: Reading, authors: tuple[Contributor, ...], why: str) -> Reading:
    if reading.citation is None:
        return reading
    citation, rows = with_authors(reading.citation, authors, why)
    return replace(reading, citation=citation, evidence=(*reading.evidence, *rows))


def _innermost(headings: list[ReadHeading], path: tuple[str, ...]) -> int | None:
    """Which heading a line stands under: mostly the last, but one in a list heads that list alone."""
    return next((number for number in range(len(headings) - 1, -1, -1) if headings[number].path == path), None)


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
