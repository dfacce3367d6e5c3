"""A comparison of two snapshots, written out: for people as text, Markdown or HTML, for programs as JSON, CSV or daff.

`daff` is the tabular diff format of that name, as CSV: see `shelflist.publish.daff`.
"""

import json
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

import polars as pl

from shelflist.errors import UsageError
from shelflist.publish.compare import LABELS, Comparison
from shelflist.publish.daff import daff
from shelflist.publish.render import html_page, markdown_page
from shelflist.publish.report import FieldChange, Item
from shelflist.publish.words import beyond, plain
from shelflist.publish.words_marked import marked
from shelflist.tables.text import to_text


@dataclass(frozen=True, slots=True)
class Part:
    """All differences of one kind; `sign` begins their lines in plain text."""

    title: str
    sign: str
    items: tuple[Item, ...]


def render(comparison: Comparison, format: str) -> str:
    """The comparison in a format: text, markdown, html, json, csv or daff. Raises UsageError for another one."""
    if format not in _FORMATS:
        raise UsageError(f"found format {format!r:.40}, expected one of {', '.join(_FORMATS)}")
    return _FORMATS[format](comparison)


def parts_of(comparison: Comparison) -> tuple[Part, ...]:
    """The differences by kind, those that do not occur left out."""
    parts = (
        Part("added", "+", _rows(comparison.added)),
        Part("removed", "-", _rows(comparison.removed)),
        Part("changed", "~", _fields(comparison, comparison.changed)),
        Part("moved", ">", _fields(comparison, comparison.moved)),
        Part("relinked", "@", _fields(comparison, comparison.relinked)),
        Part("missing", "?", _fields(comparison, comparison.missing)),
    )
    return tuple(part for part in parts if part.items)


def heading(comparison: Comparison) -> str:
    """One line: which snapshots, and how many differences of each kind."""
    counts = ", ".join(f"{number} {kind}" for kind, number in comparison.counts.items() if number)
    return f"{comparison.table}, {comparison.before} → {comparison.after}: {counts or 'no difference'}"


def _rows(frame: pl.DataFrame) -> tuple[Item, ...]:
    names = [name for name in LABELS if name in frame.columns] or frame.columns[:1]
    found: list[Item] = []
    for row in frame.select(names).iter_rows(named=True):
        label = next((str(value) for value in row.values() if value), "")
        line = str(row.get("citation_raw") or row.get("url") or "")
        found.append(Item(label, None, beyond(label, line), ()))
    return tuple(found)


def _fields(comparison: Comparison, frame: pl.DataFrame) -> tuple[Item, ...]:
    """One item per row concerned, with its fields; pages by their titles."""
    items: list[Item] = []
    for rows in frame.partition_by(comparison.key, maintain_order=True):
        changes = tuple(_change(comparison, *values) for values in rows.select("field", "old", "new").iter_rows())
        items.append(Item(rows["label"][0], None, "", changes))
    return tuple(items)


def _change(comparison: Comparison, field: str, old: str | None, new: str | None) -> FieldChange:
    if field == "page_id":
        titles = comparison.page_titles
        return FieldChange("page", marked(old and titles.get(old, old), new and titles.get(new, new)))
    return FieldChange(field, marked(old, new))


def _text(comparison: Comparison) -> str:
    lines = [heading(comparison)]
    for part in parts_of(comparison):
        lines += ["", f"{part.title}:"]
        for item in part.items:
            lines.append(f"{part.sign} {plain(item.label)}" + (f": {plain(item.words)}" if item.words else ""))
            lines += [f"    {change.field}: {_both(change)}" for change in item.changes]
    return "\n".join(lines) + "\n"


def _both(change: FieldChange) -> str:
    values = change.values
    return " → ".join(
        "nothing" if whole is None else plain(whole).rstrip() or '""' for whole in (values.old, values.new)
    )


def _markdown(comparison: Comparison) -> str:
    return markdown_page("diff.md.j2", heading=heading(comparison), parts=parts_of(comparison))


def _html(comparison: Comparison) -> str:
    return html_page("diff.html.j2", heading=heading(comparison), parts=parts_of(comparison))


def _json(comparison: Comparison) -> str:
    value = {
        "table": comparison.table,
        "from": comparison.before,
        "to": comparison.after,
        "counts": comparison.counts,
        "added": comparison.added.to_dicts(),
        "removed": comparison.removed.to_dicts(),
        "changed": comparison.changed.to_dicts(),
        "moved": comparison.moved.to_dicts(),
        "relinked": comparison.relinked.to_dicts(),
        "missing": comparison.missing.to_dicts(),
    }
    return json.dumps(value, ensure_ascii=False, indent=2, default=_iso) + "\n"


def _iso(value: object) -> str:
    if not isinstance(value, date):  # a datetime is one
        raise TypeError(f"found {type(value).__name__}, expected what JSON can hold")
    return value.isoformat().replace("+00:00", "Z")


def _csv(comparison: Comparison) -> str:
    """One line per difference: change, the key, label, field, old, new. Of added and removed rows no fields."""
    key = list(comparison.key)
    frames = [_listed("added", comparison.added, key), _listed("removed", comparison.removed, key)]
    for kind in ("changed", "moved", "relinked", "missing"):
        found: pl.DataFrame = getattr(comparison, kind)
        frames.append(found.select(pl.lit(kind).alias("change"), *key, "label", "field", "old", "new"))
    return to_text(pl.concat(frames)).write_csv(line_terminator="\r\n")


def _listed(kind: str, frame: pl.DataFrame, key: list[str]) -> pl.DataFrame:
    labels = [pl.col(name) for name in LABELS if name in frame.columns]
    nothing = [pl.lit(None, pl.String).alias(name) for name in ("field", "old", "new")]
    label = pl.coalesce(*labels, pl.col(key[0]).cast(pl.String)).alias("label")
    return frame.select(pl.lit(kind).alias("change"), *key, label, *nothing)


_FORMATS: dict[str, Callable[[Comparison], str]] = {
    "text": _text,
    "markdown": _markdown,
    "html": _html,
    "json": _json,
    "csv": _csv,
    "daff": daff,
}
