"""An archive whose answers are written straight into the ledger: many nights, every fault, no sockets.

`Chronicle.night` records one run of a small made-up site and folds it; extraction, parsing, folding and publishing are
the real ones. Tests over real HTTP are in `test_harvest.py` and `test_bad_nights.py`.
"""

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Literal

from shelflist.archive.recorder import Recorder
from shelflist.archive.scrub import scrubber
from shelflist.models.track import Event, State
from shelflist.models.web import Asked, Failure, FailureKind, Purpose, RawAnswer, RunBegun, RunEnded
from shelflist.pipeline import stages
from shelflist.pipeline.deciding import record_acceptance
from shelflist.pipeline.epochs import begin_epoch_if_needed
from shelflist.pipeline.folding import current_state
from shelflist.pipeline.history import read_history
from shelflist.pipeline.outcome import Outcome
from shelflist.pipeline.place import Workplace, workplace
from shelflist.pipeline.verifying import find_problems
from shelflist.settings import EXTRACTOR_VERSION, RUN_ID_FORMAT, SOFTWARE
from shelflist.sources.load import parse_source

START = datetime(2026, 11, 1, 2, tzinfo=UTC)
HOME = "http://archive.localhost/"
RULES = """
name = "made-up"
title = "A made-up archive"
home = "http://archive.localhost/"

[scope]
allow_loopback = true

[pages]
doors = ["sitemap"]

[selectors]
content = { css = ".entry-content", count = "1" }

[gates]
run_min_answered = 0.5
run_max_removed = 6
run_max_changed = 8
"""
NARROWER = RULES + '\n[lookups]\nnavigation = ["^Title 1"]\n'

Fault = Literal[
    404, 410, 503, "timeout", "skipped", "truncated", "robots_denied", "empty", "half", "soft 404", "challenge"
]
Pages = Mapping[str, tuple[str, ...]]
"""Titles by page; one that begins with "# " is a heading, one that ends with " pages." a whole citation."""


@dataclass
class Chronicle:
    """One source's nights. `events` are all that were ever told, in order."""

    place: Workplace
    at: datetime = START
    events: list[Event] = field(default_factory=list)
    outcomes: list[Outcome] = field(default_factory=list)

    @property
    def state(self) -> State:
        return current_state(self.place)

    def use_rules(self, text: str) -> None:
        self.place = replace(self.place, loaded=parse_source(text, "made-up.toml"))

    def night(
        self, site: Pages, faults: Mapping[str, Fault] | None = None, *, outcome: str = "finished", hours: float = 24
    ) -> Outcome:
        """Record what `site` answers now, and fold it."""
        self.record(site, faults or {}, outcome=outcome, hours=hours)
        return self.fold()

    def fold(self) -> Outcome:
        told = stages.fold(self.place)
        self.outcomes.append(told)
        self.events += told.events
        return told

    def record(self, site: Pages, faults: Mapping[str, Fault], *, outcome: str = "finished", hours: float = 24) -> None:
        """`outcome` "crashed" leaves the run without an end: it never counts."""
        begin_epoch_if_needed(self.place, self.state, self.at - timedelta(seconds=1))
        begun = RunBegun(
            run_id=self.at.strftime(RUN_ID_FORMAT), source_id="made-up", logical_at=self.at,
            rules_sha256=self.place.loaded.sha256, extractor_version=EXTRACTOR_VERSION, software=SOFTWARE,
        )  # fmt: skip
        history = read_history(self.place.raw)
        scrub = scrubber(history.redactions)
        with Recorder.begin(self.place.raw, begun, self.place.loaded.text, history.payloads(), scrub) as recorder:
            self._list(recorder, site)
            for name in sorted(site):
                self._page(recorder, name, site[name], faults.get(name))
            if outcome != "crashed":
                recorder.end(
                    RunEnded(
                        run_id=begun.run_id,
                        ended_at=self.at,
                        outcome=outcome,  # type: ignore[arg-type]
                        door="sitemap",
                        requests=len(site),
                        received_bytes=1,
                        waited_seconds=0.0,
                        robots="none",
                        warc_filename=recorder.warc_filename,
                    )
                )
        self.at += timedelta(hours=hours)

    def accept(self, page_id: str | None = None) -> Outcome:
        """A person releases what waits, an hour before the next night."""
        run = self.state.held_run_id
        assert run is not None
        record_acceptance(
            self.place, self.state, run, page_id=page_id, reason="seen", by="tester", now=self.at - timedelta(hours=1)
        )
        return self.fold()

    def problems(self) -> list[str]:
        """What a replay of the ledger would give otherwise."""
        return find_problems(self.place, stages.SILENT)

    def page_id(self, name: str) -> str:
        (found,) = [page.page_id for page in self.state.pages.values() if page.url == address(name)]
        return found

    @property
    def shown(self) -> dict[str, list[str]]:
        """Active titles by address, in order of the alphabet."""
        shown: dict[str, list[str]] = {}
        for row in self.state.entries.values():
            if row.status == "active":
                shown.setdefault(self.state.pages[row.page_id].url, []).append(row.citation.title or row.citation_raw)
        return {url: sorted(titles) for url, titles in shown.items()}

    def _list(self, recorder: Recorder, site: Iterable[str]) -> None:
        places = "".join(f"<url><loc>{address(name)}</loc></url>" for name in sorted(site))
        body = f'<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">{places}</urlset>'
        asked = Asked(purpose=Purpose.LISTING, door="sitemap")
        recorder.record(asked, _raw(f"{HOME}sitemap.xml", 200, body, "application/xml"), self.at)

    def _page(self, recorder: Recorder, name: str, lines: Iterable[str], fault: Fault | None) -> None:
        url = address(name)
        asked = Asked(purpose=Purpose.PAGE, door="sitemap", page_key=f"url:{url}")
        if fault in ("timeout", "skipped", "truncated", "robots_denied"):
            kind = FailureKind(str(fault))
            run_id = recorder.run.run_id
            recorder.fail(Failure(run_id=run_id, asked=asked, url=url, failed_at=self.at, kind=kind, detail="as told"))
        elif isinstance(fault, int):
            recorder.record(asked, _raw(url, fault, "out of order", "text/html"), self.at)
        else:
            recorder.record(asked, _raw(url, 200, _shown(name, tuple(lines), fault), "text/html"), self.at)


@contextmanager
def chronicle(data: Path) -> Iterator[Chronicle]:
    with workplace(parse_source(RULES, "made-up.toml"), data) as place:
        yield Chronicle(place)


def address(name: str) -> str:
    return f"{HOME}{name}/"


def _shown(name: str, lines: tuple[str, ...], fault: Fault | None) -> str:
    """What a page shows with status 200, be it in order or not."""
    if fault == "soft 404":
        return html(name, ()).replace(f"<title>Page {name}", "<title>Page not found")
    if fault == "challenge":
        return "<html><head><title>Just a moment</title></head><body><p>Checking your browser</p></body></html>"
    shown = {"empty": (), "half": lines[: (len(lines) + 1) // 2]}.get(str(fault), lines)
    return html(name, shown)


def html(name: str, lines: Iterable[str]) -> str:
    body = "".join(map(_line, lines))
    head = f'<title>Page {name}</title><link rel="canonical" href="{address(name)}">'
    return f'<html><head>{head}</head><body><h1>Page {name}</h1><div class="entry-content">{body}</div></body></html>'


def _line(line: str) -> str:
    if line.startswith("# "):
        return f"<h2>{line[2:]}</h2>"
    if line.endswith(" pages."):  # a whole citation
        return f"<p>{line}</p>"
    return f'<p><a href="/files/{target(line)}">{line}</a>, 1917</p>'


def target(line: str) -> str:
    return f"{line.replace(' ', '-').lower()}.pdf"


def _raw(url: str, status: int, body: str, content_type: str) -> RawAnswer:
    content = body.encode()
    headers = (("Content-Type", content_type), ("Content-Length", str(len(content))))
    return RawAnswer(
        url=url, final_url=url, status=status, reason="", http_version="HTTP/1.1", headers=headers, body=content,
        payload=content,
    )  # fmt: skip
