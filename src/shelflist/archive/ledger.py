"""The append-only ledger ``ledger.jsonl`` of one source: whatever cannot be derived again, one line each.

The n-th line has sequence number n. The only changes ever made to what stands there are to cut off a last line that a
crash tore (a line is complete when its line feed is written), and to blank addresses that were taken down. What the
entries mean is not known here.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from mmap import ACCESS_READ, mmap
from pathlib import Path
from types import TracebackType
from typing import Self

from shelflist.archive.codec import MAX_LINE, decode_line, encode_line
from shelflist.archive.durable import AppendedFile, make_folder, refusals_told, sync_folder, write_whole
from shelflist.errors import LedgerError
from shelflist.models.web import LedgerEntry, RunBegun

LEDGER_NAME = "ledger.jsonl"
_CHUNK = 1_048_576
_BEGUN = b'"kind":"run_begun"'


@dataclass(frozen=True, slots=True)
class Mark:
    """A place behind a line of the ledger: its number, the bytes up to its end, and its own length; 0: the start."""

    seq: int = 0
    end: int = 0
    length: int = 0


START = Mark()


def read_ledger(raw_dir: Path) -> Iterator[tuple[int, LedgerEntry]]:
    """Sequence number and entry of every line, in order. Never writes.

    A torn last line is passed over; without a ledger there is nothing to read. Raises LedgerError for any other
    damage, naming file, line, what was found and what was expected.
    """
    path = raw_dir / LEDGER_NAME
    for mark, line in _lines(path, START):
        yield mark.seq, _entry(path, mark.seq, line)


def read_on(raw_dir: Path, mark: Mark) -> Iterator[tuple[Mark, LedgerEntry]]:
    """As `read_ledger`, from a mark on and reading nothing before it; each entry with the mark behind it."""
    path = raw_dir / LEDGER_NAME
    for there, line in _lines(path, mark):
        yield there, _entry(path, there.seq, line)


def last_begun(raw_dir: Path) -> RunBegun | None:
    """The beginning of the last run, sought from the ledger's end; None where there is none. Raises LedgerError."""
    path = raw_dir / LEDGER_NAME
    if not path.exists() or path.stat().st_size == 0:
        return None
    with path.open("rb") as file, mmap(file.fileno(), 0, access=ACCESS_READ) as lines:
        found = lines.rfind(_BEGUN, 0, lines.rfind(b"\n") + 1)
        line = lines[lines.rfind(b"\n", 0, found) + 1 : lines.find(b"\n", found) + 1] if found >= 0 else b""
    try:
        entry = decode_line(line)[1] if line else None
    except ValueError as error:
        raise LedgerError(f"{path}: the last run: {error}") from error
    return entry if isinstance(entry, RunBegun) else None


def marked_line(raw_dir: Path, mark: Mark) -> bytes:
    """The bytes in front of a mark: the line, if the ledger is the one that the mark was made in."""
    path = raw_dir / LEDGER_NAME
    if not path.exists():
        return b""
    with path.open("rb") as file:
        file.seek(mark.end - mark.length)
        return file.read(mark.length)


def _lines(path: Path, mark: Mark) -> Iterator[tuple[Mark, bytes]]:
    """The complete lines behind a mark."""
    if not path.exists():
        return
    with path.open("rb") as file:
        file.seek(mark.end)
        while line := file.readline(MAX_LINE):
            mark = Mark(mark.seq + 1, mark.end + len(line), len(line))
            if not line.endswith(b"\n"):
                if len(line) == MAX_LINE:
                    problem = f"found a line of more than {MAX_LINE} bytes, expected a shorter one"
                    raise LedgerError(f"{path}:{mark.seq}: {problem}")
                return
            yield mark, line


def _entry(path: Path, number: int, line: bytes) -> LedgerEntry:
    try:
        seq, entry = decode_line(line)
    except ValueError as error:
        raise LedgerError(f"{path}:{number}: {error}") from error
    if seq != number:
        raise LedgerError(f"{path}:{number}: found sequence number {seq}, expected {number}")
    return entry


def rewrite_ledger(raw_dir: Path, change: Callable[[LedgerEntry], LedgerEntry]) -> int:
    """Change entries in their lines, for a takedown only; returns how many. The file appears whole or not at all."""
    entries = list(read_ledger(raw_dir))
    changed = [(seq, entry, change(entry)) for seq, entry in entries]
    count = sum(before != after for _, before, after in changed)
    if count:
        write_whole(raw_dir / LEDGER_NAME, b"".join(encode_line(seq, after) for seq, _, after in changed))
    return count


class Ledger:
    """The ledger, opened to append. One process at a time: hold `shelflist.archive.lock.source_lock`."""

    def __init__(self, file: AppendedFile, last_seq: int, cut_bytes: int) -> None:
        self.path = file.path
        self.last_seq = last_seq
        self.cut_bytes = cut_bytes
        """Length of the torn last line that was cut off on opening; 0 as a rule."""
        self._file = file

    @classmethod
    def open(cls, raw_dir: Path, known: Mark = START) -> Self:
        """Open or create the ledger in `raw_dir`, creating the folder too. Raises LedgerError if it is damaged.

        What stands before the mark `known` was read already, and is not looked at again.
        """
        make_folder(raw_dir)
        path = raw_dir / LEDGER_NAME
        with refusals_told(path):
            file = AppendedFile(path)
        try:
            with refusals_told(path):
                sync_folder(raw_dir)
                size, count = _measure(path, known)
            return cls(file, count, file.cut(size))
        except BaseException:
            file.close()
            raise

    def append(self, entry: LedgerEntry) -> int:
        """Write one line; returns its sequence number. It is safe from a crash only after `sync`."""
        return self.append_many([entry])[0]

    def append_many(self, entries: Iterable[LedgerEntry]) -> list[int]:
        """Write lines in one go: all of them or none. Raises LedgerError if the disk does not take them."""
        self._must_be_open()
        first = self.last_seq + 1
        lines = [encode_line(seq, entry) for seq, entry in enumerate(entries, first)]
        self._file.write(b"".join(lines))
        self.last_seq += len(lines)
        return list(range(first, first + len(lines)))

    def sync(self) -> None:
        """Wait until what was appended is on the disk."""
        self._must_be_open()
        self._file.sync()

    def close(self) -> None:
        """Sync and close; closing again does nothing."""
        self._file.close()

    def _must_be_open(self) -> None:
        if not self._file.is_open:
            raise ValueError(f"{self.path}: the ledger is closed")

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


def _measure(path: Path, known: Mark) -> tuple[int, int]:
    """Size up to the last line feed, and number of lines; the last line must be whole and carry that number."""
    start, end, count, position = known.end - known.length, known.end, known.seq, known.end
    with path.open("rb") as file:
        file.seek(position)
        while chunk := file.read(_CHUNK):
            if found := chunk.count(b"\n"):
                count += found
                last = chunk.rindex(b"\n")
                before = chunk.rfind(b"\n", 0, last)
                start = position + before + 1 if before >= 0 else end
                end = position + last + 1
            position += len(chunk)
        if count:
            file.seek(start)
            _entry(path, count, file.read(min(end - start, MAX_LINE)))
    return end, count
