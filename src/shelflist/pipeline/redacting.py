"""A takedown: a page or an entry blanked in captures, tables, history and reports, for good, and the tombstone kept.

The order makes it safe to be killed anywhere. The ledger says first what is taken down, without its words; then records
are rewritten in place, the states of the past and all that is published lose the words; an epoch at the end says that
it is done, and replays begin there. Until then, the next command that publishes begins the work again.
"""

import os
import shutil
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from pathlib import Path

from shelflist.archive.ledger import Ledger, rewrite_ledger
from shelflist.archive.records import sha256_label
from shelflist.archive.rewriting import Replacement, has_room, rewrite
from shelflist.archive.scrub import scrub_payload
from shelflist.archive.store import CaptureStore
from shelflist.errors import LedgerError, UsageError
from shelflist.fetch.ports import Progress
from shelflist.models.checked import LinkChecked
from shelflist.models.redacted import NOTICE, REDACTED, RedactedCapture, Redaction, line_digest, words_of
from shelflist.models.rows import PageRow
from shelflist.models.track import State
from shelflist.models.web import Capture, Epoch, LedgerEntry
from shelflist.pipeline.epochs import begin_epoch
from shelflist.pipeline.fetching import logical_time, next_time
from shelflist.pipeline.folding import current_state, fold_pending
from shelflist.pipeline.history import History, time_of
from shelflist.pipeline.outcome import Outcome
from shelflist.pipeline.place import Workplace, workplace
from shelflist.pipeline.replaying import beside, swap
from shelflist.pipeline.stored_state import read_state, write_in_one_piece, write_state
from shelflist.publish.blanking import Blanked, blank_clean, lines_of, links_of
from shelflist.sources import LoadedSource
from shelflist.track.takedown import blanked
from shelflist.track.targets import document_of

_TEXTUAL = ("text/", "json", "xml", "javascript")


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
    with workplace(loaded, data) as place:
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
    at = logical_time(history, now) if now else next_time(history)
    redaction = _planned(place, history, current_state(place), subject, at, progress)
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


def _planned(
    place: Workplace, history: History, state: State, subject: str, at: datetime, progress: Progress
) -> Redaction:
    pages, wanted = _named(state, subject)
    rows = {**state.removed, **state.entries}
    salt = os.urandom(16).hex()
    entries = {key for key, row in rows.items() if row.page_id in pages} | wanted
    entries |= {one.alias_id for one in state.aliases.values() if one.current_id in entries}
    texts = {rows[key].citation_raw for key in wanted if key in rows} | lines_of(place.clean, wanted) - {REDACTED}
    lines = tuple(sorted({one for text in texts if (one := line_digest(text, salt))}, key=lambda one: one.digest))
    entries |= {key for key, row in rows.items() if lines and line_digest(row.citation_raw, salt) in lines}
    keys = {key for page in pages.values() for key in _keys_of(page)}
    keys |= {one.asked.page_key for one in history.captures.values() if set(pages) and _is_of(one, keys)} - {None}  # type: ignore[arg-type]
    redaction = Redaction(
        redaction_id=f"x_{at:%Y%m%dT%H%M%SZ}",
        redacted_at=at,
        by="",
        reason="",
        page_ids=tuple(sorted(pages)),
        page_keys=tuple(sorted(keys)),
        entry_ids=tuple(sorted(entries)),
        salt=salt,
        lines=lines,
    )
    return replace(redaction, captures=tuple(_captures(place, history, redaction, texts, progress)))


def _named(state: State, subject: str) -> tuple[dict[str, PageRow], set[str]]:
    """The page, or the entry, that is meant. Raises UsageError."""
    rows = {**state.removed, **state.entries}
    pages = {key: page for key, page in state.pages.items() if key.startswith(subject) or page.url == subject}
    entries = {key for key in rows if key.startswith(subject)}
    if len(pages) + len(entries) != 1 or not subject:
        found = len(pages) + len(entries)
        raise UsageError(f"{subject}: found {found} pages and entries so called in {state.source_id}, expected one")
    return pages, entries


def _keys_of(page: PageRow) -> Iterable[str]:
    yield page.page_key
    yield from (f"url:{url}" for url in (page.url, page.canonical_url, *page.other_urls) if url)


def _is_of(capture: Capture, keys: set[str]) -> bool:
    return capture.asked.page_key in keys or f"url:{capture.url}" in keys or f"url:{capture.final_url}" in keys


def _captures(
    place: Workplace, history: History, redaction: Redaction, texts: Iterable[str], progress: Progress
) -> Iterable[RedactedCapture]:
    """Every capture that shows what is taken down, and what its payload becomes; revisits of it too."""
    store = CaptureStore(place.raw, history.captures)
    telling = [max(words_of(text), key=len, default="").encode() for text in texts]
    became: dict[str, bytes] = {}
    progress.stage("captures", len(history.captures))
    for capture in history.captures.values():
        progress.advance(capture.final_url)
        if capture.record_type != "response":
            continue
        payload = _new_payload(store, capture, redaction, telling)
        if payload is not None:
            place_ = (place.raw / capture.warc_filename, capture.warc_offset, capture.warc_length)
            became[capture.capture_id] = payload if has_room(*place_, payload, redaction.redaction_id) else NOTICE
    for capture in history.captures.values():
        holder = store.holder(capture).capture_id
        if holder in became:
            payload = became[holder]
            yield RedactedCapture(
                capture_id=capture.capture_id, payload_digest=sha256_label(payload), payload_bytes=len(payload)
            )


def _new_payload(
    store: CaptureStore, capture: Capture, redaction: Redaction, telling: Iterable[bytes] | None = None
) -> bytes | None:
    """None where the capture stays as it is. `telling`: a word of each line, to pass over most captures at once."""
    if not capture.payload_bytes:
        return None
    if _is_of(capture, set(redaction.page_keys)):
        return NOTICE
    if not redaction.lines or not any(kind in (capture.content_type or "text/") for kind in _TEXTUAL):
        return None
    payload = store.payload(capture)
    lowered = payload.lower()
    if telling is not None and not any(word in lowered or not word.isascii() for word in telling):
        return None
    changed = scrub_payload(payload, redaction.salt, redaction.lines)
    return None if changed == payload else changed


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
    if _is_of(capture, set(redaction.page_keys)):
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
            old = read_state(place.raw / unit.state_file)
            if (clean := blanked(old, redaction)) != old:
                write_in_one_piece(place.raw / unit.state_file, clean)
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


def _without_address(entry: LedgerEntry, documents: frozenset[str]) -> LedgerEntry:
    if isinstance(entry, LinkChecked) and entry.url in documents:
        return replace(entry, url=REDACTED, final_url=None, moved_to=None, detail=None)
    return entry
