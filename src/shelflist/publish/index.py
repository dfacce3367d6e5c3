"""index.json: every version with its difference from the one before, its table hashes and its file checksums.

A mirror needs nothing else: the files of a snapshot, or the delta that leads to it, and the hashes that must come out.
A version whose snapshot was pruned stays listed, `pruned`, with its history, its delta and its table hashes.
"""

import hashlib
import json
from collections.abc import Collection
from pathlib import Path
from typing import Any

from shelflist.archive.durable import write_whole
from shelflist.errors import SnapshotError
from shelflist.publish.folder import json_bytes

Entry = dict[str, Any]
"""JSON that is handed through: version, delta, tables."""


def write_index(clean_dir: Path, *, up_to: str) -> None:
    """Write index.json for the versions up to and including one.

    Entries of older snapshots are kept as they are, if their folders are, or if they were pruned; missing ones are
    read from the snapshots.
    """
    known = {one["version"]: one for one in _entries(clean_dir / "index.json") if one["version"] != up_to}
    folders = [path for path in (clean_dir / "snapshots").glob("*T*Z") if path.name <= up_to]
    listed = {folder.name: _listed(known.get(folder.name), folder) for folder in folders}
    listed |= {version: one for version, one in known.items() if one.get("pruned") and version < up_to}
    _write(clean_dir, list(listed.values()))


def mark_pruned(clean_dir: Path, versions: Collection[str]) -> None:
    """Say in index.json that the snapshots of these versions are no longer kept: their files go, their hashes stay."""
    _write(clean_dir, [_without_files(one) if one["version"] in versions else one for one in read_index(clean_dir)])


def keep_index(clean_dir: Path, target: Path, *, up_to: str) -> None:
    """Copy the entries up to a version into the index of another folder, those of pruned snapshots with them."""
    _write(target, [one for one in _entries(clean_dir / "index.json") if one["version"] <= up_to])


def reindex(clean_dir: Path) -> None:
    """Say of every version what its files are now; of pruned ones, what is left beside."""
    listed = []
    for one in read_index(clean_dir):
        version = one["version"]
        beside = _files(clean_dir, f"history/{version}.parquet", f"deltas/{version}.jsonl.gz")
        is_pruned = one.get("pruned", False)
        listed.append({**one, "files": beside} if is_pruned else index_entry(clean_dir / "snapshots" / version))
    _write(clean_dir, listed)


def pruned_versions(clean_dir: Path) -> list[str]:
    """Versions whose snapshots were pruned, oldest first; none where the index cannot be read."""
    return [one["version"] for one in _entries(clean_dir / "index.json") if one.get("pruned")]


def index_entry(snapshot: Path) -> Entry:
    """What index.json says of one snapshot. Raises SnapshotError if its data package cannot be read."""
    package, tables = _package(snapshot)
    version = package["version"]
    delta = {"from": package["previous"], "to": version, **package["delta"]}
    beside = _files(snapshot.parent.parent, f"history/{version}.parquet", f"deltas/{version}.jsonl.gz")
    return {"version": version, "delta": delta, "files": beside, "tables": tables}


def table_hashes(snapshot: Path) -> dict[str, str]:
    """SHA-256 of the canonical CSV of each table of a snapshot. Raises SnapshotError as `index_entry`."""
    return {name: table["hash"] for name, table in _package(snapshot)[1].items()}


def table_files(snapshot: Path, table: str) -> dict[str, str]:
    """The checksums of a table's files, by name; none for a table that the snapshot has not. As `index_entry`."""
    files = _package(snapshot)[1].get(table, {}).get("files", {})
    return {name: file["hash"] for name, file in files.items()}


def read_index(clean_dir: Path) -> list[Entry]:
    """The entries of index.json, oldest first; none where there is no such file. Raises SnapshotError."""
    file = clean_dir / "index.json"
    if not file.exists():
        return []
    try:
        listed = json.loads(file.read_bytes())["snapshots"]
        return sorted(listed, key=lambda one: str(one["version"]))
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise SnapshotError(f"{file}: not an index of snapshots: {error}") from error


def _entries(file: Path) -> list[Entry]:
    """As `read_index`; a damaged file is as good as none, for it can be made again."""
    try:
        return read_index(file.parent)
    except SnapshotError:
        return []


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


def _listed(known: Entry | None, folder: Path) -> Entry:
    """The entry as it is, unless it is of a Shelflist that kept no history."""
    return known if known is not None and "files" in known else index_entry(folder)


def _without_files(entry: Entry) -> Entry:
    tables = {name: {"rows": one["rows"], "hash": one["hash"]} for name, one in entry["tables"].items()}
    return {**entry, "tables": tables, "pruned": True}


def _write(clean_dir: Path, entries: list[Entry]) -> None:
    listed = sorted(entries, key=lambda one: str(one["version"]))
    write_whole(clean_dir / "index.json", json_bytes({"snapshots": listed}))
