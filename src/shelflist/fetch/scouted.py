"""What a first look at a site keeps: pages, what doors gave, posts by the REST interface; and why it got no more."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from shelflist.fetch.addresses import same_address
from shelflist.fetch.ports import Readers
from shelflist.fetch.robots import Robots
from shelflist.fetch.unrecorded import Unrecorded
from shelflist.models.page import ListedPage, Listing
from shelflist.models.web import Asked, Capture, Failure, Purpose, RawAnswer

RUN = "new-source"


@dataclass(frozen=True, slots=True)
class Sample:
    """A page as it was answered; `headers` with names in lower case."""

    url: str
    payload: bytes = field(repr=False)
    headers: dict[str, str] = field(repr=False)


@dataclass(frozen=True, slots=True)
class DoorSeen:
    """What one door gave: the pages' addresses, and whether that is all of them."""

    name: str
    pages: tuple[str, ...]
    is_complete: bool
    requests: int
    at: str | None = None  # the feed that answered
    why: str | None = None  # there is nothing: what was answered
    kinds: tuple[tuple[str, int], ...] = ()  # of a REST interface: ("posts", 45), and how many ask for a "password"
    further: tuple[tuple[str, int], ...] = ()  # collections of the interface that were not listed


@dataclass(frozen=True, slots=True)
class Content:
    """One page asked for by the REST interface; without an answer, `why` there is none."""

    url: str  # of the page, as people have it
    answer: Sample | None
    why: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """The site as far as it was looked at. `first` is the page that was named; `troubles` are (address, why)."""

    first: Sample
    robots: Robots
    doors: tuple[DoorSeen, ...]
    samples: tuple[Sample, ...]
    contents: tuple[Content, ...] = ()  # of some of the samples, by the REST interface
    linked: tuple[str, ...]  # addresses that the samples lead to, within the host
    requests: int
    troubles: tuple[tuple[str, str], ...] = ()


class Kept(Unrecorded):
    """Keeps the HTML pages that were answered, by their address, and why others were not."""

    def __init__(self) -> None:
        super().__init__(RUN)
        self.pages: dict[str, Sample] = {}
        self.troubles: dict[str, str] = {}
        self.refusals: dict[str, str] = {}  # the first that each door's lists met, by door

    def record(self, asked: Asked, answer: RawAnswer, captured_at: datetime) -> Capture:
        headers = {name.lower(): value for name, value in answer.headers}
        is_page = asked.door in (RUN, "links") and "html" in headers.get("content-type", "html")
        if answer.status == 200 and is_page:  # what a list's address brings may be the home page once more
            self.pages.setdefault(same_address(answer.final_url), Sample(answer.final_url, answer.payload, headers))
        elif answer.status >= 400 and asked.purpose is Purpose.PAGE:
            self.troubles[answer.final_url] = f"answered {answer.status}"
        if answer.status >= 400 and asked.purpose is Purpose.LISTING:
            self.refusals.setdefault(asked.door, f"answered {answer.status}")
        return super().record(asked, answer, captured_at)

    def fail(self, failure: Failure) -> None:
        self.troubles[failure.url] = f"{failure.detail} ({failure.kind})"
        if failure.asked.purpose is Purpose.LISTING:
            self.refusals.setdefault(failure.asked.door, self.troubles[failure.url])


class Noting:
    """Readers that note what the lists of the REST interface name, whose door asks for other addresses; and feeds."""

    def __init__(self, inner: Readers) -> None:
        self._inner = inner
        self.listed: list[ListedPage] = []
        self.feeds: list[str] = []
        self.sitemap, self.links, self.page = inner.sitemap, inner.links, inner.page

    def listing(self, payload: bytes, headers: Mapping[str, str], url: str, post_type: str) -> Listing:
        found = self._inner.listing(payload, headers, url, post_type)
        self.listed += found.pages
        return found

    def feed(self, payload: bytes, headers: Mapping[str, str], url: str) -> Listing:
        found = self._inner.feed(payload, headers, url)
        self.feeds.append(url)
        return found
