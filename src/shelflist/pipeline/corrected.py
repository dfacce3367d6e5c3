"""A source's corrections followed through the fold: on which pages read in a run the line of each stands.

The fold keeps one row for each correction and page (`shelflist.models.corrected`). What these rows say to people is in
`shelflist.pipeline.corrections_told`.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from shelflist.models.corrected import CorrectedLine
from shelflist.models.observe import PageReading
from shelflist.models.page import BlockKind
from shelflist.models.track import State
from shelflist.parse.corrections import Correction, Corrections
from shelflist.pipeline.reading import read_by
from shelflist.settings import DOUBTFUL_BELOW
from shelflist.sources import Source

Key = tuple[str, str | None]
"""Line and page, as the source file gives them."""

_NO_LINES = frozenset(str(kind) for kind in BlockKind if kind is not BlockKind.LINE)


@dataclass(frozen=True, slots=True, kw_only=True)
class SeenPage:
    """One page as read in this run; `is_whole`: what it lacks is not there."""

    reading: PageReading
    captured_at: datetime
    is_whole: bool


def follow(before: State, after: State, source: Source, seen: Mapping[str, SeenPage]) -> State:
    """The next state with its corrections brought up to date from the pages read (by page id)."""
    if not source.corrections and not before.corrections:
        return after
    found = {page_id: applied_on(page.reading, source.at(page.captured_at)) for page_id, page in seen.items()}
    rows = [row for one in source.corrections for row in _rows(one, before, seen, found)]
    rows.sort(key=lambda row: (row.line, row.page or "", row.page_id or ""))
    return replace(after, corrections=tuple(rows))


def applied_on(reading: PageReading, source: Source) -> dict[Key, str | None]:
    """The corrections whose lines the page has; of each, why it changes nothing, or None if it does.

    `source`: the rules that the page was read by.
    """
    corrections = Corrections.of(source.corrections)
    found: dict[Key, str | None] = {}
    plain: PageReading | None = None
    for line in reading.lines:
        one = corrections.find(line.text, reading.page) if line.kind not in _NO_LINES else None
        if one is not None and (one.line, one.page) not in found:
            plain = plain or read_by(source, reading.page)
            found[one.line, one.page] = _idle(one, reading, plain, line.position)
    return found


def _idle(one: Correction, reading: PageReading, plain: PageReading, position: int) -> str | None:
    now = next((entry for entry in reading.entries if entry.position == position), None)
    without = next((entry for entry in plain.entries if entry.position == position), None)
    if without is None and one.kind == "prose":
        return "the line is read as no entry without it"
    if now is None or without is None:
        return 'the line is read as no entry; kind = "entry" says that it is one' if now is without else None
    is_same = replace(now.citation, parse_confidence=without.citation.parse_confidence) == without.citation
    is_sure = without.citation.parse_confidence >= DOUBTFUL_BELOW
    return "the line is read so without it" if is_same and is_sure else None


def _rows(
    one: Correction, before: State, seen: Mapping[str, SeenPage], found: Mapping[str, Mapping[Key, str | None]]
) -> list[CorrectedLine]:
    """One row for each page that has the line or had it; a row without a page if there is none."""
    key = (one.line, one.page)
    known = {row.page_id: row for row in before.corrections if (row.line, row.page) == key and row.page_id}
    rows = []
    for page_id in sorted({*known, *(page_id for page_id, on_page in found.items() if key in on_page)}):
        row = known.get(page_id) or CorrectedLine(line=one.line, page=one.page, reason=one.reason, page_id=page_id)
        row = replace(row, reason=one.reason)
        if page_id in found and key in found[page_id]:
            row = replace(row, last_seen_at=None, idle=found[page_id][key])
        elif page_id in seen and seen[page_id].is_whole and row.last_seen_at is None:
            row = replace(row, last_seen_at=before.pages[page_id].last_complete_at)
        rows.append(row)
    return rows or [CorrectedLine(line=one.line, page=one.page, reason=one.reason)]
