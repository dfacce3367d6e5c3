"""Pages read into blocks per second of the processor, beside other libraries' plain selection of the same elements.

    python -m benchmarks.extract_pages [SECONDS]

Ours is the whole of `extract.read_html`: encoding, guards, parsing, every text node of the content in exactly one
block, links, emphasis, positions, coverage, hash. The others parse, select headings, paragraphs, list items and cells
of the content element, and take text and links (trafilatura: its own idea of the page). Each runs three times in a
process of its own, and the best counts. Prints pages a second, and how many times ours is as fast.
"""

import sys
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

from benchmarks._pages import write_pages
from benchmarks.rivals import HERE, WEB, answer_of, python_with
from shelflist.extract.page import read_html
from shelflist.sources import load_source

PAGES = 120
ROUNDS = 3
LIBRARIES = ("lxml", "parsel", "beautifulsoup", "trafilatura")
_HEADERS = {"content-type": "text/html; charset=utf-8"}


def read_all(folder: Path, seconds: float) -> dict[str, float]:
    source = load_source("demo").source
    pages = [path.read_bytes() for path in sorted(folder.glob("*.html"))]
    read_html(pages[0], _HEADERS, "http://bench.localhost/page-0/", source)
    done = blocks = 0
    begun = time.process_time()
    while (spent := time.process_time() - begun) < seconds or done < len(pages):
        page = read_html(pages[done % len(pages)], _HEADERS, f"http://bench.localhost/page-{done}/", source)
        assert page.text_coverage == 1.0
        blocks += len(page.blocks)
        done += 1
    return {"pages": done, "blocks": blocks, "seconds": spent}


def main(seconds: float) -> None:
    python = python_with("web", WEB)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        write_pages(folder, PAGES)
        sizes = sorted(path.stat().st_size for path in folder.glob("*.html"))
        print(f"{PAGES} pages of {sizes[0]:,} to {sizes[-1]:,} bytes, median {sizes[PAGES // 2]:,}")
        ways: dict[str, Callable[[], dict[str, float]]] = {"shelflist": partial(read_all, folder, seconds)}
        for library in LIBRARIES:
            ways[library] = partial(answer_of, [python, HERE / "extract.py", library, folder, str(seconds)])
        found = {name: max((way() for _ in range(ROUNDS)), key=_rate) for name, way in ways.items()}
    ours = _rate(found["shelflist"])
    for name, one in found.items():
        blocks = one["blocks"] / one["pages"]
        print(f"{name:14}{_rate(one):8,.0f} pages/s   {blocks:6.1f} blocks/page   ours {ours / _rate(one):5.2f} times")


def _rate(found: dict[str, float]) -> float:
    return found["pages"] / found["seconds"]


if __name__ == "__main__":
    main(float(sys.argv[1]) if len(sys.argv) > 1 else 3.0)
