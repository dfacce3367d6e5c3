"""What waits for a person in one source: uncertain pairs, readings in doubt, worst first, and corrections to look at.

Held runs are known to `shelflist.publish.read`; the command line puts the sections together.
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from shelflist.archive.store import CaptureStore
from shelflist.errors import ReadError
from shelflist.models.citation import Citation, DateStatus, Evidence, Status
from shelflist.models.observe import PageReading
from shelflist.models.rows import EntryRow, PageRow
from shelflist.models.track import IdentityCandidate, State
from shelflist.models.vocabulary import RowStatus
from shelflist.pipeline.corrections_told import CorrectionStanding, waiting
from shelflist.pipeline.folding import current_state
from shelflist.pipeline.history import History
from shelflist.pipeline.place import Workplace, rules_of
from shelflist.pipeline.reading import Reader


@dataclass(frozen=True, slots=True, kw_only=True)
class Doubt:
    """One entry whose reading is in doubt. `is_elsewhere`: the same words stand on other pages as well."""

    row: EntryRow
    page: PageRow
    evidence: Evidence
    is_elsewhere: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """Two entries that may be one: the line as it was, and as it may stand now."""

    candidate: IdentityCandidate
    old: EntryRow
    new: EntryRow
    page: PageRow


@dataclass(frozen=True, slots=True, kw_only=True)
class Review:
    """`doubts` are the worst `limit` of the `in_doubt` entries; `entries` counts all active ones."""

    entries: int
    in_doubt: int
    pairs: tuple[Pair, ...]
    doubts: tuple[Doubt, ...]
    corrections: tuple[CorrectionStanding, ...]


def review_source(place: Workplace, *, below: float, limit: int | None) -> Review:
    """Only pages with an entry shown are read again, for their evidence. Raises LedgerError for a lost capture."""
    state = current_state(place)
    rows = worst(state, below, {one.line for one in place.source.corrections})
    return Review(
        entries=sum(row.status is RowStatus.ACTIVE for row in state.entries.values()),
        in_doubt=len(rows),
        pairs=uncertain(state),
        doubts=_doubts(place, state, rows[:limit]),
        corrections=waiting(state),
    )


def uncertain(state: State) -> tuple[Pair, ...]:
    """The pairs that only a person can tell, the likeliest first."""
    rows = {**state.removed, **state.entries}
    pairs = [
        Pair(candidate=one, old=rows[one.old_entry_id], new=rows[one.new_entry_id], page=state.pages[one.page_id])
        for one in state.candidates.values()
        if one.old_entry_id in rows and one.new_entry_id in rows
    ]
    return tuple(sorted(pairs, key=lambda pair: (-(pair.candidate.score or 0), pair.candidate.candidate_id)))


def worst(state: State, below: float, corrected: set[str]) -> list[EntryRow]:
    """Active entries of less confidence than `below`, worst first; lines that the source file corrects are left out."""
    rows = [
        row
        for row in state.entries.values()
        if row.status is RowStatus.ACTIVE
        and row.citation.parse_confidence < below
        and row.citation_raw not in corrected
    ]
    return sorted(rows, key=_rank)


def _rank(row: EntryRow) -> tuple[float, int, int, str, int]:
    citation = row.citation
    left = len(citation.unparsed_remainder or "")
    return citation.parse_confidence, -_unparsed(citation), -left, row.page_id, row.location.position


def _unparsed(citation: Citation) -> int:
    """How many fields have words in the line that could not be read."""
    doubtful = (citation.publisher_status, citation.place_status)
    return doubtful.count(Status.UNPARSED) + (citation.date_status is DateStatus.UNPARSED)


def _doubts(place: Workplace, state: State, rows: Sequence[EntryRow]) -> tuple[Doubt, ...]:
    on_pages: dict[str, set[str]] = defaultdict(set)
    for row in state.entries.values():
        on_pages[row.citation_raw].add(row.page_id)
    evidence = _evidence(place, state, rows)
    return tuple(
        Doubt(
            row=row,
            page=state.pages[row.page_id],
            evidence=evidence.get(row.entry_id, ()),
            is_elsewhere=len(on_pages[row.citation_raw]) > 1,
        )
        for row in rows
    )


def _evidence(place: Workplace, state: State, rows: Sequence[EntryRow]) -> dict[str, Evidence]:
    """By entry id; none for a line that its page's captures no longer give."""
    history = place.history()
    by_page: dict[str, list[EntryRow]] = defaultdict(list)
    for row in rows:
        by_page[row.page_id].append(row)
    found: dict[str, Evidence] = {}
    with place.worker:
        reader = Reader(rules_of(place, state.rules_sha256), CaptureStore(place.raw, history.captures), place.worker)
        for page_id, here in by_page.items():
            reading = _read(reader, history, state.pages[page_id])
            entries = reading.entries if reading else ()
            known = {(entry.raw, entry.occurrence): entry.evidence for entry in entries}
            found.update((row.entry_id, known.get((row.citation_raw, row.occurrence), ())) for row in here)
    return found


def _read(reader: Reader, history: History, page: PageRow) -> PageReading | None:
    """The page as its rows rest on; None where it cannot be read now."""
    if not page.capture_ids:
        return None
    try:
        return reader.whole([history.captures[capture] for capture in page.capture_ids])
    except ReadError:
        return None
