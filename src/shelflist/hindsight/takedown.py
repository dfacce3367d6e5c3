"""A takedown in the state: rows lose their words and keep their ids; nothing that was taken down comes back.

`blanked` only takes the words away and serves states of the past too; `take_down` says so in the log and buries the
rows. Pure, and repeating either changes nothing.
"""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import TypeVar

from shelflist.authority.forget import forget
from shelflist.models.citation import Citation
from shelflist.models.redacted import REDACTED, Redaction, line_digest
from shelflist.models.rows import EntryRow, HeadingRow, PageRow
from shelflist.models.track import Event, State
from shelflist.models.vocabulary import Cause, ChangeType, EntityType, RowStatus
from shelflist.settings import RUN_ID_FORMAT
from shelflist.sources.model import Gates
from shelflist.track.draft import Draft
from shelflist.track.targets import document_of

_Row = TypeVar("_Row", EntryRow, HeadingRow, PageRow)


def blanked(state: State, redaction: Redaction) -> State:
    """The state without the words: of the entries, of all that stands on the pages, and of documents linked there."""
    entries, pages = frozenset(redaction.entry_ids), frozenset(redaction.page_ids)
    rows = [*state.entries.values(), *state.removed.values()]
    gone = {document_of(link.url) for row in rows if row.entry_id in entries for link in row.links}
    return replace(
        state,
        entries=_with(state.entries, entries, _blank_entry),
        removed=_with(state.removed, entries, _blank_entry),
        headings=_with(
            state.headings, {key for key, row in state.headings.items() if row.page_id in pages}, _blank_heading
        ),
        pages=_with(state.pages, pages, _blank_page),
        candidates={
            key: one
            for key, one in state.candidates.items()
            if one.old_entry_id not in entries and one.new_entry_id not in entries
        },
        authority=forget(state.authority, (row.citation for row in rows if row.entry_id not in entries)),
        corrections=tuple(one for one in state.corrections if not _is_line(one.line, redaction)),
        targets={url: one for url, one in state.targets.items() if url not in gone},
    )


def take_down(state: State, redaction: Redaction, gates: Gates) -> tuple[State, tuple[Event, ...]]:
    """Tombstones without words in the place of the rows, and the events that say so. The cause is `manual`."""
    clean = blanked(state, redaction)
    draft = Draft.of(
        clean,
        run_id=redaction.redacted_at.strftime(RUN_ID_FORMAT),
        at=redaction.redacted_at,
        extractor_version=state.extractor_version,
        cause=Cause.MANUAL,
        gates=gates,
    )
    reason = f"redacted: {redaction.reason}"
    for row in [draft.entries[key] for key in redaction.entry_ids if key in draft.entries]:
        draft.bury_entry(
            replace(row, status=RowStatus.REMOVED, last_changed_at=draft.at, last_change_cause=Cause.MANUAL)
        )
        draft.emit(
            ChangeType.REMOVED, EntityType.ENTRY, row.entry_id, row.page_id, REDACTED,
            minor=False, to_capture=row.evidence_capture_id, reason=reason,
        )  # fmt: skip
    for page in [draft.pages[key] for key in redaction.page_ids if key in draft.pages]:
        if page.status is not RowStatus.REMOVED:
            draft.pages[page.page_id] = replace(page, status=RowStatus.REMOVED, unobserved_since=None)
            draft.emit(
                ChangeType.PAGE_REMOVED, EntityType.PAGE, page.page_id, page.page_id, REDACTED,
                minor=False, to_capture=page.evidence_capture_id, reason=reason,
            )  # fmt: skip
        for heading in draft.headings_on(page.page_id):
            draft.put_heading(replace(heading, status=RowStatus.REMOVED))
    return draft.freeze(), tuple(draft.events)


def _with(rows: Mapping[str, _Row], keys: Iterable[str], blank: object) -> dict[str, _Row]:
    wanted = set(keys)
    return {key: blank(row) if key in wanted else row for key, row in rows.items()}  # type: ignore[operator]


def _is_line(line: str, redaction: Redaction) -> bool:
    return line_digest(line, redaction.salt) in redaction.lines


def _blank_entry(row: EntryRow) -> EntryRow:
    """No line of a page can be taken for it: comparison values are its id."""
    return replace(
        row,
        heading_path=(),
        citation_raw=REDACTED,
        citation=Citation(),
        links=(),
        match_key=f"{REDACTED} {row.entry_id}",
        record_hash=row.entry_id,
    )


def _blank_heading(row: HeadingRow) -> HeadingRow:
    return replace(row, text=REDACTED, path=(REDACTED,), anchor=None)


def _blank_page(row: PageRow) -> PageRow:
    """The address stays: it is what keeps the page from being asked for again."""
    return replace(row, title=None, categories=(), tags=(), content_hash=None)
