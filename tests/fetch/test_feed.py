"""The feed door: how far a feed is read, which pages are asked for, and when the list counts as complete."""

from datetime import timedelta
from typing import Any

import pytest

from shelflist.models.web import Asked, Purpose
from tests.fetch.fakes import NOW, MemoryRecording, capture, known_page, make_visit, page, sitemap, source
from tests.fetch.server import Answer, FaultServer, answer, redirect, validated


def rss(site: FaultServer, *ids: int, newest: str = "Sun, 01 Nov 2026 00:00:00 GMT") -> Answer:
    items = "".join(
        f"<item><link>{site.home}post-{number}/</link><guid isPermaLink='false'>{site.home}?p={number}</guid></item>"
        for number in ids
    )
    headers = {"Content-Type": "application/rss+xml", "Last-Modified": newest}
    return answer(f"<rss><channel>{items}</channel></rss>", headers=headers)


def visit_feed(site: FaultServer, recording: MemoryRecording, *known: Any, **pages: Any) -> str | None:
    tables = {"doors": ["feed"], "feeds": ["/feed/"], "parts": "none"} | pages
    return make_visit(source(site.home, pages=tables), recording, *known).door


def feed(site: FaultServer, *pages: Answer) -> None:
    """All pages of a feed, and the 404 behind them."""
    site.on("/feed/", pages[0])
    for number, page_of_it in enumerate((*pages[1:], answer(status=404)), start=2):
        site.on(f"/feed/?paged={number}", page_of_it)


def posts(site: FaultServer, *ids: int) -> None:
    for number in ids:
        site.on(f"/post-{number}/", answer(page(str(number), post_id=number)))


def test_a_wordpress_feed_is_read_to_its_end(site: FaultServer, recording: MemoryRecording) -> None:
    feed(site, rss(site, 1, 2), rss(site, 3))
    posts(site, 1, 2, 3)
    assert visit_feed(site, recording) == "feed"
    assert site.paths[1:4] == ["/feed/", "/feed/?paged=2", "/feed/?paged=3"]
    assert [item.asked.page_key for item in recording.of(Purpose.PAGE)] == ["post:1", "post:2", "post:3"]


@pytest.mark.parametrize(
    "second", [answer(status=503), answer("<html>"), redirect("/feed/")], ids=["503", "html", "first"]
)
def test_a_feed_that_breaks_off_is_no_complete_list(
    site: FaultServer, recording: MemoryRecording, second: Answer
) -> None:
    site.on("/feed/", rss(site, 1))
    site.on("/feed/?paged=2", second)
    posts(site, 1, 7)
    assert visit_feed(site, recording, known_page("post:7", site.url("/post-7/"), wp_post_id=7)) is None
    assert site.paths[-2:] == ["/post-1/", "/post-7/"], "what is known to be there is asked for all the same"


def test_a_feed_that_moves_while_it_is_read_is_read_again(site: FaultServer, recording: MemoryRecording) -> None:
    site.on("/feed/", rss(site, 1, newest="a"), rss(site, 3, newest="b"))
    site.on("/feed/?paged=2", rss(site, 2, newest="b"), rss(site, 1, 2, newest="b"))
    site.on("/feed/?paged=3", answer(status=404))
    posts(site, 1, 2, 3)
    assert visit_feed(site, recording) == "feed"
    assert {item.asked.page_key for item in recording.of(Purpose.PAGE)} == {"post:1", "post:2", "post:3"}


def test_only_what_the_feed_calls_changed_or_no_longer_names_is_asked_for(
    site: FaultServer, recording: MemoryRecording
) -> None:
    feed(site, rss(site, 1, 2, newest="then"))
    posts(site, 1, 2)
    asked = Asked(purpose=Purpose.PAGE, door="sitemap")

    def known(number: int, modified: str | None) -> Any:
        url = site.url(f"/post-{number}/")
        held = (capture(asked, url, b"x"),)
        return known_page(
            f"post:{number}", url, wp_post_id=number, modified=modified, captures=held,
            last_fetched_at=NOW - timedelta(days=1),
        )  # fmt: skip

    assert visit_feed(site, recording, known(1, "then"), known(2, "before"), known(3, "then")) == "feed"
    assert site.paths[3:] == ["/post-2/", "/post-3/"]


NEWEST = "Sun, 01 Nov 2026 00:00:00 GMT"


def visit_again(
    site: FaultServer, recording: MemoryRecording, *known: Any, compared_at: Any = NOW, doors: tuple[str, ...] = ()
) -> dict[str, dict[str, str]]:
    """The night after the feed was read; gives the headers of every request by its path."""
    baseline = capture(_LISTING, site.url("/feed/"), b"", number=99, last_modified=NEWEST, etag='"x"')
    recording.hold(baseline, b"")
    pages = {"doors": list(doors or ("feed", "sitemap")), "feeds": ["/feed/"], "parts": "none"}
    make_visit(source(site.home, pages=pages), recording, *known, compared_at=compared_at, last_feed=baseline)
    return dict(site.requests)


_LISTING = Asked(purpose=Purpose.LISTING, door="feed")


def held(site: FaultServer, number: int, **more: Any) -> Any:
    url = site.url(f"/post-{number}/")
    baseline = (capture(Asked(purpose=Purpose.PAGE, door="sitemap"), url, b"x"),)
    return known_page(
        f"post:{number}", url, **{"wp_post_id": number, "modified": "then", "captures": baseline,
        "last_fetched_at": NOW - timedelta(days=1)} | more,
    )  # fmt: skip


def test_where_nothing_was_published_the_sitemap_says_what_is_still_there(
    site: FaultServer, recording: MemoryRecording
) -> None:
    site.on("/feed/", validated("", last_modified=NEWEST))
    site.on("/wp-sitemap.xml", answer(sitemap(site.url("/post-1/"), site.url("/post-3/"), site.url("/post-4/"))))
    posts(site, 3, 4)
    asked = visit_again(site, recording, held(site, 1), held(site, 2), held(site, 3, is_unobserved=True))
    assert list(asked)[1:] == ["/feed/", "/wp-sitemap.xml", "/post-3/", "/post-4/", "/post-2/"]
    sent = {name.lower(): value for name, value in asked["/feed/"].items()}
    assert sent["if-modified-since"] == NEWEST
    assert "if-none-match" not in sent, "behind gzip no tag ever matches"


def test_without_a_sitemap_or_when_the_doors_are_to_be_compared_the_feed_is_read_whole(
    site: FaultServer, recording: MemoryRecording
) -> None:
    feed(site, rss(site, 1))
    posts(site, 1)
    for more in ({"doors": ("feed",)}, {"compared_at": None}):
        site.requests.clear()
        sent = visit_again(site, recording, held(site, 1), **more)["/feed/"]
        assert "if-modified-since" not in {name.lower() for name in sent}


def test_a_feed_that_changed_is_read_on_from_the_answer(site: FaultServer, recording: MemoryRecording) -> None:
    feed(site, rss(site, 1, newest="now"))
    posts(site, 1)
    visit_again(site, recording, held(site, 1), doors=("feed", "sitemap"))
    assert site.paths[:4] == ["/robots.txt", "/feed/", "/feed/?paged=2", "/wp-sitemap.xml"]
    assert "/post-1/" in site.paths


def test_the_addresses_are_tried_in_order(site: FaultServer, recording: MemoryRecording) -> None:
    site.on("/a", answer("<html>"))
    site.on("/b", rss(site))
    assert visit_feed(site, recording, feeds=["/x", "/a", "/b"]) == "feed"
    assert site.paths == ["/robots.txt", "/x", "/a", "/b"]
