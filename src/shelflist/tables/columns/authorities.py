"""The tables of names and clusters: agents, publishers, places, works. Ids are opinions; nothing is tracked."""

import polars as pl

from shelflist.tables.definition import TEXT_LIST, Column, ForeignKey, Kind, Table

_DECIDED = (
    "One reason for each of `variants`, in their order: listed, the same letters, names that agree, one slip, or the "
    "source file. docs/authorities.md tells the rules."
)


def _variants(example: str, decided: str) -> tuple[Column, Column]:
    return (
        Column(
            name="variants", dtype=TEXT_LIST, example=example,
            description="All forms in which entries write it, removed entries included, as written.",
        ),
        Column(name="decided", dtype=TEXT_LIST, example=decided, description=_DECIDED),
    )  # fmt: skip


AGENTS = Table(
    name="agents",
    kind=Kind.SNAPSHOT,
    description="Persons and bodies that entries name as contributors.",
    order="agent_id",
    key=("agent_id",),
    columns=(
        Column(
            name="agent_id", dtype=pl.String, example="ag_5d3b6f2e0c9a4411b7aa",
            description="Minted when the name was first seen; never changed but by the source file.",
        ),
        Column(
            name="preferred_name", dtype=pl.String, example="Zelda K. Coates",
            description="The name that the bundled list prefers, else the form seen first.",
        ),
        Column(
            name="kind", dtype=pl.Enum(["person", "body"]), example="person", term="MARC 21 X00, X10",
            description="A person, or a body (a meeting is one).",
        ),
        *_variants("ZK Coates | Zelda Coates", "listed as 'Zelda K. Coates' | listed as 'Zelda K. Coates'"),
    ),
)  # fmt: skip

PUBLISHERS = Table(
    name="publishers",
    kind=Kind.SNAPSHOT,
    description="Publishing houses, and parties, societies and periodicals that publish. Houses of one name in "
    "different places are several.",
    order="publisher_id",
    key=("publisher_id",),
    columns=(
        Column(
            name="publisher_id", dtype=pl.String, example="pu_0f6d1f9a34c27b11e5d0",
            description="Minted when the name was first seen; never changed but by the source file.",
        ),
        Column(
            name="preferred_name", dtype=pl.String, example="Foreign Languages Publishing House",
            description="The name that the bundled list prefers, else the form seen first.",
        ),
        Column(
            name="kind", dtype=pl.Enum(["house", "party", "society", "periodical", "government"]), nullable=True,
            example="house", description="What it is, where the bundled list says so.",
        ),
        *_variants(
            "FLPH", "listed as 'Foreign Languages Publishing House': the Moscow house (1938-1963)",
        ),
    ),
)  # fmt: skip

PLACES = Table(
    name="places",
    kind=Kind.SNAPSHOT,
    description="Places of publication. A city that was renamed is one place.",
    order="place_id",
    key=("place_id",),
    columns=(
        Column(
            name="place_id", dtype=pl.String, example="pl_8a41f3c9be027d5566f1",
            description="Minted when the name was first seen; never changed but by the source file.",
        ),
        Column(
            name="preferred_name", dtype=pl.String, example="Beijing",
            description="The name that the bundled list prefers, else the form seen first.",
        ),
        Column(
            name="kind", dtype=pl.Enum(["city", "country"]), nullable=True, example="city",
            description="What it is, where the bundled list says so.",
        ),
        *_variants("Peking", "listed as 'Beijing': same place, other name"),
    ),
)  # fmt: skip

WORKS = Table(
    name="works",
    kind=Kind.SNAPSHOT,
    description="Works that entries list, removed ones included, with their editions. Clusters are opinions, never "
    "identity.",
    order="work_id",
    key=("work_id",),
    columns=(
        Column(
            name="work_id", dtype=pl.String, example="w_7633c8f2811ac80ab682",
            description="Minted when the work was first seen.",
        ),
        Column(
            name="title", dtype=pl.String, example="Ten Days that Shook the World",
            description="The title as the entry first seen has it.",
        ),
        Column(
            name="agent_ids", dtype=TEXT_LIST, example="ag_5d3b6f2e0c9a4411b7aa",
            description="The creators: authors and signatories, else editors. Sorted.",
        ),
        Column(
            name="entry_ids", dtype=TEXT_LIST, example="e_4f0c2a91d3b7 | e_7a7b3390c1d2",
            description="The entries that list it, as `entries` is sorted, then those of `entries_removed`.",
        ),
        Column(
            name="manifestation_ids", dtype=TEXT_LIST, example="m_1a0c4e725f5a | m_fedec110e1a9",
            description="The edition that each of `entry_ids` lists, in their order.",
        ),
        Column(
            name="decided", dtype=TEXT_LIST, example="its title, creators and numbers are those of the work",
            description="One reason for each of `entry_ids`, in their order.",
        ),
    ),
)  # fmt: skip

OF_REGISTRY = (
    ForeignKey(column="publisher_id", tables=("publishers",), target="publisher_id"),
    ForeignKey(column="place_id", tables=("places",), target="place_id"),
    ForeignKey(column="work_id", tables=("works",), target="work_id"),
)
"""Of `entries` and `entries_removed`."""
