"""Comparing the doors: when the others are asked, whether the lists agree, and what only one of them knows."""

import json
from datetime import timedelta
from typing import Any

from shelflist.fetch.ports import Visit
from shelflist.models.web import Asked, DoorReport, Purpose
from tests.fetch.fakes import NOW, MemoryRecording, capture, known_page, make_visit, page, sitemap, source
from tests.fetch.server import FaultServer, answer
from tests.fetch.wordpress import asked_for, post, post_list, serve

YESTERDAY = NOW - timedelta(days=1)


def known(site: FaultServer, number: int, modified: str = "2026-01-01T00:00:00") -> Any:
    url = site.url(f"/post-{number}/")
    held = (capture(Asked(purpose=Purpose.PAGE, door="wordpress"), url, b"x", number=90 + number),)
    return known_page(
        f"post:{number}", url, wp_post_id=number, modified=modified, captures=held, last_fetched_at=YESTERDAY
    )


def visit_both(
    site: FaultServer, recording: MemoryRecording, *held: Any, compared_at: Any = YESTERDAY, **pages: Any
) -> Visit:
    where = source(site.home, pages={"doors": ["wordpress", "sitemap"], "parts": "none"} | pages)
    return make_visit(where, recording, *held, compared_at=compared_at)


def both(site: FaultServer, *posts: dict[str, object], also: tuple[str, ...] = ()) -> None:
    serve(site, *posts)
    site.on("/wp-sitemap.xml", answer(sitemap(*(str(one["link"]) for one in posts), *map(site.url, also))))


def test_a_quiet_night_asks_one_door_and_a_week_later_the_others_too(
    site: FaultServer, recording: MemoryRecording
) -> None:
    both(site, post(site, 1))
    assert visit_both(site, recording, known(site, 1)).doors == ()
    assert "/wp-sitemap.xml" not in site.paths
    visit = visit_both(site, recording, known(site, 1), compared_at=NOW - timedelta(days=7, minutes=-5))
    assert visit.doors == (
        DoorReport(door="wordpress", is_complete=True, pages=1, agrees=True),
        DoorReport(door="sitemap", is_complete=True, pages=1, agrees=True),
    )
    assert asked_for(site)[-1] == "tags", "no page was asked for because of it"


def test_a_change_in_the_first_list_has_the_others_asked(site: FaultServer, recording: MemoryRecording) -> None:
    for posts, held in (
        ([post(site, 1), post(site, 2)], [known(site, 1)]),  # new
        ([post(site, 1, "2026-11-22T00:00:00")], [known(site, 1)]),  # edited
        ([post(site, 1)], [known(site, 1), known(site, 2)]),  # gone
    ):
        both(site, *posts)
        assert [one.door for one in visit_both(site, recording, *held).doors] == ["wordpress", "sitemap"]


def test_a_page_that_only_one_door_knows_is_told_and_asked_for(site: FaultServer, recording: MemoryRecording) -> None:
    both(site, post(site, 1), also=("/leaflets/", "/"))
    site.on("/leaflets/", answer(page("leaflets", post_id=7)))
    visit = visit_both(site, recording, known(site, 1), compared_at=None)
    assert [(one.door, one.agrees, one.only) for one in visit.doors] == [
        ("wordpress", True, ()),
        ("sitemap", False, (site.url("/leaflets/"),)),
    ]
    assert site.paths[-1] == "/leaflets/"
    site.requests.clear()
    visit_both(site, recording, known(site, 1), known_page("post:7", site.url("/leaflets/"), wp_post_id=7))
    assert site.paths.count("/leaflets/") == 1, "once it is known it is asked for at its own address, once a night"


def test_a_post_is_the_same_in_both_lists_though_its_address_is_new(
    site: FaultServer, recording: MemoryRecording
) -> None:
    both(site, post(site, 1, "2026-11-22T00:00:00"))
    moved = known_page("post:1", site.url("/old/"), wp_post_id=1, modified="2026-01-01T00:00:00")
    assert all(one.agrees and not one.only for one in visit_both(site, recording, moved).doors)


def test_a_door_without_a_complete_list_is_no_witness(site: FaultServer, recording: MemoryRecording) -> None:
    serve(site, post(site, 1))
    visit = visit_both(site, recording, known(site, 1), compared_at=None)
    assert [(one.door, one.is_complete, one.agrees, one.only) for one in visit.doors] == [
        ("wordpress", True, True, ()),
        ("sitemap", False, False, ()),
    ]


def test_a_feed_need_only_name_the_posts(site: FaultServer, recording: MemoryRecording) -> None:
    serve(site, post(site, 1))
    site.on("/wp-json/wp/v2/pages", post_list([{"id": 9, "link": site.url("/about/"), "modified": "x"}]))
    site.on("/wp-json/wp/v2/pages/9", answer("{}"))
    item = f"<item><link>{site.url('/post-1/')}</link><guid>{site.home}?p=1</guid></item>"
    site.on("/feed/", answer(f"<rss><channel>{item}</channel></rss>"))
    site.on("/feed/?paged=2", answer(status=404))
    visit = visit_both(site, recording, doors=["wordpress", "feed"], feeds=["/feed/"])
    assert [(one.door, one.pages, one.agrees) for one in visit.doors] == [("wordpress", 2, True), ("feed", 1, True)]


def test_following_links_to_compare_asks_for_no_page_as_a_page(site: FaultServer, recording: MemoryRecording) -> None:
    serve(site, post(site, 1))
    site.on("/", answer(json.dumps({"content": "home", "links": [site.url("/post-1/")]})))
    site.on("/post-1/", answer(page("one", post_id=1)))
    visit = visit_both(site, recording, known(site, 1), compared_at=None, doors=["wordpress", "links"])
    assert [(one.door, one.agrees) for one in visit.doors] == [("wordpress", True), ("links", True)]
    assert {item.asked.page_key for item in recording.of(Purpose.LISTING)} == {None}
    assert recording.of(Purpose.PAGE) == []


def test_a_post_behind_a_password_is_neither_asked_for_nor_a_change(
    site: FaultServer, recording: MemoryRecording
) -> None:
    both(site, post(site, 1), post(site, 2) | {"protected": True})
    visit = visit_both(site, recording, known(site, 1))
    assert (visit.doors, visit.planned) == ((), ())
