"""What the web answered: captures and failed attempts, and the other lines of the ledger.

These are facts that cannot be derived again. Everything else in Shelflist is computed from them. Times are
timezone-aware UTC. Digests are ``sha256:<hex>`` over the payload after HTTP content decoding.
"""

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Literal

from shelflist.models.checked import CheckBegun, CheckEnded, LinkChecked
from shelflist.models.redacted import Redaction

IMPORT_DOOR = "import"
"""The door of a run that asked nobody: its captures came out of files."""


class Purpose(StrEnum):
    """Why a request was made."""

    ROBOTS = "robots"
    LISTING = "listing"  # a list of pages: REST list, sitemap, feed; with a page key, a page read for its links too
    TERMS = "terms"  # names of categories and tags
    PAGE = "page"  # the content of one page (or one part of it)
    PROBE = "probe"  # a question only: is this page still there, is there a next part?


class FailureKind(StrEnum):
    """Why no answer could be kept for a request."""

    ROBOTS_DENIED = "robots_denied"  # RFC 9309: a rule forbids it
    ROBOTS_UNREACHABLE = "robots_unreachable"  # RFC 9309 2.3.1.4: robots.txt 5xx, 429 or silent
    CONNECT = "connect"  # DNS, refused, reset
    TLS = "tls"
    TIMEOUT = "timeout"
    TRUNCATED = "truncated"  # shorter than announced
    TOO_LARGE = "too_large"
    UNDECODABLE = "undecodable"  # Content-Encoding does not decode
    REDIRECT = "redirect"  # loop, too many, or no usable target
    OUT_OF_SCOPE = "out_of_scope"  # would leave the source's scope
    RETRY_LATER = "retry_later"  # Retry-After is beyond what the run may wait
    SKIPPED = "skipped"  # budget spent or run cancelled


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """The question behind a request: what it was for, and for which page."""

    purpose: Purpose
    door: str  # "wordpress" | "feed" | "sitemap" (and any single HTML page) | "links" | "host" (robots.txt)
    page_key: str | None = None  # "post:22" or "url:https://..."; see shelflist.models.page
    part: int = 1  # of a post split over several pages


@dataclass(frozen=True, slots=True, kw_only=True)
class Capture:
    """One HTTP answer, kept in a WARC. Redirect hops are captures of their own (status 3xx)."""

    capture_id: str  # "<run_id>-<n>", n counted from 00001 within the run
    run_id: str
    asked: Asked
    url: str  # the address asked for at the start of the redirect chain
    final_url: str  # the address that gave this answer
    captured_at: datetime
    http_status: int
    content_type: str | None = None
    etag: str | None = None
    last_modified: str | None = None
    payload_digest: str
    payload_bytes: int  # after content decoding
    record_type: Literal["response", "revisit"] = "response"
    warc_filename: str  # relative to data/raw/<source>/
    warc_offset: int
    warc_length: int
    refers_to_capture_id: str | None = None  # revisit: the capture that holds the same payload
    robots_tag: str | None = None  # X-Robots-Tag, as written


@dataclass(frozen=True, slots=True, kw_only=True)
class Failure:
    """A request that gave nothing to keep, after retries."""

    run_id: str
    asked: Asked
    url: str
    failed_at: datetime
    kind: FailureKind
    detail: str

    @property
    def in_words(self) -> str:
        """Where, and why."""
        return f"{self.url}: {self.detail.removeprefix('robots.txt').removeprefix(':').lstrip()}"


@dataclass(frozen=True, slots=True, kw_only=True)
class RunBegun:
    run_id: str  # %Y%m%dT%H%M%SZ of logical_at
    source_id: str
    logical_at: datetime
    rules_sha256: str
    extractor_version: str
    software: str
    rules_from: Literal["bundled", "file"] | None = None  # None: in older ledgers


@dataclass(frozen=True, slots=True, kw_only=True)
class DoorReport:
    """What one door's list came to in a run that compared them; the first is the one that served."""

    door: str
    is_complete: bool
    pages: int  # in scope, that it named
    agrees: bool  # it named the same pages as the one that served (a feed: the same posts)
    only: tuple[str, ...] = ()  # addresses of pages that no other complete list named


@dataclass(frozen=True, slots=True, kw_only=True)
class RunEnded:
    """`door` is the one whose listing served; `doors` is empty where none were compared.

    Requests count every HTTP exchange, bytes the bodies as received.
    """

    run_id: str
    ended_at: datetime
    outcome: Literal["finished", "cancelled", "limited"]
    door: str | None
    requests: int
    received_bytes: int
    waited_seconds: float  # politeness and retries; 0.0 under a fixed clock
    robots: str  # "allowed", "unreachable", "denied", "none" (no robots.txt)
    warc_filename: str | None
    doors: tuple[DoorReport, ...] = ()
    slowest_delay: float = 0.0  # seconds: the longest pause that a host was given between two requests
    pages_too_deep: int | None = None  # more than `max_depth` links away, not asked for; None if none were followed
    first_too_deep: str | None = None  # the address of the first of them


DecisionKind = Literal["accept", "same", "different", "distrust"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """A person's word, folded at the time it was taken."""

    decision_id: str
    kind: DecisionKind
    decided_at: datetime
    by: str
    reason: str
    run_id: str | None = None  # accept
    page_id: str | None = None  # accept of one page only
    subject: str | None = None  # candidate or capture id


@dataclass(frozen=True, slots=True, kw_only=True)
class Epoch:
    """From here on captures are read by another extractor version or other rules."""

    epoch_id: str
    began_at: datetime
    extractor_version: str
    rules_sha256: str
    state_file: str  # relative to data/raw/<source>/, the state before


LedgerEntry = (
    RunBegun | Capture | Failure | RunEnded | Decision | Epoch | CheckBegun | LinkChecked | CheckEnded | Redaction
)


@dataclass(frozen=True, slots=True)
class RawAnswer:
    """An HTTP answer as it came over the wire: header names and order kept, body still content-encoded."""

    url: str
    final_url: str
    status: int
    reason: str
    http_version: str  # "HTTP/1.1"
    headers: tuple[tuple[str, str], ...]
    body: bytes  # transfer-decoded, still content-encoded
    payload: bytes = field(repr=False)  # content-decoded
    request_headers: tuple[tuple[str, str], ...] = ()
    is_cut: bool = False  # the body went on, and what came was enough
