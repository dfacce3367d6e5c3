"""Upkeep of what is published: carrying releases over into a rebuilt folder, checking files against their hashes."""

import hashlib
from pathlib import Path

from shelflist.archive.durable import make_folder
from shelflist.errors import SnapshotError
from shelflist.publish.compare import compare
from shelflist.publish.delta_files import apply_delta, delta_file, read_delta, table_of
from shelflist.publish.folder import whole_folder
from shelflist.publish.held import unreadable
from shelflist.publish.index import (
    Entry,
    fill_index,
    index_entry,
    keep_index,
    newest_entry,
    read_index,
    table_hashes,
    write_index,
)
from shelflist.publish.sharing import link_or_copy
from shelflist.publish.snapshot import latest_version, snapshot_versions
from shelflist.tables.columns import table_named


def carry_over(clean_dir: Path, target: Path, *, up_to: str, runs_up_to: str | None = None) -> None:
    """Copy the snapshots up to a version, history, deltas, index and the run folders into `target`, as they are.

    `runs_up_to` is the last run to copy, where that is later than `up_to`. Raises SnapshotError if there is no such
    version.
    """
    versions = [version for version in snapshot_versions(clean_dir) if version <= up_to]
    if up_to not in versions:
        raise SnapshotError(f"{clean_dir}: no snapshot {up_to}, expected one to carry over")
    for version in versions:
        _copy(clean_dir / "snapshots" / version, target / "snapshots" / version)
    for folder in sorted((clean_dir / "runs").glob("*T*Z")):
        if folder.name <= (runs_up_to or up_to):
            _copy(folder, target / "runs" / folder.name)
    for folder_name in ("history", "deltas"):
        _copy_files(clean_dir / folder_name, target / folder_name, up_to=up_to)
    keep_index(clean_dir, target, up_to=up_to)
    fill_index(target, versions)
    write_index(target, up_to=up_to)


def verify_snapshots(clean_dir: Path) -> list[str]:
    """One sentence for every fault of what is published: files, hashes, index, pointer, and counted differences.

    Tables of runs have no hashes: they are derived again, but for those from before an epoch, which must be readable.
    """
    versions = snapshot_versions(clean_dir)
    problems = [problem for version in versions for problem in _file_problems(clean_dir / "snapshots" / version)]
    problems += _pointer_problems(clean_dir, versions)
    problems += filter(None, map(unreadable, sorted(clean_dir.glob("runs/*T*Z/*.parquet"))))
    return problems or _index_problems(clean_dir, versions)


def problems_of_latest(clean_dir: Path) -> list[str]:
    """One sentence for every file of the latest snapshot that is not as it was published."""
    latest = latest_version(clean_dir)
    folder = clean_dir / "snapshots" / (latest or "")
    return _file_problems(folder) if latest is not None and folder.is_dir() else []


def _copy(folder: Path, target: Path) -> None:
    with whole_folder(target) as passing:
        for file in sorted(folder.iterdir()):
            link_or_copy(file, passing / file.name)


def _copy_files(folder: Path, target: Path, *, up_to: str) -> None:
    """The files of versions up to one."""
    for file in sorted(folder.glob("*T*Z.*")):
        if file.name.partition(".")[0] <= up_to:
            make_folder(target)
            link_or_copy(file, target / file.name)


def _file_problems(snapshot: Path) -> list[str]:
    try:
        tables = index_entry(snapshot)["tables"]
    except SnapshotError as error:
        return [str(error)]
    expected = {name: file for table in tables.values() for name, file in table["files"].items()}
    extra = {path.name for path in snapshot.iterdir()} - set(expected) - {"datapackage.json"}
    problems = [f"{snapshot / name}: not a file of this snapshot" for name in sorted(extra)]
    return problems + [problem for name, file in expected.items() for problem in _file_problem(snapshot / name, file)]


def _file_problem(path: Path, expected: Entry) -> list[str]:
    if not path.is_file():
        return [f"{path}: missing"]
    with path.open("rb") as file:
        found = f"sha256:{hashlib.file_digest(file, 'sha256').hexdigest()}"
    return [] if found == expected["hash"] else [f"{path}: found {found}, expected {expected['hash']}"]


def _pointer_problems(clean_dir: Path, versions: list[str]) -> list[str]:
    latest = latest_version(clean_dir)
    if latest is None:
        return [f"{clean_dir / 'latest'}: missing, expected a link to one of {', '.join(versions)}"] if versions else []
    if latest not in versions:
        return [f"{clean_dir / 'latest'}: points to {latest}, which is no snapshot"]
    return [f"{clean_dir / 'snapshots' / one}: newer than latest" for one in versions if one > latest]


def _index_problems(clean_dir: Path, versions: list[str]) -> list[str]:
    """The index says of every snapshot what the snapshot says, and that is what a comparison finds."""
    try:
        listed, newest = read_index(clean_dir), newest_entry(clean_dir)
    except SnapshotError as error:
        return [str(error)]
    folder = clean_dir / "index"
    kept = [one for one in listed if not one.get("pruned")]
    if [one["version"] for one in kept] != versions:
        return [f"{folder}: lists {', '.join(one['version'] for one in kept)}, expected {', '.join(versions)}"]
    if newest != (listed[-1] if listed else None):
        return [f"{clean_dir / 'index.json'}: says another thing than the newest entry of {folder}"]
    problems = [problem for one in listed for problem in _problems_beside(clean_dir, one)]
    for one in kept:
        snapshot = clean_dir / "snapshots" / one["version"]
        if one != index_entry(snapshot):
            problems.append(f"{folder}: {one['version']}: differs from the snapshot's datapackage.json")
        problems += _delta_problems(snapshot, one["delta"])
    return problems


def _problems_beside(clean_dir: Path, entry: Entry) -> list[str]:
    """Faults of the history and the delta of a version; those of a pruned one are still there."""
    files = entry.get("files", {}).items()
    return [problem for name, file in files for problem in _file_problem(clean_dir / name, file)]


def _delta_problems(snapshot: Path, delta: Entry) -> list[str]:
    """The difference is as counted, and the delta makes of the snapshot before the tables of this one, by hash."""
    if delta["from"] is None or not snapshot.with_name(delta["from"]).is_dir():
        return []
    base = snapshot.with_name(delta["from"])
    counted = {name: count for name, count in delta.items() if name not in ("from", "to")}
    found = compare(base, snapshot).counts
    problems = [] if found == counted else [f"{snapshot}: differs from {base.name} by {found}, expected {counted}"]
    return problems + _unapplicable(base, snapshot)


def _unapplicable(base: Path, snapshot: Path) -> list[str]:
    file = delta_file(snapshot.parent.parent, snapshot.name)
    if not file.is_file():
        return []  # of a Shelflist that wrote none
    try:
        delta = read_delta(file)
        apply_delta({name: table_of(base, table_named(name)) for name in delta.hashes}, delta)
    except SnapshotError as error:
        return [f"{file}: {error}"]
    known, wanted = table_hashes(base), table_hashes(snapshot)
    left = sorted(name for name in wanted if known.get(name) != wanted[name] and name not in delta.hashes)
    return [f"{file}: says nothing of {', '.join(left)}"] if left else []
