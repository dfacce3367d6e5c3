"""What every door works with: the errand it is sent on, the pages already known, and the plan it comes back with."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Literal, Protocol

from shelflist.fetch.addresses import Scope, same_address
from shelflist.fetch.asker import Asker
from shelflist.fetch.ports import KnownPage, Progress, Readers
from shelflist.models.page import ListedPage
from shelflist.models.web import Capture
from shelflist.sources.model import Source


class KnownPages:
    """The pages that the catalogue holds and the rules still want, found by post id, key or address."""

    def __init__(self, pages: Sequence[KnownPage], scope: Scope) -> None:
        self.pages = tuple(page for page in pages if scope.has_page(page.url))
        self._by_id = {page.wp_post_id: page for page in self.pages if page.wp_post_id is not None}
        self._by_key = {page.page_key: page for page in self.pages}
        self._by_address = {same_address(page.url): page for page in self.pages}

    def of_post(self, wp_post_id: int) -> KnownPage | None:
        return self._by_id.get(wp_post_id)

    def find(self, listed: ListedPage) -> KnownPage | None:
        """The page that a list names. Its address counts only if the list or we know no post id: slugs are reused."""
        if listed.wp_post_id is not None and listed.wp_post_id in self._by_id:
            return self._by_id[listed.wp_post_id]
        if listed.page_key in self._by_key:
            return self._by_key[listed.page_key]
        there = self._by_address.get(same_address(listed.url))
        if there and listed.wp_post_id is not None and there.wp_post_id is not None:
            return None
        return there


@dataclass(frozen=True, slots=True)
class Errand:
    """One visit's circumstances."""

    source: Source
    scope: Scope
    known: KnownPages
    readers: Readers
    asker: Asker
    progress: Progress
    now: datetime
    limit: int | None = None  # of pages, for a door that asks for pages while it lists them
    visited: set[str] = field(default_factory=set)  # keys of pages that have been met already, at whatever address
    left_out: frozenset[str] = frozenset()  # keys of pages that are never asked for
    last_feed: Capture | None = None  # the first page of the feed as it was read last, where a short answer will do

    def leaves_out(self, url: str) -> bool:
        """Whether this is the address of a page that is never asked for."""
        return bool(self.left_out) and same_address(url) in {
            same_address(key.removeprefix("url:")) for key in self.left_out if key.startswith("url:")
        }

    def is_stale(self, page: KnownPage, listed: ListedPage) -> bool:
        """Whether a page must be fetched although a list names it: changed, never complete, or too long ago."""
        if page.last_fetched_at is None or not page.captures:
            return True
        age = self.now - page.last_fetched_at
        return page.modified != listed.modified or age >= timedelta(days=self.source.pages.refetch_days)


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """One page to be asked for."""

    page_key: str
    url: str
    form: Literal["rest", "html"]
    known: KnownPage | None = None


@dataclass(frozen=True, slots=True)
class Plan:
    """What a door proposes. If its list is not complete, `wanted` has every known page."""

    wanted: tuple[Wanted, ...]
    is_complete: bool
    visited: tuple[Wanted, ...] = ()  # pages that were asked for already, to see where they lead
    named: tuple[ListedPage, ...] = ()  # what the list said
    is_own: bool = True  # the list is the door's own, not another's that it made do with
    too_deep: tuple[str, ...] | None = None  # addresses more than `max_depth` links away; None if none were followed


@dataclass(frozen=True, slots=True)
class Named:
    """The pages that a door's list names."""

    pages: tuple[ListedPage, ...]
    is_complete: bool


class Door(Protocol):
    """A way of finding pages."""

    @property
    def name(self) -> str: ...

    def plan(self) -> Plan:
        """Ask for the lists."""
        ...

    def names(self) -> Named:
        """Ask for the lists alone, for comparing."""
        ...

    def prepare(self) -> None:
        """Ask for what belongs to the site, not to a page."""
        ...

    def fetch(self, wanted: Wanted) -> None:
        """Ask for one page, all parts of it. What comes of it is in the recording."""
        ...


def ask_directly(page: KnownPage) -> Wanted:
    """A known page at its own address, without the help of a list."""
    return Wanted(page_key=page.page_key, url=page.url, form="html", known=page)
