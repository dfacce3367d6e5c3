"""Entries of the pages that were completely observed in one run: linked, then added, changed, moved or missing."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime

from shelflist.linkage.alike import Alike, Neighbours, link_alike
from shelflist.linkage.identity import normal_line
from shelflist.linkage.steps import NewLine, Pair, link_equal, link_kindred, link_lines
from shelflist.models.observe import PageReading
from shelflist.models.rows import EntryRow, HeadingRow
from shelflist.models.vocabulary import ChangeType, EntityType, RowStatus
from shelflist.track.candidates import close_for, lapse, propose
from shelflist.track.compare import label_of
from shelflist.track.draft import Draft, page_order
from shelflist.track.entry_row import make_row, mint
from shelflist.track.headings import fold_headings
from shelflist.track.joining import find_late_moves, settle_late_moves
from shelflist.track.moves import say_what_changed, say_what_was_reordered
from shelflist.track.removal import set_missing


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
    old: list[EntryRow]  # all that stood there
    after: datetime | None  # the page's last complete observation before this run
    alike: Alike = field(default_factory=Alike)


def fold_entries(draft: Draft, pages: Sequence[ObservedPage], vacated: Iterable[str] = ()) -> set[str]:
    """Fold all pages together, since entries move between them. Returns the pages that owe absences.

    `vacated`: pages seen to be absent in this run; their entries may have moved to the others.
    """
    lapse(draft)
    works = [_link_equal(draft, page) for page in sorted(pages, key=lambda page: page.page_id)]
    homeless = [row for page in sorted(vacated) for row in draft.entries_on(page, RowStatus.ACTIVE)]
    _link_kindred(works, homeless)
    _link_across(draft, works, homeless)
    seen = {work.page.page_id: work.after for work in works}
    late = find_late_moves(draft, {work.page.page_id: work.gone for work in works if work.page.absence_counts})
    for work in works:
        work.gone = [row for row in work.gone if row.entry_id not in late]
        _link_alike(work)
    owing = {work.page.page_id for work in works if _apply(draft, work)}
    captures = {work.page.page_id: work.page.captures[0] for work in works}
    for row in settle_late_moves(draft, late):
        set_missing(draft, row, since=row.last_seen_at or seen[row.page_id], capture=captures[row.page_id])
    return owing


def _link_equal(draft: Draft, page: ObservedPage) -> _Work:
    """Step 1 on one page."""
    known = draft.pages.get(page.page_id)
    old = draft.entries_on(page.page_id, RowStatus.ACTIVE) + draft.entries_on(page.page_id, RowStatus.OUT_OF_SCOPE)
    lines = [NewLine(page.page_id, entry) for entry in page.reading.entries]
    pairs, gone, new = link_equal(old, lines)
    return _Work(page, pairs, gone, new, old, known.last_complete_at if known else None)


def _link_kindred(works: Sequence[_Work], homeless: Sequence[EntryRow]) -> None:
    """Steps 2 and 3 on each page, but for lines that came from another page word for word.

    One scan may hold two works: that a line leads where another led says less than its own words.
    """
    if not any(work.gone and work.new for work in works):
        return
    stood: dict[str, set[str]] = {}
    for row in (*homeless, *(row for work in works if work.page.is_whole for row in work.gone)):
        stood.setdefault(normal_line(row.citation_raw), set()).add(row.page_id)
    for work in works:
        here = {work.page.page_id}
        own = [line for line in work.new if not stood.get(normal_line(line.entry.raw), here) - here]
        pairs, work.gone, _ = link_kindred(work.gone, own)
        work.pairs += pairs
        paired = {id(pair.new) for pair in pairs}
        work.new = [line for line in work.new if id(line) not in paired]


def _link_across(draft: Draft, works: Sequence[_Work], homeless: Sequence[EntryRow]) -> None:
    """Leftovers against leftovers of other pages, then against the missing, then against the removed."""
    left = [row for work in works if work.page.is_whole for row in work.gone] + list(homeless)
    _link_pool(works, left)
    if any(work.new for work in works):
        asleep = (row for row in draft.entries.values() if row.status in (RowStatus.MISSING, RowStatus.OUT_OF_SCOPE))
        _wake(works, sorted(asleep, key=_by_page))
    if any(work.new for work in works):
        _wake(works, sorted(draft.removed.values(), key=_by_page))


def _link_alike(work: _Work) -> None:
    """Steps 4 and 5, when nothing equal is left anywhere."""
    if not work.gone or not work.new:
        return
    entries = work.page.reading.entries
    lines = {line.entry.position: line for line in (*(pair.new for pair in work.pairs), *work.new)}
    neighbours = Neighbours.of(work.old, [lines[entry.position] for entry in entries], work.pairs)
    words = [*(row.citation_raw for row in work.old), *(entry.raw for entry in entries)]
    work.alike = link_alike(work.gone, work.new, words, neighbours)
    _share_out([work], work.alike.pairs)


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
    added = {id(line): _add(draft, work, line, headings, initial) for line in work.new}
    for row in work.gone:
        seen = row.last_seen_at or work.after
        if page.absence_counts:
            became = tuple(added[id(line)] for line in work.alike.became(row))
            set_missing(draft, row, since=seen, capture=page.captures[0], related=became)
        else:
            draft.put_entry(replace(row, last_seen_at=seen))  # the page will have been seen since, but not the entry
    for doubt in work.alike.doubts:
        propose(draft, doubt, added[id(doubt.new)], page.page_id)
    return not page.absence_counts and (bool(work.gone) or len(draft.headings_on(page.page_id)) > len(headings))


def _carried(draft: Draft, work: _Work, pair: Pair, headings: Sequence[HeadingRow]) -> EntryRow:
    """The old row with today's values, put in its place; says what changed."""
    old, page = pair.old, work.page
    fresh = make_row(draft, page.reading, page.captures, pair.new, headings, old.entry_id, old.links)
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
    close_for(draft, {row.entry_id}, as_new=False)  # it was found without a person
    draft.put_entry(row)
    return row


def _seen_before(draft: Draft, work: _Work, old: EntryRow) -> datetime | None:
    """When the old state was last observed; of an entry from another page that was on that other page."""
    if old.page_id == work.page.page_id:
        return work.after
    page = draft.pages.get(old.page_id)
    return old.last_seen_at or (page.last_complete_at if page else None)


def _add(draft: Draft, work: _Work, line: NewLine, headings: Sequence[HeadingRow], initial: bool) -> str:
    """Puts a new row in its place; returns its id."""
    page = work.page
    row = make_row(draft, page.reading, page.captures, line, headings, mint(draft, page.page_id, line), ())
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
        related=work.alike.came_from(line),
    )
    return row.entry_id
