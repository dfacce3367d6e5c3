"""Folding what the ledger holds beyond the state, unit by unit, each published before the next.

The order on disk makes a crash harmless: snapshot, run folder, state, and `latest` last. Whatever a killed process
left half done is done again from the ledger, with the same bytes.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

from shelflist.errors import LedgerError
from shelflist.fetch.ports import Progress
from shelflist.models.track import Event, PageObservation, RunRow, State
from shelflist.models.vocabulary import RunResult
from shelflist.models.web import Decision, Epoch
from shelflist.pipeline.backfilling import fold_unit
from shelflist.pipeline.corrections_told import problems
from shelflist.pipeline.history import CheckFacts, History, RunFacts, Unit
from shelflist.pipeline.looks import forget_looks
from shelflist.pipeline.names_unused import unused_names
from shelflist.pipeline.outcome import Outcome
from shelflist.pipeline.place import Workplace, rules_of
from shelflist.pipeline.stored_state import read_state
from shelflist.pipeline.units import Folded, Folder
from shelflist.pipeline.visits import is_import
from shelflist.publish.checks import write_check
from shelflist.publish.record import RunRecord
from shelflist.publish.reusable import reusable_tables, written_of
from shelflist.publish.runs import mark_distrusted, run_folder, write_run
from shelflist.publish.snapshot import flip, latest_version, publish, same_as_latest
from shelflist.settings import RUN_ID_FORMAT
from shelflist.tables.build import check_table, have_same_tables, snapshot_tables
from shelflist.tables.taken_over import Made
from shelflist.track.targets import fold_check


def current_state(place: Workplace) -> State:
    """The state as stored; without one, that from before the last epoch, or the empty one. Raises LedgerError."""
    if place.state_file.exists():
        return place.known.state.read(place.state_file)
    epoch = place.history().last_epoch
    if epoch is None:
        return State(source_id=place.source.name)
    state = state_before(place, epoch)
    if state.last_version is not None and not (place.clean / "snapshots" / state.last_version).is_dir():
        state = replace(state, last_version=None)  # data/clean was lost: the releases before the epoch went with it
    return state


def state_before(place: Workplace, epoch: Epoch) -> State:
    """What the reading before the epoch had come to. Raises LedgerError."""
    file = place.raw / epoch.state_file
    if not file.is_file():
        raise LedgerError(f"{file}: missing, expected the state from before the epoch {epoch.epoch_id}")
    return read_state(file)


def fold_pending(place: Workplace, progress: Progress) -> Outcome:
    """Fold every unit of the ledger that the state does not hold yet. Raises LedgerError, TableError."""
    state = current_state(place)
    history = place.recent(state)
    if is_past_asked := not all(_is_of_a_night(unit) for _, unit in history.after(state.folded_seq)):
        history = place.history()
    _must_know_release(place, history)
    if state.last_version and latest_version(place.clean) != state.last_version:
        flip(place.clean, state.last_version)  # a crash came between the state and the flip
    pending = history.after(state.folded_seq)
    progress.stage("fold", len(pending))
    runs: list[RunRow] = []
    done: list[Folded] = []
    folder = Folder(place, history)
    is_stored = True
    for sequence, unit in pending:
        before = state.last_version
        if isinstance(unit, CheckFacts):
            state = _take_check(place, history, state, sequence, unit)
        elif (folded := fold_unit(folder, state, sequence, unit)) is None:
            state = replace(state, folded_seq=sequence)
        else:
            state, row = _release(place, history, state, folded)
            runs.append(row)
            done.append(folded)
            if isinstance(unit, Decision) and unit.kind == "distrust" and unit.subject:
                mark_distrusted(place.clean, history.captures[unit.subject].run_id, unit.subject)
        is_stored = state.last_version != before
        progress.advance(runs[-1].run_id if runs else "")
    if not is_stored:
        place.known.state.write(place.state_file, state)
    if history.units:
        place.keep_recent(history, state, anew=is_past_asked)
    _forget_old_looks(place, history, state)
    return _outcome(place, runs, done)


def _is_of_a_night(unit: Unit) -> bool:
    """What it comes to follows from the state and itself; the others look at what was long before."""
    return isinstance(unit, CheckFacts) or (isinstance(unit, RunFacts) and not is_import(unit))


def _must_know_release(place: Workplace, history: History) -> None:
    """Tables without the ledger they came from: everything would be called new, so nothing is."""
    version = latest_version(place.clean)
    if version is not None and version not in history.versions and version not in place.history().versions:
        raise LedgerError(
            f"{place.raw / 'ledger.jsonl'}: no run {version}, which {place.clean / 'latest'} was published from; "
            "expected the ledger that the snapshots came from (restore data/raw, or remove data/clean as well)"
        )


def _release(place: Workplace, history: History, before: State, folded: Folded) -> tuple[State, RunRow]:
    """Put one folded unit on disk; returns the state and the row as published."""
    after = replace(folded.state, last_version=before.last_version)
    if folded.released and not _is_published(history, before, after):
        after = _publish_if_other(place, history, (before, after), folded.row.run_id, folded.events)
    row = replace(folded.row, data_version=after.last_version, previous_version=before.last_version)
    if row.result is RunResult.UNCHANGED and after.last_version != before.last_version:
        row = replace(row, result=RunResult.SUCCESS)  # no event, but a page's prose or its date: other tables
    rules = rules_of(place, row.rules_sha256)
    write_run(
        place.clean,
        RunRecord(
            run=row,
            observations=folded.observations,
            events=folded.events,
            captures=folded.captures,
            pages=after.pages,
            problems=(*folded.problems, *problems(after), *unused_names(after.authority, rules.lookups)),
            title=rules.title,
            content_hashes=folded.content_hashes,
        ),
    )
    if after.last_version and after.last_version != before.last_version:
        place.known.state.write(place.state_file, after)  # other nights wait for the last: they are soon folded again
        flip(place.clean, after.last_version)
    return after, row


def _take_check(place: Workplace, history: History, state: State, sequence: int, check: CheckFacts) -> State:
    """What a check of the linked documents found. It is no run: no entry changes by it, and no verdict rests on it."""
    version = check.at.strftime(RUN_ID_FORMAT)
    confirm = timedelta(hours=rules_of(place, state.rules_sha256).gates.missing_confirm_hours)
    targets = fold_check(state.targets, check.checked, confirm=confirm)
    after = replace(state, targets=targets, folded_seq=sequence)
    if after.last_version is not None and targets != state.targets:
        after = _publish_if_other(place, history, (state, after), version, ())
    write_check(place.clean, version, check_table(check.checked))
    if after.last_version != state.last_version and after.last_version:
        place.known.state.write(place.state_file, after)
        flip(place.clean, after.last_version)
    return after


def _publish_if_other(
    place: Workplace, history: History, states: tuple[State, State], version: str, events: Sequence[Event]
) -> State:
    """Publish the tables of the later state as `version`, if they are not those of its last version; `latest` stays."""
    before, after = states
    reusable = None if place.anew or before.last_version is None else reusable_tables(place.clean, before.last_version)
    made = Made(before, reusable.tables) if reusable else None
    tables = snapshot_tables(after, decisions=_decisions(history, after.folded_seq), made=made)
    written = written_of(tables, reusable)
    if same_as_latest(place.clean, tables, after.last_version, hashes=written.hashes):
        return after
    publish(
        place.clean,
        version,
        tables,
        source=place.source,
        previous=after.last_version,
        events=events,
        reusable=reusable,
        written=written,
    )
    return replace(after, last_version=version)


def _decisions(history: History, up_to: int) -> list[Decision]:
    return [unit for sequence, unit in history.units if isinstance(unit, Decision) and sequence <= up_to]


def _is_published(history: History, before: State, after: State) -> bool:
    """The tables of the latest version are those of this state too, seen without making them."""
    is_decided = any(before.folded_seq < sequence <= after.folded_seq and isinstance(unit, Decision)
                     for sequence, unit in history.after(before.folded_seq))  # fmt: skip
    return before.last_version is not None and not is_decided and have_same_tables(before, after)


def _forget_old_looks(place: Workplace, history: History, state: State) -> None:
    """What the pages' captures were read as is kept: the next ones are often the same."""
    ids = (capture_id for page in state.pages.values() for capture_id in page.capture_ids)
    forget_looks(place.readings, [history.captures[one] for one in ids if one in history.captures])


def _outcome(place: Workplace, runs: Sequence[RunRow], done: Sequence[Folded]) -> Outcome:
    observations: tuple[PageObservation, ...] = done[-1].observations if done else ()
    version = latest_version(place.clean)
    return Outcome(
        runs=tuple(runs),
        events=tuple(event for folded in done for event in folded.events),
        observations=observations,
        snapshot=place.clean / "snapshots" / version if version else None,
        report=_report(place, runs),
    )


def _report(place: Workplace, runs: Sequence[RunRow]) -> Path | None:
    return run_folder(place.clean, runs[-1].run_id) / "report.md" if runs else None
