"""What a night reads of the ledger is what it needs: nothing comes out otherwise than from the whole of it."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from shelflist.pipeline import recent
from shelflist.pipeline.beginning import next_time
from shelflist.pipeline.fetching import known_pages
from shelflist.pipeline.history import History, read_history
from shelflist.pipeline.place import Known
from tests.pipeline.chronicle import Chronicle, chronicle

SITE = {"a": ("# Books", "Title 1", "Title 2"), "b": ("Title 3", "Title 4")}
OTHER = {**SITE, "b": ("Title 3", "Title 5")}


@pytest.fixture
def told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Chronicle]:
    """Each night copies anew what the next one needs, and keeps no more than two runs."""
    monkeypatch.setattr(recent, "TOLERATED", 0)
    monkeypatch.setattr(recent, "RECENT_RUNS", 2)
    with chronicle(tmp_path) as one:
        yield one


def forget(told: Chronicle) -> None:
    """As a new process."""
    told.place = replace(told.place, known=Known())


def seen(told: Chronicle) -> History:
    """What a new process sees that goes on from the state."""
    forget(told)
    return told.place.recent(told.state)


def copy(told: Chronicle) -> Path:
    return told.place.clean / ".recent.jsonl"


def live(told: Chronicle, nights: int) -> None:
    for number in range(nights):
        forget(told)
        told.night(OTHER if number % 5 == 3 else SITE, {"a": 503} if number % 4 == 1 else {})


def test_nights_that_see_little_of_the_past_come_to_what_a_replay_does(told: Chronicle) -> None:
    live(told, 8)
    history = seen(told)
    assert len(history.runs) < 6 < len(read_history(told.place.raw).runs)
    assert told.problems() == []


def test_the_next_visit_is_told_the_same_as_from_the_whole_ledger(told: Chronicle) -> None:
    live(told, 7)
    history, whole = seen(told), read_history(told.place.raw)
    assert known_pages(told.state, history) == known_pages(told.state, whole)
    assert history.runs[-2:] == whole.runs[-2:]
    assert (history.compared_at, history.last_feed) == (whole.compared_at, whole.last_feed)
    assert abs(next_time(history) - next_time(whole)) < timedelta(seconds=5), "the clock may go on between them"
    assert history.read_to == whole.read_to
    assert told.state.last_version in history.versions
    referred = {capture.refers_to_capture_id for capture in history.captures.values()} - {None}
    assert referred and referred <= history.captures.keys(), "the holder of a payload stays, however old it is"


def test_a_run_that_was_killed_is_passed_over_and_the_next_night_goes_on(told: Chronicle) -> None:
    live(told, 3)
    told.record(OTHER, {}, outcome="crashed")
    live(told, 1)
    assert seen(told).sparse_until
    assert told.problems() == []


@pytest.mark.parametrize("content", [None, b"", b"{}\n", b"[[1, 2, 3], 4, 5]\n"])
def test_without_a_copy_that_can_be_read_the_whole_ledger_is(told: Chronicle, content: bytes | None) -> None:
    live(told, 2)
    if content is None:
        copy(told).unlink()
    else:
        copy(told).write_bytes(content)
    assert seen(told) == read_history(told.place.raw)
    told.night(OTHER)
    assert seen(told).sparse_until


def test_a_copy_that_is_damaged_behind_its_first_line_is_not_believed(told: Chronicle) -> None:
    live(told, 2)
    copy(told).write_bytes(copy(told).read_bytes()[:-20])
    assert seen(told) == read_history(told.place.raw)


def test_a_copy_of_another_ledger_is_not_believed(told: Chronicle) -> None:
    live(told, 2)
    ledger = told.place.raw / "ledger.jsonl"
    ledger.write_bytes(ledger.read_bytes().replace(b'"by":"tester"', b'"by":"other"').replace(b"2026-11", b"2025-11"))
    assert seen(told) == read_history(told.place.raw)


def test_a_state_from_before_the_copy_is_gone_on_from_with_the_whole_ledger(told: Chronicle) -> None:
    live(told, 2)
    before = told.state
    live(told, 3)
    assert told.place.recent(before).sparse_until == 0


def test_the_copy_is_made_again_only_when_the_ledger_has_grown_much(
    told: Chronicle, monkeypatch: pytest.MonkeyPatch
) -> None:
    live(told, 2)
    monkeypatch.setattr(recent, "TOLERATED", 5_000)
    made = copy(told).stat().st_ino
    live(told, 1)
    assert copy(told).stat().st_ino == made
    live(told, 3)
    assert copy(told).stat().st_ino != made
