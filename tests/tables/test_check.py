"""What does not fit its definition is told with table, column, row, found and expected."""

import polars as pl
import pytest

from shelflist.errors import TableError
from shelflist.tables.build import snapshot_tables
from shelflist.tables.check import validate
from tests.support import rows

Tables = dict[str, pl.DataFrame]


@pytest.fixture
def tables() -> Tables:
    return snapshot_tables(rows.state(rows.entry("a"), rows.entry("b", position=1)))


def _with(tables: Tables, name: str, *columns: pl.Expr) -> Tables:
    return {**tables, name: tables[name].with_columns(*columns)}


def _second(column: str, value: pl.Expr) -> pl.Expr:
    return pl.when(pl.int_range(pl.len()) == 1).then(value).otherwise(pl.col(column)).alias(column)


@pytest.mark.parametrize(
    ("name", "column", "fault"),
    [
        ("entries", _second("match_key", pl.lit(None)), "entries.match_key: row 1: found null, expected String"),
        ("entries", pl.col("occurrence").cast(pl.Int64), "entries.occurrence: found Int64, expected UInt32"),
        ("entries", pl.col("status").cast(pl.String), "entries.status: found String, expected one of active, missing"),
        ("entries", pl.lit("a").alias("entry_id"), "entries.entry_id: row 0: found 'a' more than once"),
        (
            "entries",
            _second("page_id", pl.lit("p9")),
            "entries.page_id: row 1: found 'p9', expected a page_id of pages",
        ),
        (
            "entries",
            _second("date_edtf", pl.lit("194X?")),
            "entries.date_edtf: row 1: found '194X?', expected ISO 8601-2",
        ),
        (
            "entries",
            _second("parse_confidence", pl.lit(float("nan"), pl.Float32)),
            "entries.parse_confidence: row 1: found nan, expected a finite number",
        ),
        (
            "entries",
            _second("notes", pl.lit([None], pl.List(pl.String))),
            "entries.notes: row 1: found a null inside a list, expected values only",
        ),
        (
            "links",
            _second("entry_id", pl.lit("z")),
            "links.entry_id: row 1: found 'z', expected a entry_id of entries or",
        ),
        (
            "entry_contributors",
            pl.lit("z").alias("entry_id"),
            "entry_contributors.entry_id+position: row 0: found 'z', 1",
        ),
    ],
)
def test_a_fault_names_its_place(tables: Tables, name: str, column: pl.Expr, fault: str) -> None:
    with pytest.raises(TableError) as caught:
        validate(_with(tables, name, column))
    assert str(caught.value).startswith(fault)


def test_a_link_without_an_entry_is_valid(tables: Tables) -> None:
    validate(_with(tables, "links", _second("entry_id", pl.lit(None))))


def test_a_column_too_few_or_too_many_is_named(tables: Tables) -> None:
    with pytest.raises(TableError, match="pages: found columns no kind, an unknown sort"):
        validate({"pages": tables["pages"].rename({"kind": "sort"})})
    with pytest.raises(TableError, match="in another order"):
        validate({"pages": tables["pages"].select(reversed(tables["pages"].columns))})


def test_a_foreign_key_is_checked_only_against_tables_that_are_given(tables: Tables) -> None:
    validate({"entries": tables["entries"]})


def test_an_unknown_table_is_told_with_those_there_are() -> None:
    with pytest.raises(TableError, match="shelves: no such table, expected one of entries, "):
        validate({"shelves": pl.DataFrame()})
