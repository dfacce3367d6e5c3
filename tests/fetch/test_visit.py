"""A visit as a whole: its limits, its end, and what it says of itself."""

import os
import signal
from collections.abc import Callable, Mapping

from hypothesis import given, settings
from hypothesis import strategies as st

from shelflist.fetch.ports import SilentProgress
from shelflist.models.page import Page
from shelflist.models.web import FailureKind, Purpose
from tests.fetch.fakes import (
    CountingClock,
    JsonReaders,
    MemoryRecording,
    known_page,
    make_visit,
    page,
    sitemap,
    source,
)
from tests.fetch.server import Answer, FaultServer, answer, redirect, reset
from tests.fetch.wordpress import asked_for, post, serve

HTML = {"doors": ["sitemap"], "parts": "none"}


def serve_html(site: FaultServer, *names: str) -> None:
    site.on("/wp-sitemap.xml", answer(sitemap(*(site.url(f"/{name}/") for name in names))))
    for name in names:
        site.on(f"/{name}/", answer(page(name)))


def test_a_dry_run_asks_for_lists_alone_and_keeps_nothing(site: FaultServer, recording: MemoryRecording) -> None:
    serve(site, post(site, 1), post(site, 2))
    seen = make_visit(source(site.home), recording, dry_run=True)
    assert asked_for(site) == ["posts", "pages"]
    assert len(seen.planned) == 2
    assert (recording.captures, recording.failures) == ([], [])


def test_a_dry_run_keeps_no_failures_either(site: FaultServer, recording: MemoryRecording) -> None:
    site.on("/robots.txt", answer(status=503))
    assert make_visit(source(site.home), recording, dry_run=True).robots == "unreachable"
    assert (recording.captures, recording.failures) == ([], [])


def test_a_limit_leaves_the_rest_unasked(site: FaultServer, recording: MemoryRecording) -> None:
    serve_html(site, "a", "b", "c")
    seen = make_visit(source(site.home, pages=HTML), recording, limit=2)
    assert (seen.outcome, len(seen.planned)) == ("limited", 2)
    assert len(recording.of(Purpose.PAGE)) == 2
    assert recording.failures == []


def test_a_limit_that_is_not_reached_limits_nothing(site: FaultServer, recording: MemoryRecording) -> None:
    serve_html(site, "a")
    assert make_visit(source(site.home, pages=HTML), recording, limit=1).outcome == "finished"


def test_what_the_budget_does_not_reach_is_skipped(site: FaultServer, recording: MemoryRecording) -> None:
    serve_html(site, "a", "b", "c")
    seen = make_visit(source(site.home, pages=HTML, politeness={"max_requests": 3}), recording)
    assert seen.requests == 3
    skipped = [(failure.kind, failure.asked.page_key) for failure in recording.failures]
    assert skipped == [(FailureKind.SKIPPED, f"url:{site.url(f'/{name}/')}") for name in ("b", "c")]


class Interrupted(JsonReaders):
    """A person presses Ctrl-C while the page at `/b/` is read."""

    def page(self, payload: bytes, headers: Mapping[str, str], url: str) -> Page:
        if url.endswith("/b/"):
            raise KeyboardInterrupt
        return super().page(payload, headers, url)


def test_ctrl_c_ends_the_visit_in_order(site: FaultServer, recording: MemoryRecording) -> None:
    serve_html(site, "a", "b", "c", "d")
    seen = make_visit(source(site.home, pages={**HTML, "parts": "follow"}), recording, readers=Interrupted())
    assert seen.outcome == "cancelled"
    assert site.paths[-1] == "/b/"
    assert len(recording.of(Purpose.PAGE)) == 2, "what was fetched is kept"
    assert [failure.kind for failure in recording.failures] == [FailureKind.SKIPPED] * 3
    assert [failure.url for failure in recording.failures] == [site.url(f"/{name}/") for name in "bcd"]


def test_ctrl_c_while_waiting_for_an_answer_ends_the_visit(site: FaultServer, recording: MemoryRecording) -> None:
    serve_html(site, "a", "b")

    answered = []

    def press(handler: object) -> None:
        os.kill(os.getpid(), signal.SIGINT)
        answered.append(site.closing.wait(60))

    site.on("/a/", press)
    assert make_visit(source(site.home, pages=HTML), recording).outcome == "cancelled"
    assert answered == [], "it was not waited for"
    assert recording.kinds() == [FailureKind.SKIPPED] * 2


class InterruptedStage(SilentProgress):
    def stage(self, name: str, total: int | None) -> None:
        raise KeyboardInterrupt


def test_ctrl_c_before_the_lists_skips_every_known_page(site: FaultServer, recording: MemoryRecording) -> None:
    known = known_page("url:a", site.url("/a/"))
    seen = make_visit(source(site.home, pages=HTML), recording, known, progress=InterruptedStage())
    assert seen.outcome == "cancelled"
    assert [failure.asked.page_key for failure in recording.failures] == ["url:a"]


def test_without_any_list_known_pages_are_asked_directly(site: FaultServer, recording: MemoryRecording) -> None:
    site.on("/a/", answer(page("a", post_id=1)))
    known = known_page("post:1", site.url("/a/"), wp_post_id=1)
    seen = make_visit(source(site.home), recording, known)
    assert (seen.door, seen.outcome) == (None, "finished")
    assert [(held.asked.page_key, held.http_status) for held in recording.of(Purpose.PAGE)] == [("post:1", 200)]


def test_pages_that_the_rules_no_longer_want_are_not_asked_for(site: FaultServer, recording: MemoryRecording) -> None:
    known = known_page("url:a", site.url("/a/"))
    make_visit(source(site.home, pages=HTML, scope={"exclude": ["^/a/"]}), recording, known)
    assert "/a/" not in site.paths
    assert recording.failures == []


TROUBLE: dict[str, Callable[[], Answer]] = {
    "fine": lambda: answer(page("x")),
    "split": lambda: answer(page("x", next_part="http://[")),
    "nothing": lambda: answer(status=404),
    "gone": lambda: answer(status=410),
    "error": lambda: answer(status=500),
    "tomorrow": lambda: answer(status=503, headers={"Retry-After": "90000"}),
    "elsewhere": lambda: redirect("http://elsewhere.example/"),
    "circle": lambda: redirect("?"),
    "short": lambda: answer("x", length=9),
    "reset": reset,
    "unreadable": lambda: answer(b"\x00\xff"),
    "unpackable": lambda: answer("x", headers={"Content-Encoding": "gzip"}),
}


@settings(max_examples=15, deadline=None)
@given(st.lists(st.sampled_from(sorted(TROUBLE)), max_size=8), st.integers(1, 30))
def test_every_expected_page_has_an_answer_or_a_failure(trouble: list[str], budget: int) -> None:
    recording = MemoryRecording()
    with FaultServer() as site:
        for number, name in enumerate(trouble):
            site.on(f"/{number}/", TROUBLE[name]())
        pages = [known_page(f"url:{number}", site.url(f"/{number}/")) for number in range(len(trouble))]
        make_visit(source(site.home, politeness={"max_requests": budget, "retries": 0}), recording, *pages)
    told = {held.asked.page_key for held in recording.captures}
    told |= {failure.asked.page_key for failure in recording.failures}
    assert told - {None} == {known.page_key for known in pages}


def test_requests_bytes_and_waits_are_counted(site: FaultServer, recording: MemoryRecording) -> None:
    serve_html(site, "a", "b")
    clock = CountingClock()
    where = source(site.home, pages=HTML, politeness={"delay_seconds": 2})
    seen = make_visit(where, recording, clock=clock)
    assert seen.requests == len(site.paths) == 4
    assert seen.received_bytes == sum(len(given.body) for given in recording.answers)
    assert len(clock.slept) == 3, "before each request but the first"
    assert all(1 < seconds <= 2 for seconds in clock.slept)


def test_a_fixed_clock_neither_waits_nor_counts(site: FaultServer, recording: MemoryRecording) -> None:
    serve_html(site, "a", "b")
    seen = make_visit(source(site.home, pages=HTML, politeness={"delay_seconds": 60}), recording)
    assert seen.waited_seconds == 0.0


class Watcher(SilentProgress):
    def __init__(self) -> None:
        self.seen: list[str] = []

    def stage(self, name: str, total: int | None) -> None:
        self.seen.append(f"{name} {total}")

    def advance(self, text: str = "") -> None:
        self.seen.append(text)


def test_whoever_watches_hears_of_every_page(site: FaultServer, recording: MemoryRecording) -> None:
    serve_html(site, "a", "b")
    watcher = Watcher()
    make_visit(source(site.home, pages=HTML), recording, progress=watcher)
    assert watcher.seen == [
        "lists None",
        site.url("/wp-sitemap.xml"),
        "pages 2",
        site.url("/a/"),
        site.url("/b/"),
    ]
