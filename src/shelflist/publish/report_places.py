"""Where things stand in a snapshot, and where the bytes of a capture lie: what a report of changes looks up on disk.

What is not there (a file of an older Shelflist, a run whose folder was removed) is left out of the report.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

import polars as pl

from shelflist.publish.held import opened
from shelflist.publish.report_changes import Seen, Spot
from shelflist.publish.words import with_text_fragment


@dataclass(frozen=True, slots=True)
class Standing:
    """An entry's place, its line, and the capture that shows it."""

    spot: Spot
    line: str
    capture_id: str | None

    @property
    def href(self) -> str | None:
        """The words on the page, by a text fragment."""
        return with_text_fragment(self.spot.url, self.line) if self.spot.url else None


@dataclass(frozen=True, slots=True)
class Places:
    """`pages` are all of the snapshot, `page_captures` what shows each; `entries` are those asked for."""

    pages: Mapping[str, Spot] = field(default_factory=dict)
    page_captures: Mapping[str, str] = field(default_factory=dict)
    entries: Mapping[str, Standing] = field(default_factory=dict)

    def page(self, page_id: str) -> Spot:
        return self.pages.get(page_id) or Spot(page_id=page_id, page=page_id)


def places_in(snapshot: Path, entry_ids: Collection[str]) -> Places:
    """What a snapshot folder says of some entries, and of all its pages."""
    table = _rows(snapshot, "pages", ("page_id", "title", "url", "evidence_capture_id"))
    pages = {page_id: Spot(page_id=page_id, page=title or url, url=url) for page_id, title, url, _ in table}
    captures = {page_id: capture for page_id, _, _, capture in table}
    headings = _rows(snapshot, "headings", ("page_id", "path"))
    rows = {(page_id, tuple(path)): row for row, (page_id, path) in reversed(list(enumerate(headings)))}
    located = _rows(snapshot, "entry_locations", ("entry_id", "position", "capture_id"), entry_ids)
    locations = {entry_id: (position, capture) for entry_id, position, capture in located}
    entries = {}
    columns = ("entry_id", "page_id", "heading_path", "citation_raw", "evidence_capture_id")
    for name in ("entries_removed", "entries"):
        for entry_id, page_id, path, line, evidence in _rows(snapshot, name, columns, entry_ids):
            position, capture = locations.get(entry_id, (None, evidence))
            spot = pages.get(page_id) or Spot(page_id=page_id, page=page_id)
            place = rows.get((page_id, tuple(path)), len(rows)) if path else -1
            spot = replace(spot, headings=tuple(path), heading_row=place, row=position)
            entries[entry_id] = Standing(spot, line, capture)
    return Places(pages, captures, entries)


def entries_of_links(snapshot: Path, link_ids: Collection[str]) -> dict[str, str]:
    """The entries that links belong to, by the links' ids."""
    return {
        link_id: entry_id
        for link_id, entry_id in _rows(snapshot, "links", ("link_id", "entry_id"), link_ids)
        if entry_id
    }


def observed_in(clean_dir: Path, run_id: str) -> Mapping[str, str]:
    """The capture that each page was read from in a run; pages that were not fetched are left out."""
    rows = _rows(clean_dir / "runs" / run_id, "page_observations", ("page_id", "capture_ids"))
    return {page_id: captures[0] for page_id, captures in rows if captures}


def seen_in(clean_dir: Path, capture_ids: Iterable[str | None]) -> dict[str, Seen]:
    """Captures by their id, as the folders of their runs tell of them."""
    found = {one: Seen(one) for one in capture_ids if one}
    columns = ("capture_id", "captured_at", "warc_filename", "warc_offset")
    for run_id in sorted({one.rpartition("-")[0] for one in found}):
        for row in _rows(clean_dir / "runs" / run_id, "captures", columns, found):
            found[row[0]] = Seen(*row)
    return found


def _rows(folder: Path, table: str, columns: tuple[str, ...], ids: Collection[str] | None = None) -> list[tuple]:  # type: ignore[type-arg]
    """Rows of a table, those of some ids (in the first column) if given; none if the file or a column is missing."""
    file = folder / f"{table}.parquet"
    if not file.is_file():
        return []
    rows = opened(file)
    if not set(columns) <= set(rows.collect_schema().names()):
        return []
    if ids is not None:
        rows = rows.filter(pl.col(columns[0]).is_in(sorted(ids)))
    return rows.select(columns).collect().rows()
