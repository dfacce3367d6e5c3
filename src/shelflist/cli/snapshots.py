"""Which snapshot a person means by a version, a date or a folder."""

import re
from pathlib import Path

from shelflist.cli.options import instant
from shelflist.errors import SnapshotError, UsageError
from shelflist.publish.read import versions
from shelflist.settings import RUN_ID_FORMAT

_DATE = re.compile(r"\d{4}-\d\d-\d\d")


def latest_snapshot(clean: Path) -> Path:
    """Raises SnapshotError when there is none."""
    return _folder(clean, _versions(clean)[-1])


def previous_snapshot(clean: Path) -> Path:
    """The last but one. Raises SnapshotError when there are fewer than two."""
    known = _versions(clean)
    if len(known) < 2:
        raise SnapshotError(f"{clean}: there is one snapshot only ({known[0]}); nothing to compare it with")
    return _folder(clean, known[-2])


def snapshot_folder(clean: Path, name: str) -> Path:
    """`name` is a version, a date or time (the newest snapshot not after it), or a folder.

    A date means the end of that day, UTC. Raises SnapshotError, which says what there is.
    """
    if "/" in name or name in (".", "..") or Path(name).is_dir():
        return _existing(Path(name))
    known = _versions(clean)
    if name in known:
        return _folder(clean, name)
    end = _end_of(name, known)
    before = [version for version in known if version <= end]
    if not before:
        raise SnapshotError(f"no snapshot on or before {name}; the first is {known[0]}")
    return _folder(clean, before[-1])


def _end_of(name: str, known: list[str]) -> str:
    """The last moment that a date or time stands for, written as a version."""
    try:
        at = instant(f"{name}T23:59:59Z" if _DATE.fullmatch(name) else name, "snapshot")
    except UsageError as error:
        raise SnapshotError(f"no snapshot {name!r}; there are {', '.join(known)}") from error
    return at.strftime(RUN_ID_FORMAT)


def _versions(clean: Path) -> list[str]:
    known = sorted(versions(clean))
    if not known:
        raise SnapshotError(f"{clean}: no snapshot has been published yet")
    return known


def _folder(clean: Path, version: str) -> Path:
    return clean / "snapshots" / version


def _existing(folder: Path) -> Path:
    if not folder.is_dir():
        raise SnapshotError(f"{folder}: no such folder")
    return folder
