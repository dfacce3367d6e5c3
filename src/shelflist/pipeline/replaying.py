"""Replay: `data/clean` derived again from `data/raw` alone, in a folder beside it that takes its place at the end."""

import shutil
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

from shelflist.errors import LedgerError
from shelflist.fetch.ports import Progress
from shelflist.pipeline.folding import current_state, fold_pending
from shelflist.pipeline.history import read_history
from shelflist.pipeline.outcome import Outcome
from shelflist.pipeline.place import Workplace
from shelflist.publish import carry_over, flip
from shelflist.settings import RUN_ID_FORMAT


def rebuild(place: Workplace, target: Path, progress: Progress) -> Outcome:
    """Fold the whole ledger, from its last epoch on, into the empty folder `target`.

    Releases from before that epoch cannot be derived by today's reading; they are carried over as they are.
    Raises LedgerError, TableError.
    """
    history = read_history(place.raw)
    if not history.runs:
        raise LedgerError(f"{place.raw}: no ended run in the ledger, expected at least one to replay")
    there = replace(place, clean=target)
    target.mkdir(parents=True)
    before = current_state(there).last_version
    if before is not None and history.last_epoch is not None:
        last_run = (history.last_epoch.began_at - timedelta(seconds=1)).strftime(RUN_ID_FORMAT)
        carry_over(place.clean, target, up_to=before, runs_up_to=last_run)
        flip(target, before)
    return fold_pending(there, progress)


def swap(place: Workplace, target: Path) -> None:
    """Put the rebuilt folder in the place of the old one."""
    old = place.clean.with_name(f".{place.clean.name}.old")
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
