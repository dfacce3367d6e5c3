"""What tracking keeps and says: the state of the catalogue, what was observed, and the events.

`State` is everything the fold needs from the past; it is plain data and is stored as ``state.json``. All times are
timezone-aware UTC.
"""

from dataclasses import dataclass, field
from datetime import datetime

from shelflist.models.authority import Registry
from shelflist.models.checked import Target
from shelflist.models.corrected import CorrectedLine
from shelflist.models.measures import PageMeasures
from shelflist.models.rows import EntryRow, HeadingRow, PageRow
from shelflist.models.vocabulary import Cause, ChangeType, EntityType, RunKind, RunResult, Verdict
from shelflist.models.web import DoorReport


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
    slowest_delay: float = 0.0
    doors: tuple[DoorReport, ...] = ()  # where they were compared
    kind: RunKind = RunKind.HARVEST
    pages_too_deep: int | None = None
    first_too_deep: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class IdentityCandidate:
    """Two entries that may be one, for a person to say; while it is open the old one is not removed."""

    candidate_id: str
    source_id: str
    page_id: str  # of the new entry
    old_entry_id: str
    new_entry_id: str
    score: float | None
    reason: str
    proposed_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class IdAlias:
    """An id that was published, and the id of the same thing that is used now."""

    alias_id: str
    current_id: str
    entity_type: EntityType
    joined_at: datetime
    decision_id: str | None = None  # none where a later capture showed it


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
    measures: dict[str, tuple[PageMeasures, ...]] = field(default_factory=dict)  # page id -> last 5 accepted
    last_run_id: str | None = None
    last_version: str | None = None
    held_run_id: str | None = None  # the run that waits for a person
    candidates: dict[str, IdentityCandidate] = field(default_factory=dict)  # open ones, by candidate id
    told_apart: frozenset[str] = frozenset()  # candidate ids that a person said are two
    aliases: dict[str, IdAlias] = field(default_factory=dict)  # by the id that is no longer used
    corrections: tuple[CorrectedLine, ...] = ()  # in the order of their lines
    authority: Registry = field(default_factory=Registry)  # names, works and editions, as far as decided
    distrusted: frozenset[str] = frozenset()  # captures that a person says are not to be believed
    targets: dict[str, Target] = field(default_factory=dict)  # linked documents, by address, as last checked
