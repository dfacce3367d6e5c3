"""The tables `entries` and `entries_removed`: one row per listed item. What describes the item is in `described`."""

from dataclasses import replace

import polars as pl

from shelflist.models.vocabulary import Cause, RowStatus
from shelflist.tables.columns.authorities import OF_REGISTRY
from shelflist.tables.columns.described import DESCRIBED
from shelflist.tables.definition import TEXT_LIST, TIMESTAMP, Column, ForeignKey, Kind, Table, enum_of

_IDENTITY = (
    Column(
        name="entry_id", dtype=pl.String, example="e_4f0c2a91d3b7",
        description="Identity of the listed item. Minted once, carried by linkage from run to run, never reused.",
    ),
    Column(name="source_id", dtype=pl.String, example="demo", description="The source the item is listed by."),
    Column(
        name="page_id", dtype=pl.String, example="p_90ab12cd34ef", tracked=True,
        description="The page that lists the item.",
    ),
    Column(
        name="heading_id", dtype=pl.String, nullable=True, example="h_77aa01fe52c0", tracked=True,
        description="The nearest heading above the line; null where the page has none there.",
    ),
    Column(
        name="heading_path", dtype=TEXT_LIST, example="History | The Civil War",
        description="The texts of the headings the line stands under, outermost first.",
    ),
    Column(
        name="occurrence", dtype=pl.UInt32, example="1",
        description="The n-th of identical lines on the page, from 1. Identical lines stay two entries.",
    ),
    Column(
        name="status", dtype=enum_of([RowStatus.ACTIVE, RowStatus.MISSING, RowStatus.OUT_OF_SCOPE]), tracked=True,
        example="active",
        description="`missing`: not seen when the page was last completely observed, and not yet confirmed as removed. "
        "`out_of_scope`: the page left the source file. Confirmed removals are in `entries_removed`.",
    ),
    Column(
        name="citation_raw", dtype=pl.String, term="dcterms:bibliographicCitation", tracked=True,
        example="Soviet Union in Maps, Stalingrad to Vladivostok, George Goodall, Philip, London, 1942, 32 pages.",
        description="The line as the source has it: Unicode NFC, white space collapsed, otherwise unchanged.",
    ),
)  # fmt: skip

_DERIVED = (
    Column(
        name="creators_display", dtype=pl.String, nullable=True, example="Coates, W. P.; Coates, Zelda",
        description="The authors (role `aut`) for display, in the order of the line.",
    ),
    Column(
        name="primary_link_id", dtype=pl.String, nullable=True, tracked=True, example="l_0a1b2c3d4e5f",
        description="The link to the scan; see `links`.",
    ),
    Column(
        name="manifestation_id", dtype=pl.String, nullable=True, example="m_1a0c4e725f5a9e705528",
        description="Cluster of entries that list the same edition. An opinion, never identity. Null "
        "without a title.",
    ),
    Column(
        name="work_id", dtype=pl.String, nullable=True, example="w_7633c8f2811ac80ab682",
        description="Cluster of editions of one work, see `works`. An opinion, never identity. Null "
        "without a title.",
    ),
    Column(
        name="parse_confidence", dtype=pl.Float32, example="0.9",
        description="How sure the reading is, 0 to 1.",
    ),
    Column(
        name="unparsed_remainder", dtype=pl.String, nullable=True, tracked=True, example="with maps",
        description="Words of the line that found no field. Nothing is dropped.",
    ),
    Column(
        name="match_key", dtype=pl.String, example="soviet union in maps stalingrad to vladivostok",
        description="Comparison value for linkage: the line without case and punctuation. Not an id.",
    ),
    Column(
        name="record_hash", dtype=pl.String, example="9f86d081884c7d65",
        description="Comparison value over the fields read. Not an id.",
    ),
)  # fmt: skip

_HISTORY = (
    Column(
        name="first_seen_at", dtype=TIMESTAMP, example="2026-11-01T03:00:00Z",
        description="First observation of the item.",
    ),
    Column(
        name="last_seen_at", dtype=TIMESTAMP, nullable=True, example="2026-11-05T03:00:00Z",
        description="Last observation of the item; null while it is active, so that a quiet night changes nothing.",
    ),
    Column(
        name="missing_since", dtype=TIMESTAMP, nullable=True, example="2026-11-06T03:00:00Z",
        description="First complete observation of the page without the item; null while it is active.",
    ),
    Column(
        name="last_changed_at", dtype=TIMESTAMP, example="2026-11-03T03:00:00Z",
        description="When the row last got other values.",
    ),
    Column(
        name="last_change_cause", dtype=enum_of(Cause), nullable=True, example="source",
        description="Who changed it then: the site, our reading of it, a person, or an older capture that came in "
        "later.",
    ),
    Column(
        name="evidence_capture_id", dtype=pl.String, example="20261103T030000Z-00012",
        description="The capture that gave the row its present values.",
    ),
)  # fmt: skip

ENTRIES = Table(
    name="entries",
    kind=Kind.SNAPSHOT,
    description="One row per listed item as it stands, missing ones included.",
    order="page_id; the entries on the page in the page's order; then those not on it now",
    columns=_IDENTITY + DESCRIBED + _DERIVED + _HISTORY,
    key=("entry_id",),
    foreign_keys=(
        ForeignKey(column="page_id", tables=("pages",), target="page_id"),
        ForeignKey(column="heading_id", tables=("headings",), target="heading_id"),
        ForeignKey(column="primary_link_id", tables=("links",), target="link_id"),
        *OF_REGISTRY,
    ),
)


def _as_removed(column: Column) -> Column:
    if column.name != "status":
        return column
    return replace(column, dtype=enum_of([RowStatus.REMOVED]), description="Always `removed`.", example="removed")


ENTRIES_REMOVED = Table(
    name="entries_removed",
    kind=Kind.SNAPSHOT,
    description="Items whose removal is confirmed: the last full row of each, kept for ever.",
    order="page_id, then the page's last order",
    columns=tuple(_as_removed(column) for column in ENTRIES.columns),
    key=("entry_id",),
    foreign_keys=(ForeignKey(column="page_id", tables=("pages",), target="page_id"), *OF_REGISTRY),
)
