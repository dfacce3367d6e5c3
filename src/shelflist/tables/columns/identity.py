"""The tables of identity and of a person's word: id_aliases, identity_candidates, decisions."""

import polars as pl

from shelflist.models.vocabulary import EntityType
from shelflist.tables.definition import TIMESTAMP, Column, Kind, Table, enum_of

ID_ALIASES = Table(
    name="id_aliases",
    kind=Kind.SNAPSHOT,
    description="Published ids that were found to name one thing. Follow them from an old id to the current one.",
    order="alias_id",
    key=("alias_id",),
    columns=(
        Column(
            name="alias_id", dtype=pl.String, example="e_9999aaaabbbb", description="The id that is no longer used.",
        ),
        Column(name="current_id", dtype=pl.String, example="e_4f0c2a91d3b7", description="The id to use instead."),
        Column(name="entity_type", dtype=enum_of(EntityType), example="entry", description="What both ids name."),
        Column(
            name="joined_at", dtype=TIMESTAMP, example="2026-11-09T03:00:00Z", description="When the two were joined.",
        ),
        Column(
            name="decision_id", dtype=pl.String, nullable=True, example="d_0007",
            description="The decision behind it; null where a later capture showed it.",
        ),
    ),
)  # fmt: skip

IDENTITY_CANDIDATES = Table(
    name="identity_candidates",
    kind=Kind.SNAPSHOT,
    description="Pairs of entries that may be one and wait for a person. A pair lapses after 30 days.",
    order="page_id, candidate_id",
    key=("candidate_id",),
    columns=(
        Column(name="candidate_id", dtype=pl.String, example="c_51ab", description="Names the pair."),
        Column(name="source_id", dtype=pl.String, example="demo", description="The source."),
        Column(name="page_id", dtype=pl.String, example="p_90ab12cd34ef", description="The page of the newer entry."),
        Column(name="old_entry_id", dtype=pl.String, example="e_4f0c2a91d3b7", description="The entry that went."),
        Column(name="new_entry_id", dtype=pl.String, example="e_7a7b3390c1d2", description="The entry that came."),
        Column(
            name="score", dtype=pl.Float32, nullable=True, example="66.0",
            description="Likeness, 0 to 100; null where only the link is equal.",
        ),
        Column(
            name="reason", dtype=pl.String, example="equal link, but volume 1 and volume 2",
            description="Why it was not decided without a person.",
        ),
        Column(name="proposed_at", dtype=TIMESTAMP, example="2026-11-09T03:00:00Z", description="When it came up."),
    ),
)  # fmt: skip

DECISIONS = Table(
    name="decisions",
    kind=Kind.SNAPSHOT,
    description="What a person decided, as the ledger has it.",
    order="decided_at, decision_id",
    key=("decision_id",),
    columns=(
        Column(name="decision_id", dtype=pl.String, example="d_0007", description="Identity of the decision."),
        Column(
            name="kind", dtype=pl.Enum(["accept", "same", "different", "distrust"]), example="accept",
            description="`accept` what a gate held; two entries are the `same` or `different`; `distrust` a capture.",
        ),
        Column(name="decided_at", dtype=TIMESTAMP, example="2026-11-09T09:30:00Z", description="When."),
        Column(name="by", dtype=pl.String, example="anna", description="Who."),
        Column(name="reason", dtype=pl.String, example="the page was split in two", description="Why."),
        Column(
            name="run_id", dtype=pl.String, nullable=True, example="20261109T030000Z", description="The run accepted.",
        ),
        Column(
            name="page_id", dtype=pl.String, nullable=True, example="p_90ab12cd34ef",
            description="The page, where one page only was accepted.",
        ),
        Column(
            name="subject", dtype=pl.String, nullable=True, example="c_51ab",
            description="The candidate or capture decided on.",
        ),
    ),
)  # fmt: skip
