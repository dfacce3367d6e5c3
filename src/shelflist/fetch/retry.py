"""When an exchange is tried again, and how long is waited before (RFC 9110, 10.2.3 Retry-After).

The backoff is 1, 2, 4, ... seconds, without jitter: one visitor a night needs none, and runs stay comparable.
"""

from collections.abc import Callable
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from itertools import count

import httpx

from shelflist.fetch.ports import NoAnswer
from shelflist.models.web import FailureKind, RawAnswer
from shelflist.sources.model import Politeness as PolitenessRules

MAX_BACKOFF_SECONDS = 60.0

_WORTH_RETRYING = (FailureKind.CONNECT, FailureKind.TIMEOUT, FailureKind.TRUNCATED)


class Retrier:
    """Repeats an exchange within the source's limits."""

    def __init__(self, rules: PolitenessRules, wait: Callable[[float], None], now: Callable[[], datetime]) -> None:
        self._rules, self._wait, self._now = rules, wait, now

    def run(self, exchange: Callable[[], RawAnswer]) -> RawAnswer:
        """The first answer that is no 429 or 5xx, else the last one.

        Raises NoAnswer: that of the last attempt, or RETRY_LATER when the server asks for a longer wait than
        `max_wait_seconds` (all waits of this request together).
        """
        waited = 0.0
        for attempt in count():
            asked_for, pause = 0.0, backoff(attempt)
            final = attempt >= self._rules.retries or waited + pause > self._rules.max_wait_seconds
            try:
                answer = exchange()
                if not _is_passing(answer.status):
                    return answer
                asked_for = self._retry_after(answer)
                if waited + asked_for > self._rules.max_wait_seconds:
                    raise NoAnswer(FailureKind.RETRY_LATER, f"{answer.status}, to be asked again in {asked_for:.0f} s")
                if final:
                    return answer
            except NoAnswer as error:
                if final or error.kind not in _WORTH_RETRYING:
                    raise
            pause = max(pause, asked_for)
            self._wait(pause)
            waited += pause
        raise AssertionError("counting never ends")

    def _retry_after(self, answer: RawAnswer) -> float:
        """Seconds, 0.0 for none. A date counts from the server's own Date, so that a wrong clock does no harm."""
        headers = httpx.Headers(answer.headers)
        value = headers.get("retry-after", "").strip()
        if value.isascii() and value.isdigit():
            return float(value[:12])
        at = _http_date(value)
        if at is None:
            return 0.0
        since = _http_date(headers.get("date", "")) or self._now()
        return max(0.0, (at - since).total_seconds())


def backoff(attempt: int) -> float:
    """Seconds to wait after attempt number `attempt`, counted from 0."""
    return float(min(2.0**attempt, MAX_BACKOFF_SECONDS))


def _is_passing(status: int) -> bool:
    """Whether a later attempt may well be answered otherwise."""
    return status == 429 or 500 <= status <= 599


def _http_date(value: str) -> datetime | None:
    try:
        at = parsedate_to_datetime(value)
    except (ValueError, IndexError, TypeError, OverflowError):
        return None
    return at.replace(tzinfo=UTC) if at.tzinfo is None else at
