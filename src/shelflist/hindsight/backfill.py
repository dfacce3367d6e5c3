"""What older captures change about what was told: the past as it was known before them, against the past with them.

Published ids are pinned: an entry of either telling is the published one whose line stood in the same capture. Rows
keep what they say now; what they were before is put right, and every difference is told with the cause `backfill`.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta

from shelflist.hindsight.differing import Names, differing_events
from shelflist.linkage.identity import digest, normal_url
from shelflist.models.observe import PageAnswer
from shelflist.models.rows import EntryRow, HeadingRow, LinkRow, PageRow
from shelflist.models.track import Event, State
from shelflist.models.vocabulary import Cause, RowStatus
from shelflist.sources.model import Gates
from shelflist.track.draft import Draft
from shelflist.track.joining import join

Line = tuple[str, str, int]
"""Capture id, the line as written, and the number among identical lines of the page."""


@dataclass(slots=True)
class Told:
    """One telling of the past: where it ends, its events, and which entry stood where."""

    state: State
    events: list[Event] = field(default_factory=list)
    lines: dict[Line, str] = field(default_factory=dict)

    def remember(self, answers: Iterable[PageAnswer], wanted: frozenset[str]) -> None:
        """Which entry each line of these captures is."""
        pages = {answer.page_id: answer for answer in answers}
        if not pages:
            return
        ids = {
            (row.page_id, row.citation_raw, row.occurrence): row.entry_id
            for row in self.state.entries.values()
            if row.page_id in pages and row.status is RowStatus.ACTIVE
        }
        for page_id, answer in pages.items():
            for entry in answer.reading.entries if answer.reading else ():
                capture = answer.captures[entry.part].capture_id
                if capture in wanted and (found := ids.get((page_id, entry.raw, entry.occurrence))):
                    self.lines[capture, entry.raw, entry.occurrence] = found

    def row(self, entry_id: str) -> EntryRow | None:
        return self.state.entries.get(entry_id) or self.state.removed.get(entry_id)


def put_right(
    state: State, before: Told, after: Told, gates: Gates, *, run_id: str, at: datetime, extractor_version: str
) -> tuple[State, tuple[Event, ...]]:
    """The published state with what the later telling knows better, and the events that say so.

    `at` is the time of the import.
    """
    draft = Draft.of(
        state, run_id=run_id, at=at, extractor_version=extractor_version, cause=Cause.BACKFILL, gates=gates
    )
    was, _ = published_ids(state, before)
    now, joined = published_ids(state, after)
    joins = _join(draft, joined)
    _add_pages(draft, after.state)
    own = {published: found for found, published in was.items()}
    for found, entry_id in sorted(now.items()):
        _correct(draft, entry_id, before.row(own.get(entry_id, entry_id)), after.row(found))
    taken = {**{key: key for key in draft.aliases}, **now}
    fresh = {row.entry_id: named_anew(draft, row, run_id) for row in _unknown(draft, after, taken)}
    for found, row in fresh.items():
        _put_new(draft, after.state, row)
        now[found] = row.entry_id
    names = Names(before=was, after=now, aliases={key: one.current_id for key, one in draft.aliases.items()})
    events = differing_events(before.events, after.events, names, draft, links=link_ids(draft, after, now))
    return draft.freeze(), (*joins, *events)


def published_ids(state: State, told: Told) -> tuple[dict[str, str], list[tuple[str, str]]]:
    """Published ids by the ids of a telling; and pairs of published ids, older first, that turn out to be one."""
    rows = sorted((*state.entries.values(), *state.removed.values()), key=lambda row: (row.first_seen_at, row.entry_id))
    ids: dict[str, str] = {}
    pairs = []
    for row in rows:
        found = told.lines.get((row.location.capture_id, row.citation_raw, row.occurrence))
        if found is None and told.row(row.entry_id) is not None:
            found = row.entry_id
        if found is None:
            continue
        if found in ids:
            pairs.append((ids[found], row.entry_id))
        ids.setdefault(found, row.entry_id)
    return ids, pairs


def _join(draft: Draft, pairs: Iterable[tuple[str, str]]) -> list[Event]:
    """Two published entries that an older capture shows to be one go on as the older; the newer becomes an alias."""
    told: list[Event] = []
    for old_id, new_id in pairs:
        old, new = draft.entries.get(old_id) or draft.removed.get(old_id), draft.entries.get(new_id)
        if old is None or new is None or new.status is not RowStatus.ACTIVE or old.status is RowStatus.ACTIVE:
            continue
        first = len(draft.events)
        join(draft, old, new, after=old.last_seen_at, decision_id=None)
        draft.removed.pop(old_id, None)
        told += [event for event in draft.events[first:] if event.change_type == "retracted"]
        del draft.events[first:]
    return told


def _correct(draft: Draft, entry_id: str, before: EntryRow | None, after: EntryRow | None) -> None:
    """What the entry's row says of its past, where the two tellings differ."""
    row = draft.entries.get(entry_id) or draft.removed.get(entry_id)
    if row is None or after is None:
        return
    links = {normal_url(link.url): link for link in after.links}
    fixed = replace(row, links=tuple(_older(link, links.get(normal_url(link.url))) for link in row.links))
    if after.first_seen_at <= row.first_seen_at:  # at the same time: it may be new, and not there from the start
        fixed = replace(fixed, first_seen_at=after.first_seen_at, initial=after.initial)
    if before is not None and after.last_changed_at != before.last_changed_at:
        fixed = replace(fixed, last_changed_at=after.last_changed_at, last_change_cause=Cause.BACKFILL,
                        evidence_capture_id=after.evidence_capture_id)  # fmt: skip
    if row.last_seen_at is not None and after.last_seen_at is not None and after.last_seen_at > row.last_seen_at:
        fixed = replace(fixed, last_seen_at=after.last_seen_at)
    if row.status is RowStatus.MISSING and after.status is RowStatus.REMOVED:
        draft.bury_entry(replace(fixed, status=RowStatus.REMOVED))
    elif row.status is RowStatus.REMOVED:
        draft.removed[entry_id] = fixed
    else:
        draft.put_entry(fixed)


def _older(link: LinkRow, known: LinkRow | None) -> LinkRow:
    first = min(link.first_seen_at, known.first_seen_at) if known else link.first_seen_at
    return replace(link, first_seen_at=first)


def _add_pages(draft: Draft, after: State) -> None:
    """Pages that only older captures show, and since when the others are known. The next run asks for the new ones."""
    for page in after.pages.values():
        known = draft.pages.get(page.page_id)
        if known is not None:
            first = min(known.first_seen_at, page.first_seen_at)
            draft.pages[page.page_id] = replace(known, first_seen_at=first)
            continue
        draft.pages[page.page_id] = unseen_since(page, draft.at, draft.gates)
        for heading in after.headings.values():
            if heading.page_id == page.page_id:
                draft.put_heading(heading)


def unseen_since(page: PageRow, at: datetime, gates: Gates) -> PageRow:
    """A page whose last capture is old was not observed since then; it blocks nothing, and no run waits for it."""
    last = page.last_complete_at
    if page.unobserved_since is not None or last is None or at - last <= timedelta(days=gates.blind_days):
        return page
    return replace(page, unobserved_since=last)


def _unknown(draft: Draft, after: Told, taken: Mapping[str, str]) -> list[EntryRow]:
    """Entries of which nothing was ever published: gone before the first run, or between two, or on a new page."""
    known = draft.state.pages
    rows = [row for row in after.state.removed.values() if row.entry_id not in taken]
    rows += [
        row
        for row in after.state.entries.values()
        if row.entry_id not in taken and (row.status is not RowStatus.ACTIVE or row.page_id not in known)
    ]
    return sorted(rows, key=lambda row: row.entry_id)


def named_anew(draft: Draft, row: EntryRow, run_id: str) -> EntryRow:
    """Under an id, and with links, that no published entry has."""
    row = replace(row, last_change_cause=Cause.BACKFILL)
    if row.entry_id not in draft.entries and row.entry_id not in draft.removed and row.entry_id not in draft.aliases:
        return row
    links = tuple(replace(link, link_id="l_" + digest(link.link_id, run_id)) for link in row.links)
    return replace(row, entry_id="e_" + digest(row.entry_id, run_id), links=links)


def _put_new(draft: Draft, after: State, row: EntryRow) -> None:
    heading = after.headings.get(row.heading_id or "")
    if heading is not None and heading.heading_id not in draft.headings:
        row = replace(row, heading_id=_heading(draft, heading))
    if row.status is RowStatus.REMOVED:
        draft.bury_entry(row)
    else:
        draft.put_entry(row)


def _heading(draft: Draft, heading: HeadingRow) -> str | None:
    """The published heading of the same words, else the old one, which is there no more."""
    for known in draft.headings_on(heading.page_id):
        if known.path == heading.path:
            return known.heading_id
    gone = replace(heading, status=RowStatus.REMOVED, parent_heading_id=None)
    draft.put_heading(gone)
    return gone.heading_id


def link_ids(draft: Draft, after: Told, now: Mapping[str, str]) -> dict[str, str]:
    """Published link ids by those of the later telling, where both have the target."""
    ids = {}
    for own, published in now.items():
        row, known = after.row(own), draft.entries.get(published) or draft.removed.get(published)
        targets = {normal_url(link.url): link.link_id for link in known.links} if known else {}
        for link in row.links if row else ():
            ids[link.link_id] = targets.get(normal_url(link.url), link.link_id)
    return ids
