"""The differences of two snapshots as changes for people: one for each row, with its place and its captures.

The comparison says what differs. The events of the runs in between say whose doing it was, and whether it is news.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

import polars as pl

from shelflist.linkage.identity import is_minor
from shelflist.models.track import Event
from shelflist.publish.compare import LABELS, Comparison
from shelflist.publish.history import events_in
from shelflist.publish.report_changes import Change, Seen, Spot, Told
from shelflist.publish.report_news import MINOR, aside_of
from shelflist.publish.report_places import Places, Standing, places_in, seen_in
from shelflist.publish.words import beyond
from shelflist.publish.words_marked import marked
from shelflist.tables.text import split_list


@dataclass(frozen=True, slots=True)
class Background:
    """What is known beside the tables: places in both snapshots, captures, and why an entry's change is no news."""

    before: Places = field(default_factory=Places)
    after: Places = field(default_factory=Places)
    seen: Mapping[str, Seen] = field(default_factory=dict)
    asides: Mapping[str, str] = field(default_factory=dict)


def background(comparison: Comparison, a: Path, b: Path) -> Background:
    """Read it for the entries of a comparison of two snapshot folders."""
    ids = set(_entities(comparison))
    before, after = places_in(a, ids), places_in(b, ids)
    shown = [
        *(one.capture_id for places in (before, after) for one in places.entries.values()),
        *(one for places in (before, after) for one in places.page_captures.values()),
    ]
    seen = {**seen_in(a.parent.parent, shown), **seen_in(b.parent.parent, shown)}
    return Background(before, after, seen, _asides(a, b, ids))


def changes_between(comparison: Comparison, known: Background) -> Iterator[Change]:
    """One change for each row that differs."""
    for kind, frame in (("added", comparison.added), ("removed", comparison.removed)):
        yield from (_whole(kind, row, comparison, known) for row in frame.iter_rows(named=True))
    rows: dict[tuple[str, ...], list[tuple[str, str, str, str | None, str | None]]] = {}
    for kind in ("moved", "relinked", "missing", "changed"):
        frame = getattr(comparison, kind)
        for *key, label, name, old, new in frame.select(*comparison.key, "label", "field", "old", "new").iter_rows():
            said = "resumed" if kind == "missing" and old == "missing" else kind
            rows.setdefault(tuple(map(str, key)), []).append((said, label, name, old, new))
    for row_key, cells in rows.items():
        yield _differing(row_key, cells, comparison, known)


def _entities(comparison: Comparison) -> Iterator[str]:
    frames = (comparison.added, comparison.removed, comparison.changed, comparison.moved, comparison.relinked)
    for frame in (*frames, comparison.missing):
        yield from frame[comparison.key[0]].cast(pl.String)


def _asides(a: Path, b: Path, ids: set[str]) -> dict[str, str]:
    """Entries of which all events between the two versions are no news, and why."""
    first, last = sorted((a.name, b.name))
    found: dict[str, list[Event]] = {}
    for folder in sorted((b.parent.parent / "runs").glob("*T*Z")):
        if first < folder.name <= last:
            for event in events_in(folder / "changes.parquet", pl.col("entity_id").is_in(sorted(ids))):
                found.setdefault(event.entity_id, []).append(event)
    return {one: aside_of(events[0]) for one, events in found.items() if all(map(aside_of, events))}


def _whole(kind: str, row: Mapping[str, object], comparison: Comparison, known: Background) -> Change:
    key = tuple(str(row[name]) for name in comparison.key)
    label = next((str(row[name]) for name in LABELS if row.get(name)), key[0])
    line = str(row.get("citation_raw") or row.get("url") or "")
    return _placed(Change(kinds=(kind,), key=key, label=label, words=beyond(label, line)), known)


def _differing(
    key: tuple[str, ...],
    cells: list[tuple[str, str, str, str | None, str | None]],
    comparison: Comparison,
    known: Background,
) -> Change:
    fields = tuple(_told(kind, name, old, new, comparison) for kind, _, name, old, new in cells)
    is_slight = all(kind == "changed" and is_minor(old, new) for kind, _, _, old, new in cells)
    kinds = tuple(dict.fromkeys(kind for kind, *_ in cells))
    return _placed(
        Change(kinds=kinds, key=key, label=cells[0][1], fields=fields, aside=MINOR if is_slight else ""), known
    )


def _told(kind: str, name: str, old: str | None, new: str | None, comparison: Comparison) -> Told:
    if name == "page_id":
        titles = comparison.page_titles
        return Told(kind, "page", marked(old and titles.get(old, old), new and titles.get(new, new)))
    if name == "heading_path":
        return Told(kind, name, marked(*(cell and " › ".join(split_list(cell)) for cell in (old, new))))
    return Told(kind, name, marked(old, new))


def _placed(change: Change, known: Background) -> Change:
    """With its place, the newer one if it has one, and the captures that show it before and after."""
    old, new = (places.entries.get(change.key[0]) for places in (known.before, known.after))
    is_there = new is not None and not {"removed", "missing"} & set(change.kinds)
    standing = new if is_there else old or new
    spot = standing.spot if standing else Spot()
    was_there = old is not None and "resumed" not in change.kinds
    before = old.capture_id if old and was_there else known.before.page_captures.get(spot.page_id)
    after = new.capture_id if new and is_there else known.after.page_captures.get(spot.page_id)
    if not is_there and after == before:
        after = None  # the page itself is absent: what showed the entry does not show that it is gone
    return Change(
        kinds=change.kinds,
        key=change.key,
        label=change.label,
        words=_line(change, standing),
        fields=change.fields,
        spot=spot,
        href=standing.href if standing and is_there else spot.url,
        before=known.seen.get(before or ""),
        after=known.seen.get(after or ""),
        aside=change.aside or known.asides.get(change.key[0], ""),
    )


def _line(change: Change, standing: Standing | None) -> str:
    """The rest of the line, where no field is told."""
    return change.words or (beyond(change.label, standing.line) if standing and not change.shown_fields else "")
