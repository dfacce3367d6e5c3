"""Snapshots: written whole, listed in the index, and shown to readers by flipping `latest` last.

Layout: ``<clean>/snapshots/<version>/``, ``<clean>/latest`` -> ``snapshots/<version>``, ``<clean>/index/``.
"""

import re
import shutil
from collections.abc import Iterable, Mapping
from pathlib import Path

import polars as pl

from shelflist.archive.durable import sync_folder, write_whole
from shelflist.errors import SnapshotError, TableError
from shelflist.models.track import Event
from shelflist.publish.compare import COUNTED, compare_frames
from shelflist.publish.datapackage import Release, data_package
from shelflist.publish.delta_files import delta_file, delta_of, table_of, write_delta
from shelflist.publish.folder import json_bytes, recover, whole_folder
from shelflist.publish.index import file_hashes, index_file, is_pruned, table_hashes, write_index
from shelflist.publish.past import history_file, keep_history
from shelflist.publish.reusable import Reusable, Written, mark_reusable, written_of
from shelflist.publish.sharing import share_table
from shelflist.publish.words import there_is
from shelflist.sources.model import Source
from shelflist.tables.check import validate
from shelflist.tables.columns import SNAPSHOT_TABLES, table_named
from shelflist.tables.files import write_table

Tables = Mapping[str, pl.DataFrame]

_VERSION = re.compile(r"\d{8}T\d{6}Z", re.ASCII)


def publish(
    clean_dir: Path,
    version: str,
    tables: Tables,
    *,
    source: Source,
    previous: str | None = None,
    events: Iterable[Event] = (),
    reusable: Reusable | None = None,
    written: Written | None = None,
) -> Path:
    """Write the snapshot `version`, its history and its delta, and list it; returns its folder. `latest` stays.

    `previous` is the snapshot it follows: the files of a table that is the same there are hard-linked, and the
    difference is counted. `events` are those told of since then; `reusable` are tables of `previous` that were
    read already, `written` is the canonical CSV of all tables, where it was made already. Publishing once more gives
    the same bytes. A version that was published last and never shown to anyone is removed. Raises TableError (nothing
    is written), SnapshotError.
    """
    if set(tables) != {table.name for table in SNAPSHOT_TABLES}:
        raise TableError(f"found tables {', '.join(tables)}, expected {', '.join(t.name for t in SNAPSHOT_TABLES)}")
    validate(tables)
    folder = clean_dir / "snapshots" / _checked(version)
    _recover(clean_dir)
    base = existing_snapshot(clean_dir, previous) if previous else None
    _remove_unaccepted(clean_dir, after=previous, keep=version)
    write_whole(_unshown(clean_dir), version.encode())
    written = written or written_of(tables)
    hashes = written.hashes
    before = _before(base, tables, hashes, reusable.tables if reusable else {})
    told = file_hashes(base) if base else {}
    with whole_folder(folder) as passing:
        for name, frame in tables.items():
            if base is None or before[name] is not frame or not share_table(base, passing, table_named(name), told):
                write_table(passing, name, frame, written.texts.get(name))
        release = Release(source=source, version=version, previous=previous, delta=_counts(before, tables))
        (passing / "datapackage.json").write_bytes(json_bytes(data_package(release, tables, hashes, passing)))
    keep_history(clean_dir, version, tables, before=before, previous=previous, events=events)
    if base is not None:
        write_delta(clean_dir, delta_of((base.name, version), before, tables, hashes))
    write_index(clean_dir, up_to=version)
    mark_reusable(clean_dir, version)
    return folder


def _before(base: Path | None, tables: Tables, hashes: Mapping[str, str], known: Tables) -> Tables:
    """The tables of the snapshot before; of those that are `known` or the same no file is read. None without one."""
    if base is None:
        return {}
    told = table_hashes(base)
    same = {name: frame for name, frame in tables.items() if told.get(name) == hashes[name]}
    others = {
        name: known[name] if name in known else table_of(base, table_named(name)) for name in tables.keys() - same
    }
    return {name: same[name] if name in same else others[name] for name in tables}


def flip(clean_dir: Path, version: str) -> None:
    """Point `latest` at a snapshot, in one step. Raises SnapshotError if there is no such snapshot."""
    _recover(clean_dir)
    existing_snapshot(clean_dir, version)
    passing = clean_dir / ".latest.part"
    passing.unlink(missing_ok=True)
    passing.symlink_to(Path("snapshots") / version)
    passing.replace(clean_dir / "latest")
    sync_folder(clean_dir)
    _unshown(clean_dir).unlink(missing_ok=True)


def latest_version(clean_dir: Path) -> str | None:
    """The version that `latest` points at; None while nothing is published."""
    pointer = clean_dir / "latest"
    return pointer.readlink().name if pointer.is_symlink() else None


def same_as_latest(
    clean_dir: Path, tables: Tables, version: str | None = None, *, hashes: Mapping[str, str] | None = None
) -> bool:
    """Whether the tables are those of `version` (default: the latest), by hash. Volatile tables do not count."""
    known = version or latest_version(clean_dir)
    if known is None or not (clean_dir / "snapshots" / known).is_dir():
        return False
    told, found = table_hashes(clean_dir / "snapshots" / known), hashes or written_of(tables).hashes
    return all(told.get(table.name) == found[table.name] for table in SNAPSHOT_TABLES if not table.volatile)


def snapshot_versions(clean_dir: Path) -> list[str]:
    """All versions on disk, oldest first, accepted or not."""
    folder = clean_dir / "snapshots"
    return sorted(path.name for path in folder.iterdir() if is_version(path.name)) if folder.is_dir() else []


def existing_snapshot(clean_dir: Path, version: str) -> Path:
    """The folder of a version. Raises SnapshotError, which says what there is."""
    folder = clean_dir / "snapshots" / version
    if is_version(version) and folder.is_dir():
        return folder
    if is_pruned(clean_dir, version):
        raise SnapshotError(f"{clean_dir}: the snapshot {version} was pruned; its entries are in the history (as_of)")
    if is_version(version) and history_file(clean_dir, version).is_file():
        raise SnapshotError(f"{folder}: missing, though never pruned; shelflist replay makes it again")
    known = snapshot_versions(clean_dir)[-10:]
    raise SnapshotError(f"{clean_dir}: no snapshot {version!r:.80}; {there_is(known)}")


def is_version(name: str) -> bool:
    return _VERSION.fullmatch(name) is not None


def _checked(version: str) -> str:
    if not is_version(version):
        raise SnapshotError(f"found version {version!r:.80}, expected a time like 20261103T030000Z")
    return version


def _remove_unaccepted(clean_dir: Path, *, after: str | None, keep: str) -> None:
    """Remove what was published last, if nobody was shown it: a killed process left it, under another version."""
    told = _unshown(clean_dir)
    version = told.read_text(encoding="ascii") if told.is_file() else keep
    if not is_version(version) or version == keep or version <= max(after or "", latest_version(clean_dir) or ""):
        return
    shutil.rmtree(clean_dir / "snapshots" / version, ignore_errors=True)
    for file in (history_file(clean_dir, version), delta_file(clean_dir, version), index_file(clean_dir, version)):
        file.unlink(missing_ok=True)


def _unshown(clean_dir: Path) -> Path:
    """A file that names the version that is being published, until `latest` is flipped to it."""
    return clean_dir / ".publishing"


def _recover(clean_dir: Path) -> None:
    if (clean_dir / "snapshots").is_dir():
        recover(clean_dir / "snapshots")


def _counts(before: Tables, tables: Tables) -> dict[str, int]:
    """How the entries differ; nothing is counted where neither they nor their links do."""
    if before and all(before[name] is tables[name] for name in ("entries", "links")):
        return dict.fromkeys(COUNTED, 0)
    return compare_frames(before, tables, "entries").counts
