"""Which snapshot a person means by a version, a date or a folder."""

from pathlib import Path

from shelflist.errors import SnapshotError
from shelflist.publish.read import as_version, versions
from shelflist.publish.snapshot import existing_snapshot


def latest_snapshot(clean: Path) -> Path:
    """Raises SnapshotError when there is none."""
    return existing_snapshot(clean, _versions(clean)[-1])


def previous_snapshot(clean: Path) -> Path:
    """The last but one. Raises SnapshotError when there are fewer than two."""
    known = _versions(clean)
    if len(known) < 2:
        raise SnapshotError(f"{clean}: there is one snapshot only, {known[0]}; nothing to compare it with")
    return existing_snapshot(clean, known[-2])


def snapshot_folder(clean: Path, name: str) -> Path:
    """`name` is a version, a date or time (the newest snapshot not after it), or a folder.

    A date means the end of that day, UTC. Raises SnapshotError, which says what there is.
    """
    if "/" in name or Path(name).is_dir():
        return _existing(Path(name))
    known = _versions(clean)
    if name in known:
        return existing_snapshot(clean, name)
    before = [version for version in known if version <= _bound(name, known)]
    if not before:
        raise SnapshotError(f"no snapshot on or before {name}; the first is {known[0]}")
    return existing_snapshot(clean, before[-1])


def _bound(name: str, known: list[str]) -> str:
    try:
        return as_version(name)
    except SnapshotError as error:
        raise SnapshotError(f"no snapshot {name!r}; there are {', '.join(known)}") from error


def _versions(clean: Path) -> list[str]:
    known = versions(clean)
    if not known:
        raise SnapshotError(f"{clean}: no snapshot has been published yet")
    return known


def _existing(folder: Path) -> Path:
    if not folder.is_dir():
        raise SnapshotError(f"{folder}: no such folder")
    return folder.resolve()
