"""The ledger as the fold wants it: ended runs with their captures, decisions and epochs, in order."""

from dataclasses import dataclass, field
from pathlib import Path

from shelflist.archive.ledger import read_ledger
from shelflist.models.web import Capture, Decision, Epoch, Failure, RunBegun, RunEnded
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


Unit = RunFacts | Decision | Epoch


@dataclass(slots=True)
class History:
    """Everything in the ledger that counts: a run without its end does not."""

    units: list[tuple[int, Unit]] = field(default_factory=list)
    captures: dict[str, Capture] = field(default_factory=dict)

    @property
    def runs(self) -> list[RunFacts]:
        return [unit for _, unit in self.units if isinstance(unit, RunFacts)]

    def run(self, run_id: str) -> RunFacts | None:
        return next((run for run in self.runs if run.begun.run_id == run_id), None)

    @property
    def last_epoch(self) -> Epoch | None:
        return next((unit for _, unit in reversed(self.units) if isinstance(unit, Epoch)), None)

    @property
    def versions(self) -> set[str]:
        """Every name that a release can have: of a run, a decision or an epoch."""
        return {_version(unit) for _, unit in self.units}

    def after(self, sequence: int) -> list[tuple[int, Unit]]:
        return [(number, unit) for number, unit in self.units if number > sequence]

    def payloads(self) -> dict[str, Capture]:
        """Which capture holds which payload, the latest of each, for revisit records."""
        held: dict[str, Capture] = {}
        for capture in self.captures.values():
            if capture.record_type == "response":
                held[capture.payload_digest] = capture
        return held


def _version(unit: Unit) -> str:
    if isinstance(unit, RunFacts):
        return unit.begun.run_id
    if isinstance(unit, Epoch):
        return unit.epoch_id
    return unit.decided_at.strftime(RUN_ID_FORMAT)


def read_history(raw: Path) -> History:
    """Read the whole ledger; an absent one is an empty history. Raises LedgerError."""
    history = History()
    running: RunFacts | None = None
    for sequence, entry in read_ledger(raw):
        if isinstance(entry, RunBegun):
            running = RunFacts(entry)
        elif isinstance(entry, Capture | Failure):
            if running is not None and running.begun.run_id == entry.run_id:
                running.answers.append(entry)
        elif isinstance(entry, RunEnded):
            if running is not None and running.begun.run_id == entry.run_id:
                running.ended = entry
                history.units.append((sequence, running))
                history.captures.update((capture.capture_id, capture) for capture in running.captures)
            running = None
        else:
            history.units.append((sequence, entry))
    return history
