"""What tracking keeps and says: the state of the catalogue, the verdicts on pages, and the events.

`State` is everything the fold needs from the past; it is plain data and is stored as ``state.json``. Rows are
immutable: the fold replaces them. All times are timezone-aware UTC.
"""

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from shelflist.models.citation import Citation


class Verdict(StrEnum):
    """What one expected page said in one run (docs/changes.md, verdicts)."""

    OK = "ok"
    NOT_MODIFIED = "not_modified"
    MOVED = "moved"
    GONE = "gone"
    NOT_FOUND = "not_found"
    SOFT_404 = "soft_404"
    INTERSTITIAL = "interstitial"
    ROBOTS_DENIED = "robots_denied"
    ROBOTS_UNREACHABLE = "robots_unreachable"
    HTTP_ERROR = "http_error"
    FETCH_ERROR = "fetch_error"
    PARSE_ERROR = "parse_error"
    HELD = "held"
    SKIPPED = "skipped"
    RETIRED = "retired"

    @property
    def is_complete(self) -> bool:
        """The whole page was observed, so absence from it means something."""
        return self in (Verdict.OK, Verdict.NOT_MODIFIED, Verdict.MOVED)

    @property
    def is_negative(self) -> bool:
        """The page itself was observed to be absent."""
        return self in (Verdict.GONE, Verdict.NOT_FOUND)

    @property
    def is_blind(self) -> bool:
        """Nothing was learnt about the page."""
        return not (self.is_complete or self.is_negative or self is Verdict.RETIRED)


class ChangeType(StrEnum):
    ADDED = "added"
    MISSING = "missing"
    RESUMED = "resumed"
    REMOVED = "removed"
    CHANGED = "changed"
    MOVED = "moved"
    RELINKED = "relinked"
    REAPPEARED = "reappeared"
    UNOBSERVED = "unobserved"
    OBSERVED_AGAIN = "observed_again"
    PAGE_ADDED = "page_added"
    PAGE_REMOVED = "page_removed"
    OUT_OF_SCOPE = "out_of_scope"
    RETRACTED = "retracted"


class EntityType(StrEnum):
    PAGE = "page"
    HEADING = "heading"
    ENTRY = "entry"
    LINK = "link"


class Cause(StrEnum):
    """Who changed: the site, our reading of it, a person, or an older capture that came in later."""

    SOURCE = "source"
    EXTRACTOR = "extractor"
    MANUAL = "manual"
    BACKFILL = "backfill"


class RowStatus(StrEnum):
    ACTIVE = "active"
    MISSING = "missing"
    OUT_OF_SCOPE = "out_of_scope"
    REMOVED = "removed"


class RunResult(StrEnum):
    """Worst first."""

    FAILED = "failed"
    HELD = "held"
    PARTIAL = "partial"
    UNCHANGED = "unchanged"
    SUCCESS = "success"


@dataclass(frozen=True, slots=True, kw_only=True)
class Location:
    """Where in the capture an entry stands; moves freely, never gives an event."""

    capture_id: str
    position: int  # n-th block of the page, over all its parts
    dom_path: str
    text_start: int
    text_end: int
    json_pointer: str | None = None
    extractor_version: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkRow:
    link_id: str
    url_raw: str
    url: str
    anchor_text: str | None
    media_type: str | None  # guessed from the address's ending
    is_primary: bool
    position: int  # within its entry, from 0
    status: RowStatus
    first_seen_at: datetime
    last_seen_at: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class EntryRow:
    """One listed item as it stands. `initial` rows were there when the source was first seen."""

    entry_id: str
    source_id: str
    page_id: str
    heading_id: str | None
    heading_path: tuple[str, ...]
    occurrence: int
    status: RowStatus
    citation_raw: str
    citation: Citation
    links: tuple[LinkRow, ...]
    match_key: str
    record_hash: str
    first_seen_at: datetime
    last_seen_at: datetime | None
    missing_since: datetime | None
    missing_confirmations: int = 0  # complete observations of the page without it
    absence_accepted: bool = False  # by a person, so that no gate holds its removal again
    last_changed_at: datetime
    last_change_cause: Cause | None
    evidence_capture_id: str
    location: Location
    initial: bool

    @property
    def primary_link(self) -> LinkRow | None:
        return next((link for link in self.links if link.is_primary), None)


@dataclass(frozen=True, slots=True, kw_only=True)
class HeadingRow:
    heading_id: str
    page_id: str
    parent_heading_id: str | None
    level: int
    text: str
    path: tuple[str, ...]  # with itself, outermost first
    anchor: str | None
    position: int  # order on the page
    status: RowStatus
    first_seen_at: datetime
    last_seen_at: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PageRow:
    """One page; the last block of fields is what the fold remembers, not what is published."""

    page_id: str
    source_id: str
    page_key: str
    url: str
    canonical_url: str | None
    wp_post_id: int | None
    title: str | None
    kind: str  # "listing" | "article" | "index"
    language: str | None
    date_published: datetime | None
    date_modified: datetime | None
    categories: tuple[str, ...]
    tags: tuple[str, ...]
    status: RowStatus
    first_seen_at: datetime  # first complete observation
    last_seen_at: datetime | None
    unobserved_since: datetime | None
    content_hash: str | None
    text_coverage: float
    entry_count: int
    evidence_capture_id: str

    capture_ids: tuple[str, ...] = ()  # the baseline: all parts
    door: str = ""  # the door the baseline came through
    modified: str | None = None  # what the list said then
    last_complete_at: datetime | None = None
    last_fetched_at: datetime | None = None
    negative_since: datetime | None = None
    negative_count: int = 0
    negative_last_at: datetime | None = None
    absences_owed: bool = False  # entries were absent, but the absence did not count yet
    other_urls: tuple[str, ...] = ()  # addresses that led here


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """One line of the change log (table `changes`)."""

    change_id: str
    run_id: str
    source_id: str
    entity_type: EntityType
    entity_id: str
    page_id: str
    change_type: ChangeType
    field: str | None = None
    old_value: str | None = None
    new_value: str | None = None
    cause: Cause = Cause.SOURCE
    minor: bool = False
    initial: bool = False
    confidence: float | None = None
    occurred_after: datetime | None = None
    observed_at: datetime
    confirmed_at: datetime | None = None
    from_capture_id: str | None = None
    to_capture_id: str | None = None
    related_ids: tuple[str, ...] = ()
    reason: str | None = None
    label: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PageObservation:
    """The verdict on one expected page in one run."""

    run_id: str
    page_id: str
    capture_ids: tuple[str, ...]
    verdict: Verdict
    basis: str  # "capture" | "list" | "validator" | "digest" | "failure" | "none"
    absence_counts: bool
    detail: str | None = None
    entries_seen: int | None = None
    text_coverage: float | None = None
    gate_failures: tuple[str, ...] = ()
    accepted_by: str | None = None  # decision_id
    url: str | None = None  # for people: of a page that was never completely observed there is no row


@dataclass(frozen=True, slots=True, kw_only=True)
class RunRow:
    """What one run came to."""

    run_id: str
    source_id: str
    logical_at: datetime
    started_at: datetime
    ended_at: datetime
    result: RunResult
    data_version: str | None  # the snapshot that was current afterwards
    previous_version: str | None
    extractor_version: str
    rules_sha256: str
    software: str
    pages_expected: int
    pages_complete: int
    pages_blind: int
    entries_active: int
    entries_added: int
    entries_changed: int
    entries_moved: int
    entries_removed: int
    entries_missing: int
    requests: int
    received_bytes: int
    waited_seconds: float
    robots: str
    door: str | None
    held_reasons: tuple[str, ...]
    warc_files: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class State:
    """Where the fold stands. Mappings are by id; insertion order carries no meaning."""

    source_id: str
    folded_seq: int = 0  # last ledger line folded
    extractor_version: str = ""
    rules_sha256: str = ""
    initial_done: bool = False  # every page of the first run has been complete once
    initial_pages: frozenset[str] = frozenset()  # page ids still to be complete for that
    pages: dict[str, PageRow] = field(default_factory=dict)
    headings: dict[str, HeadingRow] = field(default_factory=dict)
    entries: dict[str, EntryRow] = field(default_factory=dict)  # active, missing, out of scope
    removed: dict[str, EntryRow] = field(default_factory=dict)  # tombstones: the last full row
    accepted_counts: dict[str, tuple[int, ...]] = field(default_factory=dict)  # page id -> entries, last 5 accepted
    last_run_id: str | None = None
    last_version: str | None = None
    held_run_id: str | None = None  # the run that waits for a person
