"""Deltas: what a mirror gets is what we have, and whatever does not fit is refused."""

import gzip
import json
from dataclasses import replace
from pathlib import Path

import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from shelflist.errors import SnapshotError
from shelflist.publish.delta import apply_edits, edits_of, folded, net
from shelflist.publish.delta_files import apply_delta, delta_between, delta_file, read_delta, table_of, write_delta
from shelflist.tables.columns import PAGES, SNAPSHOT_TABLES
from shelflist.tables.frames import frame
from tests.support import rows

_TEXTS = st.sampled_from([None, "", "=1+1", "'=x", "a | b", "\u2028", "Ωmega", "plain"])
_PAGES = st.dictionaries(st.sampled_from("abcdefgh"), st.tuples(_TEXTS, st.lists(st.sampled_from(["", "|", "x"]))))


def _pages(made: dict[str, tuple[str | None, list[str]]]) -> pl.DataFrame:
    """Pages in this order, which need not be that of their ids."""
    of_table = [rows.page(key, title=title, tags=tuple(tags)) for key, (title, tags) in made.items()]
    return frame(PAGES, of_table, {})


def _tables(folder: Path) -> dict[str, pl.DataFrame]:
    return {table.name: table_of(folder, table) for table in SNAPSHOT_TABLES}


@settings(max_examples=60, deadline=None)
@given(_PAGES, _PAGES, _PAGES)
def test_rows_cells_and_order_follow_the_delta_and_two_fold_into_one(
    a: dict[str, tuple[str | None, list[str]]],
    b: dict[str, tuple[str | None, list[str]]],
    c: dict[str, tuple[str | None, list[str]]],
) -> None:
    first, second, third = _pages(a), _pages(b), _pages(c)
    there, on, across = (list(edits_of(PAGES, *pair)) for pair in ((first, second), (second, third), (first, third)))
    assert apply_edits(PAGES, first, there).equals(second)
    assert apply_edits(PAGES, second, edits_of(PAGES, second, first)).equals(first)
    assert net(across) == folded(there, on)
    assert folded(there, edits_of(PAGES, second, first)) == []


def test_a_delta_names_the_cells_that_differ_and_nothing_else(two_nights: tuple[Path, Path]) -> None:
    delta = delta_between(*two_nights)
    (edit,) = [one for one in delta.edits if one.table == "entries" and one.key == ("changed",)]
    assert edit.old is not None
    assert edit.new is not None
    assert (edit.old["extent_raw"], edit.new["extent_raw"]) == ("32 pages", "36 pages")
    assert "title" not in edit.new
    assert "pages" not in delta.hashes, "a table that did not change is not told of"


def test_a_mirror_that_follows_the_written_delta_has_the_tables_of_the_index(two_nights: tuple[Path, Path]) -> None:
    first, second = two_nights
    clean = first.parent.parent
    mirrored = apply_delta(_tables(first), read_delta(delta_file(clean, second.name)))
    for name, frame_ in _tables(second).items():
        assert mirrored[name].equals(frame_), name
    entry = json.loads((clean / "index" / f"{second.name}.json").read_bytes())
    assert f"deltas/{second.name}.jsonl.gz" in entry["files"]


def test_a_delta_for_other_tables_is_refused(two_nights: tuple[Path, Path]) -> None:
    first, second = two_nights
    delta = delta_between(first, second)
    with pytest.raises(SnapshotError, match="entries"):
        apply_delta(_tables(second), delta)
    with pytest.raises(SnapshotError, match="expected"):
        apply_delta(_tables(first), replace(delta, hashes={**delta.hashes, "entries": "0" * 64}))


def test_a_delta_reads_back_as_it_was_written_and_twice_gives_the_same_bytes(
    two_nights: tuple[Path, Path], tmp_path: Path
) -> None:
    delta = delta_between(*two_nights)
    file = write_delta(tmp_path, delta)
    assert read_delta(file) == delta
    content = file.read_bytes()
    assert write_delta(tmp_path, delta).read_bytes() == content


@pytest.mark.parametrize("content", [b"", b"no gzip", *(gzip.compress(text, mtime=0) for text in (b"", b"[]", b"{}"))])
def test_what_is_no_delta_is_said_to_be_none(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "x.jsonl.gz"
    file.write_bytes(content)
    with pytest.raises(SnapshotError, match="not a delta"):
        read_delta(file)
