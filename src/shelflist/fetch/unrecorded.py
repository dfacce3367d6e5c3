"""The recording of a dry run: nothing is kept but the first reason why there was no answer."""

import hashlib
from datetime import datetime

from shelflist.models.web import Asked, Capture, Failure, RawAnswer


class Unrecorded:
    """Gives captures that point nowhere, so that the rest of a visit need not know that it is a dry run."""

    def __init__(self, run_id: str) -> None:
        self._run_id = run_id
        self.first_failure: Failure | None = None

    def record(self, asked: Asked, answer: RawAnswer, captured_at: datetime) -> Capture:
        return Capture(
            capture_id=f"{self._run_id}-00000",
            run_id=self._run_id,
            asked=asked,
            url=answer.url,
            final_url=answer.final_url,
            captured_at=captured_at,
            http_status=answer.status,
            payload_digest="sha256:" + hashlib.sha256(answer.payload).hexdigest(),
            payload_bytes=len(answer.payload),
            warc_filename="",
            warc_offset=0,
            warc_length=0,
        )

    def record_not_modified(self, asked: Asked, answer: RawAnswer, baseline: Capture, captured_at: datetime) -> Capture:
        return baseline

    def fail(self, failure: Failure) -> None:
        """Forget all but the first, which the others often follow from."""
        self.first_failure = self.first_failure or failure

    def payload(self, capture: Capture) -> bytes:
        """No payload: in a dry run no page is asked for, so none is read back."""
        return b""
