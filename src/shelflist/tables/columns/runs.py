"""The tables that a run leaves behind: captures, page_observations, runs; what it told is in `changes`."""

import polars as pl

from shelflist.models.vocabulary import RunKind, RunResult, Verdict
from shelflist.tables.definition import TEXT_LIST, TIMESTAMP, Column, ForeignKey, Kind, Table, enum_of

RUN_ID = Column(
    name="run_id", dtype=pl.String, example="20261103T030000Z",
    description="The run: its logical time as %Y%m%dT%H%M%SZ, UTC.",
)  # fmt: skip
RUN = ForeignKey(column="run_id", tables=("runs",), target="run_id")


def _count(name: str, description: str, example: str) -> Column:
    return Column(name=name, dtype=pl.UInt32, description=description, example=example)


CAPTURES = Table(
    name="captures",
    kind=Kind.RUN,
    description="What the web answered, one row per answer kept; redirect hops are rows of their own.",
    order="capture_id",
    csv=False,
    key=("capture_id",),
    foreign_keys=(RUN,),
    columns=(
        Column(
            name="capture_id", dtype=pl.String, example="20261103T030000Z-00012", description="run_id and a number.",
        ),
        RUN_ID,
        Column(
            name="url", dtype=pl.String, example="https://archive.example/ussr/", term="WARC-Target-URI",
            description="The address asked for at the start of a chain of redirects.",
        ),
        Column(
            name="final_url", dtype=pl.String, nullable=True, example="https://archive.example/ussr/",
            description="The address that gave this answer.",
        ),
        Column(
            name="captured_at", dtype=TIMESTAMP, example="2026-11-03T03:00:07Z", term="WARC-Date", description="When.",
        ),
        Column(
            name="http_status", dtype=pl.UInt16, nullable=True, example="200", term="RFC 9110",
            description="Status code.",
        ),
        Column(
            name="content_type", dtype=pl.String, nullable=True, example="text/html; charset=UTF-8", term="RFC 9110",
            description="Header Content-Type.",
        ),
        Column(
            name="etag", dtype=pl.String, nullable=True, example='W/"1a2b"', term="RFC 9110",
            description="Header ETag.",
        ),
        Column(
            name="last_modified", dtype=pl.String, nullable=True, example="Fri, 30 Oct 2026 18:02:11 GMT",
            term="RFC 9110",
            description="Header Last-Modified, as written.",
        ),
        Column(
            name="payload_digest", dtype=pl.String, nullable=True, example="sha256:2c26b46b68ffc68f",
            term="WARC-Payload-Digest", description="SHA-256 of the body after HTTP content decoding.",
        ),
        Column(
            name="content_hash", dtype=pl.String, nullable=True, example="fcde2b2edba56bf4",
            description="SHA-256 over the page's blocks; null for answers that are no page or were not read.",
        ),
        Column(
            name="record_type", dtype=pl.Enum(["response", "revisit"]), example="response", term="WARC-Type",
            description="`revisit`: the same body as an earlier capture, kept once.",
        ),
        Column(
            name="warc_filename", dtype=pl.String, example="2026-11/20261103T030000Z.warc.gz",
            description="File, relative to data/raw/<source>/.",
        ),
        Column(name="warc_offset", dtype=pl.UInt64, example="104857", description="First byte of the record in it."),
        Column(name="warc_length", dtype=pl.UInt64, example="9133", description="Bytes of the record, compressed."),
        Column(
            name="refers_to_capture_id", dtype=pl.String, nullable=True, example="20261102T030000Z-00011",
            description="Of a revisit: the capture that holds the body.",
        ),
        Column(
            name="distrusted", dtype=pl.Boolean, example="false", description="A person decided not to believe it.",
        ),
        Column(
            name="robots_tag", dtype=pl.String, nullable=True, example="noindex", term="X-Robots-Tag",
            description="What the answer's header tells robots, as written. WordPress says it of every REST answer.",
        ),
    ),
)  # fmt: skip

PAGE_OBSERVATIONS = Table(
    name="page_observations",
    kind=Kind.RUN,
    description="The verdict on every expected page in every run.",
    order="page_id",
    csv=False,
    key=("run_id", "page_id"),
    foreign_keys=(RUN,),
    columns=(
        RUN_ID,
        Column(name="page_id", dtype=pl.String, example="p_90ab12cd34ef", description="The page."),
        Column(
            name="capture_ids", dtype=TEXT_LIST, example="20261103T030000Z-00012",
            description="The captures read; several for a page of several parts.",
        ),
        Column(
            name="verdict", dtype=enum_of(Verdict), example="ok", description="What the page said; docs/changes.md.",
        ),
        Column(
            name="basis", dtype=pl.Enum(["capture", "list", "validator", "digest", "failure", "none"]),
            example="capture",
            description="What the verdict rests on.",
        ),
        Column(
            name="absence_counts", dtype=pl.Boolean, example="true",
            description="The page was completely observed: what is not on it is missing.",
        ),
        Column(
            name="detail", dtype=pl.String, nullable=True, example="HTTP 503 after 3 retries",
            description="The verdict in words.",
        ),
        Column(
            name="entries_seen", dtype=pl.UInt32, nullable=True, example="84",
            description="Entries read; null if not read.",
        ),
        Column(
            name="text_coverage", dtype=pl.Float32, nullable=True, example="1.0",
            description="Share of the content area's characters that stand in a block, 0 to 1; null if not read.",
        ),
        Column(
            name="gate_failures", dtype=TEXT_LIST, example="12 of 84 entries left",
            description="The page gates that tripped, in words.",
        ),
        Column(
            name="accepted_by", dtype=pl.String, nullable=True, example="d_0007",
            description="The decision that released what the gates held.",
        ),
        Column(
            name="url", dtype=pl.String, nullable=True, example="https://archive.example/history-of-the-ussr/",
            description="Where people find the page; one that was never completely observed has no row in pages.",
        ),
    ),
)  # fmt: skip

RUNS = Table(
    name="runs",
    kind=Kind.RUN,
    description="What every run came to.",
    order="run_id",
    csv=False,
    key=("run_id",),
    columns=(
        RUN_ID,
        Column(name="source_id", dtype=pl.String, example="demo", description="The source."),
        Column(
            name="logical_at", dtype=TIMESTAMP, example="2026-11-03T03:00:00Z",
            description="The time the run stands for; names it.",
        ),
        Column(name="started_at", dtype=TIMESTAMP, example="2026-11-03T03:00:00Z", description="Start."),
        Column(name="ended_at", dtype=TIMESTAMP, example="2026-11-03T03:12:40Z", description="End."),
        Column(name="result", dtype=enum_of(RunResult), example="success", description="Worst first."),
        Column(
            name="data_version", dtype=pl.String, nullable=True, example="20261103T030000Z",
            description="The snapshot that was current afterwards.",
        ),
        Column(
            name="previous_version", dtype=pl.String, nullable=True, example="20261102T030000Z",
            description="The snapshot that was current before.",
        ),
        Column(name="extractor_version", dtype=pl.String, example="1", description="Version of the reading code."),
        Column(
            name="rules_sha256", dtype=pl.String, example="ba7816bf8f01cfea",
            description="The rules used: rules/<sha256>.toml.",
        ),
        Column(name="software", dtype=pl.String, example="shelflist/0.1.0", description="Name and version."),
        _count("pages_expected", "Pages that should have been seen.", "42"),
        _count("pages_complete", "Pages completely observed.", "41"),
        _count("pages_blind", "Pages of which nothing was learnt.", "1"),
        _count("entries_active", "Active entries afterwards.", "1480"),
        _count("entries_added", "Entries added, initial ones not counted.", "3"),
        _count("entries_changed", "Entries changed.", "2"),
        _count("entries_moved", "Entries moved.", "0"),
        _count("entries_removed", "Removals confirmed.", "1"),
        _count("entries_missing", "Entries that are missing and not yet confirmed as removed.", "1"),
        _count("requests", "HTTP exchanges.", "47"),
        Column(name="bytes", dtype=pl.UInt64, example="1048576", description="Bytes of the bodies, as received."),
        Column(
            name="held_reasons", dtype=TEXT_LIST, example="31 entries missing or removed, 25 allowed",
            description="Why a person should look.",
        ),
        Column(
            name="warc_files", dtype=TEXT_LIST, example="2026-11/20261103T030000Z.warc.gz",
            description="What was captured, relative to data/raw/<source>/.",
        ),
        Column(
            name="waited_seconds", dtype=pl.Float64, example="82.0", description="Spent on politeness and retries.",
        ),
        Column(
            name="robots", dtype=pl.String, example="allowed", term="RFC 9309",
            description="`allowed`, `unreachable`, `denied`, or `none` where the site has no robots.txt.",
        ),
        Column(
            name="door", dtype=pl.String, nullable=True, example="wordpress",
            description="Where the list of pages came from; null where none served.",
        ),
        Column(
            name="doors_compared", dtype=TEXT_LIST, example="wordpress | sitemap",
            description="Doors whose complete lists were compared, the one that served first; empty in most runs.",
        ),
        Column(
            name="doors_agreed", dtype=TEXT_LIST, example="wordpress | sitemap",
            description="Those of them that named the same pages as the one that served (a feed: the same posts).",
        ),
        Column(
            name="pages_of_one_door", dtype=TEXT_LIST, example="sitemap: http://demo.localhost/leaflets/",
            description="Pages that only one of the compared doors knew, 50 of each door at most.",
        ),
        Column(
            name="slowest_delay", dtype=pl.Float64, example="1.0",
            description="Seconds of the longest pause that a host was given between two requests.",
        ),
        Column(
            name="kind", dtype=enum_of(RunKind), nullable=True, example="harvest",
            description="A look at the site, or what changes the tables without one: an import of older captures, an "
            "epoch (other code or rules), a person's decision, a takedown. Null in records of before this column.",
        ),
        Column(
            name="pages_too_deep", dtype=pl.UInt32, nullable=True, example="0",
            description="Pages more than `max_depth` links away, which do not belong to the archive and were not asked "
            "for; null where no links were followed.",
        ),
        Column(
            name="first_too_deep", dtype=pl.String, nullable=True, example="http://demo.localhost/a/b/c/",
            description="The address of the first of them.",
        ),
    ),
)  # fmt: skip
