"""The rows that tracking keeps: pages, headings, entries with their links. Immutable; the fold replaces them.

All times are timezone-aware UTC.
"""

from dataclasses import dataclass
from datetime import datetime

from shelflist.models.citation import Citation
from shelflist.models.vocabulary import Cause, RowStatus


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
    is_attachment: bool = False  # linked as one: what it leads to is a page of WordPress about the file


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
    robots: tuple[str, ...] = ()  # what the page tells robots
