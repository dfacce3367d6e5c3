"""Reading WARCs that others wrote (WARC 1.0 and 1.1, gzip or plain): the answers in them, and what they are not.

Nothing in such a file is believed: every length is checked against the bytes that are there, and what does not fit is
told as a `Passed`. Memory is bounded by the longest body allowed. Where answers come from is not known here.
"""

import base64
import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from fastwarc.warc import ArchiveIterator, WarcRecord, WarcRecordType

from shelflist.archive.decode import decode_body
from shelflist.archive.message import Message, join_fields, parse_message
from shelflist.archive.unpacking import BrokenFileError, PlainStream
from shelflist.errors import ReadError, UsageError

MAX_HEADER = 65_536
"""Longest header of a record or an answer."""
_KINDS = WarcRecordType.response | WarcRecordType.revisit
_STATUS = re.compile(r"(HTTP/\d(?:\.\d)?) (\d{3})(?: (.*))?")
_CODING = "content-encoding"


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """An answer, its body as the ledger keeps it: without transfer coding, content coding undone in `payload`.

    `names` are what a revisit may call it by: record id, address with date, digests.
    """

    url: str
    captured_at: datetime
    status: int
    reason: str
    http_version: str
    headers: tuple[tuple[str, str], ...]
    body: bytes
    payload: bytes
    names: tuple[str, ...]

    @property
    def media_type(self) -> str:
        return join_fields(self.headers).get("content-type", "").partition(";")[0].strip().lower()


@dataclass(frozen=True, slots=True, kw_only=True)
class Referring:
    """A revisit: the same body as another record, which it names in one or more ways, the surest first."""

    url: str
    captured_at: datetime
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Passed:
    """A record that is not taken, and why, in a few words that are counted; `detail` names the place once."""

    reason: str
    detail: str | None = None


def read_warc(path: Path, max_bytes: int) -> Iterator[Found | Referring | Passed]:
    """What the file holds, in its order. `max_bytes` is the longest body, packed or unpacked.

    A file that breaks off ends with a `Passed`. Raises UsageError if it cannot be read or is no WARC, BombError.
    """
    try:
        if not _starts_a_record(path):
            raise UsageError(f"{path}: found no WARC record at its start, expected a WARC file, plain or gzip")
        with PlainStream(path) as stream:
            yield from _records(path, stream, max_bytes)
    except BrokenFileError as error:
        yield Passed("files that break off", str(error))
    except OSError as error:
        raise UsageError(f"{path}: {error.strerror or error}") from error


def _starts_a_record(path: Path) -> bool:
    try:
        with PlainStream(path) as stream:
            return stream.read(16).startswith(b"WARC/")
    except BrokenFileError:
        return False


def _records(path: Path, stream: PlainStream, max_bytes: int) -> Iterator[Found | Referring | Passed]:
    records = iter(
        ArchiveIterator(stream, record_types=_KINDS, parse_http=False, stream_detect=False, max_header_len=MAX_HEADER)
    )
    while True:
        try:
            record = next(records, None)
            if record is None:
                return
            told = _told(record, max_bytes)
        except BrokenFileError:
            raise
        except (OSError, ValueError) as error:
            if isinstance(error, OSError) and isinstance(error.__cause__, ReadError):
                raise error.__cause__ from error
            yield Passed("files that break off", f"{path}: {error}")
            return
        yield told


def _told(record: WarcRecord, max_bytes: int) -> Found | Referring | Passed:
    headers = {name.lower(): value for name, value in record.headers.to_tuples()}
    length = record.content_length
    if length > max_bytes + MAX_HEADER:
        return Passed("longer than allowed")
    block = _whole(record, length)
    if block is None:
        return Passed("shorter than announced")
    url, captured_at = headers.get("warc-target-uri", "").strip("<> "), _date(headers.get("warc-date"))
    if captured_at is None or not url:
        return Passed("without a date or an address")
    if record.record_type == WarcRecordType.revisit:
        return Referring(url=url, captured_at=captured_at, names=_names_meant(headers))
    if headers.get("warc-truncated"):
        return Passed("cut short by the crawler")
    if not headers.get("content-type", "application/http").startswith("application/http"):
        return Passed("no HTTP answer")
    return _found(url, captured_at, headers, block, max_bytes)


def _whole(record: WarcRecord, length: int) -> bytes | None:
    pieces: list[bytes] = []
    left = length
    while left > 0:
        piece = record.reader.read(left)
        if not piece:
            return None
        pieces.append(piece)
        left -= len(piece)
    return b"".join(pieces)


def _date(text: str | None) -> datetime | None:
    """WARC dates are UTC, of whole seconds in WARC 1.0, finer in 1.1."""
    try:
        read = datetime.fromisoformat((text or "").strip())
        return (read if read.tzinfo else read.replace(tzinfo=UTC)).astimezone(UTC).replace(microsecond=0)
    except (ValueError, OverflowError):
        return None


def _found(url: str, captured_at: datetime, headers: dict[str, str], block: bytes, max_bytes: int) -> Found | Passed:
    try:
        message = parse_message(block)
        version, status, reason = _status(message.start_line)
        body = _without_chunks(message)
        coding, payload = _payload(message, body, max_bytes)
    except ValueError:
        return Passed("no whole HTTP answer")
    except ReadError:
        return Passed("not to be decoded, or too long")
    fields = tuple(field for field in message.fields if field[0].lower() != _CODING or coding)
    return Found(
        url=url, captured_at=captured_at, status=status, reason=reason, http_version=version,
        headers=fields, body=body, payload=payload, names=_names_of(url, headers, message.body, body),
    )  # fmt: skip


def _status(line: str) -> tuple[str, int, str]:
    found = _STATUS.fullmatch(line.strip())
    if found is None:
        raise ValueError(f"found {line[:80]!r}, expected a status line")
    return found[1], int(found[2]), found[3] or ""


def _without_chunks(message: Message) -> bytes:
    """The body without transfer coding. Some tools undo it and leave the header field: then it is no coding.

    Raises ValueError if the body is shorter than its header says.
    """
    if "chunked" in message.headers.get("transfer-encoding", "").lower():
        return _dechunked(message.body)
    announced = message.headers.get("content-length", "")
    if announced.isascii() and announced.isdecimal() and int(announced[:18]) > len(message.body):
        raise ValueError(f"found a body of {len(message.body)} bytes, announced as {announced[:18]}")
    return message.body


def _dechunked(body: bytes) -> bytes:
    pieces: list[bytes] = []
    place = 0
    while True:
        end = body.find(b"\r\n", place, place + 1_000)
        size = body[place:end].partition(b";")[0].strip() if end >= 0 else b""
        if not re.fullmatch(rb"[0-9a-fA-F]{1,8}", size):
            if place == 0:
                return body
            raise ValueError("found a broken chunk")
        start, length = end + 2, int(size, 16)
        if length == 0:
            return b"".join(pieces)
        if start + length > len(body):
            raise ValueError("found a chunk that breaks off")
        pieces.append(body[start : start + length])
        place = start + length + 2


def _payload(message: Message, body: bytes, max_bytes: int) -> tuple[bool, bytes]:
    """Whether the body has a content coding, and the body without it. Some tools undo it and leave the field."""
    coding = message.headers.get(_CODING)
    if coding and "gzip" in coding.lower() and body[:2] != b"\x1f\x8b":
        return False, decode_body(body, None, max_bytes)
    return True, decode_body(body, coding, max_bytes)


def _names_of(url: str, headers: dict[str, str], raw: bytes, body: bytes) -> tuple[str, ...]:
    """What revisits call a record; the digest is over the body with or without its chunks, as the tool had it."""
    digests = {_digest(headers.get("warc-payload-digest", "")), *map(_sha1, {raw, body})}
    names = (headers.get("warc-record-id", "").strip("<> "), _at(url, headers.get("warc-date", "")), *sorted(digests))
    return tuple(name for name in names if name)


def _names_meant(headers: dict[str, str]) -> tuple[str, ...]:
    place = _at(headers.get("warc-refers-to-target-uri", ""), headers.get("warc-refers-to-date", ""))
    digest = _digest(headers.get("warc-payload-digest", ""))
    return tuple(name for name in (headers.get("warc-refers-to", "").strip("<> "), place, digest) if name)


def _at(url: str, date: str) -> str:
    return f"{url.strip('<> ')} {date.strip()}" if url and date else ""


def _digest(label: str) -> str:
    """Labels differ in letter case only where base 32 or hexadecimal do not."""
    return label.strip().lower()


def _sha1(content: bytes) -> str:
    encoded = base64.b32encode(hashlib.sha1(content, usedforsecurity=False).digest())
    return f"sha1:{encoded.decode().lower()}"
