"""How a source stands, gathered from its published runs and its state; no words and no colours."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

import polars as pl

from shelflist.errors import SnapshotError
from shelflist.models.track import State
from shelflist.models.vocabulary import RowStatus, RunResult, Verdict
from shelflist.models.web import IMPORT_DOOR
from shelflist.pipeline.corrections_told import CorrectionStanding, waiting
from shelflist.pipeline.stored_state import read_present
from shelflist.publish.read import load
from shelflist.settings import clean_directory
from shelflist.track.targets import document_of

LATE = timedelta(hours=36)
"""A nightly harvest that failed once is late; one that merely ran an hour later is not."""
AHEAD = timedelta(hours=1)
"""Clocks differ; a run recorded later than that by the clock was recorded by a wrong one, or the clock is wrong now."""

Fate = tuple[str, Verdict, str | None, str | None]
"""Page id, verdict, detail, address."""

_GOOD = (RunResult.SUCCESS.value, RunResult.UNCHANGED.value)

_LOOKED = pl.col("door").ne_missing(IMPORT_DOOR) & ((pl.col("requests") > 0) | (pl.col("pages_expected") > 0))
"""Runs that asked the site, or told again what one that did had found (an acceptance)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RunSummary:
    run_id: str
    logical_at: datetime
    result: str
    pages_expected: int
    pages_complete: int
    entries_active: int
    requests: int
    bytes: int  # of bodies, as received
    waited_seconds: float
    slowest_delay: float | None
    held_reasons: tuple[str, ...]
    doors_compared: tuple[str, ...] = ()
    doors_agreed: tuple[str, ...] = ()
    pages_of_one_door: tuple[str, ...] = ()
    kind: str | None = None
    pages_too_deep: int | None = None
    first_too_deep: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PageTrouble:
    """A page that the last night did not observe completely."""

    page_id: str
    title: str
    url: str
    verdict: str
    detail: str
    unobserved_since: datetime | None


@dataclass(frozen=True, slots=True, kw_only=True)
class MissingEntry:
    entry_id: str
    citation_raw: str
    page: str
    missing_since: datetime | None


@dataclass(frozen=True, slots=True, kw_only=True)
class MissingDocument:
    """A linked document that is not where an entry says; `http_status` is what its address answers now."""

    url: str
    citation_raw: str
    missing_since: datetime
    http_status: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """`waits` is the run that only a person can release; `is_late` when the last success is older than `LATE`;
    `is_ahead` when the last run is recorded at a time to come, before which no other can begin.

    `last_night` is the last run that looked at the site: epochs, imports and people's words do not. Verdicts and
    troubles are its own.
    """

    source: str
    last_run: RunSummary
    last_success: datetime | None
    is_late: bool
    is_ahead: bool = False
    verdicts: dict[str, int]
    troubles: tuple[PageTrouble, ...]
    missing: tuple[MissingEntry, ...]
    waits: RunSummary | None
    corrections: tuple[CorrectionStanding, ...] = ()  # whose line is gone, or that change nothing
    compared: RunSummary | None = None  # the last run that compared the doors
    documents_checked: int = 0
    documents_missing: tuple[MissingDocument, ...] = ()  # of entries that are there, longest missing first
    last_night: RunSummary


@dataclass(frozen=True, slots=True, kw_only=True)
class Silence:
    """A source of which no run is recorded: its first harvest was broken off, or its tables were removed."""

    source: str
    error: str


def standing_of(source_id: str, data: Path, now: datetime) -> Standing:
    """Raises SnapshotError when no run of the source has been recorded, LedgerError when its state is damaged."""
    runs = load(source_id, "runs", data=data).sort("logical_at").collect()
    if runs.is_empty():
        raise SnapshotError(f"{source_id}: no run has come to its end yet")
    state = state_of(source_id, data)
    summaries = [_summary(row) for row in runs.iter_rows(named=True)]
    nights = [_summary(row) for row in runs.filter(_LOOKED).iter_rows(named=True)]
    last = nights[-1] if nights else summaries[-1]
    success = max((run.logical_at for run in nights if run.result in _GOOD), default=None)
    observed = _observations(source_id, last.run_id, data)
    return Standing(
        source=source_id,
        last_run=summaries[-1],
        last_night=last,
        last_success=success,
        is_late=success is None or now - success > LATE,
        is_ahead=summaries[-1].logical_at - now > AHEAD,
        verdicts=dict(sorted(Counter(observed["verdict"].cast(pl.String).to_list()).items())),
        troubles=troubles_of(_fates(observed), state),
        missing=_missing(state),
        waits=next((run for run in summaries if run.run_id == state.held_run_id), None),
        corrections=waiting(state),
        documents_checked=len(state.targets),
        documents_missing=_missing_documents(state),
        compared=next((run for run in reversed(summaries) if run.doors_compared), None),
    )


def state_of(source_id: str, data: Path) -> State:
    """The state after the last run; an empty one before the first. Raises LedgerError when it is damaged."""
    file = clean_directory(data, source_id) / "state.json"
    return read_present(file) if file.is_file() else State(source_id=source_id)


def _summary(row: dict[str, object]) -> RunSummary:
    values = {name: row[name] for name in RunSummary.__slots__}
    for name in ("held_reasons", "doors_compared", "doors_agreed", "pages_of_one_door"):
        values[name] = tuple(row[name] or ())  # type: ignore[arg-type]
    return RunSummary(**values)  # type: ignore[arg-type]


def _observations(source_id: str, run_id: str, data: Path) -> pl.DataFrame:
    return load(source_id, "page_observations", data=data).filter(pl.col("run_id") == run_id).collect()


def _fates(observed: pl.DataFrame) -> list[Fate]:
    rows = observed.sort("page_id").select("page_id", "verdict", "detail", "url").iter_rows()
    return [(page_id, Verdict(verdict), detail, url) for page_id, verdict, detail, url in rows]


def troubles_of(fates: Iterable[Fate], state: State) -> tuple[PageTrouble, ...]:
    """The pages among them that were not completely observed, named as the state knows them."""
    return tuple(_trouble(*fate, state) for fate in fates if not fate[1].is_complete)


def _trouble(page_id: str, verdict: Verdict, detail: str | None, url: str | None, state: State) -> PageTrouble:
    page = state.pages.get(page_id)
    return PageTrouble(
        page_id=page_id,
        title=(page.title if page else None) or "",
        url=page.url if page else url or "",
        verdict=verdict.value,
        detail=detail or "",
        unobserved_since=page.unobserved_since if page else None,
    )


def _missing(state: State) -> tuple[MissingEntry, ...]:
    rows = [row for row in state.entries.values() if row.status is RowStatus.MISSING]
    rows.sort(key=lambda row: (row.page_id, row.location.position))
    return tuple(
        MissingEntry(
            entry_id=row.entry_id,
            citation_raw=row.citation_raw,
            page=state.pages[row.page_id].title or state.pages[row.page_id].url,
            missing_since=row.missing_since,
        )
        for row in rows
    )


def _missing_documents(state: State) -> tuple[MissingDocument, ...]:
    """Each once, with the first entry that links to it."""
    found: dict[str, MissingDocument] = {}
    rows = [row for row in state.entries.values() if row.status is RowStatus.ACTIVE]
    for row in sorted(rows, key=lambda row: (row.page_id, row.location.position)):
        for link in row.links:
            target = state.targets.get(document_of(link.url or ""))
            if target is not None and (since := target.missing_since) is not None:
                one = MissingDocument(
                    url=target.url, citation_raw=row.citation_raw, missing_since=since, http_status=target.status
                )
                found.setdefault(target.url, one)
    return tuple(sorted(found.values(), key=lambda one: (one.missing_since, one.url)))
