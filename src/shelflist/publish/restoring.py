"""Pruned snapshots made again, for looking at: a newer one that was kept, and the deltas since then undone one by one.

All rows and cells are as they were; the order of rows is that of the newer snapshot. Each edit that is undone says what
it finds in its row, so that a delta that does not fit is noticed. Nothing of what is published is touched.
"""

from collections.abc import Iterator, Sequence
from pathlib import Path

import polars as pl

from shelflist.errors import SnapshotError
from shelflist.publish.delta import Edit, apply_edits
from shelflist.publish.delta_files import delta_file, read_delta, table_of
from shelflist.publish.index import is_pruned, pruned_versions
from shelflist.publish.snapshot import snapshot_versions
from shelflist.tables.columns import SNAPSHOT_TABLES
from shelflist.tables.definition import Table
from shelflist.tables.files import parquet_bytes


def restore(clean_dir: Path, version: str, room: Path) -> Path:
    """Write the tables of a pruned version under `room`, which stands for `clean_dir`; returns its snapshot folder.

    Raises SnapshotError as `restored` does.
    """
    tables = restored(clean_dir, version)
    folder = room / "snapshots" / version
    folder.mkdir(parents=True, exist_ok=True)
    for name, frame in tables.items():
        (folder / f"{name}.parquet").write_bytes(parquet_bytes(frame))
    if not (room / "runs").exists():
        (room / "runs").symlink_to((clean_dir / "runs").resolve())
    return folder


def restored(clean_dir: Path, version: str, wanted: Sequence[Table] = SNAPSHOT_TABLES) -> dict[str, pl.DataFrame]:
    """The tables of a pruned version, by name.

    Raises SnapshotError where no kept snapshot is newer, or a delta is missing or does not fit.
    """
    kept = next((one for one in snapshot_versions(clean_dir) if one > version), None)
    if kept is None or not is_pruned(clean_dir, version):
        raise SnapshotError(f"{clean_dir}: no snapshot {version}, and none to make it from")
    tables = {table.name: table_of(clean_dir / "snapshots" / kept, table) for table in wanted}
    for later in _between(clean_dir, version, kept):
        _undo(clean_dir, later, tables, wanted)
    return tables


def _between(clean_dir: Path, version: str, kept: str) -> list[str]:
    """The versions whose deltas are to be undone, newest first."""
    later = [one for one in (*pruned_versions(clean_dir), kept) if version < one <= kept]
    return sorted(later, reverse=True)


def _undo(clean_dir: Path, version: str, tables: dict[str, pl.DataFrame], wanted: Sequence[Table]) -> None:
    """Make the tables of the version before from those of `version`."""
    delta = read_delta(delta_file(clean_dir, version))
    back = list(_turned(delta.edits))
    for table in wanted:
        if table.name in delta.hashes:
            mine = [edit for edit in back if edit.table == table.name]
            tables[table.name] = apply_edits(table, tables[table.name], mine)


def _turned(edits: tuple[Edit, ...]) -> Iterator[Edit]:
    """Each edit the other way round. A row's old place is not told."""
    for edit in edits:
        yield Edit(table=edit.table, key=edit.key, old=edit.new, new=edit.old)
