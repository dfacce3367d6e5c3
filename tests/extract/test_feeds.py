"""Feeds as lists: what names a post, when it was changed, where the feed goes on; and how a bad one is refused."""

import pytest

from shelflist.errors import ReadError
from shelflist.extract.feeds import read_feed
from shelflist.models.page import Listing

URL = "http://127.0.0.1:8000/feed/"
ATOM = '<feed xmlns="http://www.w3.org/2005/Atom" xmlns:o="http://a9.com/-/spec/opensearchrss/1.0/">%s</feed>'
RSS = '<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom"><channel>%s</channel></rss>'
CHANGED = {"last-modified": "Mon, 23 Nov 2026 02:00:00 GMT"}


def read(text: str, url: str = URL, **headers: str) -> Listing:
    return read_feed(text.encode(), headers, url)


def test_a_wordpress_atom_feed_says_id_and_time_of_change() -> None:
    entry = (
        '<entry><title>Untitled</title><link rel="replies" href="/mill/#comments"/><id>http://x/?p=22</id>'
        '<link rel="alternate" type="text/html" href="/mill/"/><updated>2026-01-02T03:04:05Z</updated></entry>'
    )
    listing = read_feed((ATOM % entry).encode(), CHANGED, URL)
    (page,) = listing.pages
    assert (page.page_key, page.wp_post_id, page.url) == ("post:22", 22, "http://127.0.0.1:8000/mill/")
    assert (page.modified, page.title) == ("2026-01-02T03:04:05Z", None)
    assert (listing.numbered, listing.next_page) == (True, None)


def test_a_wordpress_rss_feed_lends_its_entries_the_time_of_the_newest_change() -> None:
    item = '<item><link>http://127.0.0.1:8000/mill/</link><guid isPermaLink="false">http://x/?p=22</guid></item>'
    listing = read_feed((RSS % item).encode(), CHANGED, URL)
    assert [page.modified for page in listing.pages] == [CHANGED["last-modified"]]
    other = read_feed((RSS % "<item><guid>http://127.0.0.1:8000/a</guid></item>").encode(), CHANGED, URL)
    assert [(page.url, page.modified) for page in other.pages] == [("http://127.0.0.1:8000/a", None)]
    assert not other.numbered


def test_a_blog_goes_on_where_its_link_or_its_counts_lead() -> None:
    entry = '<entry><id>tag:blogger.com,1999:blog-1.post-2</id><link rel="alternate" href="http://b.example/p.html"/></entry>'
    linked = read(ATOM % ('<link rel="next" href="?start-index=26&amp;max-results=25"/>' + entry))
    assert linked.next_page == "http://127.0.0.1:8000/feed/?start-index=26&max-results=25"
    assert [page.page_key for page in linked.pages] == ["url:http://b.example/p.html"]
    counts = "<o:totalResults>%d</o:totalResults><o:startIndex>1</o:startIndex>"
    counted = read(ATOM % (counts % 3 + entry + entry), URL + "?max-results=2&start-index=1")
    assert (counted.next_page, counted.total) == (URL + "?max-results=2&start-index=3", 3)
    assert read(ATOM % (counts % 2 + entry + entry)).next_page is None


def test_rdf_items_stand_beside_their_channel() -> None:
    rdf = (
        '<r:RDF xmlns:r="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"><channel/>'
        "<item><link>http://127.0.0.1:8000/a</link></item></r:RDF>"
    )
    assert [page.url for page in read(rdf).pages] == ["http://127.0.0.1:8000/a"]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("<html><body>no</body></html>", "found <html>, expected <feed>"),
        ("<rss/>", "found <rss>, expected"),
        ("Not a feed & no XML", "no well-formed XML, expected a feed"),
        ('<!DOCTYPE rss [<!ENTITY a "aaaa">]><rss><channel>&a;</channel></rss>', "found XML entities"),
        (RSS % "<item><link>http://[bad</link></item>", "expected an address"),
    ],
)
def test_what_is_no_feed_is_refused(text: str, message: str) -> None:
    with pytest.raises(ReadError, match=r"^http://127\.0\.0\.1:8000/feed/: ") as caught:
        read(text)
    assert message in str(caught.value)


def test_an_id_too_long_and_an_entry_without_address_are_nothing() -> None:
    items = f"<item><guid isPermaLink='false'>http://x/?p={'9' * 40}</guid></item><item/>"
    assert read(RSS % items) == Listing()
