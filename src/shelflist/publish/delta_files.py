"""Deltas between snapshots: made of two folders, written for mirrors, read and applied by them.

``<clean>/deltas/<version>.jsonl.gz`` leads from the snapshot before to that version. Its first line is an object with
`from`, `to` and `tables`: of each table that differs, the SHA-256 of the canonical CSV afterwards. Each further line
is one edit: `table`, `key`, `old`, `new`, `row` (see `delta`). A mirror applies it to what it holds and compares the
hashes, those of the index. The files stay when snapshots are pruned.
"""

import gzip
import json
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass
from pathlib import Path

import polars as pl

from shelflist.archive.durable import write_whole
from shelflist.errors import SnapshotError
from shelflist.publish.delta import Edit, apply_edits, check_hash, edits_of
from shelflist.publish.held import scanned
from shelflist.publish.index import table_hashes
from shelflist.tables.columns import SNAPSHOT_TABLES, table_named
from shelflist.tables.definition import Table
from shelflist.tables.files import table_hash

Tables = Mapping[str, pl.DataFrame]


@dataclass(frozen=True, slots=True, kw_only=True)
class Delta:
    """`before` and `after` are versions; `hashes` are those of the tables that differ, afterwards."""

    before: str
    after: str
    hashes: Mapping[str, str]
    edits: tuple[Edit, ...]


def delta_between(a: Path, b: Path) -> Delta:
    """What leads from snapshot folder `a` to `b`, in either direction of time. Raises SnapshotError."""
    known, wanted = table_hashes(a), table_hashes(b)
    differing = [table for table in SNAPSHOT_TABLES if known.get(table.name) != wanted.get(table.name)]
    before, after = ({table.name: table_of(folder, table) for table in differing} for folder in (a, b))
    hashes = {table.name: _hash(b, table, wanted.get(table.name)) for table in differing}
    return delta_of((a.name, b.name), before, after, hashes)


def delta_of(versions: tuple[str, str], before: Tables, after: Tables, hashes: Mapping[str, str]) -> Delta:
    """What leads from one version's tables to the other's; a frame that is in both is one and the same table."""
    differing = [table for table in SNAPSHOT_TABLES if before.get(table.name) is not after.get(table.name)]
    return Delta(
        before=versions[0],
        after=versions[1],
        hashes={table.name: hashes[table.name] for table in differing},
        edits=tuple(edit for one in differing for edit in edits_of(one, before[one.name], after[one.name])),
    )


def apply_delta(tables: Tables, delta: Delta) -> dict[str, pl.DataFrame]:
    """The tables of `delta.after`, from those of `delta.before`. Raises SnapshotError when a hash does not fit."""
    result = dict(tables)
    for name, expected in delta.hashes.items():
        table = table_named(name)
        edits = [edit for edit in delta.edits if edit.table == name]
        result[name] = apply_edits(table, tables.get(name, table.empty()), edits)
        check_hash(table, result[name], expected)
    return result


def delta_file(clean_dir: Path, version: str) -> Path:
    return clean_dir / "deltas" / f"{version}.jsonl.gz"


def write_delta(clean_dir: Path, delta: Delta) -> Path:
    """Write the delta that leads to its version; the same delta gives the same bytes."""
    file = delta_file(clean_dir, delta.after)
    text = "".join(json.dumps(line, ensure_ascii=False) + "\n" for line in _lines(delta))
    write_whole(file, gzip.compress(text.encode(), mtime=0))
    return file


def read_delta(file: Path) -> Delta:
    """The reverse of `write_delta`. Raises SnapshotError for what is no such file."""
    try:
        head, *lines = gzip.decompress(file.read_bytes()).decode().rstrip("\n").split("\n")
        told = json.loads(head)
        edits = tuple(_edit(json.loads(line)) for line in lines)
        return Delta(before=told["from"], after=told["to"], hashes=dict(told["tables"]), edits=edits)
    except (OSError, EOFError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise SnapshotError(f"{file}: not a delta: {error}") from error


def table_of(snapshot: Path, table: Table) -> pl.DataFrame:
    """A table of a snapshot, empty where an older one has none; columns as defined today."""
    file = snapshot / f"{table.name}.parquet"
    return scanned(file, table).collect() if file.is_file() else table.empty()


def _hash(snapshot: Path, table: Table, told: str | None) -> str:
    """As the data package tells it, unless the snapshot is older than a column of today."""
    file = snapshot / f"{table.name}.parquet"
    is_current = told is not None and tuple(pl.scan_parquet(file).collect_schema().names()) == table.names
    return told if told is not None and is_current else table_hash(table_of(snapshot, table))


def _lines(delta: Delta) -> Iterator[dict[str, object]]:
    yield {"from": delta.before, "to": delta.after, "tables": dict(delta.hashes)}
    yield from (asdict(edit) for edit in delta.edits)


def _edit(held: dict[str, object]) -> Edit:
    return Edit(**{**held, "key": tuple(held["key"])})  # type: ignore[arg-type]
