"""Two versions of one table, read a few columns at a time: which rows came and went, and which cells differ.

A million rows of fifty columns, twice, do not fit into memory that anyone likes to give, and gathering them into one
order takes longer than reading them. So the keys are paired once; after that each batch of columns is read from both
sides, hashed row by row where it lies, and only the rows whose hashes differ are looked at cell by cell.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import polars as pl

from shelflist.tables.text import to_text

BATCH = 6
"""Columns in memory at a time, of both sides."""

CELLS = pl.Schema(
    {"row": pl.UInt32(), "was": pl.UInt32(), "column": pl.UInt32(), "field": pl.String(), "old": pl.String(),
     "new": pl.String()}
)  # fmt: skip
"""A cell that differs: rows of the new and the old table, number and name of the column, both values as text."""


@dataclass(frozen=True, slots=True)
class Pairs:
    """Row numbers: `at` in the new table and `was` in the old one are of the same key; the rest came or went."""

    at: pl.Series
    was: pl.Series
    added: pl.Series
    removed: pl.Series


@dataclass(frozen=True, slots=True)
class Differing:
    """`added` and `removed` are whole rows; `cells` has the columns of `CELLS`, sorted by row and column."""

    added: pl.DataFrame
    removed: pl.DataFrame
    cells: pl.DataFrame


def paired(old: pl.LazyFrame, new: pl.LazyFrame, key: Sequence[str]) -> Pairs:
    """The rows of two tables paired by their key, each group in the order of its table."""
    befores, afters = pl.collect_all([old.select(key), new.select(key)])
    if befores.equals(afters):
        rows = pl.int_range(afters.height, dtype=pl.UInt32, eager=True)
        return Pairs(rows, rows, rows.clear(), rows.clear())
    both = _joined(befores, afters)
    common = both.filter(pl.col("was").is_not_null()).sort("at")
    gone = (
        pl.int_range(befores.height, dtype=pl.UInt32, eager=True)
        .alias("was")
        .to_frame()
        .join(common, on="was", how="anti")
    )
    return Pairs(common["at"], common["was"], both.filter(pl.col("was").is_null())["at"].sort(), gone["was"].sort())


def _joined(befores: pl.DataFrame, afters: pl.DataFrame) -> pl.DataFrame:
    """`at` and `was` for each row of `afters`. By hash, which is faster; by the keys themselves if two had one hash."""
    hashes = [frame.hash_rows() for frame in (befores, afters)]
    is_shared = any(one.n_unique() < one.len() for one in hashes)
    sides = (befores, afters) if is_shared else tuple(one.alias("key").to_frame() for one in hashes)
    numbered = sides[0].with_row_index("was"), sides[1].with_row_index("at")
    return numbered[1].join(numbered[0], on=sides[0].columns, how="left").select("at", "was")


def differing(
    old: pl.LazyFrame, new: pl.LazyFrame, pairs: Pairs, columns: Sequence[str], compared: Sequence[str]
) -> Differing:
    """Rows of `columns` that came and went, and cells of `compared` that differ. Both tables have all these columns."""
    came: list[pl.DataFrame] = []
    went: list[pl.DataFrame] = []
    cells: list[pl.DataFrame] = []
    for names in _batches(columns):
        was, now = pl.collect_all([old.select(names), new.select(names)])
        came.append(now[pairs.added])
        went.append(was[pairs.removed])
        cells += _cells(was, now, pairs, [name for name in names if name in compared], compared)
    found = pl.concat([CELLS.to_frame(), *cells]).sort("row", "column")
    return Differing(pl.concat(came, how="horizontal"), pl.concat(went, how="horizontal"), found)


def _batches(columns: Sequence[str]) -> Iterator[list[str]]:
    for start in range(0, len(columns), BATCH):
        yield list(columns[start : start + BATCH])


def _cells(
    was: pl.DataFrame, now: pl.DataFrame, pairs: Pairs, names: list[str], compared: Sequence[str]
) -> Iterator[pl.DataFrame]:
    if not names:
        return
    hashes = was.select(names).hash_rows().gather(pairs.was), now.select(names).hash_rows().gather(pairs.at)
    is_other = hashes[0] != hashes[1]
    if not is_other.any():
        return
    rows, befores = pairs.at.filter(is_other), pairs.was.filter(is_other)
    old, new = (to_text(frame.select(names)[at], harmless=False) for frame, at in ((was, befores), (now, rows)))
    for name in names:
        cells = pl.DataFrame({"row": rows, "was": befores, "old": old[name], "new": new[name]})
        unequal = cells.filter(pl.col("old").ne_missing(pl.col("new")))
        yield unequal.with_columns(
            column=pl.lit(list(compared).index(name), pl.UInt32), field=pl.lit(name)
        ).select(CELLS.names())  # fmt: skip
