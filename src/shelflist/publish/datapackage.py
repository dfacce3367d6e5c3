"""datapackage.json of a snapshot (Frictionless Data Package v1), made from the column definitions.

Beyond the standard it holds `previous`, `delta` (how the entries differ from the previous snapshot), and for each
resource `tableRows` and `tableHash`, the SHA-256 of the canonical CSV. No time but the version's own.

`frictionless validate` reads the rows of the CSV files and the bytes of the Parquet files, which are of the type
`file`: its reader of Parquet cannot count bytes, nor compare lists.
"""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import polars as pl

from shelflist.settings import RUN_ID_FORMAT
from shelflist.sources.model import Source
from shelflist.tables.columns import table_named
from shelflist.tables.definition import TEXT_LIST, TIMESTAMP, Column, Table

_DESCRIPTION = (
    "Every table as Parquet, and as CSV for all but entry_locations. In CSV a list is its values joined with ' | ' "
    "(in a value, \\ is written \\\\ and | is written \\|), null is an empty field, and a text that a spreadsheet "
    "would run as a formula has an apostrophe before it. Fields of type string marked `list` are such lists."
)
_DIALECT = {"delimiter": ",", "lineTerminator": "\r\n", "quoteChar": '"', "doubleQuote": True, "header": True}
_MEDIA_TYPES = {"csv": "text/csv", "parquet": "application/vnd.apache.parquet"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Release:
    """What a data package says of the snapshot as a whole."""

    source: Source
    version: str
    previous: str | None
    delta: Mapping[str, int]


def data_package(
    release: Release, tables: Mapping[str, pl.DataFrame], hashes: Mapping[str, str], folder: Path
) -> dict[str, Any]:
    """The content of datapackage.json for the table files in `folder`; `hashes` are those of the canonical CSV."""
    resources = [_resource(folder, name, frame.height, hashes[name]) for name, frame in tables.items()]
    source = release.source
    return {
        "profile": "data-package",
        "name": source.name,
        "title": source.title,
        "description": _DESCRIPTION,
        "homepage": source.home,
        "version": release.version,
        "created": datetime.strptime(release.version, RUN_ID_FORMAT).replace(tzinfo=UTC).strftime("%Y-%m-%dT%H:%M:%SZ"),
        **({"rights": source.rights} if source.rights else {}),
        "sources": [{"title": source.title, "path": source.home}],
        "previous": release.previous,
        "delta": dict(release.delta),
        "resources": [resource for of_table in resources for resource in of_table],
    }


def _resource(folder: Path, name: str, rows: int, hashed: str) -> list[dict[str, Any]]:
    """The resources of one table: its CSV file under the table's own name, its Parquet file beside it."""
    table = table_named(name)
    if not table.csv:
        return [{**_file(folder, table, "parquet", rows, hashed), "schema": table_schema(table)}]
    twins = [_file(folder, table, kind, rows, hashed) for kind in ("csv", "parquet")]
    return [{**twins[0], "schema": table_schema(table)}, twins[1]]


def _file(folder: Path, table: Table, kind: str, rows: int, hashed: str) -> dict[str, Any]:
    content = (folder / f"{table.name}.{kind}").read_bytes()
    is_csv = kind == "csv"
    return {
        "profile": "tabular-data-resource" if is_csv else "data-resource",
        "name": table.name if is_csv else f"{table.name}-parquet",
        "path": f"{table.name}.{kind}",
        "title": table.name,
        "description": table.description,
        "format": kind,
        "mediatype": _MEDIA_TYPES[kind],
        **({"encoding": "utf-8", "dialect": _DIALECT} if is_csv else {"type": "file"}),
        "bytes": len(content),
        "hash": f"sha256:{hashlib.sha256(content).hexdigest()}",
        "tableRows": rows,
        "tableHash": hashed,
    }


def table_schema(table: Table) -> dict[str, Any]:
    """A Frictionless Table Schema. Foreign keys into one of several tables cannot be said in it and are left out."""
    keys = [
        {
            "fields": key.column,
            "reference": {"resource": "" if key.tables[0] == table.name else key.tables[0], "fields": key.target},
        }
        for key in table.foreign_keys
        if len(key.tables) == 1
    ]
    schema = {
        "fields": [_field(column) for column in table.columns],
        "missingValues": [""],
        "primaryKey": list(table.key),
    }
    return {**schema, "foreignKeys": keys} if keys else schema


def _field(column: Column) -> dict[str, Any]:
    field: dict[str, Any] = {"name": column.name, "type": _type(column)}
    if column.dtype == TIMESTAMP:
        field["format"] = "any"  # the default form has no fractions of a second
    field["description"] = column.description
    if column.example:
        field["example"] = column.example
    if column.term:
        field["term"] = column.term
    if column.dtype == TEXT_LIST:
        field["list"] = True
    constraints = _constraints(column)
    return {**field, "constraints": constraints} if constraints else field


def _type(column: Column) -> str:
    if column.dtype == TIMESTAMP:
        return "datetime"
    by_type: dict[Any, str] = {pl.Boolean: "boolean", pl.Date: "date", pl.Float32: "number", pl.Float64: "number"}
    if column.dtype in by_type:
        return by_type[column.dtype]
    return "integer" if not isinstance(column.dtype, pl.DataType) and column.dtype.is_integer() else "string"


def _constraints(column: Column) -> dict[str, Any]:
    """An empty list is an empty field in quotation marks, which a reader may take for null: it is not required."""
    found: dict[str, Any] = {}
    if not column.nullable and column.dtype != TEXT_LIST:
        found["required"] = True
    if column.values:
        found["enum"] = list(column.values)
    if column.pattern is not None:
        found["pattern"] = column.pattern
    return found
