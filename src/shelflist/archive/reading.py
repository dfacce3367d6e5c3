"""Reading one WARC record back from its place, with its digest checked."""

import io
import zlib
from dataclasses import dataclass
from pathlib import Path

from fastwarc.warc import ArchiveIterator, WarcRecord

from shelflist.archive.records import sha256_label
from shelflist.errors import LedgerError

SMALL = 1_048_576
"""Read for a record whose length is not known: enough for any that holds header fields only."""


@dataclass(frozen=True, slots=True)
class StoredRecord:
    """A record as it stands in a WARC; header names in lower case."""

    kind: str  # WARC-Type
    headers: dict[str, str]
    block: bytes

    @property
    def record_id(self) -> str:
        return self.headers["warc-record-id"]


def read_record(path: Path, offset: int, length: int | None) -> StoredRecord:
    """The record that begins at `offset` and is `length` bytes long, compressed (None: as long as it is).

    Raises LedgerError naming file and offset if there is no whole, undamaged record.
    """
    place = f"{path} at byte {offset}"
    try:
        with path.open("rb") as file:
            file.seek(offset)
            content = _member(file.read(SMALL if length is None else length), length)
        record = next(iter(ArchiveIterator(io.BytesIO(content), parse_http=False)))
        headers = _headers(record)
        block = record.reader.read(max(record.content_length, 1))
        _check(headers, block, record.content_length)
    except (OSError, ValueError, StopIteration) as error:
        raise LedgerError(f"{place}: {_problem(error)}, expected a WARC record of {length or 'some'} bytes") from error
    return StoredRecord(headers["warc-type"], headers, block)


def _member(data: bytes, length: int | None) -> bytes:
    """The first gzip member of `data`, checksum and all; it must be `length` bytes long unless that is not known."""
    stream = zlib.decompressobj(zlib.MAX_WBITS | 16)
    try:
        content = stream.decompress(data)
    except zlib.error as error:
        raise ValueError(f"found no gzip member: {error}") from error
    if not stream.eof:
        raise ValueError(f"found no whole gzip member in {len(data)} bytes")
    if (found := len(data) - len(stream.unused_data)) != length and length is not None:
        raise ValueError(f"found a gzip member of {found} bytes")
    return content


def _headers(record: WarcRecord) -> dict[str, str]:
    return {name.lower(): value for name, value in record.headers.to_tuples()}


def _check(headers: dict[str, str], block: bytes, announced: int) -> None:
    if len(block) != announced or "warc-type" not in headers or "warc-record-id" not in headers:
        raise ValueError(f"found a block of {len(block)} bytes, announced as {announced}")
    expected = headers.get("warc-block-digest", sha256_label(b""))
    if (found := sha256_label(block)) != expected:
        raise ValueError(f"found block digest {found} instead of {expected}")


def _problem(error: Exception) -> str:
    if isinstance(error, OSError):
        return f"found nothing readable ({error.strerror or error})"
    return str(error) or "found something else"
