"""The ledger as the fold wants it: ended runs with their captures, decisions, epochs, checks, takedowns, in order."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from shelflist.archive.ledger import LEDGER_NAME, START, Mark, read_on
from shelflist.archive.verify import as_redacted
from shelflist.models.checked import CheckBegun, CheckEnded, LinkChecked
from shelflist.models.redacted import Redaction
from shelflist.models.web import Capture, Decision, Epoch, Failure, LedgerEntry, Purpose, RunBegun, RunEnded
from shelflist.settings import RUN_ID_FORMAT


@dataclass(slots=True)
class RunFacts:
    """One ended run. `answers` keeps captures and failures in the order they came."""

    begun: RunBegun
    answers: list[Capture | Failure] = field(default_factory=list)
    ended: RunEnded | None = None

    @property
    def captures(self) -> list[Capture]:
        return [answer for answer in self.answers if isinstance(answer, Capture)]


@dataclass(slots=True)
class CheckFacts:
    """One ended check of linked documents."""

    begun: CheckBegun
    checked: list[LinkChecked] = field(default_factory=list)
    ended: CheckEnded | None = None

    @property
    def at(self) -> datetime:
        """Its end: what comes of it is released then, and a killed check may have ended after other runs."""
        return self.ended.ended_at if self.ended else self.begun.begun_at


Unit = RunFacts | Decision | Epoch | CheckFacts | Redaction


@dataclass(slots=True)
class History:
    """Everything in the ledger that counts: a run without its end does not.

    Up to line `sparse_until` it may be only what a night needs (`recent`); 0: all of it is there.
    """

    units: list[tuple[int, Unit]] = field(default_factory=list)
    captures: dict[str, Capture] = field(default_factory=dict)
    open_check: CheckFacts | None = None  # begun and not ended: its process was killed, or works on it
    read_to: Mark = START
    sparse_until: int = 0

    @property
    def runs(self) -> list[RunFacts]:
        return [unit for _, unit in self.units if isinstance(unit, RunFacts)]

    def run(self, run_id: str) -> RunFacts | None:
        return next((run for run in self.runs if run.begun.run_id == run_id), None)

    @property
    def compared_at(self) -> datetime | None:
        """The last run in which a second door told all it knows as well."""
        compared = (run for run in self.runs if run.ended and sum(one.is_complete for one in run.ended.doors) > 1)
        return max((run.begun.logical_at for run in compared), default=None)

    @property
    def last_feed(self) -> Capture | None:
        """The first page of the feed that was read last, where it said when it was last changed."""
        for run in reversed(self.runs):
            if run.ended is not None and run.ended.door == "feed":
                dated = (capture for capture in run.captures if capture.last_modified and _is_feed(capture))
                if (first := next(dated, None)) is not None:
                    return first
        return None

    @property
    def last_epoch(self) -> Epoch | None:
        return next((unit for _, unit in reversed(self.units) if isinstance(unit, Epoch)), None)

    @property
    def redactions(self) -> list[Redaction]:
        return [unit for _, unit in self.units if isinstance(unit, Redaction)]

    @property
    def open_redactions(self) -> list[Redaction]:
        """Those begun and not done: no epoch follows."""
        last = max((number for number, unit in self.units if isinstance(unit, Epoch)), default=0)
        return [unit for number, unit in self.units if isinstance(unit, Redaction) and number > last]

    @property
    def redacted_pages(self) -> frozenset[str]:
        """Keys of the pages that were taken down."""
        return frozenset(key for one in self.redactions for key in one.page_keys)

    @property
    def versions(self) -> set[str]:
        """Every name that a release can have: of a run, a decision or an epoch."""
        return {_version(unit) for _, unit in self.units}

    def after(self, sequence: int) -> list[tuple[int, Unit]]:
        return [(number, unit) for number, unit in self.units if number > sequence]

    def payloads(self) -> dict[str, Capture]:
        """Which capture holds which payload, the latest of each, for revisit records."""
        held: dict[str, Capture] = {}
        words = (unit for _, unit in self.units if isinstance(unit, Decision))
        distrusted = {word.subject for word in words if word.kind == "distrust"}
        for capture in self.captures.values():
            if capture.record_type == "response" and capture.capture_id not in distrusted:
                held[capture.payload_digest] = capture
        return held

    def last_checks(self) -> dict[str, datetime]:
        """When each document was last asked for, also by a check that was killed."""
        checks = [unit for _, unit in self.units if isinstance(unit, CheckFacts)]
        checks += [self.open_check] if self.open_check else []
        return {one.url: one.checked_at for check in checks for one in check.checked}


def _is_feed(capture: Capture) -> bool:
    """A whole answer; another address may have been tried before it, and have given a page."""
    kind = capture.content_type or ""
    is_list = capture.asked.purpose is Purpose.LISTING and capture.asked.door == "feed"
    return is_list and capture.http_status == 200 and "xml" in kind and "html" not in kind


def time_of(unit: Unit) -> datetime:
    """The time that a unit stands for, and its release is named after."""
    if isinstance(unit, RunFacts):
        return unit.begun.logical_at
    if isinstance(unit, CheckFacts):
        return unit.at
    if isinstance(unit, Redaction):
        return unit.redacted_at
    return unit.began_at if isinstance(unit, Epoch) else unit.decided_at


def _version(unit: Unit) -> str:
    if isinstance(unit, RunFacts):
        return unit.begun.run_id
    return unit.epoch_id if isinstance(unit, Epoch) else time_of(unit).strftime(RUN_ID_FORMAT)


def read_history(raw: Path) -> History:
    """Read the whole ledger; an absent one is an empty history. Raises LedgerError."""
    return KnownHistory().read(raw)


class KnownHistory:
    """The history as far as this process has read it; of a ledger that grew, only what is new is read."""

    _stamp: tuple[Path, int]
    _size: int
    _history: History
    _running: RunFacts | None

    def __init__(self) -> None:
        self._begin((Path(), 0))

    def read(self, raw: Path) -> History:
        """The history of the ledger in `raw`, which only ever grows; another ledger is read from its start."""
        if self.is_another(raw):
            self._begin((raw, _stamp(raw)[0]))
        self._size = _stamp(raw)[1]
        for mark, entry in read_on(raw, self._history.read_to):
            self._take(mark.seq, entry)
            self._history.read_to = mark
        return self._history

    def is_another(self, raw: Path) -> bool:
        """Whether the ledger in `raw` is not the one that was read, grown since."""
        number, size = _stamp(raw)
        return (raw, number) != self._stamp or size < self._size

    def begin_with(
        self, raw: Path, lines: Iterable[tuple[int, LedgerEntry]], *, read_to: Mark, folded_seq: int
    ) -> None:
        """Know of the ledger in `raw`, up to a mark, the lines that a night needs (`recent`), and no more."""
        self._begin((raw, _stamp(raw)[0]))
        for sequence, entry in lines:
            if isinstance(entry, Capture) and self._running is None:
                self._history.captures[entry.capture_id] = entry  # of a run that is not needed itself
            self._take(sequence, entry)
        self._history.read_to, self._history.sparse_until = read_to, folded_seq

    def _begin(self, stamp: tuple[Path, int]) -> None:
        """Know nothing yet of the ledger of that folder and file number."""
        self._stamp = stamp
        self._size = 0
        self._history = History()
        self._running = None

    def _take(self, sequence: int, entry: LedgerEntry) -> None:
        history, running = self._history, self._running
        if isinstance(entry, RunBegun):
            self._running = RunFacts(entry)
        elif isinstance(entry, Capture | Failure):
            if running is not None and running.begun.run_id == entry.run_id:
                running.answers.append(entry)
        elif isinstance(entry, RunEnded):
            if running is not None and running.begun.run_id == entry.run_id:
                running.ended = entry
                history.units.append((sequence, running))
                history.captures.update((capture.capture_id, capture) for capture in running.captures)
            self._running = None
        elif isinstance(entry, CheckBegun | LinkChecked | CheckEnded):
            self._take_check(sequence, entry)
        elif isinstance(entry, Redaction):
            history.units.append((sequence, entry))
            self._redact(entry)
        else:
            history.units.append((sequence, entry))

    def _redact(self, redaction: Redaction) -> None:
        """The captures as their records are now."""
        now = {one.capture_id: one for one in redaction.captures}
        history = self._history
        for run in history.runs:
            run.answers = [as_redacted(one, now) if isinstance(one, Capture) else one for one in run.answers]
        history.captures = {key: as_redacted(one, now) for key, one in history.captures.items()}

    def _take_check(self, sequence: int, entry: CheckBegun | LinkChecked | CheckEnded) -> None:
        history = self._history
        if isinstance(entry, CheckBegun):
            history.open_check = CheckFacts(entry)
        elif history.open_check is not None and history.open_check.begun.check_id == entry.check_id:
            if isinstance(entry, LinkChecked):
                history.open_check.checked.append(entry)
            else:
                history.open_check.ended = entry
                history.units.append((sequence, history.open_check))
                history.open_check = None


def _stamp(raw: Path) -> tuple[int, int]:
    """Number and size of the ledger's file; zeros where there is none."""
    file = raw / LEDGER_NAME
    said = file.stat() if file.exists() else None
    return (said.st_ino, said.st_size) if said else (0, 0)
