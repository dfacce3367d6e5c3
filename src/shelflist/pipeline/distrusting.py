"""Folding a person's word that a capture is not to be believed: the past told with it and without it (`timeline`)."""

from collections.abc import Sequence
from dataclasses import replace

from shelflist.authority import assign_state
from shelflist.hindsight.backfill import Told
from shelflist.hindsight.distrust import tell_again
from shelflist.models.track import State
from shelflist.models.vocabulary import RunKind, RunResult
from shelflist.models.web import Decision
from shelflist.pipeline.history import RunFacts
from shelflist.pipeline.place import rules_of
from shelflist.pipeline.run_rows import row_without_run
from shelflist.pipeline.timeline import Moment, Past, in_time, units_before
from shelflist.pipeline.units import Folded, Folder
from shelflist.pipeline.visits import Guide, is_import, visits_of
from shelflist.settings import RUN_ID_FORMAT
from shelflist.track import Step


def fold_distrust(folder: Folder, state: State, sequence: int, decision: Decision) -> Folded | None:
    """What rested on the capture told again from those before and after; None if it is distrusted already."""
    capture_id = decision.subject or ""
    if capture_id not in folder.history.captures or capture_id in state.distrusted:
        return None
    gates = rules_of(folder.place, state.rules_sha256).gates
    distrusted = state.distrusted | {capture_id}
    past = _told(folder, state, sequence, distrusted)
    run_id = decision.decided_at.strftime(RUN_ID_FORMAT)
    after, events = tell_again(
        state, past.before, past.after, gates,
        run_id=run_id, at=decision.decided_at, extractor_version=state.extractor_version,
    )  # fmt: skip
    after = assign_state(state, after, rules_of(folder.place, state.rules_sha256).lookups)
    after = replace(after, folded_seq=sequence, distrusted=distrusted)
    result = Step(state=after, events=events, observations=(), result=RunResult.SUCCESS, released=True)
    return Folded(
        state=after,
        row=row_without_run(run_id, decision.decided_at, result, RunKind.DECISION),
        events=events,
        observations=(),
        captures=(),
        released=True,
        content_hashes={},
    )


def imports_before(folder: Folder, sequence: int) -> Sequence[RunFacts]:
    """The imports of the ledger before a line of it."""
    units = (unit for number, unit in folder.history.units if number < sequence)
    return [unit for unit in units if isinstance(unit, RunFacts) and is_import(unit)]


def _told(folder: Folder, state: State, sequence: int, distrusted: frozenset[str]) -> Past:
    """Both tellings, by the reading of the state."""
    place, source_id = folder.place, state.source_id
    reader = folder.reader(state.rules_sha256)
    imports = imports_before(folder, sequence)
    rows = (*state.entries.values(), *state.removed.values())
    past = Past(
        folder=folder,
        reader=reader,
        guide=Guide.of(state, place, reader, [capture for unit in imports for capture in unit.captures]),
        gates=reader.source.gates,
        before=Told(State(source_id=source_id, distrusted=state.distrusted)),
        after=Told(State(source_id=source_id, distrusted=distrusted)),
        wanted=frozenset(row.location.capture_id for row in rows),
    )
    units = units_before(folder, sequence, rules_sha256=state.rules_sha256, extractor_version=state.extractor_version)
    moments = [
        Moment(unit.begun.logical_at if isinstance(unit, RunFacts) else unit.decided_at, unit)
        for unit in units
        if not (isinstance(unit, RunFacts) and is_import(unit))
    ]
    moments += [Moment(visit.at, visit, unit) for unit in imports for visit in visits_of(unit.captures)]
    past.tell(in_time(moments))
    return past
