"""What checks make of a document: present, doubtful, missing; and that nothing else does."""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shelflist.models.checked import LinkChecked, Standing, Target
from shelflist.track.targets import fold_check

START = datetime(2026, 11, 1, 9, tzinfo=UTC)
CONFIRM = timedelta(hours=20)
URL = "https://archive.example/scans/maps.pdf"


def seen(hours: float, status: int | None = 200, **more: Any) -> LinkChecked:
    usual: dict[str, Any] = {"promised": "application/pdf"}
    if status == 200:
        usual |= {"media_type": "application/pdf", "size": 100}
    at = START + timedelta(hours=hours)
    return LinkChecked(check_id="c", url=URL, checked_at=at, http_status=status, **usual | more)


def fold(*checks: LinkChecked) -> Target | None:
    targets: dict[str, Target] = {}
    for one in checks:
        targets = fold_check(targets, [one], confirm=CONFIRM)
    return targets.get(URL)


def standing(*checks: LinkChecked) -> str | None:
    target = fold(*checks)
    return target.standing.value if target else None


def test_one_failing_check_is_a_doubt_and_a_second_one_a_day_later_is_not() -> None:
    assert standing(seen(0), seen(168, 404)) == "doubtful"
    assert standing(seen(0), seen(168, 404), seen(169, 404)) == "doubtful"
    missing = fold(seen(0), seen(168, 404), seen(336, 404))
    assert missing is not None
    assert (missing.standing, missing.missing_since) == (Standing.MISSING, START + timedelta(hours=168))
    assert (missing.status, missing.size) == (404, 100), "what was lost is still told"
    assert standing(seen(0), seen(168, 404), seen(336), seen(504, 404)) == "doubtful", "it was back between"


@pytest.mark.parametrize(
    ("check", "is_absent"),
    [
        (seen(1, 404), True),
        (seen(1, 410), True),
        (seen(1, 200, media_type="text/html"), True),  # a page where a PDF was promised
        (seen(1, 200, promised=None, media_type="text/html", final_url="https://archive.example/"), True),
        (seen(1, 200, promised=None, media_type="text/html"), False),
        (seen(1, 206), False),
        (seen(1, 416), False),
    ],
)
def test_what_counts_against_a_document(check: LinkChecked, *, is_absent: bool) -> None:
    assert (standing(check) == "doubtful") is is_absent


@pytest.mark.parametrize("status", [None, 401, 403, 429, 451, 500, 503])
def test_what_is_no_answer_changes_nothing(status: int | None) -> None:
    assert fold(seen(0), seen(100, status)) == fold(seen(0))
    assert fold(seen(100, status)) is None


def test_the_time_moves_only_with_what_was_found() -> None:
    assert fold(seen(0), seen(100)) == fold(seen(0))
    grown = fold(seen(0), seen(100, size=101))
    assert grown is not None
    assert grown.found_at == START + timedelta(hours=100)


def test_of_a_page_nothing_is_kept_that_differs_at_every_request() -> None:
    page: dict[str, Any] = {"promised": None, "media_type": "text/html"}
    first = seen(0, **page, size=10, last_modified="Sun, 01 Nov 2026 09:00:00 GMT")
    later = seen(9, **page, size=12, last_modified="Sun, 01 Nov 2026 18:00:00 GMT", final_url="https://node7.example/x")
    assert fold(first, later) == fold(first)


@given(
    st.lists(st.tuples(st.floats(0.5, 300), st.sampled_from([200, 200, 206, 404, 410, 403, 503, None])), max_size=12)
)
def test_a_document_is_missing_only_after_two_failures_far_enough_apart_with_no_success_between(
    nights: Sequence[tuple[float, int | None]],
) -> None:
    at, checks = 0.0, []
    for pause, status in nights:
        at += pause
        checks.append(seen(at, status))
    target = fold(*checks)
    decisive = [one for one in checks if one.http_status in (200, 206, 404, 410)]
    failing: list[LinkChecked] = []
    for one in decisive:
        failing = [*failing, one] if one.http_status in (404, 410) else []
    expected = bool(failing) and failing[-1].checked_at - failing[0].checked_at >= CONFIRM
    assert (target is not None and target.standing is Standing.MISSING) is expected
    assert (target.missing_since if target else None) == (failing[0].checked_at if expected else None)
