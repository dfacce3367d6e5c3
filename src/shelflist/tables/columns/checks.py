"""The table that a check of the linked documents leaves behind: link_checks."""

import polars as pl

from shelflist.tables.definition import TIMESTAMP, Column, Kind, Table

LINK_CHECKS = Table(
    name="link_checks",
    kind=Kind.CHECK,
    description="What each check of the linked documents found, one row per document asked for.",
    order="url",
    csv=False,
    key=("check_id", "url"),
    columns=(
        Column(
            name="check_id", dtype=pl.String, example="20261105T120000Z",
            description="The check: the time it began as %Y%m%dT%H%M%SZ, UTC.",
        ),
        Column(
            name="url", dtype=pl.String, example="https://archive.example/scans/maps.pdf",
            description="The document: `url` of `links` without a fragment.",
        ),
        Column(name="checked_at", dtype=TIMESTAMP, example="2026-11-05T12:00:07Z", description="When it was asked."),
        Column(
            name="found", dtype=pl.Boolean, nullable=True, example="true",
            description="Whether it was there; null where nothing was learnt: no answer, 403, 5xx, robots.txt.",
        ),
        Column(
            name="method", dtype=pl.Enum(["HEAD", "GET"]), nullable=True, example="HEAD",
            description="How the answer was had; GET asks for the first byte.",
        ),
        Column(
            name="http_status", dtype=pl.UInt16, nullable=True, example="200", term="RFC 9110",
            description="Status code, after redirects.",
        ),
        Column(
            name="media_type", dtype=pl.String, nullable=True, example="application/pdf", term="RFC 6838",
            description="Header Content-Type without its parameters.",
        ),
        Column(
            name="bytes", dtype=pl.UInt64, nullable=True, example="4718592", description="Length of the document.",
        ),
        Column(
            name="last_modified", dtype=pl.String, nullable=True, example="Fri, 30 Oct 2026 18:02:11 GMT",
            term="RFC 9110", description="Header Last-Modified, as written.",
        ),
        Column(
            name="final_url", dtype=pl.String, nullable=True, example="https://files.example/maps.pdf",
            description="Where redirects led; null if there were none.",
        ),
        Column(
            name="failure", dtype=pl.String, nullable=True, example="timeout",
            description="Why there was no answer, in a word.",
        ),
        Column(
            name="detail", dtype=pl.String, nullable=True, example="no answer in time",
            description="The same in more words.",
        ),
        Column(
            name="document_url", dtype=pl.String, nullable=True, example="https://archive.example/scans/maps.pdf",
            description="The file behind the attachment page `url`: the other columns are of it. Null elsewhere.",
        ),
    ),
)  # fmt: skip
