"""What was told is told again without a capture that is not to be believed: the mirror image of a backfill.

The past is told twice (`shelflist.pipeline.timeline`), with the capture and without it. Published ids are pinned. A row
of which both tellings say the same stays as it is; any other is as the second has it, and what only the distrusted
capture showed is buried. Every difference is told with the cause `manual`.
"""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime

from shelflist.hindsight.backfill import Told, link_ids, named_anew, published_ids
from shelflist.hindsight.differing import Names, differing_events
from shelflist.linkage.identity import normal_url
from shelflist.models.rows import EntryRow, LinkRow, PageRow
from shelflist.models.track import Event, State
from shelflist.models.vocabulary import Cause, RowStatus
from shelflist.sources.model import Gates
from shelflist.track.draft import Draft


def tell_again(
    state: State, before: Told, after: Told, gates: Gates, *, run_id: str, at: datetime, extractor_version: str
) -> tuple[State, tuple[Event, ...]]:
    """The published state as the second telling has it where the two differ, and the events that say so."""
    draft = Draft.of(state, run_id=run_id, at=at, extractor_version=extractor_version, cause=Cause.MANUAL, gates=gates)
    was, _ = published_ids(state, before)
    now = _pinned(state, after, was)
    _tell_pages(draft, before.state, after.state)
    own = {published: found for found, published in was.items()}
    then = {published: found for found, published in now.items()}
    for entry_id in sorted({**state.entries, **state.removed}):
        one, other = before.row(own.get(entry_id, entry_id)), after.row(then.get(entry_id, ""))
        if one != other:
            _tell_row(draft, entry_id, other)
    for row in _unpublished(before, after, now):
        fresh = named_anew(draft, row, run_id)
        now[row.entry_id] = fresh.entry_id
        _put(draft, fresh)
    draft.candidates = {
        key: one
        for key, one in draft.candidates.items()
        if one.old_entry_id in draft.entries and one.new_entry_id in draft.entries
    }
    names = Names(before=was, after=now, aliases={key: one.current_id for key, one in draft.aliases.items()})
    events = differing_events(before.events, after.events, names, draft, links=link_ids(draft, after, now))
    return draft.freeze(), tuple(events)


def _pinned(state: State, after: Told, was: Mapping[str, str]) -> dict[str, str]:
    """Published ids by those of the second telling: by their lines, else the id that the first telling had."""
    now, _ = published_ids(state, after)
    taken = set(now.values())
    for found, published in was.items():
        if published not in taken and found not in now and after.row(found) is not None:
            now[found] = published
            taken.add(published)
    return now


def _tell_pages(draft: Draft, before: State, after: State) -> None:
    """Pages of which the tellings differ, with their headings and what is usual on them; all are asked for in full."""
    for page_id in sorted({**before.pages, **after.pages}):
        if before.pages.get(page_id) == after.pages.get(page_id):
            continue
        told = after.pages.get(page_id)
        if told is not None:
            draft.pages[page_id] = replace(told, modified=None)
        elif page_id in draft.pages:
            draft.pages[page_id] = _never_seen(draft.pages[page_id])
        _tell_headings(draft, after, page_id)
        _tell_usual(draft, after, page_id)


def _never_seen(page: PageRow) -> PageRow:
    return replace(page, status=RowStatus.REMOVED, content_hash=None, modified=None, last_complete_at=None)


def _tell_headings(draft: Draft, after: State, page_id: str) -> None:
    known = {row.heading_id for row in after.headings.values() if row.page_id == page_id}
    for row in draft.headings_on(page_id):
        if row.heading_id not in known:
            draft.put_heading(replace(row, status=RowStatus.REMOVED))
    for heading_id in sorted(known):
        draft.put_heading(after.headings[heading_id])


def _tell_usual(draft: Draft, after: State, page_id: str) -> None:
    draft.measures.pop(page_id, None)
    draft.accepted_counts.pop(page_id, None)
    if page_id in after.measures:
        draft.measures[page_id] = after.measures[page_id]
    if page_id in after.accepted_counts:
        draft.accepted_counts[page_id] = after.accepted_counts[page_id]


def _tell_row(draft: Draft, entry_id: str, told: EntryRow | None) -> None:
    """As the second telling has it; what it does not know was never there, and stays as a tombstone."""
    row = draft.entries.get(entry_id) or draft.removed[entry_id]
    if told is None:
        buried = replace(row, status=RowStatus.REMOVED, last_changed_at=draft.at, last_change_cause=draft.cause)
        draft.bury_entry(buried)
        return
    links = {normal_url(link.url): link for link in row.links}
    _put(draft, replace(told, entry_id=entry_id, links=tuple(_known(link, links) for link in told.links)))


def _known(link: LinkRow, known: Mapping[str, LinkRow]) -> LinkRow:
    same = known.get(normal_url(link.url))
    return replace(link, link_id=same.link_id) if same else link


def _put(draft: Draft, row: EntryRow) -> None:
    if row.status is RowStatus.REMOVED:
        draft.bury_entry(row)
    else:
        draft.removed.pop(row.entry_id, None)
        draft.put_entry(row)


def _unpublished(before: Told, after: Told, now: Mapping[str, str]) -> list[EntryRow]:
    """Rows that only the second telling knows, and nothing published stands for."""
    rows = [*after.state.entries.values(), *after.state.removed.values()]
    fresh = [row for row in rows if row.entry_id not in now and before.row(row.entry_id) != row]
    return sorted(fresh, key=lambda row: row.entry_id)
