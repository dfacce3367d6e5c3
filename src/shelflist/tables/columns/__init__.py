"""Every table and every column, defined once. This module only lists them; each table is defined beside its kin."""

from shelflist.errors import TableError
from shelflist.tables.columns.authorities import AGENTS, PLACES, PUBLISHERS, WORKS
from shelflist.tables.columns.changes import CHANGES
from shelflist.tables.columns.checks import LINK_CHECKS
from shelflist.tables.columns.entries import ENTRIES, ENTRIES_REMOVED
from shelflist.tables.columns.history import ENTRY_HISTORY
from shelflist.tables.columns.identity import DECISIONS, ID_ALIASES, IDENTITY_CANDIDATES
from shelflist.tables.columns.pages import HEADINGS, PAGES
from shelflist.tables.columns.parts import ENTRY_CONTRIBUTORS, ENTRY_LOCATIONS, LINKS
from shelflist.tables.columns.runs import CAPTURES, PAGE_OBSERVATIONS, RUNS
from shelflist.tables.definition import Kind, Table

__all__ = [
    "AGENTS",
    "ALL_TABLES",
    "CAPTURES",
    "CHANGES",
    "DECISIONS",
    "ENTRIES",
    "ENTRIES_REMOVED",
    "ENTRY_CONTRIBUTORS",
    "ENTRY_HISTORY",
    "ENTRY_LOCATIONS",
    "HEADINGS",
    "IDENTITY_CANDIDATES",
    "ID_ALIASES",
    "LINKS",
    "LINK_CHECKS",
    "PAGES",
    "PAGE_OBSERVATIONS",
    "PLACES",
    "PUBLISHERS",
    "RUNS",
    "RUN_TABLES",
    "SNAPSHOT_TABLES",
    "TABLES",
    "WORKS",
    "table_named",
]

ALL_TABLES: tuple[Table, ...] = (
    ENTRIES,
    ENTRIES_REMOVED,
    ENTRY_LOCATIONS,
    ENTRY_CONTRIBUTORS,
    HEADINGS,
    PAGES,
    LINKS,
    ID_ALIASES,
    IDENTITY_CANDIDATES,
    DECISIONS,
    AGENTS,
    PUBLISHERS,
    PLACES,
    WORKS,
    CAPTURES,
    PAGE_OBSERVATIONS,
    RUNS,
    CHANGES,
    ENTRY_HISTORY,
    LINK_CHECKS,
)
TABLES: dict[str, Table] = {table.name: table for table in ALL_TABLES}
SNAPSHOT_TABLES: tuple[Table, ...] = tuple(table for table in ALL_TABLES if table.kind is Kind.SNAPSHOT)
RUN_TABLES: tuple[Table, ...] = tuple(table for table in ALL_TABLES if table.kind is Kind.RUN)


def table_named(name: str) -> Table:
    """The definition of a table. Raises TableError if there is none of that name."""
    if name not in TABLES:
        raise TableError(f"{name}: no such table, expected one of {', '.join(TABLES)}")
    return TABLES[name]
