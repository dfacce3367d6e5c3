"""The links door: from the start pages along the links, within the source's scope, every page once.

It asks for pages while it finds them: each is a list of further pages, and (but for those that the source file calls
listings) a page of the archive. What the answers are pages of is not decided here.
"""

import re
from collections import deque
from dataclasses import dataclass, field

from shelflist.errors import ReadError
from shelflist.fetch.addresses import beneath, path_of, same_address
from shelflist.fetch.asker import Reply
from shelflist.fetch.doors.errand import Errand, Named, Plan, Wanted, ask_directly
from shelflist.fetch.doors.html import HtmlPages
from shelflist.models.page import ListedPage, Listing
from shelflist.models.web import Asked, FailureKind, Purpose

_NONE_OF_OURS = (FailureKind.ROBOTS_DENIED, FailureKind.OUT_OF_SCOPE, FailureKind.REDIRECT)
MAX_MET = 200_000
"""Addresses remembered; a site that makes up links without end is cut off there."""

_NOT_NOW = (429, 500, 502, 503, 504)


@dataclass(slots=True)
class _Crawl:
    """How far the door has got."""

    max_depth: int
    waiting: deque[tuple[str, int]] = field(default_factory=deque)  # address, links away from a start page
    met: set[str] = field(default_factory=set)
    deep: dict[str, str] = field(default_factory=dict)  # addresses further away than `max_depth`, as they were met
    reached: set[str] = field(default_factory=set)  # where redirects led
    visited: list[Wanted] = field(default_factory=list)
    found: dict[str, ListedPage] = field(default_factory=dict)  # what turned out to be a page
    asked: int = 0
    failed: int = 0
    failed_at_start: bool = False
    is_cut: bool = False
    left: tuple[str, str] | None = None  # the first address that a limit of the door's own left out, and which

    def leave(self, address: str, why: str) -> None:
        self.is_cut = True
        self.left = self.left or (address, why)

    @property
    def too_deep(self) -> tuple[str, ...]:
        """What no shorter way led to."""
        return tuple(address for key, address in self.deep.items() if key not in self.met)

    def meet(self, address: str, depth: int) -> None:
        if depth > self.max_depth:
            if len(self.deep) < MAX_MET:
                self.deep.setdefault(same_address(address), address)
        elif len(self.met) >= MAX_MET:
            self.leave(address, f"left out: links to {MAX_MET} addresses were met before")
        elif same_address(address) not in self.met:
            self.met.add(same_address(address))
            self.waiting.append((address, depth))


class LinksDoor:
    """Lists by following links, and fetches as it goes."""

    name = "links"

    def __init__(self, errand: Errand) -> None:
        self._errand = errand
        self._lists = HtmlPages(errand, crawler=self.name)
        self._html = HtmlPages(errand)
        pages, home = errand.source.pages, errand.source.home
        self._listings = [re.compile(pattern) for pattern in pages.listings]
        self._starts = tuple(beneath(home, address) for address in pages.start)

    def plan(self) -> Plan:
        """Everything that the start pages lead to is asked for; known pages that nothing leads to are wanted.

        A page that fails hides what it leads to, so on the first visit the list is then not complete. Later the known
        pages are asked for in any case, and only the start pages must answer.
        """
        crawl = self._crawl(is_serving=True)
        if crawl.left is not None:
            self._errand.asker.fail(self._asked(), crawl.left[0], FailureKind.SKIPPED, crawl.left[1])
        first_visit = not self._errand.known.pages
        is_complete = not (crawl.is_cut or crawl.failed_at_start or (first_visit and crawl.failed))
        missing = (page for page in self._errand.known.pages if page.page_key not in self._errand.visited)
        return Plan(
            tuple(map(ask_directly, missing)),
            is_complete,
            tuple(crawl.visited),
            tuple(crawl.found.values()),
            too_deep=crawl.too_deep,
        )

    def names(self) -> Named:
        """The same way again, but each page is asked for as a list alone."""
        crawl = self._crawl(is_serving=False)
        return Named(tuple(crawl.found.values()), not (crawl.is_cut or crawl.failed))

    def prepare(self) -> None:
        """Nothing: HTML pages say their own categories and tags."""

    def fetch(self, wanted: Wanted) -> None:
        self._html.fetch(wanted)

    def _crawl(self, *, is_serving: bool) -> _Crawl:
        pages = self._errand.source.pages
        crawl = _Crawl(pages.max_depth)
        for address in self._starts:
            crawl.meet(address, 0)
        while crawl.waiting:
            if self._errand.limit is not None and crawl.asked >= self._errand.limit:
                crawl.is_cut = True  # as the person wished
                break
            address, depth = crawl.waiting.popleft()
            if crawl.asked >= pages.max_pages:
                crawl.leave(address, f"left out: max_pages = {pages.max_pages} pages were asked for before")
                break
            if same_address(address) in crawl.reached:
                continue
            crawl.asked += 1
            self._errand.progress.advance(address)
            is_list = not is_serving or self._is_listing(address)
            reply = self._ask(address) if is_list else self._visit(crawl, address)
            if reply is None and self._errand.asker.last_failure is FailureKind.SKIPPED:
                crawl.is_cut = True  # the budget is spent, or the site wants to be left alone
                break
            if _has_failed(reply, self._errand.asker.last_failure):
                crawl.failed += 1
                crawl.failed_at_start |= address in self._starts
            self._follow(crawl, reply, depth)
            self._note_page(crawl, address, reply)
        return crawl

    def _ask(self, address: str) -> Reply | None:
        return self._errand.asker.ask(self._asked(), address)

    def _asked(self) -> Asked:
        return Asked(purpose=Purpose.LISTING, door=self.name)

    def _visit(self, crawl: _Crawl, address: str) -> Reply | None:
        known = self._errand.known.find(ListedPage(page_key=f"url:{address}", url=address))
        key = known.page_key if known else f"url:{address}"
        wanted = Wanted(page_key=key, url=address, form="html", known=known)
        self._errand.visited.add(key)
        crawl.visited.append(wanted)
        return self._lists.fetch(wanted)

    def _is_listing(self, address: str) -> bool:
        """A start page outside the scope's paths is a list only."""
        return self._is_called_listing(address) or not self._errand.scope.has_page(address)

    def _is_called_listing(self, address: str) -> bool:
        path = path_of(address)
        return any(pattern.search(path) for pattern in self._listings)

    def _may_follow(self, address: str) -> bool:
        if self._errand.leaves_out(address):
            return False
        if self._errand.scope.has_page(address):
            return True
        return self._errand.scope.objection(address) is None and self._is_called_listing(address)

    def _follow(self, crawl: _Crawl, reply: Reply | None, depth: int) -> None:
        """The links of the page; those to its next page lead no further away from the start."""
        listing = self._read(reply)
        if reply is None or listing is None:
            return
        self._note_where_it_led(crawl, reply.url)
        for address in filter(self._may_follow, listing.children):
            crawl.meet(address, depth)
        for page in listing.pages:
            if self._may_follow(page.url):
                crawl.meet(page.url, depth + 1)

    def _note_where_it_led(self, crawl: _Crawl, address: str) -> None:
        """A redirect has brought the page: it need not be asked for at its own address again."""
        crawl.met.add(same_address(address))
        crawl.reached.add(same_address(address))
        if known := self._errand.known.find(ListedPage(page_key=f"url:{address}", url=address)):
            self._errand.visited.add(known.page_key)

    def _note_page(self, crawl: _Crawl, address: str, reply: Reply | None) -> None:
        """A page names itself: by its id, its canonical address, or the address that it was found at."""
        if reply is None or not reply.has_content or self._is_listing(address):
            return
        try:
            page = self._errand.readers.page(reply.payload, reply.headers, reply.url)
        except ReadError:
            return
        url = page.canonical_url or reply.url
        key = f"post:{page.wp_post_id}" if page.wp_post_id is not None else f"url:{url}"
        if not page.listing and self._errand.scope.has_page(url):
            crawl.found.setdefault(key, ListedPage(page_key=key, url=url, wp_post_id=page.wp_post_id))

    def _read(self, reply: Reply | None) -> Listing | None:
        if reply is None or not reply.has_content:
            return None
        try:
            return self._errand.readers.links(reply.payload, reply.headers, reply.url)
        except ReadError:
            return None  # no HTML, or too much of it


def _has_failed(reply: Reply | None, failure: FailureKind | None) -> bool:
    """No answer, or "not now"; that a page is none of ours, or gone, is an answer."""
    return failure not in _NONE_OF_OURS if reply is None else reply.status in _NOT_NOW
