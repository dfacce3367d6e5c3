"""Two rows that turn out to be one entry: the older id goes on, the newer one becomes an alias of it.

A person says so (`decide`), or a later look shows it: a line moved while its old page was blind or half a page, so
that it was told as added before the old page could show that it had gone from there.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from shelflist.linkage.identity import record_hash
from shelflist.models.page import Link
from shelflist.models.rows import EntryRow
from shelflist.models.track import Event, IdAlias, State
from shelflist.models.vocabulary import Cause, ChangeType, EntityType, RowStatus
from shelflist.sources.model import Gates
from shelflist.track.candidates import candidate_id, close_for
from shelflist.track.compare import label_of, linked_rows
from shelflist.track.draft import Draft
from shelflist.track.moves import say_what_changed


def join(draft: Draft, old: EntryRow, new: EntryRow, *, after: datetime | None, decision_id: str | None) -> None:
    """`new` goes on under the id of `old`: what was told of both is answered by what happened to the one."""
    links = [Link(row.url_raw, row.url, row.anchor_text or "", 0, 0) for row in new.links]
    row = replace(
        new,
        entry_id=old.entry_id,
        links=linked_rows(old.entry_id, links, old.links, draft.at),
        record_hash=record_hash(new.citation_raw, new.citation, tuple(link.url for link in links)),
        first_seen_at=old.first_seen_at,
        initial=old.initial,
        last_changed_at=draft.at,
        last_change_cause=draft.cause,
    )
    draft.drop_entry(new.entry_id)
    draft.put_entry(row)
    draft.emit(
        ChangeType.RETRACTED, EntityType.ENTRY, new.entry_id, new.page_id, label_of(new.citation_raw, new.citation),
        old=new.citation_raw, minor=False, after=new.first_seen_at, to_capture=new.evidence_capture_id,
        related=(old.entry_id,), reason=f"the same entry as {old.entry_id}",
    )  # fmt: skip
    say_what_changed(draft, old, row, after=after, capture=new.evidence_capture_id)
    _lead_on(draft, new.entry_id, old.entry_id, decision_id)


def _lead_on(draft: Draft, alias: str, current: str, decision_id: str | None) -> None:
    """Aliases of the alias lead on as well, in one step; so do questions about it."""
    draft.aliases = {
        key: replace(one, current_id=current) if one.current_id == alias else one for key, one in draft.aliases.items()
    }
    draft.aliases[alias] = IdAlias(
        alias_id=alias, current_id=current, entity_type=EntityType.ENTRY, joined_at=draft.at, decision_id=decision_id
    )
    close_for(draft, {current}, as_new=False)
    for one in [one for one in draft.candidates.values() if one.new_entry_id == alias]:
        del draft.candidates[one.candidate_id]
        if one.old_entry_id != current:
            identity = candidate_id(one.old_entry_id, current)
            draft.candidates[identity] = replace(one, candidate_id=identity, new_entry_id=current)


# a line that moved while its old page was blind or half a page


def find_late_moves(draft: Draft, gone: Mapping[str, Sequence[EntryRow]]) -> dict[str, str]:
    """Ids of entries that went from pages seen whole again, each with that of its line added elsewhere meanwhile.

    Only where one line went and one of the same words came: two copies say nothing.
    """
    unsure = {row.entry_id: since for rows in gone.values() for row in rows if (since := _unsure_since(draft, row))}
    lost = [row for key in sorted(gone) for row in gone[key] if row.entry_id in unsure]
    if not lost:
        return {}
    ways = Counter(row.match_key for row in lost)
    wanted = {row.match_key: row for row in lost if ways[row.match_key] == 1 and row.match_key}
    came: dict[str, list[EntryRow]] = {}
    for row in draft.entries.values():
        if row.match_key in wanted and row.status is RowStatus.ACTIVE:
            came.setdefault(row.match_key, []).append(row)
    found = {}
    for key, rows in came.items():
        old = wanted[key]
        others = [row for row in rows if row.page_id != old.page_id]
        if len(others) == 1 and others[0].first_seen_at >= unsure[old.entry_id] and not others[0].initial:
            found[old.entry_id] = others[0].entry_id
    return found


def _unsure_since(draft: Draft, row: EntryRow) -> datetime | None:
    """From when on the entry may have been elsewhere: its page was blind, or lacked it when absences did not count."""
    page = draft.pages.get(row.page_id)
    if row.status is RowStatus.ACTIVE and row.last_seen_at is not None:
        return row.last_seen_at + timedelta(seconds=1)  # runs are at whole seconds: later than when it was seen
    return page.unobserved_since if page else None


def settle_late_moves(draft: Draft, late: Mapping[str, str]) -> list[EntryRow]:
    """Join what is still there after this run; returns the entries whose line has gone from there too."""
    lost = []
    for old_id, new_id in sorted(late.items()):
        old, new = draft.entries[old_id], draft.entries.get(new_id)
        if new is None or new.status is not RowStatus.ACTIVE or new.match_key != old.match_key:
            lost.append(old)
            continue
        page = draft.pages.get(old.page_id)
        join(draft, old, new, after=old.last_seen_at or (page.last_complete_at if page else None), decision_id=None)
    return lost


# a person's word


@dataclass(frozen=True, slots=True, kw_only=True)
class Word:
    """What a person said of a candidate."""

    decision_id: str
    candidate_id: str
    is_same: bool
    at: datetime
    run_id: str


def decide(state: State, word: Word, gates: Gates) -> tuple[State, tuple[Event, ...]] | None:
    """The state and the events after a person's word; None if the candidate is no longer open, or can't be joined."""
    one = state.candidates.get(word.candidate_id)
    if one is None:
        return None
    draft = Draft.of(
        state, run_id=word.run_id, at=word.at, extractor_version=state.extractor_version, cause=Cause.MANUAL,
        gates=gates,
    )  # fmt: skip
    if not word.is_same:
        del draft.candidates[one.candidate_id]
        draft.told_apart |= {one.candidate_id}
        return draft.freeze(), ()
    old, new = draft.entries.get(one.old_entry_id), draft.entries.get(one.new_entry_id)
    if old is None or new is None or new.status is not RowStatus.ACTIVE:
        return None
    join(draft, old, new, after=old.last_seen_at, decision_id=word.decision_id)
    return draft.freeze(), tuple(draft.events)
