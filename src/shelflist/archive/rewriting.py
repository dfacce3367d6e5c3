"""Replacing the payload of records that were taken down, in their place: the file keeps its length, so that every
offset in the ledger and in other tools' indexes still holds.

A gzip member may carry a comment; it fills what the new record is shorter. The record keeps its id, type, date and
address, and says which redaction replaced its payload. Whole files appear at once or not at all.
"""

import io
import struct
import zlib
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from shelflist.archive.durable import write_whole
from shelflist.archive.message import parse_message
from shelflist.archive.reading import StoredRecord, read_record
from shelflist.archive.records import sha256_label
from shelflist.errors import LedgerError

FIELD = "WARC-Shelflist-Redaction"
_LEFT_OUT = ("content-encoding", "content-length", "etag")
_NAMES = {"warc": "WARC", "id": "ID", "uri": "URI", "ip": "IP"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Replacement:
    """What becomes of the record at `offset`: this payload in place of its own."""

    offset: int
    length: int
    payload: bytes


def rewrite(path: Path, replacements: Iterable[Replacement], redaction_id: str) -> None:
    """Put the payloads in place. Raises LedgerError if a record cannot be read, or the new one is longer."""
    content = bytearray(path.read_bytes())
    for one in replacements:
        stored = read_record(path, one.offset, one.length)
        member = _member(_record(stored, one.payload, redaction_id), one.length)
        if member is None:
            raise LedgerError(f"{path} at byte {one.offset}: no room for the redacted record in {one.length} bytes")
        content[one.offset : one.offset + one.length] = member
    write_whole(path, bytes(content))


def has_room(path: Path, offset: int, length: int, payload: bytes, redaction_id: str) -> bool:
    """Whether the record with this payload is no longer than it was."""
    return _member(_record(read_record(path, offset, length), payload, redaction_id), length) is not None


def _record(stored: StoredRecord, payload: bytes, redaction_id: str) -> bytes:
    message = parse_message(stored.block)
    fields = [pair for pair in message.fields if pair[0].lower() not in _LEFT_OUT]
    fields.append(("Content-Length", str(len(payload))))
    head = "".join(f"{line}\r\n" for line in (message.start_line, *(f"{name}: {value}" for name, value in fields)))
    block = head.encode("latin-1") + b"\r\n" + payload
    headers = dict(stored.headers)
    headers |= {
        "warc-payload-digest": sha256_label(payload),
        "warc-block-digest": sha256_label(block),
        "content-length": str(len(block)),
        FIELD.lower(): redaction_id,
    }
    lines = ["WARC/1.1", *(f"{_written(name)}: {value}" for name, value in headers.items())]
    return "\r\n".join(lines).encode() + b"\r\n\r\n" + block + b"\r\n\r\n"


def _written(name: str) -> str:
    return "-".join(_NAMES.get(part, part.capitalize()) for part in name.split("-"))


def _member(record: bytes, length: int) -> bytes | None:
    """A gzip member of exactly that length; None if the record does not fit into it."""
    packer = zlib.compressobj(9, zlib.DEFLATED, -zlib.MAX_WBITS)
    packed = packer.compress(record) + packer.flush()
    tail = struct.pack("<II", zlib.crc32(record), len(record) & 0xFFFFFFFF)
    room = length - 10 - len(packed) - len(tail)
    if room < 0:
        return None
    out = io.BytesIO()
    out.write(b"\x1f\x8b\x08" + (b"\x10" if room else b"\x00") + b"\x00" * 4 + b"\x02\xff")
    out.write(b" " * (room - 1) + b"\x00" if room else b"")
    out.write(packed + tail)
    return out.getvalue()
