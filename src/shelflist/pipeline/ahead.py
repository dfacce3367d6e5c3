"""Reading captures while the next are fetched: between two requests to a polite harvester's site there is time.

Nothing depends on it. What it has not read when the visit is over, the reading stage reads.
"""

from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime
from types import TracebackType
from typing import Self

from shelflist.archive.recorder import Recorder
from shelflist.archive.store import CaptureStore
from shelflist.models.web import Asked, Capture, Failure, Purpose, RawAnswer
from shelflist.pipeline.looks import Looks
from shelflist.pipeline.place import Workplace
from shelflist.pipeline.reading import Reader


class ReadingAhead:
    """A recording that also has each page read that it was given. `held`: the captures that revisits may refer to."""

    def __init__(self, recorder: Recorder, place: Workplace, held: Mapping[str, Capture]) -> None:
        self._recorder = recorder
        self._captures = dict(held)
        store = CaptureStore(place.raw, self._captures)
        self._looks = Looks(place.readings, Reader(place.source, store, place.worker))
        self._pool = ThreadPoolExecutor(1, "reading-ahead")

    def record(self, asked: Asked, answer: RawAnswer, captured_at: datetime) -> Capture:
        capture = self._recorder.record(asked, answer, captured_at)
        self._captures[capture.capture_id] = capture
        if capture.http_status == 200 and asked.page_key and asked.purpose is Purpose.PAGE:
            self._pool.submit(self._looks.make, capture)
        return capture

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
        """Finish the page in hand and leave the rest, and what went wrong, to the reading stage."""
        self._pool.shutdown(cancel_futures=True)
