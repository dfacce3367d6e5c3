"""The tables `pages` and `headings`."""

import polars as pl

from shelflist.models.vocabulary import RowStatus
from shelflist.tables.definition import TEXT_LIST, TIMESTAMP, Column, ForeignKey, Kind, Table, enum_of

HEADINGS = Table(
    name="headings",
    kind=Kind.SNAPSHOT,
    description="The headings that structure the pages.",
    order="page_id; the headings on the page in the page's order; then those not on it now",
    key=("heading_id",),
    foreign_keys=(
        ForeignKey(column="page_id", tables=("pages",), target="page_id"),
        ForeignKey(column="parent_heading_id", tables=("headings",), target="heading_id"),
    ),
    columns=(
        Column(
            name="heading_id", dtype=pl.String, example="h_77aa01fe52c0",
            description="Identity of the heading; kept when it is renamed.",
        ),
        Column(name="page_id", dtype=pl.String, example="p_90ab12cd34ef", tracked=True, description="Its page."),
        Column(
            name="parent_heading_id", dtype=pl.String, nullable=True, example="h_12aa01fe52c0", tracked=True,
            description="The heading it stands under.",
        ),
        Column(
            name="level", dtype=pl.UInt8, example="3", tracked=True, term="HTML h1 to h6",
            description="1 to 6; a bold paragraph is one below the last real heading.",
        ),
        Column(name="text", dtype=pl.String, example="The Civil War", tracked=True, description="Its text."),
        Column(
            name="path", dtype=TEXT_LIST, example="History | The Civil War",
            description="The texts of the headings above it and its own, outermost first.",
        ),
        Column(
            name="anchor", dtype=pl.String, nullable=True, example="civil-war", term="HTML id",
            description="The element's id, to link to it.",
        ),
        Column(
            name="status", dtype=enum_of(RowStatus), example="active", tracked=True, description="As in `entries`.",
        ),
        Column(
            name="first_seen_at", dtype=TIMESTAMP, example="2026-11-01T03:00:00Z", description="First observation.",
        ),
        Column(
            name="last_seen_at", dtype=TIMESTAMP, nullable=True, example="2026-11-05T03:00:00Z",
            description="Last observation; null while it is active.",
        ),
    ),
)  # fmt: skip

PAGES = Table(
    name="pages",
    kind=Kind.SNAPSHOT,
    description="The pages of the source, from their first complete observation on.",
    order="page_id",
    key=("page_id",),
    columns=(
        Column(
            name="page_id", dtype=pl.String, example="p_90ab12cd34ef",
            description="Identity of the page, from the source and the post id or the first canonical URL.",
        ),
        Column(name="source_id", dtype=pl.String, example="demo", description="The source."),
        Column(
            name="url", dtype=pl.String, example="https://archive.example/ussr/", tracked=True,
            description="The address it is read from.",
        ),
        Column(
            name="canonical_url", dtype=pl.String, nullable=True, example="https://archive.example/ussr/", tracked=True,
            term="RFC 6596", description="The address the page itself calls its own.",
        ),
        Column(
            name="wp_post_id", dtype=pl.UInt64, nullable=True, example="22",
            description="WordPress post id, where the page says it.",
        ),
        Column(
            name="title", dtype=pl.String, nullable=True, example="The Soviet Union", tracked=True,
            description="Title of the page.",
        ),
        Column(
            name="kind", dtype=pl.Enum(["listing", "article", "index"]), example="listing", tracked=True,
            description="`listing`: lists entries. `article`: prose. `index`: leads to other pages.",
        ),
        Column(
            name="language", dtype=pl.String, nullable=True, example="en-GB", term="BCP 47", tracked=True,
            description="Language the page declares.",
        ),
        Column(
            name="date_published", dtype=TIMESTAMP, nullable=True, example="2024-05-01T10:15:00Z", tracked=True,
            description="When the page was published, as it says itself.",
        ),
        Column(
            name="date_modified", dtype=TIMESTAMP, nullable=True, example="2026-10-30T18:02:11Z",
            description="When the page was last modified, as it says itself.",
        ),
        Column(
            name="categories", dtype=TEXT_LIST, example="USSR | History", tracked=True, description="Its categories.",
        ),
        Column(name="tags", dtype=TEXT_LIST, example="maps", tracked=True, description="Its tags."),
        Column(
            name="status", dtype=enum_of(RowStatus), example="active", tracked=True, description="As in `entries`.",
        ),
        Column(
            name="first_seen_at", dtype=TIMESTAMP, example="2026-11-01T03:00:00Z",
            description="First complete observation.",
        ),
        Column(
            name="last_seen_at", dtype=TIMESTAMP, nullable=True, example="2026-11-05T03:00:00Z",
            description="Last complete observation; null while it is active.",
        ),
        Column(
            name="unobserved_since", dtype=TIMESTAMP, nullable=True, example="2026-11-06T03:00:00Z",
            description="First of the runs on end that could not see it; null when the last one could.",
        ),
        Column(
            name="content_hash", dtype=pl.String, nullable=True, example="2c26b46b68ffc68f",
            description="SHA-256 over its blocks: kind, level, text, link targets.",
        ),
        Column(
            name="text_coverage", dtype=pl.Float32, example="1.0",
            description="Share of the content area's characters that stand in a block, 0 to 1.",
        ),
        Column(name="entry_count", dtype=pl.UInt32, example="84", description="Active entries on the page."),
        Column(
            name="evidence_capture_id", dtype=pl.String, example="20261103T030000Z-00012",
            description="The capture that gave the row its present values.",
        ),
        Column(
            name="robots", dtype=TEXT_LIST, example="noarchive | noindex", term="robots meta tag, X-Robots-Tag",
            description="What the page tells robots, in header or markup; not known of pages read as REST answers.",
        ),
    ),
)  # fmt: skip
