"""What is said of an entry that was there before: back again, moved, changed, linked elsewhere, or merely reordered."""

from bisect import bisect_left
from collections.abc import Sequence
from datetime import datetime

from shelflist.models.rows import EntryRow
from shelflist.models.vocabulary import ChangeType, EntityType, RowStatus
from shelflist.track.compare import differences, label_of, relinks
from shelflist.track.draft import Draft

PATH_SEPARATOR = " › "

_BACK = {
    RowStatus.MISSING: ChangeType.RESUMED,
    RowStatus.OUT_OF_SCOPE: ChangeType.RESUMED,
    RowStatus.REMOVED: ChangeType.REAPPEARED,
}


def say_what_changed(draft: Draft, old: EntryRow, new: EntryRow, *, after: datetime | None, capture: str) -> bool:
    """Events for everything that differs between the rows; True if there is any."""
    before = len(draft.events)

    def say(
        change: ChangeType, field: str | None, was: str | None, now: str | None, minor: bool | None = False
    ) -> None:
        draft.emit(
            change,
            EntityType.ENTRY,
            new.entry_id,
            new.page_id,
            label_of(new.citation_raw, new.citation),
            field=field,
            old=was,
            new=now,
            minor=minor,
            after=after,
            from_capture=old.evidence_capture_id,
            to_capture=capture,
        )

    moved_page = old.page_id != new.page_id
    if old.status is RowStatus.REMOVED or (old.status is not RowStatus.ACTIVE and not moved_page):
        say(_BACK[old.status], None, None, new.citation_raw)
    if moved_page:
        say(ChangeType.MOVED, "page_id", old.page_id, new.page_id)
    elif old.heading_id != new.heading_id:
        say(ChangeType.MOVED, "heading_path", _path(old), _path(new))
    for difference in differences(old, new.citation_raw, new.citation):
        say(ChangeType.CHANGED, difference.field, difference.old, difference.new, None)
    for link, was, now in relinks(old.links, new.links):
        _say_relinked(draft, old, new, link, was, now, after=after, capture=capture)
    return len(draft.events) > before


def _say_relinked(
    draft: Draft,
    old: EntryRow,
    new: EntryRow,
    link: str,
    was: str | None,
    now: str | None,
    *,
    after: datetime | None,
    capture: str,
) -> None:
    draft.emit(
        ChangeType.RELINKED,
        EntityType.LINK,
        link,
        new.page_id,
        label_of(new.citation_raw, new.citation),
        field="url",
        old=was,
        new=now,
        minor=False,
        after=after,
        from_capture=old.evidence_capture_id,
        to_capture=capture,
        related=(new.entry_id,),
    )


def _path(row: EntryRow) -> str:
    return PATH_SEPARATOR.join(row.heading_path)


def say_what_was_reordered(draft: Draft, rows: Sequence[tuple[EntryRow, EntryRow]], after: datetime | None) -> None:
    """Rows that stayed under their heading but left the longest run of unchanged order; a minor move each."""
    stayed = [
        (old, new)
        for old, new in rows
        if old.status is RowStatus.ACTIVE and old.page_id == new.page_id and old.heading_id == new.heading_id
    ]
    stayed.sort(key=lambda pair: pair[1].location.position)
    kept = longest_increasing([old.location.position for old, _ in stayed])
    for index, (old, new) in enumerate(stayed):
        if index not in kept:
            draft.emit(
                ChangeType.MOVED,
                EntityType.ENTRY,
                new.entry_id,
                new.page_id,
                label_of(new.citation_raw, new.citation),
                field="position",
                old=str(old.location.position),
                new=str(new.location.position),
                minor=True,
                after=after,
                from_capture=old.location.capture_id,
                to_capture=new.location.capture_id,
            )


def longest_increasing(values: Sequence[int]) -> set[int]:
    """Indexes of a longest strictly increasing subsequence (patience sorting, n log n)."""
    tails: list[int] = []
    ends: list[int] = []  # index of the value that ends the best run of each length
    previous: list[int] = [-1] * len(values)
    for index, value in enumerate(values):
        length = bisect_left(tails, value)
        if length == len(tails):
            tails.append(value)
            ends.append(index)
        else:
            tails[length], ends[length] = value, index
        previous[index] = ends[length - 1] if length else -1
    chosen: set[int] = set()
    index = ends[-1] if ends else -1
    while index >= 0:
        chosen.add(index)
        index = previous[index]
    return chosen
