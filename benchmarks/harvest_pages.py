"""Pages fetched, kept and read into blocks per second from a server on this machine, beside other programs.

    python -m benchmarks.harvest_pages [PAGES]

Ours: robots.txt, the sitemap, every page over the guarded connection, one at a time, each answer into the WARC and the
ledger, synced, and each page read into blocks by a second process while the next are fetched. Scrapy and Crawlee:
robots.txt, eight connections, each body into a compressed file, the same elements selected with parsel and read. wget:
recursive, with a WARC; nothing is read. No program pauses. Printed are pages a second, milliseconds of the processor
for a page (of all the program's processes; to be trusted on a busy machine), and how many times ours is as fast. Our
second process takes a fifth of a second to start, so that some thousand pages are wanted.
"""

import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

from benchmarks.rivals import HERE, WEB, answer_of, python_with
from shelflist.pipeline import stages
from shelflist.pipeline.place import workplace
from shelflist.sources.load import parse_source

ROUNDS = 3
Figures = dict[str, float]
SOURCE = """
name = "bench"
title = "Benchmark"
home = "http://127.0.0.1:{port}/"
scope = {{ allow_loopback = true }}
pages = {{ doors = ["sitemap"], parts = "none" }}
politeness = {{ delay_seconds = 0 }}
"""


@contextmanager
def site(pages: int) -> Iterator[str]:
    """The port of a running site."""
    command = [sys.executable, "-m", "benchmarks._server", str(pages)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as server:
        assert server.stdout is not None
        try:
            yield server.stdout.readline().strip()
        finally:
            server.kill()


def harvest(port: str, pages: int, folder: Path) -> Figures:
    """What `shelflist harvest` does before it folds."""
    loaded = parse_source(SOURCE.format(port=port), "bench.toml")
    begun, cost = time.perf_counter(), _processor()
    with workplace(loaded, folder) as place:
        stages.fetch(place, now=datetime(2026, 11, 1, 2, tzinfo=UTC))
        for batch in stages.unread(place):
            stages.read(place, batch)
        kept = sum(1 for _ in place.readings.iterdir())
    spent = time.perf_counter() - begun
    return {"pages": kept, "seconds": spent, "processor": _processor() - cost}


def wget(port: str, pages: int, folder: Path) -> Figures:
    begun, cost = time.perf_counter(), _processor()
    options = (
        "--quiet",
        "--mirror",
        "--no-warc-keep-log",
        f"--warc-file={folder / 'wget'}",
        f"--directory-prefix={folder}",
    )
    subprocess.run(["wget", *options, f"http://127.0.0.1:{port}/"], check=False, capture_output=True)
    spent = time.perf_counter() - begun
    kept = sum(1 for _ in folder.rglob("page-*/index.html"))
    return {"pages": kept, "seconds": spent, "processor": _processor() - cost}


def _processor() -> float:
    """Seconds of this process and of those children that have ended."""
    uses = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return sum(use.ru_utime + use.ru_stime for use in uses)


def other(program: str) -> Callable[[str, int, Path], Figures]:
    def run(port: str, pages: int, folder: Path) -> Figures:
        return answer_of([python_with("web", WEB), HERE / "crawl.py", program, port, str(pages), folder])

    return run


WAYS = {"shelflist": harvest, "scrapy": other("scrapy"), "crawlee": other("crawlee"), "wget": wget}


def main(pages: int) -> None:
    found: dict[str, list[Figures]] = {name: [] for name in WAYS}
    with site(pages) as port:
        for _ in range(ROUNDS):
            for name, way in WAYS.items():
                with tempfile.TemporaryDirectory() as folder:
                    found[name].append(way(port, pages, Path(folder)))
    best = {name: {key: min(one[key] for one in all_) for key in all_[0]} for name, all_ in found.items()}
    ours = best["shelflist"]["seconds"]
    for name, one in best.items():
        cost = one["processor"] * 1000 / pages
        told = f"{one['pages'] / one['seconds']:8,.0f} pages/s {cost:7.2f} ms of the processor/page"
        print(f"{name:10}{one['pages']:6.0f} pages{told}   ours {one['seconds'] / ours:5.2f} times as fast")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 1000)
