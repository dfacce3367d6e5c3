"""Ten years of nights: 3,650 harvests of a made-up archive of 2,000 entries, faults on a fifth of them.

    python -m tests.simulation [--nights N] [--pages N] [--lines N] [--seed N] [--minutes N]    (make simulate)

Ends with an error if the content is not the truth in the end, if an entry was removed that was there, or if a change
was not told exactly once. Prints time and disk space per night, for nights that published and nights that did not, what
`shelflist prune` frees, and whether a replay of the ledger gives the same bytes (`--no-verify` leaves that out).
What is simplified is said in `tests.simulation.nights`.
"""

import argparse
import sys
import tempfile
import time
from dataclasses import dataclass, field
from pathlib import Path

from shelflist.fetch.ports import SilentProgress
from shelflist.pipeline.pruning import removable, remove
from shelflist.pipeline.verifying import find_problems
from tests.simulation.nights import Nights, simulated

CALM = 35
"""Nights without edits and faults at the end: longer than a page is left unread, and than a question stays open."""
PARTS = (
    "raw",
    "clean/*/snapshots",
    "clean/*/runs",
    "clean/*/history",
    "clean/*/deltas",
    "clean/*/state*",
    "clean/*/index",
)
KEEP = 30


@dataclass
class Timing:
    """Seconds of the processor, night by night."""

    first: float = 0.0
    published: list[float] = field(default_factory=list)
    quiet: list[float] = field(default_factory=list)


def main() -> int:
    options = _options()
    with (
        tempfile.TemporaryDirectory(prefix="shelflist-nights-") as folder,
        simulated(Path(folder), seed=options.seed, pages=options.pages, lines=options.lines) as nights,
    ):
        began = time.monotonic()
        timing = live(nights, options.nights, Path(folder), began + 60 * options.minutes)
        count = sum(nights.results.values())
        _report(nights, timing, count, time.monotonic() - began)
        _tell_disk(Path(folder), count)
        mistakes = nights.judge.mistakes(nights.state)
        _prune(nights)
        if not options.no_verify:
            mistakes += find_problems(nights.place, SilentProgress())
    print("\n".join(mistakes) or "the content is the truth; no false removal; every change was told once")
    return 1 if mistakes else 0


def live(nights: Nights, count: int, data: Path, until: float) -> Timing:
    """The first harvest, `count` nights or as many as there is time for, and the calm ones, timed."""
    timing = Timing(first=_timed(nights, calm=True))
    for number in range(1, count + 1):
        _live_on(nights, timing, calm=False)
        if number % 365 == 0:
            print(f"year {number // 365}: {_megabytes(data):.0f} MB, {len(timing.published)} versions", flush=True)
        if time.monotonic() > until:
            break
    for _ in range(CALM):
        _live_on(nights, timing, calm=True)
    return timing


def _live_on(nights: Nights, timing: Timing, *, calm: bool) -> None:
    before = nights.version
    spent = _timed(nights, calm=calm)
    (timing.published if nights.version != before else timing.quiet).append(spent)


def _timed(nights: Nights, *, calm: bool) -> float:
    start = time.process_time()
    nights.night(calm=calm)
    return time.process_time() - start


def _report(nights: Nights, timing: Timing, count: int, wall: float) -> None:
    print(f"{count} nights, {len(nights.owner.visible)} entries, {wall:.0f} s")
    print(f"  runs: {dict(nights.results)}")
    print(f"  faults: {dict(nights.faults)}")
    print(f"  edits: {dict(nights.owner.edits)}; answers of a person: {dict(nights.answers)}")
    told = {kind: sum(n for (one, _), n in nights.judge.told.items() if one == kind) for kind in ("added", "changed")}
    print(f"  told: {told}, false removals: {len(nights.judge.false_removals)}")
    print(f"  first harvest {timing.first:.2f} s of the processor")
    for name, spent in (("published", timing.published), ("without a new version", timing.quiet)):
        if spent:
            mean, late = sum(spent) / len(spent), sum(spent[-100:]) / len(spent[-100:])
            share = mean / timing.first
            print(
                f"  {len(spent)} nights {name}: {mean:.3f} s each ({share:.1%} of the first), the last 100 {late:.3f} s"
            )


def _tell_disk(data: Path, count: int) -> None:
    print(f"  disk: {_megabytes(data):.1f} MB, {1000 * _megabytes(data) / count:.1f} kB a night")
    for part in PARTS:
        size = sum(_megabytes(path) for path in data.glob(part))
        print(f"    {part}: {size:.1f} MB")


def _prune(nights: Nights) -> None:
    versions = removable(nights.place, KEEP)
    freed = remove(nights.place, versions).bytes
    print(f"  prune --keep {KEEP}: {len(versions)} snapshots, frees {freed / 1e6:.1f} MB")


def _megabytes(path: Path) -> float:
    """What the files under it take, those linked several times counted once."""
    files = [path] if path.is_file() else [file for file in path.rglob("*") if file.is_file() and not file.is_symlink()]
    return sum({said.st_ino: said.st_size for said in (file.stat() for file in files)}.values()) / 1e6


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="ten years of nights")
    parser.add_argument("--nights", type=int, default=3650)
    parser.add_argument("--pages", type=int, default=40)
    parser.add_argument("--lines", type=int, default=50)
    parser.add_argument("--seed", type=int, default=1917)
    parser.add_argument("--minutes", type=float, default=24 * 60, help="stop early after so many")
    parser.add_argument("--no-verify", action="store_true")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
