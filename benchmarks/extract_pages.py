"""Pages read into blocks per second of the processor, beside other libraries' plain selection of the same elements.

    python -m benchmarks.extract_pages [SECONDS]
    python -m benchmarks.extract_pages blocks|page FOLDER SECONDS    (one of ours alone; prints JSON)

All begin with the bytes of a page. Ours is measured twice: *blocks* is what the others do and more, the content element
as blocks (guards, encoding, parsing, every text node of the content in exactly one block, links, emphasis, positions,
paths, kinds and headings, coverage); *page* is the whole of `extract.read_html`, with what the page says of itself
outside the content (title, dates, ids, categories, canonical address, further parts, hash). The others parse, select
headings, paragraphs, list items and cells of the content element, and take text and links (trafilatura: its own idea of
the page). Each runs three times in a process of its own, and the best counts. Prints pages a second, and how many times
our blocks are as fast.
"""

import json
import sys
import tempfile
import time
from pathlib import Path

from benchmarks._pages import write_pages
from benchmarks.rivals import HERE, WEB, answer_of, python_with
from shelflist.extract.blocks import read_blocks
from shelflist.extract.document import parse_html, selected
from shelflist.extract.page import read_html
from shelflist.extract.rules import rules_for
from shelflist.models.page import Block
from shelflist.sources import load_source

PAGES = 120
ROUNDS = 3
LIBRARIES = ("lxml", "parsel", "beautifulsoup", "trafilatura")
_HEADERS = {"content-type": "text/html; charset=utf-8"}
_URL = "http://bench.localhost/page-0/"
_SOURCE = load_source("demo").source


def read_all(way: str, folder: Path, seconds: float) -> dict[str, float]:
    read = WAYS[way]
    pages = [path.read_bytes() for path in sorted(folder.glob("*.html"))]
    read(pages[0])
    done = blocks = 0
    begun = time.process_time()
    while (spent := time.process_time() - begun) < seconds or done < len(pages):
        found, coverage = read(pages[done % len(pages)])
        assert coverage == 1.0
        blocks += len(found)
        done += 1
    return {"pages": done, "blocks": blocks, "seconds": spent}


def _blocks(payload: bytes) -> tuple[tuple[Block, ...], float]:
    tree = parse_html(payload, _HEADERS, _URL)
    (content,) = selected(tree, "content", _SOURCE.selectors.content)
    read = read_blocks(content, rules_for(_SOURCE, _URL))
    return read.blocks, read.coverage


def _page(payload: bytes) -> tuple[tuple[Block, ...], float]:
    page = read_html(payload, _HEADERS, _URL, _SOURCE)
    return page.blocks, page.text_coverage


WAYS = {"blocks": _blocks, "page": _page}


def main(seconds: float) -> None:
    python = python_with("web", WEB)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        write_pages(folder, PAGES)
        sizes = sorted(path.stat().st_size for path in folder.glob("*.html"))
        print(f"{PAGES} pages of {sizes[0]:,} to {sizes[-1]:,} bytes, median {sizes[PAGES // 2]:,}")
        commands: dict[str, list[str | Path]] = {
            way: [sys.executable, "-m", "benchmarks.extract_pages", way, folder, str(seconds)] for way in WAYS
        }
        commands |= {one: [python, HERE / "extract.py", one, folder, str(seconds)] for one in LIBRARIES}
        rounds = [{name: answer_of(command) for name, command in commands.items()} for _ in range(ROUNDS)]
    found = {name: max((one[name] for one in rounds), key=_rate) for name in commands}
    ours = _rate(found["blocks"])
    for name, one in found.items():
        blocks = one["blocks"] / one["pages"]
        print(f"{name:14}{_rate(one):8,.0f} pages/s   {blocks:6.1f} blocks/page   ours {ours / _rate(one):5.2f} times")


def _rate(found: dict[str, float]) -> float:
    return found["pages"] / found["seconds"]


if __name__ == "__main__":
    if len(sys.argv) > 2:
        print(json.dumps(read_all(sys.argv[1], Path(sys.argv[2]), float(sys.argv[3]))))
    else:
        main(float(sys.argv[1]) if len(sys.argv) > 1 else 3.0)
