"""A trustworthy, versioned catalogue of an online document archive.

    >>> import shelflist
    >>> shelflist.load("demo", "entries")     # the latest accepted snapshot, as a polars.LazyFrame
    >>> shelflist.parse("<em>Title</em>, Author, Publisher, London, 1939, 251 pages.").citation.publisher
    'Publisher'

Nothing heavy is imported until one of the two is called: here alone imports stand inside functions.
"""

import sys
from types import ModuleType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date, datetime
    from os import PathLike

    import polars as pl

    from shelflist.models.citation import Reading

__all__ = ["__version__", "load", "parse"]

__version__: str


def load(
    source: str,
    table: str = "entries",
    *,
    data: "str | PathLike[str] | None" = None,
    version: str | None = None,
    as_of: "str | date | datetime | None" = None,
) -> "pl.LazyFrame":
    """A table of a harvested source; docs/tables.md describes every table and column.

    Snapshot tables are those of the latest accepted snapshot, of `version`, or of the newest snapshot not after
    `as_of` (a date or ISO 8601 time, UTC); those that were pruned are made again. Tables of
    runs (``changes``, ``runs``, ...) and ``entry_history`` come with all rows, or with those known by then.
    `data` defaults to ``$SHELFLIST_DATA``, else ``data``.

    Raises SnapshotError, which says what there is, when the source, version or table does not exist. A file that is
    damaged behind its beginning shows only when it is collected, by an error of Polars that does not say which:
    ``shelflist verify`` names it.
    """
    from shelflist.publish.read import load as read

    return read(source, table, data=data, version=version, as_of=as_of)


def parse(line: str) -> "Reading":
    """Read one line of a list, as HTML or plain text: what it is and, for an entry, its `citation`.

    Never raises on any line of a sane size. Raises ReadError when the HTML is too deep or too large to be a line.
    """
    from shelflist.extract.fragment import read_fragment
    from shelflist.parse.line import Context, read_line

    return read_line(read_fragment(line), Context())


def __getattr__(name: str) -> str:
    """`__version__`, asked of the installed package when somebody wants it."""
    if name != "__version__":
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from shelflist.settings import SOFTWARE

    return SOFTWARE.removeprefix("shelflist/")


class _Package(ModuleType):
    """Keeps `shelflist.parse` the function: importing the package of that name would put itself in its place.

        The package is reached by ``from shelflist.parse import ...``
    from shelflist.parse import which looks in sys.modules and not here.
    """

    def __setattr__(self, name: str, value: object) -> None:
        if name == "parse" and isinstance(value, ModuleType):
            return
        super().__setattr__(name, value)


sys.modules[__name__].__class__ = _Package
