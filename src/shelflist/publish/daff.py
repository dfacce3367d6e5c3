"""The table format of daff (highlighter diff, version 0.8, paulfitz.github.io/daff-doc/spec.html), as CSV.

What it gives is a patch: applied to the older table in its CSV twin (entries.csv), it gives the newer one, with all
columns. First column: ``@@`` the names of the columns, ``+++`` an added row, ``---`` a removed one, ``->`` a row with
changed cells, written old, arrow, new; nothing: a row that stays, to show where the others stand. The arrow of a row
grows (``-->``) until no cell of the row holds it. Other rows are left out, which ``...`` says. Null is an empty cell
as in the CSV twin, and a text that reads ``NULL``, which has a meaning in the format, gets an underscore before it.
Formulas are made harmless as in the CSV twin. A row that only stands elsewhere is not told.
"""

import csv
import io
import re
from collections.abc import Iterable, Sequence
from pathlib import Path

import polars as pl

from shelflist.errors import SnapshotError
from shelflist.publish.delta import Cells, Edit, edits_of, net
from shelflist.publish.held import scanned
from shelflist.tables.columns import table_named
from shelflist.tables.definition import Table
from shelflist.tables.text import to_text

Key = tuple[str, ...]

_LIKE_NULL = re.compile(r"_*NULL")


def daff_between(a: Path, b: Path, table: str = "entries") -> str:
    """As `daff`, for two snapshot folders, `a` the older. Raises SnapshotError, TableError."""
    definition = table_named(table)
    return daff(definition, *(_read(snapshot, definition) for snapshot in (a, b)))


def daff(table: Table, old: pl.DataFrame, new: pl.DataFrame) -> str:
    """The patch from `old` to `new`, in the order of `new`; removed rows where they stood."""
    edits = {edit.key: edit for edit in net(edits_of(table, old, new))}
    order = _merged(_keys(table, old), _keys(table, new))
    told = _told(order, edits)
    rows = _texts(table, (new, old), {order[at] for at in told})
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(["@@", *table.names])
    after = 0
    for at in told:
        if at > after:
            writer.writerow(["..."] * (len(table.names) + 1))
        writer.writerow(_row(table, rows[order[at]], edits.get(order[at])))
        after = at + 1
    if after < len(order):
        writer.writerow(["..."] * (len(table.names) + 1))
    return text.getvalue()


def _read(snapshot: Path, table: Table) -> pl.DataFrame:
    file = snapshot / f"{table.name}.parquet"
    if not file.is_file():
        raise SnapshotError(f"{snapshot}: no snapshot with a table {table.name}")
    return scanned(file, table).collect()


def _keys(table: Table, frame: pl.DataFrame) -> list[Key]:
    return [tuple(map(str, row)) for row in to_text(frame.select(table.key)).iter_rows()]


def _texts(table: Table, frames: Iterable[pl.DataFrame], keys: set[Key]) -> dict[Key, Cells]:
    """Some rows as text; the last frame that has a row gives it."""
    wanted = pl.DataFrame(sorted(keys), schema=[(name, pl.String()) for name in table.key], orient="row")
    found: dict[Key, Cells] = {}
    for frame in frames:
        named = to_text(frame.select(table.key)).with_row_index("@row").join(wanted, on=list(table.key), how="semi")
        rows = to_text(frame[named["@row"]]).iter_rows(named=True)
        found.update((tuple(str(row[name]) for name in table.key), row) for row in rows)
    return found


def _merged(old: Sequence[Key], new: Sequence[Key]) -> list[Key]:
    """The keys of `new` in their order, and each that was removed behind the one that it stood behind."""
    held = set(new)
    behind: dict[Key, list[Key]] = {}
    last: Key = ()
    for key in old:
        if key in held:
            last = key
        else:
            behind.setdefault(last, []).append(key)
    return [*behind.get((), []), *(one for key in new for one in (key, *behind.get(key, [])))]


def _told(order: Sequence[Key], edits: dict[Key, Edit]) -> list[int]:
    """Numbers of the rows that differ, and of those beside them."""
    differing = [at for at, key in enumerate(order) if key in edits]
    return sorted({near for at in differing for near in (at - 1, at, at + 1) if 0 <= near < len(order)})


def _row(table: Table, row: Cells, edit: Edit | None) -> list[str]:
    cells = [_cell(row[name]) for name in table.names]
    if edit is None:
        return ["", *cells]
    if edit.old is None or edit.new is None:
        return ["---" if edit.new is None else "+++", *cells]
    arrow = _arrow("\n".join([*cells, *map(_cell, edit.new.values())]))
    new = edit.new
    both = (
        f"{cell}{arrow}{_cell(new[name])}" if name in new else cell
        for name, cell in zip(table.names, cells, strict=True)
    )
    return [arrow, *both]


def _arrow(text: str) -> str:
    arrow = "->"
    while arrow in text:
        arrow = "-" + arrow
    return arrow


def _cell(value: str | None) -> str:
    return f"_{value}" if value and _LIKE_NULL.fullmatch(value) else value or ""
