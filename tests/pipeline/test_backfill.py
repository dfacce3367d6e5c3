"""Older captures that come in late: the history as if they had been taken in time, and nothing published is lost."""

import random
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given, settings
from hypothesis import strategies as st

from shelflist import pipeline
from shelflist.models.track import Event, State
from shelflist.pipeline.importing import Imported, import_files
from tests.pipeline.chronicle import START, Chronicle, chronicle
from tests.pipeline.test_any_history import Editor

LATER = datetime(2027, 3, 1, 12, tzinfo=UTC)
EARLY = datetime(2015, 6, 1, 2, tzinfo=UTC)


def take(told: Chronicle, files: Iterable[Path], now: datetime = LATER) -> Imported:
    done = import_files(told.place, list(files), now=now, progress=pipeline.SILENT)
    told.events += done.outcome.events
    return done


def warcs(folder: Path) -> list[Path]:
    return sorted(folder.rglob("*.warc.gz"))


def captured(folder: Path, *sites: dict[str, list[str]], at: datetime = EARLY, hours: float = 24) -> list[Path]:
    """WARCs of another harvest of the same site, at other times."""
    with chronicle(folder) as other:
        other.at = at
        for site in sites:
            other.night(site, hours=hours)
    return warcs(folder)


def rows(state: State) -> set[tuple[object, ...]]:
    return {
        (row.entry_id, row.status, row.citation_raw, row.page_id, row.first_seen_at, row.last_seen_at, row.initial)
        for row in (*state.entries.values(), *state.removed.values())
    }


def happened(events: Iterable[Event]) -> list[tuple[object, ...]]:
    return sorted(
        (event.entity_id, event.change_type.value, str(event.old_value), str(event.new_value), event.occurred_after
         or EARLY, event.observed_at)
        for event in events
        if event.entity_type == "entry"
    )  # fmt: skip


def kinds(events: Iterable[Event], cause: str = "backfill") -> list[tuple[str, str]]:
    return sorted(
        (event.change_type.value, event.label)
        for event in events
        if event.entity_type == "entry" and event.cause == cause and not event.minor
    )


@settings(max_examples=12)
@given(st.integers(0, 10_000))
def test_captures_in_any_order_give_what_the_nights_gave(seed: int) -> None:
    dice = random.Random(seed)
    editor = Editor(dice)
    editor.begin()
    with TemporaryDirectory() as one, TemporaryDirectory() as two, chronicle(Path(one)) as nights:
        for _ in range(6):
            nights.night({name: tuple(lines) for name, lines in editor.site.items()})
            if nights.state.held_run_id:
                nights.accept()
            for _ in range(dice.randint(0, 2)):
                dice.choice((editor.add, editor.drop, editor.move, editor.shuffle))()
        files = warcs(Path(one))
        dice.shuffle(files)
        with chronicle(Path(two)) as late:
            take(late, files)
            assert rows(late.state) == rows(nights.state)
            assert happened(late.events) == happened(nights.events)
            assert late.problems() == []


def test_an_older_capture_moves_the_first_sight_and_keeps_ids(tmp_path: Path) -> None:
    files = captured(tmp_path / "old", {"a": ["Title 1", "Title 2"]})
    with chronicle(tmp_path / "data") as told:
        told.night({"a": ["Title 1", "Title 2", "Title 3"]})
        told.night({"a": ["Title 1", "Title 2", "Title 3"]})
        before = dict(told.state.entries)
        done = take(told, files)
        assert (done.taken, done.outcome.result) == (1, "success")
        assert set(told.state.entries) == set(before)
        first = {row.citation.title: row.first_seen_at for row in told.state.entries.values()}
        assert first == {"Title 1": EARLY, "Title 2": EARLY, "Title 3": START}
        assert kinds(done.outcome.events) == [("added", "Title 3")]  # between the two, not known from the start
        (event,) = [one for one in done.outcome.events if one.entity_type == "entry"]
        assert (event.occurred_after, event.observed_at) == (EARLY, START)
        assert told.problems() == []


def test_what_was_told_as_new_and_had_been_there_before_is_retracted(tmp_path: Path) -> None:
    files = captured(tmp_path / "old", {"a": ["Title 1", "Title 2", "Title 9"]})
    with chronicle(tmp_path / "data") as told:
        told.night({"a": ["Title 1", "Title 2"]})
        told.night({"a": ["Title 1", "Title 2", "Title 9"]})
        (new,) = [event for event in told.events if event.change_type == "added" and not event.initial]
        done = take(told, files)
        said = [event for event in done.outcome.events if event.entity_id == new.entity_id]
        assert [event.change_type.value for event in said if event.change_type == "retracted"] == ["retracted"]
        assert {"added", "missing", "resumed"} <= {event.change_type.value for event in said}
        assert told.state.entries[new.entity_id].first_seen_at == EARLY
        assert new.change_id in next(event.reason or "" for event in said if event.change_type == "retracted")
        assert told.problems() == []


def test_entries_gone_before_the_first_night_are_known_as_removed(tmp_path: Path) -> None:
    files = captured(tmp_path / "old", *[{"a": ["Title 1", "Title 8"]}, {"a": ["Title 1"]}, {"a": ["Title 1"]}])
    with chronicle(tmp_path / "data") as told:
        told.night({"a": ["Title 1"]})
        done = take(told, reversed(files))
        assert [row.citation.title for row in told.state.removed.values()] == ["Title 8"]
        assert kinds(done.outcome.events) == [("added", "Title 8"), ("missing", "Title 8"), ("removed", "Title 8")]
        gone = [event for event in done.outcome.events if event.change_type == "removed"]
        assert [event.occurred_after for event in gone] == [EARLY]
        assert told.problems() == []


def test_the_same_captures_once_more_change_nothing(tmp_path: Path) -> None:
    files = captured(tmp_path / "old", {"a": ["Title 1"]}, {"a": ["Title 1", "Title 2"]})
    with chronicle(tmp_path / "data") as told:
        told.night({"a": ["Title 2"]})
        take(told, files)
        ledger = (told.place.raw / "ledger.jsonl").read_bytes()
        done = take(told, files + warcs(told.place.raw), LATER + timedelta(days=1))
        assert (done.taken, done.known) == (0, 3)
        assert (told.place.raw / "ledger.jsonl").read_bytes() == ledger


def test_a_night_after_an_import_reports_only_what_the_site_did(tmp_path: Path) -> None:
    files = captured(tmp_path / "old", {"a": ["Title 1", "Title 7"]})
    with chronicle(tmp_path / "data") as told:
        told.night({"a": ["Title 1"]})
        take(told, files, told.at - timedelta(hours=2))
        night = told.night({"a": ["Title 1", "Title 2"]})
        assert kinds(night.events, "source") == [("added", "Title 2"), *_late_removals(night.events)]
        assert told.problems() == []


def _late_removals(events: Sequence[Event]) -> list[tuple[str, str]]:
    return [(kind, label) for kind, label in kinds(events, "source") if kind == "removed" and label == "Title 7"]
