"""A change of our own reading: the baseline captures read again, every difference caused by the extractor.

Nothing is held and nothing waits: the bytes are the same, so what is no longer read is gone from our reading only.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from shelflist.models.observe import PageReading
from shelflist.models.track import Cause, ChangeType, EntityType, Event, PageRow, RowStatus, State
from shelflist.sources.model import Gates
from shelflist.track.draft import Draft
from shelflist.track.entries import ObservedPage, bury, fold_entries


@dataclass(frozen=True, slots=True)
class Reread:
    """One page's baseline captures, read with the new code and rules."""

    page_id: str
    reading: PageReading
    captures: tuple[str, ...]


def reread(
    state: State,
    pages: Sequence[Reread],
    gates: Gates,
    *,
    epoch_id: str,
    at: datetime,
    extractor_version: str,
    rules_sha256: str,
) -> tuple[State, tuple[Event, ...]]:
    """The state as the new reading has it, and the events that it alone caused."""
    draft = Draft.of(
        state, run_id=epoch_id, at=at, extractor_version=extractor_version, cause=Cause.EXTRACTOR, gates=gates
    )
    observed = [ObservedPage(page.page_id, page.reading, page.captures, absence_counts=True) for page in pages]
    fold_entries(draft, observed)
    for page in pages:
        _bury_unread(draft, page)
        draft.pages[page.page_id] = _as_read_now(draft, draft.pages[page.page_id], page.reading)
    after = replace(draft.freeze(), extractor_version=extractor_version, rules_sha256=rules_sha256)
    return after, tuple(event for event in draft.events if event.change_type is not ChangeType.MISSING)


def _bury_unread(draft: Draft, page: Reread) -> None:
    for row in draft.entries_on(page.page_id, RowStatus.MISSING):
        if row.missing_since == draft.at:
            bury(draft, row, capture=page.captures[0], reason="no longer read as an entry")


def _as_read_now(draft: Draft, known: PageRow, reading: PageReading) -> PageRow:
    page = reading.page
    if known.title != page.title and page.title is not None:
        draft.emit(
            ChangeType.CHANGED, EntityType.PAGE, known.page_id, known.page_id, page.title, field="title",
            old=known.title, new=page.title, after=known.last_complete_at, to_capture=known.evidence_capture_id,
        )  # fmt: skip
    return replace(
        known,
        title=page.title if page.title is not None else known.title,
        content_hash=page.content_hash,
        text_coverage=page.text_coverage,
        entry_count=len(reading.entries),
        kind="listing" if reading.entries else "article" if known.kind == "listing" else known.kind,
    )
