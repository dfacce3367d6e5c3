"""Snapshot against snapshot, by primary key and field by field: added, removed, changed, moved, relinked.

This compares two states; who changed what and when is in the table `changes`. Only tracked columns count.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import polars as pl

from shelflist.errors import SnapshotError
from shelflist.publish.differing import differing, paired
from shelflist.publish.held import scanned
from shelflist.publish.targets import TARGET, differing_targets
from shelflist.tables.columns import table_named
from shelflist.tables.definition import Table
from shelflist.tables.text import to_text

Tables = Mapping[str, pl.DataFrame]
Scans = Mapping[str, pl.LazyFrame]

LABELS = ("title", "citation_raw", "text", "name_raw", "anchor_text", "url")
COUNTED = ("added", "removed", "changed", "moved", "relinked", "missing")
"""What a comparison counts, in this order."""

_PLACE = ("page_id", "heading_id")
_STANDING = "status"  # active, missing: what became of it, not what is written
_DIFFERENCE = ("label", "field", "old", "new")


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """`added` and `removed` hold whole rows; the others one row per difference: key, label, field, old, new as text.

    Of a moved entry `field` is page_id or heading_path; of a relinked one, url. `page_titles` names the pages.
    """

    table: str
    before: str
    after: str
    key: tuple[str, ...]
    added: pl.DataFrame
    removed: pl.DataFrame
    changed: pl.DataFrame
    moved: pl.DataFrame
    relinked: pl.DataFrame
    missing: pl.DataFrame  # or back again: field is status
    page_titles: Mapping[str, str]

    @property
    def is_different(self) -> bool:
        return any(self.counts.values())

    @property
    def counts(self) -> dict[str, int]:
        """Rows concerned, each counted once per kind."""
        parts = {"changed": self.changed, "moved": self.moved, "relinked": self.relinked, "missing": self.missing}
        several = {name: part.select(self.key).n_unique() if part.height else 0 for name, part in parts.items()}
        return {"added": self.added.height, "removed": self.removed.height, **several}


def compare(a: Path, b: Path, table: str = "entries") -> Comparison:
    """Compare a table of two snapshot folders, `a` the older. Raises SnapshotError, TableError.

    Columns are read a few at a time: a million entries take a fraction of the memory that the tables would.
    """
    needed = {table, "links", "pages"}
    return _compared(_scanned(a, needed), _scanned(b, needed), table, (a.name, b.name))


def compare_frames(before: Tables, after: Tables, table: str) -> Comparison:
    """Compare a table of two sets of tables; one that is missing counts as empty. Raises TableError."""
    old, new = ({name: frame.lazy() for name, frame in tables.items()} for tables in (before, after))
    return _compared(old, new, table, ("", ""))


def _scanned(snapshot: Path, names: set[str]) -> dict[str, pl.LazyFrame]:
    found = {}
    for name in sorted(names):
        file, table = snapshot / f"{name}.parquet", table_named(name)
        if not file.is_file():
            raise SnapshotError(f"{snapshot}: no snapshot with a table {name}")
        found[name] = scanned(file, table)
    return found


def _compared(before: Scans, after: Scans, table: str, names: tuple[str, str]) -> Comparison:
    definition = table_named(table)
    old, new = (side.get(table, definition.empty().lazy()) for side in (before, after))
    pairs = paired(old, new, definition.key)
    found = differing(old, new, pairs, definition.names, definition.tracked)
    cells = found.cells
    if definition.name == "entries":
        cells = differing_targets(cells, (_links(before), _links(after)), new, pairs)
    changed, moved, relinked, missing = _sorted_out(_told(cells, old, new, definition), definition)
    return Comparison(
        table=table,
        before=names[0],
        after=names[1],
        key=definition.key,
        added=found.added,
        removed=found.removed,
        changed=changed,
        moved=moved,
        relinked=relinked,
        missing=missing,
        page_titles=_page_titles(before) | _page_titles(after),
    )


def _links(tables: Scans) -> pl.LazyFrame:
    return tables.get("links", table_named("links").empty().lazy())


def _told(cells: pl.DataFrame, old: pl.LazyFrame, new: pl.LazyFrame, table: Table) -> pl.DataFrame:
    """Key, label, field, old, new of each cell, and where entries stand: in the order of the new rows."""
    concerned = cells.select("row", "was").unique(maintain_order=True)
    paths = ["heading_path"] if table.name == "entries" else []
    labels = [name for name in LABELS if name in table.names]
    rows = new.select(*table.key, *labels, *paths).collect()[concerned["row"]]
    befores = old.select(paths).collect()[concerned["was"]] if paths else pl.DataFrame()
    wide = pl.concat(
        [
            concerned.select("row"),
            rows.select(*table.key, pl.coalesce(*labels, pl.col(table.key[0]).cast(pl.String)).alias("label")),
            to_text(befores, harmless=False).select(pl.all().name.prefix("old_")),
            to_text(rows.select(paths), harmless=False).select(pl.all().name.prefix("new_")),
        ],
        how="horizontal",
    )
    told = cells.join(wide, on="row", how="left", maintain_order="left")
    return told.select(*table.key, *_DIFFERENCE, *(f"{side}_{name}" for side in ("old", "new") for name in paths))


def _sorted_out(found: pl.DataFrame, table: Table) -> tuple[pl.DataFrame, pl.DataFrame, pl.DataFrame, pl.DataFrame]:
    """Differences of entries as changed, moved, relinked and missing; those of other tables are all changes."""
    columns = [*table.key, *_DIFFERENCE]
    told = found.select(columns)
    if table.name != "entries":
        return told, told.clear(), told.clear(), told.clear()
    missing = told.filter(pl.col("field") == _STANDING)
    relinked = told.filter(pl.col("field") == TARGET)
    changed = told.filter(~pl.col("field").is_in([*_PLACE, TARGET, _STANDING]))
    read_otherwise = changed.filter(pl.col("field") != "citation_raw").select("entry_id")
    # The line itself is only told where no field that was read from it tells more.
    repeated = (pl.col("field") == "citation_raw") & pl.col("entry_id").is_in(read_otherwise["entry_id"].implode())
    return changed.filter(~repeated), _moves(found).select(columns), relinked, missing


def _moves(found: pl.DataFrame) -> pl.DataFrame:
    """One row per moved entry: from page to page, else from heading to heading."""
    placed = found.filter(pl.col("field").is_in(_PLACE)).unique("entry_id", keep="first", maintain_order=True)
    within = pl.col("field") == "heading_id"
    return placed.with_columns(
        pl.when(within).then(pl.lit("heading_path")).otherwise("field").alias("field"),
        pl.when(within).then("old_heading_path").otherwise("old").alias("old"),
        pl.when(within).then("new_heading_path").otherwise("new").alias("new"),
    )


def _page_titles(tables: Scans) -> dict[str, str]:
    if "pages" not in tables:
        return {}
    titles = tables["pages"].select("page_id", pl.coalesce("title", "url")).collect()
    return dict(titles.iter_rows())
