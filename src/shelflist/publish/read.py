"""Reading what is published: `load`, the tables of a source as LazyFrames, and the versions there are."""

import json
import os
import re
from datetime import UTC, date, datetime, time
from pathlib import Path
from typing import Any

import polars as pl

from shelflist.errors import SnapshotError, TableError, UsageError
from shelflist.publish.checks import check_files
from shelflist.publish.entry_history import entries_at_end, with_ends
from shelflist.publish.held import scanned
from shelflist.publish.index import is_pruned
from shelflist.publish.past import history_file, history_versions, opened_rows
from shelflist.publish.restoring import restored
from shelflist.publish.snapshot import existing_snapshot, is_version, latest_version, snapshot_versions
from shelflist.publish.words import there_is
from shelflist.settings import RUN_ID_FORMAT, clean_directory, data_directory
from shelflist.tables.columns import ENTRIES, ENTRY_HISTORY, RUNS, table_named
from shelflist.tables.definition import TIMESTAMP, Kind, Table

_SOURCE_NAME = re.compile(r"[a-z0-9][a-z0-9_-]{0,62}", re.ASCII)


def load(
    source: str,
    table: str = "entries",
    *,
    data: str | os.PathLike[str] | None = None,
    version: str | None = None,
    as_of: str | date | datetime | None = None,
) -> pl.LazyFrame:
    """A published table of a source, with the columns of docs/tables.md.

    Snapshot tables come from the latest snapshot, from `version`, or from the newest one not after `as_of` (a date
    means the end of that day; times without a zone are UTC). Run tables, `link_checks` and `entry_history` hold all
    rows, or those known by then. `entries` as of a time are made of the history, sorted by page and id, and need no
    snapshot.

    Tables of a snapshot that was pruned are made again from the deltas, in the order of the next one that is there.

    Raises SnapshotError, which says what there is, if the source, version or table does not exist, or if a pruned
    snapshot cannot be made again; UsageError if both `version` and `as_of` are given. A file that is damaged behind its
    beginning shows only when it is collected, by an error of Polars that names none: `shelflist verify` names it.
    """
    if version is not None and as_of is not None:
        raise UsageError("found both version and as_of, expected one of them")
    clean_dir = _published(source, data_directory(data))
    try:
        definition = table_named(table)
    except TableError as error:
        raise SnapshotError(str(error)) from error
    if version is not None and definition.kind in (Kind.RUN, Kind.CHECK) and not _is_run(clean_dir, version):
        version = _version(clean_dir, version, None)
    bound = version if as_of is None else as_version(as_of)
    if definition.kind is Kind.RUN:
        return _of_runs(clean_dir, definition, bound)
    if definition.kind is Kind.CHECK:
        frames = [scanned(file, definition) for file in check_files(clean_dir, up_to=bound)]
        return pl.concat(frames) if frames else definition.empty().lazy()
    wanted = _version(clean_dir, version, as_of)
    if definition is ENTRY_HISTORY:
        return with_ends(_opened(clean_dir, wanted))
    if definition is ENTRIES and as_of is not None and history_file(clean_dir, wanted).is_file():
        return entries_at_end(_opened(clean_dir, wanted))
    if is_pruned(clean_dir, wanted):
        return restored(clean_dir, wanted, (definition,))[definition.name].lazy()
    return _of_snapshot(existing_snapshot(clean_dir, wanted), definition)


def versions(clean_dir: Path) -> list[str]:
    """The accepted versions, oldest first: those up to the one that `latest` points at, pruned ones too."""
    latest = latest_version(clean_dir)
    known = {*snapshot_versions(clean_dir), *history_versions(clean_dir)}
    return [] if latest is None else sorted(version for version in known if version <= latest)


def as_version(at: str | date | datetime) -> str:
    """A time as a version; a date is its last second. Raises SnapshotError for text that is neither."""
    if isinstance(at, str):
        at = _parsed(at)
    if not isinstance(at, datetime):
        at = datetime.combine(at, time(23, 59, 59))
    return (at.astimezone(UTC) if at.tzinfo else at).strftime(RUN_ID_FORMAT)


def _parsed(text: str) -> date | datetime:
    try:
        return date.fromisoformat(text)  # in any of its forms: 20261103 too is a day and not its first moment
    except ValueError:
        pass
    try:
        return datetime.fromisoformat(text)
    except ValueError as error:
        raise SnapshotError(f"found {text!r:.80}, expected a date or time like 2026-11-03 (ISO 8601)") from error


def _published(source: str, data: Path) -> Path:
    clean_dir = clean_directory(data, source)
    if not _SOURCE_NAME.fullmatch(source) or not clean_dir.is_dir():
        root = clean_dir.parent if _SOURCE_NAME.fullmatch(source) else data / "clean"
        known = sorted(path.name for path in root.glob("*/")) if root.is_dir() else []
        raise SnapshotError(f"{data.absolute()}: nothing published of a source {source!r:.80}; {there_is(known)}")
    return clean_dir


def _is_run(clean_dir: Path, version: str) -> bool:
    """Runs that released nothing have a place in time as well."""
    return is_version(version) and (clean_dir / "runs" / version).is_dir()


def _version(clean_dir: Path, version: str | None, as_of: str | date | datetime | None) -> str:
    if version is not None:
        return version if is_pruned(clean_dir, version) else existing_snapshot(clean_dir, version).name
    accepted = versions(clean_dir)
    if not accepted:
        raise SnapshotError(f"{clean_dir}: no snapshot has been published yet")
    if as_of is None:
        return accepted[-1]
    earlier = [one for one in accepted if one <= as_version(as_of)]
    if not earlier:
        raise SnapshotError(f"{clean_dir}: no snapshot on or before {as_of}; the first is {accepted[0]}")
    return earlier[-1]


def _opened(clean_dir: Path, up_to: str) -> pl.LazyFrame:
    return opened_rows(clean_dir, [version for version in history_versions(clean_dir) if version <= up_to])


def _of_snapshot(snapshot: Path, table: Table) -> pl.LazyFrame:
    file = snapshot / f"{table.name}.parquet"
    if not file.is_file():
        known = sorted(path.stem for path in snapshot.glob("*.parquet"))
        raise SnapshotError(f"{snapshot}: has no table {table.name}; {there_is(known)}")
    return scanned(file, table)


def _of_runs(clean_dir: Path, table: Table, up_to: str | None) -> pl.LazyFrame:
    folders = sorted(path for path in (clean_dir / "runs").glob("*T*Z") if up_to is None or path.name <= up_to)
    if table is RUNS:
        rows = [_run_row(folder / "run.json") for folder in folders]
        return pl.DataFrame(rows, schema=RUNS.schema, orient="row").lazy()
    files = [folder / f"{table.name}.parquet" for folder in folders]
    frames = [scanned(file, table) for file in files if file.is_file()]
    return pl.concat(frames) if frames else table.empty().lazy()


def _run_row(file: Path) -> tuple[object, ...]:
    try:
        held: dict[str, Any] = json.loads(file.read_bytes())
        return tuple(
            datetime.fromisoformat(held[column.name]) if column.dtype == TIMESTAMP else held.get(column.name)
            for column in RUNS.columns
        )
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise SnapshotError(f"{file}: not the record of a run: {error}") from error
