"""The tables `entries` and `entries_removed`: one row per listed item."""

from dataclasses import replace

import polars as pl

from shelflist.models.citation import DateStatus, DateType, Genre, Status
from shelflist.models.edtf import EDTF_PATTERN
from shelflist.models.vocabulary import Cause, RowStatus
from shelflist.tables.columns.authorities import OF_REGISTRY
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

_TITLE = (
    Column(
        name="title", dtype=pl.String, nullable=True, tracked=True, term="ISBD 1.1", example="Soviet Union in Maps",
        description="Title proper, with a part of the title after dash or colon as the source writes it.",
    ),
    Column(
        name="other_title_information", dtype=pl.String, nullable=True, tracked=True, term="ISBD 1.3",
        example="Stalingrad to Vladivostok", description="The explanatory phrase after the title.",
    ),
    Column(
        name="statement_of_responsibility", dtype=pl.String, nullable=True, tracked=True, term="ISBD 1.4",
        example="George Goodall",
        description="Who made it, in the words of the line. Read apart in `entry_contributors`.",
    ),
    Column(
        name="part_number", dtype=pl.String, nullable=True, tracked=True, term="MODS titleInfo/partNumber",
        example="Volume 2", description="Designation of the part; also left standing in `title`.",
    ),
    Column(
        name="part_name", dtype=pl.String, nullable=True, tracked=True, term="MODS titleInfo/partName",
        example="The October Days", description="Name of the part; also left standing in `title`.",
    ),
    Column(
        name="edition_statement", dtype=pl.String, nullable=True, tracked=True, term="ISBD 2", example="2nd edition",
        description="Edition, revised translation, reprint, ebook, as written.",
    ),
)  # fmt: skip

_STATED = "`not_identified`: the line says that it is not known (n.p.). `not_stated`: the line says nothing."

_IMPRINT = (
    Column(
        name="publisher", dtype=pl.String, nullable=True, tracked=True, term="ISBD 4.2",
        example="Foreign Languages Publishing House",
        description="Name of the publisher as written.",
    ),
    Column(
        name="publisher_status", dtype=enum_of(Status), tracked=True, term="RDA 2.8.4", example="stated",
        description=f"How the publisher stands in the line. {_STATED} `unparsed`: words are there but were not read.",
    ),
    Column(
        name="publisher_id", dtype=pl.String, nullable=True, example="pu_0f6d1f9a34c27b11e5d0",
        description="Authority record of the publisher, see `publishers` (FLPH is Foreign Languages Publishing House). "
        "Null where none is stated.",
    ),
    Column(
        name="place_of_publication", dtype=pl.String, nullable=True, tracked=True, term="ISBD 4.1", example="Moscow",
        description="Place as written.",
    ),
    Column(
        name="place_status", dtype=enum_of(Status), tracked=True, term="RDA 2.8.2", example="stated",
        description=f"How the place stands in the line. {_STATED}",
    ),
    Column(
        name="place_id", dtype=pl.String, nullable=True, example="pl_8a41f3c9be027d5566f1",
        description="Authority record of the place, see `places`. Null where none is stated.",
    ),
)  # fmt: skip

_DATES = (
    Column(
        name="date_raw", dtype=pl.String, nullable=True, tracked=True, term="ISBD 4.3", example="1941?",
        description="The date as written.",
    ),
    Column(
        name="date_edtf", dtype=pl.String, nullable=True, tracked=True, term="ISO 8601-2 (EDTF level 1)",
        example="1941?", pattern=EDTF_PATTERN, description="The date read, e.g. `1941?`, `194X`, `1918-06/1918-12`.",
    ),
    Column(
        name="date_earliest", dtype=pl.Date, nullable=True, example="1941-01-01",
        description="First day that `date_edtf` allows; null where it has no such bound. Spring is March to May, and "
        "so on; "
        "winter may lie at either end of its year. Qualifiers (? ~ %) widen nothing.",
    ),
    Column(
        name="date_latest", dtype=pl.Date, nullable=True, example="1941-12-31",
        description="Last day that `date_edtf` allows; null where it has no such bound.",
    ),
    Column(
        name="year", dtype=pl.Int16, nullable=True, example="1941",
        description="The year, where `date_earliest` and `date_latest` lie in one and the same.",
    ),
    Column(
        name="date_status", dtype=enum_of(DateStatus), tracked=True, term="RDA 2.8.6", example="uncertain",
        description='How the date stands in the line. "n.d." is `not_identified`, never a value.',
    ),
    Column(
        name="date_type", dtype=enum_of(DateType), tracked=True, term="MARC 21 008/06", example="q",
        description="s single, q questionable, n unknown, r reprint with original date, t publication and copyright, "
        "m multiple.",
    ),
    Column(
        name="original_date_edtf", dtype=pl.String, nullable=True, tracked=True, term="ISO 8601-2 (EDTF level 1)",
        example="1919", pattern=EDTF_PATTERN, description='Date of the original of a reprint ("first published 1919").',
    ),
)  # fmt: skip

_DESCRIPTION = (
    Column(
        name="extent_raw", dtype=pl.String, nullable=True, tracked=True, term="ISBD 5.1", example="251 pages",
        description="Extent as written.",
    ),
    Column(
        name="page_count", dtype=pl.UInt32, nullable=True, tracked=True, example="251",
        description="Number of pages, where the extent gives one.",
    ),
    Column(
        name="series_title", dtype=pl.String, nullable=True, tracked=True, term="ISBD 6.1",
        example="Little Lenin Library",
        description="Title of the series.",
    ),
    Column(
        name="series_number", dtype=pl.String, nullable=True, tracked=True, term="ISBD 6.6", example="Number 7",
        description="Numbering within the series.",
    ),
    Column(
        name="container_title", dtype=pl.String, nullable=True, tracked=True, term="MODS relatedItem[@type=host]",
        example="Labour Monthly", description="The periodical or volume that the item is part of.",
    ),
    Column(
        name="volume", dtype=pl.String, nullable=True, tracked=True, term="MODS part/detail", example="12",
        description="Volume of the periodical.",
    ),
    Column(
        name="issue", dtype=pl.String, nullable=True, tracked=True, term="MODS part/detail", example="4",
        description="Issue of the periodical.",
    ),
    Column(
        name="genre", dtype=enum_of(Genre), tracked=True, example="pamphlet",
        description="What kind of thing it is, where the line says so; else `unknown`.",
    ),
    Column(
        name="languages", dtype=TEXT_LIST, tracked=True, term="ISO 639-3", example="rus", description="Only if stated.",
    ),
    Column(
        name="notes", dtype=TEXT_LIST, tracked=True, term="ISBD 7", example="Text in Russian",
        description="What else the line says.",
    ),
    Column(
        name="isbn", dtype=TEXT_LIST, tracked=True, term="ISO 2108", example="9780852552575",
        description="International Standard Book Numbers.",
    ),
    Column(
        name="issn", dtype=TEXT_LIST, tracked=True, term="ISO 3297", example="0023-6985",
        description="International Standard Serial Numbers.",
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
    columns=_IDENTITY + _TITLE + _IMPRINT + _DATES + _DESCRIPTION + _DERIVED + _HISTORY,
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
