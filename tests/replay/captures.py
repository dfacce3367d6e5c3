"""What is replayed: four nights of the demo through its REST interface, and three of a site that knows "not modified".

Between them they give every kind of record: responses plain and compressed, redirects, both revisits of WARC 1.1, and
records whose payload was taken down.
"""

import gzip
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

from shelflist.demo.site import DemoSite
from shelflist.pipeline import stages
from shelflist.pipeline.folding import current_state
from shelflist.pipeline.place import locate
from shelflist.pipeline.redacting import redact
from shelflist.sources import LoadedSource, load_source
from shelflist.sources.load import parse_source
from tests.fetch.server import FaultServer, answer, redirect, validated

FIRST = datetime(2026, 11, 1, 2, tzinfo=UTC)
MODIFIED = "Fri, 30 Oct 2026 18:02:11 GMT"
RULES = """
name = "replayed"
title = "Replayed"
home = "http://replayed.localhost/"

[scope]
allow_loopback = true

[pages]
doors = ["sitemap"]
refetch_days = 1

[politeness]
delay_seconds = 0
"""


def make(data: Path) -> list[str]:
    """Harvest both into `data`; their names."""
    with DemoSite() as site:
        demo = _connected(load_source("demo"), site.port)
        for days, edition in ((0, 1), (29, 1), (58, 2), (87, 2)):
            site.edition = edition
            stages.harvest(demo, data, now=FIRST + timedelta(days=days))
    with FaultServer() as files:
        loaded = _connected(parse_source(RULES, "replayed.toml"), int(files.home.rstrip("/").rpartition(":")[2]))
        _fill(files)
        for days in range(3):
            stages.harvest(loaded, data, now=FIRST + timedelta(days=2 * days))
    entry = next(iter(current_state(locate(loaded, data)).entries))
    redact(
        loaded, data, entry, reason="a test", by="tester", now=FIRST + timedelta(days=9), progress=stages.SILENT
    )  # fmt: skip
    return ["demo", "replayed"]


def _connected(loaded: LoadedSource, port: int) -> LoadedSource:
    politeness = loaded.source.politeness.model_copy(update={"connect_to": f"127.0.0.1:{port}", "delay_seconds": 0.0})
    return replace(loaded, source=loaded.source.model_copy(update={"politeness": politeness}))


def _fill(files: FaultServer) -> None:
    home = "http://replayed.localhost/"
    places = "".join(f"<url><loc>{home}{name}/</loc></url>" for name in ("fixed", "packed", "moved"))
    files.on("/wp-sitemap.xml", answer(f"<urlset>{places}</urlset>", headers={"Content-Type": "application/xml"}))
    files.on("/fixed/", validated(_page("Fixed"), last_modified=MODIFIED))
    packed = gzip.compress(_page("Packed").encode(), mtime=0)
    files.on("/packed/", answer(packed, headers={"Content-Encoding": "gzip", "Content-Type": "text/html"}))
    files.on("/moved/", redirect("/new/", 301))
    files.on("/new/", answer(_page("New")))


def _page(name: str) -> str:
    lines = "".join(f"<p><a href='/{name}-{n}.pdf'>{name} Weavers {n}</a>, 1917</p>" for n in range(30))
    return f"<html><head><title>{name}</title></head><body><div class='entry-content'>{lines}</div></body></html>"
