"""A takedown: a page or an entry blanked in captures, tables, history and reports, for good, and the tombstone kept.

The order makes it safe to be killed anywhere. The ledger says first what is taken down, without its words; then records
are rewritten in place, the states of the past and all that is published lose the words; an epoch at the end says that
it is done, and replays begin there. Until then, the next command that publishes begins the work again.
"""

import json
import shutil
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from pathlib import Path

from shelflist.archive.durable import write_whole
from shelflist.archive.ledger import Ledger, rewrite_ledger
from shelflist.archive.records import sha256_label
from shelflist.archive.rewriting import Replacement, rewrite
from shelflist.archive.scrub import scrub_payload
from shelflist.archive.store import CaptureStore
from shelflist.errors import LedgerError, UsageError
from shelflist.fetch.ports import Progress
from shelflist.hindsight.takedown import blanked
from shelflist.models.checked import LinkChecked
from shelflist.models.redacted import NOTICE, REDACTED, Redaction
from shelflist.models.web import Capture, Epoch, LedgerEntry
from shelflist.pipeline.beginning import next_time
from shelflist.pipeline.epochs import begin_epoch
from shelflist.pipeline.folding import current_state, fold_pending
from shelflist.pipeline.history import time_of
from shelflist.pipeline.outcome import Outcome
from shelflist.pipeline.place import Workplace, harvested
from shelflist.pipeline.redaction_plan import is_of, planned
from shelflist.pipeline.replaying import beside, swap
from shelflist.pipeline.stored_state import read_state, write_in_one_piece, write_state
from shelflist.publish.blanking import Blanked, blank_clean, links_of
from shelflist.sources import LoadedSource
from shelflist.track.targets import document_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Redacted:
    """What was, or would be, taken down."""

    pages: tuple[str, ...]
    entries: tuple[str, ...]
    captures: int
    is_done: bool
    outcome: Outcome = field(default_factory=Outcome)


def redact(
    loaded: LoadedSource,
    data: Path,
    subject: str,
    *,
    reason: str,
    by: str,
    now: datetime | None = None,
    is_dry: bool = False,
    progress: Progress,
) -> Redacted:
    """Take down a page or an entry, named by its id or the beginning of it. A dry run only says what that would be.

    Raises UsageError if there is no such page or entry, or no reason.
    """
    with harvested(loaded, data) as place:
        return redact_at(place, subject, reason=reason, by=by, now=now, is_dry=is_dry, progress=progress)


def redact_at(
    place: Workplace, subject: str, *, reason: str, by: str, now: datetime | None, is_dry: bool, progress: Progress
) -> Redacted:
    """As `redact`, for a source whose lock is held."""
    if not reason.strip():
        raise UsageError("expected a reason, found none")
    finish_redactions(place, progress)
    fold_pending(place, progress)
    history = place.history()
    at = next_time(history, now)
    redaction = planned(place, history, current_state(place), subject, at, progress)
    redaction = replace(redaction, reason=reason.strip(), by=by)
    outcome = Outcome()
    if not is_dry:
        with Ledger.open(place.raw) as ledger:
            ledger.append(redaction)
            ledger.sync()
        outcome = finish_redactions(place, progress)
    return Redacted(
        pages=redaction.page_ids,
        entries=redaction.entry_ids,
        captures=len(redaction.captures),
        is_done=not is_dry,
        outcome=outcome,
    )


def finish_redactions(place: Workplace, progress: Progress) -> Outcome:
    """Do what the ledger says was taken down, if that is not done: a process may have been killed at it."""
    open_ones = place.history().open_redactions
    if not open_ones:
        return Outcome()
    for redaction in open_ones:
        _blank_records(place, redaction)
        _blank_past(place, redaction)
    outcome = fold_pending(place, progress)
    last = max(time_of(unit) for _, unit in place.history().units)
    begin_epoch(place, current_state(place), last + timedelta(seconds=1))
    fold_pending(place, progress)
    return outcome


def _blank_records(place: Workplace, redaction: Redaction) -> None:
    """Rewrite the records whose payload is not yet what the ledger says."""
    history = place.history()
    wanted = {one.capture_id: one for one in redaction.captures}
    store = CaptureStore(place.raw, history.captures)
    by_file: dict[str, list[Replacement]] = {}
    for capture in history.captures.values():
        if capture.capture_id not in wanted or capture.record_type != "response" or _is_done(store, capture):
            continue
        known = wanted[capture.capture_id].payload_digest
        payload = next((one for one in (NOTICE, _now(place, capture, redaction)) if sha256_label(one) == known), None)
        if payload is None:
            raise LedgerError(f"{capture.capture_id}: its redacted payload is another than the ledger says")
        told = Replacement(offset=capture.warc_offset, length=capture.warc_length, payload=payload)
        by_file.setdefault(capture.warc_filename, []).append(told)
    for name, replacements in sorted(by_file.items()):
        rewrite(place.raw / name, replacements, redaction.redaction_id)


def _is_done(store: CaptureStore, capture: Capture) -> bool:
    """Its payload is what the ledger says that it became."""
    try:
        store.payload(capture)
    except LedgerError:
        return False
    return True


def _now(place: Workplace, capture: Capture, redaction: Redaction) -> bytes:
    """What the payload becomes, from the record as it still is."""
    if is_of(capture, set(redaction.page_keys)):
        return NOTICE
    original = CaptureStore(place.raw, {}).body(capture)
    return scrub_payload(original, redaction.salt, redaction.lines)


def _blank_past(place: Workplace, redaction: Redaction) -> None:
    """Old states, addresses of documents in the ledger, and all that is published."""
    entries = frozenset(redaction.entry_ids)
    state = current_state(place)
    links, urls = links_of(place.clean, entries)
    rows = [row for row in (*state.entries.values(), *state.removed.values()) if row.entry_id in entries]
    documents = frozenset(map(document_of, urls)) | {document_of(link.url) for row in rows for link in row.links}
    for _, unit in place.history().units:
        if isinstance(unit, Epoch) and (place.raw / unit.state_file).is_file():
            _blank_state(place.raw / unit.state_file, redaction)
    rewrite_ledger(place.raw, lambda entry: _without_address(entry, documents))
    target = beside(place, "redact")
    what = Blanked(
        pages=frozenset(redaction.page_ids),
        entries=entries,
        links=links | {link.link_id for row in rows for link in row.links},
        documents=documents,
        reason=redaction.reason,
        at=f"{redaction.redacted_at:%Y-%m-%d}",
    )
    try:
        blank_clean(place.clean, target, what, place.source)
        write_state(target / place.state_file.name, blanked(state, redaction), None)
        swap(place, target)
    finally:
        shutil.rmtree(target, ignore_errors=True)


def _blank_state(file: Path, redaction: Redaction) -> None:
    """A state of the past. One of an earlier Shelflist that cannot be read any more loses whole rows."""
    try:
        old = read_state(file)
    except LedgerError:
        held = json.loads(file.read_bytes())
        kept = {name: value for name, value in held.items() if name not in ("authority", "candidates", "corrections")}
        write_whole(file, json.dumps(_without_keys(kept, frozenset(redaction.entry_ids))).encode())
        return
    if (clean := blanked(old, redaction)) != old:
        write_in_one_piece(file, clean)


def _without_keys(value: object, keys: frozenset[str]) -> object:
    if isinstance(value, dict):
        return {key: _without_keys(held, keys) for key, held in value.items() if key not in keys}
    return [_without_keys(held, keys) for held in value] if isinstance(value, list) else value


def _without_address(entry: LedgerEntry, documents: frozenset[str]) -> LedgerEntry:
    if isinstance(entry, LinkChecked) and entry.url in documents:
        return replace(entry, url=REDACTED, final_url=None, moved_to=None, detail=None, document_url=None)
    return entry
