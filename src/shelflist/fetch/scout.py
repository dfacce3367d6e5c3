"""A first look at a site that no source file tells of: what its doors give, and a few of its pages.

As polite as a harvest (robots.txt, pauses, scope), within a small number of requests. Nothing is recorded, and nothing
here reads a page for its lines.
"""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from urllib.parse import urlsplit

from shelflist.errors import ReadError
from shelflist.fetch.addresses import Scope, same_address
from shelflist.fetch.asker import Asker, Reply
from shelflist.fetch.client import Client
from shelflist.fetch.doors.errand import Door, Errand, KnownPages
from shelflist.fetch.doors.feed import FeedDoor
from shelflist.fetch.doors.links import LinksDoor
from shelflist.fetch.doors.sitemap import SitemapDoor
from shelflist.fetch.doors.wordpress import WordPressDoor
from shelflist.fetch.ports import Clock, Progress, Readers
from shelflist.fetch.robots import Robots
from shelflist.fetch.unrecorded import Unrecorded
from shelflist.models.page import Listing
from shelflist.models.web import Asked, Capture, Failure, FailureKind, Purpose, RawAnswer
from shelflist.sources.model import Source

RUN = "new-source"
DOOR_REQUESTS = 12
"""Requests that a list may take; a longer one is not read to its end."""
DOORS: tuple[tuple[str, Callable[[Errand], Door]], ...] = (
    ("wordpress", WordPressDoor), ("feed", FeedDoor), ("sitemap", SitemapDoor), ("links", LinksDoor),
)  # fmt: skip

LISTING = re.compile(
    r"/(?:tag|tags|category|categories|author|label|page|search|feed)s?/|/\d{4}/(?:\d\d/)?$|[?&](?:m|s|cat|tag|paged)=",
    re.IGNORECASE,
)
"""Addresses that lists of pages go by, rather than pages."""
_OF_LISTS = re.compile(rb"\d ?(?:pages|pp|Seiten)\b|\.(?:pdf|epub|djvu|mobi)\b", re.IGNORECASE)
_LOOKED_AT = 500_000
_LIKELY = re.compile(
    r"book|pamphlet|librar|list|archive|works|writings|text|document|periodical|journal|bibliograph|index|shelf|reading",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Sample:
    """A page as it was answered; `headers` with names in lower case."""

    url: str
    payload: bytes = field(repr=False)
    headers: dict[str, str] = field(repr=False)


@dataclass(frozen=True, slots=True)
class DoorSeen:
    """What one door gave: the pages' addresses, and whether that is all of them. `at`: the feed that answered."""

    name: str
    pages: tuple[str, ...]
    is_complete: bool
    requests: int
    at: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """The site as far as it was looked at. `first` is the page that was named; `troubles` are (address, why)."""

    first: Sample
    robots: Robots
    doors: tuple[DoorSeen, ...]
    samples: tuple[Sample, ...]
    linked: tuple[str, ...]  # addresses that the samples lead to, within the host
    requests: int
    troubles: tuple[tuple[str, str], ...] = ()


def scout(
    source: Source,
    readers: Readers,
    clock: Clock,
    progress: Progress,
    *,
    first: str,
    pages: Sequence[str],
    samples: int,
) -> Seen:
    """Look at the site of `source`, beginning with the page `first`; `pages` are such as list something.

    Raises ReadError when the first page is not to be had: it says why.
    """
    with Client(source) as client:
        kept = _Kept()
        asker = Asker(source, client, kept, clock, RUN)
        look = _Look(source, readers, asker, kept, progress, clock.now())
        return look.make(first, pages, samples)


class _Kept(Unrecorded):
    """Keeps the HTML pages that were answered, by their address, and why others were not."""

    def __init__(self) -> None:
        super().__init__(RUN)
        self.pages: dict[str, Sample] = {}
        self.troubles: dict[str, str] = {}

    def record(self, asked: Asked, answer: RawAnswer, captured_at: datetime) -> Capture:
        headers = {name.lower(): value for name, value in answer.headers}
        is_page = asked.door in (RUN, "links") and "html" in headers.get("content-type", "html")
        if answer.status == 200 and is_page:  # what a list's address brings may be the home page once more
            self.pages.setdefault(same_address(answer.final_url), Sample(answer.final_url, answer.payload, headers))
        elif answer.status >= 400 and asked.purpose is Purpose.PAGE:
            self.troubles[answer.final_url] = f"answered {answer.status}"
        return super().record(asked, answer, captured_at)

    def fail(self, failure: Failure) -> None:
        self.troubles[failure.url] = f"{failure.detail} ({failure.kind})"


class _Look:
    """The steps of one look."""

    def __init__(
        self, source: Source, readers: Readers, asker: Asker, kept: _Kept, progress: Progress, now: datetime
    ) -> None:
        self._source, self._scope, self._readers = source, Scope(source), readers
        self._asker, self._kept = asker, kept
        self._progress, self._now = progress, now
        self._total = source.politeness.max_requests

    def make(self, first: str, pages: Sequence[str], samples: int) -> Seen:
        self._progress.stage("first page", None)
        home = self._sample_of(self._ask(first), first)
        robots = self._asker.robots(home.url)
        for page in pages:
            self._ask(page)
        doors: list[DoorSeen] = []
        for name, door in DOORS:
            is_last_hope = name == "links" and not any(one.is_complete for one in doors)
            doors.append(self._door(name, door, self._total if is_last_hope else DOOR_REQUESTS, samples))
        taken = self._samples(home, pages, doors, samples)
        return Seen(
            first=home,
            robots=robots,
            doors=tuple(doors),
            samples=tuple(taken),
            linked=tuple(self._linked(taken)),
            requests=self._asker.politeness.requests,
            troubles=tuple(self._kept.troubles.items()),
        )

    def _ask(self, url: str) -> Reply | None:
        return self._asker.ask(Asked(purpose=Purpose.PAGE, door=RUN), url)

    def _sample_of(self, reply: Reply | None, url: str) -> Sample:
        """Raises ReadError when there is no page."""
        if reply is None:
            raise ReadError(f"{url}: {self._kept.troubles.get(url, 'no answer')}{self._way_out()}")
        sample = self._kept.pages.get(same_address(reply.url))
        if reply.status != 200 or sample is None:
            told = f"answered {reply.status}" if reply.status != 200 else reply.headers.get("content-type", "no type")
            raise ReadError(f"{url}: {told}, expected an HTML page")
        return sample

    def _way_out(self) -> str:
        """A site that leads to another host, or to another name of its own, is looked at under that name."""
        led = self._asker.last_failure is FailureKind.OUT_OF_SCOPE
        return "; if that is where the archive is now, give its address" if led else ""

    def _door(self, name: str, make: Callable[[Errand], Door], share: int, samples: int) -> DoorSeen:
        """What a door gives within its share of the requests, and what the samples leave."""
        account, reader = self._asker.politeness, _Noting(self._readers)
        before = account.requests
        self._progress.stage(name, None)
        account.max_requests = max(before, min(before + share, self._total - samples))
        errand = Errand(
            self._source, self._scope, KnownPages((), self._scope), reader, self._asker, self._progress, self._now,
            limit=max(account.max_requests - before, 1),
        )  # fmt: skip
        plan = make(errand).plan()
        account.max_requests = self._total
        found = reader.listed if name == "wordpress" else [one.url for one in (*plan.visited, *plan.wanted)]
        pages = tuple(dict.fromkeys(filter(self._scope.has_page, found)))
        at = reader.feeds[0] if reader.feeds else None
        return DoorSeen(name, pages, plan.is_complete and bool(pages), account.requests - before, at)

    def _samples(self, home: Sample, pages: Sequence[str], doors: Sequence[DoorSeen], count: int) -> list[Sample]:
        """The named pages, then those seen that promise a list, then others spread over what the doors list."""
        self._progress.stage("samples", count)
        taken = {same_address(page): None for page in (home.url, *pages)}
        for url in (*_promising(self._kept.pages.values(), count // 2), *_spread(doors, count)):
            if len(taken) > count + len(pages):
                break
            self._progress.advance(url)
            if same_address(url) not in self._kept.pages:
                self._ask(url)
            if same_address(url) in self._kept.pages:
                taken.setdefault(same_address(url))
        return [self._kept.pages[key] for key in taken if key in self._kept.pages]

    def _linked(self, samples: Iterable[Sample]) -> Iterable[str]:
        found: dict[str, None] = {}
        for sample in samples:
            try:
                listing = self._readers.links(sample.payload, sample.headers, sample.url)
            except ReadError:
                continue
            found |= {page.url: None for page in listing.pages if self._scope.has_page(page.url)}
        return found


class _Noting:
    """Readers that note what the lists of the REST interface name, whose door asks for other addresses; and feeds."""

    def __init__(self, inner: Readers) -> None:
        self._inner = inner
        self.listed: list[str] = []
        self.feeds: list[str] = []
        self.sitemap, self.links, self.page = inner.sitemap, inner.links, inner.page

    def listing(self, payload: bytes, headers: Mapping[str, str], url: str, post_type: str) -> Listing:
        found = self._inner.listing(payload, headers, url, post_type)
        self.listed += [page.url for page in found.pages]
        return found

    def feed(self, payload: bytes, headers: Mapping[str, str], url: str) -> Listing:
        found = self._inner.feed(payload, headers, url)
        self.feeds.append(url)
        return found


def _promising(seen: Iterable[Sample], count: int) -> list[str]:
    """Of the pages seen, those with most that only lists have: page counts, and links to documents."""
    hits = {one.url: len(_OF_LISTS.findall(one.payload[:_LOOKED_AT])) for one in seen if not LISTING.search(one.url)}
    return sorted((url for url in hits if hits[url]), key=lambda url: -hits[url])[:count]


def _spread(doors: Sequence[DoorSeen], count: int) -> list[str]:
    """Addresses to look at: those that sound like lists first, each kind evenly from its beginning to its end."""
    every = dict.fromkeys(url for door in doors for url in door.pages if not LISTING.search(url))
    likely = [url for url in every if _LIKELY.search(urlsplit(url).path)]
    other = [url for url in every if url not in set(likely)]
    half = max(count - count // 2, count - len(other))
    chosen = [*_evenly(likely, half), *_evenly(other, count)]
    return [*chosen, *(url for url in every if url not in set(chosen))][: 3 * count]


def _evenly(urls: Sequence[str], count: int) -> list[str]:
    if len(urls) <= count:
        return list(urls)
    return [urls[number * len(urls) // count] for number in range(count)]
