"""A change of our own reading: the baseline captures read again, every difference caused by the extractor.

Nothing is held and nothing waits: the bytes are the same, so what is no longer read is gone from our reading only.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from shelflist.models.observe import PageReading
from shelflist.models.rows import EntryRow, PageRow
from shelflist.models.track import Event, State
from shelflist.models.vocabulary import Cause, ChangeType, EntityType, RowStatus
from shelflist.sources.model import Gates
from shelflist.track.draft import Draft
from shelflist.track.entries import ObservedPage, fold_entries
from shelflist.track.removal import bury


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
    """The state as the new reading has it, and the events that it alone caused.

    Entries of a page that was last observed to be absent are read anew as well, and stay missing.
    """
    draft = Draft.of(
        state, run_id=epoch_id, at=at, extractor_version=extractor_version, cause=Cause.EXTRACTOR, gates=gates
    )
    absent = {page.page_id: _wake(draft, state.pages[page.page_id]) for page in pages}
    fold_entries(draft, [_observed(page, state) for page in pages])
    for page in pages:
        _bury_unread(draft, page)
        _let_sleep(draft, state.pages[page.page_id], absent[page.page_id])
        _reset_usual(draft, page)
        draft.pages[page.page_id] = _as_read_now(draft, draft.pages[page.page_id], page.reading)
    _forget_content(draft, {page.page_id for page in pages})
    after = replace(
        draft.freeze(),
        extractor_version=extractor_version,
        rules_sha256=rules_sha256,
        held_run_id=None,  # it was read the old way; the next run looks again
    )
    return after, tuple(event for event in draft.events if event.change_type is not ChangeType.MISSING)


def _observed(page: Reread, state: State) -> ObservedPage:
    """Where absences are owed, the capture lacks entries that still count as there: it shows nothing about them."""
    counts = not state.pages[page.page_id].absences_owed
    return ObservedPage(page.page_id, page.reading, page.captures, absence_counts=counts, is_whole=counts)


def _wake(draft: Draft, page: PageRow) -> dict[str, EntryRow]:
    """The entries that went missing with their page, there again for as long as its old capture is read."""
    if page.negative_since is None:
        return {}
    rows = draft.entries_on(page.page_id, RowStatus.MISSING)
    asleep = [row for row in rows if row.missing_since is not None and row.missing_since >= page.negative_since]
    for row in asleep:
        draft.put_entry(replace(row, status=RowStatus.ACTIVE, missing_since=None))
    return {row.entry_id: row for row in asleep}


def _let_sleep(draft: Draft, page: PageRow, before: dict[str, EntryRow]) -> None:
    """The page is as absent as it was, and so is all that is read from it."""
    if page.negative_since is None:
        return
    for row in draft.entries_on(page.page_id, RowStatus.ACTIVE):
        old = before.get(row.entry_id)
        draft.put_entry(
            replace(
                row,
                status=RowStatus.MISSING,
                missing_since=old.missing_since if old else page.negative_since,
                last_seen_at=old.last_seen_at if old else page.last_complete_at,
                absence_accepted=old.absence_accepted if old else False,
            )
        )


def _reset_usual(draft: Draft, page: Reread) -> None:
    """What the page gate expects is what the new reading finds."""
    if not draft.pages[page.page_id].absences_owed:
        draft.learn(page.page_id, page.reading, draft.pages[page.page_id].door, anew=True)


def _forget_content(draft: Draft, read: set[str]) -> None:
    """A page that could not be read anew is asked for in full, not taken for unchanged."""
    for page in draft.pages.values():
        if page.status is RowStatus.ACTIVE and page.page_id not in read:
            draft.pages[page.page_id] = replace(page, content_hash=None, modified=None)


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
