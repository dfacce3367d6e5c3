"""The table `entry_history`: every version of every row of `entries`, each with the time it held (SCD type 2).

`OPENED` is what the file of one version holds: the rows that began with it. Their ends are the beginnings of the next
rows of the same entries, so that a file is never written again.
"""

from dataclasses import replace

import polars as pl

from shelflist.models.vocabulary import RowStatus
from shelflist.tables.columns.entries import ENTRIES
from shelflist.tables.definition import TEXT_LIST, TIMESTAMP, Column, Kind, Table, enum_of

_OPENING = (
    Column(
        name="version", dtype=pl.String, example="20261103T030000Z",
        description="The snapshot that the row began with.",
    ),
    Column(
        name="valid_from", dtype=TIMESTAMP, example="2026-11-03T03:00:00Z",
        description="First moment of the row: the time of `version`.",
    ),
    Column(
        name="valid_from_earliest", dtype=TIMESTAMP, nullable=True, example="2026-11-02T03:00:00Z",
        description="The last complete observation of what was before; on the site the change happened between "
        "it and `valid_from`. Null where nothing was seen before.",
    ),
    Column(
        name="is_deleted", dtype=pl.Boolean, example="false",
        description="The entry is no longer in `entries`; the other columns hold its last values.",
    ),
    Column(
        name="opened_by", dtype=TEXT_LIST, example="c_51ab0c94",
        description="The changes (`change_id`) that the row began with; empty where only derived columns differ.",
    ),
)  # fmt: skip

_CLOSING = (
    Column(
        name="valid_to", dtype=TIMESTAMP, nullable=True, example="2026-11-05T03:00:00Z",
        description="First moment after the row: `valid_from` of the entry's next one. Null: it still holds.",
    ),
    Column(name="is_current", dtype=pl.Boolean, example="true", description="Whether `valid_to` is null."),
    Column(
        name="closed_by", dtype=TEXT_LIST, nullable=True, example="c_77d2e1f0",
        description="`opened_by` of the entry's next row; null while the row holds.",
    ),
)  # fmt: skip


def _with_removed(column: Column) -> Column:
    return replace(column, dtype=enum_of(RowStatus)) if column.name == "status" else column


ENTRY_HISTORY = Table(
    name="entry_history",
    kind=Kind.HISTORY,
    description="Every row that `entries` ever held, and from when to when: half-open, without gap or overlap, one "
    "current row for each entry. An entry that is no longer listed ends with a row that `is_deleted`; when it "
    "reappears it goes on under the same id.",
    order="entry_id, valid_from",
    columns=tuple(_with_removed(column) for column in ENTRIES.columns) + _OPENING + _CLOSING,
    key=("entry_id", "version"),
    csv=False,
)

OPENED = replace(ENTRY_HISTORY, columns=tuple(c for c in ENTRY_HISTORY.columns if c not in _CLOSING))
