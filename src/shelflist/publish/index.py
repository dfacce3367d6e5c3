"""The index: of every version its difference from the one before, its table hashes and its file checksums.

``<clean>/index/<version>.json`` is written once, with its snapshot, and ``<clean>/index.json`` says the same of the
newest version. Each names the version before it (`delta.from`), so that a night writes no more after ten years than
on the second day. A mirror needs nothing else: the files of a snapshot, or the deltas that lead to it, and the hashes
that must come out. A version whose snapshot was pruned stays, `pruned`, with its history, delta and table hashes.
"""

import hashlib
import json
from collections.abc import Collection
from contextlib import suppress
from pathlib import Path
from typing import Any

from shelflist.archive.durable import write_whole
from shelflist.errors import SnapshotError
from shelflist.publish.folder import json_bytes

Entry = dict[str, Any]
"""JSON that is handed through: version, delta, tables."""


def index_file(clean_dir: Path, version: str) -> Path:
    return clean_dir / "index" / f"{version}.json"


def write_index(clean_dir: Path, *, up_to: str) -> None:
    """Write the entry of a snapshot, and index.json as the same; then those that the snapshots before it lack."""
    entry = index_entry(clean_dir / "snapshots" / up_to)
    _write(clean_dir, entry)
    _show(clean_dir, entry)
    before = entry["delta"]["from"]
    if before is not None and not index_file(clean_dir, before).is_file():
        fill_index(clean_dir, [path.name for path in (clean_dir / "snapshots").glob("*T*Z") if path.name < up_to])


def fill_index(clean_dir: Path, versions: Collection[str]) -> None:
    """Write the entries that are missing or cannot be read, from the snapshots of these versions."""
    known = {one["version"] for one in _readable(clean_dir)}
    for version in sorted(set(versions) - known):
        _write(clean_dir, index_entry(clean_dir / "snapshots" / version))


def mark_pruned(clean_dir: Path, versions: Collection[str]) -> None:
    """Say in the index that the snapshots of these versions are no longer kept: their files go, their hashes stay."""
    for version in versions:
        _write(clean_dir, _without_files(_entry(index_file(clean_dir, version))))


def keep_index(clean_dir: Path, target: Path, *, up_to: str) -> None:
    """Copy the entries up to a version into the index of another folder, those of pruned snapshots with them."""
    kept = [one for one in _readable(clean_dir) if one["version"] <= up_to]
    for one in kept:
        _write(target, one)
    if kept:
        _show(target, kept[-1])


def reindex(clean_dir: Path) -> None:
    """Say of every version what its files are now; of pruned ones, what is left beside."""
    for one in read_index(clean_dir):
        version = one["version"]
        beside = _files(clean_dir, f"history/{version}.parquet", f"deltas/{version}.jsonl.gz")
        is_pruned = one.get("pruned", False)
        entry = {**one, "files": beside} if is_pruned else index_entry(clean_dir / "snapshots" / version)
        _write(clean_dir, entry)
        _show(clean_dir, entry)


def pruned_versions(clean_dir: Path) -> list[str]:
    """Versions whose snapshots were pruned, oldest first, as far as the index can be read."""
    return [one["version"] for one in _readable(clean_dir) if one.get("pruned")]


def is_pruned(clean_dir: Path, version: str) -> bool:
    """Whether the index says so of this version; not where it says nothing that can be read."""
    try:
        return version.isalnum() and bool(_entry(index_file(clean_dir, version)).get("pruned"))  # and never a path
    except SnapshotError:
        return False


def index_entry(snapshot: Path) -> Entry:
    """What the index says of one snapshot. Raises SnapshotError if its data package cannot be read."""
    package, tables = _package(snapshot)
    version = package["version"]
    delta = {"from": package["previous"], "to": version, **package["delta"]}
    beside = _files(snapshot.parent.parent, f"history/{version}.parquet", f"deltas/{version}.jsonl.gz")
    return {"version": version, "delta": delta, "files": beside, "tables": tables}


def table_hashes(snapshot: Path) -> dict[str, str]:
    """SHA-256 of the canonical CSV of each table of a snapshot. Raises SnapshotError as `index_entry`."""
    return {name: table["hash"] for name, table in _package(snapshot)[1].items()}


def file_hashes(snapshot: Path) -> dict[str, str]:
    """The checksums of the files of all tables of a snapshot, by name. Raises SnapshotError as `index_entry`."""
    tables = _package(snapshot)[1].values()
    return {name: file["hash"] for table in tables for name, file in table["files"].items()}


def read_index(clean_dir: Path) -> list[Entry]:
    """All entries, oldest first; none where there is no index. Raises SnapshotError."""
    return [_entry(file) for file in _entry_files(clean_dir)]


def newest_entry(clean_dir: Path) -> Entry | None:
    """What index.json says; None where there is no such file. Raises SnapshotError."""
    file = clean_dir / "index.json"
    return _entry(file) if file.exists() else None


def _entry_files(clean_dir: Path) -> list[Path]:
    return sorted((clean_dir / "index").glob("*T*Z.json"))


def _entry(file: Path) -> Entry:
    try:
        entry: Entry = json.loads(file.read_bytes())
        return {**entry, "version": str(entry["version"]), "delta": dict(entry["delta"])}
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise SnapshotError(f"{file}: not an entry of the index: {error}") from error


def _readable(clean_dir: Path) -> list[Entry]:
    """As `read_index`; a damaged file is as good as none, for it can be made again."""
    found: list[Entry] = []
    for file in _entry_files(clean_dir):
        with suppress(SnapshotError):
            found.append(_entry(file))
    return found


def _package(snapshot: Path) -> tuple[Entry, dict[str, Entry]]:
    """The data package with what the index takes from it, and its tables. Raises SnapshotError."""
    file = snapshot / "datapackage.json"
    try:
        package = json.loads(file.read_bytes())
        tables: dict[str, Entry] = {}
        for resource in package["resources"]:
            fresh = {"rows": resource["tableRows"], "hash": resource["tableHash"], "files": {}}
            table = tables.setdefault(resource["title"], fresh)
            table["files"][resource["path"]] = {"bytes": resource["bytes"], "hash": resource["hash"]}
        taken = {"version": package["version"], "previous": package["previous"], "delta": dict(package["delta"])}
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise SnapshotError(f"{file}: not the data package of a snapshot: {error}") from error
    return taken, tables


def _files(clean_dir: Path, *paths: str) -> Entry:
    """Size and checksum of the files beside the snapshots that belong to a version, by path."""
    there = {path: (clean_dir / path).read_bytes() for path in paths if (clean_dir / path).is_file()}
    return {
        path: {"bytes": len(content), "hash": f"sha256:{hashlib.sha256(content).hexdigest()}"}
        for path, content in there.items()
    }


def _without_files(entry: Entry) -> Entry:
    tables = {name: {"rows": one["rows"], "hash": one["hash"]} for name, one in entry["tables"].items()}
    return {**entry, "tables": tables, "pruned": True}


def _write(clean_dir: Path, entry: Entry) -> None:
    write_whole(index_file(clean_dir, entry["version"]), json_bytes(entry))


def _show(clean_dir: Path, entry: Entry) -> None:
    """Say of the newest version, under a name that is always the same, what its own file says."""
    write_whole(clean_dir / "index.json", json_bytes(entry))
