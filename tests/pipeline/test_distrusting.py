"""A capture that is not to be believed: the past is told as if it had never been made, what was told is put right."""

import random
from datetime import timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import shelflist
from shelflist.errors import UsageError
from shelflist.models.track import Event, State
from shelflist.models.web import Purpose
from shelflist.pipeline.deciding import record_distrust
from shelflist.pipeline.outcome import Outcome
from tests.pipeline.chronicle import Chronicle, Pages, address, chronicle
from tests.pipeline.editor import Editor

GOOD: Pages = {"a": ("# Weavers", "Title 1", "Title 2", "Title 3", "Title 4"), "b": ("Title 8", "Title 9")}
HIJACKED: Pages = {"a": ("# Weavers", "Title 1", "Title 2 with a lie", "Title 3", "Cheap Watches"), "b": GOOD["b"]}


def capture_of(made: Chronicle, name: str, night: int) -> str:
    run = made.place.history().runs[night]
    (found,) = [
        one.capture_id for one in run.captures if one.url == address(name) and one.asked.purpose is Purpose.PAGE
    ]
    return found


def distrust(made: Chronicle, capture: str, hours: float = 1) -> Outcome:
    """So many hours before the next night."""
    at = made.at - timedelta(hours=hours)
    record_distrust(made.place, made.state, capture, reason="hijacked", by="tester", now=at)
    return made.fold()


def rows(state: State) -> set[tuple[object, ...]]:
    return {
        (row.entry_id, row.status, row.citation_raw, row.page_id, row.first_seen_at, row.last_seen_at,
         row.missing_since, row.location.capture_id, row.evidence_capture_id)
        for row in state.entries.values()
    }  # fmt: skip


def kinds(events: tuple[Event, ...]) -> list[tuple[str, str]]:
    return sorted((event.change_type.value, event.label) for event in events if event.entity_type == "entry")


def test_the_last_capture_is_taken_back_and_the_page_stands_as_before_it(tmp_path: Path) -> None:
    with chronicle(tmp_path) as made:
        made.night(GOOD)
        before = rows(made.state)
        made.night(HIJACKED)
        bad = capture_of(made, "a", 1)
        told = distrust(made, bad)
        assert rows(made.state) == before
        assert {event.cause for event in told.events} == {"manual"}
        assert ("retracted", "Cheap Watches") in kinds(told.events)
        assert {row.citation.title for row in made.state.removed.values()} == {"Cheap Watches", "Title 2 with a lie"}
        assert bad not in {key for page in made.state.pages.values() for key in page.capture_ids}
        assert [event for event in made.night(GOOD).events if event.cause == "source" and not event.minor] == []
        assert made.problems() == []


def test_a_capture_between_two_good_ones_leaves_no_trace_but_what_is_retracted(tmp_path: Path) -> None:
    with chronicle(tmp_path / "one") as made, chronicle(tmp_path / "two") as blind:
        for night, site in enumerate((GOOD, HIJACKED, GOOD, GOOD)):
            made.night(site)
            blind.night(site, {"a": "timeout"} if night == 1 else {})
        told = distrust(made, capture_of(made, "a", 1))
        assert {kind for kind, _ in kinds(told.events)} == {"retracted"}
        assert {row[:5] for row in rows(made.state)} == {row[:5] for row in rows(blind.state)}
        assert {row.citation.title for row in made.state.removed.values()} <= {"Cheap Watches", "Title 2 with a lie"}
        assert made.night(GOOD).events == ()


def test_a_true_change_seen_first_in_a_bad_capture_is_told_from_the_next_good_one(tmp_path: Path) -> None:
    grown: Pages = {"a": (*GOOD["a"], "Title 5"), "b": GOOD["b"]}
    with chronicle(tmp_path) as made:
        for site in (GOOD, {"a": (*HIJACKED["a"], "Title 5"), "b": GOOD["b"]}, grown):
            made.night(site)
        (row,) = [row for row in made.state.entries.values() if row.citation.title == "Title 5"]
        third = made.at - timedelta(hours=24)
        told = distrust(made, capture_of(made, "a", 1))
        mine = [event for event in told.events if event.entity_id == row.entry_id]
        assert [event.change_type.value for event in sorted(mine, key=lambda one: one.change_type)] == [
            "added", "retracted",
        ]  # fmt: skip
        (added,) = [event for event in mine if event.change_type == "added"]
        assert (added.observed_at, added.occurred_after) == (third, third - timedelta(hours=48))
        assert made.state.entries[row.entry_id].first_seen_at == third, "the published id is pinned"


def test_the_same_bytes_captured_again_are_a_capture_of_their_own(tmp_path: Path) -> None:
    with chronicle(tmp_path) as made:
        made.night(GOOD)
        before = {row[:5] for row in rows(made.state)}
        made.night(HIJACKED)
        made.night(HIJACKED)
        distrust(made, capture_of(made, "a", 1), hours=2)
        assert "Cheap Watches" in {row.citation.title for row in made.state.entries.values()}, "seen again since"
        distrust(made, capture_of(made, "a", 2))
        assert {row[:5] for row in rows(made.state)} == before


def test_what_was_there_from_the_start_by_a_bad_capture_alone_is_taken_back(tmp_path: Path) -> None:
    with chronicle(tmp_path) as made:
        made.night(HIJACKED)
        first = made.at - timedelta(hours=24)
        made.night(GOOD)
        told = distrust(made, capture_of(made, "a", 0))
        watches = [event for event in told.events if event.label == "Cheap Watches"]
        assert {event.change_type.value for event in watches} == {"retracted"}
        assert True in {event.initial for event in watches}
        (stayed,) = [row for row in made.state.entries.values() if row.citation.title == "Title 1"]
        mine = [event for event in told.events if event.entity_id == stayed.entry_id]
        assert sorted(event.change_type.value for event in mine) == ["added", "retracted"], "first seen a night later"
        assert stayed.first_seen_at == first + timedelta(hours=24)
        assert made.night(GOOD).events == ()
        assert made.problems() == []


def test_the_tables_say_so_and_nobody_can_say_it_twice(tmp_path: Path) -> None:
    with chronicle(tmp_path) as made:
        made.night(GOOD)
        made.night(HIJACKED)
        bad = capture_of(made, "a", 1)
        distrust(made, bad)
        captures = shelflist.load("made-up", "captures", data=made.place.data).collect()
        assert captures.filter(captures["distrusted"])["capture_id"].to_list() == [bad]
        decisions = shelflist.load("made-up", "decisions", data=made.place.data).collect()
        assert decisions.select("kind", "subject", "reason").rows() == [("distrust", bad, "hijacked")]
        for name in (bad, "20260101T000000Z-00001", made.place.history().runs[0].captures[0].capture_id):
            with pytest.raises(UsageError):
                record_distrust(made.place, made.state, name, reason="once more", by="tester", now=None)
        assert made.problems() == []


def test_a_page_that_only_a_bad_capture_showed_is_taken_back(tmp_path: Path) -> None:
    with chronicle(tmp_path) as made:
        made.night(GOOD)
        made.night({**GOOD, "c": ("Title 20", "Title 21")})
        page = made.page_id("c")
        distrust(made, capture_of(made, "c", 1))
        assert made.state.pages[page].status == "removed"
        assert address("c") not in made.shown
        made.night({**GOOD, "c": ("Title 20", "Title 21")})
        assert made.shown[address("c")] == ["Title 20", "Title 21"]
        assert made.problems() == []


@settings(max_examples=2, deadline=None)
@given(st.integers(0, 10_000))
def test_whatever_happened_the_entries_are_those_of_nights_without_the_capture(seed: int) -> None:
    dice = random.Random(seed)
    editor = Editor(dice)
    editor.begin()
    with TemporaryDirectory() as one, TemporaryDirectory() as two, chronicle(Path(one)) as made, \
            chronicle(Path(two)) as blind:  # fmt: skip
        bad = dice.randint(1, 2)
        for night in range(4):
            site = {name: tuple(lines) for name, lines in editor.site.items()}
            made.night(site)
            blind.night(site, {"a": "timeout"} if night == bad else {})
            for _ in range(dice.randint(0, 2)):
                dice.choice((editor.add, editor.drop, editor.shuffle))()
        published = {*made.state.entries, *made.state.removed}
        distrust(made, capture_of(made, "a", bad))
        assert published <= {*made.state.entries, *made.state.removed, *made.state.aliases}, "ids are pinned"
        assert made.shown == blind.shown
        assert made.problems() == []
