"""The daff format is a patch: applied as the format's specification says, it makes the newer table of the older."""

import csv
import io
from pathlib import Path

import polars as pl
from hypothesis import given, settings
from hypothesis import strategies as st

from shelflist.publish.daff import daff, daff_between
from shelflist.tables.build import snapshot_tables
from shelflist.tables.columns import ENTRIES
from shelflist.tables.text import to_text
from tests.support import rows

Row = tuple[str, ...]


def patched(old: list[Row], patch: str) -> list[Row]:
    """The rows of a table (its header first) after a patch, by the specification of the format."""
    result = [dict(zip(old[0], row, strict=True)) for row in old[1:]]
    names: list[str] = []
    at = 0  # where the next row of the patch stands
    for tag, *cells in csv.reader(io.StringIO(patch, newline="")):
        if tag == "@@":
            names = cells
        elif tag == "+++":
            result.insert(at, dict(zip(names, map(_read, cells), strict=True)))
            at += 1
        elif tag != "...":
            both = [cell.split(tag, 1) if tag.endswith("->") and tag in cell else [cell, cell] for cell in cells]
            stood = dict(zip(names, (_read(old) for old, _ in both), strict=True))
            at = result.index(stood)
            if tag == "---":
                del result[at]
                continue
            result[at] = dict(zip(names, (_read(new) for _, new in both), strict=True))
            at += 1
    return [old[0], *(tuple(row[name] for name in old[0]) for row in result)]


def _read(cell: str) -> str:
    return cell[1:] if cell.startswith("_") and cell.lstrip("_") == "NULL" else cell


def _rows(frame: pl.DataFrame) -> list[Row]:
    return [tuple(frame.columns), *(tuple(cell or "" for cell in row) for row in to_text(frame).iter_rows())]


def _twin(snapshot: Path) -> list[Row]:
    text = (snapshot / "entries.csv").read_bytes().decode()
    return [tuple(row) for row in csv.reader(io.StringIO(text, newline=""))]


def test_a_released_snapshot_patched_is_the_next_one(two_nights: tuple[Path, Path]) -> None:
    """Row for row; the one that moved to another page changes its cells, and stands where it stood."""
    assert sorted(patched(_twin(two_nights[0]), daff_between(*two_nights))) == sorted(_twin(two_nights[1]))


def _entries(values: dict[str, tuple[str, int | None]]) -> pl.DataFrame:
    entries = (
        rows.entry(name, position=n, citation=rows.citation(title, page_count=pages))
        for n, (name, (title, pages)) in enumerate(sorted(values.items()))
    )
    return snapshot_tables(rows.state(rows.page("p1"), *entries))["entries"]


_TITLES = st.sampled_from(["NULL", "_NULL", "a -> b", "-", ">", "a--> b-", "=1+1", "T\nU", "+++", "---", "..."])
_STATES = st.dictionaries(st.sampled_from("abcdefgh"), st.tuples(_TITLES, st.sampled_from([None, 32, 36])), max_size=8)


@settings(max_examples=60, deadline=None)
@given(_STATES, _STATES)
def test_a_patch_gives_the_newer_table_whatever_is_written_in_it(
    older: dict[str, tuple[str, int | None]], newer: dict[str, tuple[str, int | None]]
) -> None:
    old, new = _entries(older), _entries(newer)
    assert patched(_rows(old), daff(ENTRIES, old, new)) == _rows(new)


def test_rows_far_from_a_difference_are_left_out() -> None:
    old = _entries(dict.fromkeys("abcdefgh", ("T", None)))
    new = _entries({name: ("U" if name == "d" else "T", None) for name in "abcdefgh"})
    found = list(csv.reader(io.StringIO(daff(ENTRIES, old, new), newline="")))
    assert [(row[0], row[1]) for row in found] == [
        ("@@", "entry_id"), ("...", "..."), ("", "c"), ("->", "d"), ("", "e"), ("...", "..."),
    ]  # fmt: skip
    assert "T->U" in found[3]


def test_equal_tables_give_no_difference() -> None:
    frame = _entries({"a": ("T", 1)})
    assert [row[0] for row in csv.reader(io.StringIO(daff(ENTRIES, frame, frame), newline=""))] == ["@@", "..."]
