"""Pairs that wait for a person: proposed, lapsed, closed. While a pair is open, its old entry is not called removed.

A pair closes by itself when the old entry is found again, when either of the two is removed, or after 30 days.
"""

from datetime import timedelta

from shelflist.linkage.alike import Doubt
from shelflist.linkage.identity import digest
from shelflist.models.track import IdentityCandidate
from shelflist.models.vocabulary import Cause
from shelflist.track.draft import Draft

LAPSES_AFTER = timedelta(days=30)


def candidate_id(old_entry_id: str, new_entry_id: str) -> str:
    return "i_" + digest(old_entry_id, new_entry_id)


def propose(draft: Draft, doubt: Doubt, new_entry_id: str, page_id: str) -> None:
    """Ask a person, unless one has answered. What our own reading tore apart is no question about the site."""
    identity = candidate_id(doubt.old.entry_id, new_entry_id)
    if draft.cause is Cause.EXTRACTOR or identity in draft.told_apart:
        return
    draft.candidates[identity] = IdentityCandidate(
        candidate_id=identity,
        source_id=draft.state.source_id,
        page_id=page_id,
        old_entry_id=doubt.old.entry_id,
        new_entry_id=new_entry_id,
        score=doubt.score,
        reason=doubt.reason,
        proposed_at=draft.at,
    )


def lapse(draft: Draft) -> None:
    """Nobody has answered for 30 days."""
    for one in list(draft.candidates.values()):
        if draft.at - one.proposed_at > LAPSES_AFTER:
            del draft.candidates[one.candidate_id]


def close_for(draft: Draft, entries: set[str], *, as_new: bool = True) -> None:
    """The question has answered itself: `entries` were found again, or are removed (then `as_new` counts too)."""
    for one in list(draft.candidates.values()):
        if one.old_entry_id in entries or (as_new and one.new_entry_id in entries):
            del draft.candidates[one.candidate_id]


def waiting_for_a_person(draft: Draft) -> set[str]:
    """Ids of the entries that may be others on their page."""
    return {one.old_entry_id for one in draft.candidates.values()}
