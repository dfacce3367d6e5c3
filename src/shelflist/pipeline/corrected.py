"""What became of a source's corrections: where the line of each stands, which is gone, and which changes nothing.

The fold keeps one row for each correction and page (`shelflist.models.corrected`); all else is read from these rows.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from shelflist.models.corrected import CorrectedLine
from shelflist.models.observe import PageReading
from shelflist.models.page import BlockKind
from shelflist.models.rows import PageRow
from shelflist.models.track import State
from shelflist.models.vocabulary import RowStatus
from shelflist.parse.corrections import Correction, Corrections
from shelflist.parse.page import read_page
from shelflist.publish import Problem
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


@dataclass(frozen=True, slots=True, kw_only=True)
class CorrectionStanding:
    """How one correction stands. `fate` is applied, idle (`detail` says why), gone, or unknown: never seen anywhere."""

    line: str
    reason: str
    fate: str
    pages: tuple[str, ...] = ()  # addresses where the line stands, or where it stood last
    last_seen_at: datetime | None = None  # of a line that is gone
    detail: str | None = None


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
            plain = plain or read_page(reading.page, source.lookups)
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


def standings(state: State) -> tuple[CorrectionStanding, ...]:
    """One for each correction, in the order of their lines."""
    together: dict[Key, list[CorrectedLine]] = {}
    for row in state.corrections:
        together.setdefault((row.line, row.page), []).append(row)
    return tuple(_standing(rows, state) for rows in together.values())


def waiting(state: State) -> tuple[CorrectionStanding, ...]:
    """The corrections that a person may take out or renew: all that are not applied."""
    return tuple(one for one in standings(state) if one.fate != "applied")


def problems(state: State) -> tuple[Problem, ...]:
    """What a run's report says of corrections."""
    return tuple(
        Problem(
            kind=f"correction {one.fate}" if one.fate == "idle" else "correction without a line",
            detail=f"{one.line}: {in_words(one)}",
            url=one.pages[0] if one.pages else None,
        )
        for one in waiting(state)
    )


def in_words(one: CorrectionStanding) -> str:
    """What became of it: one sentence without its full stop."""
    if one.fate == "idle":
        return one.detail or ""
    if one.fate == "unknown":
        return "no page has this line, and none had it since it is corrected"
    when = f" at {one.last_seen_at:%Y-%m-%dT%H:%M:%SZ}" if one.last_seen_at else ""
    return f"the line is gone; last seen{when} on {', '.join(one.pages)}"


def _standing(rows: list[CorrectedLine], state: State) -> CorrectionStanding:
    line, reason = rows[0].line, rows[0].reason
    there = [row for row in rows if row.last_seen_at is None and _page(row, state, active=True)]
    if there:
        idle = there[0].idle if all(row.idle for row in there) else None
        fate = "idle" if idle else "applied"
        return CorrectionStanding(line=line, reason=reason, fate=fate, pages=_addresses(there, state), detail=idle)
    gone = [(_last_seen(row, state), row) for row in rows if row.page_id]
    if not gone:
        return _never_corrected(line, reason, state)
    latest = max((at for at, _ in gone if at is not None), default=None)
    last = [row for at, row in gone if at == latest]
    return CorrectionStanding(line=line, reason=reason, fate="gone", pages=_addresses(last, state), last_seen_at=latest)


def _never_corrected(line: str, reason: str, state: State) -> CorrectionStanding:
    """The line may have been an entry that was removed before anyone corrected it."""
    rows = [row for row in (*state.removed.values(), *state.entries.values()) if row.citation_raw == line]
    last = max(rows, key=lambda row: (row.last_seen_at is not None, row.last_seen_at, row.entry_id), default=None)
    if last is None:
        return CorrectionStanding(line=line, reason=reason, fate="unknown")
    page = state.pages.get(last.page_id)
    pages = (page.url,) if page else ()
    return CorrectionStanding(line=line, reason=reason, fate="gone", pages=pages, last_seen_at=last.last_seen_at)


def _last_seen(row: CorrectedLine, state: State) -> datetime | None:
    """When its page was last whole with the line, for a page that has gone itself."""
    page = _page(row, state)
    return row.last_seen_at or (page.last_complete_at if page else None)


def _page(row: CorrectedLine, state: State, *, active: bool = False) -> PageRow | None:
    page = state.pages.get(row.page_id or "")
    return page if page is not None and (not active or page.status is RowStatus.ACTIVE) else None


def _addresses(rows: Iterable[CorrectedLine], state: State) -> tuple[str, ...]:
    return tuple(page.url for row in rows if (page := _page(row, state)) is not None)
