"""Older captures that come in late: the history as if they had been taken in time, and nothing published is lost."""

import random
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from shelflist.models.track import Event, State
from shelflist.pipeline import stages
from shelflist.pipeline.importing import Imported, import_files
from tests.pipeline.chronicle import NARROWER, START, Chronicle, Pages, address, chronicle
from tests.pipeline.editor import Editor

LATER = datetime(2027, 3, 1, 12, tzinfo=UTC)
EARLY = datetime(2015, 6, 1, 2, tzinfo=UTC)


def take(told: Chronicle, files: Iterable[Path], now: datetime = LATER) -> Imported:
    done = import_files(told.place, list(files), now=now, progress=stages.SILENT)
    told.events += done.outcome.events
    return done


def warcs(folder: Path) -> list[Path]:
    return sorted(folder.rglob("*.warc.gz"))


def captured(folder: Path, *sites: Pages, at: datetime = EARLY, hours: float = 24) -> list[Path]:
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


@settings(max_examples=2)
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
    files = captured(tmp_path / "old", {"a": ("Title 1", "Title 2")})
    with chronicle(tmp_path / "data") as told:
        told.night({"a": ("Title 1", "Title 2", "Title 3")})
        told.night({"a": ("Title 1", "Title 2", "Title 3")})
        before = dict(told.state.entries)
        done = take(told, files)
        assert (done.taken, done.outcome.result) == (1, "success")
        assert set(told.state.entries) == set(before)
        first = {row.citation.title: row.first_seen_at for row in told.state.entries.values()}
        assert first == {"Title 1": EARLY, "Title 2": EARLY, "Title 3": START}
        assert [row.citation.title for row in told.state.entries.values() if not row.initial] == ["Title 3"]
        assert kinds(done.outcome.events) == [("added", "Title 3")]  # between the two, not known from the start
        (event,) = [one for one in done.outcome.events if one.entity_type == "entry"]
        assert (event.occurred_after, event.observed_at) == (EARLY, START)
        assert told.problems() == []


def test_what_was_told_as_new_and_had_been_there_before_is_retracted(tmp_path: Path) -> None:
    files = captured(tmp_path / "old", {"a": ("Title 1", "Title 2", "Title 9")})
    with chronicle(tmp_path / "data") as told:
        told.night({"a": ("Title 1", "Title 2")})
        told.night({"a": ("Title 1", "Title 2", "Title 9")})
        (new,) = [event for event in told.events if event.change_type == "added" and not event.initial]
        done = take(told, files)
        said = [event for event in done.outcome.events if event.entity_id == new.entity_id]
        assert [event.change_type.value for event in said if event.change_type == "retracted"] == ["retracted"]
        assert {"added", "missing", "resumed"} <= {event.change_type.value for event in said}
        assert told.state.entries[new.entity_id].first_seen_at == EARLY
        assert new.change_id in next(event.reason or "" for event in said if event.change_type == "retracted")
        assert told.problems() == []


def test_entries_gone_before_the_first_night_are_known_as_removed(tmp_path: Path) -> None:
    sites: list[Pages] = [{"a": ("Title 1", "Title 8")}, {"a": ("Title 1",)}, {"a": ("Title 1",)}]
    files = captured(tmp_path / "old", *sites)
    with chronicle(tmp_path / "data") as told:
        told.night({"a": ("Title 1",)})
        done = take(told, reversed(files))
        assert [row.citation.title for row in told.state.removed.values()] == ["Title 8"]
        assert kinds(done.outcome.events) == [("added", "Title 8"), ("missing", "Title 8"), ("removed", "Title 8")]
        gone = [event for event in done.outcome.events if event.change_type == "removed"]
        assert [event.occurred_after for event in gone] == [EARLY]
        assert told.problems() == []


def test_the_same_captures_once_more_change_nothing(tmp_path: Path) -> None:
    files = captured(tmp_path / "old", {"a": ("Title 1",)}, {"a": ("Title 1", "Title 2")})
    with chronicle(tmp_path / "data") as told:
        told.night({"a": ("Title 2",)})
        take(told, files)
        ledger = (told.place.raw / "ledger.jsonl").read_bytes()
        done = take(told, files + warcs(told.place.raw), LATER + timedelta(days=1))
        assert (done.taken, done.known) == (0, 3)
        assert (told.place.raw / "ledger.jsonl").read_bytes() == ledger


def test_a_night_after_an_import_reports_only_what_the_site_did(tmp_path: Path) -> None:
    files = captured(tmp_path / "old", {"a": ("Title 1", "Title 7")})
    with chronicle(tmp_path / "data") as told:
        told.night({"a": ("Title 1",)})
        take(told, files, told.at - timedelta(hours=2))
        night = told.night({"a": ("Title 1", "Title 2")})
        assert kinds(night.events, "source") == [("added", "Title 2"), *_late_removals(night.events)]
        assert told.problems() == []


def _late_removals(events: Sequence[Event]) -> list[tuple[str, str]]:
    return [(kind, label) for kind, label in kinds(events, "source") if kind == "removed" and label == "Title 7"]


def test_an_intermediate_state_takes_the_place_of_the_change_that_skipped_it(tmp_path: Path) -> None:
    old, middle, new = (f"Smith, John. {title}. London: Press, 1917. {n} pages." for title, n in
                        (("The Common Road", 10), ("The Common Road", 12), ("The Common Road", 14)))  # fmt: skip
    files = captured(tmp_path / "old", {"a": (middle, "Title 1")}, at=START + timedelta(hours=12))
    with chronicle(tmp_path / "data") as told:
        told.night({"a": (old, "Title 1")})
        told.night({"a": (new, "Title 1")})
        told.night({"a": (new, "Title 1")})
        done = take(told, files, told.at)
        said = [(event.change_type.value, event.field, event.new_value) for event in done.outcome.events]
        assert ("retracted", "page_count", None) in said
        assert ("changed", "page_count", "12") in said
        assert ("changed", "page_count", "14") in said
        assert [row.citation.page_count for row in told.state.entries.values() if row.citation.page_count] == [14]
        assert told.problems() == []


def test_two_entries_that_an_older_capture_shows_to_be_one_go_on_as_the_older(tmp_path: Path) -> None:
    first = "Smith, John. The Common Road to Freedom. London: Press, 1917. 10 pages."
    between = "Smith, John. The Common Road to Freedom. Moscow: Modern Library, 1917. 10 pages."
    last = "Smith, John. The Common Road to Freedom. Moscow: Modern Library, 1919. 24 pages."
    files = captured(tmp_path / "old", {"a": (between, "Title 1")}, at=START + timedelta(hours=12))
    with chronicle(tmp_path / "data") as told:
        told.night({"a": (first, "Title 1")})
        told.night({"a": (last, "Title 1")})
        ids = {row.citation_raw: row.entry_id for row in told.state.entries.values()}
        done = take(told, files, told.at)
        row = told.state.entries[ids[first]]
        assert (row.citation_raw, row.status, row.first_seen_at) == (last, "active", START)
        assert told.state.aliases[ids[last]].current_id == ids[first]
        assert not told.state.candidates
        said = {(event.entity_id, event.change_type.value) for event in done.outcome.events}
        assert {(ids[last], "retracted"), (ids[first], "retracted"), (ids[first], "changed")} <= said
        assert told.problems() == []
        told.night({"a": (last, "Title 1")})
        assert {ids[first]} == {row.entry_id for row in told.state.entries.values() if row.citation_raw == last}


def test_a_page_that_only_old_captures_show_is_asked_the_next_night(tmp_path: Path) -> None:
    files = captured(tmp_path / "old", {"a": ("Title 1",), "z": ("Title 26",)})
    with chronicle(tmp_path / "data") as told:
        told.night({"a": ("Title 1",)})
        take(told, files, told.at - timedelta(hours=2))
        page = told.state.pages[told.page_id("z")]
        assert (page.first_seen_at, page.unobserved_since) == (EARLY, EARLY)
        night = told.night({"a": ("Title 1",), "z": ("Title 26",)})
        assert night.result == "success"
        assert kinds(night.events, "source") == []
        again = told.night({"a": ("Title 1",), "z": ("Title 26", "Title 27")})
        assert kinds(again.events, "source") == [("added", "Title 27")]
        assert told.problems() == []


def test_what_a_gate_held_then_is_not_learnt_from_now(tmp_path: Path) -> None:
    many = tuple(f"Title {number}" for number in range(1, 11))
    files = captured(tmp_path / "old", {"a": (*many[:4], "Title 99")})
    with chronicle(tmp_path / "data") as told:
        told.night({"a": many})
        told.night({"a": ()}, {"a": "empty"})
        told.night({"a": many[:3]})  # far fewer: absences do not count
        told.night({"a": many})
        before = told.shown
        done = take(told, files)
        assert told.shown == before
        assert {label for _, label in kinds(done.outcome.events)} == {*many[4:], "Title 99"}
        assert {kind for kind, label in kinds(done.outcome.events) if label in many} == {"added"}
        assert told.problems() == []


def test_imports_one_after_the_other_keep_the_ids_of_the_first(tmp_path: Path) -> None:
    sites: list[Pages] = [
        {"a": ("Title 1", "Title 2")},
        {"a": ("Title 2", "Title 3")},
        {"a": ("Title 3",)},
        {"a": ("Title 3",)},
    ]
    files = captured(tmp_path / "old", *sites)
    with chronicle(tmp_path / "data") as told:
        known: set[str] = set()
        for number, file in enumerate((files[2], files[0], files[3], files[1])):
            take(told, [file], LATER + timedelta(days=number))
            ids = {*told.state.entries, *told.state.removed}
            assert known <= ids
            known = ids
        first = {row.citation.title: row.first_seen_at for row in told.state.entries.values()}
        assert first["Title 3"] == EARLY + timedelta(days=1)
        assert {row.citation.title for row in told.state.removed.values()} >= {"Title 1"}
        assert told.problems() == []


def test_a_change_of_our_reading_before_an_import_retracts_nothing(tmp_path: Path) -> None:
    files = captured(tmp_path / "old", {"a": ("Title 2",)})
    with chronicle(tmp_path / "data") as told:
        told.night({"a": ("Title 1", "Title 2")})
        told.use_rules(NARROWER)
        told.night({"a": ("Title 1", "Title 2", "Title 3")})
        done = take(told, files)
        assert "retracted" not in {kind for kind, _ in kinds(done.outcome.events)}
        assert told.shown == {address("a"): ["Title 2", "Title 3"]}
        assert told.problems() == []


@pytest.mark.parametrize("seed", range(2))
def test_nights_that_come_in_late_between_others_give_the_same_past_under_published_ids(seed: int) -> None:
    dice = random.Random(seed)
    editor = Editor(dice)
    editor.begin()
    sites: list[Pages] = []
    for _ in range(5):
        sites.append({name: tuple(lines) for name, lines in editor.site.items()})
        for _ in range(dice.randint(0, 2)):
            dice.choice((editor.add, editor.drop, editor.shuffle))()
    late = {number for number in range(4) if dice.random() < 0.5}
    with TemporaryDirectory() as one, TemporaryDirectory() as two:
        with chronicle(Path(one)) as truth:
            for site in sites:
                truth.night(site)
            files = warcs(Path(one))
            expected = {(row.citation_raw, row.first_seen_at, row.initial) for row in truth.state.entries.values()}
        with chronicle(Path(two)) as told:
            for number, site in enumerate(sites):
                told.at = START + timedelta(days=number)
                if number not in late:
                    told.night(site)
            published = {*told.state.entries, *told.state.removed}
            shown = told.shown
            take(told, [files[number] for number in late])
            assert told.shown == shown
            assert published <= {*told.state.entries, *told.state.removed, *told.state.aliases}
            found = {(row.citation_raw, row.first_seen_at, row.initial) for row in told.state.entries.values()}
            assert found == expected
            assert told.problems() == []
