"""What each check of the linked documents found: ``<clean>/checks/<version>.parquet``, written once and kept.

A check is no run and has no folder among them; the version is the time of its end.
"""

from pathlib import Path

import polars as pl

from shelflist.archive.durable import make_folder
from shelflist.publish.sharing import link_or_copy
from shelflist.tables.check import validate
from shelflist.tables.files import put_parquet


def write_check(clean_dir: Path, version: str, found: pl.DataFrame) -> Path:
    """Write the table `link_checks` of one check; the same check gives the same bytes. Raises TableError."""
    validate({"link_checks": found})
    file = clean_dir / "checks" / f"{version}.parquet"
    return put_parquet(file, found)


def check_files(clean_dir: Path, *, up_to: str | None = None) -> list[Path]:
    """The tables of all checks, oldest first; those that ended by a version."""
    files = sorted((clean_dir / "checks").glob("*T*Z.parquet"))
    return [file for file in files if up_to is None or file.stem <= up_to]


def carry_checks(clean_dir: Path, target: Path, *, up_to: str) -> None:
    """Put the tables of the checks that ended by a version into another folder, as they are."""
    for file in check_files(clean_dir, up_to=up_to):
        make_folder(target / "checks")
        link_or_copy(file, target / "checks" / file.name)
