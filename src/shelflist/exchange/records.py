"""Whole records out of the tables: an entry with its contributors, its links and its page. Nothing is interpreted here.

The tables are held as columns, which is a few bytes for a cell; rows are made for a portion of the entries at a time.
"""

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from itertools import groupby
from operator import itemgetter
from pathlib import Path
from typing import Any

import polars as pl

from shelflist.errors import SnapshotError
from shelflist.models.vocabulary import RowStatus
from shelflist.publish.read import as_version, load, versions
from shelflist.settings import clean_directory

PORTION = 1000
"""Entries whose rows are in memory at once."""

Row = Mapping[str, Any]

_LINE_ENDS = re.compile(r"[\x85\u2028\u2029]")


@dataclass(frozen=True, slots=True)
class Record:
    """Rows of the tables `entries`, `entry_contributors`, `links` and `pages` that belong together."""

    entry: Row
    contributors: Sequence[Row]
    links: Sequence[Row]
    page: Row


@dataclass(frozen=True, slots=True)
class Selection:
    """The entries of a version that are there and sure enough, in the order of the table; how many are left out."""

    version: str
    entries: pl.DataFrame
    contributors: pl.DataFrame
    links: pl.DataFrame
    pages: Mapping[str, Row]
    not_there: int
    too_doubtful: int

    def records(self) -> Iterator[Record]:
        for portion in self.entries.iter_slices(PORTION):
            ids = portion["entry_id"].implode()
            contributors, links = _by_entry(self.contributors, ids), _by_entry(self.links, ids)
            for entry in portion.iter_rows(named=True):
                key = entry["entry_id"]
                yield Record(entry, contributors.get(key, ()), links.get(key, ()), self.pages[entry["page_id"]])


def select(source: str, data: Path, *, as_of: str | None = None, least: float = 0.0) -> Selection:
    """What `load` gives of the latest snapshot, or of the last one by the end of `as_of`.

    Left out are entries that are not there (missing, out of scope) and those whose confidence is below `least`.
    Raises SnapshotError.
    """
    version = _version(source, data, as_of)
    tables = {
        name: _readable(load(source, name, data=data, version=version).collect())
        for name in ("entries", "entry_contributors", "links", "pages")
    }
    is_there = pl.col("status") == RowStatus.ACTIVE
    there = tables["entries"].filter(is_there)
    sure = there.filter(pl.col("parse_confidence") >= least)
    return Selection(
        version=version,
        entries=sure,
        contributors=tables["entry_contributors"],
        links=tables["links"].filter(is_there),
        pages={row["page_id"]: row for row in tables["pages"].iter_rows(named=True)},
        not_there=tables["entries"].height - there.height,
        too_doubtful=there.height - sure.height,
    )


def plain(row: Row) -> dict[str, Any]:
    """The row in the types that JSON has; times in ISO 8601 with Z."""
    return {name: _plain(value) for name, value in row.items()}


def json_line(value: object) -> str:
    """JSON on one line, also for readers that count more signs than the line feed as ends of lines."""
    text = json.dumps(value, ensure_ascii=False)
    return _LINE_ENDS.sub(lambda found: f"\\u{ord(found.group()):04x}", text)


def _version(source: str, data: Path, as_of: str | None) -> str:
    if as_of is None:
        load(source, data=data)  # says what there is, if there is none
    known = versions(clean_directory(data, source))
    earlier = known if as_of is None else [version for version in known if version <= as_version(as_of)]
    if not earlier:
        first = f"; the first is {known[0]}" if known else " has been published yet"
        raise SnapshotError(f"{source}: no snapshot{f' on or before {as_of}' if known else ''}{first}")
    return earlier[-1]


def _readable(frame: pl.DataFrame) -> pl.DataFrame:
    """Single precision as the shortest decimal that means the same: 0.9, where Python would make 0.8999999761581421."""
    single = pl.col(pl.Float32)
    return frame.with_columns(single.cast(pl.String).cast(pl.Float64))


def _by_entry(frame: pl.DataFrame, ids: pl.Series) -> dict[str, list[Row]]:
    """The rows of these entries, which stand together in the table; by position."""
    rows = frame.filter(pl.col("entry_id").is_in(ids)).iter_rows(named=True)
    return {key: list(group) for key, group in groupby(rows, itemgetter("entry_id"))}


def _plain(value: object) -> object:
    if isinstance(value, datetime):
        return value.isoformat().replace("+00:00", "Z")
    return value.isoformat() if isinstance(value, date) else value
