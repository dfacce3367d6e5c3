"""Cells as text, and text as cells: how the CSV twin and the comparison write values. No files here.

=====================  ==============================================================================================
null                   an empty field
an empty string        `""`, an empty field in quotation marks
a list                 its values joined with ` | `; in a value `\\` is `\\\\`, `|` is `\\|`; an empty value is `\\e`
an empty list          `""`, as the empty string (a list of one empty value is `\\e`)
a text like a formula  begins with `=`, `+`, `-`, `@`, tab, line break or a full-width form of these, perhaps after
                       apostrophes: one more apostrophe is put before it, and one taken away in reading
a timestamp            `2026-11-03T03:00:00Z`, with a fraction only if it has one
a date                 `2026-11-03`
true, false            `true`, `false`
a number               the shortest decimal that reads back as the same number
=====================  ==============================================================================================
"""

import re
from functools import lru_cache

import polars as pl

from shelflist.tables.definition import TEXT_LIST, TIMESTAMP, Column, Table
from shelflist.tables.frames import list_series

SEPARATOR = " | "
_TIMESTAMP_FORMAT = "%Y-%m-%dT%H:%M:%S%.fZ"
_FORMULA = r"^('*[=+\-@\t\r\n＝＋－＠])"
_PREFIXED = r"^'('*[=+\-@\t\r\n＝＋－＠])"
_MARK = re.compile(r"\\([\\|e])| \| ")


def to_text(frame: pl.DataFrame, *, harmless: bool = True) -> pl.DataFrame:
    """The frame with every cell as text; null stays null. Formulas are left as they are if not `harmless`."""
    return frame.select(_encoding(tuple(frame.schema.items()), harmless))


def from_text(frame: pl.DataFrame, table: Table) -> pl.DataFrame:
    """A frame of text, read back. Raises polars.exceptions.PolarsError for a cell that is no value of its column."""
    return frame.select(_decoding(table, tuple(frame.columns)))


@lru_cache(maxsize=200)
def _encoding(columns: tuple[tuple[str, pl.DataType], ...], harmless: bool) -> list[pl.Expr]:
    """Tables are small and have few shapes; to put the expressions together is half of the work."""
    return [_encoded(name, dtype, harmless=harmless) for name, dtype in columns]


@lru_cache(maxsize=200)
def _decoding(table: Table, columns: tuple[str, ...]) -> list[pl.Expr]:
    return [_decoded(column) for column in table.columns if column.name in columns]


def join_list(values: list[str | None]) -> str:
    r"""One cell for a list of strings: `["a|b", ""]` is ``a\|b | \e``."""
    return SEPARATOR.join(_escape(value or "") for value in values)


def split_list(cell: str) -> list[str]:
    """The reverse of `join_list`."""
    if not cell:
        return []
    if "\\" not in cell:
        return cell.split(SEPARATOR)
    values, current, end = [], "", 0
    for mark in _MARK.finditer(cell):
        current += cell[end : mark.start()]
        if mark[1] is None:
            values.append(current)
            current = ""
        else:
            current += "" if mark[1] == "e" else mark[1]
        end = mark.end()
    return [*values, current + cell[end:]]


def _escape(value: str) -> str:
    return value.replace("\\", "\\\\").replace("|", "\\|") if value else "\\e"


def _encoded(name: str, dtype: pl.DataType, *, harmless: bool) -> pl.Expr:
    cell = pl.col(name)
    if dtype == TIMESTAMP:
        return cell.dt.to_string(_TIMESTAMP_FORMAT)
    if dtype not in (pl.String, TEXT_LIST):
        return cell.cast(pl.String)
    text = cell.map_batches(_join_all, return_dtype=pl.String) if dtype == TEXT_LIST else cell
    return text.str.replace(_FORMULA, "'$1") if harmless else text


def _decoded(column: Column) -> pl.Expr:
    cell = pl.col(column.name)
    if column.dtype == TIMESTAMP:
        return cell.str.to_datetime(_TIMESTAMP_FORMAT, time_unit="us", time_zone="UTC")
    if column.dtype == pl.Date:
        return cell.str.to_date("%Y-%m-%d")
    if column.dtype == TEXT_LIST:
        return _original(cell).map_batches(_split_all, return_dtype=TEXT_LIST)
    if column.dtype == pl.Boolean:
        return cell.replace_strict({"true": True, "false": False}, return_dtype=pl.Boolean)
    return _original(cell) if column.dtype == pl.String else cell.cast(column.dtype)


def _original(cell: pl.Expr) -> pl.Expr:
    return cell.str.replace(_PREFIXED, "$1")


def _join_all(cells: pl.Series) -> pl.Series:
    """Long lists repeat down a table (heading paths), so each is joined once."""
    joined: dict[tuple[str | None, ...], str] = {}
    texts: list[str | None] = []
    for cell in cells.to_list():
        if cell is None:
            texts.append(None)
            continue
        key = tuple(cell)
        if key not in joined:
            joined[key] = join_list(cell)
        texts.append(joined[key])
    return pl.Series(cells.name, texts, dtype=pl.String)


def _split_all(cells: pl.Series) -> pl.Series:
    lists: dict[str | None, tuple[str, ...] | None] = {None: None}
    for cell in cells.unique().drop_nulls().to_list():
        lists[cell] = tuple(split_list(cell))
    return list_series(cells.name, [lists[cell] for cell in cells.to_list()])
