"""A snapshot appears whole, unchanged files are shared, and `latest` is flipped last."""

import hashlib
import json
import shutil
from collections.abc import Callable
from pathlib import Path

import polars as pl
import pytest

from shelflist.errors import SnapshotError, TableError
from shelflist.publish import snapshot
from shelflist.publish.read import versions
from shelflist.publish.snapshot import existing_snapshot, flip, latest_version, publish, same_as_latest
from shelflist.publish.upkeep import carry_over, verify_snapshots
from shelflist.tables.build import snapshot_tables
from tests.publish.conftest import SOURCE, Publish, first_night, second_night
from tests.support import rows

FIRST, SECOND, THIRD = rows.run_id(1), rows.run_id(2), rows.run_id(3)


def _bytes(folder: Path) -> dict[str, bytes]:
    """What is published: without names that begin with a dot."""
    files = [path for path in sorted(folder.rglob("*")) if path.is_file() and not path.name.startswith(".")]
    return {str(path.relative_to(folder)): path.read_bytes() for path in files}


def test_the_data_package_has_the_true_checksum_of_every_file(two_nights: tuple[Path, Path]) -> None:
    for folder in two_nights:
        package = json.loads((folder / "datapackage.json").read_bytes())
        resources = {one["path"]: one for one in package["resources"]}
        assert set(resources) == {path.name for path in folder.iterdir()} - {"datapackage.json"}
        for name, one in resources.items():
            content = (folder / name).read_bytes()
            assert one["hash"] == f"sha256:{hashlib.sha256(content).hexdigest()}"
            assert one["bytes"] == len(content)
            assert one["tableRows"] == pl.read_parquet((folder / name).with_suffix(".parquet")).height
            # Validators read the rows of a CSV file; of a Parquet file, the bytes.
            assert one.get("type") == (None if name.endswith(".csv") else "file")


def test_the_data_package_describes_every_column_and_its_keys(two_nights: tuple[Path, Path]) -> None:
    package = json.loads((two_nights[0] / "datapackage.json").read_bytes())
    names = [one["name"] for one in package["resources"]]
    assert len(set(names)) == len(names)
    entries = next(one for one in package["resources"] if one["name"] == "entries")
    header = (two_nights[0] / "entries.csv").read_bytes().partition(b"\r\n")[0].decode()
    assert ",".join(field["name"] for field in entries["schema"]["fields"]) == header
    types = {field["name"]: field["type"] for field in entries["schema"]["fields"]}
    assert (types["year"], types["parse_confidence"], types["first_seen_at"]) == ("integer", "number", "datetime")
    assert entries["schema"]["primaryKey"] == ["entry_id"]
    assert {"fields": "page_id", "reference": {"resource": "pages", "fields": "page_id"}} in entries["schema"][
        "foreignKeys"
    ]
    assert package["created"] == "2026-11-01T03:00:00Z"


def test_the_index_leads_from_the_newest_version_back_with_hashes_and_differences(
    clean: Path, two_nights: tuple[Path, Path]
) -> None:
    second = json.loads((clean / "index.json").read_bytes())
    first = json.loads((clean / "index" / f"{second['delta']['from']}.json").read_bytes())
    assert (first["version"], second["version"]) == (FIRST, SECOND)
    assert first["delta"]["from"] is None
    assert (clean / "index" / f"{SECOND}.json").read_bytes() == (clean / "index.json").read_bytes()
    assert second["delta"] == {
        "from": FIRST, "to": SECOND, "added": 1, "removed": 1, "changed": 1, "moved": 1, "relinked": 1,
            "missing": 0,
    }  # fmt: skip
    assert first["tables"]["pages"] == second["tables"]["pages"]
    assert first["tables"]["entries"]["hash"] != second["tables"]["entries"]["hash"]


def test_files_that_did_not_change_are_shared(release: Publish) -> None:
    first, second = release(1, snapshot_tables(first_night())), release(2, snapshot_tables(second_night()))
    assert (first / "pages.parquet").samefile(second / "pages.parquet")
    assert not (first / "entries.parquet").samefile(second / "entries.parquet")


def test_publishing_again_changes_no_byte(clean: Path, two_nights: tuple[Path, Path], release: Publish) -> None:
    before = _bytes(clean)
    release(2, snapshot_tables(second_night()))
    assert _bytes(clean) == before


def test_two_archives_with_the_same_history_have_the_same_bytes(
    clean: Path, two_nights: tuple[Path, Path], tmp_path: Path
) -> None:
    other = tmp_path / "other"
    publish(other, FIRST, snapshot_tables(first_night()), source=SOURCE)
    publish(other, SECOND, snapshot_tables(second_night()), source=SOURCE, previous=FIRST)
    flip(other, SECOND)
    assert _bytes(other) == _bytes(clean)


def test_a_version_with_other_tables_is_replaced(clean: Path, release: Publish) -> None:
    release(1, snapshot_tables(first_night()))
    release(1, snapshot_tables(second_night()))
    assert same_as_latest(clean, snapshot_tables(second_night()))
    assert verify_snapshots(clean) == []


def test_latest_points_at_the_snapshot_that_was_flipped_to(clean: Path, two_nights: tuple[Path, Path]) -> None:
    assert (clean / "latest").resolve() == two_nights[1].resolve()
    assert latest_version(clean) == SECOND
    flip(clean, FIRST)
    assert (clean / "latest" / "entries.parquet").is_file()
    assert latest_version(clean) == FIRST


def test_a_flip_to_nothing_is_refused(clean: Path, two_nights: tuple[Path, Path]) -> None:
    with pytest.raises(SnapshotError, match=f"no snapshot '{THIRD}'; there are {FIRST}, {SECOND}"):
        flip(clean, THIRD)
    assert latest_version(clean) == SECOND


def test_a_snapshot_that_was_lost_is_not_called_pruned(clean: Path, two_nights: tuple[Path, Path]) -> None:
    shutil.rmtree(two_nights[1])
    with pytest.raises(SnapshotError, match=f"{SECOND}: missing, though never pruned; shelflist replay makes it again"):
        existing_snapshot(clean, SECOND)


def test_the_same_tables_are_known_as_the_latest(clean: Path, two_nights: tuple[Path, Path]) -> None:
    assert same_as_latest(clean, snapshot_tables(second_night()))
    assert not same_as_latest(clean, snapshot_tables(first_night()))
    assert same_as_latest(clean, snapshot_tables(first_night()), FIRST)


def test_places_in_the_document_make_no_new_snapshot(clean: Path, release: Publish) -> None:
    release(1, snapshot_tables(rows.state(rows.entry("e1", position=1))))
    assert same_as_latest(clean, snapshot_tables(rows.state(rows.entry("e1", position=2))))


def test_a_file_that_was_damaged_since_is_written_anew_and_not_linked(clean: Path, release: Publish) -> None:
    first = release(1, snapshot_tables(first_night()))
    whole = (first / "pages.csv").read_bytes()
    (first / "pages.csv").write_bytes(whole.replace(b"listing", b"article"))
    second = release(2, snapshot_tables(second_night()))
    assert (second / "pages.csv").read_bytes() == whole
    assert [problem.partition(":")[0] for problem in verify_snapshots(clean)] == [str(first / "pages.csv")]


def test_nothing_published_is_not_the_same_as_an_empty_archive(clean: Path) -> None:
    assert not same_as_latest(clean, snapshot_tables(rows.state()))


def test_a_crash_while_writing_leaves_the_previous_release_and_the_next_run_clean(
    clean: Path, release: Publish, monkeypatch: pytest.MonkeyPatch
) -> None:
    release(1, snapshot_tables(first_night()))
    before = _bytes(clean)

    def killed(*_: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch, pytest.raises(KeyboardInterrupt):
        patch.setattr(snapshot, "data_package", killed)
        release(2, snapshot_tables(second_night()))
    assert _bytes(clean) == before
    release(2, snapshot_tables(second_night()))
    assert verify_snapshots(clean) == []


def test_what_a_killed_process_left_behind_is_removed(clean: Path, release: Publish) -> None:
    release(1, snapshot_tables(first_night()))
    leftover = clean / "snapshots" / ".part" / SECOND
    leftover.mkdir(parents=True)
    (leftover / "entries.parquet").write_bytes(b"half")
    release(2, snapshot_tables(second_night()))
    assert not leftover.exists()
    assert verify_snapshots(clean) == []


def test_a_replacement_that_was_killed_half_way_is_undone(clean: Path, release: Publish) -> None:
    folder = release(1, snapshot_tables(first_night()))
    (folder.parent / ".part").mkdir()
    folder.rename(folder.parent / ".part" / f"{FIRST}.old")
    release(2, snapshot_tables(second_night()))
    assert versions(clean) == [FIRST, SECOND]


def test_a_snapshot_that_nobody_was_shown_does_not_stay(clean: Path, release: Publish) -> None:
    release(1, snapshot_tables(first_night()))
    publish(clean, SECOND, snapshot_tables(second_night()), source=SOURCE, previous=FIRST)
    assert versions(clean) == [FIRST]
    publish(clean, THIRD, snapshot_tables(second_night()), source=SOURCE, previous=FIRST)
    assert sorted(path.name for path in (clean / "snapshots").iterdir()) == [FIRST, THIRD]


def _without_pages(tables: dict[str, pl.DataFrame]) -> dict[str, pl.DataFrame]:
    return {name: frame for name, frame in tables.items() if name != "pages"}


def _twice(tables: dict[str, pl.DataFrame]) -> dict[str, pl.DataFrame]:
    return {**tables, "entries": pl.concat([tables["entries"], tables["entries"]])}


@pytest.mark.parametrize("spoil", [_without_pages, _twice])
def test_faulty_tables_are_not_published(
    clean: Path, spoil: Callable[[dict[str, pl.DataFrame]], dict[str, pl.DataFrame]]
) -> None:
    with pytest.raises(TableError):
        publish(clean, FIRST, spoil(snapshot_tables(first_night())), source=SOURCE)
    assert not (clean / "snapshots").exists()


@pytest.mark.parametrize("version", ["", "..", "2026-11-01", "../../etc", "20261101T030000Z/.."])
def test_a_version_is_a_time_and_never_a_path(clean: Path, version: str) -> None:
    with pytest.raises(SnapshotError, match="expected a time like"):
        publish(clean, version, snapshot_tables(first_night()), source=SOURCE)


def test_verify_is_content_with_what_was_published(clean: Path, two_nights: tuple[Path, Path]) -> None:
    assert verify_snapshots(clean) == []


def _flip_a_byte(clean: Path) -> None:
    path = clean / "snapshots" / SECOND / "entries.csv"
    path.write_bytes(path.read_bytes().replace(b"36 pages", b"37 pages"))


def _lose_a_file(clean: Path) -> None:
    (clean / "snapshots" / SECOND / "links.parquet").unlink()


def _add_a_file(clean: Path) -> None:
    (clean / "snapshots" / SECOND / "notes.txt").write_text("mine")


def _lose_latest(clean: Path) -> None:
    (clean / "latest").unlink()


def _falsify_index(clean: Path) -> None:
    for path in (clean / "index" / f"{SECOND}.json", clean / "index.json"):
        path.write_text(path.read_text(encoding="utf-8").replace('"moved": 1', '"moved": 2'), encoding="utf-8")


def _forget_to_show(clean: Path) -> None:
    (clean / "index.json").write_bytes((clean / "index" / f"{FIRST}.json").read_bytes())


def _spoil_index(clean: Path) -> None:
    (clean / "index.json").write_text("{")


def _spoil_entry(clean: Path) -> None:
    (clean / "index" / f"{FIRST}.json").write_text("[]")


def _lose_entry(clean: Path) -> None:
    (clean / "index" / f"{FIRST}.json").unlink()


def _spoil_package(clean: Path) -> None:
    (clean / "snapshots" / FIRST / "datapackage.json").write_text("[]")


@pytest.mark.parametrize(
    ("spoil", "told"),
    [
        (_flip_a_byte, r"entries\.csv: found sha256:.*, expected sha256:"),
        (_lose_a_file, r"links\.parquet: missing"),
        (_add_a_file, r"notes\.txt: not a file of this snapshot"),
        (_lose_latest, "latest: missing, expected a link to one of"),
        (_falsify_index, r"differs from the snapshot's datapackage\.json"),
        (_forget_to_show, r"index\.json: says another thing than the newest entry"),
        (_spoil_index, r"index\.json: not an entry of the index"),
        (_spoil_entry, r"index/20261101T\d+Z\.json: not an entry of the index"),
        (_lose_entry, f"index: lists {SECOND}, expected {FIRST}, {SECOND}"),
        (_spoil_package, r"datapackage\.json: not the data package of a snapshot"),
    ],
)
def test_verify_tells_what_was_touched(
    clean: Path, two_nights: tuple[Path, Path], spoil: Callable[[Path], None], told: str
) -> None:
    spoil(clean)
    problems = verify_snapshots(clean)
    assert problems
    assert pytest.RaisesExc(SnapshotError, match=told).matches(SnapshotError(problems[0]))


def test_a_damaged_index_is_made_again(clean: Path, two_nights: tuple[Path, Path], release: Publish) -> None:
    before = _bytes(clean)
    _spoil_index(clean)
    _lose_entry(clean)
    release(2, snapshot_tables(second_night()))
    assert _bytes(clean) == before


def test_releases_are_carried_over_as_they_are(clean: Path, two_nights: tuple[Path, Path], tmp_path: Path) -> None:
    target = tmp_path / "rebuilt"
    carry_over(clean, target, up_to=FIRST)
    flip(target, FIRST)
    assert _bytes(target / "snapshots" / FIRST) == _bytes(two_nights[0])
    assert versions(target) == [FIRST]
    assert verify_snapshots(target) == []
    with pytest.raises(SnapshotError, match=f"no snapshot {THIRD}"):
        carry_over(clean, tmp_path / "other", up_to=THIRD)
