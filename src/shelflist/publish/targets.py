"""Entries whose link leads elsewhere: compared by the address of the primary link, since ids of links come and go."""

import polars as pl

from shelflist.publish.differing import Pairs

TARGET = "url"
"""The field that tells of it, beside the entry's own columns."""

LINK = "primary_link_id"

_LAST = 1_000_000  # the number of its column: after all of the table's


def differing_targets(
    cells: pl.DataFrame, links: tuple[pl.LazyFrame, pl.LazyFrame], new: pl.LazyFrame, pairs: Pairs
) -> pl.DataFrame:
    """The cells with those of `primary_link_id` replaced: by `url`, and only where the address is another.

    `links` are the old and the new table; `new` are the new entries.
    """
    old_links, new_links = pl.collect_all([side.select("link_id", TARGET) for side in links])
    other_id = cells.filter(pl.col("field") == LINK).select("row", "was", "old", "new")
    suspects = pl.concat([other_id, _led_elsewhere(_elsewhere(old_links, new_links), new, pairs)]).unique("row")
    told = suspects.join(_addresses(old_links, "old", suspects["old"]), on="old", how="left")
    told = told.join(_addresses(new_links, "new", suspects["new"]), on="new", how="left")
    unequal = told.filter(pl.col("old_url").ne_missing(pl.col("new_url"))).select(
        "row", "was", pl.lit(_LAST, pl.UInt32).alias("column"), pl.lit(TARGET).alias("field"),
        pl.col("old_url").alias("old"), pl.col("new_url").alias("new"),
    )  # fmt: skip
    return pl.concat([cells.filter(pl.col("field") != LINK), unequal]).sort("row", "column")


def _elsewhere(old: pl.DataFrame, new: pl.DataFrame) -> pl.Series:
    """Ids of links that are not in both tables with one address."""
    if old.equals(new):
        return pl.Series("link_id", [], dtype=pl.String)
    hashes = old.hash_rows(), new.hash_rows()
    lost, come = old.filter(~hashes[0].is_in(hashes[1].implode())), new.filter(~hashes[1].is_in(hashes[0].implode()))
    return pl.concat([lost["link_id"], come["link_id"]]).unique()


def _led_elsewhere(links: pl.Series, new: pl.LazyFrame, pairs: Pairs) -> pl.DataFrame:
    """Entries of both sides with such a link: row, was, and its id twice."""
    ids = new.select(pl.col(LINK).alias("new")).with_row_index("row").filter(pl.col("new").is_in(links.implode()))
    rows = ids.collect()
    both = pl.DataFrame({"row": pairs.at, "was": pairs.was}).join(rows, on="row", how="inner")
    return both.select("row", "was", pl.col("new").alias("old"), "new")


def _addresses(links: pl.DataFrame, name: str, wanted: pl.Series) -> pl.DataFrame:
    """Of a few links; a join would look at all of them."""
    found = links.filter(pl.col("link_id").is_in(wanted.implode()))
    return found.select(pl.col("link_id").alias(name), pl.col(TARGET).alias(f"{name}_url"))
