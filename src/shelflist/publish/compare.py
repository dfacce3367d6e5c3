"""Snapshot against snapshot, by primary key and field by field: added, removed, changed, moved, relinked.

This compares two states; who changed what and when is in the table `changes`. Only tracked columns count.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import polars as pl

from shelflist.errors import SnapshotError
from shelflist.tables.columns import table_named
from shelflist.tables.definition import Table
from shelflist.tables.text import to_text

Tables = Mapping[str, pl.DataFrame]

LABELS = ("title", "citation_raw", "text", "name_raw", "anchor_text", "url")
_PLACE = ("page_id", "heading_id")
_TARGET = "url"  # the address of an entry's primary link, beside its own columns
_STANDING = "status"  # active, missing: what became of it, not what is written
_ORDER = {"field": pl.String, "column": pl.UInt32}
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
    """Compare a table of two snapshot folders, `a` the older. Raises SnapshotError, TableError."""
    needed = {table, "links", "pages"}
    before, after = _read(a, needed), _read(b, needed)
    return compare_frames(before, after, table, names=(a.name, b.name))


def compare_frames(before: Tables, after: Tables, table: str, names: tuple[str, str] = ("", "")) -> Comparison:
    """Compare a table of two sets of tables; one that is missing counts as empty. Raises TableError."""
    definition = table_named(table)
    old, new = _side(before, definition), _side(after, definition)
    key = list(definition.key)
    differences = _differences(old, new, definition)
    changed, moved, relinked, missing = _sorted_out(differences, old, new, definition)
    hidden = [_TARGET] if table == "entries" else []
    return Comparison(
        table=table,
        before=names[0],
        after=names[1],
        key=definition.key,
        added=new.join(old, on=key, how="anti", maintain_order="left").drop(hidden),
        removed=old.join(new, on=key, how="anti", maintain_order="left").drop(hidden),
        changed=changed,
        moved=moved,
        relinked=relinked,
        missing=missing,
        page_titles=_page_titles(before) | _page_titles(after),
    )


def conformed(frame: pl.LazyFrame, table: Table) -> pl.LazyFrame:
    """The columns as defined today: those that an older file lacks are null, Enums have today's values."""
    held = frame.collect_schema()
    return frame.select(
        (pl.col(name) if name in held else pl.lit(None).alias(name)).cast(dtype) for name, dtype in table.schema.items()
    )


def _read(snapshot: Path, names: set[str]) -> dict[str, pl.DataFrame]:
    found = {}
    for name in sorted(names):
        file, table = snapshot / f"{name}.parquet", table_named(name)
        if not file.is_file():
            raise SnapshotError(f"{snapshot}: no snapshot with a table {name}")
        found[name] = conformed(pl.scan_parquet(file), table).collect()
    return found


def _side(tables: Tables, table: Table) -> pl.DataFrame:
    frame = tables.get(table.name, table.empty())
    if table.name != "entries":
        return frame
    links = tables["links"] if "links" in tables else table_named("links").empty()
    targets = links.select(pl.col("link_id").alias("primary_link_id"), pl.col("url").alias(_TARGET))
    return frame.join(targets, on="primary_link_id", how="left", maintain_order="left")


def _compared(table: Table) -> list[str]:
    """An entry's link is compared by its address: ids of links come and go."""
    if table.name != "entries":
        return list(table.tracked)
    return [name for name in table.tracked if name != "primary_link_id"] + [_TARGET]


def _differences(old: pl.DataFrame, new: pl.DataFrame, table: Table) -> pl.DataFrame:
    """Key, label, field, old, new for every tracked cell that differs, in the order of the new rows and the columns."""
    key, columns = list(table.key), _compared(table)
    hashed = new.select(*key, pl.Series("new_hash", new.select(columns).hash_rows())).join(
        old.select(*key, pl.Series("old_hash", old.select(columns).hash_rows())), on=key, maintain_order="left"
    )
    differing = hashed.filter(pl.col("old_hash") != pl.col("new_hash")).select(key)
    was = _long(old.join(differing, on=key, how="semi"), key, columns, "old").drop("label", "row", "column")
    now = _long(differing.join(new, on=key, how="left", maintain_order="left"), key, columns, "new")
    both = now.join(was, on=[*key, "field"], how="left")
    unequal = both.filter(pl.col("old").ne_missing(pl.col("new"))).sort("row", "column")
    return unequal.select(*key, *_DIFFERENCE)


def _long(frame: pl.DataFrame, key: list[str], columns: list[str], value: str) -> pl.DataFrame:
    """One row per cell: key, label, field, row and column number, and the cell as text."""
    labels = [pl.col(name) for name in LABELS if name in frame.columns]
    texts = to_text(frame.select(columns), harmless=False).select(pl.all().name.prefix("value_"))
    wide = frame.select(*key, pl.coalesce(*labels, pl.col(key[0])).alias("label")).with_row_index("row")
    long = pl.concat([wide, texts], how="horizontal").unpivot(
        on=texts.columns, index=wide.columns, variable_name="field", value_name=value
    )
    order = pl.DataFrame({"field": columns, "column": range(len(columns))}, schema=_ORDER)
    return long.with_columns(pl.col("field").str.strip_prefix("value_")).join(order, on="field", how="left")


def _sorted_out(
    found: pl.DataFrame, old: pl.DataFrame, new: pl.DataFrame, table: Table
) -> tuple[pl.DataFrame, pl.DataFrame, pl.DataFrame, pl.DataFrame]:
    """Differences of entries as changed, moved, relinked and missing; those of other tables are all changes."""
    if table.name != "entries":
        return found, found.clear(), found.clear(), found.clear()
    missing = found.filter(pl.col("field") == _STANDING)
    relinked = found.filter(pl.col("field") == _TARGET)
    changed = found.filter(~pl.col("field").is_in([*_PLACE, _TARGET, _STANDING]))
    read_otherwise = changed.filter(pl.col("field") != "citation_raw").select("entry_id")
    # The line itself is only told where no field that was read from it tells more.
    repeated = (pl.col("field") == "citation_raw") & pl.col("entry_id").is_in(read_otherwise["entry_id"].implode())
    return changed.filter(~repeated), _moves(found, old, new), relinked, missing


def _moves(found: pl.DataFrame, old: pl.DataFrame, new: pl.DataFrame) -> pl.DataFrame:
    """One row per moved entry: from page to page, else from heading to heading."""
    placed = found.filter(pl.col("field").is_in(_PLACE)).unique("entry_id", keep="first", maintain_order=True)
    paths = [_paths(old, "old_path"), _paths(new, "new_path")]
    named = placed.join(paths[0], on="entry_id", how="left", maintain_order="left")
    named = named.join(paths[1], on="entry_id", how="left", maintain_order="left")
    within = pl.col("field") == "heading_id"
    return named.select(
        "entry_id",
        "label",
        pl.when(within).then(pl.lit("heading_path")).otherwise("field").alias("field"),
        pl.when(within).then("old_path").otherwise("old").alias("old"),
        pl.when(within).then("new_path").otherwise("new").alias("new"),
    )


def _paths(frame: pl.DataFrame, name: str) -> pl.DataFrame:
    return to_text(frame.select("entry_id", pl.col("heading_path").alias(name)), harmless=False)


def _page_titles(tables: Tables) -> dict[str, str]:
    if "pages" not in tables:
        return {}
    titles = tables["pages"].select("page_id", pl.coalesce("title", "url"))
    return dict(titles.iter_rows())
