"""Files that two folders have in common: hard-linked, so that what did not change takes no room and no work."""

import hashlib
import os
import shutil
from pathlib import Path

import polars as pl

from shelflist.publish.index import table_files
from shelflist.tables.definition import Table


def share_table(base: Path, folder: Path, table: Table) -> bool:
    """Link the files of a table of the snapshot `base` into `folder`; False if they must be written.

    They must if a file is not what its data package says, if the columns have other types today (the canonical CSV
    does not tell), or where the file system cannot link.
    """
    names = [f"{table.name}.{kind}" for kind in (("parquet", "csv") if table.csv else ("parquet",))]
    told = table_files(base, table.name)
    if any(not is_as_told(base / name, told.get(name)) for name in names):
        return False
    if pl.read_parquet_schema(base / names[0]) != table.schema:
        return False
    try:
        for name in names:
            os.link(base / name, folder / name)
    except OSError:
        for name in names:
            (folder / name).unlink(missing_ok=True)
        return False
    return True


def link_or_copy(file: Path, target: Path) -> None:
    """Published files are never written to again, so that both folders may share them."""
    try:
        os.link(file, target)
    except OSError:
        shutil.copyfile(file, target)


def is_as_told(file: Path, told: str | None) -> bool:
    """The file has the checksum that its data package tells."""
    return file.is_file() and f"sha256:{hashlib.sha256(file.read_bytes()).hexdigest()}" == told
