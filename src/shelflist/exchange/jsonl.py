"""JSON Lines of whole records: every column of `entries`, with the contributors, the links and the page in it."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from shelflist.exchange.records import Record, json_line, plain

_PAGE = ("page_id", "url", "title")


def written(records: Iterable[Record]) -> Iterator[str]:
    """A line for each record."""
    for record in records:
        yield json_line(as_object(record)) + "\n"


def as_object(record: Record) -> dict[str, Any]:
    """The columns of docs/tables.md under their names; what the parts would repeat is left out of them."""
    return plain(record.entry) | {
        "contributors": [_without(plain(row), "entry_id") for row in record.contributors],
        "links": [_without(plain(row), "entry_id", "page_id") for row in record.links],
        "page": {name: record.page[name] for name in _PAGE},
    }


def _without(row: Mapping[str, Any], *names: str) -> dict[str, Any]:
    return {name: value for name, value in row.items() if name not in names}
