"""A change in how bytes are read must raise EXTRACTOR_VERSION: else its effects would be blamed on the sites."""

import hashlib
import json
from pathlib import Path

from pydantic import TypeAdapter

from shelflist.demo import load_edition
from shelflist.extract.page import read_html
from shelflist.models.observe import PageReading
from shelflist.parse.page import read_page
from shelflist.settings import EXTRACTOR_VERSION
from shelflist.sources import Source, load_source

PINNED = Path(__file__).with_suffix(".json")
GOLDEN = Path(__file__).parent / "extract" / "pages"
HEADERS = {"content-type": "text/html; charset=utf-8"}


def test_other_readings_of_the_same_bytes_have_another_extractor_version() -> None:
    now = {"extractor_version": EXTRACTOR_VERSION, "sha256": _digest()}
    pinned = json.loads(PINNED.read_text(encoding="utf-8"))
    if now == pinned:
        return
    assert now["extractor_version"] != pinned["extractor_version"], (
        "pages are read differently: raise EXTRACTOR_VERSION in settings.py, name the change in CHANGELOG.md"
    )
    PINNED.write_text(json.dumps(now, indent=2) + "\n", encoding="utf-8")
    raise AssertionError(f"{PINNED.name} was renewed; read what changed, and commit it")


def _digest() -> str:
    source = load_source("demo").source
    adapter = TypeAdapter(PageReading)
    readings = [_read(page, source) for page in _pages()]
    return hashlib.sha256(b"\n".join(adapter.dump_json(reading) for reading in readings)).hexdigest()


def _pages() -> list[bytes]:
    demo = [f'<div class="entry-content">{post.content}</div>'.encode() for post in load_edition(1).posts]
    return demo + [path.read_bytes() for path in sorted(GOLDEN.glob("*.html"))]


def _read(page: bytes, source: Source) -> PageReading:
    return read_page(read_html(page, HEADERS, "http://demo.localhost/page/", source), source.lookups)
