"""A host is never asked more often than it bears, and a run never takes more than it may."""

from datetime import timedelta

import pytest

from shelflist.fetch.asker import Asker
from shelflist.fetch.client import Client
from shelflist.fetch.politeness import Politeness
from shelflist.fetch.ports import FixedClock, HeldRobots, NoAnswer
from shelflist.models.web import Asked, FailureKind, Purpose
from shelflist.sources.model import Politeness as Rules
from tests.fetch.fakes import NOW, RUN, CountingClock, MemoryRecording, known_page, make_visit, page, source
from tests.fetch.server import FaultServer, answer, endless

HOST = "archive.example"
HTML = {"doors": ["sitemap"], "parts": "none"}


def politeness(**rules: float) -> Politeness:
    return Politeness(Rules.model_validate({"delay_seconds": 1, **rules}), CountingClock())


def exchange(spared: Politeness, status: int | None, seconds: float, monkeypatch: pytest.MonkeyPatch) -> None:
    """One request that takes so long."""
    times = iter((0.0, 0.0, seconds)) if spared.requests else iter((0.0, seconds))
    monkeypatch.setattr("shelflist.fetch.politeness.time.monotonic", lambda: next(times))
    spared.before(HOST)
    spared.after(HOST, 10, status)


def test_the_pause_grows_with_the_time_that_answers_take_and_shrinks_again(monkeypatch: pytest.MonkeyPatch) -> None:
    spared = politeness()
    delays = []
    for seconds in (0.2, 4.0, 200.0, 0.2):
        exchange(spared, 200, seconds, monkeypatch)
        delays.append(spared.delay(HOST))
    assert delays == [1.0, 4.0, 30.0, 1.0]
    assert spared.slowest_delay == 30.0


def test_a_host_that_says_it_is_too_much_is_asked_half_as_often_each_time(monkeypatch: pytest.MonkeyPatch) -> None:
    spared = politeness()
    delays = []
    for status in (429, 503, 503, 200, 200, 404, 200):
        exchange(spared, status, 0.0, monkeypatch)
        delays.append(spared.delay(HOST))
    assert delays == [2.0, 4.0, 8.0, 4.0, 2.0, 1.0, 1.0]


def test_the_pause_is_never_shorter_than_the_source_says(monkeypatch: pytest.MonkeyPatch) -> None:
    spared = politeness(delay_seconds=60, max_crawl_delay_seconds=30)
    exchange(spared, 503, 0.0, monkeypatch)
    assert spared.delay(HOST) == 60.0


def test_ones_own_machine_is_not_spared(monkeypatch: pytest.MonkeyPatch) -> None:
    spared = politeness(delay_seconds=0)
    exchange(spared, 503, 9.0, monkeypatch)
    assert spared.delay(HOST) == 0.0


def test_a_run_takes_no_more_bytes_than_it_may(site: FaultServer, recording: MemoryRecording) -> None:
    pages = [known_page(f"url:{name}", site.url(f"/{name}/")) for name in "abc"]
    for name in "abc":
        site.on(f"/{name}/", answer(page(name * 600)))
    where = source(site.home, pages=HTML, politeness={"max_run_bytes": 1000})
    seen = make_visit(where, recording, *pages)
    assert seen.received_bytes >= 1000
    assert [failure.kind for failure in recording.failures if failure.asked.page_key] == [FailureKind.SKIPPED]


def test_bytes_of_answers_that_were_given_up_count_too(site: FaultServer, recording: MemoryRecording) -> None:
    site.on("/a/", endless())
    where = source(site.home, pages=HTML, politeness={"max_bytes": 50_000, "retries": 0})
    seen = make_visit(where, recording, known_page("url:a", site.url("/a/")))
    assert seen.received_bytes > 50_000


@pytest.mark.parametrize(
    ("hours", "status", "asked"),
    [(1, 200, 0), (23.9, 404, 0), (24, 200, 1), (-1, 200, 1), (1, 503, 1), (1, 429, 1)],
)
def test_robots_are_asked_for_once_a_day(
    site: FaultServer, recording: MemoryRecording, hours: float, status: int, asked: int
) -> None:
    site.on("/robots.txt", answer("User-agent: *\nDisallow:\n"))
    site.on("/a/", answer(page("a")))
    held = HeldRobots(status=status, payload=b"User-agent: *\nDisallow: /b\n", captured_at=NOW - timedelta(hours=hours))
    where, host = source(site.home, pages=HTML), site.home.split("/")[2]
    with Client(where) as client:
        asker = Asker(where, client, recording, FixedClock(NOW), RUN, robots={host: held})
        wanted = Asked(purpose=Purpose.PAGE, door="sitemap", page_key="url:a")
        assert asker.ask(wanted, site.url("/a/")) is not None
        is_denied = asker.ask(wanted, site.url("/b/")) is None
    assert site.paths.count("/robots.txt") == asked
    assert is_denied == (status == 200 and not asked)


def test_the_budget_is_told_before_anything_is_asked() -> None:
    spared = Politeness(Rules(max_requests=1), CountingClock())
    spared.before(HOST)
    with pytest.raises(NoAnswer, match="1 requests are used up"):
        spared.before(HOST)
