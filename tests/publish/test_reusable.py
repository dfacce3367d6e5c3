"""Which version's tables the next one may take rows from: only the last one, as this Shelflist wrote it."""

from collections.abc import Callable
from pathlib import Path

import polars as pl
import pytest

from shelflist.publish import reusable, sharing
from shelflist.publish.index import table_hashes
from shelflist.publish.reusable import reusable_tables
from shelflist.tables.build import snapshot_tables
from tests.publish.conftest import Publish, first_night, second_night
from tests.support import rows

FIRST, SECOND = rows.run_id(1), rows.run_id(2)


def test_the_tables_of_the_last_version_are_read_as_they_were_made(clean: Path, two_nights: tuple[Path, Path]) -> None:
    found = reusable_tables(clean, SECOND)
    assert found is not None
    made = snapshot_tables(second_night())
    assert all(frame.equals(made[name]) for name, frame in found.tables.items())
    assert found.hashes == table_hashes(two_nights[1])


def of_another_shelflist(clean: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reusable, "_MAKER", ("shelflist/99", *reusable._MAKER[1:]))


def of_another_commit(clean: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reusable, "_MAKER", (*reusable._MAKER[:2], 0))


def of_other_columns(clean: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """As of a file that was put there."""
    file = clean / "snapshots" / SECOND / "links.parquet"
    pl.read_parquet(file).drop("document_url").write_parquet(file)
    monkeypatch.setattr(sharing, "is_as_told", lambda *_: True)


def damaged(clean: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (clean / "snapshots" / SECOND / "works.parquet").write_bytes(b"PAR1")


def without_a_word(clean: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (clean / ".made_by").unlink()


def with_half_a_word(clean: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (clean / ".made_by").write_text("[")


@pytest.mark.parametrize(
    "spoil", [of_another_shelflist, of_another_commit, of_other_columns, damaged, without_a_word, with_half_a_word]
)
def test_nothing_is_taken_of_a_version(
    spoil: Callable[[Path, pytest.MonkeyPatch], None],
    clean: Path,
    two_nights: tuple[Path, Path],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    spoil(clean, monkeypatch)
    assert reusable_tables(clean, SECOND) is None


def test_nothing_is_taken_of_a_version_that_another_followed(clean: Path, release: Publish) -> None:
    for night, state in enumerate((first_night(), second_night()), 1):
        release(night, snapshot_tables(state))
    assert reusable_tables(clean, FIRST) is None
