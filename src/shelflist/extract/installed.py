"""Whether the program on the disk is still the one that runs: `git pull` may replace it under a long harvest."""

import os
from collections.abc import Iterator
from pathlib import Path

_PACKAGE = Path(__file__).parents[1]


def program_stamp(package: Path = _PACKAGE) -> tuple[int, int]:
    """How many files of Python the program has, and when the newest of them was written."""
    times = list(_written(str(package)))
    return len(times), max(times, default=0)


def _written(folder: str) -> Iterator[int]:
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.name.endswith(".py"):
                yield entry.stat().st_mtime_ns
            elif entry.is_dir(follow_symlinks=False) and entry.name != "__pycache__":
                yield from _written(entry.path)
