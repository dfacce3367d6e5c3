"""Two-phase removal: an absent entry is missing, and removed only when a second look confirms it and it can be nowhere
unseen."""

from dataclasses import replace
from datetime import datetime, timedelta

from shelflist.models.rows import EntryRow, PageRow
from shelflist.models.vocabulary import ChangeType, EntityType, RowStatus
from shelflist.sources.model import Gates
from shelflist.track.candidates import close_for, waiting_for_a_person
from shelflist.track.compare import label_of
from shelflist.track.draft import Draft


def set_missing(
    draft: Draft,
    row: EntryRow,
    *,
    since: datetime | None,
    capture: str | None,
    reason: str | None = None,
    related: tuple[str, ...] = (),
) -> None:
    """First absence on a completely observed page; the row stays, and waits for a second look."""
    draft.put_entry(replace(row, status=RowStatus.MISSING, missing_since=draft.at, last_seen_at=since))
    _say_absent(draft, row, ChangeType.MISSING, after=since, capture=capture, reason=reason, related=related)


def bury(draft: Draft, row: EntryRow, *, capture: str | None, reason: str) -> None:
    """Confirmed: the row becomes a tombstone."""
    draft.bury_entry(replace(row, status=RowStatus.REMOVED))
    close_for(draft, {row.entry_id})
    _say_absent(draft, row, ChangeType.REMOVED, after=row.last_seen_at, capture=capture, reason=reason)


def _say_absent(
    draft: Draft,
    row: EntryRow,
    change: ChangeType,
    *,
    after: datetime | None,
    capture: str | None,
    reason: str | None,
    related: tuple[str, ...] = (),
) -> None:
    draft.emit(
        change,
        EntityType.ENTRY,
        row.entry_id,
        row.page_id,
        label_of(row.citation_raw, row.citation),
        old=row.citation_raw,
        minor=False,
        after=after,
        from_capture=row.evidence_capture_id,
        to_capture=capture,
        reason=reason,
        related=related,
    )


def confirm_removals(draft: Draft, complete: dict[str, str | None]) -> None:
    """Bury what is confirmed. `complete`: pages observed whole, or finally absent, with the capture if any."""
    blind = [page for page in draft.pages.values() if _is_newly_blind(page, draft)]
    doubted = waiting_for_a_person(draft)
    removed = {page.page_id for page in draft.pages.values() if page.status is RowStatus.REMOVED}
    for page_id in sorted(complete.keys() | removed):
        for row in draft.entries_on(page_id, RowStatus.MISSING):
            reason = _confirmation(draft, row, page_removed=page_id in removed)
            if reason and row.entry_id not in doubted and not any(may_hide(page, row) for page in blind):
                bury(draft, row, capture=complete.get(page_id), reason=reason)


def _confirmation(draft: Draft, row: EntryRow, *, page_removed: bool) -> str | None:
    """What confirms that the entry is gone, if anything does yet."""
    if page_removed:
        return "page removed"
    if row.missing_since is None or row.missing_since >= draft.at:
        return None
    is_second_look = draft.at - row.missing_since >= timedelta(hours=draft.gates.missing_confirm_hours)
    return "absent in two complete observations" if is_second_look else None


def may_hide(page: PageRow, row: EntryRow) -> bool:
    """The blind page went blind when the entry went missing, or later without a look between: it may be there.

    A page blind before that blocks nothing.
    """
    since, blind, seen = row.missing_since, page.unobserved_since, page.last_complete_at
    return since is not None and blind is not None and seen is not None and blind >= since > seen


def _is_newly_blind(page: PageRow, draft: Draft) -> bool:
    """Blind, but not for so long that nobody waits for it."""
    if page.status is not RowStatus.ACTIVE or page.unobserved_since is None:
        return False
    return not is_long_blind(page, draft.at, draft.gates)


def is_long_blind(page: PageRow, at: datetime, gates: Gates) -> bool:
    """Blind for longer than ``gates.blind_days``."""
    since = page.unobserved_since
    return since is not None and at - since > timedelta(days=gates.blind_days)
