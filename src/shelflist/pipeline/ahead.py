"""Reading captures while the next are fetched: between two requests to a polite harvester's site there is time.

Nothing depends on it: what goes wrong here is left to the reading stage. The worker is a process of its own and needs
no thread to look after it: captures are handed to it as they come in, and what it has read is kept a few at a time.
(A thread that shares the interpreter with the visit cost more than all its work.) Where there is no time between two
requests, the visit waits for the worker now and then: both at work are faster than first the one and then the other.
"""

from collections import deque
from contextlib import suppress
from datetime import datetime
from types import TracebackType
from typing import Self

from shelflist.archive.recorder import Recorder
from shelflist.errors import LedgerError
from shelflist.extract.worker import WorkerCrash
from shelflist.models.signs import Look
from shelflist.models.web import Asked, Capture, Failure, Purpose, RawAnswer
from shelflist.pipeline.looks import Looks, Making
from shelflist.pipeline.place import Workplace
from shelflist.pipeline.reading import Reader

_MOST = 16
"""Captures that the worker has in hand. With one more the visit waits until half of them are read."""
_LEFT = (OSError, LedgerError, WorkerCrash)
"""What goes wrong is left to the reading stage, where it will go wrong again."""


class ReadingAhead:
    """A recording that also has each page read that it was given."""

    def __init__(self, recorder: Recorder, place: Workplace) -> None:
        self._recorder = recorder
        self._looks = Looks(place.readings, Reader(place.source, recorder, place.worker))
        self._in_hand = deque[Making]()
        self._last: tuple[bytes, Capture] | None = None  # the payload of the last page recorded, and its capture

    def record(self, asked: Asked, answer: RawAnswer, captured_at: datetime) -> Capture:
        capture = self._recorder.record(asked, answer, captured_at)
        if capture.http_status == 200 and asked.page_key and asked.purpose is Purpose.PAGE:
            self._begin(capture)
            self._last = self._recorder.answer(capture)[0], capture
        return capture

    def last_look(self, payload: bytes) -> Look | None:
        """What the last page recorded was read as, if `payload` is the very one it was recorded with."""
        if self._last is None or self._last[0] is not payload:
            return None
        self._keep(len(self._in_hand))
        with suppress(*_LEFT):
            return self._looks.get(self._last[1])
        return None

    def _begin(self, capture: Capture) -> None:
        with suppress(*_LEFT):
            if making := self._looks.begin(capture):
                self._in_hand.append(making)
        if len(self._in_hand) > _MOST:
            self._keep(len(self._in_hand) - _MOST // 2)

    def _keep(self, count: int) -> None:
        """Wait until so many captures are read, and write all of it down at once: a file now and then costs more."""
        read = [self._in_hand.popleft() for _ in range(count)]
        for making in read:
            making.begun.settle()
        for making in read:
            with suppress(*_LEFT):
                making.keep()

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
        """Finish what is in hand."""
        self._keep(len(self._in_hand))
