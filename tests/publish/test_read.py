"""Reading what is published: the right snapshot, the rows of all runs, and an answer that says what there is."""

import json
from datetime import UTC, date, datetime, timedelta, timezone
from pathlib import Path

import polars as pl
import pytest

import shelflist
from shelflist.errors import SnapshotError, UsageError
from shelflist.publish.read import load, versions
from shelflist.publish.record import RunRecord
from shelflist.publish.runs import write_run
from shelflist.publish.snapshot import flip
from shelflist.publish.upkeep import verify_snapshots
from shelflist.tables.columns import ALL_TABLES, CHANGES, ENTRIES
from tests.support import rows

FIRST, SECOND = rows.run_id(1), rows.run_id(2)


@pytest.fixture
def published(data: Path, clean: Path, two_nights: tuple[Path, Path]) -> Path:
    """The data directory, with two snapshots and two runs."""
    write_run(clean, RunRecord(run=rows.run(1), events=(rows.event(),), captures=(rows.capture(),)))
    observations = (rows.observation(run_id=SECOND),)
    write_run(clean, RunRecord(run=rows.run(2, held_reasons=("a", "b")), observations=observations))
    return data


def _ids(frame: pl.LazyFrame) -> set[str]:
    return set(frame.select("entry_id").collect()["entry_id"])


def test_load_gives_the_latest_accepted_snapshot(published: Path, clean: Path) -> None:
    assert "added" in _ids(load("demo", data=published))
    flip(clean, FIRST)
    assert "added" not in _ids(load("demo", data=published))
    assert versions(clean) == [FIRST]


def test_every_table_loads_with_its_columns(published: Path) -> None:
    for table in ALL_TABLES:
        assert load("demo", table.name, data=published).collect().schema == table.schema


def test_a_version_is_loaded_by_name(published: Path) -> None:
    assert "removed" in _ids(load("demo", data=published, version=FIRST))


@pytest.mark.parametrize(
    ("as_of", "expected"),
    [
        ("2026-11-01", "removed"),
        (date(2026, 11, 1), "removed"),
        ("2026-11-02", "added"),
        ("2026-11-02T02:59:59", "removed"),
        ("2026-11-02T03:00:00Z", "added"),
        (datetime(2026, 11, 2, 3, tzinfo=UTC), "added"),
        (datetime(2026, 11, 2, 3, 30, tzinfo=timezone(timedelta(hours=1))), "removed"),
        ("2030-01-01", "added"),
        (SECOND, "added"),
        ("20261101", "removed"),
        ("2026-W44-7", "removed"),
        ("20261102", "added"),
    ],
)
def test_as_of_takes_the_newest_snapshot_not_after_it(
    published: Path, as_of: str | date | datetime, expected: str
) -> None:
    assert ({"added", "removed"} & _ids(load("demo", data=published, as_of=as_of))) == {expected}


def test_run_tables_hold_the_rows_of_all_runs(published: Path) -> None:
    runs = load("demo", "runs", data=published).collect()
    assert runs["run_id"].to_list() == [FIRST, SECOND]
    assert runs["held_reasons"].to_list() == [[], ["a", "b"]]
    assert runs["logical_at"].to_list() == [rows.night(1), rows.night(2)]
    assert load("demo", "changes", data=published).collect().height == 1
    assert load("demo", "captures", data=published).collect().height == 1


def test_run_tables_can_end_at_a_time(published: Path) -> None:
    assert load("demo", "runs", data=published, as_of="2026-11-01").collect()["run_id"].to_list() == [FIRST]
    assert load("demo", "runs", data=published, version=FIRST).collect()["run_id"].to_list() == [FIRST]


def test_a_column_added_since_is_null_in_older_files(published: Path, two_nights: tuple[Path, Path]) -> None:
    file = two_nights[1] / "entries.parquet"
    older = pl.read_parquet(file).drop("work_id").with_columns(pl.col("genre").cast(pl.Enum(["book", "unknown"])))
    older.write_parquet(file)
    frame = load("demo", data=published).collect()
    assert frame.schema == ENTRIES.schema
    assert frame["work_id"].null_count() == frame.height


def test_the_package_offers_load_itself(published: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SHELFLIST_DATA", str(published))
    assert "added" in _ids(shelflist.load("demo", "entries"))


@pytest.mark.parametrize(
    ("given", "told"),
    [
        ({"source": "elsewhere"}, "nothing published of a source 'elsewhere'; there is demo"),
        ({"source": "../demo"}, r"nothing published of a source '\.\./demo'; there is demo"),
        ({"table": "books"}, "books: no such table, expected one of entries"),
        ({"version": "20200101T000000Z"}, f"no snapshot '20200101T000000Z'; there are {FIRST}, {SECOND}"),
        ({"version": "../../etc"}, f"no snapshot '../../etc'; there are {FIRST}"),
        ({"table": "changes", "version": "20200101T000000Z"}, "no snapshot '20200101T000000Z'"),
        ({"table": "runs", "version": "2026-11-01"}, "no snapshot '2026-11-01'"),
        ({"as_of": "2026-10-31"}, f"no snapshot on or before 2026-10-31; the first is {FIRST}"),
        ({"as_of": "soon"}, "found 'soon', expected a date or time like"),
    ],
)
def test_what_does_not_exist_is_answered_with_what_does(published: Path, given: dict[str, str], told: str) -> None:
    with pytest.raises(SnapshotError, match=told):
        load(**{"source": "demo", "data": published, **given})  # type: ignore[arg-type]


def test_version_and_time_together_are_refused(published: Path) -> None:
    with pytest.raises(UsageError):
        load("demo", data=published, version=FIRST, as_of="2026-11-01")


def test_before_the_first_release_there_is_no_snapshot_but_there_are_run_tables(data: Path, clean: Path) -> None:
    with pytest.raises(SnapshotError, match="there is none yet"):
        load("demo", data=data)
    clean.mkdir(parents=True)
    with pytest.raises(SnapshotError, match="no snapshot has been published yet"):
        load("demo", data=data)
    assert versions(clean) == []
    assert load("demo", "changes", data=data).collect().schema == CHANGES.schema


@pytest.mark.parametrize("content", [b"", b"PAR1 and no more", b"PAR1" + bytes(30) + b"PAR1"])
def test_a_damaged_table_is_named(published: Path, clean: Path, content: bytes) -> None:
    file = clean / "runs" / FIRST / "changes.parquet"
    file.write_bytes(content)
    with pytest.raises(SnapshotError, match=r"changes\.parquet: found .*, expected a table in Parquet"):
        load("demo", "changes", data=published).collect()
    assert [problem for problem in verify_snapshots(clean) if "changes.parquet" in problem] != []


@pytest.mark.parametrize("content", ["{", "[]", "{}", json.dumps({"run_id": 7})])
def test_a_damaged_run_record_is_named(published: Path, clean: Path, content: str) -> None:
    (clean / "runs" / FIRST / "run.json").write_text(content)
    with pytest.raises(SnapshotError, match=r"run\.json: not the record of a run"):
        load("demo", "runs", data=published).collect()
