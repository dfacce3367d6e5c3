"""Redirects, conditions, and hosts that do not answer."""

import pytest

from shelflist.fetch.addresses import resolve
from shelflist.fetch.asker import DOWN_AFTER, validators
from shelflist.models.web import Asked, FailureKind, Purpose
from tests.fetch.fakes import MemoryRecording, capture, known_page, make_visit, page, source
from tests.fetch.server import FaultServer, answer, redirect, reset, validated

PAGES = {"doors": ["sitemap"], "parts": "none", "sitemaps": ["/none.xml"]}
PAGE = Asked(purpose=Purpose.PAGE, door="sitemap", page_key="url:a")
MODIFIED = "Sun, 22 Nov 2026 10:00:00 GMT"


def visit_page(site: FaultServer, recording: MemoryRecording) -> list[FailureKind]:
    """Visit the one known page `/a/`; gives how that failed."""
    make_visit(source(site.home, pages=PAGES), recording, known_page("url:a", site.url("/a/")))
    return recording.kinds()


def test_every_hop_of_a_redirect_is_kept(site: FaultServer, recording: MemoryRecording) -> None:
    site.on("/a/", redirect("/b/"))
    site.on("/b/", redirect(site.url("/c/#there"), 302))
    site.on("/c/", answer(page("c")))
    assert visit_page(site, recording) == []
    hops = [(held.http_status, held.final_url) for held in recording.of(Purpose.PAGE)]
    assert hops == [(301, site.url("/a/")), (302, site.url("/b/")), (200, site.url("/c/"))]
    assert {held.url for held in recording.of(Purpose.PAGE)} == {site.url("/a/")}


def test_a_redirect_to_itself_ends_at_once(site: FaultServer, recording: MemoryRecording) -> None:
    site.on("/a/", redirect("/a/"))
    assert visit_page(site, recording) == [FailureKind.REDIRECT]
    assert site.paths.count("/a/") == 1


def test_a_redirect_in_a_circle_ends(site: FaultServer, recording: MemoryRecording) -> None:
    site.on("/a/", redirect("/b/"))
    site.on("/b/", redirect("/a/"))
    assert visit_page(site, recording) == [FailureKind.REDIRECT]
    assert [held.http_status for held in recording.of(Purpose.PAGE)] == [301, 301]


def test_redirects_without_end_are_given_up(site: FaultServer, recording: MemoryRecording) -> None:
    site.on("/a/", redirect("/hop/0"))
    for number in range(20):
        site.on(f"/hop/{number}", redirect(f"/hop/{number + 1}"))
    assert visit_page(site, recording) == [FailureKind.REDIRECT]
    assert len([path for path in site.paths if path.startswith("/hop")]) == 5


@pytest.mark.parametrize(
    ("target", "kind"),
    [
        ("http://elsewhere.example/", FailureKind.OUT_OF_SCOPE),
        ("http://169.254.169.254/latest/meta-data/", FailureKind.OUT_OF_SCOPE),
        ("http://10.0.0.1/", FailureKind.OUT_OF_SCOPE),
        ("//elsewhere.example/a/", FailureKind.OUT_OF_SCOPE),
        ("file:///etc/passwd", FailureKind.REDIRECT),
        ("http://user:word@127.0.0.1/", FailureKind.REDIRECT),
        ("http://[::1/", FailureKind.REDIRECT),
    ],
)
def test_a_redirect_out_of_scope_is_not_followed(
    site: FaultServer, recording: MemoryRecording, target: str, kind: FailureKind
) -> None:
    site.on("/a/", redirect(target))
    assert visit_page(site, recording) == [kind]
    assert recording.of(Purpose.PAGE)[0].http_status == 301, "where it wanted to lead is evidence"


def test_a_host_in_scope_that_leads_inside_is_refused(
    site: FaultServer, recording: MemoryRecording, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("shelflist.fetch.transport.resolve", _refusing)
    site.on("/a/", answer(page("a")))
    assert set(visit_page(site, recording)) == {FailureKind.OUT_OF_SCOPE}
    assert site.paths == []


def _refusing(host: str, port: int, *, allow_loopback: bool) -> list[str]:
    return resolve(host, port, allow_loopback=False)


def test_robots_rules_hold_for_the_target_of_a_redirect(site: FaultServer, recording: MemoryRecording) -> None:
    site.on("/robots.txt", answer("User-agent: *\nDisallow: /secret/"))
    site.on("/a/", redirect("/secret/"))
    assert visit_page(site, recording) == [FailureKind.ROBOTS_DENIED]
    assert "/secret/" not in site.paths


def test_an_error_that_remains_is_kept_as_an_answer(site: FaultServer, recording: MemoryRecording) -> None:
    site.on("/a/", answer("down", status=503))
    assert visit_page(site, recording) == []
    assert [held.http_status for held in recording.of(Purpose.PAGE)] == [503]
    assert site.paths.count("/a/") == 2


def test_a_passing_error_leaves_only_the_answer(site: FaultServer, recording: MemoryRecording) -> None:
    site.on("/a/", answer(status=503, headers={"Retry-After": "2"}), answer(page("a")))
    assert visit_page(site, recording) == []
    assert [held.http_status for held in recording.of(Purpose.PAGE)] == [200]


def test_an_unmodified_page_is_kept_as_such(site: FaultServer, recording: MemoryRecording) -> None:
    baseline = capture(PAGE, site.url("/a/"), page("a").encode(), run_id="old", last_modified=MODIFIED, etag='"e"')
    recording.hold(baseline, page("a").encode())
    site.on("/a/", validated(page("a"), last_modified=MODIFIED))
    known = known_page("url:a", site.url("/a/"), captures=(baseline,))
    make_visit(source(site.home, pages=PAGES), recording, known)
    assert recording.of(Purpose.PAGE)[0].http_status == 304
    sent = site.requests[-1][1]
    assert sent["If-Modified-Since"] == MODIFIED
    assert "If-None-Match" not in sent, "behind gzip it never matches, and then the date is ignored"


def test_an_entity_tag_is_sent_where_there_is_no_date() -> None:
    assert validators(capture(PAGE, "u", b"", etag='"e"')) == {"If-None-Match": '"e"'}
    assert validators(capture(PAGE, "u", b"")) == {}


def test_validators_that_cannot_be_sent_are_left_out() -> None:
    assert validators(capture(PAGE, "u", b"", etag='"\xe9"', last_modified="a\r\nb")) == {}


def test_validators_of_another_address_are_not_sent(site: FaultServer, recording: MemoryRecording) -> None:
    baseline = capture(PAGE, site.url("/old/"), b"", run_id="old", last_modified=MODIFIED)
    site.on("/a/", validated(page("a"), last_modified=MODIFIED))
    known = known_page("url:a", site.url("/a/"), captures=(baseline,))
    make_visit(source(site.home, pages=PAGES), recording, known)
    assert recording.of(Purpose.PAGE)[0].http_status == 200


def test_a_304_nobody_asked_for_is_an_answer_like_any(site: FaultServer, recording: MemoryRecording) -> None:
    site.on("/a/", answer(status=304))
    assert visit_page(site, recording) == []
    assert recording.of(Purpose.PAGE)[0].http_status == 304


def test_a_host_that_does_not_answer_is_left_alone(site: FaultServer, recording: MemoryRecording) -> None:
    pages = [known_page(f"url:{number}", site.url(f"/{number}/")) for number in range(8)]
    for number in range(8):
        site.on(f"/{number}/", reset())
    make_visit(source(site.home, pages=PAGES), recording, *pages)
    kinds = [failure.kind for failure in recording.failures if failure.asked.page_key]
    assert kinds == [FailureKind.CONNECT] * DOWN_AFTER + [FailureKind.SKIPPED] * (8 - DOWN_AFTER)
    assert len([path for path in site.paths if path[1].isdigit()]) == DOWN_AFTER * 2, "each was tried twice"


def test_single_failures_do_not_end_a_visit(site: FaultServer, recording: MemoryRecording) -> None:
    pages = [known_page(f"url:{number}", site.url(f"/{number}/")) for number in range(8)]
    for number in range(8):
        site.on(f"/{number}/", answer(page("x")) if number % 2 else reset())
    make_visit(source(site.home, pages=PAGES), recording, *pages)
    assert recording.kinds() == [FailureKind.CONNECT] * 4


def test_a_host_that_wants_to_be_left_alone_is(site: FaultServer, recording: MemoryRecording) -> None:
    site.on("/a/", answer(status=429, headers={"Retry-After": "100000"}))
    site.on("/b/", answer(page("b")))
    pages = [known_page(f"url:{name}", site.url(f"/{name}/")) for name in "ab"]
    make_visit(source(site.home, pages=PAGES), recording, *pages)
    assert recording.kinds() == [FailureKind.RETRY_LATER, FailureKind.SKIPPED]
    assert "/b/" not in site.paths
