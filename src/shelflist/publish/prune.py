"""Old snapshots removed to free space. Their history, deltas and table hashes stay, and so do all runs."""

from collections import Counter
from collections.abc import Collection, Iterable
from pathlib import Path

from shelflist.publish.folder import remove_folders
from shelflist.publish.index import fill_index, mark_pruned
from shelflist.publish.past import complete_history
from shelflist.publish.snapshot import latest_version, snapshot_versions


def prunable(clean_dir: Path, *, keep: int, needed: Collection[str] = ()) -> list[str]:
    """Snapshots that may go, oldest first: accepted, neither among the newest `keep` (at least 1) nor `needed`."""
    latest = latest_version(clean_dir)
    accepted = [version for version in snapshot_versions(clean_dir) if latest is not None and version <= latest]
    return [version for version in accepted[: -max(keep, 1)] if version not in needed]


def prune_snapshots(clean_dir: Path, versions: Collection[str]) -> None:
    """Remove these snapshots, after the index says so; the next prune finishes one that was killed.

    Raises SnapshotError.
    """
    latest = latest_version(clean_dir)
    going = [version for version in snapshot_versions(clean_dir) if version in versions and version != latest]
    if not going or latest is None:
        return
    complete_history(clean_dir, up_to=latest)
    fill_index(clean_dir, going)
    mark_pruned(clean_dir, going)
    remove_folders(clean_dir / "snapshots", going)


def freed_bytes(clean_dir: Path, versions: Iterable[str]) -> int:
    """What the removal of these snapshots gives back to the disk: files with no other name."""
    files = [path for version in versions for path in (clean_dir / "snapshots" / version).iterdir()]
    known = {path.stat().st_ino: path.stat() for path in files}
    names = Counter(path.stat().st_ino for path in files)
    return sum(held.st_size for inode, held in known.items() if held.st_nlink == names[inode])
