"""The links door: what is followed, how far, and when the list counts as complete."""

import json
from typing import Any

from shelflist.fetch.asker import DOWN_AFTER
from shelflist.fetch.ports import Visit
from shelflist.models.web import Asked, FailureKind, Purpose
from tests.fetch.fakes import MemoryRecording, capture, known_page, make_visit, source
from tests.fetch.server import FaultServer, answer, redirect, reset, validated


def leaf(content: str, *links: str, post_id: int | None = None, onwards: tuple[str, ...] = ()) -> str:
    return json.dumps({"content": content, "id": post_id, "links": links, "onwards": onwards})


def visit_links(
    site: FaultServer,
    recording: MemoryRecording,
    *known: Any,
    limit: int | None = None,
    dry_run: bool = False,
    **more: Any,
) -> Visit:
    scope = more.pop("scope", {})
    where = source(site.home, pages={"doors": ["links"], "parts": "probe"} | more, scope=scope)
    return make_visit(where, recording, *known, limit=limit, dry_run=dry_run)


def test_links_are_followed_within_the_scope_and_every_page_once(site: FaultServer, recording: MemoryRecording) -> None:
    site.on("/", answer(leaf("home", site.url("/a"), site.url("/shop"), "http://elsewhere.example/", "http://[bad")))
    site.on("/a", answer(leaf("a", site.url("/b"), site.home)))
    site.on("/b", answer(leaf("b", site.url("/a"))))
    visit = visit_links(site, recording, scope={"exclude": ["^/shop"]})
    assert (visit.door, site.paths) == ("links", ["/robots.txt", "/", "/a", "/b"])
    assert [item.asked.page_key for item in recording.of(Purpose.LISTING)] == [
        f"url:{site.home}",
        f"url:{site.url('/a')}",
        f"url:{site.url('/b')}",
    ]
    assert [url.removeprefix(site.home) for url in visit.planned] == ["", "a", "b"]


def test_depth_is_counted_but_not_along_the_pages_of_a_list(site: FaultServer, recording: MemoryRecording) -> None:
    site.on("/", answer(leaf("1", site.url("/a"), onwards=(site.url("/page/2"),))))
    site.on("/page/2", answer(leaf("2", site.url("/b"), onwards=(site.url("/page/3"),))))
    site.on("/page/3", answer(leaf("3", site.url("/c"))))
    for name in "abc":
        site.on(f"/{name}", answer(leaf(name, site.url("/deep"))))
    visit = visit_links(site, recording, max_depth=1)
    assert (visit.door, visit.too_deep) == ("links", (site.url("/deep"),))
    assert set(site.paths) == {"/robots.txt", "/", "/a", "/page/2", "/b", "/page/3", "/c"}


def test_what_a_shorter_way_leads_to_is_not_too_deep(site: FaultServer, recording: MemoryRecording) -> None:
    site.on("/", answer(leaf("home", site.url("/a"), site.url("/b"))))
    site.on("/a", answer(leaf("a", site.url("/b"), site.url("/shop"))))
    site.on("/b", answer(leaf("b", site.url("/a"))))
    assert visit_links(site, recording, max_depth=1, scope={"exclude": ["^/shop"]}).too_deep == ()


def test_a_listing_is_read_for_its_links_alone(site: FaultServer, recording: MemoryRecording) -> None:
    site.on("/list", answer(leaf("list", site.url("/lib/a"), site.url("/list/2"), site.url("/other"))))
    site.on("/list/2", answer(leaf("more", site.url("/lib/b"))))
    for name in "ab":
        site.on(f"/lib/{name}", answer(leaf(name)))
    visit_links(site, recording, start=["/list"], listings=["^/list"], scope={"include": ["^/lib/"]})
    keys = [item.asked.page_key for item in recording.of(Purpose.LISTING)]
    assert keys == [None, f"url:{site.url('/lib/a')}", None, f"url:{site.url('/lib/b')}"]


def test_a_site_larger_than_allowed_is_not_wholly_known(site: FaultServer, recording: MemoryRecording) -> None:
    site.on("/", answer(leaf("home", *(site.url(f"/{number}") for number in range(9)))))
    assert visit_links(site, recording, max_pages=4).door is None
    assert len(site.paths) == 5
    (left,) = recording.failures
    assert left.in_words == f"{site.url('/3')}: left out: max_pages = 4 pages were asked for before"


def test_a_limit_of_pages_ends_the_crawl(site: FaultServer, recording: MemoryRecording) -> None:
    site.on("/", answer(leaf("home", *(site.url(f"/{number}") for number in range(9)))))
    visit_links(site, recording, limit=3)
    assert len(site.paths) == 4
    assert recording.kinds() == []


def test_a_page_that_fails_leaves_the_first_list_incomplete(site: FaultServer, recording: MemoryRecording) -> None:
    site.on("/", answer(leaf("home", site.url("/a"), site.url("/gone"))))
    site.on("/a", answer(status=503))
    assert visit_links(site, recording).door is None
    assert visit_links(site, recording, known_page("url:x", site.home)).door == "links"


def test_a_start_page_must_answer(site: FaultServer, recording: MemoryRecording) -> None:
    site.on("/", answer(status=503))
    site.on("/a", answer(leaf("a")))
    assert visit_links(site, recording, known_page("url:x", site.url("/a"))).door is None
    assert site.paths[-1] == "/a", "known pages are asked for all the same"


def test_a_dead_link_and_one_that_leads_away_are_no_failures(site: FaultServer, recording: MemoryRecording) -> None:
    site.on("/robots.txt", answer("User-agent: *\nDisallow: /secret\n"))
    site.on("/", answer(leaf("home", site.url("/gone"), site.url("/secret"), site.url("/away"))))
    site.on("/away", redirect("http://elsewhere.example/"))
    assert visit_links(site, recording).door == "links"
    assert set(recording.kinds()) == {FailureKind.ROBOTS_DENIED, FailureKind.OUT_OF_SCOPE}


def test_a_known_page_is_asked_for_once_by_whatever_address_it_is_reached(
    site: FaultServer, recording: MemoryRecording
) -> None:
    site.on("/", answer(leaf("home", site.url("/old"), site.url("/new"))))
    site.on("/old", redirect("/new"))
    site.on("/new", answer(leaf("a", post_id=5)))
    visit_links(site, recording, known_page("post:5", site.url("/new"), wp_post_id=5))
    assert site.paths == ["/robots.txt", "/", "/old", "/new"]


def test_what_is_held_is_asked_for_with_its_validators_and_still_gives_its_links(
    site: FaultServer, recording: MemoryRecording
) -> None:
    held = leaf("home", site.url("/a"))
    site.on("/", validated(held, last_modified="Mon, 02 Nov 2026 00:00:00 GMT"))
    site.on("/a", answer(leaf("a")))
    asked = Asked(purpose=Purpose.LISTING, door="links", page_key="url:home")
    baseline = capture(asked, site.home, held.encode(), last_modified="Mon, 02 Nov 2026 00:00:00 GMT", number=99)
    recording.hold(baseline, held.encode())
    visit_links(site, recording, known_page("url:home", site.home, captures=(baseline,)))
    assert recording.statuses()[1:] == [304, 200]


def test_parts_of_a_post_are_fetched_on_the_way(site: FaultServer, recording: MemoryRecording) -> None:
    site.on("/", answer(leaf("home", site.url("/a/"))))
    site.on("/a/", answer(leaf("one", post_id=5)))
    site.on("/a/2/", answer(leaf("two", post_id=5)))
    visit_links(site, recording)
    assert site.paths[2:] == ["/a/", "/a/2/", "/a/3/"]


def test_a_site_that_falls_silent_is_left_alone(site: FaultServer, recording: MemoryRecording) -> None:
    paths = [f"/{number}" for number in range(9)]
    site.on("/", answer(leaf("home", *map(site.url, paths))))
    for path in paths:
        site.on(path, reset())
    where = source(site.home, pages={"doors": ["links"]}, politeness={"retries": 0})
    assert make_visit(where, recording).door is None
    assert len(site.paths) == 2 + DOWN_AFTER
    assert recording.kinds().count(FailureKind.SKIPPED) == 1
