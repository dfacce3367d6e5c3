"""What a night costs beside the first harvest, by the size of the archive: a quiet one, and one that publishes.

Each night begins as a new process does, with state and ledger read from the disk. The harvest is the whole pipeline
without sockets and waiting for the disk (tests/simulation); times are those of the processor, ratios to the first
harvest of the same archive.

    python -m benchmarks.nights [PAGES ...]      of 50 lines each; 40 and 400 if none are named
"""

import sys
import tempfile
import time
from pathlib import Path

from tests.simulation.nights import Nights, simulated

LINES = 50
NIGHTS = 3


def seconds(nights: Nights, *, calm: bool) -> float:
    """The processor time of one night that starts from what is on the disk."""
    nights.forget()
    began = time.process_time()
    nights.night(calm=calm)
    return time.process_time() - began


def publishing(nights: Nights) -> float:
    """The processor time of the next night with a new version."""
    while True:
        version = nights.version
        spent = seconds(nights, calm=False)
        if nights.version != version:
            return spent


def measure(pages: int) -> None:
    with tempfile.TemporaryDirectory() as data, simulated(
        Path(data), seed=5, pages=pages, lines=LINES, edited=1.0, fault_rate=0
    ) as nights:  # fmt: skip
        first = seconds(nights, calm=True)
        quiet = min(seconds(nights, calm=True) for _ in range(NIGHTS))
        changed = min(publishing(nights) for _ in range(NIGHTS))
    shares = f"{quiet / first:6.1%} {changed / first:6.1%}"
    print(f"{pages * LINES:7} entries   {first:8.2f} {quiet:8.2f} {changed:8.2f}   {shares}")


def main() -> None:
    print(f"{'':17} {'first':>8} {'quiet':>8} {'changed':>8}   {'quiet':>6} {'changed':>6}")
    for pages in [int(one) for one in sys.argv[1:]] or [40, 400]:
        measure(pages)


if __name__ == "__main__":
    main()
