"""The formats by their names."""

from collections.abc import Iterator
from typing import Literal

from shelflist.exchange import biblatex, csl, jsonl, ris
from shelflist.exchange.items import item_of
from shelflist.exchange.records import Selection

Format = Literal["biblatex", "ris", "csl-json", "jsonl"]

_OF_ITEMS = {"biblatex": biblatex.written, "ris": ris.written, "csl-json": csl.written}


def exported(selection: Selection, form: Format) -> Iterator[str]:
    """The file piece by piece, a piece for each entry; in the order of the table `entries`."""
    records = selection.records()
    if form == "jsonl":
        return jsonl.written(records)
    return _OF_ITEMS[form](item_of(record) for record in records)
