"""WARC 1.1 records (ISO 28500:2017) as bytes, each a gzip member of its own.

Pure: equal arguments give equal bytes. Dates are given, identifiers are derived from them, the gzip header carries no
time. How a capture becomes records is for `recorder` to say; reading is in `reading`.
"""

import hashlib
import io
from dataclasses import dataclass
from datetime import datetime
from typing import Literal
from uuid import UUID, uuid5

from fastwarc.stream_io import GzipWriter
from fastwarc.warc import WarcRecord, WarcRecordType

from shelflist.archive.codec import utc_text

IDENTICAL_DIGEST = "http://netpreserve.org/warc/1.1/revisit/identical-payload-digest"
NOT_MODIFIED = "http://netpreserve.org/warc/1.1/revisit/server-not-modified"
REQUEST_TYPE = "application/http;msgtype=request"
RESPONSE_TYPE = "application/http;msgtype=response"
FIELDS_TYPE = "application/warc-fields"

_GZIP_LEVEL = 6
"""Twice as fast as level 9 for one hundredth of the size."""
_NAMESPACE = UUID("6f1d2a52-6d0c-5b5e-9c34-0d1f6f0f7b11")  # ours, drawn once; only has to stay the same

RecordKind = Literal["warcinfo", "request", "response", "revisit", "metadata"]
_TYPES: dict[RecordKind, WarcRecordType] = {
    "warcinfo": WarcRecordType.warcinfo,
    "request": WarcRecordType.request,
    "response": WarcRecordType.response,
    "revisit": WarcRecordType.revisit,
    "metadata": WarcRecordType.metadata,
}


@dataclass(frozen=True, slots=True)
class Record:
    """A record to be written; `fields` are WARC fields besides type, id, date, length and block digest."""

    kind: RecordKind
    record_id: str  # "urn:uuid:..."
    date: datetime
    block: bytes
    fields: tuple[tuple[str, str], ...] = ()


def record_id(series: str, number: int) -> str:
    """Identifier of the `number`-th record of a file; `series` is the file's name without folder and endings."""
    return f"urn:uuid:{uuid5(_NAMESPACE, f'{series}/{number}')}"


def bracketed(identifier: str) -> str:
    """WARC 1.1 writes record identifiers in angle brackets."""
    return f"<{identifier}>"


def sha256_label(content: bytes) -> str:
    return f"sha256:{hashlib.sha256(content).hexdigest()}"


def compress(record: Record) -> bytes:
    """The record as one gzip member."""
    warc = WarcRecord()
    warc.init_headers(_TYPES[record.kind], record.record_id.removeprefix("urn:").encode())
    warc.headers["WARC-Date"] = utc_text(record.date)
    for name, value in record.fields:
        warc.headers[name] = value
    if record.block:
        warc.headers["WARC-Block-Digest"] = sha256_label(record.block)
    warc.set_bytes_content(record.block)
    member = io.BytesIO()
    writer = GzipWriter(member, _GZIP_LEVEL)
    warc.write(writer)
    writer.finish()  # ends the gzip member; else the next record would continue it
    return member.getvalue()
