"""A frame from row objects, column by column, with an error that names the cell. Knows no table in particular."""

from collections.abc import Callable, Mapping, Sequence
from operator import attrgetter
from typing import Any

import polars as pl

from shelflist.errors import TableError
from shelflist.tables.definition import TEXT_LIST, Column, Table

Values = Mapping[str, Callable[[Any], object]]
"""How to get a column's value from a row, where it is not the attribute of that name."""

_BETWEEN = "\0"  # hardly ever in a text
_FEW = 50  # lists that are made one by one in the time that all else takes
# What Polars raises for a value of another type, out of range, not in an Enum, or not encodable as UTF-8.
_REFUSALS = (TypeError, ValueError, OverflowError, pl.exceptions.PolarsError)


def frame(table: Table, rows: Sequence[object], values: Values) -> pl.DataFrame:
    """One row per object, in their order. Raises TableError for a value that its column cannot hold."""
    return pl.DataFrame([_series(table, column, rows, values) for column in table.columns])


def _series(table: Table, column: Column, rows: Sequence[object], values: Values) -> pl.Series:
    value_of = values.get(column.name) or attrgetter(column.name)
    cells = [value_of(row) for row in rows]
    try:
        if column.dtype == TEXT_LIST:
            return list_series(column.name, cells)
        return pl.Series(column.name, cells, dtype=column.dtype, strict=True)
    except _REFUSALS as error:
        number = next((n for n, cell in enumerate(cells) if not _fits(cell, column)), 0)
        raise TableError(
            f"{table.name}.{column.name}: row {number}: found {cells[number]!r:.200}, expected {expectation(column)}"
        ) from error


def _fits(cell: object, column: Column) -> bool:
    try:
        pl.Series(column.name, [cell], dtype=column.dtype, strict=True)
    except _REFUSALS:
        return False
    return True


def list_series(name: str, cells: Sequence[Any]) -> pl.Series:
    """A column of lists of strings, from tuples. Polars is slow with these, and most repeat: each is made once."""
    places: dict[Any, int] = {}
    numbers = [places.setdefault(cell, len(places)) for cell in cells]
    return _distinct_lists(name, list(places)).gather(pl.Series(numbers, dtype=pl.UInt32))


def _distinct_lists(name: str, cells: list[Any]) -> pl.Series:
    """Each list through one text that is cut again, which is many times as fast as a list at a time."""
    if len(cells) <= _FEW or any(cell is not None and not isinstance(cell, tuple) for cell in cells):
        return pl.Series(name, cells, dtype=TEXT_LIST, strict=True)
    try:
        texts = [_BETWEEN.join(cell) if cell else None for cell in cells]
        cut = pl.Series(name, texts, dtype=pl.String, strict=True).str.split(_BETWEEN)
    except _REFUSALS:
        return pl.Series(name, cells, dtype=TEXT_LIST, strict=True)  # says what is wrong
    if sum(map(len, filter(None, cells))) != (cut.list.len().sum() or 0):
        return pl.Series(name, cells, dtype=TEXT_LIST, strict=True)  # a text has that character in it
    is_empty = pl.Series([cell == () for cell in cells], dtype=pl.Boolean)
    empty = pl.when(is_empty).then(pl.lit([], dtype=TEXT_LIST))
    return cut.to_frame().select(empty.otherwise(pl.col(name)).alias(name)).to_series()


def expectation(column: Column) -> str:
    """What a column holds, in words."""
    what = f"one of {', '.join(column.values)}" if column.values else column.type_name
    return f"{what} or null" if column.nullable else what
