"""Which snapshot a word means: versions, runs, dates, words, folders; an error says what was found and expected."""

import shutil
from pathlib import Path

import pytest

from shelflist.cli.snapshots import snapshot_folder
from shelflist.errors import SnapshotError
from shelflist.publish.prune import prune_snapshots
from shelflist.publish.snapshot import flip, publish
from shelflist.tables.build import snapshot_tables
from tests.publish.conftest import SOURCE, first_night
from tests.support import rows

VERSIONS = [rows.run_id(night) for night in (1, 2, 4)]


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Snapshots of three nights; the run of the third night found nothing new."""
    folder = tmp_path_factory.mktemp("published") / "clean"
    previous = None
    for version in VERSIONS:
        publish(folder, version, snapshot_tables(first_night()), source=SOURCE, previous=previous)
        flip(folder, version)
        previous = version
    return folder


@pytest.fixture
def clean(published: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(published, tmp_path / "clean", symlinks=True))


@pytest.mark.parametrize(
    ("word", "meant"),
    [
        ("latest", 4),
        ("previous", 2),
        (rows.run_id(1), 1),
        (rows.run_id(3), 2),
        ("2026-11-03", 2),
        ("2026-11-04T04:00:00+01:00", 4),
        ("2027-01-01", 4),
    ],
)
def test_every_way_to_name_a_snapshot(
    word: str, meant: int, clean: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / word).mkdir()  # a folder of that name in the way
    monkeypatch.chdir(tmp_path)
    assert snapshot_folder(clean, word, tmp_path).name == rows.run_id(meant)


def test_a_folder_is_taken_by_its_path(clean: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "mine").mkdir()
    monkeypatch.chdir(tmp_path)
    assert snapshot_folder(clean, "mine", tmp_path) == tmp_path / "mine"
    assert snapshot_folder(clean, str(clean / "snapshots" / VERSIONS[0]), tmp_path).name == VERSIONS[0]


@pytest.mark.parametrize(
    ("word", "told"),
    [
        ("yesterday", f"found 'yesterday', expected a version, a date .* there are {', '.join(VERSIONS)}"),
        ("2026-10-31", f"no snapshot on or before 2026-10-31; the first is {VERSIONS[0]}"),
        ("no/such/folder", "no/such/folder: no such folder"),
    ],
)
def test_an_error_says_what_was_found_and_what_there_is(word: str, told: str, clean: Path, tmp_path: Path) -> None:
    with pytest.raises(SnapshotError, match=told):
        snapshot_folder(clean, word, tmp_path)


def test_of_a_pruned_snapshot_that_cannot_be_made_again_the_neighbours_are_named(clean: Path, tmp_path: Path) -> None:
    prune_snapshots(clean, [VERSIONS[1]])
    (clean / "deltas" / f"{VERSIONS[2]}.jsonl.gz").unlink()
    for word in (VERSIONS[1], "2026-11-02", "previous"):
        with pytest.raises(SnapshotError, match=f"{VERSIONS[1]} was pruned.*{VERSIONS[0]}, {VERSIONS[2]}"):
            snapshot_folder(clean, word, tmp_path)
