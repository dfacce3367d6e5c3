"""The tabular diff format of daff (its highlighter format), as CSV: what spreadsheets and diff viewers can show.

First column: ``@@`` the names of the columns, ``+++`` an added row, ``---`` a removed one, ``->`` a row with changed
cells, written old, arrow, new. The arrow of a row grows (``-->``) until no cell of the row holds it. A null is
``NULL``, and a text that reads so gets an underscore before it. Rows without a difference are left out, which
``...`` says. Formulas are made harmless as in the CSV twin.
"""

import csv
import io
import re
from collections.abc import Iterator

import polars as pl

from shelflist.publish.compare import LABELS, Comparison
from shelflist.tables.text import to_text

_LIKE_NULL = re.compile(r"_*NULL")


def daff(comparison: Comparison) -> str:
    """The comparison as daff CSV. Columns: the key, a label, and every field that differs somewhere."""
    key = list(comparison.key)
    found = pl.concat([comparison.changed, comparison.moved, comparison.relinked, comparison.missing])
    fields = found["field"].unique(maintain_order=True).to_list()
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(["@@", *key, "label", *fields])
    writer.writerow(["..."] * (len(key) + len(fields) + 2))
    for tag, frame in (("---", comparison.removed), ("+++", comparison.added)):
        writer.writerows([tag, *cells] for cells in _whole(frame, key, fields))
    writer.writerows(_changed(found, key, fields))
    return text.getvalue()


def _whole(frame: pl.DataFrame, key: list[str], fields: list[str]) -> Iterator[list[str]]:
    """The cells of added or removed rows."""
    texts = to_text(frame)
    labels = [pl.col(name) for name in LABELS if name in texts.columns]
    label = pl.coalesce(*labels, pl.col(key[0])).alias("")  # no column of a table is called so
    held = [pl.col(name) if name in texts.columns else pl.lit(None, pl.String).alias(name) for name in fields]
    for row in texts.select(*(pl.col(name).alias(f"key {name}") for name in key), label, *held).iter_rows():
        yield [_cell(value) for value in row]


def _changed(found: pl.DataFrame, key: list[str], fields: list[str]) -> Iterator[list[str]]:
    for rows in to_text(found).partition_by(key, maintain_order=True):
        differing = {
            field: (_cell(old), _cell(new)) for field, old, new in rows.select("field", "old", "new").iter_rows()
        }
        arrow = _arrow("".join(old + new for old, new in differing.values()))
        cells = [arrow.join(differing[field]) if field in differing else "" for field in fields]
        yield [arrow, *(str(value) for value in rows.select(*key, "label").row(0)), *cells]


def _arrow(text: str) -> str:
    arrow = "->"
    while arrow in text:
        arrow = "-" + arrow
    return arrow


def _cell(value: str | None) -> str:
    if value is None:
        return "NULL"
    return f"_{value}" if _LIKE_NULL.fullmatch(value) else value
