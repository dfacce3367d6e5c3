"""Writing one run: every answer into the WARC, then its line into the ledger.

The order on disk is what makes a crash harmless. Records are synced to the WARC before the ledger names them, so a
line never points at nothing; records without a line are passed over. Captures are committed in groups, because
syncing each would take longer than fetching it.
"""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from types import TracebackType
from typing import Self, TypeVar

from shelflist.archive.capturing import CaptureWriter
from shelflist.archive.durable import write_whole
from shelflist.archive.interrupts import uninterrupted
from shelflist.archive.ledger import START, Ledger, Mark, read_ledger
from shelflist.archive.records import sha256_label
from shelflist.archive.scrub import Scrub
from shelflist.archive.warcfile import WarcFile
from shelflist.models.web import Asked, Capture, Failure, LedgerEntry, RawAnswer, RunBegun, RunEnded

_Entry = TypeVar("_Entry", Capture, Failure)

MAX_DETAIL = 2_000
GROUP_ENTRIES = 50
GROUP_BYTES = 5_000_000
"""A group is committed when it has so many entries or compressed bytes: what a crash can lose."""


class Recorder:
    """Records one run. Leaving the `with` block without `end` abandons it."""

    def __init__(
        self, run: RunBegun, ledger: Ledger, warc: WarcFile, writer: CaptureWriter, scrub: Scrub | None = None
    ) -> None:
        self.run = run
        self.cut_bytes = ledger.cut_bytes
        """What was cut off the ledger as torn by an earlier crash."""
        self._ledger = ledger
        self._warc = warc
        self._writer = writer
        self._scrub = scrub
        self._pending: list[LedgerEntry] = []
        self._open = True

    @classmethod
    def begin(
        cls,
        raw_dir: Path,
        run: RunBegun,
        rules_text: str,
        payloads: Mapping[str, Capture],
        scrub: Scrub | None = None,
        known: Mark = START,
    ) -> Self:
        """Open the run: its rules stored, its WARC created, its first line in the ledger.

        `payloads` says for known payload digests which capture holds the payload; revisits among them are passed
        over. `scrub` takes out of each answer what was taken down; up to `known` the ledger was read. The caller
        holds the source's lock. Raises LedgerError; ValueError if `rules_text` is not what `run.rules_sha256` says.
        """
        _keep_rules(raw_dir, run, rules_text)
        ledger = Ledger.open(raw_dir, known)
        try:
            warc = WarcFile.create(raw_dir, run)
            used = _numbers_used(raw_dir, run.run_id) if warc.is_successor else 0
            ledger.append(run)
            ledger.sync()
        except BaseException:
            ledger.close()  # the WARC holds nothing yet
            raise
        return cls(run, ledger, warc, CaptureWriter(raw_dir, run.run_id, warc, payloads, used), scrub)

    @property
    def captures(self) -> int:
        """Captures recorded so far, committed or not."""
        return self._writer.count

    @property
    def warc_filename(self) -> str:
        """Relative to the source's raw folder; for `RunEnded.warc_filename`."""
        return self._warc.filename

    def record(self, asked: Asked, answer: RawAnswer, captured_at: datetime) -> Capture:
        """Keep an answer, of any status; see `shelflist.archive.capturing`. Raises LedgerError if the disk refuses."""
        self._must_be_open()
        if self._scrub is not None:
            answer = self._scrub(asked, answer)
        with uninterrupted():
            return self._keep(self._writer.answer(asked, answer, captured_at))

    def record_not_modified(self, asked: Asked, answer: RawAnswer, baseline: Capture, captured_at: datetime) -> Capture:
        """Keep a 304 to a request that named the validators of `baseline`; see `shelflist.archive.capturing`.

        Raises LedgerError if the capture that holds the payload cannot be read, ValueError if it is no 304.
        """
        self._must_be_open()
        with uninterrupted():
            return self._keep(self._writer.not_modified(asked, answer, baseline, captured_at))

    def fail(self, failure: Failure) -> None:
        """Keep that a request gave nothing."""
        self._must_be_open()
        self._same_run(failure.run_id)
        with uninterrupted():
            self._keep(replace(failure, detail=failure.detail[:MAX_DETAIL]))

    def payload(self, capture: Capture) -> bytes:
        """The decoded payload of a capture of this run, read back from the WARC. Raises LedgerError."""
        return self._writer.payload(capture)

    def answer(self, capture: Capture) -> tuple[bytes, Mapping[str, str]]:
        """Payload and header of a capture of this run, as recorded. Raises LedgerError."""
        return self._writer.content(capture)

    def end(self, ended: RunEnded) -> None:
        """Commit everything and close the run; from now on it counts."""
        self._must_be_open()
        self._same_run(ended.run_id)
        with uninterrupted():
            self._pending.append(ended)
            self._commit()
            self._close()

    def abandon(self) -> None:
        """Close without an end: the captures stay, but the run is never folded. After `end` it does nothing."""
        if not self._open:
            return
        with uninterrupted():
            try:
                self._commit()
            finally:
                self._close()

    def _keep(self, entry: _Entry) -> _Entry:
        """Put an entry into the group, and commit the group if it is full."""
        self._pending.append(entry)
        if len(self._pending) >= GROUP_ENTRIES or self._warc.unsynced >= GROUP_BYTES:
            self._commit()
        return entry

    def _commit(self) -> None:
        self._warc.sync()
        self._ledger.append_many(self._pending)
        self._pending = []
        self._ledger.sync()

    def _close(self) -> None:
        self._open = False
        try:
            self._warc.close()
        finally:
            self._ledger.close()

    def _must_be_open(self) -> None:
        if not self._open:
            raise ValueError(f"run {self.run.run_id} is over")

    def _same_run(self, run_id: str) -> None:
        if run_id != self.run.run_id:
            raise ValueError(f"found an entry of run {run_id}, expected {self.run.run_id}")

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.abandon()


def rules_path(raw_dir: Path, rules_sha256: str) -> Path:
    return raw_dir / "rules" / f"{rules_sha256}.toml"


def _numbers_used(raw_dir: Path, run_id: str) -> int:
    """The highest capture number of an earlier attempt at the run. Later runs may refer to its captures, so that no
    capture id may ever stand for two of them."""
    captures = (entry for _, entry in read_ledger(raw_dir) if isinstance(entry, Capture) and entry.run_id == run_id)
    return max((int(capture.capture_id.rpartition("-")[2]) for capture in captures), default=0)


def _keep_rules(raw_dir: Path, run: RunBegun, text: str) -> None:
    """Stored once: files are named after their content, so one that is there is the same."""
    content = text.encode()
    if sha256_label(content) != f"sha256:{run.rules_sha256}":
        raise ValueError(f"the rules have {sha256_label(content)}, expected sha256:{run.rules_sha256}")
    path = rules_path(raw_dir, run.rules_sha256)
    if not path.exists():
        write_whole(path, content)
