"""Which snapshot a person means by a version, a date, a word or a folder; one that was pruned is made again."""

from pathlib import Path

from shelflist.errors import SnapshotError
from shelflist.publish.read import as_version, versions
from shelflist.publish.restoring import restore
from shelflist.publish.snapshot import existing_snapshot, snapshot_versions
from shelflist.publish.words import there_is

LATEST, PREVIOUS = "latest", "previous"
_NAMED = 10  # so many versions an error names, the newest


def latest_snapshot(clean: Path) -> Path:
    """Raises SnapshotError when there is none."""
    return existing_snapshot(clean, _versions(clean)[-1])


def previous_snapshot(clean: Path, room: Path) -> Path:
    """The last but one; made again under `room` if it was pruned. Raises SnapshotError where there is none."""
    known = _versions(clean)
    if len(known) < 2:
        raise SnapshotError(f"{clean}: there is one snapshot only, {known[0]}; nothing to compare it with")
    return _there(clean, known[-2], room)


def snapshot_folder(clean: Path, name: str, room: Path) -> Path:
    """`name` is latest, previous, a version, a run, a date or time (the newest snapshot not after it), or a folder.

    A date means the end of that day, UTC. A folder of such a name is meant by ``./name`` only. A snapshot that was
    pruned is made again under `room`. Raises SnapshotError, which says what there is.
    """
    if name in (LATEST, PREVIOUS):
        return latest_snapshot(clean) if name == LATEST else previous_snapshot(clean, room)
    bound = _bound(name)
    if bound is None:
        return _folder(clean, name)
    known = _versions(clean)
    before = [version for version in known if version <= bound]
    if not before:
        raise SnapshotError(f"no snapshot on or before {name}; the first is {known[0]}")
    return _there(clean, before[-1], room)


def _bound(name: str) -> str | None:
    """The last version that a name can mean, if it is a version or a time."""
    try:
        return as_version(name)
    except SnapshotError:
        return None


def _there(clean: Path, version: str, room: Path) -> Path:
    """Where a pruned snapshot cannot be made again, the error names its neighbours, which can be compared."""
    there = snapshot_versions(clean)
    if version in there:
        return existing_snapshot(clean, version)
    try:
        return restore(clean, version, room)
    except SnapshotError as error:
        near = [*[one for one in there if one < version][-1:], *[one for one in there if one > version][:1]]
        raise SnapshotError(
            f"the snapshot {version} was pruned and cannot be made again ({error}); "
            f"the nearest that are there: {', '.join(near) or 'none'}"
        ) from error


def _versions(clean: Path) -> list[str]:
    known = versions(clean)
    if not known:
        raise SnapshotError(f"{clean}: no snapshot has been published yet")
    return known


def _folder(clean: Path, name: str) -> Path:
    folder = Path(name)
    if folder.is_dir():
        return folder.resolve()
    if "/" in name:
        raise SnapshotError(f"{folder}: no such folder")
    known = _versions(clean)[-_NAMED:]
    raise SnapshotError(
        f"found {name!r:.80}, expected a version, a date like 2026-11-03, latest, previous or a folder; "
        f"{there_is(known)}"
    )
