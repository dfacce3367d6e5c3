"""robots.txt is obeyed as RFC 9309 has it: the status first, then the rules."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shelflist.fetch.robots import parse_robots
from shelflist.models.web import FailureKind, Purpose
from tests.fetch.fakes import CountingClock, MemoryRecording, known_page, make_visit, page, source
from tests.fetch.server import Answer, FaultServer, answer, drip, redirect, reset
from tests.support.work import calls

HTML_ONLY: dict[str, Any] = {"pages": {"doors": ["sitemap"], "parts": "none"}}


def visit_one(
    site: FaultServer, recording: MemoryRecording, robots: Answer, politeness: dict[str, object] | None = None
) -> str:
    """Visit a site with one known page, `/a/`; gives what the visit says of robots.txt."""
    site.on("/robots.txt", robots)
    site.on("/a/", answer(page("a")))
    where = source(site.home, politeness=politeness or {}, **HTML_ONLY)
    return make_visit(where, recording, known_page("url:a", site.url("/a/"))).robots


def test_rules_are_followed(site: FaultServer, recording: MemoryRecording) -> None:
    rules = "User-agent: shelflist\nDisallow: /a\n\nUser-agent: *\nDisallow:\n"
    assert visit_one(site, recording, answer(rules)) == "allowed"
    assert "/a/" not in site.paths
    denied = next(failure for failure in recording.failures if failure.kind is FailureKind.ROBOTS_DENIED)
    assert denied.asked.page_key == "url:a"
    assert [held.url for held in recording.of(Purpose.ROBOTS)] == [site.url("/robots.txt")]


def test_a_site_that_forbids_everything_is_denied(site: FaultServer, recording: MemoryRecording) -> None:
    assert visit_one(site, recording, answer("User-agent: *\nDisallow: /\n")) == "denied"
    assert site.paths == ["/robots.txt"]


@pytest.mark.parametrize(
    "robots",
    [
        answer(status=503),
        answer(status=500),
        answer("<html>Service unavailable", status=503),
        answer(status=429),
        answer(status=503, headers={"Retry-After": "86400"}),
        reset(),
        drip([b"HTTP/1.1 200 OK\r\nContent-Length: 90\r\n\r\nUser-agent: *\n"], 0),
    ],
    ids=["503", "500", "503 with a body", "429", "retry tomorrow", "reset", "breaks off"],
)
def test_without_an_answer_nothing_is_asked(site: FaultServer, recording: MemoryRecording, robots: Answer) -> None:
    assert visit_one(site, recording, robots) == "unreachable"
    assert set(site.paths) == {"/robots.txt"}
    assert recording.kinds() == [FailureKind.ROBOTS_UNREACHABLE], "one for the whole run"


@pytest.mark.parametrize("status", [400, 401, 403, 404, 410])
def test_an_unavailable_file_forbids_nothing(site: FaultServer, recording: MemoryRecording, status: int) -> None:
    assert visit_one(site, recording, answer("User-agent: *\nDisallow: /", status=status)) == "none"
    assert "/a/" in site.paths


def test_a_page_in_place_of_rules_forbids_nothing(site: FaultServer, recording: MemoryRecording) -> None:
    assert visit_one(site, recording, answer("\n <!DOCTYPE html>\nUser-agent: *\nDisallow: /")) == "none"
    assert "/a/" in site.paths


def test_redirects_to_the_rules_are_followed(site: FaultServer, recording: MemoryRecording) -> None:
    site.on("/real.txt", answer("User-agent: *\nDisallow: /"))
    assert visit_one(site, recording, redirect("/real.txt")) == "denied"


@pytest.mark.parametrize("target", ["/robots.txt", "http://elsewhere.example/robots.txt"], ids=["loop", "elsewhere"])
def test_redirects_to_nowhere_forbid_nothing(site: FaultServer, recording: MemoryRecording, target: str) -> None:
    assert visit_one(site, recording, redirect(target)) == "none"
    assert "/a/" in site.paths


def test_the_crawl_delay_is_kept_up_to_the_sources_limit(site: FaultServer, recording: MemoryRecording) -> None:
    slow = answer("User-agent: *\nCrawl-delay: 3600\n")
    site.on("/robots.txt", slow)
    site.on("/a/", answer(page("a")))
    where = source(site.home, politeness={"max_crawl_delay_seconds": 0.2}, **HTML_ONLY)
    clock = CountingClock()
    seen = make_visit(where, recording, known_page("url:a", site.url("/a/")), clock=clock)
    assert clock.slept
    assert all(0 < seconds <= 0.2 for seconds in clock.slept)
    assert seen.waited_seconds == pytest.approx(sum(clock.slept))


def test_a_crawl_delay_never_shortens_the_pause() -> None:
    rules = parse_robots(b"User-agent: *\nCrawl-delay: nan\nCrawl-delay: -3\nCrawl-delay: inf\n")
    assert rules.crawl_delay == 0.0


def test_only_the_product_token_of_an_agent_counts() -> None:
    rules = parse_robots(b"User-agent: Shelflist/9.9\nDisallow: /a\n\nUser-agent: shelf\nDisallow: /b\n")
    assert not rules.allows("http://x.example/a")
    assert rules.allows("http://x.example/b")


def test_rules_for_hundreds_of_strangers_are_work_by_their_lines() -> None:
    """Kept for each of them they would be 1.5 million rules, and for 15,000 strangers 150 million."""
    agents = "".join(f"User-agent: bot{number}\n" for number in range(1_500))
    text = (agents + "User-agent: *\n" + "Disallow: /x/*/y\n" * 1_000).encode()
    assert calls(lambda: parse_robots(text)) < 50 * 2_500  # measured: 21 a line
    assert not parse_robots(text).allows("http://x.example/x/1/y")


def test_what_comes_after_500_kib_is_not_read() -> None:
    rules = parse_robots(b"User-agent: *\n" + b"#" * 600_000 + b"\nDisallow: /\n")
    assert rules.allows("http://x.example/")


@given(st.binary(max_size=300))
def test_any_bytes_can_be_read_as_rules(payload: bytes) -> None:
    rules = parse_robots(b"User-agent: *\n" + payload)
    rules.allows("http://x.example/a?b")
    assert rules.crawl_delay >= 0


def test_of_a_giant_file_the_beginning_is_read_and_kept(site: FaultServer, recording: MemoryRecording) -> None:
    rules = "User-agent: *\nDisallow: /a\n" + "#" * 3_000_000
    assert visit_one(site, recording, answer(rules), {"max_bytes": 1_000_000}) == "allowed"
    assert "/a/" not in site.paths
    assert [len(one.body) for one in recording.answers if one.is_cut] == [500 * 1024]
