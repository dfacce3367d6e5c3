"""Entries of the pages that were completely observed in one run: linked, then added, changed, moved or missing."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from shelflist.models.observe import PageReading
from shelflist.models.rows import EntryRow, HeadingRow, LinkRow, Location
from shelflist.models.vocabulary import ChangeType, EntityType, RowStatus
from shelflist.track.compare import label_of, linked_rows
from shelflist.track.draft import Draft, page_order
from shelflist.track.headings import fold_headings
from shelflist.track.identity import entry_id, match_key, record_hash
from shelflist.track.linkage import NewLine, Pair, link_lines
from shelflist.track.moves import say_what_changed, say_what_was_reordered


@dataclass(frozen=True, slots=True)
class ObservedPage:
    """A page read in this run. `captures` are the ids of its parts.

    `is_whole`: what it lacks may be found on another page. `absence_counts`: what is found nowhere is missing.
    """

    page_id: str
    reading: PageReading
    captures: tuple[str, ...]
    absence_counts: bool
    is_whole: bool = True


@dataclass(slots=True)
class _Work:
    """One page's lines on their way to becoming rows."""

    page: ObservedPage
    pairs: list[Pair]
    gone: list[EntryRow]
    new: list[NewLine]
    after: datetime | None  # the page's last complete observation before this run


def fold_entries(draft: Draft, pages: Sequence[ObservedPage], vacated: Iterable[str] = ()) -> set[str]:
    """Fold all pages together, since entries move between them. Returns the pages that owe absences.

    `vacated`: pages seen to be absent in this run; their entries may have moved to the others.
    """
    works = [_link_within(draft, page) for page in sorted(pages, key=lambda page: page.page_id)]
    _link_across(draft, works, [row for page in sorted(vacated) for row in draft.entries_on(page, RowStatus.ACTIVE)])
    owing = set()
    for work in works:
        if _apply(draft, work):
            owing.add(work.page.page_id)
    return owing


def _link_within(draft: Draft, page: ObservedPage) -> _Work:
    known = draft.pages.get(page.page_id)
    old = draft.entries_on(page.page_id, RowStatus.ACTIVE) + draft.entries_on(page.page_id, RowStatus.OUT_OF_SCOPE)
    lines = [NewLine(page.page_id, entry) for entry in page.reading.entries]
    pairs, gone, new = link_lines(old, lines)
    return _Work(page, pairs, gone, new, known.last_complete_at if known else None)


def _link_across(draft: Draft, works: Sequence[_Work], homeless: Sequence[EntryRow]) -> None:
    """Leftovers against leftovers of other pages, then against the missing, then against the removed."""
    left = [row for work in works if work.page.is_whole for row in work.gone] + list(homeless)
    _link_pool(works, left)
    if any(work.new for work in works):
        asleep = (row for row in draft.entries.values() if row.status in (RowStatus.MISSING, RowStatus.OUT_OF_SCOPE))
        _wake(works, sorted(asleep, key=_by_page))
    if any(work.new for work in works):
        _wake(works, sorted(draft.removed.values(), key=_by_page))


def _wake(works: Sequence[_Work], pool: Sequence[EntryRow]) -> None:
    """Those of the same page first: two pages may have lost the same line."""
    gone = {row.entry_id for work in works for row in work.gone}  # out of scope till now, and not there any more
    pool = [row for row in pool if row.entry_id not in gone]
    at_home: dict[str, list[EntryRow]] = {}
    for row in pool:
        at_home.setdefault(row.page_id, []).append(row)
    woken: set[str] = set()
    for work in works:
        pairs, _, work.new = link_lines(at_home.get(work.page.page_id, ()), work.new)
        work.pairs += pairs
        woken |= {pair.old.entry_id for pair in pairs}
    _link_pool(works, [row for row in pool if row.entry_id not in woken])


def _link_pool(works: Sequence[_Work], pool: Sequence[EntryRow]) -> None:
    new = [line for work in works for line in work.new]
    if pool and new:
        pairs, _, _ = link_lines(pool, new)
        _share_out(works, pairs)


def _by_page(row: EntryRow) -> tuple[str, int, str]:
    return row.page_id, *page_order(row)


def _share_out(works: Sequence[_Work], pairs: Sequence[Pair]) -> None:
    by_page: dict[str, list[Pair]] = {}
    for pair in pairs:
        by_page.setdefault(pair.new.page_id, []).append(pair)
    taken_old = {pair.old.entry_id for pair in pairs}
    taken_new = {id(pair.new) for pair in pairs}
    for work in works:
        work.pairs += by_page.get(work.page.page_id, ())
        work.gone = [row for row in work.gone if row.entry_id not in taken_old]
        work.new = [line for line in work.new if id(line) not in taken_new]


def _apply(draft: Draft, work: _Work) -> bool:
    """Put the page's rows in their places; True if something is absent that does not count as absent yet."""
    page = work.page
    headings = fold_headings(
        draft, page.page_id, page.reading, work.pairs, capture=page.captures[0], absence_counts=page.absence_counts
    )
    initial = draft.is_initial(page.page_id)
    rows = {id(pair.new): _carried(draft, work, pair, headings) for pair in work.pairs}
    say_what_was_reordered(draft, [(pair.old, rows[id(pair.new)]) for pair in work.pairs], work.after)
    for line in work.new:
        _add(draft, work, line, headings, initial)
    for row in work.gone:
        seen = row.last_seen_at or work.after
        if page.absence_counts:
            set_missing(draft, row, since=seen, capture=page.captures[0])
        else:
            draft.put_entry(replace(row, last_seen_at=seen))  # the page will have been seen since, but not the entry
    return not page.absence_counts and (bool(work.gone) or len(draft.headings_on(page.page_id)) > len(headings))


def _carried(draft: Draft, work: _Work, pair: Pair, headings: Sequence[HeadingRow]) -> EntryRow:
    """The old row with today's values, put in its place; says what changed."""
    old, page = pair.old, work.page
    fresh = _row(draft, page, pair.new, headings, old.entry_id, old.links)
    row = replace(
        fresh,
        first_seen_at=old.first_seen_at,
        initial=old.initial,
        last_changed_at=old.last_changed_at,
        last_change_cause=old.last_change_cause,
        evidence_capture_id=old.evidence_capture_id,
    )
    if say_what_changed(draft, old, row, after=_seen_before(draft, work, old), capture=fresh.evidence_capture_id):
        row = replace(
            row,
            last_changed_at=draft.at,
            last_change_cause=draft.cause,
            evidence_capture_id=fresh.evidence_capture_id,
        )
    draft.removed.pop(row.entry_id, None)
    draft.put_entry(row)
    return row


def _seen_before(draft: Draft, work: _Work, old: EntryRow) -> datetime | None:
    """When the old state was last observed; of an entry from another page that was on that other page."""
    if old.page_id == work.page.page_id:
        return work.after
    page = draft.pages.get(old.page_id)
    return old.last_seen_at or (page.last_complete_at if page else None)


def _add(draft: Draft, work: _Work, line: NewLine, headings: Sequence[HeadingRow], initial: bool) -> None:
    page = work.page
    row = _row(draft, page, line, headings, _mint(draft, page.page_id, line), ())
    row = replace(row, initial=initial)
    draft.put_entry(row)
    draft.emit(
        ChangeType.ADDED,
        EntityType.ENTRY,
        row.entry_id,
        row.page_id,
        label_of(row.citation_raw, row.citation),
        new=row.citation_raw,
        minor=False,
        initial=initial,
        after=work.after,
        to_capture=row.evidence_capture_id,
    )


def _mint(draft: Draft, page: str, line: NewLine) -> str:
    """An id that was never used: a line may stand again where an older entry of the same words was edited away."""
    occurrence = line.entry.occurrence
    while True:
        minted = entry_id(draft.state.source_id, page, line.entry.raw, occurrence)
        if minted not in draft.entries and minted not in draft.removed:
            return minted
        occurrence += 1


def _row(
    draft: Draft,
    page: ObservedPage,
    line: NewLine,
    headings: Sequence[HeadingRow],
    identity: str,
    old_links: Sequence[LinkRow],
) -> EntryRow:
    entry = line.entry
    capture = page.captures[entry.part]
    heading = headings[entry.heading] if entry.heading is not None else None
    return EntryRow(
        entry_id=identity,
        source_id=draft.state.source_id,
        page_id=page.page_id,
        heading_id=heading.heading_id if heading else None,
        heading_path=entry.heading_path,
        occurrence=entry.occurrence,
        status=RowStatus.ACTIVE,
        citation_raw=entry.raw,
        citation=entry.citation,
        links=linked_rows(identity, entry.links, old_links, draft.at),
        match_key=match_key(entry.raw),
        record_hash=record_hash(entry.raw, entry.citation, tuple(link.url for link in entry.links)),
        first_seen_at=draft.at,
        last_seen_at=None,
        missing_since=None,
        last_changed_at=draft.at,
        last_change_cause=draft.cause,
        evidence_capture_id=capture,
        location=Location(
            capture_id=capture,
            position=entry.position,
            dom_path=entry.dom_path,
            text_start=entry.text_start,
            text_end=entry.text_end,
            json_pointer=page.reading.page.json_pointer,
            extractor_version=draft.extractor_version,
        ),
        initial=False,
    )


def set_missing(
    draft: Draft, row: EntryRow, *, since: datetime | None, capture: str | None, reason: str | None = None
) -> None:
    """First absence on a completely observed page; the row stays, and waits for a second look."""
    draft.put_entry(replace(row, status=RowStatus.MISSING, missing_since=draft.at, last_seen_at=since))
    _say_absent(draft, row, ChangeType.MISSING, after=since, capture=capture, reason=reason)


def bury(draft: Draft, row: EntryRow, *, capture: str | None, reason: str) -> None:
    """Confirmed: the row becomes a tombstone."""
    draft.bury_entry(replace(row, status=RowStatus.REMOVED))
    _say_absent(draft, row, ChangeType.REMOVED, after=row.last_seen_at, capture=capture, reason=reason)


def _say_absent(
    draft: Draft,
    row: EntryRow,
    change: ChangeType,
    *,
    after: datetime | None,
    capture: str | None,
    reason: str | None,
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
    )
