"""Tables as they lie on disk, read with the columns of today: one way to open every Parquet file that is published.

A file that is damaged is told by its name, since Polars names none.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import polars as pl

from shelflist.errors import SnapshotError
from shelflist.tables.definition import Table


def conformed(frame: pl.LazyFrame, table: Table) -> pl.LazyFrame:
    """The columns as defined today: those that an older file lacks are null, Enums have today's values."""
    held = frame.collect_schema()
    return frame.select(
        (pl.col(name) if name in held else pl.lit(None).alias(name)).cast(dtype) for name, dtype in table.schema.items()
    )


def scanned(file: Path, table: Table) -> pl.LazyFrame:
    """The table of that kind in a file. Raises SnapshotError where the file is none, or is not there."""
    with _named(file):
        return conformed(pl.scan_parquet(file), table)


def opened(file: Path) -> pl.LazyFrame:
    """A Parquet file, seen to be one. Raises SnapshotError."""
    with _named(file):
        frame = pl.scan_parquet(file)
        frame.collect_schema()
        return frame


def unreadable(file: Path) -> str | None:
    """What is wrong with a Parquet file, if not all of it can be read."""
    try:
        with _named(file):
            pl.read_parquet(file)
    except SnapshotError as error:
        return str(error)
    return None


@contextmanager
def _named(file: Path) -> Iterator[None]:
    try:
        yield
    except (pl.exceptions.PolarsError, OSError) as error:
        reason = str(error).partition("\n")[0]  # what follows describes Polars' plan of the query
        raise SnapshotError(f"{file}: found {reason!r:.200}, expected a table in Parquet") from error
