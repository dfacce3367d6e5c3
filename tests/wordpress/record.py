"""Record the nights of `small` from a live WordPress: `python -m tests.wordpress.record`. As root, on Debian.

Writes `recorded.json`: of every night each address that was asked, with its answers in order; equal answers stand once.
Only machines' answers are kept as they came; in the place of a page stands one of our own.
"""

import json
import tempfile
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from shelflist.archive.store import CaptureStore
from shelflist.pipeline import stages
from shelflist.pipeline.history import read_history
from tests.wordpress.live import PORT, Site, rules
from tests.wordpress.small import NIGHTS, RECORDED, START

NIGHT = datetime(2026, 11, 1, 2, tzinfo=UTC)
_HOST = f"http://127.0.0.1:{PORT}"
HOME_PAGE = '<!doctype html><title>Home</title><body class="home blog">The home page answers everything.</body>'
KEPT = ("content-type", "location", "x-wp-total", "x-wp-totalpages", "last-modified")


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        site = Site(Path(folder))
        site.wp("up")
        try:
            for words in START:
                site.do(*words)
            recorded = _record(site, Path(folder) / "data")
        finally:
            site.wp("clean")
    RECORDED.write_text(json.dumps(recorded, indent=0, ensure_ascii=False) + "\n", encoding="utf-8")


def _record(site: Site, data: Path) -> dict[str, Any]:
    loaded, bodies, nights = rules("wordpress"), dict[str, int](), list[dict[str, list[int]]]()
    for number, words in enumerate(((), *(night.words for night in NIGHTS))):
        if words:
            site.do(*words)
        outcome = stages.harvest(loaded, data, now=NIGHT + timedelta(days=number))
        nights.append(_answers(data / "raw" / loaded.source.name, outcome.runs[-1].run_id, bodies))
    return {"answers": [json.loads(text) for text in bodies], "nights": nights}


def _answers(raw: Path, run_id: str, bodies: dict[str, int]) -> dict[str, list[int]]:
    """Of every address the numbers of its answers; redirect hops are told of the address that gave them."""
    history = read_history(raw)
    store, asked = CaptureStore(raw, history.captures), dict[str, list[int]]()
    for capture in history.captures.values():
        if capture.run_id != run_id:
            continue
        headers = {
            name: value.replace(_HOST, "HOME") for name, value in store.headers(capture).items() if name.lower() in KEPT
        }
        body = store.payload(capture).decode().replace(_HOST.replace("/", "\\/"), "HOME").replace(_HOST, "HOME")
        if "html" in headers.get("content-type", ""):
            body = HOME_PAGE
        answer = json.dumps({"status": capture.http_status, "headers": headers, "body": body})
        path = capture.final_url.removeprefix(_HOST)
        asked.setdefault(path, []).append(bodies.setdefault(answer, len(bodies)))
    return asked


if __name__ == "__main__":
    main()
