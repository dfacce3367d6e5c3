"""A site in a few lines of Python, folded night by night: `Site` says what each page shows, `Nights` folds it."""

import hashlib
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Literal

from shelflist.linkage.identity import page_id
from shelflist.models.citation import Citation
from shelflist.models.observe import PageAnswer, PageReading, ReadEntry, ReadHeading, RunObservation
from shelflist.models.page import Link, ListedPage, Page
from shelflist.models.track import Event, State
from shelflist.models.web import Asked, Capture, Failure, FailureKind, Purpose, RunBegun, RunEnded
from shelflist.sources.model import Gates
from shelflist.track import Step, step
from shelflist.verdicts import Acceptance

START = datetime(2026, 11, 1, 2, tzinfo=UTC)

Lines = list[str]
"""A page's lines: "# heading", or "title -> address", or a title alone."""

Answer = Lines | int | FailureKind | Literal["password"]
"""What a page answers: its lines, an HTTP status, why nothing came, or a form for its password."""


@dataclass
class Nights:
    """Folds observations one after the other, a day apart unless told otherwise."""

    gates: Gates = field(default_factory=Gates)
    state: State = field(default_factory=lambda: State(source_id="test"))
    at: datetime = START
    last: RunObservation | None = None

    def night(self, site: Mapping[str, Answer], *, hours: float = 24, listed: bool = True) -> Step:
        """Fold what `site` answers now; `listed`: the list of pages was complete."""
        self.last = observe(site, self.at, listed=listed)
        result = step(self.state, self.last, self.gates)
        self.state = result.state
        self.at += timedelta(hours=hours)
        return result

    def accept(self, page: str | None = None) -> Step:
        assert self.last is not None
        wanted = pid(page) if page else None
        result = step(self.state, self.last, self.gates, accepted=Acceptance(decision_id="d", page_id=wanted))
        self.state = result.state
        return result

    @property
    def titles(self) -> list[str]:
        """Active entries, sorted."""
        return sorted(row.citation_raw for row in self.state.entries.values() if row.status == "active")

    def id_of(self, raw: str) -> str:
        rows = [*self.state.entries.values(), *self.state.removed.values()]
        (found,) = [row.entry_id for row in rows if row.citation_raw == raw]
        return found


def pid(name: str) -> str:
    return page_id("test", f"url:{address(name)}")


def address(name: str) -> str:
    return f"http://site.test/{name}/"


def said(result: Step | tuple[Event, ...]) -> list[tuple[str, str]]:
    """(type, label) of the entry and link events that are not minor, sorted."""
    events = result.events if isinstance(result, Step) else result
    return sorted(
        (event.change_type.value, event.label)
        for event in events
        if event.entity_type in ("entry", "link") and not event.minor
    )


def observe(site: Mapping[str, Answer], at: datetime, *, listed: bool = True) -> RunObservation:
    run_id = at.strftime("%Y%m%dT%H%M%SZ")
    begun = RunBegun(
        run_id=run_id, source_id="test", logical_at=at, rules_sha256="r", extractor_version="1", software="test"
    )
    ended = RunEnded(
        run_id=run_id, ended_at=at, outcome="finished", door="sitemap" if listed else None, requests=1,
        received_bytes=1, waited_seconds=0.0, robots="none", warc_filename=None,
    )  # fmt: skip
    answers = tuple(_answer(name, what, run_id, at) for name, what in sorted(site.items()))
    return RunObservation(run=begun, ended=ended, answers=answers, list_complete=listed)


def _answer(name: str, what: Answer, run_id: str, at: datetime) -> PageAnswer:
    url, key = address(name), f"url:{address(name)}"
    asked = Asked(purpose=Purpose.PAGE, door="sitemap", page_key=key)
    if isinstance(what, FailureKind):
        failure = Failure(run_id=run_id, asked=asked, url=url, failed_at=at, kind=what, detail="as told")
        return PageAnswer(page_id=pid(name), page_key=key, url=url, failure=failure, door="sitemap")
    status = what if isinstance(what, int) else 200
    capture = Capture(
        capture_id=f"{run_id}-{name}", run_id=run_id, asked=asked, url=url, final_url=url, captured_at=at,
        http_status=status, payload_digest=f"sha256:{name}", payload_bytes=1, warc_filename="w", warc_offset=0,
        warc_length=1,
    )  # fmt: skip
    reading = read(url, what) if isinstance(what, list) else None
    if what == "password":
        reading = PageReading(page=Page(url=url, protected=True))
    return PageAnswer(
        page_id=pid(name), page_key=key, url=url, captures=(capture,), reading=reading, door="sitemap",
        listed=ListedPage(page_key=key, url=url),
    )  # fmt: skip


def read(url: str, lines: Lines) -> PageReading:
    """A page of those lines, as extraction and parsing would give it; a line's citation is its title alone."""
    headings: list[ReadHeading] = []
    entries: list[ReadEntry] = []
    seen: Counter[str] = Counter()
    for position, line in enumerate(lines):
        if line.startswith("# "):
            text = line[2:]
            headings.append(ReadHeading(level=2, text=text, path=(text,), parent=None, anchor=None, position=position))
            continue
        title, _, target = line.partition(" -> ")
        seen[title] += 1
        links = (Link(url_raw=target, url=target, text=title, start=0, end=len(title)),) if target else ()
        entries.append(
            ReadEntry(
                raw=title,
                occurrence=seen[title],
                heading=len(headings) - 1 if headings else None,
                heading_path=headings[-1].path if headings else (),
                links=links,
                citation=Citation(title=title),
                evidence=(),
                position=position,
                dom_path=f"p:nth-of-type({position + 1})",
                text_start=0,
                text_end=1,
            )
        )
    digest = hashlib.sha256("\n".join(lines).encode()).hexdigest()
    page = Page(url=url, canonical_url=url, title=url, content_hash=digest)
    return PageReading(page=page, headings=tuple(headings), entries=tuple(entries))
