"""The sitemap door: sitemaps name the pages, every page is asked for as HTML.

Sitemaps of WordPress before 6.5 carry no dates, and plugins that write dates write any, so nothing is left unasked
because of them; validators make the answer short where the server takes them.
"""

import re
from collections import deque
from dataclasses import dataclass, field

from shelflist.errors import ReadError
from shelflist.fetch.addresses import absolute, beneath, same_address
from shelflist.fetch.doors.errand import Errand, Named, Plan, Wanted, ask_directly
from shelflist.fetch.doors.html import HtmlPages
from shelflist.models.page import ListedPage, Listing
from shelflist.models.web import Asked, Purpose

MAX_SITEMAPS = 1_000
MAX_LISTED = 200_000


@dataclass(slots=True)
class _Found:
    """What the sitemaps gave."""

    pages: dict[str, ListedPage] = field(default_factory=dict)
    read: int = 0
    failed: int = 0

    @property
    def is_complete(self) -> bool:
        return self.read > 0 and self.failed == 0


class SitemapDoor:
    """Lists through sitemaps, fetches HTML."""

    name = "sitemap"

    def __init__(self, errand: Errand) -> None:
        self._errand = errand
        self._html = HtmlPages(errand)
        self._exclude = [re.compile(pattern) for pattern in errand.source.pages.sitemap_exclude]

    def plan(self) -> Plan:
        """Every page of the sitemaps, then the known pages that they do not name."""
        found = self._find()
        wanted, named = [], set[str]()
        for page in found.pages.values():
            known = self._errand.known.find(page)
            key = known.page_key if known else page.page_key
            named.add(key)
            wanted.append(Wanted(page_key=key, url=page.url, form="html", known=known))
        missing = (page for page in self._errand.known.pages if page.page_key not in named)
        return Plan((*wanted, *map(ask_directly, missing)), found.is_complete, named=tuple(found.pages.values()))

    def names(self) -> Named:
        found = self._find()
        return Named(tuple(found.pages.values()), found.is_complete)

    def prepare(self) -> None:
        """Nothing: HTML pages say their own categories and tags."""

    def fetch(self, wanted: Wanted) -> None:
        self._html.fetch(wanted)

    def _find(self) -> _Found:
        return self._read_named() or self._read_usual()

    def _read_named(self) -> _Found | None:
        """The sitemaps that robots.txt names; None if there are none or none can be read."""
        home = self._errand.source.home
        named = [absolute(home, address) for address in self._errand.asker.robots(home).sitemaps]
        within = [address for address in named if not self._errand.scope.objection(address)]
        found = self._read(within)
        return found if found.read else None

    def _read_usual(self) -> _Found:
        """The first of the usual addresses that has a sitemap."""
        found = _Found()
        for address in self._errand.source.pages.sitemaps:
            found = self._read([beneath(self._errand.source.home, address)])
            if found.read:
                break
        return found

    def _read(self, addresses: list[str]) -> _Found:
        """These sitemaps and all that they lead to."""
        found, waiting, seen = _Found(), deque(addresses), set[str]()
        while waiting:
            address = waiting.popleft()
            if same_address(address) in seen or self._is_excluded(address):
                continue
            if len(seen) >= MAX_SITEMAPS or len(found.pages) >= MAX_LISTED:
                found.failed += 1
                break
            seen.add(same_address(address))
            listing = self._ask(address)
            if listing is None:
                found.failed += 1
                continue
            found.read += 1
            found.pages |= {
                same_address(page.url): page for page in listing.pages if self._errand.scope.has_page(page.url)
            }
            waiting.extend(absolute(address, child) for child in listing.children)
        return found

    def _is_excluded(self, address: str) -> bool:
        """By its path: a host may well be called authors.example."""
        path = address.partition("://")[2].partition("/")[2]
        return any(pattern.search(path) for pattern in self._exclude)

    def _ask(self, address: str) -> Listing | None:
        reply = self._errand.asker.ask(Asked(purpose=Purpose.LISTING, door=self.name), address)
        self._errand.progress.advance(address)
        if reply is None or reply.status != 200:
            return None
        try:
            return self._errand.readers.sitemap(reply.payload, reply.url)
        except ReadError:
            return None  # the capture is kept; robots.txt and habit name addresses that are no sitemaps
