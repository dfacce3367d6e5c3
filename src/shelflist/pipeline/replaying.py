"""Replay: `data/clean` derived again from `data/raw` alone, in a folder beside it that takes its place at the end."""

import shutil
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

from shelflist.errors import LedgerError
from shelflist.fetch.ports import Progress
from shelflist.models.track import State
from shelflist.models.web import Epoch
from shelflist.pipeline.folding import fold_pending, state_before
from shelflist.pipeline.outcome import Outcome
from shelflist.pipeline.place import Workplace, put_aside
from shelflist.publish.checks import carry_checks
from shelflist.publish.index import pruned_versions
from shelflist.publish.prune import prune_snapshots
from shelflist.publish.snapshot import flip
from shelflist.publish.upkeep import carry_over, problems_of_latest
from shelflist.settings import EXTRACTOR_VERSION, RUN_ID_FORMAT
from shelflist.sources import load_source


def make_again(place: Workplace, progress: Progress) -> Outcome:
    """Derive all of `data/clean` of the source, and put it in the place of what is there."""
    target = beside(place, "replay")
    try:
        outcome = rebuild(place, target, progress)
        swap(place, target)
    finally:
        shutil.rmtree(target, ignore_errors=True)
    return _moved(outcome, target, place.clean)


def mend(place: Workplace, state: State, progress: Progress) -> None:
    """Make what is damaged again by the reading that it came from, so that another reading can follow it.

    That is possible only by the same code; what another version has read has to come from a backup.
    """
    if state.extractor_version == EXTRACTOR_VERSION and problems_of_latest(place.clean):
        rules = load_source(place.raw / "rules" / f"{state.rules_sha256}.toml")
        make_again(replace(place, loaded=rules), progress)


def _moved(outcome: Outcome, target: Path, clean: Path) -> Outcome:
    """The outcome with its paths where the files are now."""

    def now_at(path: Path | None) -> Path | None:
        return clean / path.relative_to(target) if path else None

    return replace(outcome, snapshot=now_at(outcome.snapshot), report=now_at(outcome.report))


def rebuild(place: Workplace, target: Path, progress: Progress) -> Outcome:
    """Fold the whole ledger, from its last epoch on, into the empty folder `target`.

    Releases from before that epoch cannot be derived by today's reading; they are carried over as they are.
    Raises LedgerError, TableError.
    """
    history = place.history()
    if not history.runs:
        raise LedgerError(f"{place.raw}: no ended run in the ledger, expected at least one to replay")
    target.mkdir(parents=True)
    if history.last_epoch is not None:
        _carry_over(place, target, history.last_epoch)
    outcome = fold_pending(replace(place, clean=target, anew=True), progress)
    prune_snapshots(target, pruned_versions(place.clean))  # what was removed to free space does not come back
    return outcome


def _carry_over(place: Workplace, target: Path, epoch: Epoch) -> None:
    """What was released before the epoch, as far as it is still there, and the runs that released nothing."""
    version = state_before(place, epoch).last_version
    last_run = (epoch.began_at - timedelta(seconds=1)).strftime(RUN_ID_FORMAT)
    carry_checks(place.clean, target, up_to=last_run)
    if version is not None and (place.clean / "snapshots" / version).is_dir():
        carry_over(place.clean, target, up_to=version, runs_up_to=last_run)
        flip(target, version)
        return
    for folder in sorted((place.clean / "runs").glob("*T*Z")):
        if folder.name <= last_run:
            shutil.copytree(folder, target / "runs" / folder.name)


def swap(place: Workplace, target: Path) -> None:
    """Put the rebuilt folder in the place of the old one; a crash on the way is undone when work next begins."""
    old = put_aside(place.clean)
    shutil.rmtree(old, ignore_errors=True)
    if place.clean.exists():
        place.clean.replace(old)
    target.replace(place.clean)
    shutil.rmtree(old, ignore_errors=True)


def beside(place: Workplace, purpose: str) -> Path:
    """An empty place beside the source's clean folder, on the same file system; leftovers are removed."""
    target = place.clean.with_name(f".{place.clean.name}.{purpose}")
    shutil.rmtree(target, ignore_errors=True)
    return target
