"""An account of changes, written out: for people as text, Markdown or HTML, for programs as JSON or CSV.

The daff table format is a patch of the tables themselves, see `daff`.
"""

import json
from collections.abc import Iterable, Mapping
from datetime import date

import polars as pl

from shelflist.publish.compare import Comparison
from shelflist.publish.render import html_page, markdown_page
from shelflist.publish.render_text import text_lines
from shelflist.publish.report_changes import Account, Change, Seen, Told
from shelflist.publish.words import plain
from shelflist.tables.text import join_list, to_text

KINDS = ("added", "removed", "changed", "moved", "relinked", "missing")
_SEEN = ("capture_id", "captured_at", "warc_filename", "warc_offset")


def heading(comparison: Comparison) -> str:
    """One line: which snapshots, and how many differences of each kind."""
    back = comparison.missing.filter(pl.col("old") == "missing").height
    found = {**comparison.counts, "missing": comparison.counts["missing"] - back, "resumed": back}
    counts = ", ".join(f"{number} {kind}" for kind, number in found.items() if number)
    return f"{comparison.table}, {comparison.before} → {comparison.after}: {counts or 'no difference'}"


def as_text(account: Account) -> str:
    """Without colours; long lists are cut and say so."""
    lines = ("".join(plain(words) for words, _ in line) for line in text_lines(account))
    return "".join(f"{line.rstrip()}\n" for line in lines)


def as_markdown(account: Account) -> str:
    return markdown_page("diff.md.j2", account=account)


def as_html(account: Account) -> str:
    """A page that stands alone and holds everything, long lists and what is no news in folds."""
    return html_page("diff.html.j2", account=account)


def as_csv(account: Account, key: Iterable[str]) -> str:
    """One line for each field that differs, or for a change of a whole row; in the order of the account."""
    columns = [
        "change", *key, "label", "field", "old", "new", "page", "headings", "link", "observed_at", "aside",
        *(f"{side}_{name}" for side in ("before", "after") for name in _SEEN),
    ]  # fmt: skip
    lines = [line for change in account.changes for line in _lines(change)]
    frame = pl.DataFrame(lines, schema=dict.fromkeys(columns, pl.String()), orient="row")
    return to_text(frame).write_csv(line_terminator="\r\n")


def as_json(comparison: Comparison, account: Account) -> str:
    """The differing rows by kind as they are in the tables, and `items`: the changes in order, with their places."""
    value = {
        "table": comparison.table,
        "from": comparison.before,
        "to": comparison.after,
        "counts": comparison.counts,
        "folded": dict(account.folded),
        "items": items_of(account),
        **{kind: getattr(comparison, kind).to_dicts() for kind in KINDS},
    }
    return json.dumps(value, ensure_ascii=False, indent=2, default=_iso) + "\n"


def items_of(account: Account) -> list[dict[str, object]]:
    """The changes as plain values: what `diff --json` and `changes --json` both call `items`."""
    return [_item(change) for change in account.changes]


def _item(change: Change) -> dict[str, object]:
    spot = change.spot
    return {
        "changes": list(change.kinds),
        "entity_type": change.entity_type,
        "key": list(change.key),
        "label": change.label,
        "words": change.words,
        "fields": [_field(told) for told in change.fields],
        "page_id": spot.page_id or None,
        "page": spot.page or None,
        "headings": list(spot.headings),
        "position": spot.row,
        "link": change.href,
        "observed_at": _at(change),
        "aside": change.aside or None,
        "before": _seen(change.before),
        "after": _seen(change.after),
    }


def _field(told: Told) -> Mapping[str, str | None]:
    return {"change": told.kind, "field": told.field, "old": told.values.old, "new": told.values.new}


def _seen(seen: Seen | None) -> Mapping[str, object] | None:
    if seen is None:
        return None
    at = None if seen.captured_at is None else _iso(seen.captured_at)
    return {**{name: getattr(seen, name) for name in _SEEN}, "captured_at": at}


def _at(change: Change) -> str | None:
    return None if change.observed_at is None else _iso(change.observed_at)


def _lines(change: Change) -> Iterable[list[str | None]]:
    seen = [(_seen(one) or {}).get(name) for one in (change.before, change.after) for name in _SEEN]
    place = [
        change.spot.page or None,
        join_list([*change.spot.headings]),
        change.href,
        _at(change),
        change.aside or None,
    ]
    rest = [*place, *(None if one is None else str(one) for one in seen)]
    for told in change.fields:
        yield [told.kind, *change.key, change.label, told.field, told.values.old, told.values.new, *rest]
    if not change.fields:
        yield [change.kinds[0], *change.key, change.label, None, None, None, *rest]


def _iso(value: object) -> str:
    if not isinstance(value, date):  # a datetime is one
        raise TypeError(f"found {type(value).__name__}, expected what JSON can hold")
    return value.isoformat().replace("+00:00", "Z")
