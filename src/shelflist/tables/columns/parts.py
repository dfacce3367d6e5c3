"""The tables that belong to an entry: where it stands, who made it, what it links."""

import polars as pl

from shelflist.models.checked import Standing
from shelflist.models.citation import NameType, Role
from shelflist.models.vocabulary import RowStatus
from shelflist.tables.definition import TIMESTAMP, Column, ForeignKey, Kind, Table, enum_of

_ENTRY = ForeignKey(column="entry_id", tables=("entries",), target="entry_id")

ENTRY_LOCATIONS = Table(
    name="entry_locations",
    kind=Kind.SNAPSHOT,
    description="Where in which capture an entry stands. Moves freely, and gives neither an event nor a snapshot of "
    "its own.",
    order="as `entries`",
    csv=False,
    volatile=True,
    key=("entry_id",),
    foreign_keys=(_ENTRY,),
    columns=(
        Column(name="entry_id", dtype=pl.String, example="e_4f0c2a91d3b7", description="The entry."),
        Column(
            name="capture_id", dtype=pl.String, example="20261103T030000Z-00012",
            description="The capture that the other columns point into.",
        ),
        Column(
            name="position", dtype=pl.UInt32, example="14",
            description="The n-th block of the page, over all its parts, from 0.",
        ),
        Column(
            name="dom_path", dtype=pl.String, term="W3C Web Annotation CssSelector", example="p:nth-of-type(3)",
            description="CSS path of the element within the content area.",
        ),
        Column(
            name="text_start", dtype=pl.UInt32, term="W3C Web Annotation TextPositionSelector", example="1830",
            description="First character in the content area's text, from 0.",
        ),
        Column(
            name="text_end", dtype=pl.UInt32, term="W3C Web Annotation TextPositionSelector", example="1921",
            description="Character after the last one.",
        ),
        Column(
            name="json_pointer", dtype=pl.String, nullable=True, term="RFC 6901", example="/0/content/rendered",
            description="Where in a REST answer the content was; null for HTML pages.",
        ),
        Column(
            name="extractor_version", dtype=pl.String, example="1", description="Version of the code that read it.",
        ),
    ),
)  # fmt: skip

ENTRY_CONTRIBUTORS = Table(
    name="entry_contributors",
    kind=Kind.SNAPSHOT,
    description='The names in a statement of responsibility; "WP and Zelda Coates" is two persons. Of `entries` only.',
    order="as `entries`, then position",
    key=("entry_id", "position"),
    foreign_keys=(_ENTRY, ForeignKey(column="agent_id", tables=("agents",), target="agent_id")),
    columns=(
        Column(name="entry_id", dtype=pl.String, example="e_4f0c2a91d3b7", description="The entry."),
        Column(name="position", dtype=pl.UInt32, example="1", description="Order in the line, from 1."),
        Column(
            name="role", dtype=enum_of(Role), tracked=True, term="MARC relators", example="aut",
            description="Author, editor, translator, compiler, writer of introduction, illustrator, signer, "
            "contributor, other.",
        ),
        Column(
            name="role_raw", dtype=pl.String, nullable=True, tracked=True, example="edited by",
            description="The words that give the role; null where none do.",
        ),
        Column(
            name="name_raw", dtype=pl.String, tracked=True, example="WP Coates",
            description="The name as written, but a shared surname is given to each.",
        ),
        Column(
            name="name_type", dtype=enum_of(NameType), tracked=True, term="MARC 21 X00, X10, X11", example="personal",
            description="A person, a body, a meeting.",
        ),
        Column(
            name="family", dtype=pl.String, nullable=True, tracked=True, example="Coates", description="Family name.",
        ),
        Column(
            name="given", dtype=pl.String, nullable=True, tracked=True, example="WP",
            description="Given names or initials.",
        ),
        Column(
            name="agent_id", dtype=pl.String, nullable=True, example="ag_5d3b6f2e0c9a4411b7aa",
            description="Authority record of the person or body, see `agents`.",
        ),
        Column(name="confidence", dtype=pl.Float32, example="1.0", description="How sure the reading is, 0 to 1."),
    ),
)  # fmt: skip

LINKS = Table(
    name="links",
    kind=Kind.SNAPSHOT,
    description="The links of the entries, those of removed entries included (`status` tells).",
    order="as `entries`, then `entries_removed`; then position",
    key=("link_id",),
    foreign_keys=(
        ForeignKey(column="entry_id", tables=("entries", "entries_removed"), target="entry_id"),
        ForeignKey(column="page_id", tables=("pages",), target="page_id"),
    ),
    columns=(
        Column(name="link_id", dtype=pl.String, example="l_0a1b2c3d4e5f", description="Identity of the link."),
        Column(
            name="entry_id", dtype=pl.String, nullable=True, example="e_4f0c2a91d3b7", tracked=True,
            description="The entry it belongs to.",
        ),
        Column(name="page_id", dtype=pl.String, example="p_90ab12cd34ef", description="The page it stands on."),
        Column(
            name="url_raw", dtype=pl.String, example="/scans/maps.pdf", tracked=True,
            description="The target as written.",
        ),
        Column(
            name="url", dtype=pl.String, tracked=True, example="https://archive.example/scans/maps.pdf",
            description="The target as an absolute address.",
        ),
        Column(
            name="anchor_text", dtype=pl.String, nullable=True, tracked=True, example="Soviet Union in Maps",
            description="The words that are the link.",
        ),
        Column(
            name="media_type", dtype=pl.String, nullable=True, term="RFC 6838", example="application/pdf",
            description="Of the document as last found; guessed from the address's ending until it is checked.",
        ),
        Column(
            name="is_primary", dtype=pl.Boolean, tracked=True, example="true",
            description="The link to the scan itself.",
        ),
        Column(name="position", dtype=pl.UInt32, example="0", description="Order within its entry, from 0."),
        Column(
            name="status", dtype=enum_of(RowStatus), tracked=True, example="active",
            description="`removed` for every link of a removed entry.",
        ),
        Column(
            name="target_status", dtype=pl.UInt16, nullable=True, term="RFC 9110", example="200",
            description="HTTP status of the linked document, by `shelflist check-links`. Null until it is checked.",
        ),
        Column(
            name="target_bytes", dtype=pl.UInt64, nullable=True, example="4718592",
            description="Its length when it was last there; null for HTML, and where the server does not say.",
        ),
        Column(
            name="target_checked_at", dtype=TIMESTAMP, nullable=True, example="2026-11-05T12:00:07Z",
            description="The first check that found it as these columns say; later ones are in `link_checks`.",
        ),
        Column(
            name="first_seen_at", dtype=TIMESTAMP, example="2026-11-01T03:00:00Z",
            description="First observation of the link.",
        ),
        Column(
            name="last_seen_at", dtype=TIMESTAMP, nullable=True, example="2026-11-05T03:00:00Z",
            description="Last observation; null while it is active.",
        ),
        Column(
            name="target_standing", dtype=enum_of(Standing), nullable=True, example="present",
            description="Whether the document is there: `doubtful` when one check did not find it, `missing` when a "
            "second one, at least 20 hours later, did not either. Null until a check learnt anything.",
        ),
        Column(
            name="target_missing_since", dtype=TIMESTAMP, nullable=True, example="2026-11-12T12:00:07Z",
            description="Of a `missing` document: the first check after the last good one that did not find it.",
        ),
        Column(
            name="target_last_modified", dtype=TIMESTAMP, nullable=True, term="RFC 9110",
            example="2026-10-30T18:02:11Z",
            description="When the server says that it last changed; null for HTML, which is made anew when asked for.",
        ),
        Column(
            name="target_url", dtype=pl.String, nullable=True, example="https://files.example/maps.pdf",
            description="Where permanent redirects (301, 308) lead; null if there are none.",
        ),
        Column(
            name="document_url", dtype=pl.String, nullable=True, example="https://archive.example/scans/maps.pdf",
            description="The file, where the link leads to an attachment page of WordPress: `target_status`, length, "
            "type and date are then the file's. Null for all other links, and until it is checked.",
        ),
    ),
)  # fmt: skip
