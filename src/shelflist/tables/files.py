"""Tables as files: byte-reproducible Parquet and its CSV twin, each read back and compared after writing.

Parquet is zstd, one chunk; with one version of Polars equal frames give equal bytes. CSV is RFC 4180: UTF-8 without
a byte order mark, CRLF, quotation marks only where needed; `shelflist.tables.text` says how each type is written.
Frames come sorted.

Polars encodes in memory and Python writes: what the disk refuses is then an OSError, where Polars would call the table
damaged, and may leave half of it behind without a word.
"""

import hashlib
from io import BytesIO
from pathlib import Path

import polars as pl

from shelflist.archive.durable import write_whole
from shelflist.errors import TableError
from shelflist.tables.columns import table_named
from shelflist.tables.definition import Table
from shelflist.tables.text import from_text, to_text


def write_table(folder: Path, name: str, frame: pl.DataFrame, text: bytes | None = None) -> list[Path]:
    """Write `<name>.parquet` and, where the table has one, `<name>.csv`. Returns the paths.

    `text` is the frame's canonical CSV, where that was made already. Raises TableError when a file, read back, is not
    equal to the frame.
    """
    table = table_named(name)
    paths = [write_parquet(folder / f"{name}.parquet", frame)]
    if table.csv:
        paths.append(write_csv(folder / f"{name}.csv", frame, name, text))
    return paths


def write_parquet(path: Path, frame: pl.DataFrame) -> Path:
    """Write a frame and read it back. Raises TableError when what is read differs."""
    path.write_bytes(parquet_bytes(frame))
    _compare(path, pl.read_parquet(path), frame)  # values were once shifted between rows (polars#16109)
    return path


def put_parquet(path: Path, frame: pl.DataFrame) -> Path:
    """As `write_parquet`, of a file that no folder around it makes whole: it is there, compared, or not at all."""
    content = parquet_bytes(frame)
    _compare(path, pl.read_parquet(content), frame)
    write_whole(path, content)
    return path


def parquet_bytes(frame: pl.DataFrame) -> bytes:
    """The frame as a Parquet file, zstd and in one chunk."""
    file = BytesIO()
    frame.rechunk().write_parquet(file, compression="zstd")
    return file.getvalue()


def write_csv(path: Path, frame: pl.DataFrame, table: str, text: bytes | None = None) -> Path:
    """Write the CSV twin and read it back. Raises TableError when what is read differs."""
    path.write_bytes(canonical_csv(frame) if text is None else text)
    _compare(path, read_csv(path, table), frame)
    return path


def read_csv(path: Path, table: str) -> pl.DataFrame:
    """The frame that a CSV twin was written from. Raises TableError for a file that is no such twin."""
    definition = table_named(table)
    try:
        return parse_csv(path.read_bytes(), definition)
    except (pl.exceptions.PolarsError, OSError) as error:
        reason = str(error).partition("\n")[0]
        raise TableError(f"{path}: found {reason}, expected the CSV twin of table {table}") from error


def parse_csv(content: bytes, table: Table) -> pl.DataFrame:
    """As `read_csv`, of bytes. Raises polars.exceptions.PolarsError."""
    texts = pl.read_csv(content, infer_schema=False)
    if tuple(texts.columns) != table.names:
        raise pl.exceptions.SchemaError(f"columns {', '.join(texts.columns)}")
    return from_text(texts, table)


def canonical_csv(frame: pl.DataFrame) -> bytes:
    """The bytes of the CSV twin."""
    return to_text(frame).write_csv(line_terminator="\r\n", quote_style="necessary").encode()


def table_hash(frame: pl.DataFrame) -> str:
    """SHA-256 of the canonical CSV, in hexadecimal: the same for equal frames with any version of Polars."""
    return hashlib.sha256(canonical_csv(frame)).hexdigest()


def _compare(path: Path, found: pl.DataFrame, expected: pl.DataFrame) -> None:
    if found.schema == expected.schema and found.equals(expected):
        return
    if found.schema != expected.schema:
        raise TableError(f"{path}: read back with columns {found.schema}, expected {expected.schema}")
    if found.height != expected.height:
        raise TableError(f"{path}: read back with {found.height} rows, expected {expected.height}")
    for name in expected.columns:
        differs = found[name].ne_missing(expected[name])
        if differs.any():
            row = int(differs.arg_true()[0])
            pair = f"read back as {_shown(found[name][row])}, expected {_shown(expected[name][row])}"
            raise TableError(f"{path}: {name}: row {row}: {pair}")


def _shown(value: object) -> str:
    return f"{value!r:.200}"
