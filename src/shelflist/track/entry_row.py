"""A line of a page as a row, and the id it is given if nobody had it before."""

from collections.abc import Sequence

from shelflist.linkage.identity import entry_id, match_key, record_hash
from shelflist.linkage.steps import NewLine
from shelflist.models.observe import PageReading
from shelflist.models.rows import EntryRow, HeadingRow, LinkRow, Location
from shelflist.models.vocabulary import RowStatus
from shelflist.track.compare import linked_rows
from shelflist.track.draft import Draft


def mint(draft: Draft, page: str, line: NewLine) -> str:
    """An id that was never used: a line may stand again where an older entry of the same words was edited away."""
    occurrence = line.entry.occurrence
    while True:
        minted = entry_id(draft.state.source_id, page, line.entry.raw, occurrence)
        if minted not in draft.entries and minted not in draft.removed and minted not in draft.aliases:
            return minted
        occurrence += 1


def make_row(
    draft: Draft,
    reading: PageReading,
    captures: Sequence[str],
    line: NewLine,
    headings: Sequence[HeadingRow],
    identity: str,
    old_links: Sequence[LinkRow],
) -> EntryRow:
    """The row of a line under the id `identity`, as if seen now for the first time; `captures` are the page's parts."""
    entry = line.entry
    capture = captures[entry.part]
    heading = headings[entry.heading] if entry.heading is not None else None
    return EntryRow(
        entry_id=identity,
        source_id=draft.state.source_id,
        page_id=line.page_id,
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
            json_pointer=reading.page.json_pointer,
            extractor_version=draft.extractor_version,
        ),
        initial=False,
    )
