"""One line in, one reading out: the order of the steps.

Kind by plain signs; the marked title; the extent; segments; the best reading; the kind by evidence; the fields.
"""

import unicodedata
from dataclasses import dataclass, replace

from shelflist.models.citation import Citation, LineKind, Reading, Status
from shelflist.models.page import Block, BlockKind, Span
from shelflist.parse.citation import build, with_author
from shelflist.parse.confidence import confidence, evidence, gist_of
from shelflist.parse.emission import score_line
from shelflist.parse.extent import Extent, find_extent
from shelflist.parse.gazetteer import Gazetteer, gazetteer_for
from shelflist.parse.kinds import plain_kind
from shelflist.parse.labelled import Labelled, labelled
from shelflist.parse.lookups import USUAL, Oddities
from shelflist.parse.marks import links_document, title_span
from shelflist.parse.refine import refine
from shelflist.parse.roles import person_heading
from shelflist.parse.search import best_reading
from shelflist.parse.tail import Tail, read_tail
from shelflist.parse.titles import Line, look_at
from shelflist.parse.tokens import Segment, segment, trimmed
from shelflist.parse.weighing import ENTRY_FROM, weight


@dataclass(frozen=True, slots=True)
class Context:
    """What a line is read with besides its own words."""

    heading_path: tuple[str, ...] = ()
    page_title: str | None = None
    lookups: Oddities = USUAL
    inherited: str | None = None  # the set header above: "Collected Weavings, Weft Press, Leeds,"


@dataclass(frozen=True, slots=True)
class _Parsed:
    line: Line
    labelled: Labelled
    extent: Extent | None
    tail: Tail


def read_line(block: Block, context: Context) -> Reading:
    """Reads one block of kind LINE. Never raises on any text; time is linear in its length."""
    gazetteer = gazetteer_for(context.lookups)
    linked = links_document(block)
    kind = plain_kind(block.text, context.lookups, linked=linked)
    if kind is not None:
        return Reading(kind=kind)
    person = next((p for h in reversed(context.heading_path) if (p := person_heading(h, gazetteer))), None)
    parsed = _parse(block, gazetteer, author_known=person is not None)
    if parsed is None or _weight(parsed, block, linked, gazetteer) < ENTRY_FROM:
        return Reading(kind=LineKind.PROSE)
    citation = build(parsed.labelled, parsed.extent, parsed.tail, gazetteer)
    if context.inherited:
        citation = _inherit(citation, context, gazetteer)
        citation = replace(citation, parse_confidence=confidence(gist_of(citation), parsed.labelled.choices))
    if person is not None:
        citation = with_author(citation, person)
    why = evidence(parsed.labelled, parsed.line.looks, citation.extent_raw)
    return Reading(kind=LineKind.ENTRY, citation=citation, evidence=why)


def read_text(text: str, context: Context | None = None) -> Reading:
    """Reads a line of plain text, without links."""
    return read_line(block_of_text(text), context or Context())


def block_of_text(text: str) -> Block:
    """A line without links or emphasis, its text as extraction gives it: NFC, white space collapsed."""
    return Block(kind=BlockKind.LINE, text=" ".join(unicodedata.normalize("NFC", text).split()))


def _parse(block: Block, gazetteer: Gazetteer, *, author_known: bool) -> _Parsed | None:
    text = block.text
    marked = title_span(block, gazetteer)
    extent = find_extent(text, marked.end if marked else 0)
    end = extent.start if extent else len(text)
    segments, title_at = _segments(text, end, marked, gazetteer)
    if not segments:
        return None
    line = look_at(segments, title_at, author_known, gazetteer)
    choices = best_reading(*score_line(line, gazetteer))
    tail = read_tail(text, extent.end) if extent else Tail()
    return _Parsed(line, labelled(text, segments, choices, title_marked=title_at is not None), extent, tail)


def _segments(text: str, end: int, marked: Span | None, gazetteer: Gazetteer) -> tuple[list[Segment], int | None]:
    """The segments up to the extent; a marked title is one, whatever commas it holds."""
    if marked is None or marked.end > end:
        return refine(segment(text, 0, end), gazetteer), None
    before = refine(segment(text, 0, marked.start), gazetteer) if marked.start > 1 else []
    title = trimmed(text, marked.start, marked.end, "")
    after = refine(_after(text, marked.end, end), gazetteer, opens=False)
    return [*before, *([title] if title else []), *after], len(before) if title else None


def _after(text: str, start: int, end: int) -> list[Segment]:
    """What follows the marked title; its closing quotation mark and a dash are no words."""
    while start < end and text[start] in ' ”"’–—':
        start += 1
    return segment(text, start, end)


def _weight(parsed: _Parsed, block: Block, linked: bool, gazetteer: Gazetteer) -> float:
    return weight(parsed.line, parsed.labelled, parsed.extent, block, linked, gazetteer)


def _inherit(citation: Citation, context: Context, gazetteer: Gazetteer) -> Citation:
    """Fills what the line leaves out from the set header above it."""
    header = _parse(Block(kind=BlockKind.LINE, text=(context.inherited or "")[:1000]), gazetteer, author_known=False)
    if header is None:
        return citation
    of_set = build(header.labelled, header.extent, header.tail, gazetteer)
    if citation.publisher is None and of_set.publisher:
        citation = replace(citation, publisher=of_set.publisher, publisher_status=Status.SUPPLIED)
    if citation.place_of_publication is None and of_set.place_of_publication:
        citation = replace(citation, place_of_publication=of_set.place_of_publication, place_status=Status.SUPPLIED)
    return replace(
        citation,
        title=citation.title or of_set.title,
        contributors=citation.contributors or of_set.contributors,
        series_title=citation.series_title or of_set.series_title,
    )
