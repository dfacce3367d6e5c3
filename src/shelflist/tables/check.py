"""Checks of whole tables against their definitions.

Nothing is dropped or repaired: a fault is an error that names the cell.
"""

from collections.abc import Mapping
from functools import cache

import polars as pl

from shelflist.errors import TableError
from shelflist.tables.columns import table_named
from shelflist.tables.definition import Column, ForeignKey, Table
from shelflist.tables.frames import expectation


def validate(tables: Mapping[str, pl.DataFrame]) -> None:
    """Check dtypes, nulls, values, primary keys, and foreign keys between the tables given.

    A foreign key is checked where all the tables it points to are given. Raises TableError for the first fault,
    naming table, column, row (from 0), found and expected.
    """
    for name, frame in tables.items():
        _check_table(table_named(name), frame)
    for name, frame in tables.items():
        for foreign_key in table_named(name).foreign_keys:
            if all(target in tables for target in foreign_key.tables):
                _check_foreign_key(name, frame, foreign_key, tables)


def _check_table(table: Table, frame: pl.DataFrame) -> None:
    if tuple(frame.columns) != table.names:
        raise TableError(
            f"{table.name}: found columns {_difference(frame.columns, table)}, expected {len(table.names)}"
        )
    schema = frame.schema
    for column in table.columns:
        if schema[column.name] != column.dtype:
            raise _fault(table.name, column.name, None, str(schema[column.name]), expectation(column))
    found = frame.select(_checks(table)).row(0, named=True)  # all in one pass
    for column in table.columns:
        if found[f"null {column.name}"]:
            _tell_null(table, column, frame[column.name])
        if found[f"bad {column.name}"]:
            _tell_value(table, column, frame)
    if found["key"]:
        _tell_repeated(table, frame)


@cache
def _checks(table: Table) -> list[pl.Expr]:
    """To put these together takes longer than to check a small table."""
    checks = [_has_nulls(column) for column in table.columns] + [_has_bad_values(column) for column in table.columns]
    return [*checks, _repeated(table).any().alias("key")]


def _difference(found: list[str], table: Table) -> str:
    missing = [f"no {name}" for name in table.names if name not in found]
    extra = [f"an unknown {name}" for name in found if name not in table.names]
    return ", ".join(missing + extra) or "in another order"


def _has_nulls(column: Column) -> pl.Expr:
    cells = pl.col(column.name)
    holed = pl.lit(value=False)
    if isinstance(column.dtype, pl.List):
        holed = cells.list.contains(None).any()
    missing = pl.lit(value=False) if column.nullable else cells.is_null().any()
    return (missing | holed).alias(f"null {column.name}")


def _tell_null(table: Table, column: Column, series: pl.Series) -> None:
    if not column.nullable and series.null_count():
        raise _fault(table.name, column.name, _first(series.is_null()), "null", expectation(column))
    holed = series.list.contains(None).fill_null(value=False)
    raise _fault(table.name, column.name, _first(holed), "a null inside a list", "values only")


def _has_bad_values(column: Column) -> pl.Expr:
    return _is_bad(column).any().alias(f"bad {column.name}")


def _is_bad(column: Column) -> pl.Expr:
    """Whether a cell is no number, or does not fit the column's pattern. Null is as good as any value here."""
    cells = pl.col(column.name)
    if column.dtype.is_float():
        return ~cells.is_finite().fill_null(value=True)
    if column.pattern is not None:
        return ~cells.str.contains(f"^(?:{column.pattern})$").fill_null(value=True)
    return pl.lit(value=False)


def _tell_value(table: Table, column: Column, frame: pl.DataFrame) -> None:
    row = _first(frame.select(_is_bad(column)).to_series())
    expected = "a finite number" if column.dtype.is_float() else column.term
    raise _fault(table.name, column.name, row, repr(frame[column.name][row]), expected)


def _repeated(table: Table) -> pl.Expr:
    return pl.struct(table.key).is_duplicated() if len(table.key) > 1 else pl.col(table.key[0]).is_duplicated()


def _tell_repeated(table: Table, frame: pl.DataFrame) -> None:
    row = _first(frame.select(_repeated(table)).to_series())
    value = ", ".join(repr(frame[name][row]) for name in table.key)
    raise _fault(table.name, "+".join(table.key), row, f"{value} more than once", "a value of its own for each row")


def _check_foreign_key(name: str, frame: pl.DataFrame, key: ForeignKey, tables: Mapping[str, pl.DataFrame]) -> None:
    known = pl.concat([tables[target][key.target] for target in key.tables])
    dangling = frame[key.column].is_not_null() & ~frame[key.column].is_in(known.implode())
    if dangling.any():
        row = _first(dangling)
        expected = f"a {key.target} of {' or '.join(key.tables)}"
        raise _fault(name, key.column, row, repr(frame[key.column][row]), expected)


def _first(wrong: pl.Series) -> int:
    return int(wrong.arg_true()[0])


def _fault(table: str, column: str, row: int | None, found: str, expected: str) -> TableError:
    place = f"{table}.{column}" if row is None else f"{table}.{column}: row {row}"
    return TableError(f"{place}: found {found:.200}, expected {expected}")
