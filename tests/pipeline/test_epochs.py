"""A change of our own reading: never blamed on the site, never a loss, and replayed like everything else."""

import shutil
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from shelflist.errors import UsageError
from shelflist.pipeline import stages
from shelflist.pipeline.deciding import record_acceptance
from shelflist.pipeline.epochs import begin_epoch_if_needed
from shelflist.sources.load import parse_source
from tests.pipeline.chronicle import HOME, NARROWER, RULES, Chronicle, chronicle

SITE = {"a": ("Title 1", "Title 2", "Title 3"), "b": ("Title 4", "Title 5"), "c": ("Title 6",)}


def causes(told: Chronicle, run_id: str) -> set[tuple[str, str]]:
    """(type, cause) of the entries' events in one run."""
    return {(e.change_type, e.cause) for e in told.events if e.run_id == run_id and e.entity_type == "entry"}


def test_a_first_night_that_failed_survives_the_replay_after_its_rules_were_mended(tmp_path: Path) -> None:
    with chronicle(tmp_path) as told:
        told.use_rules(RULES.replace(".entry-content", ".no-such-element"))
        assert told.night(SITE).result == "failed"
        told.use_rules(RULES)
        assert told.night(SITE).result == "success"
        assert told.problems() == []


def test_rules_that_read_nothing_are_noticed_in_the_same_night(tmp_path: Path) -> None:
    with chronicle(tmp_path) as told:
        told.night(SITE)
        told.use_rules(RULES.replace(".entry-content", ".no-such-element"))
        assert told.night(SITE).result == "failed"
        assert sum(map(len, told.shown.values())) == 6


def test_entries_of_an_absent_page_are_not_brought_back_by_other_rules(tmp_path: Path) -> None:
    with chronicle(tmp_path) as told:
        told.night(SITE)
        told.night(SITE, {"a": 410})
        told.use_rules(NARROWER)
        epoch, run = told.night(SITE, {"a": 410}).runs
        assert (epoch.kind, run.kind) == ("epoch", "harvest")
        assert causes(told, epoch.run_id) == {("removed", "extractor")}  # "Title 1" is navigation now
        assert causes(told, run.run_id) == {("removed", "source")}
        assert set(told.shown) == {f"{HOME}b/", f"{HOME}c/"}


def test_entries_whose_absence_does_not_count_yet_outlive_other_rules(tmp_path: Path) -> None:
    many = tuple(f"Title {number}" for number in range(2, 12))
    with chronicle(tmp_path) as told:
        told.night({**SITE, "a": many})
        assert told.night({**SITE, "a": many[:4]}).result == "held"  # half a page, perhaps
        told.use_rules(NARROWER)
        told.night({**SITE, "a": many[:4]})
        assert not [e for e in told.events if e.change_type == "removed" and e.label in many[4:8]]


def test_what_was_held_under_old_rules_is_not_accepted_under_new_ones(tmp_path: Path) -> None:
    with chronicle(tmp_path) as told:
        told.night(SITE)
        held = told.night(SITE, {"a": "empty"})
        assert held.result == "held"
        told.use_rules(NARROWER)
        begin_epoch_if_needed(told.place, told.state, told.at)
        told.fold()
        assert told.state.held_run_id is None
        with pytest.raises(UsageError, match="no run waits"):
            record_acceptance(
                told.place, told.state, held.runs[-1].run_id, page_id=None, reason="late", by="tester", now=None
            )


def test_a_source_whose_tables_are_lost_is_derived_again_from_its_last_epoch(tmp_path: Path) -> None:
    with chronicle(tmp_path) as told:
        told.night(SITE)
        told.use_rules(NARROWER)
        told.night(SITE)
        shown, place = told.shown, told.place
    shutil.rmtree(place.clean)
    assert stages.replay(place.loaded, tmp_path).snapshot is not None
    with chronicle(tmp_path) as told:
        told.place = replace(told.place, loaded=place.loaded)
        assert told.shown == shown
        assert told.problems() == []


def test_a_replay_killed_between_its_two_renames_is_undone(tmp_path: Path) -> None:
    with chronicle(tmp_path) as told:
        told.night(SITE)
        shown, place = told.shown, told.place
    place.clean.rename(place.clean.with_name(f".{place.clean.name}.old"))
    with chronicle(tmp_path) as told:
        assert told.shown == shown


def test_an_epoch_a_second_after_a_run_has_a_name_of_its_own(tmp_path: Path) -> None:
    with chronicle(tmp_path) as told:
        told.night(SITE, hours=0)
        told.use_rules(NARROWER)
    with pytest.raises(UsageError, match="not after the last run"):
        stages.harvest(told.place.loaded, tmp_path, now=told.at + timedelta(seconds=1))


def test_a_damaged_snapshot_is_made_again_before_other_rules_follow_it(tmp_path: Path) -> None:
    with chronicle(tmp_path) as told:
        told.night(SITE)
        told.night(SITE | {"c": ("Title 6", "Title 7")})
        file = (told.place.clean / "latest" / "entries.parquet").resolve()
        whole = file.read_bytes()
        file.unlink()
        file.write_bytes(whole[:-100])
        loaded = parse_source(NARROWER, "made-up.toml")
    assert stages.replay(loaded, tmp_path).result == "success"
    assert file.read_bytes() == whole
    assert stages.verify(loaded, tmp_path) == []
