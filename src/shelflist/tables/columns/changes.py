"""The change log: every event of a run."""

import polars as pl

from shelflist.models.vocabulary import Cause, ChangeType, EntityType
from shelflist.tables.columns.runs import RUN, RUN_ID
from shelflist.tables.definition import TEXT_LIST, TIMESTAMP, Column, Kind, Table, enum_of

CHANGES = Table(
    name="changes",
    kind=Kind.RUN,
    description="The change log. What is new on the site: `cause` is source, neither `minor` nor `initial`.",
    order="page_id, entity_type, entity_id, change_type, field, change_id",
    key=("run_id", "change_id"),
    foreign_keys=(RUN,),
    columns=(
        Column(
            name="change_id", dtype=pl.String, example="x_c3ab8ff13720",
            description="Hash of entity, type, field, values, cause and captures: the same however often it is "
            "derived.",
        ),
        RUN_ID,
        Column(name="source_id", dtype=pl.String, example="demo", description="The source."),
        Column(name="entity_type", dtype=enum_of(EntityType), example="entry", description="What changed."),
        Column(name="entity_id", dtype=pl.String, example="e_4f0c2a91d3b7", description="Its id."),
        Column(name="page_id", dtype=pl.String, example="p_90ab12cd34ef", description="The page it is on."),
        Column(
            name="change_type", dtype=enum_of(ChangeType), example="changed",
            description="How; docs/changes.md, events.",
        ),
        Column(
            name="field", dtype=pl.String, nullable=True, example="page_count", description="The column that changed.",
        ),
        Column(name="old_value", dtype=pl.String, nullable=True, example="32", description="Its value before."),
        Column(name="new_value", dtype=pl.String, nullable=True, example="36", description="Its value now."),
        Column(name="cause", dtype=enum_of(Cause), example="source", description="Who changed it."),
        Column(
            name="minor", dtype=pl.Boolean, example="false",
            description="Only white space, quotation marks, dashes or order differ.",
        ),
        Column(
            name="initial", dtype=pl.Boolean, example="false",
            description="It was there when the source was first seen.",
        ),
        Column(
            name="confidence", dtype=pl.Float32, nullable=True, example="0.91",
            description="Always null: whether old and new are one thing is decided by rules, without a probability.",
        ),
        Column(
            name="occurred_after", dtype=TIMESTAMP, nullable=True, example="2026-11-02T03:00:04Z",
            description="Last complete observation of the old state: the change lies between this and `observed_at`.",
        ),
        Column(
            name="observed_at", dtype=TIMESTAMP, example="2026-11-03T03:00:07Z",
            description="First observation of the new state.",
        ),
        Column(
            name="confirmed_at", dtype=TIMESTAMP, nullable=True, example="2026-11-04T03:00:05Z",
            description="Of removals: the observation that confirmed it.",
        ),
        Column(
            name="from_capture_id", dtype=pl.String, nullable=True, example="20261102T030000Z-00011",
            description="The capture that shows the old state.",
        ),
        Column(
            name="to_capture_id", dtype=pl.String, nullable=True, example="20261103T030000Z-00012",
            description="The capture that shows the new state.",
        ),
        Column(
            name="related_ids", dtype=TEXT_LIST, example="e_7a7b3390c1d2",
            description="Entries that a line was split into or joined from.",
        ),
        Column(name="reason", dtype=pl.String, nullable=True, example="the page is gone", description="Why, in words."),
        Column(
            name="label", dtype=pl.String, example="Soviet Union in Maps",
            description="The title, so that a row can be read alone.",
        ),
    ),
)  # fmt: skip
