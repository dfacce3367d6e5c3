"""`shelflist prune`: nothing goes without --yes, and what is asked of the past is answered as before."""

import json
import shutil
from collections.abc import Iterator
from pathlib import Path

import polars as pl
import pytest

import shelflist
from shelflist.cli.app import run
from shelflist.publish.read import versions
from shelflist.publish.snapshot import snapshot_versions
from shelflist.tables.columns import table_named
from tests.cli.running import Harvested


@pytest.fixture
def data(harvested: Harvested, tmp_path: Path) -> Iterator[Path]:
    """A copy of the demo after two nights."""
    shutil.copytree(harvested.data, tmp_path / "data", symlinks=True)
    yield tmp_path / "data"


def _prune(data: Path, *words: str) -> int:
    return run(["prune", "demo", "--data", str(data), *words])


def test_without_yes_nothing_goes(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    clean = data / "clean" / "demo"
    first, _ = snapshot_versions(clean)
    assert _prune(data, "--keep", "1") == 0
    told = capsys.readouterr().out
    assert told.splitlines()[0] == first
    assert "would remove 1 snapshot" in told
    assert "--yes" in told
    assert len(snapshot_versions(clean)) == 2


def test_with_yes_old_snapshots_go_and_the_past_can_still_be_asked(
    data: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    clean = data / "clean" / "demo"
    first, latest = versions(clean)
    before = shelflist.load("demo", data=data, version=first).collect().sort("page_id", "entry_id")
    others = {table: _sorted(data, table, first) for table in ("pages", "headings", "links", "agents", "works")}
    changes = shelflist.load("demo", "changes", data=data).collect()
    assert _prune(data, "--keep", "1", "--yes", "--json") == 0
    told = json.loads(capsys.readouterr().out)
    assert (told["removed"], told["versions"], told["bytes"] > 0) == (True, [first], True)
    assert snapshot_versions(clean) == [latest]
    assert shelflist.load("demo", data=data, as_of="2026-11-01").collect().equals(before)
    assert shelflist.load("demo", "changes", data=data).collect().equals(changes)
    for table, frame in others.items():
        assert frame.height
        assert _sorted(data, table, first).equals(frame), table
    assert _prune(data, "--keep", "1", "--yes") == 0
    assert "removed 0 snapshots" in capsys.readouterr().out


def _sorted(data: Path, table: str, version: str) -> pl.DataFrame:
    frame = shelflist.load("demo", table, data=data, version=version).collect()
    assert frame.equals(shelflist.load("demo", table, data=data, as_of="2026-11-01").collect())
    return frame.sort(table_named(table).key)


@pytest.mark.parametrize("format", ["markdown", "json", "csv", "daff"])
def test_a_pruned_snapshot_is_compared_as_before(data: Path, capsys: pytest.CaptureFixture[str], format: str) -> None:
    """Made again from the next that was kept, and the delta between."""
    words = ["diff", "demo", "2026-11-01", "--data", str(data), "--format", format]
    assert run(words) == 1
    before = capsys.readouterr().out
    assert _prune(data, "--keep", "1", "--yes") == 0
    capsys.readouterr()
    assert run(words) == 1
    assert sorted(capsys.readouterr().out.splitlines()) == sorted(before.splitlines())


def test_what_still_works_after_a_prune_and_what_says_that_it_cannot(
    data: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert _prune(data, "--keep", "1", "--yes") == 0
    assert run(["changes", "demo", "--data", str(data)]) == 0
    assert run(["status", "demo", "--data", str(data), "--now", "2026-11-02T03:00:00Z"]) == 0
    shutil.rmtree(data / "clean" / "demo" / "deltas")
    capsys.readouterr()
    for day in ((), ("2026-11-01",)):
        assert run(["diff", "demo", *day, "--data", str(data)]) == 2
        assert "was pruned" in capsys.readouterr().err, "not silently compared with another day"


@pytest.mark.parametrize("words", [(), ("--keep", "0"), ("--keep", "-1"), ("--keep", "many")])
def test_what_to_keep_must_be_said(data: Path, words: tuple[str, ...]) -> None:
    assert _prune(data, *words, "--yes") == 2
    assert len(snapshot_versions(data / "clean" / "demo")) == 2
