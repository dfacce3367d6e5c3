"""The WordPress door asks for what changed, and trusts no list that moved or is not whole."""

from datetime import timedelta
from typing import Any

import pytest

from shelflist.fetch.ports import KnownPage
from shelflist.models.web import Asked, FailureKind, Purpose
from tests.fetch.fakes import NOW, MemoryRecording, capture, known_page, make_visit, page, sitemap, source
from tests.fetch.server import FaultServer, answer, reset
from tests.fetch.wordpress import API, asked_for, post, post_list, serve

LISTS = ["posts", "pages", "categories", "tags"]


def known_post(site: FaultServer, number: int, **more: Any) -> KnownPage:
    """A post that was completely observed yesterday, over the REST API."""
    asked = Asked(purpose=Purpose.PAGE, door="wordpress", page_key=f"post:{number}")
    fields: dict[str, Any] = {
        "wp_post_id": number,
        "modified": "2026-01-01T00:00:00",
        "last_fetched_at": NOW - timedelta(days=1),
        "captures": (capture(asked, site.url(f"{API}posts/{number}?_fields=id"), b"{}", run_id="old"),),
    }
    return known_page(f"post:{number}", site.url(f"/post-{number}/"), **(fields | more))


def test_a_new_post_is_fetched_whole(site: FaultServer, recording: MemoryRecording) -> None:
    serve(site, post(site, 7))
    seen = make_visit(source(site.home, pages={"doors": ["wordpress"]}), recording)
    assert (seen.door, seen.outcome, seen.robots) == ("wordpress", "finished", "none")
    assert asked_for(site) == [*LISTS, "posts/7"]
    held = recording.of(Purpose.PAGE)[0]
    assert (held.asked.page_key, held.asked.door) == ("post:7", "wordpress")
    assert "_fields=id,slug,type,status,link,title,content," in held.url
    assert seen.requests == 6
    assert seen.planned == (held.url,)


def test_a_quiet_night_costs_only_the_lists(site: FaultServer, recording: MemoryRecording) -> None:
    serve(site, post(site, 1), post(site, 2))
    make_visit(source(site.home), recording, known_post(site, 1), known_post(site, 2))
    assert asked_for(site) == LISTS
    assert recording.failures == []


@pytest.mark.parametrize(
    "more",
    [
        {"modified": "2025-12-31T00:00:00"},
        {"modified": None},
        {"last_fetched_at": NOW - timedelta(days=28)},
        {"last_fetched_at": None},
        {"captures": ()},
    ],
    ids=["modified", "from another door", "28 days ago", "never", "incomplete"],
)
def test_a_known_post_is_fetched_when_there_is_reason(
    site: FaultServer, recording: MemoryRecording, more: dict[str, Any]
) -> None:
    serve(site, post(site, 1))
    make_visit(source(site.home), recording, known_post(site, 1, **more))
    assert asked_for(site)[-1] == "posts/1"


def test_a_post_that_left_the_list_is_asked_for(site: FaultServer, recording: MemoryRecording) -> None:
    serve(site, post(site, 1))
    site.on(f"{API}posts/2", answer('{"code":"rest_forbidden"}', status=401))
    make_visit(source(site.home), recording, known_post(site, 1), known_post(site, 2))
    assert asked_for(site)[-1] == "posts/2"
    assert [(held.asked.page_key, held.http_status) for held in recording.of(Purpose.PAGE)] == [("post:2", 401)]


def test_a_post_known_by_address_alone_keeps_its_key(site: FaultServer, recording: MemoryRecording) -> None:
    serve(site, post(site, 1))
    make_visit(source(site.home), recording, known_page("url:x", site.url("/post-1/")))
    assert [held.asked.page_key for held in recording.of(Purpose.PAGE)] == ["url:x"]


def test_a_new_post_under_an_old_address_is_another_page(site: FaultServer, recording: MemoryRecording) -> None:
    serve(site, {**post(site, 9), "link": site.url("/post-1/")})
    site.on(f"{API}posts/1", answer(status=404))
    make_visit(source(site.home), recording, known_post(site, 1))
    assert [held.asked.page_key for held in recording.of(Purpose.PAGE)] == ["post:9", "post:1"]


def test_posts_out_of_scope_are_left_out(site: FaultServer, recording: MemoryRecording) -> None:
    serve(site, post(site, 1), post(site, 2), {**post(site, 3), "link": "http://elsewhere.example/"})
    make_visit(source(site.home, scope={"exclude": ["/post-2"]}), recording, known_post(site, 2))
    assert [held.asked.page_key for held in recording.of(Purpose.PAGE)] == ["post:1"]


def two_pages(site: FaultServer, *readings: tuple[list[int], list[int], int, int]) -> None:
    """Answers for a list of two pages: ids on the first, on the second, and the total each page says."""
    answers = []
    for first, second, total, later in readings:
        answers.append(post_list([post(site, number) for number in first], total=total, pages=2))
        answers.append(post_list([post(site, number) for number in second], total=later, pages=2))
    site.on(f"{API}posts", *answers)


def test_a_list_that_moved_is_read_again(site: FaultServer, recording: MemoryRecording) -> None:
    serve(site, post(site, 1), post(site, 2), post(site, 3))
    two_pages(site, ([1, 2], [3], 4, 3), ([1, 2], [3], 3, 3))
    seen = make_visit(source(site.home), recording)
    assert seen.door == "wordpress"
    assert asked_for(site)[:4] == ["posts"] * 4
    assert {held.asked.page_key for held in recording.of(Purpose.PAGE)} == {"post:1", "post:2", "post:3"}


def test_a_post_named_twice_is_fetched_once(site: FaultServer, recording: MemoryRecording) -> None:
    serve(site, post(site, 1), post(site, 2), post(site, 3))
    two_pages(site, ([1, 2], [2, 3], 3, 3))
    make_visit(source(site.home), recording)
    assert [held.asked.page_key for held in recording.of(Purpose.PAGE)] == ["post:1", "post:2", "post:3"]


def test_a_total_that_counts_hidden_posts_is_accepted_when_it_repeats(
    site: FaultServer, recording: MemoryRecording
) -> None:
    serve(site, post(site, 1), post(site, 2))
    site.on(f"{API}posts", post_list([post(site, 1), post(site, 2)], total=3))
    assert make_visit(source(site.home), recording).door == "wordpress"
    assert asked_for(site)[:3] == ["posts", "posts", "pages"]


def test_a_list_that_never_holds_still_serves_no_run(site: FaultServer, recording: MemoryRecording) -> None:
    serve(site, post(site, 1), post(site, 2))
    two_pages(site, ([1], [2], 3, 2), ([1], [2], 2, 3), ([1], [2], 3, 2))
    site.on("/post-9/", answer(page("nine", post_id=9)))
    seen = make_visit(source(site.home), recording, known_post(site, 9))
    assert seen.door is None
    asked = [(held.asked.page_key, held.asked.door) for held in recording.of(Purpose.PAGE)]
    assert asked == [("post:1", "wordpress"), ("post:2", "wordpress"), ("post:9", "sitemap")]


def test_a_list_that_breaks_off_is_not_complete(site: FaultServer, recording: MemoryRecording) -> None:
    serve(site, post(site, 1))
    site.on(f"{API}posts", post_list([post(site, 1)], total=2, pages=2), answer(status=500))
    assert make_visit(source(site.home), recording).door is None


def test_without_totals_a_list_is_read_to_its_end(site: FaultServer, recording: MemoryRecording) -> None:
    bare = {"Content-Type": "application/json"}
    serve(site)
    site.on(f"{API}posts", *(answer(f'[{{"id":{n},"link":"{site.url("/p/")}","modified":"m"}}]', headers=bare) for n in (1, 2)), answer("[]", headers=bare))  # fmt: skip # noqa: E501
    assert make_visit(source(site.home), recording, dry_run=True).door == "wordpress"
    assert asked_for(site) == ["posts", "posts", "posts", "pages"]


def test_a_site_without_permalinks_is_asked_by_query(site: FaultServer, recording: MemoryRecording) -> None:
    site.on("/", post_list([]))
    assert make_visit(source(site.home), recording).door == "wordpress"
    assert [path for path in site.paths if path.startswith("/?rest_route=/wp/v2/posts&per_page=100")]


@pytest.mark.parametrize(
    "closed", [answer(status=401), answer(status=403), answer(status=404), answer("<html>"), reset()]
)
def test_without_the_api_the_sitemap_serves(site: FaultServer, recording: MemoryRecording, closed: Any) -> None:
    site.on(f"{API}posts", closed)
    site.on("/wp-sitemap.xml", answer(sitemap(site.url("/a/"))))
    site.on("/a/", answer(page("a")))
    seen = make_visit(source(site.home), recording)
    assert seen.door == "sitemap"
    assert [held.asked.page_key for held in recording.of(Purpose.PAGE)] == [f"url:{site.url('/a/')}"]


def test_one_closed_collection_makes_the_list_incomplete(site: FaultServer, recording: MemoryRecording) -> None:
    serve(site, post(site, 1))
    site.on(f"{API}pages", answer(status=403))
    assert make_visit(source(site.home), recording).door is None


def test_a_forbidden_api_is_left_alone(site: FaultServer, recording: MemoryRecording) -> None:
    serve(site, post(site, 1))
    site.on("/robots.txt", answer("User-agent: *\nDisallow: /wp-json/"))
    seen = make_visit(source(site.home), recording)
    assert seen.door is None
    assert not [path for path in site.paths if path.startswith("/wp-json/")]
    assert FailureKind.ROBOTS_DENIED in recording.kinds()


def test_terms_are_read_to_their_last_page(site: FaultServer, recording: MemoryRecording) -> None:
    serve(site)
    site.on(f"{API}tags", post_list([], pages=3))
    make_visit(source(site.home), recording)
    assert asked_for(site) == [*LISTS, "tags", "tags"]
    assert {held.asked.purpose for held in recording.captures[-3:]} == {Purpose.TERMS}
