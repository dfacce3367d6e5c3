"""index.json: every snapshot with its difference from the one before, its table hashes and its file checksums."""

import json
from pathlib import Path
from typing import Any

from shelflist.archive.durable import write_whole
from shelflist.errors import SnapshotError
from shelflist.publish.folder import json_bytes

Entry = dict[str, Any]
"""JSON that is handed through: version, delta, tables."""


def write_index(clean_dir: Path, *, up_to: str) -> None:
    """Write index.json for the snapshots up to and including a version.

    Entries of older snapshots are kept as they are, if their folders are; missing ones are read from the snapshots.
    """
    known = {one["version"]: one for one in _entries(clean_dir / "index.json") if one["version"] != up_to}
    folders = sorted(path for path in (clean_dir / "snapshots").glob("*T*Z") if path.name <= up_to)
    listed = [known.get(folder.name) or index_entry(folder) for folder in folders]
    write_whole(clean_dir / "index.json", json_bytes({"snapshots": listed}))


def index_entry(snapshot: Path) -> Entry:
    """What index.json says of one snapshot. Raises SnapshotError if its data package cannot be read."""
    file = snapshot / "datapackage.json"
    try:
        package = json.loads(file.read_bytes())
        tables: dict[str, Entry] = {}
        for resource in package["resources"]:
            fresh = {"rows": resource["tableRows"], "hash": resource["tableHash"], "files": {}}
            table = tables.setdefault(resource["title"], fresh)
            table["files"][resource["path"]] = {"bytes": resource["bytes"], "hash": resource["hash"]}
        delta = {"from": package["previous"], "to": package["version"], **package["delta"]}
        return {"version": package["version"], "delta": delta, "tables": tables}
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise SnapshotError(f"{file}: not the data package of a snapshot: {error}") from error


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
