"""Two snapshots of a million entries compared field by field, Parquet reading included, beside other ways to do it.

    python -m benchmarks.compare_snapshots [ENTRIES]

The second snapshot has 1 % of its entries changed, and 0.1 % each added, removed, moved and linked elsewhere. Every way
runs three times, each time in a process of its own, whose peak of memory is measured; the best figures count. Printed
are seconds, seconds of the processor (of all cores; these can be trusted on a busy machine), peak, and the ratios of
each to `shelflist`. What needs a library that is not installed is left out, and named. Ways that read rows as CSV get a
tenth of them, because all would not fit into memory; their figures are times ten.
"""

import csv
import json
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import UTC, datetime
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import polars as pl

from shelflist.publish.compare import compare
from shelflist.tables.columns import table_named
from shelflist.tables.text import to_text

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


def with_datacompy(a: Path, b: Path) -> int:
    datacompy: Any = import_module("datacompy")
    frames = (pl.read_parquet(folder / "entries.parquet") for folder in (a, b))
    found = datacompy.PolarsCompare(*frames, join_columns="entry_id")
    return int(found.count_matching_rows())


def with_csv_diff(a: Path, b: Path) -> int:
    csv_diff: Any = import_module("csv_diff")
    old, new = (csv_diff.load_csv((folder / "part.csv").open(encoding="utf-8"), key="entry_id") for folder in (a, b))
    return sum(map(len, csv_diff.compare(old, new).values()))


def with_daff(a: Path, b: Path) -> int:
    daff: Any = import_module("daff")
    tables = [daff.PythonTableView([list(row) for row in _rows(folder / "part.csv").values()]) for folder in (a, b)]
    told = daff.PythonTableView([])
    daff.TableDiff(daff.compareTables(*tables).align(), daff.CompareFlags()).hilite(told)
    return int(told.get_height())


CONTENDERS: dict[str, tuple[Callable[[Path, Path], int], str, int]] = {
    "shelflist": (with_shelflist, "polars", 1),
    "polars join": (with_a_join, "polars", 1),
    "dict of rows": (with_a_dict_of_rows, "csv", PART),
    "datacompy": (with_datacompy, "datacompy", 1),
    "csv-diff": (with_csv_diff, "csv_diff", PART),
    "daff": (with_daff, "daff", PART),
}
"""What is called, the library it needs, and by what its figures are multiplied."""


def run(name: str, folder: Path) -> None:
    """One measurement, in this process."""
    step = CONTENDERS[name][0]
    begun, worked = time.perf_counter(), time.process_time()
    found = step(folder / "a", folder / "b")
    seconds, processor = time.perf_counter() - begun, time.process_time() - worked
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024**2
    print(json.dumps({"seconds": seconds, "processor": processor, "gigabytes": peak, "found": found}))


def measured(name: str, folder: Path) -> dict[str, float]:
    """The best of several processes, at full size."""
    words_of_call = [sys.executable, "-m", "benchmarks.compare_snapshots", "--run", name, str(folder)]
    told = [
        json.loads(subprocess.run(words_of_call, capture_output=True, text=True, check=True).stdout)
        for _ in range(RUNS)
    ]
    factor = CONTENDERS[name][2]
    return {figure: min(one[figure] for one in told) * factor for figure in FIGURES}


def main(count: int) -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        maker = [sys.executable, "-m", "benchmarks.compare_snapshots", "--make", str(count), name]
        subprocess.run(maker, check=True)
        ours: dict[str, float] = {}
        print(f"{count:,} entries, {len(table_named('entries').tracked)} columns compared")
        for contender, (_, library, factor) in CONTENDERS.items():
            if find_spec(library) is None:
                print(f"{contender:14} not installed")
                continue
            told = measured(contender, folder)
            ours = ours or told
            print(
                f"{contender:14} {told['seconds']:7.2f} s ({told['seconds'] / ours['seconds']:5.1f} x)"
                f"  processor {told['processor']:6.2f} s ({told['processor'] / ours['processor']:5.1f} x)"
                f"  {told['gigabytes']:6.2f} GB ({told['gigabytes'] / ours['gigabytes']:5.1f} x)"
                f"  {told['found']:,.0f} differences{f'  (a {factor}th of the rows, times {factor})' * (factor > 1)}"
            )


if __name__ == "__main__":
    if sys.argv[1:2] == ["--run"]:
        run(sys.argv[2], Path(sys.argv[3]))
    elif sys.argv[1:2] == ["--make"]:
        make(Path(sys.argv[3]), int(sys.argv[2]))
    else:
        main(int(sys.argv[1]) if len(sys.argv) > 1 else 1_000_000)
