"""The state being folded: mutable for one step, with the clock and cause of that step, and the events it gives."""

from dataclasses import dataclass, field, replace
from datetime import datetime

from shelflist.linkage.identity import digest, is_minor
from shelflist.models.measures import PageMeasures
from shelflist.models.observe import PageReading
from shelflist.models.rows import EntryRow, HeadingRow, PageRow
from shelflist.models.track import Event, IdAlias, IdentityCandidate, State
from shelflist.models.vocabulary import Cause, ChangeType, EntityType, RowStatus
from shelflist.sources.model import Gates
from shelflist.verdicts.measures import REMEMBERED, measure


@dataclass(slots=True, kw_only=True)
class Draft:
    """Copies of the state's mappings; `freeze` makes the next state of them."""

    state: State
    run_id: str
    at: datetime
    extractor_version: str
    cause: Cause
    gates: Gates
    pages: dict[str, PageRow] = field(default_factory=dict)
    headings: dict[str, HeadingRow] = field(default_factory=dict)
    entries: dict[str, EntryRow] = field(default_factory=dict)
    removed: dict[str, EntryRow] = field(default_factory=dict)
    accepted_counts: dict[str, tuple[int, ...]] = field(default_factory=dict)
    measures: dict[str, tuple[PageMeasures, ...]] = field(default_factory=dict)
    candidates: dict[str, IdentityCandidate] = field(default_factory=dict)
    told_apart: frozenset[str] = frozenset()
    aliases: dict[str, IdAlias] = field(default_factory=dict)
    events: list[Event] = field(default_factory=list)
    by_page: dict[str, set[str]] = field(default_factory=dict)
    headings_by_page: dict[str, set[str]] = field(default_factory=dict)

    @classmethod
    def of(
        cls, state: State, *, run_id: str, at: datetime, extractor_version: str, cause: Cause, gates: Gates
    ) -> "Draft":
        draft = cls(state=state, run_id=run_id, at=at, extractor_version=extractor_version, cause=cause, gates=gates)
        draft.pages, draft.headings = dict(state.pages), dict(state.headings)
        draft.entries, draft.removed = dict(state.entries), dict(state.removed)
        draft.accepted_counts, draft.measures = dict(state.accepted_counts), dict(state.measures)
        draft.candidates, draft.aliases, draft.told_apart = (
            dict(state.candidates),
            dict(state.aliases),
            state.told_apart,
        )
        for row in draft.entries.values():
            draft.by_page.setdefault(row.page_id, set()).add(row.entry_id)
        for heading in draft.headings.values():
            draft.headings_by_page.setdefault(heading.page_id, set()).add(heading.heading_id)
        return draft

    def freeze(self) -> State:
        return replace(
            self.state,
            pages=self.pages,
            headings=self.headings,
            entries=self.entries,
            removed=self.removed,
            accepted_counts=self.accepted_counts,
            measures=self.measures,
            candidates=self.candidates,
            told_apart=self.told_apart,
            aliases=self.aliases,
        )

    def learn(self, page_id: str, reading: PageReading, door: str, *, anew: bool) -> None:
        """What the gates expect of the page from now on. `anew`: nothing that came before counts any more."""
        counts = () if anew else self.accepted_counts.get(page_id, ())
        measures = () if anew else self.measures.get(page_id, ())
        self.accepted_counts[page_id] = (*counts, len(reading.entries))[-REMEMBERED:]
        self.measures[page_id] = (*measures, measure(reading, door))[-REMEMBERED:]

    def entries_on(self, page_id: str, status: RowStatus) -> list[EntryRow]:
        """The page's entries of that status, in page order."""
        rows = (self.entries[key] for key in self.by_page.get(page_id, ()))
        return sorted((row for row in rows if row.status is status), key=page_order)

    def headings_on(self, page_id: str) -> list[HeadingRow]:
        rows = (self.headings[key] for key in self.headings_by_page.get(page_id, ()))
        return sorted((row for row in rows if row.status is RowStatus.ACTIVE), key=_heading_order)

    def put_heading(self, row: HeadingRow) -> None:
        self.headings[row.heading_id] = row
        self.headings_by_page.setdefault(row.page_id, set()).add(row.heading_id)

    def put_entry(self, row: EntryRow) -> None:
        before = self.entries.get(row.entry_id)
        if before is not None and before.page_id != row.page_id:
            self.by_page[before.page_id].discard(row.entry_id)
        self.entries[row.entry_id] = row
        self.by_page.setdefault(row.page_id, set()).add(row.entry_id)

    def drop_entry(self, entry_id: str) -> None:
        """Another row goes on in its place."""
        row = self.entries.pop(entry_id)
        self.by_page[row.page_id].discard(entry_id)

    def bury_entry(self, row: EntryRow) -> None:
        """Keep the row as a tombstone."""
        self.entries.pop(row.entry_id, None)
        self.by_page.get(row.page_id, set()).discard(row.entry_id)
        self.removed[row.entry_id] = row

    def is_initial(self, page_id: str) -> bool:
        """What the page shows was there when the source was first seen: nothing of it is new on the site."""
        page = self.pages.get(page_id)
        seen_before = page is not None and page.last_complete_at is not None
        return not seen_before and (page_id in self.state.initial_pages or not self.state.initial_done)

    def emit(
        self,
        change_type: ChangeType,
        entity_type: EntityType,
        entity_id: str,
        page_id: str,
        label: str,
        *,
        field: str | None = None,
        old: str | None = None,
        new: str | None = None,
        minor: bool | None = None,
        initial: bool = False,
        after: datetime | None = None,
        from_capture: str | None = None,
        to_capture: str | None = None,
        related: tuple[str, ...] = (),
        reason: str | None = None,
        cause: Cause | None = None,
    ) -> None:
        """Say that something changed; `after` is the last complete observation of the old state.

        `cause` is the draft's unless this change has one of its own.
        """
        cause = cause or self.cause
        confirmed = self.at if change_type in (ChangeType.REMOVED, ChangeType.PAGE_REMOVED) else None
        # `after` keeps apart what happens again between the same captures: a page that goes blind twice, say
        identity = (entity_id, change_type, field, old, new, cause, from_capture, to_capture, after)
        self.events.append(
            Event(
                change_id="c_" + digest(*identity),
                run_id=self.run_id,
                source_id=self.state.source_id,
                entity_type=entity_type,
                entity_id=entity_id,
                page_id=page_id,
                change_type=change_type,
                field=field,
                old_value=old,
                new_value=new,
                cause=cause,
                minor=is_minor(old, new) if minor is None else minor,
                initial=initial,
                occurred_after=after,
                observed_at=self.at,
                confirmed_at=confirmed,
                from_capture_id=from_capture,
                to_capture_id=to_capture,
                related_ids=related,
                reason=reason,
                label=label,
            )
        )


def _heading_order(row: HeadingRow) -> tuple[int, str]:
    return row.position, row.heading_id


def page_order(row: EntryRow) -> tuple[int, str]:
    return row.location.position, row.entry_id
