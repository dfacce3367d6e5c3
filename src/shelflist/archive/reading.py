"""Reading one WARC record back from its place, with its digest checked."""

import io
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
        data = _bytes_at(path, offset, SMALL if length is None else length)
        record = next(iter(ArchiveIterator(io.BytesIO(data), parse_http=False)), None)
        block = b"" if record is None else record.reader.read(max(record.content_length, 1))
    except OSError as error:
        raise LedgerError(f"{place}: found no readable WARC record: {error}") from error
    if record is None or (length is not None and len(data) < length):
        raise LedgerError(f"{place}: found {len(data)} bytes, expected a WARC record of {length or 'some'} bytes")
    headers = _headers(record)
    stored = StoredRecord(headers.get("warc-type", ""), headers, block)
    _check(stored, record.content_length, place)
    return stored


def _bytes_at(path: Path, offset: int, length: int) -> bytes:
    with path.open("rb") as file:
        file.seek(offset)
        return file.read(length)


def _headers(record: WarcRecord) -> dict[str, str]:
    return {name.lower(): value for name, value in record.headers.to_tuples()}


def _check(record: StoredRecord, announced: int, place: str) -> None:
    if len(record.block) != announced:
        raise LedgerError(f"{place}: found a block of {len(record.block)} bytes, expected {announced}")
    expected = record.headers.get("warc-block-digest", sha256_label(b""))
    if (found := sha256_label(record.block)) != expected:
        raise LedgerError(f"{place}: found block digest {found}, expected {expected}")
