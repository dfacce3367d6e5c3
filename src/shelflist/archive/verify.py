"""Checking that the raw folder is whole: every line of the ledger, and everything the lines point to."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path

from shelflist.archive.ledger import read_ledger
from shelflist.archive.recorder import rules_path
from shelflist.archive.records import sha256_label
from shelflist.archive.store import CaptureStore
from shelflist.errors import LedgerError
from shelflist.models.redacted import RedactedCapture, Redaction
from shelflist.models.web import Capture, Epoch, LedgerEntry, RunBegun, RunEnded


def verify_raw(raw_dir: Path) -> list[str]:
    """What is wrong in `raw_dir`, one sentence each; empty if nothing is. Reads every record once, writes nothing.

    A damaged ledger line ends the check: what stands behind it cannot be numbered.
    """
    problems: list[str] = []
    try:
        checker = _Checker(raw_dir, _redacted(raw_dir))
        for seq, entry in read_ledger(raw_dir):
            problems += [f"ledger line {seq}: {problem}" for problem in checker.problems(entry)]
    except LedgerError as error:
        problems.append(str(error))
    return problems


def _redacted(raw_dir: Path) -> dict[str, RedactedCapture]:
    """What captures became that were taken down since."""
    found = [entry for _, entry in read_ledger(raw_dir) if isinstance(entry, Redaction)]
    return {capture.capture_id: capture for one in found for capture in one.captures}


def as_redacted(capture: Capture, redacted: Mapping[str, RedactedCapture]) -> Capture:
    """The capture as its record is now."""
    now = redacted.get(capture.capture_id)
    return (
        capture if now is None else replace(capture, payload_digest=now.payload_digest, payload_bytes=now.payload_bytes)
    )


class _Checker:
    """Captures are resolved in ledger order, which is the order they were written in: none refers to a later one."""

    def __init__(self, raw_dir: Path, redacted: Mapping[str, RedactedCapture]) -> None:
        self._raw_dir, self._redacted = raw_dir, redacted
        self._captures: dict[str, Capture] = {}
        self._store = CaptureStore(raw_dir, self._captures)

    def problems(self, entry: LedgerEntry) -> list[str]:
        match entry:
            case Capture():
                return self._capture(entry)
            case RunBegun():
                return self._rules(entry.rules_sha256)
            case RunEnded(warc_filename=str() as name) if not (self._raw_dir / name).is_file():
                return [f"run {entry.run_id}: found no file {name}, expected its WARC"]
            case Epoch(state_file=name) if not (self._raw_dir / name).is_file():
                return [f"epoch {entry.epoch_id}: found no file {name}, expected the state before it"]
        return []

    def _capture(self, capture: Capture) -> list[str]:
        capture = as_redacted(capture, self._redacted)
        if self._captures.setdefault(capture.capture_id, capture) is not capture:
            return [f"capture {capture.capture_id}: found its id a second time, expected ids to be unique"]
        if capture.record_type == "response":
            return _told(lambda: self._store.payload(capture))
        return _told(lambda: self._store.headers(capture)) + _told(lambda: self._check_reference(capture))

    def _check_reference(self, capture: Capture) -> None:
        """The payload itself was checked at the capture that holds it."""
        holder = self._store.holder(capture)
        if holder.payload_digest != capture.payload_digest:
            raise LedgerError(
                f"capture {capture.capture_id} refers to {holder.capture_id}: "
                f"found payload {holder.payload_digest}, expected {capture.payload_digest}"
            )

    def _rules(self, digest: str) -> list[str]:
        path = rules_path(self._raw_dir, digest)
        if not path.is_file():
            return [f"found no file {path}, expected the rules of the run"]
        found = sha256_label(path.read_bytes())
        return [] if found == f"sha256:{digest}" else [f"{path}: found {found}, expected sha256:{digest}"]


def _told(check: Callable[[], object]) -> list[str]:
    try:
        check()
    except LedgerError as error:
        return [str(error)]
    return []
