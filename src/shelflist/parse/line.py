"""One line in, one reading out: the order of the steps.

Kind by plain signs; the marked title; the extent; segments; the best reading; the kind by evidence; the fields.
"""

import re
import unicodedata
from dataclasses import dataclass, field, replace

from shelflist.models.citation import Citation, LineKind, Reading, Status
from shelflist.models.page import Block, BlockKind, Span
from shelflist.parse.citation import build, with_author
from shelflist.parse.confidence import confidence, evidence
from shelflist.parse.emission import score_line
from shelflist.parse.extent import Extent, find_extent
from shelflist.parse.gazetteer import Gazetteer, gazetteer_for
from shelflist.parse.grammar import Label
from shelflist.parse.kinds import plain_kind, sentence_weight
from shelflist.parse.labelled import Labelled
from shelflist.parse.marks import links_document, title_span
from shelflist.parse.refine import refine
from shelflist.parse.roles import person_heading
from shelflist.parse.search import best_reading
from shelflist.parse.tail import Tail, read_tail, standard_numbers
from shelflist.parse.titles import Line, look_at
from shelflist.parse.tokens import Segment, segment, trimmed
from shelflist.sources.model import Lookups

_HOLDING = (
    "title", "other_title_information", "statement_of_responsibility", "part_number", "part_name", "edition_statement",
    "publisher", "place_of_publication", "date_raw", "original_date_edtf", "series_title", "series_number",
    "container_title",
)  # fmt: skip
_ENTRY_FROM = 3.0
_GOES_ON = re.compile(
    r",?\s*(?:which|that|and)?\s*(?:is|are|was|were|has|have|had|will|can|could|would|should|may|"
    r"must|tells|shows)\b"
)
"""A sentence goes on after the count of pages."""
_SURELY = 8.0
"""With an extent and a whole imprint between commas, verbs in a long phrase speak against nothing."""


@dataclass(frozen=True, slots=True)
class Context:
    """What a line is read with besides its own words."""

    heading_path: tuple[str, ...] = ()
    page_title: str | None = None
    lookups: Lookups = field(default_factory=Lookups)
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
    if parsed is None or _weight(parsed, block, linked) < _ENTRY_FROM:
        return Reading(kind=LineKind.PROSE)
    citation = build(parsed.labelled, parsed.extent, parsed.tail, gazetteer)
    left = _remainder(citation, parsed.labelled)
    if context.inherited:
        citation = _inherit(citation, context, gazetteer)
    if person is not None:
        citation = with_author(citation, person)
    return _finished(citation, parsed, left)


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
    present = frozenset(choice.label for choice in choices)
    return _Parsed(line, Labelled(text, segments, choices, title_at is not None, present), extent, tail)


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


def _weight(parsed: _Parsed, block: Block, linked: bool) -> float:
    """How much speaks for an entry, on the scale of `_ENTRY_FROM`."""
    labels = [choice.label for choice in parsed.labelled.choices]
    looks = parsed.line.looks
    weight = 4.0 if parsed.extent else 0.0
    weight += 2.0 if any(look.date is not None for look in looks[1:]) else 0.0
    weight += 1.5 if any(look.publisher >= 3.5 for look in looks[1:]) else 0.0
    weight += 1.2 if any(look.place > 5 for look in looks[1:]) else 0.0
    weight += 2.0 if Label.NO_IMPRINT in labels else 0.0
    weight += 1.5 if any(piece.inner for piece in parsed.line.segments) else 0.0
    weight += 1.0 if labels[0] is Label.PART and Label.DATE in labels else 0.0
    weight += 0.5 if Label.ROLE in labels or Label.AUTHOR in labels else 0.0
    if parsed.extent and _GOES_ON.match(block.text, parsed.extent.end):
        return 0.0
    weight += _link_weight(parsed, block, linked)
    return weight - _against(parsed, block, weight) if weight < _SURELY else weight


def _link_weight(parsed: _Parsed, block: Block, linked: bool) -> float:
    if not linked:
        return 0.0
    covered = sum(link.end - link.start for link in block.links)
    return 3.0 if parsed.labelled.title_marked or covered > 0.6 * len(block.text) else 1.0


def _against(parsed: _Parsed, block: Block, weight: float) -> float:
    """Sentences outside the title and before the extent's notes."""
    segments = parsed.line.segments
    start = segments[0].end if parsed.labelled.title_marked or weight >= 6 else 0
    end = parsed.extent.start if parsed.extent else len(block.text)
    return sentence_weight(block.text, min(start, end), end)


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


def _finished(citation: Citation, parsed: _Parsed, left: str | None) -> Reading:
    isbn, issn = standard_numbers(parsed.labelled.text)
    sure = confidence(citation, parsed.labelled.choices, left)
    citation = replace(citation, isbn=isbn, issn=issn, unparsed_remainder=left, parse_confidence=sure)
    return Reading(
        kind=LineKind.ENTRY, citation=citation, evidence=evidence(parsed.labelled, parsed.line.looks, citation)
    )


def _stands_in(words: str, held: str) -> bool:
    """The words, and not as pieces of longer ones."""
    at = held.find(words)
    while at >= 0:
        end = at + len(words)
        if not (held[at - 1 : at].isalnum() and words[:1].isalnum()) and not (
            held[end : end + 1].isalnum() and words[-1:].isalnum()
        ):
            return True
        at = held.find(words, at + 1)
    return False


def _is_number_and_name(words: str, citation: Citation) -> bool:
    """The words of a part, shared out between its two fields: "Part 1 – the Dominated"."""
    held = f"{citation.part_number} {citation.part_name}".split()
    return all(word in held or not word.strip(" –—-:.") for word in words.split())


def _remainder(citation: Citation, labelled: Labelled) -> str | None:
    """The segments that no field holds: what was not understood, and what there was no second place for."""
    held = "\n".join(words for name in _HOLDING if (words := getattr(citation, name)))
    held = "\n".join((held, *citation.notes))
    left = [
        piece.text
        for piece, choice in zip(labelled.segments, labelled.choices, strict=True)
        if choice.label is not Label.NO_IMPRINT
        and not _stands_in(piece.text.strip("[]()? "), held)
        and not (choice.label is Label.PART and _is_number_and_name(piece.text, citation))
    ]
    return "; ".join(left) or None
