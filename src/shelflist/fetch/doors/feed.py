"""The feed door: RSS or Atom names the pages, what it does not call unchanged is asked for as HTML.

The feed is asked for without conditions. "Not modified" would say that nothing was published or edited, never that
nothing vanished; and what it would say, the feed's own times say as well.
"""

from dataclasses import dataclass, field
from urllib.parse import urlsplit

from shelflist.errors import ReadError
from shelflist.fetch.addresses import beneath, same_address
from shelflist.fetch.asker import Reply
from shelflist.fetch.doors.errand import Errand, Named, Plan, Wanted, ask_directly
from shelflist.fetch.doors.html import HtmlPages
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

    def plan(self) -> Plan:
        """New and changed pages of the feed, then the known pages that it does not name."""
        found = self._read_first_feed()
        wanted, named = [], set[str]()
        for page in found.pages.values():
            if not self._errand.scope.has_page(page.url):
                continue
            known = self._errand.known.find(page)
            key = known.page_key if known else page.page_key
            named.add(key)
            unchanged = known is not None and page.modified is not None and not self._errand.is_stale(known, page)
            if not (unchanged and found.is_whole):
                wanted.append(Wanted(page_key=key, url=page.url, form="html", known=known))
        missing = (page for page in self._errand.known.pages if page.page_key not in named)
        return Plan((*wanted, *map(ask_directly, missing)), found.is_whole, named=tuple(found.pages.values()))

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
