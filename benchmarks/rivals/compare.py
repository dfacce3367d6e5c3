"""Two versions of a table compared by other libraries; they have the version of Polars that datacompy wants.

    python compare.py LIBRARY FOLDER

Prints seconds, seconds of the processor, the peak of memory and the differences found as JSON.
"""

import csv
import json
import resource
import sys
import time
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from typing import Any


def datacompy(a: Path, b: Path) -> int:
    """Joined on the key, each column compared; rows that differ are counted. Lists and Enums it never finds equal."""
    polars: Any = import_module("polars")
    tables = [polars.read_parquet(folder / "entries.parquet") for folder in (a, b)]
    frames = [
        table.select(
            polars.col(name).cast(polars.String) if isinstance(kind, polars.Enum) else name
            for name, kind in table.schema.items()
            if not isinstance(kind, polars.List)
        )
        for table in tables
    ]
    found = import_module("datacompy").PolarsCompare(*frames, join_columns="entry_id")
    return int(found.intersect_rows.height - found.count_matching_rows())


def csv_diff(a: Path, b: Path) -> int:
    library: Any = import_module("csv_diff")
    old, new = (library.load_csv((folder / "part.csv").open(encoding="utf-8"), key="entry_id") for folder in (a, b))
    return sum(map(len, library.compare(old, new).values()))


def daff(a: Path, b: Path) -> int:
    """With its own best guess of the key."""
    library: Any = import_module("daff")
    tables = [library.PythonTableView(_rows(folder / "part.csv")) for folder in (a, b)]
    told = library.PythonTableView([])
    library.TableDiff(library.compareTables(*tables).align(), library.CompareFlags()).hilite(told)
    return int(told.get_height())


def _rows(file: Path) -> list[list[str]]:
    with file.open(encoding="utf-8", newline="") as text:
        return list(csv.reader(text))


WAYS: dict[str, Callable[[Path, Path], int]] = {"datacompy": datacompy, "csv-diff": csv_diff, "daff": daff}


def run(step: Callable[[Path, Path], int], folder: Path) -> None:
    """One measurement, in this process; printed as JSON."""
    begun, worked = time.perf_counter(), time.process_time()
    found = step(folder / "a", folder / "b")
    seconds, processor = time.perf_counter() - begun, time.process_time() - worked
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024**2
    print(json.dumps({"seconds": seconds, "processor": processor, "gigabytes": peak, "found": found}))


if __name__ == "__main__":
    run(WAYS[sys.argv[1]], Path(sys.argv[2]))
