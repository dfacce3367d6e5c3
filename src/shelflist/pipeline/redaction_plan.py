"""What a takedown takes down: which page or entry is meant, which captures show it, and what each becomes.

Decided once, before anything is changed, and written into the ledger; the work itself is in `redacting`.
"""

import os
from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime

from shelflist.archive.records import sha256_label
from shelflist.archive.rewriting import has_room
from shelflist.archive.scrub import scrub_payload
from shelflist.archive.store import CaptureStore
from shelflist.errors import UsageError
from shelflist.fetch.ports import Progress
from shelflist.models.redacted import NOTICE, REDACTED, RedactedCapture, Redaction, line_digest, words_of
from shelflist.models.rows import PageRow
from shelflist.models.track import State
from shelflist.models.web import Capture
from shelflist.pipeline.history import History
from shelflist.pipeline.place import Workplace
from shelflist.publish.blanking import lines_of

TELLING = 5
"""Letters of a word that tells one line from most others."""

_TEXTUAL = ("text/", "json", "xml", "javascript")


def planned(
    place: Workplace, history: History, state: State, subject: str, at: datetime, progress: Progress
) -> Redaction:
    pages, wanted = _named(state, subject)
    rows = {**state.removed, **state.entries}
    salt = os.urandom(16).hex()
    entries = {key for key, row in rows.items() if row.page_id in pages} | wanted
    entries |= {one.alias_id for one in state.aliases.values() if one.current_id in entries}
    texts = ({rows[key].citation_raw for key in wanted if key in rows} | lines_of(place.clean, wanted)) - {REDACTED}
    lines = tuple(sorted({one for text in texts if (one := line_digest(text, salt))}, key=lambda one: one.digest))
    entries |= {key for key, row in rows.items() if lines and line_digest(row.citation_raw, salt) in lines}
    keys = {key for page in pages.values() for key in _keys_of(page)}
    keys |= {one.asked.page_key for one in history.captures.values() if set(pages) and is_of(one, keys)} - {None}  # type: ignore[arg-type]
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
    if entries and all(rows[key].citation_raw == REDACTED for key in entries):
        raise UsageError(f"{subject}: it is taken down already")
    return pages, entries


def _keys_of(page: PageRow) -> Iterable[str]:
    yield page.page_key
    yield from (f"url:{url}" for url in (page.url, page.canonical_url, *page.other_urls) if url)


def is_of(capture: Capture, keys: set[str]) -> bool:
    return capture.asked.page_key in keys or f"url:{capture.url}" in keys or f"url:{capture.final_url}" in keys


def _captures(
    place: Workplace, history: History, redaction: Redaction, texts: Iterable[str], progress: Progress
) -> Iterable[RedactedCapture]:
    """Every capture that shows what is taken down, and what its payload becomes; revisits of it too."""
    store = CaptureStore(place.raw, history.captures)
    telling = _telling(texts)
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


def _telling(texts: Iterable[str]) -> list[bytes] | None:
    """Long words of the lines, as they stand in any markup; a payload without one of them shows none of the lines.

    None where a line has no such word.
    """
    found: list[bytes] = []
    for text in texts:
        plain = text.lower()
        words = [word for word in words_of(text) if len(word) >= TELLING and word.isascii() and word in plain]
        if not words:
            return None
        found += [word.encode() for word in words]
    return found


def _new_payload(
    store: CaptureStore, capture: Capture, redaction: Redaction, telling: Iterable[bytes] | None
) -> bytes | None:
    """None where the capture stays as it is. `telling`: words to pass over most captures by; None: look at all."""
    if not capture.payload_bytes:
        return None
    if is_of(capture, set(redaction.page_keys)):
        return NOTICE
    if not redaction.lines or not any(kind in (capture.content_type or "text/") for kind in _TEXTUAL):
        return None
    payload = store.payload(capture)
    lowered = payload.lower()
    if telling is not None and not any(word in lowered for word in telling):
        return None
    changed = scrub_payload(payload, redaction.salt, redaction.lines)
    return None if changed == payload else changed
