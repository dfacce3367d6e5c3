"""A first look at a site that no source file tells of: what its doors give, and a few of its pages.

As polite as a harvest (robots.txt, pauses, scope), within a small number of requests. Nothing is recorded, and nothing
here reads a page for its lines.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
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
from shelflist.fetch.ports import Clock, Progress, ScoutReaders
from shelflist.fetch.scout_rest import ASKED, MOST, further_collections
from shelflist.fetch.scouted import RUN, Content, DoorSeen, Kept, Noting, Sample, Seen
from shelflist.models.page import ListedPage
from shelflist.models.web import Asked, FailureKind, Purpose
from shelflist.sources.model import Source

CONTENTS = 3
"""Sampled pages that are asked for by the REST interface too."""
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


def scout(
    source: Source,
    readers: ScoutReaders,
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
        kept = Kept()
        asker = Asker(source, client, kept, clock, RUN)
        look = _Look(source, readers, asker, kept, progress, clock.now())
        return look.make(first, pages, samples)


class _Look:
    """The steps of one look."""

    def __init__(
        self, source: Source, readers: ScoutReaders, asker: Asker, kept: Kept, progress: Progress, now: datetime
    ) -> None:
        self._source, self._scope, self._readers = source, Scope(source), readers
        self._asker, self._kept = asker, kept
        self._progress, self._now = progress, now
        self._total = source.politeness.max_requests
        self._by_rest: dict[str, str] = {}  # address of a page -> that of its content

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
        contents = tuple(self._contents(taken))
        return Seen(
            first=home,
            robots=robots,
            doors=tuple(doors),
            samples=tuple(taken),
            contents=contents,
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
        account, reader = self._asker.politeness, Noting(self._readers)
        before = account.requests
        self._progress.stage(name, None)
        account.max_requests = max(before, min(before + share, self._total - samples - CONTENTS - MOST - 1))
        errand = Errand(
            self._source, self._scope, KnownPages((), self._scope), reader, self._asker, self._progress, self._now,
            limit=max(account.max_requests - before, 1),
        )  # fmt: skip
        plan = make(errand).plan()
        account.max_requests = self._total
        listed = [one for one in reader.listed if self._scope.has_page(one.url)] if name == "wordpress" else []
        found = [one.url for one in listed] or [one.url for one in (*plan.visited, *plan.wanted)]
        pages = tuple(dict.fromkeys(filter(self._scope.has_page, found)))
        seen = DoorSeen(name, pages, plan.is_complete and bool(pages), account.requests - before)
        if listed:
            asked = {one.page_key: one.url for one in plan.wanted}
            self._by_rest = {same_address(one.url): asked[one.page_key] for one in listed if one.page_key in asked}
        why = None if pages else self._kept.refusals.get(name)
        address = next(iter(self._by_rest.values()), None) if listed else None
        further = further_collections(self._asker, self._readers, address) if address else ()
        at = reader.feeds[0] if reader.feeds else None
        return replace(seen, at=at, why=why, kinds=_kinds(listed), further=further)

    def _contents(self, samples: Sequence[Sample]) -> Iterable[Content]:
        """Some of the sampled pages once more, by the REST interface: an open list does not mean open content.

        Those that look most like lists first: there is most to compare.
        """
        listed = [sample for sample in samples if same_address(sample.url) in self._by_rest]
        listed.sort(key=lambda sample: -_signs_of_a_list(sample))
        for url in [sample.url for sample in listed[:CONTENTS]]:
            reply = self._asker.ask(ASKED, self._by_rest[same_address(url)])
            if reply is None:
                yield Content(url, None, f"no answer ({self._asker.last_failure})")
            elif reply.status != 200:
                yield Content(url, None, f"answered {reply.status}")
            else:
                headers = {name.lower(): value for name, value in reply.headers.items()}
                yield Content(url, Sample(reply.url, reply.payload, headers))

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


def _kinds(listed: Sequence[ListedPage]) -> tuple[tuple[str, int], ...]:
    """Pages by their collection, and how many of them ask for a password."""
    kinds = Counter(one.post_type or "" for one in listed)
    kinds["password"] = sum(one.protected for one in listed)
    return tuple((kind, number) for kind, number in kinds.items() if number)


def _signs_of_a_list(page: Sample) -> int:
    return len(_OF_LISTS.findall(page.payload[:_LOOKED_AT]))


def _promising(seen: Iterable[Sample], count: int) -> list[str]:
    """Of the pages seen, those with most that only lists have: page counts, and links to documents."""
    hits = {one.url: _signs_of_a_list(one) for one in seen if not LISTING.search(one.url)}
    return sorted((url for url in hits if hits[url]), key=lambda url: -hits[url])[:count]


def _spread(doors: Sequence[DoorSeen], count: int) -> list[str]:
    """Addresses to look at: those that sound like lists first, each kind evenly from its beginning to its end."""
    every = dict.fromkeys(url for door in doors for url in door.pages if not LISTING.search(url))
    likely = dict.fromkeys(url for url in every if _LIKELY.search(urlsplit(url).path))
    other = [url for url in every if url not in likely]
    half = max(count - count // 2, count - len(other))
    chosen = [*_evenly([*likely], half), *_evenly(other, count)]
    return [*dict.fromkeys((*chosen, *every))][: 3 * count]


def _evenly(urls: Sequence[str], count: int) -> list[str]:
    if len(urls) <= count:
        return list(urls)
    return [urls[number * len(urls) // count] for number in range(count)]
