"""The recording of a dry run: nothing is kept but the reasons why there may be no list of pages."""

import hashlib
from datetime import datetime

from shelflist.fetch.unheard import Answered, is_no_list
from shelflist.models.web import Asked, Capture, Failure, RawAnswer

_NOTED = 100
"""Reasons that are kept; the others often follow from the first."""


class Unrecorded:
    """Gives captures that point nowhere, so that the rest of a visit need not know that it is a dry run."""

    def __init__(self, run_id: str) -> None:
        self._run_id = run_id
        self.unheard: list[Answered] = []

    def record(self, asked: Asked, answer: RawAnswer, captured_at: datetime) -> Capture:
        capture = Capture(
            capture_id=f"{self._run_id}-00000",
            run_id=self._run_id,
            asked=asked,
            url=answer.url,
            final_url=answer.final_url,
            captured_at=captured_at,
            http_status=answer.status,
            content_type=next((value for name, value in answer.headers if name.lower() == "content-type"), None),
            payload_digest="sha256:" + hashlib.sha256(answer.payload).hexdigest(),
            payload_bytes=len(answer.payload),
            warc_filename="",
            warc_offset=0,
            warc_length=0,
        )
        self._note(capture)
        return capture

    def record_not_modified(self, asked: Asked, answer: RawAnswer, baseline: Capture, captured_at: datetime) -> Capture:
        return baseline

    def fail(self, failure: Failure) -> None:
        self._note(failure)

    def _note(self, answered: Answered) -> None:
        if len(self.unheard) < _NOTED and is_no_list(answered):
            self.unheard.append(answered)

    def payload(self, capture: Capture) -> bytes:
        """No payload: in a dry run no page is asked for, so none is read back."""
        return b""
