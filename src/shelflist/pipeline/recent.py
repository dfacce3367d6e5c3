"""What of the ledger a night needs, copied beside the state: it reads that and what came since, whatever the age.

``<clean>/.recent.jsonl`` begins with how far the ledger had been read, and then has lines of it: the last runs, the
captures that the catalogue rests on with those that hold their payloads, every decision, epoch and takedown. It is
derived and may be missing: then the whole ledger is read, as by everything that looks at the past.
"""

import hashlib
import json
from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path

from shelflist.archive.codec import decode_line, encode_line
from shelflist.archive.durable import write_whole
from shelflist.archive.ledger import Mark, marked_line
from shelflist.fetch.robots import ROBOTS_HOLD_FOR
from shelflist.models.redacted import Redaction
from shelflist.models.track import State
from shelflist.models.web import Capture, LedgerEntry
from shelflist.pipeline.history import CheckFacts, History, KnownHistory, RunFacts, Unit, time_of

RECENT_RUNS = 20
"""A payload that came in none of the last runs, and is no page's baseline, is stored once more if it comes again."""

TOLERATED = 65_536
"""So many bytes of the ledger may follow at least, before what a night needs is copied again: not every night."""

Lines = list[tuple[int, LedgerEntry]]


@dataclass(frozen=True, slots=True)
class _Head:
    """The first line: up to where the ledger was read, the digest of its last line, and up to where it was folded."""

    read_to: Mark
    digest: str
    folded_seq: int


class KnownRecent:
    """The history as a night needs it, as far as this process has read it."""

    def __init__(self) -> None:
        self._file: Path | None = None
        self._known: KnownHistory | None = None

    def read(self, raw: Path, file: Path, state: State) -> History | None:
        """What a night needs that goes on from `state`; None where the copy in `file` does not tell all of that."""
        if self._known is None or file != self._file or self._known.is_another(raw):
            self._file, self._known = file, _copied(raw, file)
        history = self._known.read(raw) if self._known else None
        return history if history is not None and _is_enough(history, state) else None

    def keep(self, raw: Path, file: Path, history: History, state: State, *, anew: bool) -> None:
        """Copy what the next night needs into `file`, if a copy is missing or far behind, or must be made `anew`.

        `state` is folded up to the end of `history`.
        """
        head = None if anew else _head(raw, file)
        tolerated = max(TOLERATED, file.stat().st_size // 2) if head else 0
        if head is None or history.read_to.end - head.read_to.end > tolerated:
            now = _Head(history.read_to, _digest(marked_line(raw, history.read_to)), state.folded_seq)
            lines = [encode_line(number, entry) for number, entry in needed(history, state)]
            write_whole(file, b"".join([_encoded(now), *lines]))
            self._known = None


def needed(history: History, state: State) -> Lines:
    """The lines, first those of captures without their runs. The lines of a unit all have the number of its end."""
    kept = _kept(history, state)
    mine = {one.capture_id for _, unit in kept if isinstance(unit, RunFacts) for one in unit.captures}
    wanted = mine.union(*(page.capture_ids for page in state.pages.values()))
    alone: Lines = [(1, one) for one in _with_holders(history, wanted) if one.capture_id not in mine]
    units: Lines = [(number, line) for number, unit in kept for line in _lines(unit)]
    return alone + units + [(history.read_to.seq, line) for line in _of_open_check(history)]


def _kept(history: History, state: State) -> list[tuple[int, Unit]]:
    """Every word of a person and every epoch; the last runs, and those that the next visit asks about."""
    runs = history.runs
    last = {run.begun.run_id for run in runs[-RECENT_RUNS:]} | {state.last_version}
    robots = runs[-1].begun.logical_at - 2 * ROBOTS_HOLD_FOR if runs else None
    feed, compared = history.last_feed, history.compared_at
    latest = max((time_of(unit) for _, unit in history.units), default=None)

    def is_kept(unit: Unit) -> bool:
        if time_of(unit) == latest or not isinstance(unit, RunFacts | CheckFacts):
            return True
        if isinstance(unit, CheckFacts):
            return False
        begun = unit.begun
        is_recent = begun.run_id in last or (robots is not None and begun.logical_at >= robots)
        return is_recent or begun.logical_at == compared or (feed is not None and begun.run_id == feed.run_id)

    return [(number, unit) for number, unit in history.units if is_kept(unit)]


def _with_holders(history: History, wanted: Iterable[str]) -> list[Capture]:
    """These captures and those that hold their payloads, in the order of the ledger."""
    found: dict[str, Capture] = {}
    waiting = list(wanted)
    while waiting:
        capture = history.captures.get(waiting.pop())
        if capture is not None and capture.capture_id not in found:
            found[capture.capture_id] = capture
            waiting += [capture.refers_to_capture_id] if capture.refers_to_capture_id else []
    return [capture for key, capture in history.captures.items() if key in found]


def _lines(unit: Unit) -> list[LedgerEntry]:
    """What failed in a run, what a check found, and which records a takedown blanked, is folded and done."""
    if isinstance(unit, RunFacts):
        return [unit.begun, *unit.captures, *([unit.ended] if unit.ended else [])]
    if isinstance(unit, CheckFacts):
        return [unit.begun, *([unit.ended] if unit.ended else [])]
    return [replace(unit, captures=()) if isinstance(unit, Redaction) else unit]


def _of_open_check(history: History) -> list[LedgerEntry]:
    check = history.open_check
    return [check.begun, *check.checked] if check else []


def _copied(raw: Path, file: Path) -> KnownHistory | None:
    """The history as copied; None where there is no copy, or it is none of this ledger."""
    if (head := _head(raw, file)) is None:
        return None
    known = KnownHistory()
    try:
        with file.open("rb") as lines:
            lines.readline()
            known.begin_with(raw, map(decode_line, lines), read_to=head.read_to, folded_seq=head.folded_seq)
    except ValueError:
        return None  # damaged: the ledger has it all
    return known


def _head(raw: Path, file: Path) -> _Head | None:
    """How far the copy goes; None where there is none, or the ledger has other lines there."""
    try:
        with file.open("rb") as lines:
            mark, digest, folded = json.loads(lines.readline())
        head = _Head(Mark(*map(int, mark)), str(digest), int(folded))
        return head if _digest(marked_line(raw, head.read_to)) == head.digest else None
    except (OSError, ValueError, TypeError):
        return None


def _encoded(head: _Head) -> bytes:
    mark = head.read_to
    return json.dumps([[mark.seq, mark.end, mark.length], head.digest, head.folded_seq]).encode() + b"\n"


def _digest(line: bytes) -> str:
    return hashlib.sha256(line).hexdigest()


def _is_enough(history: History, state: State) -> bool:
    """What is not folded is there whole, with what it refers to, and so are the captures that the pages rest on."""
    if history.sparse_until > state.folded_seq:
        return False
    pending = [unit for _, unit in history.after(state.folded_seq) if isinstance(unit, RunFacts)]
    referred = {one.refers_to_capture_id for unit in pending for one in unit.captures} - {None}
    return history.captures.keys() >= referred.union(*(page.capture_ids for page in state.pages.values()))
