"""The history of entries on disk: ``<clean>/history/<version>.parquet``, the rows that each version opened.

A file is written once, beside its snapshot, and stays when the snapshot is pruned. Released versions without one are
of an earlier Shelflist; their files are made of the snapshots before the next one is written.
"""

from collections.abc import Iterable, Mapping
from pathlib import Path

import polars as pl

from shelflist.models.track import Event
from shelflist.publish.entry_history import opened
from shelflist.publish.held import scanned
from shelflist.publish.history import events_in
from shelflist.tables.columns import table_named
from shelflist.tables.columns.history import OPENED
from shelflist.tables.files import put_parquet

Tables = Mapping[str, pl.DataFrame]

_TABLES = ("entries", "entries_removed")


def history_file(clean_dir: Path, version: str) -> Path:
    return clean_dir / "history" / f"{version}.parquet"


def history_versions(clean_dir: Path) -> list[str]:
    """All versions with a file, oldest first, accepted or not."""
    return sorted(path.stem for path in (clean_dir / "history").glob("*T*Z.parquet"))


def keep_history(
    clean_dir: Path, version: str, tables: Tables, *, before: Tables, previous: str | None, events: Iterable[Event] = ()
) -> Path:
    """Write what `version` opens, and first what the snapshots up to `previous` opened, where that was never written.

    `before` are the tables of `previous`, `events` those told of between the two. Writing once more gives the same
    bytes.
    """
    if previous is not None:
        complete_history(clean_dir, up_to=previous)
    return _write(clean_dir, version, opened(before, tables, events, version))


def complete_history(clean_dir: Path, *, up_to: str) -> None:
    """Write the files that an earlier Shelflist did not, from the snapshots up to a version."""
    if history_file(clean_dir, up_to).is_file():
        return  # they are written in order
    before: Tables = {}
    for folder in sorted(path for path in (clean_dir / "snapshots").glob("*T*Z") if path.name <= up_to):
        tables = _snapshot(clean_dir, folder.name)
        if not history_file(clean_dir, folder.name).is_file():
            events = events_in(clean_dir / "runs" / folder.name / "changes.parquet")
            _write(clean_dir, folder.name, opened(before, tables, events, folder.name))
        before = tables


def opened_rows(clean_dir: Path, versions: Iterable[str]) -> pl.LazyFrame:
    """The rows that these versions opened; columns as defined today."""
    files = [history_file(clean_dir, version) for version in versions]
    if not files:
        return OPENED.empty().lazy()
    try:  # thousands of files: in one scan in a third of the time
        return pl.scan_parquet(files, schema=OPENED.schema, missing_columns="insert").collect().lazy()
    except pl.exceptions.PolarsError:  # some are of a Shelflist whose columns had other types
        return pl.concat([scanned(file, OPENED) for file in files])


def _snapshot(clean_dir: Path, version: str) -> dict[str, pl.DataFrame]:
    folder = clean_dir / "snapshots" / version
    return {name: scanned(folder / f"{name}.parquet", table_named(name)).collect() for name in _TABLES}


def _write(clean_dir: Path, version: str, rows: pl.DataFrame) -> Path:
    file = history_file(clean_dir, version)
    return put_parquet(file, rows)
