"""Checking the linked documents: asking after those that are due, and the record of it in the ledger.

A check is a run of its own kind, under the source's lock like a harvest, so that no host is asked by two at once. Each
answer is in the ledger soon after it came; a check that was killed is ended by the next one, which passes over what it
had done.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Literal

from shelflist.archive.interrupts import uninterrupted
from shelflist.archive.ledger import Ledger
from shelflist.errors import HarvestInterrupted
from shelflist.fetch.client import Client
from shelflist.fetch.documents import Document, DocumentAsker
from shelflist.fetch.ports import Clock, FixedClock, Progress, SystemClock
from shelflist.models.checked import CheckBegun, CheckEnded, LinkChecked, Standing, Target
from shelflist.models.track import State
from shelflist.models.web import FailureKind, LedgerEntry
from shelflist.pipeline.beginning import logical_time, next_time
from shelflist.pipeline.documents_due import by_turns, due_documents, linked_documents
from shelflist.pipeline.fetching import WorkerReaders
from shelflist.pipeline.folding import current_state, fold_pending
from shelflist.pipeline.place import Workplace, harvested
from shelflist.settings import RUN_ID_FORMAT, SOFTWARE
from shelflist.sources import LoadedSource
from shelflist.track.targets import was_there

GROUP = 20
"""Answers to a group: what a crash can lose."""

Outcome = Literal["finished", "limited", "cancelled"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Checked:
    """What a check came to. `unknown` counts documents of which nothing was learnt, by reason."""

    documents: int  # linked, on hosts that may be asked
    checked: tuple[LinkChecked, ...] = ()
    passed_over: int = 0  # checked not long ago
    left: int = 0  # due, but the budget was spent
    standings: Mapping[str, int]  # of all documents, after the check; "unchecked" too
    newly_missing: tuple[Target, ...] = ()
    unknown: Mapping[str, int]
    check_id: str | None = None
    version: str | None = None  # the snapshot that is current now
    requests: int = 0

    @property
    def exit_code(self) -> int:
        """0 all is said; 1 nothing was learnt at all; 3 documents are missing that were not before."""
        if self.checked and not any(one.http_status is not None for one in self.checked):
            return 1
        return 3 if self.newly_missing else 0


def check_links(
    loaded: LoadedSource,
    data: Path,
    *,
    now: datetime | None = None,
    limit: int | None = None,
    again: bool = False,
    progress: Progress,
) -> Checked:
    """Check the documents that are due, `limit` of them at most; `again`: all of them, however fresh the last check.

    Raises UsageError if `now` is not after the last run, HarvestInterrupted after Ctrl-C: what was learnt is kept.
    """
    with harvested(loaded, data) as place:
        return check_due(place, now=now, limit=limit, again=again, progress=progress)


def check_due(
    place: Workplace, *, now: datetime | None, limit: int | None = None, again: bool = False, progress: Progress
) -> Checked:
    """As `check_links`, for a source whose lock is held."""
    _end_killed(place, now)
    fold_pending(place, progress)
    state, history = current_state(place), place.history()
    documents = linked_documents(state, place.source)
    at = logical_time(history, now)
    due = documents if again else due_documents(documents, state, history.last_checks(), at, place.source)
    passed_over = len(documents) - len(due)
    if not due:
        return _summary(place, documents, state, passed_over=passed_over)
    done = _Round(place, FixedClock(at) if now else SystemClock(), at, progress)
    done.make(by_turns(due[:limit]))
    fold_pending(place, progress)
    if done.outcome == "cancelled":
        raise HarvestInterrupted(f"check {done.check_id} was cancelled; what was learnt is kept")
    return _summary(place, documents, state, passed_over=passed_over, left=len(due) - len(done.checked), done=done)


def _end_killed(place: Workplace, now: datetime | None) -> None:
    """A check without its end: its process was killed. What it learnt counts from now on."""
    history = place.history()
    killed = history.open_check
    if killed is None:
        return
    at = logical_time(history, now, apart=2) - timedelta(seconds=1) if now else next_time(history)
    with Ledger.open(place.raw) as ledger:
        ledger.append(_ended(killed.begun.check_id, at, "cancelled"))
        ledger.sync()


def _ended(check_id: str, at: datetime, outcome: Outcome, asker: DocumentAsker | None = None) -> CheckEnded:
    return CheckEnded(
        check_id=check_id,
        ended_at=at,
        outcome=outcome,
        requests=asker.requests if asker else 0,
        received_bytes=asker.received_bytes if asker else 0,
        waited_seconds=round(asker.waited_seconds, 3) if asker else 0.0,
    )


class _Round:
    """One check: how far it got, and its record."""

    def __init__(self, place: Workplace, clock: Clock, at: datetime, progress: Progress) -> None:
        self.check_id = at.strftime(RUN_ID_FORMAT)
        self.checked: list[LinkChecked] = []
        self.outcome: Outcome = "finished"
        self.requests = 0
        self._place, self._clock, self._at, self._progress = place, clock, at, progress
        self._kept = 0

    def make(self, documents: Sequence[Document]) -> None:
        """Ask after the documents in their order, and keep what they answer."""
        with Ledger.open(self._place.raw) as ledger, Client(self._place.source) as client:
            readers = WorkerReaders(self._place.source, self._place.worker)
            asker = DocumentAsker(self._place.source, client, readers, self._clock, self.check_id)
            begun = CheckBegun(
                check_id=self.check_id, source_id=self._place.source.name, begun_at=self._at, software=SOFTWARE
            )
            self._append(ledger, [begun])
            try:
                self._ask(ledger, asker, documents)
            except KeyboardInterrupt:
                self.outcome = "cancelled"
            self.requests = asker.requests
            ended_at = max(self._at, self._clock.now().replace(microsecond=0))
            with uninterrupted():
                self._keep(ledger)
                self._append(ledger, [_ended(self.check_id, ended_at, self.outcome, asker)])

    def _ask(self, ledger: Ledger, asker: DocumentAsker, documents: Sequence[Document]) -> None:
        self._progress.stage("documents", len(documents))
        for document in documents:
            told = asker.check(document)
            self._progress.advance(document.url)
            if told.failure != FailureKind.SKIPPED:
                self.checked.append(told)
            elif asker.is_spent:
                self.outcome = "limited"
                return
            if len(self.checked) - self._kept >= GROUP:
                with uninterrupted():
                    self._keep(ledger)

    def _keep(self, ledger: Ledger) -> None:
        self._append(ledger, self.checked[self._kept :])
        self._kept = len(self.checked)

    def _append(self, ledger: Ledger, entries: Sequence[LedgerEntry]) -> None:
        ledger.append_many(entries)
        ledger.sync()


def _summary(
    place: Workplace,
    documents: Sequence[Document],
    before: State,
    *,
    passed_over: int,
    left: int = 0,
    done: _Round | None = None,
) -> Checked:
    state = current_state(place)
    standings = Counter(
        state.targets[one.url].standing.value if one.url in state.targets else "unchecked" for one in documents
    )
    linked = {one.url for one in documents}
    missing = [
        target
        for url, target in sorted(state.targets.items())
        if url in linked and target.standing is Standing.MISSING and not _was_missing(before, url)
    ]
    checked = tuple(done.checked) if done else ()
    unknown = Counter(_reason(one) for one in checked if was_there(one) is None)
    return Checked(
        documents=len(documents),
        checked=checked,
        passed_over=passed_over,
        left=left,
        standings=dict(sorted(standings.items())),
        newly_missing=tuple(missing),
        unknown=dict(sorted(unknown.items())),
        check_id=done.check_id if done else None,
        version=state.last_version,
        requests=done.requests if done else 0,
    )


def _was_missing(state: State, url: str) -> bool:
    return url in state.targets and state.targets[url].standing is Standing.MISSING


def _reason(one: LinkChecked) -> str:
    return one.failure or f"HTTP {one.http_status}"
