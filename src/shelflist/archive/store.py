"""Reading captures back: payload, header, and the record itself. Nothing is trusted that does not fit its digest."""

from collections.abc import Mapping
from pathlib import Path

from shelflist.archive.decode import decode_body
from shelflist.archive.message import Message, join_fields, parse_fields, parse_message
from shelflist.archive.reading import StoredRecord, read_record
from shelflist.archive.records import sha256_label
from shelflist.errors import LedgerError, ReadError
from shelflist.models.web import Capture

MAX_BODY = 1_000_000_000


class CaptureStore:
    """The captures of one source. `captures` is by capture id; revisits are followed through it."""

    def __init__(self, raw_dir: Path, captures: Mapping[str, Capture]) -> None:
        self._raw_dir = raw_dir
        self._captures = captures

    def payload(self, capture: Capture) -> bytes:
        """The decoded payload, from the capture that holds it.

        Raises LedgerError naming file and offset if it is not there or is not what the ledger says.
        """
        holder = self.holder(capture)
        return self._payload_in(self._message(holder), holder, capture)

    def answer(self, capture: Capture) -> tuple[bytes, Mapping[str, str]]:
        """`payload` and `headers`, from one reading of the record where both stand in the capture's own."""
        if capture.record_type == "revisit":
            return self.payload(capture), self.headers(capture)
        message = self._message(capture)
        return self._payload_in(message, capture, capture), message.headers

    def body(self, capture: Capture) -> bytes:
        """The decoded body of the capture's own record, whatever the ledger says of it: before it is redacted."""
        message = self._message(capture)
        return decode_body(message.body, message.headers.get("content-encoding"), MAX_BODY)

    def headers(self, capture: Capture) -> Mapping[str, str]:
        """The header of the capture's own answer, revisit or not: lower-case names, repeated fields joined by commas.

        Raises LedgerError.
        """
        if capture.http_status == 304 and capture.record_type == "revisit":
            return self._not_modified_headers(capture)
        return self._message(capture).headers

    def raw(self, capture: Capture) -> bytes:
        """The block of the capture's own record, as stored: HTTP header, and body unless it is a revisit.

        Empty for a server-not-modified revisit. Raises LedgerError.
        """
        return self.record(capture).block

    def record(self, capture: Capture) -> StoredRecord:
        """The capture's own WARC record. Raises LedgerError if it is not of the type the ledger says."""
        record = read_record(self._path(capture), capture.warc_offset, capture.warc_length)
        if record.kind != capture.record_type:
            raise LedgerError(f"{self._place(capture)}: found a {record.kind} record, expected {capture.record_type}")
        return record

    def holder(self, capture: Capture) -> Capture:
        """The capture whose record holds the body: itself, or where its references end. Raises LedgerError."""
        seen = {capture.capture_id}
        while capture.record_type == "revisit":
            referred = self._captures.get(capture.refers_to_capture_id or "")
            if referred is None or referred.capture_id in seen:
                problem = "no such capture" if referred is None else "a circle"
                wanted = capture.refers_to_capture_id
                raise LedgerError(f"{self._place(capture)}: refers to {wanted}: found {problem}, expected a payload")
            capture = referred
            seen.add(capture.capture_id)
        return capture

    def _payload_in(self, message: Message, holder: Capture, capture: Capture) -> bytes:
        try:
            payload = decode_body(message.body, message.headers.get("content-encoding"), capture.payload_bytes)
        except ReadError as error:
            raise LedgerError(f"{self._place(holder)}: {error}") from error
        if (found := sha256_label(payload)) != capture.payload_digest:
            raise LedgerError(f"{self._place(holder)}: found payload {found}, expected {capture.payload_digest}")
        return payload

    def _message(self, capture: Capture) -> Message:
        try:
            return parse_message(self.record(capture).block)
        except ValueError as error:
            raise LedgerError(f"{self._place(capture)}: {error}") from error

    def _not_modified_headers(self, capture: Capture) -> dict[str, str]:
        """From the metadata record that stands right behind the revisit (`shelflist.archive.capturing`)."""
        revisit = self.record(capture)
        beside = read_record(self._path(capture), capture.warc_offset + capture.warc_length, None)
        if beside.headers.get("warc-concurrent-to") != revisit.record_id:
            raise LedgerError(f"{self._place(capture)}: found no metadata record behind it, expected the 304's header")
        lines = beside.block.decode("latin-1").split("\r\n")
        return {name: value for name, value in join_fields(parse_fields(lines)).items() if name != "http-status-line"}

    def _path(self, capture: Capture) -> Path:
        return self._raw_dir / capture.warc_filename

    def _place(self, capture: Capture) -> str:
        return f"{self._path(capture)} at byte {capture.warc_offset}"
