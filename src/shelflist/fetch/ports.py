"""What a visit needs from others, and what it gives back. No behaviour beyond the clocks.

`fetch` may not import `extract`: whoever starts a visit hands in what reads lists and pages.
"""

import time
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from types import MappingProxyType
from typing import Literal, Protocol

from shelflist.models.checked import FileFound
from shelflist.models.page import Listing, Page
from shelflist.models.web import Asked, Capture, DoorReport, Failure, FailureKind, RawAnswer


class Recording(Protocol):
    """Where answers and failures go (`shelflist.archive` has the one that lasts)."""

    def record(self, asked: Asked, answer: RawAnswer, captured_at: datetime) -> Capture: ...

    def record_not_modified(
        self, asked: Asked, answer: RawAnswer, baseline: Capture, captured_at: datetime
    ) -> Capture: ...

    def fail(self, failure: Failure) -> None: ...

    def payload(self, capture: Capture) -> bytes: ...


class Readers(Protocol):
    """What reads the lists and the few things of a page that a door needs. All may raise ReadError."""

    def listing(self, payload: bytes, headers: Mapping[str, str], url: str, post_type: str) -> Listing:
        """A list of the WordPress REST API; header names are matched without regard to case."""
        ...

    def sitemap(self, payload: bytes, url: str) -> Listing:
        """A sitemap or sitemap index, plain or itself a gzip file."""
        ...

    def feed(self, payload: bytes, headers: Mapping[str, str], url: str) -> Listing:
        """One page of an RSS or Atom feed."""
        ...

    def links(self, payload: bytes, headers: Mapping[str, str], url: str) -> Listing:
        """An HTML page as a list of the pages that it leads to; `children` are those that continue it."""
        ...

    def page(self, payload: bytes, headers: Mapping[str, str], url: str) -> Page:
        """An HTML page; only its id, address, next part, hash and whether it is a list are used here."""
        ...


class ScoutReaders(Readers, Protocol):
    """What a first look at a site needs read besides."""

    def types(self, payload: bytes, url: str) -> tuple[tuple[str, str], ...]:
        """(name, collection) of each type of post that a REST interface knows. Raises ReadError."""
        ...


class FileReaders(Protocol):
    """What reads where the file of an attachment is. Both may raise ReadError."""

    def media(self, payload: bytes, url: str) -> FileFound:
        """An item of ``wp/v2/media``."""
        ...

    def attachment_page(self, payload: bytes, headers: Mapping[str, str], url: str) -> FileFound:
        """An attachment page."""
        ...


class Clock(Protocol):
    """The time of day, and waiting."""

    def now(self) -> datetime: ...

    def sleep(self, seconds: float) -> float:
        """Wait; gives the seconds that count as waited."""
        ...


class SystemClock:
    """The machine's clock."""

    def now(self) -> datetime:
        return datetime.now(UTC)

    def sleep(self, seconds: float) -> float:
        time.sleep(seconds)
        return seconds


@dataclass(frozen=True)
class FixedClock:
    """Always the same time; nothing is waited for, and nothing counted as waited."""

    at: datetime

    def now(self) -> datetime:
        return self.at

    def sleep(self, seconds: float) -> float:
        return 0.0


class Progress(Protocol):
    """Somebody who watches."""

    def stage(self, name: str, total: int | None) -> None: ...

    def advance(self, text: str = "") -> None: ...


class SilentProgress:
    """Nobody watches."""

    def stage(self, name: str, total: int | None) -> None:
        """Say nothing."""

    def advance(self, text: str = "") -> None:
        """Say nothing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownPage:
    """A page that the catalogue already holds. `captures` are all parts of its last complete observation."""

    page_id: str
    page_key: str
    url: str
    wp_post_id: int | None = None
    modified: str | None = None  # as the list said when the baseline was fetched
    last_fetched_at: datetime | None = None
    captures: tuple[Capture, ...] = ()
    door: str = ""
    is_unobserved: bool = False  # since the baseline it was asked for in vain
    content_hash: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Visit:
    """What one visit to a source came to. `door` is the one whose complete list served, None if none did."""

    door: str | None
    outcome: Literal["finished", "cancelled", "limited"]
    requests: int  # every HTTP exchange, retries and redirects too
    received_bytes: int  # bodies as they came over the wire
    waited_seconds: float  # politeness and retries; 0.0 under a fixed clock
    slowest_delay: float = 0.0  # seconds: the longest pause that a host was given
    robots: Literal["allowed", "unreachable", "denied", "none"]
    doors: tuple[DoorReport, ...] = ()  # empty where none were compared
    too_deep: tuple[str, ...] | None = None  # addresses more than `max_depth` links away; None if none were followed
    planned: tuple[str, ...] = ()  # addresses of the pages that were, or in a dry run would be, asked for
    unheard: str | None = None  # of a dry run, which has no recording to hold it: why there is no list of pages


@dataclass(frozen=True, slots=True, kw_only=True)
class HeldRobots:
    """How the robots.txt of a host was answered in an earlier run; good for a day (RFC 9309, 2.4)."""

    status: int
    payload: bytes
    captured_at: datetime


NO_ROBOTS: Mapping[str, HeldRobots] = MappingProxyType({})


class NoAnswer(Exception):
    """An exchange gave nothing that can be kept. Stays inside `fetch`: it becomes a Failure in the ledger."""

    def __init__(self, kind: FailureKind, detail: str) -> None:
        self.kind, self.detail = kind, detail
        super().__init__(f"{kind}: {detail}")
