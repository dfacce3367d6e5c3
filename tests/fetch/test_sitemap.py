"""The sitemap door: which sitemaps are read, which pages are asked for, and all their parts."""

from typing import Any

import pytest

from shelflist.fetch.doors.html import MAX_PARTS
from shelflist.models.web import Asked, FailureKind, Purpose
from tests.fetch.fakes import MemoryRecording, capture, known_page, make_visit, page, sitemap, source
from tests.fetch.server import FaultServer, answer, redirect, validated


def pages_asked(recording: MemoryRecording) -> list[tuple[str, int, str]]:
    """Path, part and purpose of everything asked about pages."""
    held = recording.of(Purpose.PAGE) + recording.of(Purpose.PROBE)
    return [(item.url.partition("/")[2][1:].partition("/")[2], item.asked.part, item.asked.purpose) for item in held]


def visit_sitemap(
    site: FaultServer, recording: MemoryRecording, *known: Any, parts: str = "none", **pages: Any
) -> str | None:
    where = source(site.home, pages={"doors": ["sitemap"], "parts": parts} | pages)
    return make_visit(where, recording, *known).door


def test_the_sitemaps_that_robots_names_are_read(site: FaultServer, recording: MemoryRecording) -> None:
    site.on("/robots.txt", answer(f"Sitemap: {site.url('/m.xml')}\nSitemap: http://elsewhere.example/m.xml\n"))
    site.on("/m.xml", answer(sitemap(site.url("/a/"))))
    site.on("/a/", answer(page("a")))
    assert visit_sitemap(site, recording) == "sitemap"
    assert site.paths == ["/robots.txt", "/m.xml", "/a/"]


def test_the_usual_places_are_tried_in_order(site: FaultServer, recording: MemoryRecording) -> None:
    site.on("/sitemap.xml", answer(sitemap()))
    assert visit_sitemap(site, recording) == "sitemap"
    assert site.paths == ["/robots.txt", "/wp-sitemap.xml", "/sitemap.xml"]


def test_an_index_leads_to_its_children_once_and_not_to_excluded_ones(
    site: FaultServer, recording: MemoryRecording
) -> None:
    children = tuple(site.url(f"/{name}.xml") for name in ("one", "users", "one", "wp-sitemap"))
    site.on("/wp-sitemap.xml", answer(sitemap(children=children)))
    site.on("/one.xml", answer(sitemap(site.url("/a/"))))
    site.on("/a/", answer(page("a")))
    assert visit_sitemap(site, recording) == "sitemap"
    assert site.paths == ["/robots.txt", "/wp-sitemap.xml", "/one.xml", "/a/"]


def test_a_missing_child_makes_the_list_incomplete(site: FaultServer, recording: MemoryRecording) -> None:
    children = (site.url("/one.xml"), site.url("/gone.xml"), "http://[bad")
    site.on("/wp-sitemap.xml", answer(sitemap(children=children)))
    site.on("/one.xml", answer(sitemap(site.url("/a/"))))
    site.on("/a/", answer(page("a")))
    assert visit_sitemap(site, recording) is None
    assert "/a/" in site.paths, "what is known to be there is asked for all the same"


def test_odd_and_foreign_addresses_are_left_out(site: FaultServer, recording: MemoryRecording) -> None:
    odd = ("http://[bad", "http://elsewhere.example/", "javascript:x", "http://127.0.0.1:x/", "")
    site.on("/wp-sitemap.xml", answer(sitemap(*odd, site.url("/a/"), site.url("/a/"))))
    site.on("/a/", answer(page("a")))
    assert visit_sitemap(site, recording) == "sitemap"
    assert site.paths.count("/a/") == 1
    assert recording.failures == []


def test_a_known_page_keeps_its_key_and_a_lost_one_is_asked_for(site: FaultServer, recording: MemoryRecording) -> None:
    site.on("/wp-sitemap.xml", answer(sitemap(site.url("/a/"))))
    site.on("/a/", answer(page("a", post_id=1)))
    known = (known_page("post:1", site.url("/a/"), wp_post_id=1), known_page("post:2", site.url("/b/"), wp_post_id=2))
    visit_sitemap(site, recording, *known)
    asked = [(held.asked.page_key, held.http_status) for held in recording.of(Purpose.PAGE)]
    assert asked == [("post:1", 200), ("post:2", 404)]


def test_an_address_that_leads_to_another_post_is_checked_by_id(site: FaultServer, recording: MemoryRecording) -> None:
    site.on("/wp-sitemap.xml", answer(sitemap()))
    site.on("/a/", redirect("/a-similar/"))
    site.on("/a-similar/", answer(page("other", post_id=2)))
    visit_sitemap(site, recording, known_page("post:1", site.url("/a/"), wp_post_id=1), parts="probe")
    assert recording.captures[-1].url == site.url("/?p=1")
    assert (recording.captures[-1].asked.purpose, recording.captures[-1].http_status) == (Purpose.PROBE, 404)


def test_a_post_found_again_by_id_is_fetched_with_its_parts(site: FaultServer, recording: MemoryRecording) -> None:
    site.on("/wp-sitemap.xml", answer(sitemap()))
    site.on("/a/", answer(page("home page")))
    site.on("/?p=1", redirect("/moved/"))
    site.on("/moved/", answer(page("one", post_id=1)))
    site.on("/moved/2/", answer(page("two", post_id=1)))
    visit_sitemap(site, recording, known_page("post:1", site.url("/a/"), wp_post_id=1), parts="probe")
    assert site.paths[-4:] == ["/?p=1", "/moved/", "/moved/2/", "/moved/3/"]


def one_post(site: FaultServer, **parts: str) -> None:
    site.on("/wp-sitemap.xml", answer(sitemap(site.url("/a/"))))
    for path, text in parts.items():
        site.on(f"/a/{path.removeprefix('part')}/" if path != "part1" else "/a/", answer(text))


def test_linked_parts_are_followed(site: FaultServer, recording: MemoryRecording) -> None:
    one_post(
        site,
        part1=page("1", next_part=site.url("/a/2/")),
        part2=page("2", next_part=site.url("/a/3/")),
        part3=page("3", next_part=site.url("/a/")),
    )
    visit_sitemap(site, recording, parts="follow")
    assert pages_asked(recording) == [("a/", 1, "page"), ("a/2/", 2, "page"), ("a/3/", 3, "page")]


def test_unlinked_parts_are_guessed_until_nothing_new_comes(site: FaultServer, recording: MemoryRecording) -> None:
    one_post(site, part1=page("1", post_id=5), part2=page("2", post_id=5))
    site.on("/a/3/", redirect("/a/"))
    visit_sitemap(site, recording, parts="probe")
    assert pages_asked(recording) == [("a/", 1, "page"), ("a/2/", 2, "probe"), ("a/3/", 3, "probe")]
    assert [held.http_status for held in recording.of(Purpose.PROBE)] == [200, 301]
    assert site.paths.count("/a/") == 1, "a guess that leads back is not followed"


@pytest.mark.parametrize(
    "second",
    [page("1", post_id=5, noise="nonce"), page("2", post_id=6), "<html>", page("2")],
    ids=["same content", "another post", "unreadable", "no post"],
)
def test_guessing_ends_where_the_answer_is_no_new_part(
    site: FaultServer, recording: MemoryRecording, second: str
) -> None:
    one_post(site, part1=page("1", post_id=5), part2=second, part3=page("3", post_id=5))
    visit_sitemap(site, recording, parts="probe")
    assert site.paths[-1] == "/a/2/"


def test_a_page_that_is_no_post_has_no_parts_to_guess_at(site: FaultServer, recording: MemoryRecording) -> None:
    one_post(site, part1=page("1"), part2=page("2"))
    visit_sitemap(site, recording, parts="probe")
    assert site.paths[-1] == "/a/"


def test_parts_without_end_are_given_up(site: FaultServer, recording: MemoryRecording) -> None:
    one_post(site, part1=page("1", post_id=5))
    for number in range(2, MAX_PARTS + 9):
        site.on(f"/a/{number}/", answer(page(str(number), post_id=5)))
    visit_sitemap(site, recording, parts="probe")
    assert len(recording.of(Purpose.PROBE)) == MAX_PARTS - 1


@pytest.mark.parametrize("path", ["/", "/?p=3", "/a.html"])
def test_only_pretty_permalinks_are_guessed_at(site: FaultServer, recording: MemoryRecording, path: str) -> None:
    site.on("/wp-sitemap.xml", answer(sitemap(site.url(path))))
    site.on(path, answer(page("1")))
    visit_sitemap(site, recording, parts="probe")
    assert recording.of(Purpose.PROBE) == []


def test_a_linked_part_elsewhere_is_a_failure_of_the_page(site: FaultServer, recording: MemoryRecording) -> None:
    one_post(site, part1=page("1", next_part="http://elsewhere.example/2/"))
    visit_sitemap(site, recording, parts="follow")
    assert [(failure.kind, failure.asked.part) for failure in recording.failures] == [(FailureKind.OUT_OF_SCOPE, 2)]


def test_an_unmodified_first_part_does_not_hide_the_others(site: FaultServer, recording: MemoryRecording) -> None:
    when, text = "Sun, 22 Nov 2026 10:00:00 GMT", page("1", next_part=site.url("/a/2/"))
    asked = Asked(purpose=Purpose.PAGE, door="sitemap", page_key="url:a")
    baseline = capture(asked, site.url("/a/"), text.encode(), run_id="old", last_modified=when)
    recording.hold(baseline, text.encode())
    one_post(site, part2=page("2"))
    site.on("/a/", validated(text, last_modified=when))
    visit_sitemap(site, recording, known_page("url:a", site.url("/a/"), captures=(baseline,)), parts="follow")
    assert [held.http_status for held in recording.of(Purpose.PAGE)] == [304, 200]


def test_a_known_post_met_at_a_new_address_is_not_asked_for_at_its_old_one(
    site: FaultServer, recording: MemoryRecording
) -> None:
    site.on("/wp-sitemap.xml", answer(sitemap(site.url("/new/"))))
    site.on("/old/", redirect("/new/"))
    site.on("/new/", answer(page("a", post_id=1)))
    visit_sitemap(site, recording, known_page("post:1", site.url("/old/"), wp_post_id=1), parts="probe")
    assert site.paths[2:] == ["/new/", "/new/2/"]
