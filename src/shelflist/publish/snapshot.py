"""Snapshots: written whole, listed in index.json, and shown to readers by flipping `latest` last.

Layout: ``<clean>/snapshots/<version>/``, ``<clean>/latest`` -> ``snapshots/<version>``, ``<clean>/index.json``.
"""

import filecmp
import os
import re
import shutil
from collections.abc import Iterable, Mapping
from pathlib import Path

import polars as pl

from shelflist.archive.durable import sync_folder
from shelflist.errors import SnapshotError, TableError
from shelflist.models.track import Event
from shelflist.publish.compare import compare_frames
from shelflist.publish.datapackage import Release, data_package
from shelflist.publish.delta_files import delta_between, forget_deltas, write_delta
from shelflist.publish.folder import json_bytes, recover, whole_folder
from shelflist.publish.index import table_hashes, write_index
from shelflist.publish.past import forget_history, history_file, keep_history
from shelflist.sources.model import Source
from shelflist.tables.check import validate
from shelflist.tables.columns import SNAPSHOT_TABLES
from shelflist.tables.files import table_hash, write_table

_VERSION = re.compile(r"\d{8}T\d{6}Z", re.ASCII)


def publish(
    clean_dir: Path,
    version: str,
    tables: Mapping[str, pl.DataFrame],
    *,
    source: Source,
    previous: str | None = None,
    events: Iterable[Event] = (),
) -> Path:
    """Write the snapshot `version`, its history and its delta, and list it; returns its folder. `latest` stays.

    `previous` is the snapshot it follows: a file with the same bytes there is hard-linked, and the difference is
    counted. `events` are those told of since then. Publishing once more gives the same bytes. Snapshots newer than both
    `previous` and `latest` were never shown to anyone and are removed. Raises TableError (nothing is written),
    SnapshotError.
    """
    if set(tables) != {table.name for table in SNAPSHOT_TABLES}:
        raise TableError(f"found tables {', '.join(tables)}, expected {', '.join(t.name for t in SNAPSHOT_TABLES)}")
    validate(tables)
    folder = clean_dir / "snapshots" / _checked(version)
    _recover(clean_dir)
    base = existing_snapshot(clean_dir, previous) if previous else None
    _remove_unaccepted(clean_dir, after=previous, keep=version)
    with whole_folder(folder) as passing:
        files = [path for name, frame in tables.items() for path in write_table(passing, name, frame)]
        if base is not None:
            _share(files, base)
        release = Release(source=source, version=version, previous=previous, delta=_delta(base, tables))
        (passing / "datapackage.json").write_bytes(json_bytes(data_package(release, tables, passing)))
    keep_history(clean_dir, version, tables, previous=previous, events=events)
    if base is not None:
        write_delta(clean_dir, delta_between(base, folder))
    write_index(clean_dir, up_to=version)
    return folder


def flip(clean_dir: Path, version: str) -> None:
    """Point `latest` at a snapshot, in one step. Raises SnapshotError if there is no such snapshot."""
    _recover(clean_dir)
    existing_snapshot(clean_dir, version)
    passing = clean_dir / ".latest.part"
    passing.unlink(missing_ok=True)
    passing.symlink_to(Path("snapshots") / version)
    passing.replace(clean_dir / "latest")
    sync_folder(clean_dir)


def latest_version(clean_dir: Path) -> str | None:
    """The version that `latest` points at; None while nothing is published."""
    pointer = clean_dir / "latest"
    return pointer.readlink().name if pointer.is_symlink() else None


def same_as_latest(clean_dir: Path, tables: Mapping[str, pl.DataFrame], version: str | None = None) -> bool:
    """Whether the tables are those of `version` (default: the latest), by hash. Volatile tables do not count."""
    known = version or latest_version(clean_dir)
    if known is None or not (clean_dir / "snapshots" / known).is_dir():
        return False
    hashes = table_hashes(clean_dir / "snapshots" / known)
    steady = [table.name for table in SNAPSHOT_TABLES if not table.volatile]
    return all(hashes.get(name) == table_hash(tables[name]) for name in steady)


def snapshot_versions(clean_dir: Path) -> list[str]:
    """All versions on disk, oldest first, accepted or not."""
    folder = clean_dir / "snapshots"
    return sorted(path.name for path in folder.iterdir() if is_version(path.name)) if folder.is_dir() else []


def existing_snapshot(clean_dir: Path, version: str) -> Path:
    """The folder of a version. Raises SnapshotError, which says what there is."""
    known = snapshot_versions(clean_dir)
    if version not in known and is_version(version) and history_file(clean_dir, version).is_file():
        raise SnapshotError(f"{clean_dir}: the snapshot {version} was pruned; its entries are in the history (as_of)")
    if version not in known:
        there = f"there are {', '.join(known[-10:])}" if known else "there is none yet"
        raise SnapshotError(f"{clean_dir}: no snapshot {version!r:.80}; {there}")
    return clean_dir / "snapshots" / version


def is_version(name: str) -> bool:
    return _VERSION.fullmatch(name) is not None


def _checked(version: str) -> str:
    if not is_version(version):
        raise SnapshotError(f"found version {version!r:.80}, expected a time like 20261103T030000Z")
    return version


def _remove_unaccepted(clean_dir: Path, *, after: str | None, keep: str) -> None:
    accepted = max(after or "", latest_version(clean_dir) or "")
    for version in snapshot_versions(clean_dir):
        if version > accepted and version != keep:
            shutil.rmtree(clean_dir / "snapshots" / version)
    forget_history(clean_dir, after=accepted, keep=keep)
    forget_deltas(clean_dir, after=accepted, keep=keep)


def _recover(clean_dir: Path) -> None:
    if (clean_dir / "snapshots").is_dir():
        recover(clean_dir / "snapshots")


def _share(files: Iterable[Path], base: Path) -> None:
    """Hard-link what did not change; where the file system cannot, the copy stays."""
    for path in files:
        known = base / path.name
        if not known.is_file() or not filecmp.cmp(known, path, shallow=False):
            continue
        linked = path.with_name(f"{path.name}.link")
        try:
            os.link(known, linked)
        except OSError:
            return
        linked.replace(path)


def _delta(base: Path | None, tables: Mapping[str, pl.DataFrame]) -> dict[str, int]:
    before = {name: pl.read_parquet(base / f"{name}.parquet") for name in ("entries", "links")} if base else {}
    return compare_frames(before, tables, "entries").counts
