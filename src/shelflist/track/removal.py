"""Two-phase removal: a missing entry is removed only when a second look confirms it and it can be nowhere unseen."""

from datetime import timedelta

from shelflist.models.track import EntryRow, PageRow, RowStatus
from shelflist.track.draft import Draft
from shelflist.track.entries import bury


def confirm_removals(draft: Draft, complete: dict[str, str | None]) -> None:
    """Bury what is confirmed. `complete`: pages completely observed in this run, with the capture if there is one."""
    gates = draft.gates
    for page_id in sorted(complete):
        for row in draft.entries_on(page_id, RowStatus.MISSING):
            if row.missing_since is None or row.missing_since >= draft.at:
                continue
            if draft.at - row.missing_since < timedelta(hours=gates.missing_confirm_hours):
                continue
            if not any(may_hide(page, row, draft) for page in draft.pages.values()):
                bury(draft, row, capture=complete[page_id], reason="absent in two complete observations")


def may_hide(page: PageRow, row: EntryRow, draft: Draft) -> bool:
    """The page went blind when the entry went missing and is blind still: the entry may have moved there.

    A page blind before that, or for longer than ``gates.blind_days``, blocks nothing.
    """
    since, blind = row.missing_since, page.unobserved_since
    if since is None or blind is None or page.status is not RowStatus.ACTIVE or page.last_complete_at is None:
        return False
    return blind >= since > page.last_complete_at and not is_long_blind(page, draft)


def is_long_blind(page: PageRow, draft: Draft) -> bool:
    since = page.unobserved_since
    return since is not None and draft.at - since > timedelta(days=draft.gates.blind_days)
