"""Night after night: the owner edits, something breaks now and then, the archive is harvested, a person answers.

Everything from robots.txt to the snapshot is the real pipeline. Three things are left out to make ten years feasible:
sockets (`Site.get` answers in their place), waiting for the disk (fsync), and a new process each night. State and
ledger are read from the disk again every `FORGET` nights only.
"""

import random
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from types import TracebackType
from unittest import mock

from shelflist.errors import UsageError
from shelflist.models.track import Event, State
from shelflist.pipeline import stages
from shelflist.pipeline.deciding import record_acceptance, record_word
from shelflist.pipeline.folding import current_state
from shelflist.pipeline.outcome import Outcome
from shelflist.pipeline.place import Known, Workplace, workplace
from shelflist.publish.snapshot import latest_version
from shelflist.sources import LoadedSource
from shelflist.sources.load import parse_source
from tests.simulation.archive import EDITED, Owner
from tests.simulation.judge import Judge
from tests.simulation.server import served
from tests.simulation.site import CONTENT_FAULTS, Fault, Site, fault_of

FORGET = 20
START = datetime(2016, 11, 1, 2, tzinfo=UTC)
RULES = """
name = "ten-years"
title = "Ten years of nights"
home = "http://archive.localhost/"

[scope]
allow_loopback = true

[pages]
doors = ["wordpress", "sitemap"]
post_types = ["posts"]
parts = "none"

[selectors]
content = { css = ".entry-content", count = "1" }
"""


@dataclass
class Nights:
    """`results` counts how the runs ended, `answers` what a person was asked."""

    place: Workplace
    owner: Owner
    site: Site
    judge: Judge
    dice: random.Random
    fault_rate: float = 0.2
    at: datetime = START
    events: list[Event] = field(default_factory=list)
    results: Counter[str] = field(default_factory=Counter)
    faults: Counter[str] = field(default_factory=Counter)
    answers: Counter[str] = field(default_factory=Counter)

    def night(self, *, calm: bool = False) -> Outcome:
        """One day's edits and one night's harvest; what waits for a person is answered in the morning."""
        if not calm:
            self.owner.day()
        is_faulty = not calm and self.dice.random() < self.fault_rate
        return self.break_down(fault_of(self.dice, self.owner) if is_faulty else Fault())

    def break_down(self, fault: Fault) -> Outcome:
        """A night's harvest with that fault."""
        self.site.fault = fault
        self.faults[str(fault.kind)] += 1
        if self.faults.total() % FORGET == 0:
            self.forget()
        outcome = self._harvest(3 if self.site.fault.kind == "cut short" else None)
        self.results[outcome.result.value] += 1
        self._note(outcome)
        self._answer()
        self.at += timedelta(days=1)
        return outcome

    def forget(self) -> None:
        """From here on as a new process: state and ledger are read from the disk."""
        self.place = replace(self.place, known=Known())

    @property
    def state(self) -> State:
        return current_state(self.place)

    @property
    def version(self) -> str | None:
        return latest_version(self.place.clean)

    def _harvest(self, limit: int | None) -> Outcome:
        stages.fetch(self.place, now=self.at, limit=limit)
        for batch in stages.unread(self.place):
            stages.read(self.place, batch)
        return stages.fold(self.place)

    def _note(self, outcome: Outcome) -> None:
        self.events += outcome.events
        self.judge.note(self.state, outcome.events, self.at)

    def _answer(self) -> None:
        """A person looks at what is held, and believes it unless the site was plainly out of order that night."""
        state = self.state
        if state.held_run_id is not None and self.site.fault.kind not in CONTENT_FAULTS:
            self._accept(state, state.held_run_id)
        for candidate in sorted(self.state.candidates):
            self._decide(candidate)

    def _accept(self, state: State, run_id: str) -> None:
        now = self.at + timedelta(hours=6)
        record_acceptance(self.place, state, run_id, page_id=None, reason="it is so", by="tester", now=now)
        self.answers["accepted"] += 1
        self._note(stages.fold(self.place))

    def _decide(self, candidate: str) -> None:
        state = self.state
        pair = state.candidates.get(candidate)
        if pair is None:  # an earlier answer settled it
            return
        is_same = self.judge.keys[pair.old_entry_id] == self.judge.keys[pair.new_entry_id]
        now = self.at + timedelta(hours=7, minutes=self.answers.total() % 50, seconds=len(self.answers))
        try:
            record_word(self.place, state, candidate, is_same=is_same, reason="seen", by="tester", now=now)
        except UsageError:
            return  # the newer entry is not on its page now
        self.answers["same" if is_same else "different"] += 1
        self._note(stages.fold(self.place))


@contextmanager
def simulated(
    data: Path,
    *,
    seed: int,
    pages: int,
    lines: int,
    edited: float = EDITED,
    fault_rate: float = 0.2,
    is_http: bool = False,
) -> Iterator[Nights]:
    """A new archive, harvested into the empty folder `data`.

    `edited` is the share of days with edits, `fault_rate` that of nights with a fault.
    """
    owner = Owner(seed, pages=pages, lines=lines, edited=edited)
    site = Site(owner)
    with (
        served(site) if is_http else _in_memory(site) as address,
        mock.patch("os.fsync"),
        workplace(_rules(address), data) as place,
    ):
        yield Nights(place, owner, site, Judge(owner, site), random.Random(seed + 1), fault_rate)


def _rules(address: str | None) -> LoadedSource:
    """The bytes of the rules are the same wherever the archive is asked."""
    loaded = parse_source(RULES, "ten-years.toml")
    politeness = loaded.source.politeness.model_copy(update={"connect_to": address, "delay_seconds": 0.0})
    return replace(loaded, source=loaded.source.model_copy(update={"politeness": politeness}))


@contextmanager
def _in_memory(site: Site) -> Iterator[None]:
    with mock.patch("shelflist.fetch.visit.Client", lambda source: _InMemory(site)):
        yield


class _InMemory:
    """Stands for the client; nothing is connected."""

    received = 0  # bytes of the last answer, which nobody counts here

    def __init__(self, site: Site) -> None:
        self.get = site.get

    def __enter__(self) -> "_InMemory":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Nothing to close."""
