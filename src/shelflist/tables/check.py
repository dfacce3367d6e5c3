"""Checks of whole tables against their definitions.

Nothing is dropped or repaired: a fault is an error that names the cell.
"""

from collections.abc import Mapping

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
    for column in table.columns:
        series = frame[column.name]
        if series.dtype != column.dtype:
            raise _fault(table.name, column.name, None, str(series.dtype), expectation(column))
        _check_nulls(table, column, series)
        _check_values(table, column, series)
    _check_key(table, frame)


def _difference(found: list[str], table: Table) -> str:
    missing = [f"no {name}" for name in table.names if name not in found]
    extra = [f"an unknown {name}" for name in found if name not in table.names]
    return ", ".join(missing + extra) or "in another order"


def _check_nulls(table: Table, column: Column, series: pl.Series) -> None:
    if not column.nullable and series.null_count():
        raise _fault(table.name, column.name, _first(series.is_null()), "null", expectation(column))
    if isinstance(series.dtype, pl.List) and series.explode(empty_as_null=False).null_count():
        holed = series.list.eval(pl.element().is_null()).list.any().fill_null(value=False)
        raise _fault(table.name, column.name, _first(holed), "a null inside a list", "values only")


def _check_values(table: Table, column: Column, series: pl.Series) -> None:
    if series.dtype.is_float():
        wrong = ~series.is_finite().fill_null(value=True)
        expected = "a finite number"
    elif column.pattern is not None:
        wrong = ~series.str.contains(f"^(?:{column.pattern})$").fill_null(value=True)
        expected = column.term
    else:
        return
    if wrong.any():
        row = _first(wrong)
        raise _fault(table.name, column.name, row, repr(series[row]), expected)


def _check_key(table: Table, frame: pl.DataFrame) -> None:
    repeated = frame.select(pl.struct(table.key).is_duplicated()).to_series()
    if repeated.any():
        row = _first(repeated)
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
