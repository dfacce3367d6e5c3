"""Two snapshots of a million entries compared field by field, Parquet reading included, beside other ways to do it.

    python -m benchmarks.compare_snapshots [ENTRIES] [--with-others]

The second snapshot has 1 % of its entries changed, and 0.1 % each added, removed, moved and linked elsewhere. Every way
runs three times, each time in a process of its own, whose peak of memory is measured; the best figures count. Printed
are seconds, seconds of the processor (of all cores; these can be trusted on a busy machine), peak, and the ratios of
each to `shelflist`. `--with-others` installs other libraries into an environment of their own (`benchmarks/rivals`) and
runs each once. Ways that read rows as CSV get a tenth of them, because all would not fit into memory; their figures are
times ten.
"""

import csv
import json
import subprocess
import sys
import tempfile
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import polars as pl

from benchmarks.rivals import HERE, TABLES, python_with
from benchmarks.rivals.compare import run
from shelflist.publish.compare import compare
from shelflist.tables.columns import table_named
from shelflist.tables.text import to_text

PROJECT = Path(__file__).parents[1]
RUNS = 3
FIGURES = ("seconds", "processor", "gigabytes", "found")
PART = 10
"""Ways that read CSV get one entry in so many: those whose id ends in 7."""
WORDS = ("soviet", "union", "lenin", "history", "works", "party", "labour", "peace", "war", "reform", "worker", "state")
NIGHT = datetime(2026, 11, 1, tzinfo=UTC)


def words(count: int, number: pl.Expr) -> pl.Expr:
    """So many words, other ones for other numbers."""
    known = pl.lit(pl.Series(WORDS))
    picked = [known.gather((number * (3 * n + 1) + number // (7**n)) % len(WORDS)) for n in range(count)]
    return pl.concat_str(*picked, number.cast(pl.String), separator=" ")


def entries(count: int) -> pl.DataFrame:
    """Entries like those of a real list: unique titles, few publishers, most other columns empty."""
    n = pl.int_range(count, dtype=pl.Int64)
    made: dict[str, pl.Expr] = {
        "entry_id": pl.format("e_{}", (n * 2654435761 % 2**40).cast(pl.String)),
        "source_id": pl.lit("demo"),
        "page_id": pl.format("p_{}", n // 400),
        "heading_id": pl.format("h_{}", n // 40),
        "heading_path": pl.concat_list(pl.format("Heading {}", n // 40)),
        "citation_raw": words(9, n),
        "title": words(4, n),
        "statement_of_responsibility": words(2, n // 3),
        "publisher": words(1, n % 500),
        "place_of_publication": words(1, n % 60),
        "date_raw": (1840 + n % 150).cast(pl.String),
        "date_edtf": (1840 + n % 150).cast(pl.String),
        "extent_raw": pl.format("{} pages", n % 700),
        "page_count": n % 700,
        "match_key": words(9, n),
        "record_hash": (n * 40503 % 2**31).cast(pl.String),
        "primary_link_id": pl.format("l_{}", n),
        "evidence_capture_id": pl.format("20261101T020000Z-{}", n // 400),
        "first_seen_at": pl.lit(NIGHT),
        "last_changed_at": pl.lit(NIGHT),
        "parse_confidence": (n % 100) / 100,
    }
    return pl.select(n.alias("entry_id")).select(_column("entries", made))


def links(count: int) -> pl.DataFrame:
    n = pl.int_range(count, dtype=pl.Int64)
    made = {
        "link_id": pl.format("l_{}", n),
        "entry_id": pl.format("e_{}", (n * 2654435761 % 2**40).cast(pl.String)),
        "page_id": pl.format("p_{}", n // 400),
        "url_raw": pl.format("/files/{}.pdf", n),
        "url": pl.format("https://archive.example/files/{}.pdf", n),
        "first_seen_at": pl.lit(NIGHT),
    }
    return pl.select(n.alias("link_id")).select(_column("links", made))


def pages(count: int) -> pl.DataFrame:
    n = pl.int_range(count // 400 + 1, dtype=pl.Int64)
    made = {"page_id": pl.format("p_{}", n), "title": words(3, n), "first_seen_at": pl.lit(NIGHT)}
    return pl.select(n.alias("page_id")).select(_column("pages", made))


def _column(table: str, made: dict[str, pl.Expr]) -> list[pl.Expr]:
    """Every column of a table: as made, else null, or what its type has first."""
    return [
        made.get(c.name, pl.lit(None if c.nullable else c.values[0] if c.values else _FIRST(c.dtype)))
        .cast(c.dtype).alias(c.name)
        for c in table_named(table).columns
    ]  # fmt: skip


def _FIRST(dtype: Any) -> Any:
    return [] if dtype == pl.List(pl.String) else "" if dtype == pl.String else False if dtype == pl.Boolean else 0


def edited(before: pl.DataFrame) -> pl.DataFrame:
    """The next version: 1 % changed in one of three fields, 0.1 % removed, added and moved."""
    n = pl.int_range(pl.len(), dtype=pl.Int64)
    changed = before.with_columns(
        pl.when(n % 300 == 1).then(pl.col("title") + " corrected").otherwise("title").alias("title"),
        pl.when(n % 300 == 101).then(pl.lit("1917")).otherwise("date_edtf").alias("date_edtf"),
        pl.when(n % 300 == 201).then(pl.col("publisher") + " & Co").otherwise("publisher").alias("publisher"),
        pl.when(n % 1000 == 500).then(pl.lit("p_0")).otherwise("page_id").alias("page_id"),
    )
    added = before.filter(n % 1000 == 2).with_columns(pl.format("a_{}", "entry_id").alias("entry_id"))
    return pl.concat([changed.filter(n % 1000 != 7), added]).sort("page_id", maintain_order=True)


def make(folder: Path, count: int) -> None:
    """Both snapshots as Parquet, and a tenth of their entries as CSV."""
    first, linked = entries(count), links(count)
    n = pl.int_range(pl.len(), dtype=pl.Int64)
    relinked = linked.with_columns(pl.when(n % 1000 == 3).then(pl.col("url") + "?v=2").otherwise("url").alias("url"))
    for name, rows, row_links in (("a", first, linked), ("b", edited(first), relinked)):
        snapshot = folder / name
        snapshot.mkdir()
        for table, frame in (("entries", rows), ("links", row_links), ("pages", pages(count))):
            frame.rechunk().write_parquet(snapshot / f"{table}.parquet", compression="zstd")
        to_text(rows.filter(pl.col("entry_id").str.ends_with("7"))).write_csv(snapshot / "part.csv")


def with_shelflist(a: Path, b: Path) -> int:
    """As `shelflist diff` does it."""
    found = compare(a, b)
    return found.changed.height + found.moved.height + found.relinked.height + found.added.height + found.removed.height


def with_a_join(a: Path, b: Path) -> int:
    """Both tables read whole, joined on the key, each column compared."""
    old, new = pl.read_parquet(a / "entries.parquet"), pl.read_parquet(b / "entries.parquet")
    both = new.join(old, on="entry_id", how="inner", suffix="_old")
    columns = table_named("entries").tracked
    changed = sum(int(both.select(pl.col(c).ne_missing(pl.col(f"{c}_old")).sum()).item()) for c in columns)
    return changed + new.join(old, on="entry_id", how="anti").height + old.join(new, on="entry_id", how="anti").height


def with_a_dict_of_rows(a: Path, b: Path) -> int:
    """A tenth of the rows, from CSV, cell by cell."""
    old, new = (_rows(folder / "part.csv") for folder in (a, b))
    changed = sum(was != now for key in old.keys() & new.keys() for was, now in zip(old[key], new[key], strict=True))
    return changed + len(old.keys() ^ new.keys())


def _rows(file: Path) -> dict[str, list[str]]:
    with file.open(encoding="utf-8", newline="") as text:
        return {row[0]: row for row in csv.reader(text)}


CONTENDERS: dict[str, tuple[Callable[[Path, Path], int], int]] = {
    "shelflist": (with_shelflist, 1),
    "polars join": (with_a_join, 1),
    "dict of rows": (with_a_dict_of_rows, PART),
}
"""What is called, and by what its figures are multiplied."""

OTHERS = {"datacompy": 1, "csv-diff": PART, "daff": PART}
"""Ways of `benchmarks/rivals/compare.py`, likewise."""


def measured(call: list[str], factor: int, runs: int) -> dict[str, float]:
    """The best of several processes, at full size."""
    told = [
        json.loads(subprocess.run(call, cwd=PROJECT, capture_output=True, text=True, check=True).stdout)
        for _ in range(runs)
    ]
    return {figure: min(one[figure] for one in told) * factor for figure in FIGURES}


def main(count: int, *, with_others: bool) -> None:
    with tempfile.TemporaryDirectory() as name:
        this = [sys.executable, "-m", "benchmarks.compare_snapshots"]
        subprocess.run([*this, "--make", str(count), name], check=True)
        print(f"{count:,} entries, {len(table_named('entries').tracked)} columns compared")
        ours = measured([*this, "--run", "shelflist", name], 1, RUNS)
        for contender, (_, factor) in CONTENDERS.items():
            is_ours = contender == "shelflist"
            tell(
                contender, ours if is_ours else measured([*this, "--run", contender, name], factor, RUNS), ours, factor
            )
        for other, factor in OTHERS.items():
            if not with_others:
                print(f"{other:14} not measured (--with-others)")
                continue
            call = [str(python_with("tables", TABLES)), str(HERE / "compare.py"), other, name]
            tell(other, measured(call, factor, 1), ours, factor)


def tell(name: str, found: dict[str, float], ours: dict[str, float], factor: int) -> None:
    """One line, with the ratios to ours."""
    print(
        f"{name:14} {found['seconds']:7.2f} s ({found['seconds'] / ours['seconds']:5.1f} x)"
        f"  processor {found['processor']:6.2f} s ({found['processor'] / ours['processor']:5.1f} x)"
        f"  {found['gigabytes']:6.2f} GB ({found['gigabytes'] / ours['gigabytes']:5.1f} x)"
        f"  {found['found']:,.0f} differences{f'  (a {factor}th of the rows, times {factor})' * (factor > 1)}",
        flush=True,
    )


if __name__ == "__main__":
    arguments = [one for one in sys.argv[1:] if one != "--with-others"]
    if arguments[:1] == ["--run"]:
        run(CONTENDERS[arguments[1]][0], Path(arguments[2]))
    elif arguments[:1] == ["--make"]:
        make(Path(arguments[2]), int(arguments[1]))
    else:
        main(int(arguments[0]) if arguments else 1_000_000, with_others="--with-others" in sys.argv)
