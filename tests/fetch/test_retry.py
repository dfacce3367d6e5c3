"""Passing trouble is waited out, within limits; what remains is an answer."""

from datetime import UTC, datetime
from email.utils import format_datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shelflist.fetch.ports import NoAnswer
from shelflist.fetch.retry import Retrier, backoff
from shelflist.models.web import FailureKind, RawAnswer
from shelflist.sources.model import Politeness
from tests.fetch.fakes import NOW

SERVER_TIME = "Mon, 23 Nov 2026 05:00:00 GMT"


def reply(status: int, **headers: str) -> RawAnswer:
    named = tuple((name.replace("_", "-"), value) for name, value in headers.items())
    return RawAnswer("u", "u", status, "", "HTTP/1.1", named, b"", b"")


def attempts(*outcomes: RawAnswer | NoAnswer, retries: int = 3, max_wait: float = 300) -> tuple[object, list[float]]:
    """What comes of these outcomes, the last one for ever; and the waits."""
    waits: list[float] = []
    left = list(outcomes)

    def exchange() -> RawAnswer:
        outcome = left.pop(0) if len(left) > 1 else left[0]
        if isinstance(outcome, NoAnswer):
            raise outcome
        return outcome

    retrier = Retrier(Politeness(retries=retries, max_wait_seconds=max_wait), waits.append, lambda: NOW)
    try:
        return retrier.run(exchange).status, waits
    except NoAnswer as error:
        return error.kind, waits


def test_retry_after_in_seconds_is_waited_out() -> None:
    assert attempts(reply(503, Retry_After="17"), reply(200)) == (200, [17.0])


def test_retry_after_as_a_date_counts_from_the_servers_clock() -> None:
    at = format_datetime(datetime(2026, 11, 23, 5, 0, 20, tzinfo=UTC), usegmt=True)
    assert attempts(reply(429, Retry_After=at, Date=SERVER_TIME), reply(200)) == (200, [20.0])


def test_a_date_without_the_servers_clock_counts_from_ours() -> None:
    at = format_datetime(datetime(2026, 11, 23, 2, 0, 9, tzinfo=UTC), usegmt=True)
    assert attempts(reply(503, Retry_After=at), reply(200)) == (200, [9.0])


@pytest.mark.parametrize("value", ["soon", "-5", "1e9", "", "Mon, 99 Foo 2026"])
def test_an_unreadable_retry_after_is_passed_over(value: str) -> None:
    assert attempts(reply(503, Retry_After=value), reply(200)) == (200, [1.0])


def test_a_wait_beyond_the_runs_patience_is_not_begun() -> None:
    assert attempts(reply(503, Retry_After="86400"), reply(200)) == (FailureKind.RETRY_LATER, [])
    assert attempts(reply(503, Retry_After="9" * 500), reply(200)) == (FailureKind.RETRY_LATER, [])


def test_waits_of_one_request_count_together() -> None:
    outcome, waits = attempts(reply(503, Retry_After="40"), max_wait=100, retries=9)
    assert (outcome, sum(waits)) == (FailureKind.RETRY_LATER, 80.0)


def test_an_error_that_remains_is_an_answer() -> None:
    assert attempts(reply(500)) == (500, [1.0, 2.0, 4.0])


@pytest.mark.parametrize("status", [200, 301, 304, 400, 401, 403, 404, 410, 451])
def test_a_final_answer_is_not_asked_for_again(status: int) -> None:
    assert attempts(reply(status)) == (status, [])


@pytest.mark.parametrize("kind", [FailureKind.CONNECT, FailureKind.TIMEOUT, FailureKind.TRUNCATED])
def test_a_broken_exchange_is_tried_again(kind: FailureKind) -> None:
    assert attempts(NoAnswer(kind, ""), reply(200)) == (200, [1.0])
    assert attempts(NoAnswer(kind, ""), retries=2) == (kind, [1.0, 2.0])


@pytest.mark.parametrize("kind", [FailureKind.TLS, FailureKind.TOO_LARGE, FailureKind.OUT_OF_SCOPE])
def test_what_will_not_pass_is_not_tried_again(kind: FailureKind) -> None:
    assert attempts(NoAnswer(kind, "")) == (kind, [])


@given(
    st.lists(st.tuples(st.sampled_from([429, 500, 503]), st.integers(0, 200)), min_size=1, max_size=8),
    st.integers(0, 10),
    st.floats(0, 400),
)
def test_a_request_never_waits_longer_than_allowed(
    answers: list[tuple[int, int]], retries: int, max_wait: float
) -> None:
    _, waits = attempts(
        *(reply(status, Retry_After=str(seconds)) for status, seconds in answers), retries=retries, max_wait=max_wait
    )
    assert sum(waits) <= max_wait
    assert len(waits) <= retries


def test_the_backoff_doubles_up_to_a_minute() -> None:
    assert [backoff(attempt) for attempt in range(8)] == [1, 2, 4, 8, 16, 32, 60, 60]
