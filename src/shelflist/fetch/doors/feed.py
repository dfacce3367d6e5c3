"""The feed door: RSS or Atom names the pages, what it does not call unchanged is asked for as HTML.

"Not modified" says that nothing was published or edited, never that nothing vanished. So the feed is asked with a
condition (If-Modified-Since alone) only where a sitemap can say what is still there; else it is read whole.
"""

from dataclasses import dataclass, field, replace
from urllib.parse import urlsplit

from shelflist.errors import ReadError
from shelflist.fetch.addresses import beneath, same_address
from shelflist.fetch.asker import Reply
from shelflist.fetch.doors.errand import Errand, Named, Plan, Wanted, ask_directly
from shelflist.fetch.doors.html import HtmlPages
from shelflist.fetch.doors.sitemap import SitemapDoor
from shelflist.models.page import ListedPage, Listing
from shelflist.models.web import Asked, Purpose

MAX_FEED_PAGES = 2_000
MAX_LISTED = 200_000
MAX_READINGS = 3
_PAST_THE_END = (404, 410)


@dataclass(slots=True)
class _Reading:
    """A feed read once, from its first page to its last."""

    pages: dict[str, ListedPage] = field(default_factory=dict)
    newest: set[str | None] = field(default_factory=set)
    is_whole: bool = False

    @property
    def has_moved(self) -> bool:
        """Something was published or edited between two of its pages."""
        return len(self.newest) > 1

    def take(self, listing: Listing) -> bool:
        """Whether the page of the feed brought anything new."""
        before = len(self.pages)
        for page in listing.pages:
            self.pages.setdefault(page.page_key, page)
        self.newest.add(listing.newest)
        return len(self.pages) > before


class FeedDoor:
    """Lists through a feed, fetches HTML."""

    name = "feed"

    def __init__(self, errand: Errand) -> None:
        self._errand = errand
        self._html = HtmlPages(errand)
        self._answered: Reply | None = None  # the first page, come in spite of the condition

    def plan(self) -> Plan:
        """New and changed pages of the feed, then the known pages that it does not name."""
        if (there := self._when_nothing_was_published()) is not None:
            return self._propose(there, is_whole=True, is_own=False)
        found = self._read_first_feed()
        return self._propose(tuple(found.pages.values()), is_whole=found.is_whole, is_own=True)

    def _when_nothing_was_published(self) -> tuple[ListedPage, ...] | None:
        """The pages of the sitemap, each as unchanged as the feed is; None where the feed must be read."""
        last = self._errand.last_feed
        if last is None or SitemapDoor.name not in self._errand.source.pages.doors:
            return None
        asked = Asked(purpose=Purpose.LISTING, door=self.name)
        reply = self._errand.asker.ask(asked, last.url, baseline=last)
        if reply is None or reply.is_modified:
            self._answered = reply
            return None
        named = SitemapDoor(self._errand).names()
        return tuple(map(self._as_it_was, named.pages)) if named.is_complete else None

    def _as_it_was(self, page: ListedPage) -> ListedPage:
        """With the time that the feed gave it, unless it was asked for in vain since."""
        known = self._errand.known.find(page)
        return page if known is None or known.is_unobserved else replace(page, modified=known.modified)

    def _propose(self, pages: tuple[ListedPage, ...], *, is_whole: bool, is_own: bool) -> Plan:
        wanted, named = [], set[str]()
        for page in pages:
            if not self._errand.scope.has_page(page.url):
                continue
            known = self._errand.known.find(page)
            key = known.page_key if known else page.page_key
            named.add(key)
            unchanged = known is not None and page.modified is not None and not self._errand.is_stale(known, page)
            if not (unchanged and is_whole):
                wanted.append(Wanted(page_key=key, url=page.url, form="html", known=known))
        missing = (page for page in self._errand.known.pages if page.page_key not in named)
        return Plan((*wanted, *map(ask_directly, missing)), is_whole, named=pages, is_own=is_own)

    def names(self) -> Named:
        found = self._read_first_feed()
        return Named(tuple(found.pages.values()), found.is_whole)

    def prepare(self) -> None:
        """Nothing: HTML pages say their own categories and tags."""

    def fetch(self, wanted: Wanted) -> None:
        self._html.fetch(wanted)

    def _read_first_feed(self) -> _Reading:
        """The first of the addresses that is a feed, read until it holds still."""
        for address in self._errand.source.pages.feeds:
            url = beneath(self._errand.source.home, address)
            if (first := self._read(self._ask(url))) is None:
                continue
            reading = self._read_all(first, url)
            for _ in range(MAX_READINGS - 1):
                if not reading.has_moved or (first := self._read(self._ask(url))) is None:
                    break
                reading = self._read_all(first, url)
            reading.is_whole &= not reading.has_moved
            return reading
        return _Reading()

    def _read_all(self, first: Listing, url: str) -> _Reading:
        reading, listing, asked = _Reading(), first, {same_address(url)}
        reading.take(first)
        for number in range(2, MAX_FEED_PAGES + 1):
            address = listing.next_page or (_numbered(url, number) if listing.numbered else None)
            if address is None:
                reading.is_whole = True
                break
            if same_address(address) in asked:
                break  # it leads in a circle
            asked.add(same_address(address))
            reply = self._ask(address)
            if reply is not None and reply.status in _PAST_THE_END and listing.next_page is None:
                reading.is_whole = True
                break
            following = self._read(reply)
            if following is None or not reading.take(following) or len(reading.pages) >= MAX_LISTED:
                break  # a site that gives its first page for every number says nothing of the rest
            listing = following
        return reading

    def _ask(self, url: str) -> Reply | None:
        self._errand.progress.advance(url)
        if self._answered is not None and self._answered.capture.url == url:
            reply, self._answered = self._answered, None
            return reply
        return self._errand.asker.ask(Asked(purpose=Purpose.LISTING, door=self.name), url)

    def _read(self, reply: Reply | None) -> Listing | None:
        if reply is None or reply.status != 200:
            return None
        try:
            return self._errand.readers.feed(reply.payload, reply.headers, reply.url)
        except ReadError:
            return None  # the capture is kept; not every site has its feed there


def _numbered(url: str, number: int) -> str:
    """The further pages of a WordPress feed."""
    return f"{url}{'&' if urlsplit(url).query else '?'}paged={number}"
