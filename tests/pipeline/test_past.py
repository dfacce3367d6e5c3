"""What was there on any day can still be said, by the history, by deltas, and after old snapshots are gone."""

import itertools
import json
import random
import shutil
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import polars as pl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from shelflist.errors import SnapshotError
from shelflist.pipeline.pruning import removable, remove
from shelflist.publish.delta import folded, net
from shelflist.publish.delta_files import apply_delta, delta_between, read_delta, table_of, write_delta
from shelflist.publish.entry_history import time_of
from shelflist.publish.index import pruned_versions, write_index
from shelflist.publish.read import load, versions
from shelflist.publish.restoring import restore
from shelflist.publish.snapshot import existing_snapshot, latest_version, snapshot_versions
from shelflist.publish.upkeep import verify_snapshots
from shelflist.tables.columns import SNAPSHOT_TABLES
from shelflist.tables.files import table_hash
from tests.pipeline.chronicle import NARROWER, Chronicle, chronicle
from tests.pipeline.editor import Editor, Witness, one_day

SITE = {"a": ("# One", "Apple", "Pear", "Plum"), "b": ("# Two", "Oak", "Elm", "Ash")}
WITHOUT_PEAR = {**SITE, "a": ("# One", "Apple", "Plum")}

_NARROW = [pl.all().exclude("occurrence"), pl.col("occurrence").cast(pl.UInt16)]
_OTHER_COLUMNS: list[list[pl.Expr]] = [[pl.all().exclude("work_id")], _NARROW]


@pytest.fixture
def told(tmp_path: Path) -> Iterator[Chronicle]:
    with chronicle(tmp_path) as nights:
        yield nights


def _load(told: Chronicle, table: str = "entries", **given: str) -> pl.DataFrame:
    return load("made-up", table, data=told.place.data, **given).collect()


def _snapshots(told: Chronicle) -> dict[str, Path]:
    return {version: told.place.clean / "snapshots" / version for version in snapshot_versions(told.place.clean)}


def _entries(folder: Path) -> pl.DataFrame:
    return pl.read_parquet(folder / "entries.parquet").sort("page_id", "entry_id")


def assert_history_is_whole(told: Chronicle, kept: dict[str, pl.DataFrame]) -> None:
    """`kept` holds the entries of every version, as its snapshot had them."""
    history = _load(told, "entry_history")
    for _, rows in history.group_by("entry_id"):
        ordered = rows.sort("valid_from")
        assert ordered["valid_to"][:-1].equals(ordered["valid_from"][1:].alias("valid_to")), "no gap, no overlap"
        assert ordered["is_current"].to_list() == [False] * (ordered.height - 1) + [True]
        assert ordered["closed_by"][:-1].equals(ordered["opened_by"][1:].alias("closed_by"))
        assert not any(a and b for a, b in itertools.pairwise(ordered["is_deleted"]))
    current = history.filter("is_current", ~pl.col("is_deleted"))
    assert set(current["entry_id"]) == set(told.state.entries)
    assert versions(told.place.clean) == list(kept)
    ends = [*(time_of(version) - timedelta(seconds=1) for version in list(kept)[1:]), told.at]
    for (version, entries), end in zip(kept.items(), ends, strict=True):
        for at in (time_of(version), end):
            assert _load(told, as_of=at.isoformat()).equals(entries), version
    told_changes = set(_load(told, "changes")["change_id"])
    assert set(history["opened_by"].explode(empty_as_null=False)) <= told_changes


def assert_deltas_lead_on(told: Chronicle) -> None:
    folders = list(_snapshots(told).values())
    tables = {folder: {table.name: table_of(folder, table) for table in SNAPSHOT_TABLES} for folder in folders}
    between = cache(delta_between)

    def assert_leads(a: Path, b: Path) -> None:
        after = apply_delta(tables[a], between(a, b))
        for name, frame in tables[b].items():
            assert table_hash(after[name]) == table_hash(frame), name

    for a, b in itertools.pairwise(folders):
        written = read_delta(told.place.clean / "deltas" / f"{b.name}.jsonl.gz")
        assert written == between(a, b)
        assert_leads(a, b)
        assert_leads(b, a)
    for a, b, c in zip(folders, folders[1:], folders[2:], strict=False):
        assert_leads(a, c)
        assert net(between(a, c).edits) == folded(between(a, b).edits, between(b, c).edits)


@settings(max_examples=2, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow])
@given(st.integers(0, 1_000_000), st.integers(1, 3))
def test_any_day_of_any_history_is_still_there_after_old_snapshots_are_gone(seed: int, keep: int) -> None:
    with TemporaryDirectory() as data, chronicle(Path(data)) as told:
        editor, witness = Editor(random.Random(seed)), Witness()
        editor.begin()
        for _ in range(5):
            one_day(told, editor, witness)
        kept = {version: _entries(folder) for version, folder in _snapshots(told).items()}
        assert_history_is_whole(told, kept)
        assert_deltas_lead_on(told)
        remove(told.place, removable(told.place, keep))
        assert_history_is_whole(told, kept)
        for version in pruned_versions(told.place.clean):
            assert _entries(restore(told.place.clean, version, Path(data) / version)).equals(kept[version])
        one_day(told, editor, witness)
        assert told.problems() == []


def test_an_entry_that_goes_and_comes_back_is_one_story(told: Chronicle) -> None:
    for site in (SITE, WITHOUT_PEAR, WITHOUT_PEAR, SITE):
        told.night(site)
    story = _load(told, "entry_history").filter(pl.col("title") == "Pear")
    assert story["entry_id"].n_unique() == 1
    assert story["status"].to_list() == ["active", "missing", "removed", "active"]
    assert story["is_deleted"].to_list() == [False, False, True, False]
    assert story["valid_from"].to_list() == [time_of(version) for version in versions(told.place.clean)]
    assert story["valid_from_earliest"].to_list()[:2] == [None, story["valid_from"][0]]
    changes = dict(_load(told, "changes").select("change_id", "change_type").iter_rows())
    kinds = [[changes[one] for one in opened] for opened in story["opened_by"].to_list()]
    assert kinds == [["added"], ["missing"], ["removed"], ["reappeared"]]


def test_a_night_writes_history_only_of_what_changed(told: Chronicle) -> None:
    told.night(SITE)
    told.night({**SITE, "b": ("# Two", "Oak", "Elm", "Beech", "Ash")})
    first, second = sorted((told.place.clean / "history").iterdir())
    assert (pl.read_parquet(first).height, pl.read_parquet(second).height) == (6, 1)
    told.night({**SITE, "b": ("# Two", "Oak", "Elm", "Beech", "Ash")})
    assert len(list((told.place.clean / "history").iterdir())) == 2, "a quiet night writes none"


def test_history_is_made_up_for_what_an_earlier_program_published(told: Chronicle) -> None:
    told.night(SITE)
    told.night(WITHOUT_PEAR)
    whole = _load(told, "entry_history")
    for name in ("history", "deltas", "index"):
        shutil.rmtree(told.place.clean / name)
    first = versions(told.place.clean)[0]
    assert _load(told, as_of=time_of(first).isoformat()).height == 6, "from the snapshot, while there is no history"
    told.night({**WITHOUT_PEAR, "b": ("# Two", "Oak", "Elm")})
    assert (
        _load(told, "entry_history")
        .filter(pl.col("version") < versions(told.place.clean)[2])
        .select("entry_id", "version", "opened_by")
        .equals(whole.select("entry_id", "version", "opened_by"))
    )
    assert verify_snapshots(told.place.clean) == []


def test_a_replay_begins_with_the_snapshot_from_before_the_last_epoch_so_it_is_kept(told: Chronicle) -> None:
    told.night(SITE)
    told.night({**SITE, "a": ("# One", "Apple", "Pear", "Plum", "Fig")})
    told.use_rules(NARROWER)
    told.night({**SITE, "a": ("# One", "Apple", "Title 1", "Pear", "Plum")})
    told.night(SITE)
    known = versions(told.place.clean)
    gone = remove(told.place, removable(told.place, 1)).versions
    assert known[0] in gone
    assert {known[1], known[-1]}.isdisjoint(gone)
    assert told.problems() == []


def test_a_pruned_snapshot_is_named_as_such_and_its_entries_are_still_there(told: Chronicle) -> None:
    told.night(SITE)
    told.night(WITHOUT_PEAR)
    first, latest = versions(told.place.clean)
    remove(told.place, removable(told.place, 1))
    assert snapshot_versions(told.place.clean) == [latest] == [latest_version(told.place.clean)]
    assert _load(told, as_of="2026-11-01")["title"].sort().to_list() == ["Apple", "Ash", "Elm", "Oak", "Pear", "Plum"]
    assert _load(told, version=first)["title"].sort().to_list() == ["Apple", "Ash", "Elm", "Oak", "Pear", "Plum"]
    with pytest.raises(SnapshotError, match=f"the snapshot {first} was pruned"):
        existing_snapshot(told.place.clean, first)
    entry = json.loads((told.place.clean / "index" / f"{first}.json").read_bytes())
    assert (entry["version"], entry["pruned"]) == (first, True)
    assert entry["tables"]["entries"].keys() == {"rows", "hash"}


@pytest.mark.parametrize("folder", ["history", "deltas"])
def test_verify_names_a_damaged_file_beside_the_snapshots(told: Chronicle, folder: str) -> None:
    told.night(SITE)
    told.night(WITHOUT_PEAR)
    file = max((told.place.clean / folder).iterdir())
    file.write_bytes(file.read_bytes() + b"x")
    assert [problem.partition(":")[0] for problem in told.problems()][:1] == [str(file)]


def test_verify_applies_each_delta_and_compares_the_hash(told: Chronicle) -> None:
    told.night(SITE)
    told.night(WITHOUT_PEAR)
    first, second = _snapshots(told).values()
    true = delta_between(first, second)
    write_delta(told.place.clean, replace(true, edits=true.edits[1:]))
    write_index(told.place.clean, up_to=second.name)
    (problem,) = told.problems()
    assert "the delta gives a table with hash" in problem


def test_history_written_with_other_columns_is_read_with_those_of_today(told: Chronicle) -> None:
    for site in (SITE, WITHOUT_PEAR):
        told.night(site)
    whole = _load(told, "entry_history")
    for version, change in zip(versions(told.place.clean), _OTHER_COLUMNS, strict=True):
        file = told.place.clean / "history" / f"{version}.parquet"
        pl.read_parquet(file).select(change).write_parquet(file)
        assert _load(told, "entry_history").drop("work_id").equals(whole.drop("work_id"))
