"""Files that two folders have in common: hard-linked, so that what did not change takes no room and no work."""

import hashlib
import os
import shutil
from collections.abc import Mapping, Sequence
from pathlib import Path

import polars as pl

from shelflist.tables.definition import Table


def share_table(base: Path, folder: Path, table: Table, told: Mapping[str, str]) -> bool:
    """Link the files of a table of the snapshot `base` into `folder`; False if they must be written.

    They must if they are not `are_current`, or where the file system cannot link. `told`: the checksums of the data
    package of `base`.
    """
    names = [f"{table.name}.{kind}" for kind in (("parquet", "csv") if table.csv else ("parquet",))]
    if not are_current(base, names, table, told):
        return False
    try:
        for name in names:
            os.link(base / name, folder / name)
    except OSError:
        for name in names:
            (folder / name).unlink(missing_ok=True)
        return False
    return True


def are_current(base: Path, names: Sequence[str], table: Table, told: Mapping[str, str]) -> bool:
    """The files of a table, its Parquet first, are what the data package tells, and their columns are those of today.

    The canonical CSV, and so the hash of a table, does not tell of the types.
    """
    is_whole = all(is_as_told(base / name, told.get(name)) for name in names)
    return is_whole and pl.read_parquet_schema(base / names[0]) == table.schema


def link_or_copy(file: Path, target: Path) -> None:
    """Published files are never written to again, so that both folders may share them."""
    try:
        os.link(file, target)
    except OSError:
        shutil.copyfile(file, target)


def is_as_told(file: Path, told: str | None) -> bool:
    """The file has the checksum that its data package tells."""
    return file.is_file() and f"sha256:{hashlib.sha256(file.read_bytes()).hexdigest()}" == told
