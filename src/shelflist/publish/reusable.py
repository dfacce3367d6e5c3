"""Tables of the latest version that the next one may take rows from, instead of making all of them again.

`<clean>/.made_by` says which version was written last, and by which Shelflist: another one may write the same entry
otherwise. It is no part of the catalogue; without it all rows are made again.
"""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import polars as pl

from shelflist.archive.durable import write_whole
from shelflist.errors import SnapshotError
from shelflist.extract.installed import program_stamp
from shelflist.publish.held import scanned
from shelflist.publish.index import file_hashes, table_hashes
from shelflist.publish.sharing import are_current
from shelflist.settings import SOFTWARE
from shelflist.tables.columns import table_named
from shelflist.tables.files import canonical_csv
from shelflist.tables.taken_over import TAKEN_OVER

_MAKER = (SOFTWARE, *program_stamp())
"""This very Shelflist, as it was when it began: two commits of one version may write a row otherwise."""


@dataclass(frozen=True, slots=True)
class Reusable:
    """Tables of a version, by name, and the hashes of their canonical CSV."""

    tables: Mapping[str, pl.DataFrame]
    hashes: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Written:
    """Tables as canonical CSV: the SHA-256 of each, and the bytes of those that were written out for it."""

    hashes: Mapping[str, str]
    texts: Mapping[str, bytes]


def written_of(tables: Mapping[str, pl.DataFrame], reusable: Reusable | None = None) -> Written:
    """Every table written out, but for frames that were taken over whole."""
    before = reusable or Reusable({}, {})
    known = {name: before.hashes[name] for name, frame in before.tables.items() if tables[name] is frame}
    texts = {name: canonical_csv(frame) for name, frame in tables.items() if name not in known}
    return Written(known | {name: hashlib.sha256(text).hexdigest() for name, text in texts.items()}, texts)


def mark_reusable(clean_dir: Path, version: str) -> None:
    """Say that this Shelflist wrote `version` just now."""
    write_whole(_file(clean_dir), json.dumps([version, *_MAKER]).encode())


def reusable_tables(clean_dir: Path, version: str) -> Reusable | None:
    """The tables in `TAKEN_OVER` of a version; None if this Shelflist did not write it last, or a file was touched."""
    folder = clean_dir / "snapshots" / version
    try:
        if json.loads(_file(clean_dir).read_bytes()) != [version, *_MAKER]:
            return None
        told = file_hashes(folder)
        return Reusable({name: _read(folder, name, told) for name in TAKEN_OVER}, table_hashes(folder))
    except (OSError, ValueError, SnapshotError):
        return None


def _read(folder: Path, name: str, told: Mapping[str, str]) -> pl.DataFrame:
    file, table = folder / f"{name}.parquet", table_named(name)
    if not are_current(folder, [file.name], table, told):
        raise SnapshotError(f"{file}: not as its data package tells, or of other columns than today's")
    return scanned(file, table).collect()


def _file(clean_dir: Path) -> Path:
    return clean_dir / ".made_by"
