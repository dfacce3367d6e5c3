"""From a row back to the bytes: the words behind each field, the element, the WARC record, the address and the time."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from shelflist.archive.store import CaptureStore
from shelflist.errors import ReadError, UsageError
from shelflist.models.citation import Evidence
from shelflist.models.observe import ReadEntry
from shelflist.models.redacted import Redaction
from shelflist.models.rows import EntryRow, LinkRow, PageRow
from shelflist.models.track import Event, State
from shelflist.models.vocabulary import RowStatus
from shelflist.models.web import Capture
from shelflist.pipeline.folding import current_state
from shelflist.pipeline.place import Workplace, rules_of
from shelflist.pipeline.reading import Reader
from shelflist.publish.history import events_of
from shelflist.track.targets import document_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Explanation:
    """All that is known of one entry. `evidence` is (field, words, reason); `capture` holds the row's own words."""

    row: EntryRow
    page: PageRow | None
    evidence: Evidence
    capture: Capture
    located_in: Capture  # where it stands now; another capture than `capture` if the page changed around it
    history: tuple[Event, ...]
    redacted: str | None = None  # when, by whom and why it was taken down
    documents: Mapping[str, str] = field(default_factory=dict)  # of links to attachment pages: address -> file


def explain_entry(place: Workplace, entry_id: str) -> Explanation:
    """Walk from the row to its capture. A unique beginning of the id is enough.

    Raises UsageError if no entry, or more than one, has such an id; LedgerError if its capture is gone.
    """
    state = current_state(place)
    row = _find(state, entry_id)
    history = place.history()
    capture = history.captures[row.evidence_capture_id]
    located = history.captures[row.location.capture_id]
    page = state.pages.get(row.page_id)
    parts = page.capture_ids if page and located.capture_id in page.capture_ids else (located.capture_id,)
    with place.worker:
        reader = Reader(rules_of(place, state.rules_sha256), CaptureStore(place.raw, history.captures), place.worker)
        entry = _entry_in(reader, [history.captures[part] for part in parts], row)
    return Explanation(
        row=row,
        page=page,
        evidence=entry.evidence if entry else (),
        capture=capture,
        located_in=located,
        history=tuple(events_of(place.clean, row.entry_id)),
        redacted=next((_told(one) for one in history.redactions if row.entry_id in one.entry_ids), None),
        documents={link.url: file for link in row.links if (file := _file_of(link, state)) is not None},
    )


def _file_of(link: LinkRow, state: State) -> str | None:
    target = state.targets.get(document_of(link.url))
    return target.document_url if target is not None else None


def _told(redaction: Redaction) -> str:
    return f"on {redaction.redacted_at:%Y-%m-%d} by {redaction.by}: {redaction.reason}"


def _find(state: State, entry_id: str) -> EntryRow:
    rows = {**state.removed, **state.entries}
    if entry_id in rows:
        return rows[entry_id]
    found = sorted(key for key in rows if key.startswith(entry_id) or key.removeprefix("e_").startswith(entry_id))
    if len(found) == 1 and entry_id:
        return rows[found[0]]
    if not found:
        raise UsageError(f"{entry_id}: no such entry in {state.source_id}")
    raise UsageError(f"{entry_id}: {len(found)} entries begin so, expected one: {', '.join(found[:5])} …")


def _entry_in(reader: Reader, captures: Sequence[Capture], row: EntryRow) -> ReadEntry | None:
    """The line as read from the page's captures now; None if today's reading finds it no longer."""
    if row.status is RowStatus.REMOVED and captures[0].http_status != 200:
        return None
    try:
        entries = reader.whole(captures).entries
    except ReadError:
        return None
    same = [entry for entry in entries if entry.raw == row.citation_raw]
    return next((entry for entry in same if entry.dom_path == row.location.dom_path), same[0] if same else None)
