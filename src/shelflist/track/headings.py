"""Headings of a page: each keeps its id by equal text, else by sharing half of its entries with today's heading."""

from collections import Counter, deque
from collections.abc import Hashable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime

from shelflist.linkage.identity import heading_id
from shelflist.linkage.steps import Pair
from shelflist.models.observe import PageReading, ReadHeading
from shelflist.models.rows import HeadingRow
from shelflist.models.vocabulary import ChangeType, EntityType, RowStatus
from shelflist.track.draft import Draft


def fold_headings(
    draft: Draft, page_id: str, reading: PageReading, pairs: Sequence[Pair], *, capture: str, absence_counts: bool
) -> list[HeadingRow]:
    """Bring the page's headings up to date; returns today's rows in the order of ``reading.headings``."""
    old = draft.headings_on(page_id)
    initial = draft.is_initial(page_id)
    chosen = _match(old, reading.headings, _shared(pairs))
    rows: list[HeadingRow] = []
    minted_of: Counter[tuple[str, ...]] = Counter()
    for index, heading in enumerate(reading.headings):
        before = chosen.get(index)
        parent = rows[heading.parent].heading_id if heading.parent is not None else None
        minted = before.heading_id if before else _mint(draft, page_id, heading, minted_of)
        row = _row(draft, page_id, heading, minted, parent)
        if before is None:
            draft.emit(ChangeType.ADDED, EntityType.HEADING, row.heading_id, page_id, row.text, initial=initial,
                       after=_after(draft, page_id), to_capture=capture)  # fmt: skip
        elif before.text != row.text:
            draft.emit(ChangeType.CHANGED, EntityType.HEADING, row.heading_id, page_id, row.text, field="text",
                       old=before.text, new=row.text, after=_after(draft, page_id), to_capture=capture)  # fmt: skip
        draft.put_heading(row)
        rows.append(row)
    if absence_counts:
        _drop(draft, page_id, old, {row.heading_id for row in rows}, capture)
    return rows


def _after(draft: Draft, page_id: str) -> datetime | None:
    page = draft.pages.get(page_id)
    return page.last_complete_at if page else None


def _shared(pairs: Sequence[Pair]) -> Mapping[int, Counter[str]]:
    """How many entries each of today's headings shares with each of yesterday's."""
    shared: dict[int, Counter[str]] = {}
    for pair in pairs:
        index = pair.new.entry.heading
        if index is not None and pair.old.heading_id is not None:
            shared.setdefault(index, Counter())[pair.old.heading_id] += 1
    return shared


def _match(
    old: Sequence[HeadingRow], new: Sequence[ReadHeading], shared: Mapping[int, Counter[str]]
) -> dict[int, HeadingRow]:
    """Which of yesterday's headings each of today's is, by its place among them."""
    waiting = {row.heading_id: row for row in old}
    chosen: dict[int, HeadingRow] = {}
    for key in (_path, _text):
        groups: dict[Hashable, deque[HeadingRow]] = {}
        for row in waiting.values():
            groups.setdefault(key(row), deque()).append(row)
        for index, heading in enumerate(new):
            if index not in chosen and (group := groups.get(key(heading))):
                chosen[index] = waiting.pop(group.popleft().heading_id)
    for index in range(len(new)):
        counts = shared.get(index)
        if index in chosen or not counts:
            continue
        halves = [key for key, count in counts.items() if key in waiting and 2 * count >= counts.total()]
        if halves:
            chosen[index] = waiting.pop(min(halves, key=lambda key: (waiting[key].position, key)))
    return chosen


def _path(heading: HeadingRow | ReadHeading) -> Hashable:
    return heading.path


def _text(heading: HeadingRow | ReadHeading) -> Hashable:
    return heading.text


def _row(draft: Draft, page_id: str, heading: ReadHeading, minted: str, parent: str | None) -> HeadingRow:
    earlier = draft.headings.get(minted)
    return HeadingRow(
        heading_id=minted,
        page_id=page_id,
        parent_heading_id=parent,
        level=heading.level,
        text=heading.text,
        path=heading.path,
        anchor=heading.anchor,
        position=heading.position,
        status=RowStatus.ACTIVE,
        first_seen_at=earlier.first_seen_at if earlier else draft.at,
    )


def _mint(draft: Draft, page_id: str, heading: ReadHeading, minted_of: Counter[tuple[str, ...]]) -> str:
    """A heading that comes back after it was dropped takes up its id; a second of the same path gets the next."""
    while True:
        minted_of[heading.path] += 1
        minted = heading_id(page_id, heading.path, minted_of[heading.path])
        existing = draft.headings.get(minted)
        if existing is None or existing.status is not RowStatus.ACTIVE:
            return minted


def _drop(draft: Draft, page_id: str, old: Sequence[HeadingRow], present: set[str], capture: str) -> None:
    for row in old:
        if row.heading_id not in present:
            draft.put_heading(replace(row, status=RowStatus.REMOVED, last_seen_at=_after(draft, page_id)))
            draft.emit(ChangeType.REMOVED, EntityType.HEADING, row.heading_id, page_id, row.text,
                       after=_after(draft, page_id), to_capture=capture)  # fmt: skip
