"""What turns the tables of one version into those of another: edits of rows, made, applied and folded.

Cells are text as in the CSV twin, null is None. An edit names the cells that differ, with both values, so that it can
be checked, read, and undone. The order of rows is data as well: an edit of a row that is new, or that left the
longest run of unchanged order, says which row of its table it is now.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

import polars as pl

from shelflist.errors import SnapshotError
from shelflist.tables.definition import Table
from shelflist.tables.files import table_hash
from shelflist.tables.text import from_text, to_text
from shelflist.track.moves import longest_increasing

Cells = Mapping[str, str | None]

_AT, _WAS, _HASH = "@row", "@was", "@hash"  # no column of a table is called so


@dataclass(frozen=True, slots=True, kw_only=True)
class Edit:
    """One row of one table. `old` None: added; `new` None: removed. These two leave out what is null.

    Both empty: the row only stands elsewhere. `row` counts from 0; None where the order did not change.
    """

    table: str
    key: tuple[str, ...]
    old: Cells | None
    new: Cells | None
    row: int | None = None


def edits_of(table: Table, old: pl.DataFrame, new: pl.DataFrame) -> Iterator[Edit]:
    """What makes `new` of `old`: rows removed, then the others in the order of `new`."""
    if old.equals(new):
        return
    key = list(table.key)
    both = _numbered(new, key, _AT).join(_numbered(old, key, _WAS), on=key, how="full", coalesce=True)
    gone = both.filter(pl.col(_AT).is_null()).sort(_WAS)
    stayed = both.filter(pl.col(_AT).is_not_null()).sort(_AT)
    placed = _placed(stayed)
    unequal = pl.col(f"{_HASH}_right").is_null() | (pl.col(_HASH) != pl.col(f"{_HASH}_right"))
    concerned = stayed.filter(unequal | pl.col(_AT).is_in(sorted(placed)))
    for row in _rows(old, gone[_WAS]):
        yield Edit(table=table.name, key=_key(row, key), old=_stated(row), new=None)
    befores = _rows(old, concerned[_WAS])
    for at, was, after in zip(concerned[_AT], concerned[_WAS], _rows(new, concerned[_AT]), strict=True):
        cells = _both(None if was is None else next(befores), after)
        place = at if at in placed else None
        yield Edit(table=table.name, key=_key(after, key), old=cells[0], new=cells[1], row=place)


def apply_edits(table: Table, frame: pl.DataFrame, edits: Iterable[Edit]) -> pl.DataFrame:
    """The rows of `frame` as the edits leave them. Raises SnapshotError for an edit of what is not there."""
    found = {edit.key: edit for edit in edits}
    if not found:
        return frame
    texts, key = to_text(frame), list(table.key)
    keys = pl.DataFrame(list(found), schema=[(name, pl.String()) for name in key], orient="row")
    numbered = texts.with_row_index(_WAS)
    rest = numbered.join(keys, on=key, how="anti", maintain_order="left")
    touched = [
        _edited(table, dict(row), found) for row in numbered.join(keys, on=key, how="semi").iter_rows(named=True)
    ]
    held = {_key(row, key) for row in touched}
    added = [_added(table, edit) for edit in found.values() if edit.key not in held]
    rows = [row for row in (*touched, *added) if found[_key(row, key)].new is not None]
    schema = pl.Schema({**numbered.schema, _AT: pl.UInt32()})
    edited = pl.DataFrame([{**row, _AT: found[_key(row, key)].row} for row in rows], schema=schema)
    whole = pl.concat([rest.with_columns(pl.lit(None, pl.UInt32).alias(_AT)), edited])
    return from_text(_in_order(whole).drop(_WAS, _AT), table)


def folded(first: Iterable[Edit], second: Iterable[Edit]) -> list[Edit]:
    """The net of two deltas that follow each other; where rows stand is left out."""
    edits = {(edit.table, edit.key): edit for edit in first}
    for edit in second:
        before = edits.pop((edit.table, edit.key), None)
        edits[edit.table, edit.key] = edit if before is None else _joined(before, edit)
    return net(edits.values())


def net(edits: Iterable[Edit]) -> list[Edit]:
    """What changed, sorted by table and key, whatever the order of the rows."""
    told = (Edit(table=one.table, key=one.key, old=one.old, new=one.new) for one in edits)
    return sorted((one for one in told if one.old or one.new), key=lambda one: (one.table, one.key))


def check_hash(table: Table, frame: pl.DataFrame, expected: str) -> None:
    """Raises SnapshotError when the SHA-256 of the canonical CSV is another."""
    found = table_hash(frame)
    if found != expected:
        raise SnapshotError(f"{table.name}: the delta gives a table with hash {found}, expected {expected}")


def _numbered(frame: pl.DataFrame, key: list[str], number: str) -> pl.DataFrame:
    return frame.select(*key, pl.Series(_HASH, frame.hash_rows())).with_row_index(number)


def _placed(stayed: pl.DataFrame) -> set[int]:
    """Rows, by their number, whose place must be said: the new ones, and those that left the order."""
    known = stayed.filter(pl.col(_WAS).is_not_null())
    places = set(stayed.filter(pl.col(_WAS).is_null())[_AT])
    if not known[_WAS].is_sorted():
        kept = longest_increasing(known[_WAS].to_list())
        places |= {at for index, at in enumerate(known[_AT]) if index not in kept}
    return places


def _rows(frame: pl.DataFrame, numbers: pl.Series) -> Iterator[dict[str, str | None]]:
    return to_text(frame[numbers.drop_nulls()]).iter_rows(named=True)


def _key(row: Mapping[str, object], key: list[str]) -> tuple[str, ...]:
    return tuple(str(row[name]) for name in key)


def _stated(row: Cells) -> Cells:
    return {name: cell for name, cell in row.items() if cell is not None}


def _both(before: Cells | None, after: Cells) -> tuple[Cells | None, Cells]:
    """The cells that differ, before and after."""
    if before is None:
        return None, _stated(after)
    differing = [name for name in sorted({*before, *after}) if before.get(name) != after.get(name)]
    return {name: before.get(name) for name in differing}, {name: after.get(name) for name in differing}


def _joined(first: Edit, second: Edit) -> Edit:
    """Two edits of one row as one; of a row that came and went again nothing is left."""
    old, new = _joined_cells(first, second)
    return Edit(table=first.table, key=first.key, old=old, new=new)


def _joined_cells(first: Edit, second: Edit) -> tuple[Cells | None, Cells | None]:
    old = None if first.old is None else {**(second.old or {}), **first.old}
    new = None if second.new is None else {**(first.new or {}), **second.new}
    if old is None or new is None:
        return old and _stated(old), new and _stated(new)
    return _both(old, new)


def _edited(table: Table, row: dict[str, str | None], edits: Mapping[tuple[str, ...], Edit]) -> dict[str, str | None]:
    edit = edits[_key(row, list(table.key))]
    if edit.old is None or any(row[name] != cell for name, cell in edit.old.items()):
        raise SnapshotError(f"{table.name}: row {', '.join(edit.key)}: not as the delta expects it")
    return {**row, **(edit.new or {})}


def _added(table: Table, edit: Edit) -> dict[str, str | None]:
    if edit.old is not None or edit.new is None:
        raise SnapshotError(f"{table.name}: row {', '.join(edit.key)}: missing, but the delta changes it")
    return {_WAS: None, **dict.fromkeys(table.names), **edit.new}


def _in_order(rows: pl.DataFrame) -> pl.DataFrame:
    """Rows with a place of their own stand there; the others fill what is left, in their old order."""
    placed = rows.filter(pl.col(_AT).is_not_null())
    others = rows.filter(pl.col(_AT).is_null()).sort(_WAS)
    free = pl.int_range(rows.height, dtype=pl.UInt32, eager=True)
    free = free.filter(~free.is_in(placed[_AT].implode()))
    return pl.concat([placed, others.with_columns(free.alias(_AT))]).sort(_AT)
