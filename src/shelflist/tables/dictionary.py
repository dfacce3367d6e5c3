"""docs/tables.md, made from the definitions. ``python -m shelflist.tables.dictionary > docs/tables.md`` renews it."""

from collections.abc import Iterable

from shelflist.tables.columns import ENTRY_HISTORY, LINK_CHECKS, RUN_TABLES, SNAPSHOT_TABLES
from shelflist.tables.definition import Column, Kind, Table

_HEAD = r"""
# The tables

This page is made from the column definitions in `src/shelflist/tables/columns/`; renew it with
`python -m shelflist.tables.dictionary > docs/tables.md`.

Every snapshot folder `data/clean/<source>/snapshots/<version>/` holds the snapshot tables, and every run folder
`data/clean/<source>/runs/<run_id>/` what the run left. `data/clean/<source>/history/<version>.parquet` holds the rows
of `entry_history` that began with a version. `shelflist.load("demo", "entries")` gives any of them as a
`polars.LazyFrame`; with `as_of="2026-11-03"` as it stood at the end of that day. `entries` as of a day is made of the
history, sorted by page and entry id; where a snapshot was pruned, its other tables are made again from the deltas.

All times are UTC, in microseconds. A run id and a version are the logical time of a run as `%Y%m%dT%H%M%SZ`. Columns
are only ever added, at the end.

In the tables below, `?` after the name of a column says that it may be null. A tracked column is compared between
snapshots; the others follow from tracked ones or move freely. Snapshot tables hold nothing that moves on a night
without change. Equal data gives equal bytes, in Parquet with one version of Polars, in CSV always.

## The CSV twin

CSV files are UTF-8 without a byte order mark, with commas, CRLF and quotation marks where needed (RFC 4180). The names
of the columns are the first line. `shelflist.tables.files.read_csv` gives back exactly what the Parquet file holds.

| value | in CSV |
|---|---|
| null | an empty field |
| an empty string, an empty list | `""`: an empty field in quotation marks |
| list | joined with ` \| `; in a value `\` is `\\` and `\|` is `\\|`; an empty value is `\e` |
| a text that a spreadsheet would run | an apostrophe before it |
| a timestamp | `2026-11-03T03:00:00Z`, with a fraction of up to six digits only if it has one |
| a date | `2026-11-03` |
| true, false | `true`, `false` |
| a number | the shortest decimal that reads back as the same number |

A text gets an apostrophe when it begins, after any number of apostrophes, with `=`, `+`, `-`, `@`, a tab, a line break,
or a full-width form of these signs (＝ ＋ － ＠). So `=A1` is `'=A1`, `'=A1` is `''=A1`, and `'tis` stays as it is.
Take one apostrophe away from exactly those cells that begin with apostrophes and one of these signs.
"""


def dictionary() -> str:
    """The text of docs/tables.md."""
    parts = [_HEAD.lstrip()]
    parts += ["## Snapshot tables\n", *_sections(SNAPSHOT_TABLES)]
    parts += ["## Run tables\n", *_sections(RUN_TABLES)]
    parts += ["## History\n", _section(ENTRY_HISTORY)]
    parts += ["## Checks of the linked documents\n", _section(LINK_CHECKS)]
    return "\n".join(parts)


def _sections(tables: Iterable[Table]) -> list[str]:
    return [_section(table) for table in tables]


def _section(table: Table) -> str:
    lines = [
        f"### {table.name}\n",
        f"{table.description}\n",
        f"Key: {_codes(table.key)}. Sorted by {table.order}. {_files(table)}\n",
        *_references(table),
        "| column | type | tracked | meaning | example | term |",
        "|---|---|---|---|---|---|",
        *(_row(column) for column in table.columns),
    ]
    return "\n".join(lines) + "\n"


def _files(table: Table) -> str:
    if table.name == "runs":
        return "Kept as `run.json`, one for each run."
    if table.kind is Kind.HISTORY:
        return (
            "One Parquet file for each version, without `valid_to`, `is_current` and `closed_by`: "
            "the entry's next row says these."
        )
    if table.kind is Kind.CHECK:
        return "One Parquet file for each check, `checks/<version>.parquet`, named after the time of its end."
    return "Parquet and CSV." if table.csv else "Parquet only."


def _references(table: Table) -> list[str]:
    of_key = [f"`{key.column}` is a `{key.target}` of {_codes(key.tables)}" for key in table.foreign_keys]
    return ["; ".join(of_key) + ".\n"] if of_key else []


def _codes(names: Iterable[str]) -> str:
    return ", ".join(f"`{name}`" for name in names)


def _row(column: Column) -> str:
    name = f"{column.name} ?" if column.nullable else column.name
    kind = f"Enum: {', '.join(column.values)}" if column.values else column.type_name
    example = f"`{column.example}`" if column.example else ""
    cells = (name, kind, "yes" if column.tracked else "", column.description, example, column.term)
    return "| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |"


if __name__ == "__main__":
    print(dictionary(), end="")
