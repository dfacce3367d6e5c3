"""Replay: `data/clean` derived again from `data/raw` alone, in a folder beside it that takes its place at the end."""

import os
import shutil
from dataclasses import replace
from pathlib import Path

from shelflist.archive.durable import write_whole
from shelflist.errors import LedgerError
from shelflist.fetch.ports import Progress
from shelflist.models.track import State
from shelflist.models.web import Epoch
from shelflist.pipeline.folding import fold_pending
from shelflist.pipeline.history import History, read_history
from shelflist.pipeline.outcome import Outcome
from shelflist.pipeline.place import Workplace
from shelflist.publish import carry_over, flip
from shelflist.track import load_state


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
    start = _start(place, history)
    if start is not None:
        carry_over(place.clean, target, up_to=start.last_version)
        write_whole(there.state_file, _state_bytes(place, history))
        if start.last_version:
            flip(target, start.last_version)
    return fold_pending(there, progress)


def swap(place: Workplace, target: Path) -> None:
    """Put the rebuilt folder in the place of the old one."""
    old = place.clean.with_name(f".{place.clean.name}.old")
    shutil.rmtree(old, ignore_errors=True)
    if place.clean.exists():
        os.replace(place.clean, old)
    os.replace(target, place.clean)
    shutil.rmtree(old, ignore_errors=True)


def beside(place: Workplace, purpose: str) -> Path:
    """An empty place beside the source's clean folder, on the same file system; leftovers are removed."""
    target = place.clean.with_name(f".{place.clean.name}.{purpose}")
    shutil.rmtree(target, ignore_errors=True)
    return target


def _last_epoch(history: History) -> Epoch | None:
    epochs = [unit for _, unit in history.units if isinstance(unit, Epoch)]
    return epochs[-1] if epochs else None


def _state_bytes(place: Workplace, history: History) -> bytes:
    epoch = _last_epoch(history)
    if epoch is None:
        raise AssertionError("asked for the state of an epoch where there is none")
    file = place.raw / epoch.state_file
    if not file.is_file():
        raise LedgerError(f"{file}: missing, expected the state from before the epoch {epoch.epoch_id}")
    return file.read_bytes()


def _start(place: Workplace, history: History) -> State | None:
    """The state that the last epoch began with; None where the ledger has no epoch."""
    epoch = _last_epoch(history)
    return load_state(_state_bytes(place, history), epoch.state_file) if epoch else None
