"""How an answer becomes WARC records and a `Capture`: response, or one of the two revisits of WARC 1.1.

Two digests, over different bytes. In WARC headers the payload is what the standard says, the entity body as
transferred and stored, content coding included (6.3.2), so that other tools can check it. In the ledger
`payload_digest` is over the decoded payload, because a page is the same page whether it came compressed or not.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from shelflist.archive.message import (
    join_fields,
    not_modified_fields,
    parse_message,
    request_head,
    response_head,
    target_uri,
)
from shelflist.archive.reading import StoredRecord
from shelflist.archive.records import (
    FIELDS_TYPE,
    IDENTICAL_DIGEST,
    NOT_MODIFIED,
    REQUEST_TYPE,
    RESPONSE_TYPE,
    Record,
    RecordKind,
    bracketed,
    sha256_label,
)
from shelflist.archive.store import CaptureStore
from shelflist.archive.warcfile import WarcFile
from shelflist.errors import LedgerError
from shelflist.models.web import Asked, Capture, RawAnswer

MAX_FIELD = 4_096
Fields = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class _Held:
    """An earlier capture that holds a payload, and its record."""

    capture: Capture
    record: StoredRecord


class CaptureWriter:
    """Writes the captures of one run into its WARC, uncommitted. Knows which captures hold which payloads."""

    def __init__(
        self, raw_dir: Path, run_id: str, warc: WarcFile, payloads: Mapping[str, Capture], numbers_used: int = 0
    ) -> None:
        self.count = 0
        self._numbers_used = numbers_used  # by an earlier attempt at the same run
        self._run_id = run_id
        self._warc = warc
        self._holders = {digest: held for digest, held in payloads.items() if held.record_type == "response"}
        self._known = {held.capture_id: held for held in self._holders.values()}
        self._store = CaptureStore(raw_dir, self._known)
        self._last: tuple[str, bytes, bytes] | None = None  # id of the last capture, its header and payload as written

    def answer(self, asked: Asked, answer: RawAnswer, captured_at: datetime) -> Capture:
        """Write a request record, and a response record or a revisit.

        It is a revisit (profile identical-payload-digest) only if the earlier record can be read back and its body is
        the same byte for byte: where only the decoded payloads agree, a replay would join the new header with a body
        in another coding. It keeps its own header and drops the body. An empty body gains nothing and is never one.
        """
        digest = sha256_label(answer.payload)
        held = self._held_body(digest, answer.body)
        head, record_id = response_head(answer), self._warc.next_id()
        if held is None:
            of_body = digest if answer.body is answer.payload else sha256_label(answer.body)
            fields: Fields = (("WARC-Payload-Digest", of_body),)
            fields += (("WARC-Truncated", "length"),) if answer.is_cut else ()
            record = _about(answer, "response", record_id, captured_at, head + answer.body, fields)
        else:
            fields = (*_refers_to(IDENTICAL_DIGEST, held.record), ("WARC-Truncated", "length"))
            record = _about(answer, "revisit", record_id, captured_at, head, fields)
        place = self._write(answer, record)
        capture = self._remember(_capture(asked, answer, captured_at, digest, held), place)
        self._last = capture.capture_id, head, answer.payload
        return capture

    def not_modified(self, asked: Asked, answer: RawAnswer, baseline: Capture, captured_at: datetime) -> Capture:
        """Write a request record, a revisit without a block, and a metadata record with the header of the 304.

        The standard lets a server-not-modified revisit carry a block, to be read like a response. A replay tool would
        then serve "304 Not Modified", an empty page, to someone who has no copy; and a status line made up instead
        would be no evidence. So the revisit is empty (6.7.3 allows it; tools then show the original with the
        original's header), and what the server said is kept beside it where no replay looks.
        """
        if answer.status != 304:
            raise ValueError(f"found status {answer.status}, expected 304")
        held = self._held_baseline(baseline)
        fields = _refers_to(NOT_MODIFIED, held.record)
        record = _about(answer, "revisit", self._warc.next_id(), captured_at, b"", fields)
        said = Record(
            "metadata",
            self._warc.next_id(),
            captured_at,
            not_modified_fields(answer),
            (("WARC-Concurrent-To", bracketed(record.record_id)), ("Content-Type", FIELDS_TYPE)),
        )
        place = self._write(answer, record, said)
        capture = _capture(asked, answer, captured_at, baseline.payload_digest, held)
        return self._remember(_with_validators(capture, baseline), place)

    def payload(self, capture: Capture) -> bytes:
        """Read back what was written, committed or not. Raises LedgerError."""
        return self._store.payload(capture)

    def content(self, capture: Capture) -> tuple[bytes, Mapping[str, str]]:
        """As `CaptureStore.answer`: payload and header as they were written. Those of the last capture are at hand."""
        if self._last is None or self._last[0] != capture.capture_id:
            return self._store.answer(capture)
        _, head, payload = self._last
        return payload, parse_message(head).headers

    def _write(self, answer: RawAnswer, record: Record, *more: Record) -> tuple[int, int]:
        """Write the request and the records; returns offset and length of `record`."""
        fields = (("WARC-Concurrent-To", bracketed(record.record_id)),)
        request = _about(answer, "request", self._warc.next_id(), record.date, request_head(answer), fields)
        return self._warc.write(request, record, *more)[1]

    def _remember(self, capture: Capture, place: tuple[int, int]) -> Capture:
        self.count += 1
        placed = replace(
            capture,
            capture_id=f"{self._run_id}-{self._numbers_used + self.count:05d}",
            run_id=self._run_id,
            warc_filename=self._warc.filename,
            warc_offset=place[0],
            warc_length=place[1],
        )
        self._known[placed.capture_id] = placed
        if placed.record_type == "response":
            self._holders.setdefault(placed.payload_digest, placed)
        return placed

    def _held_body(self, digest: str, body: bytes) -> _Held | None:
        """The earlier capture whose stored body is `body`. One that cannot be read is replaced by this one."""
        holder = self._holders.get(digest)
        if holder is None or not body:
            return None
        try:
            record = self._store.record(holder)
        except LedgerError:
            del self._holders[digest]
            return None
        same_body = record.headers.get("warc-payload-digest") == sha256_label(body)
        return _Held(holder, record) if same_body else None

    def _held_baseline(self, baseline: Capture) -> _Held:
        """The capture that holds the payload of `baseline`: itself, or the one it refers to."""
        self._known.setdefault(baseline.capture_id, baseline)
        holder = baseline
        if baseline.refers_to_capture_id is not None:
            holder = self._known.get(baseline.refers_to_capture_id, baseline)
        return _Held(holder, self._store.record(holder))


def _about(answer: RawAnswer, kind: RecordKind, record_id: str, date: datetime, block: bytes, fields: Fields) -> Record:
    """A record about the address that gave the answer. A record without a block has no Content-Type."""
    described: Fields = (("WARC-Target-URI", target_uri(answer.final_url)),)
    if block:
        described += (("Content-Type", REQUEST_TYPE if kind == "request" else RESPONSE_TYPE),)
    return Record(kind, record_id, date, block, described + fields)


def _refers_to(profile: str, original: StoredRecord) -> Fields:
    """What makes a record a revisit of `original`; replay tools find it by address and date."""
    fields = {
        "WARC-Refers-To": "warc-record-id",
        "WARC-Refers-To-Target-URI": "warc-target-uri",
        "WARC-Refers-To-Date": "warc-date",
        "WARC-Payload-Digest": "warc-payload-digest",
    }
    return (("WARC-Profile", profile), *((name, original.headers[of]) for name, of in fields.items()))


def _capture(asked: Asked, answer: RawAnswer, captured_at: datetime, digest: str, held: _Held | None) -> Capture:
    """All that the exchange says; the place in the WARC is not known yet."""
    headers = join_fields(answer.headers)
    return Capture(
        capture_id="",
        run_id="",
        asked=asked,
        url=answer.url,
        final_url=answer.final_url,
        captured_at=captured_at,
        http_status=answer.status,
        content_type=_sane(headers.get("content-type")),
        etag=_sane(headers.get("etag")),
        last_modified=_sane(headers.get("last-modified")),
        robots_tag=_sane(headers.get("x-robots-tag")),
        payload_digest=digest,
        payload_bytes=held.capture.payload_bytes if held else len(answer.payload),
        record_type="revisit" if held else "response",
        warc_filename="",
        warc_offset=0,
        warc_length=0,
        refers_to_capture_id=held.capture.capture_id if held else None,
    )


def _sane(value: str | None) -> str | None:
    """A field too long to be meant honestly stays out of the ledger; the WARC has it."""
    return value if value and len(value) <= MAX_FIELD else None


def _with_validators(capture: Capture, baseline: Capture) -> Capture:
    """A 304 need not repeat what has not changed (RFC 9110, 15.4.5): the baseline's header fields stand."""
    return replace(
        capture,
        content_type=capture.content_type or baseline.content_type,
        etag=capture.etag or baseline.etag,
        last_modified=capture.last_modified or baseline.last_modified,
        payload_bytes=baseline.payload_bytes,
    )
