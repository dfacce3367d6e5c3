"""Folding an import: what its captures show of the time before the last look, and what they show since.

The first is told beside what was told then (`timeline`), and put right (`shelflist.hindsight.backfill`); the second is
folded like nights. Both are one release, at the time of the import.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from shelflist.authority import assign_state
from shelflist.hindsight.backfill import Told, put_right, unseen_since
from shelflist.hindsight.differing import as_backfill
from shelflist.models.observe import RunObservation
from shelflist.models.redacted import Redaction
from shelflist.models.rows import EntryRow
from shelflist.models.track import Event, PageObservation, State
from shelflist.models.vocabulary import Cause, RunResult
from shelflist.models.web import Decision, Epoch, RunEnded
from shelflist.pipeline.distrusting import fold_distrust, imports_before
from shelflist.pipeline.history import RunFacts
from shelflist.pipeline.place import rules_of
from shelflist.pipeline.run_rows import run_row
from shelflist.pipeline.timeline import Moment, Past, in_time, open_gates, units_before
from shelflist.pipeline.units import Folded, Folder
from shelflist.pipeline.visits import Guide, Visit, is_import, visits_of
from shelflist.sources import Source
from shelflist.track import Step, step
from shelflist.track.draft import Draft


def fold_unit(
    folder: Folder, state: State, sequence: int, unit: RunFacts | Decision | Epoch | Redaction
) -> Folded | None:
    """As `Folder.fold`, imports and distrust as well."""
    if isinstance(unit, Decision) and unit.kind == "distrust":
        return fold_distrust(folder, state, sequence, unit)
    if isinstance(unit, RunFacts) and is_import(unit):
        return _Import(folder, sequence, unit).fold(state)
    return folder.fold(state, sequence, unit)


class _Import:
    """One import on its way into the state."""

    def __init__(self, folder: Folder, sequence: int, facts: RunFacts) -> None:
        self.folder, self.sequence, self.facts = folder, sequence, facts
        self.rules: Source = rules_of(folder.place, facts.begun.rules_sha256)
        self.reader = folder.reader(facts.begun.rules_sha256)
        self.moments = [
            Moment(unit.begun.logical_at if isinstance(unit, RunFacts) else unit.decided_at, unit)
            for unit in units_before(
                folder,
                sequence,
                rules_sha256=facts.begun.rules_sha256,
                extractor_version=facts.begun.extractor_version,
            )
            if not (isinstance(unit, RunFacts) and is_import(unit))
        ]

    def fold(self, state: State) -> Folded:
        place = self.folder.place
        place.readings.mkdir(parents=True, exist_ok=True)
        for file in place.readings.iterdir():
            file.unlink()  # read by the rules of another run, perhaps
        guide = Guide.of(state, place, self.reader, self.facts.captures)
        visits, last = visits_of(self.facts.captures), self._last_look(state)
        older = [visit for visit in visits if last is not None and visit.at <= last]
        newer = visits[len(older) :]
        after, events = self._put_right(state, older, guide) if older else (state, ())
        after, more, observations = self._go_on(after, newer, guide)
        return self._folded(state, after, (*events, *more), {**self._looked_at(older, guide, state), **observations})

    def _last_look(self, state: State) -> datetime | None:
        """When the site was last seen, by a run or an import; None while no page is known."""
        if not state.pages:
            return None
        runs = [moment.at for moment in self.moments if isinstance(moment.what, RunFacts)]
        return max([*runs, *(visit.at for visit, _ in self._earlier_visits())], default=None)

    def _earlier_visits(self) -> list[tuple[Visit, RunFacts]]:
        imports = imports_before(self.folder, self.sequence)
        return [(visit, unit) for unit in imports for visit in visits_of(unit.captures)]

    def _put_right(self, state: State, older: Sequence[Visit], guide: Guide) -> tuple[State, tuple[Event, ...]]:
        rows = (*state.entries.values(), *state.removed.values())
        source_id = state.source_id
        past = Past(
            folder=self.folder,
            reader=self.reader,
            guide=guide,
            gates=self.rules.gates,
            before=Told(State(source_id=source_id, distrusted=state.distrusted)),
            after=Told(State(source_id=source_id, distrusted=state.distrusted)),
            wanted=frozenset(row.location.capture_id for row in rows),
        )
        earlier = [Moment(visit.at, visit, facts) for visit, facts in self._earlier_visits()]
        new = [Moment(visit.at, visit, self.facts, is_new=True) for visit in older]
        past.tell(in_time([*self.moments, *earlier, *new]))
        begun = self.facts.begun
        return put_right(
            state, past.before, past.after, self.rules.gates,
            run_id=begun.run_id, at=begun.logical_at, extractor_version=begun.extractor_version,
        )  # fmt: skip

    def _go_on(
        self, state: State, visits: Sequence[Visit], guide: Guide
    ) -> tuple[State, tuple[Event, ...], dict[str, PageObservation]]:
        """Visits after the last look, folded in order; what they change is told with the cause `backfill`."""
        before, events = state, list[Event]()
        observations: dict[str, PageObservation] = {}
        for visit in visits:
            observation = guide.observe(state, visit, self.facts)
            if not observation.answers:
                continue
            result = step(state, observation, open_gates(self.rules.gates))
            state = replace(result.state, held_run_id=before.held_run_id)
            events += result.events
            observations.update((item.page_id, item) for item in result.observations)
        return _late(before, state), tuple(as_backfill(events, self._draft(state))), observations

    def _looked_at(self, visits: Sequence[Visit], guide: Guide, state: State) -> dict[str, PageObservation]:
        """What the visits that put the past right saw, the last of each page."""
        nothing = State(source_id=state.source_id)
        told: dict[str, PageObservation] = {}
        for visit in visits:
            observation = guide.observe(state, visit, self.facts)
            if observation.answers:
                result = step(nothing, observation, open_gates(self.rules.gates))
                told.update((item.page_id, item) for item in result.observations)
        return told

    def _ended(self) -> RunEnded:
        if self.facts.ended is None:
            raise AssertionError("only ended runs are folded")
        return self.facts.ended

    def _draft(self, state: State) -> Draft:
        begun = self.facts.begun
        return Draft.of(
            state, run_id=begun.run_id, at=begun.logical_at, extractor_version=begun.extractor_version,
            cause=Cause.BACKFILL, gates=self.rules.gates,
        )  # fmt: skip

    def _folded(
        self, before: State, after: State, events: tuple[Event, ...], observations: dict[str, PageObservation]
    ) -> Folded:
        begun = self.facts.begun
        pages = {
            key: page if before.pages.get(key) == page else unseen_since(page, begun.logical_at, self.rules.gates)
            for key, page in after.pages.items()
        }
        after = replace(
            assign_state(before, replace(after, pages=pages), self.rules.lookups),
            folded_seq=self.sequence,
            last_run_id=begun.run_id,
            extractor_version=begun.extractor_version,
            rules_sha256=begun.rules_sha256,
        )
        changed = bool(events) or (after.entries, after.removed, after.pages) != (
            before.entries, before.removed, before.pages,
        )  # fmt: skip
        told = tuple(observations[key] for key in sorted(observations))
        is_something = any(item.verdict.is_complete for item in told)
        result = Step(
            state=after,
            events=events,
            observations=told,
            result=RunResult.SUCCESS if changed else RunResult.UNCHANGED if is_something else RunResult.FAILED,
            released=is_something,
            reasons=() if is_something else ("no capture shows a page of the source",),
        )
        return Folded(
            state=after,
            row=run_row(RunObservation(run=begun, ended=self._ended()), result, after),
            events=events,
            observations=told,
            captures=tuple(self.facts.captures),
            released=is_something,
            content_hashes={},
        )


def _late(before: State, after: State) -> State:
    """Rows that changed in late captures say so."""

    def told(row: EntryRow) -> EntryRow:
        known = before.entries.get(row.entry_id) or before.removed.get(row.entry_id)
        same = known is not None and known.last_changed_at == row.last_changed_at
        return row if same else replace(row, last_change_cause=Cause.BACKFILL)

    if before is after:
        return after
    return replace(
        after,
        entries={key: told(row) for key, row in after.entries.items()},
        removed={key: told(row) for key, row in after.removed.items()},
    )
