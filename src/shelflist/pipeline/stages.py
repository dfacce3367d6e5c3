"""The stages joined: fetch, read, fold, publish. Whatever the command line and the flows set going begins here.

with workplace(loaded, data) as place:        # one lock per source
    fetch(place)                              # captures and ledger
    for batch in unread(place):
        read(place, batch)                    # extraction and parsing, repeatable
    outcome = fold(place)                     # state, tables, snapshot; `latest` flipped last
"""

import shutil
from collections.abc import Callable
from datetime import datetime
from functools import partial
from pathlib import Path

from shelflist.archive.store import CaptureStore
from shelflist.errors import LedgerError
from shelflist.fetch.ports import Progress, SilentProgress
from shelflist.models.track import State
from shelflist.models.web import Decision
from shelflist.pipeline.answers import readable
from shelflist.pipeline.beginning import next_time
from shelflist.pipeline.checking import PageCheck, check_page
from shelflist.pipeline.deciding import record_acceptance, record_distrust, record_word
from shelflist.pipeline.epochs import begin_epoch, is_other_reading
from shelflist.pipeline.explaining import Explanation, explain_entry
from shelflist.pipeline.fetching import fetch_run, plan, why_unlisted
from shelflist.pipeline.folding import current_state, fold_pending
from shelflist.pipeline.history import History, RunFacts
from shelflist.pipeline.looks import Looks
from shelflist.pipeline.outcome import Outcome
from shelflist.pipeline.place import Workplace, harvested, locate, must_be_harvested, rules_of, workplace
from shelflist.pipeline.reading import Reader
from shelflist.pipeline.redacting import finish_redactions
from shelflist.pipeline.replaying import make_again, mend
from shelflist.pipeline.reviewing import Review, review_source
from shelflist.pipeline.verifying import find_problems
from shelflist.settings import clean_directory, raw_directory
from shelflist.sources import LoadedSource

SILENT = SilentProgress()
BATCH = 50
"""Captures to a batch: large enough that a task's own cost does not count."""


def fetch(
    place: Workplace, *, now: datetime | None = None, limit: int | None = None, progress: Progress = SILENT
) -> str:
    """Visit the site once; returns the run's id. What an earlier, killed process left unfolded is folded first."""
    if place.recent(current_state(place)).open_redactions:
        finish_redactions(place, SILENT)
    fold_pending(place, SILENT)
    return fetch_run(place, current_state(place), now=now, limit=limit, progress=progress)


def unread(place: Workplace) -> list[tuple[str, ...]]:
    """Ids of the captures that the next fold wants read, in batches."""
    state = current_state(place)
    history = place.recent(state)
    pending = [unit for _, unit in history.after(state.folded_seq)]
    wanted = [
        capture.capture_id
        for unit in pending
        if isinstance(unit, RunFacts)
        for looks in [_looks(place, history, unit.begun.rules_sha256)]
        for capture in readable(unit.answers)
        if not looks.has(capture)
    ]
    return [tuple(wanted[start : start + BATCH]) for start in range(0, len(wanted), BATCH)]


def read(place: Workplace, batch: tuple[str, ...], *, progress: Progress = SILENT) -> int:
    """Extract and parse one batch; repeating it changes nothing. Returns how many captures were read."""
    history = place.recent(current_state(place))
    rules = {run.begun.run_id: run.begun.rules_sha256 for run in history.runs}
    captures = [history.captures[capture_id] for capture_id in batch]
    looks = {sha256: _looks(place, history, sha256) for sha256 in {rules[capture.run_id] for capture in captures}}
    for capture in captures:
        looks[rules[capture.run_id]].make(capture)
        progress.advance(capture.final_url)
    return len(batch)


def _looks(place: Workplace, history: History, rules_sha256: str) -> Looks:
    store = CaptureStore(place.raw, history.captures)
    return Looks(place.readings, Reader(rules_of(place, rules_sha256), store, place.worker))


def fold(place: Workplace, *, progress: Progress = SILENT) -> Outcome:
    """State, tables, snapshot, reports; `latest` flipped last."""
    return fold_pending(place, progress)


def harvest(
    loaded: LoadedSource,
    data: Path,
    *,
    now: datetime | None = None,
    limit: int | None = None,
    dry_run: bool = False,
    progress: Progress = SILENT,
) -> Outcome:
    """The whole job: fetch, read, fold, publish. A dry run asks robots.txt and the lists, and writes nothing."""
    if dry_run:
        place = locate(loaded, data)
        visited = plan(place, current_state(place), now=now, limit=limit, progress=progress)
        return Outcome(planned=visited.planned, too_deep=visited.too_deep or (), unlisted=why_unlisted(visited))
    with workplace(loaded, data) as place:
        fetch(place, now=now, limit=limit, progress=progress)
        batches = unread(place)
        progress.stage("read", sum(map(len, batches)))
        for batch in batches:
            read(place, batch, progress=progress)
        return fold(place, progress=progress)


def replay(loaded: LoadedSource, data: Path, *, progress: Progress = SILENT) -> Outcome:
    """Derive `data/clean` of the source again from its ledger; where our reading changed, begin an epoch instead."""
    with harvested(loaded, data) as place:
        finish_redactions(place, progress)
        state = _readable_state(place)
        if state is not None and is_other_reading(place, state):
            mend(place, state, progress)
            begin_epoch(place, current_state(place), next_time(place.history()))
            return fold_pending(place, progress)
        return make_again(place, progress)


def _readable_state(place: Workplace) -> State | None:
    """None where the state in `data/clean` is damaged: it is derived too, and made again with all the rest."""
    try:
        return current_state(place)
    except LedgerError:
        if not place.state_file.exists():
            raise  # it is the state before an epoch, in `data/raw`
        return None


def accept(
    loaded: LoadedSource,
    data: Path,
    run_id: str,
    *,
    page_id: str | None = None,
    reason: str,
    by: str,
    now: datetime | None = None,
) -> Outcome:
    """Release what a gate held. Raises UsageError if nothing waits, or not this run."""
    record = partial(record_acceptance, run_id=run_id, page_id=page_id, reason=reason, by=by, now=now)
    return _take_word(loaded, data, record)


def decide(
    loaded: LoadedSource,
    data: Path,
    candidate: str,
    *,
    is_same: bool,
    reason: str,
    by: str,
    now: datetime | None = None,
) -> Outcome:
    """Say that two entries are one, or two. Raises UsageError if `candidate` does not wait for a person."""
    record = partial(record_word, candidate=candidate, is_same=is_same, reason=reason, by=by, now=now)
    return _take_word(loaded, data, record)


def distrust(
    loaded: LoadedSource, data: Path, capture_id: str, *, reason: str, by: str, now: datetime | None = None
) -> Outcome:
    """Say that a capture is not to be believed. Raises UsageError if there is no such capture of a page."""
    record = partial(record_distrust, capture_id=capture_id, reason=reason, by=by, now=now)
    return _take_word(loaded, data, record)


def _take_word(loaded: LoadedSource, data: Path, record: Callable[[Workplace, State], Decision]) -> Outcome:
    """Record what a person says of what is known by now, and fold it."""
    with harvested(loaded, data) as place:
        fold_pending(place, SILENT)
        record(place, current_state(place))
        return fold_pending(place, SILENT)


def verify(loaded: LoadedSource, data: Path, *, progress: Progress = SILENT) -> list[str]:
    """Problems found; none when all hashes fit and a replay gives the same bytes."""
    with harvested(loaded, data) as place:
        finish_redactions(place, progress)
        return find_problems(place, progress)


def explain(loaded: LoadedSource, data: Path, entry_id: str) -> Explanation:
    """From the row to its words, its element, its WARC record. Raises UsageError for an unknown id."""
    place = locate(loaded, data)
    must_be_harvested(place)
    return explain_entry(place, entry_id)


def review(loaded: LoadedSource, data: Path, *, below: float, limit: int | None) -> Review:
    """Readings in doubt, worst first (None: all of them), and corrections to look at. Only looks; takes no lock."""
    place = locate(loaded, data)
    must_be_harvested(place)
    return review_source(place, below=below, limit=limit)


def check(
    loaded: LoadedSource, *, html: bytes, url: str, content_type: str = "text/html", captured_at: datetime
) -> PageCheck:
    """What the source file reads from one page of that time, and what it leaves. Raises ReadError."""
    return check_page(loaded.source.at(captured_at), html=html, url=url, content_type=content_type)


def forget(data: Path, source_id: str) -> None:
    """Remove everything of one source, raw and clean. For the demo, which begins anew each time."""
    shutil.rmtree(raw_directory(data, source_id), ignore_errors=True)
    shutil.rmtree(clean_directory(data, source_id), ignore_errors=True)
