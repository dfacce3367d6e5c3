"""Which old snapshots of a source may go, and their removal under the source's lock."""

from dataclasses import dataclass
from pathlib import Path

from shelflist.errors import UsageError
from shelflist.pipeline.folding import current_state, state_before
from shelflist.pipeline.place import Workplace, harvested, locate, must_be_harvested
from shelflist.publish.prune import freed_bytes, prunable, prune_snapshots
from shelflist.sources import LoadedSource


@dataclass(frozen=True, slots=True, kw_only=True)
class Pruned:
    """Versions removed, or to be removed, oldest first, and the bytes that this frees."""

    versions: tuple[str, ...]
    bytes: int
    is_done: bool


def prune(loaded: LoadedSource, data: Path, *, keep: int, is_dry: bool = False) -> Pruned:
    """Remove all but the newest `keep` snapshots and those that a fold or a replay still needs.

    Raises UsageError where `keep` is below 1; LedgerError, LockedError, SnapshotError.
    """
    if keep < 1:
        raise UsageError(f"found --keep {keep}, expected at least 1: the latest snapshot always stays")
    if is_dry:
        place = locate(loaded, data)
        must_be_harvested(place)
        versions = removable(place, keep)
        return Pruned(versions=versions, bytes=freed_bytes(place.clean, versions), is_done=False)
    with harvested(loaded, data) as place:
        return remove(place, removable(place, keep))


def removable(place: Workplace, keep: int) -> tuple[str, ...]:
    """Snapshots older than the newest `keep` that nothing needs, oldest first. Raises LedgerError.

    The fold compares with the release of its state, and a replay begins with that from before the last epoch.
    """
    epoch = place.history().last_epoch
    states = [current_state(place), *([state_before(place, epoch)] if epoch else [])]
    needed = {state.last_version for state in states if state.last_version is not None}
    return tuple(prunable(place.clean, keep=keep, needed=needed))


def remove(place: Workplace, versions: tuple[str, ...]) -> Pruned:
    """Remove these snapshots; the caller holds the lock. Raises SnapshotError."""
    freed = freed_bytes(place.clean, versions)
    prune_snapshots(place.clean, versions)
    return Pruned(versions=versions, bytes=freed, is_done=True)
