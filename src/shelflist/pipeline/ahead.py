"""Reading captures while the next are fetched: between two requests to a polite harvester's site there is time.

Nothing depends on it. What it has not read when the visit is over, the reading stage reads. The worker is a process of
its own and needs no thread to look after it: it is given the next capture whenever another comes in. (A thread that
shares the interpreter with the visit cost more than all its work.) Where there is no time between two requests, the
visit waits for the worker now and then: both at work are faster than first the one and then the other.
"""

from collections import deque
from collections.abc import Mapping
from contextlib import suppress
from datetime import datetime
from types import TracebackType
from typing import Self

from shelflist.archive.recorder import Recorder
from shelflist.archive.store import CaptureStore
from shelflist.errors import LedgerError
from shelflist.extract.worker import WorkerCrash
from shelflist.models.web import Asked, Capture, Failure, Purpose, RawAnswer
from shelflist.pipeline.looks import Looks, Making
from shelflist.pipeline.place import Workplace
from shelflist.pipeline.reading import Reader

_WAITING = 30
"""Captures that wait to be read, at most; with more it is the visit that waits."""
_LEFT = (OSError, LedgerError, WorkerCrash)
"""What goes wrong is left to the reading stage, where it will go wrong again."""


class ReadingAhead:
    """A recording that also has each page read that it was given. `held`: the captures that revisits may refer to."""

    def __init__(self, recorder: Recorder, place: Workplace, held: Mapping[str, Capture]) -> None:
        self._recorder = recorder
        self._captures = dict(held)
        store = CaptureStore(place.raw, self._captures)
        self._looks = Looks(place.readings, Reader(place.source, store, place.worker))
        self._waiting = deque[Capture]()
        self._in_hand: Making | None = None

    def record(self, asked: Asked, answer: RawAnswer, captured_at: datetime) -> Capture:
        capture = self._recorder.record(asked, answer, captured_at)
        self._captures[capture.capture_id] = capture
        if capture.http_status == 200 and asked.page_key and asked.purpose is Purpose.PAGE:
            self._waiting.append(capture)
        self._go_on()
        return capture

    def _go_on(self) -> None:
        """Hand over the next capture as soon as the last is read, and only then keep what was read of that."""
        while self._waiting and (self._is_free() or len(self._waiting) > _WAITING):
            read, self._in_hand = self._in_hand, None
            with suppress(*_LEFT):
                self._in_hand = self._looks.begin(self._waiting.popleft())
            self._keep(read)

    def _is_free(self) -> bool:
        return self._in_hand is None or self._in_hand.begun.is_done()

    def _keep(self, read: Making | None) -> None:
        if read is not None:
            with suppress(*_LEFT):
                read.keep()

    def record_not_modified(self, asked: Asked, answer: RawAnswer, baseline: Capture, captured_at: datetime) -> Capture:
        return self._recorder.record_not_modified(asked, answer, baseline, captured_at)

    def fail(self, failure: Failure) -> None:
        self._recorder.fail(failure)

    def payload(self, capture: Capture) -> bytes:
        return self._recorder.payload(capture)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Finish the page in hand, and leave the rest to the reading stage."""
        self._keep(self._in_hand)
