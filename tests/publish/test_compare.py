"""Two snapshots: every difference once, in its own kind, in every format."""

from pathlib import Path

import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from shelflist.errors import SnapshotError, TableError
from shelflist.models.rows import EntryRow
from shelflist.models.vocabulary import RowStatus
from shelflist.publish.compare import Comparison, compare, compare_frames
from shelflist.publish.differing import differing, paired
from shelflist.publish.render_diff import heading
from shelflist.tables.build import snapshot_tables
from tests.publish.conftest import first_night, second_night
from tests.support import rows

_SMALL = {"key": pl.Int64, "cell": pl.Int64}


@pytest.fixture
def comparison(two_nights: tuple[Path, Path]) -> Comparison:
    return compare(*two_nights)


def _entries(*entries: EntryRow) -> dict[str, pl.DataFrame]:
    return snapshot_tables(
        rows.state(rows.page("p1"), rows.page("p2"), rows.heading("h1"), rows.heading("h2"), *entries)
    )


def test_every_entry_is_told_once_and_in_its_kind(comparison: Comparison) -> None:
    assert comparison.added["entry_id"].to_list() == ["added"]
    assert comparison.removed["entry_id"].to_list() == ["removed"]
    assert comparison.changed.rows() == [
        ("changed", "Soviet Union in Maps", "extent_raw", "32 pages", "36 pages"),
        ("changed", "Soviet Union in Maps", "page_count", "32", "36"),
    ]
    assert comparison.moved.rows() == [("moved", "Soviet Union in Maps", "page_id", "p1", "p2")]
    (relinked,) = comparison.relinked.rows(named=True)
    assert (relinked["entry_id"], relinked["new"]) == ("relinked", "https://archive.example/new.pdf")
    assert comparison.is_different


def test_a_snapshot_does_not_differ_from_itself(two_nights: tuple[Path, Path]) -> None:
    same = compare(two_nights[0], two_nights[0])
    assert not same.is_different
    assert "no difference" in heading(same)


def test_backwards_is_the_opposite(two_nights: tuple[Path, Path], comparison: Comparison) -> None:
    back = compare(two_nights[1], two_nights[0])
    assert (back.added["entry_id"].item(), back.removed["entry_id"].item()) == ("removed", "added")
    assert back.changed.select("entry_id", "field", new="old", old="new").equals(
        comparison.changed.select("entry_id", "field", "new", "old")
    )


def test_what_moves_on_its_own_is_no_difference() -> None:
    before = _entries(rows.entry("e1"))
    later = rows.entry("e1", position=7, evidence_capture_id="c9", last_changed_at=rows.night(3), record_hash="other")
    assert not compare_frames(before, _entries(later), "entries").is_different


def test_a_heading_under_another_name_moves_no_entry() -> None:
    before = _entries(rows.entry("e1", heading_id="h1", heading_path=("Pamphlets",)))
    after = _entries(rows.entry("e1", heading_id="h1", heading_path=("Pamphlets and leaflets",)))
    assert not compare_frames(before, after, "entries").is_different


def test_another_heading_is_a_move_told_by_its_path() -> None:
    before = _entries(rows.entry("e1", heading_id="h1", heading_path=("Pamphlets",)))
    after = _entries(rows.entry("e1", heading_id="h2", heading_path=("Books", "Old")))
    found = compare_frames(before, after, "entries")
    assert found.moved.select("field", "old", "new").rows() == [("heading_path", "Pamphlets", "Books | Old")]
    assert found.counts == {"added": 0, "removed": 0, "changed": 0, "moved": 1, "relinked": 0, "missing": 0}


def test_the_line_is_told_only_where_no_field_tells_more() -> None:
    before = _entries(rows.entry("e1", citation_raw="one"), rows.entry("e2", citation_raw="one", position=1))
    after = _entries(
        rows.entry("e1", citation_raw="two"),
        rows.entry("e2", citation_raw="two", position=1, citation=rows.citation("Another title")),
    )
    found = compare_frames(before, after, "entries").changed.select("entry_id", "field").rows()
    assert found == [("e1", "citation_raw"), ("e2", "title")]


def test_going_missing_is_no_change_of_what_is_written() -> None:
    before, after = _entries(rows.entry("e1")), _entries(rows.entry("e1", status=RowStatus.MISSING))
    found = compare_frames(before, after, "entries")
    assert found.missing.select("old", "new").rows() == [("active", "missing")]
    assert found.changed.is_empty()


def test_null_and_the_empty_text_differ() -> None:
    before = _entries(rows.entry("e1", citation=rows.citation(extent_raw=None)))
    after = _entries(rows.entry("e1", citation=rows.citation(extent_raw="")))
    assert compare_frames(before, after, "entries").changed.select("old", "new").rows() == [(None, "")]


_NAMES = st.sampled_from(["a", "b", "c", "d"])
_STATES = st.dictionaries(
    _NAMES, st.tuples(st.sampled_from(["T", "U", "=V"]), st.sampled_from([None, 32, 36])), max_size=4
)


def _state_of(values: dict[str, tuple[str, int | None]]) -> dict[str, pl.DataFrame]:
    return _entries(
        *(rows.entry(name, citation=rows.citation(title, page_count=n)) for name, (title, n) in values.items())
    )


@settings(max_examples=25, deadline=None)
@given(_STATES, _STATES)
def test_the_differences_applied_to_the_older_give_the_newer(
    older: dict[str, tuple[str, int | None]], newer: dict[str, tuple[str, int | None]]
) -> None:
    before, after = _state_of(older), _state_of(newer)
    found = compare_frames(before, after, "entries")
    cells = {row["entry_id"]: [row["title"], row["page_count"]] for row in before["entries"].iter_rows(named=True)}
    for name in found.removed["entry_id"]:
        del cells[name]
    for row in found.added.iter_rows(named=True):
        cells[row["entry_id"]] = [row["title"], row["page_count"]]
    for name, field, old, new in found.changed.select("entry_id", "field", "old", "new").iter_rows():
        place = ["title", "page_count"].index(field)
        assert cells[name][place] == (old if place == 0 or old is None else int(old))
        cells[name][place] = new if place == 0 or new is None else int(new)
    assert {name: tuple(values) for name, values in cells.items()} == newer


@pytest.mark.parametrize("table", ["pages", "headings", "links", "entry_contributors", "entries_removed", "decisions"])
def test_every_other_table_can_be_compared(two_nights: tuple[Path, Path], table: str) -> None:
    found = compare(*two_nights, table=table)
    assert found.is_different == (table in ("links", "entry_contributors"))
    assert heading(found).startswith(f"{table}, ")


def test_what_is_not_there_is_told(two_nights: tuple[Path, Path], tmp_path: Path) -> None:
    with pytest.raises(SnapshotError, match="no snapshot with a table entries"):
        compare(two_nights[0], tmp_path)
    with pytest.raises(TableError, match="no such table"):
        compare(*two_nights, table="books")


def test_the_nights_of_the_fixture_differ_in_memory_as_on_disk(comparison: Comparison) -> None:
    in_memory = compare_frames(snapshot_tables(first_night()), snapshot_tables(second_night()), "entries")
    assert in_memory.counts == comparison.counts


def _linked(*targets: str) -> dict[str, pl.DataFrame]:
    """Entries e0, e1, ... whose links have ids of their own, made anew, and these targets."""
    entries = [
        rows.entry(f"e{n}", position=n, links=(rows.link(f"l{n}-{len(targets)}", target),))
        for n, target in enumerate(targets)
    ]
    return _entries(*entries)


def test_a_link_that_got_another_id_and_leads_to_the_same_place_is_no_difference() -> None:
    a, b = "https://archive.example/a.pdf", "https://archive.example/b.pdf"
    found = compare_frames(_linked(a, b), _linked(a, b, b), "entries")
    assert found.counts == {"added": 1, "removed": 0, "changed": 0, "moved": 0, "relinked": 0, "missing": 0}


def test_a_link_that_kept_its_id_and_leads_elsewhere_is_a_difference() -> None:
    a, b = "https://archive.example/a.pdf", "https://archive.example/b.pdf"
    found = compare_frames(_linked(a, a), _linked(a, b), "entries")
    assert found.relinked.select("entry_id", "field", "old", "new").rows() == [("e1", "url", a, b)]


@settings(max_examples=25, deadline=None)
@given(st.lists(st.integers(0, 12), unique=True), st.lists(st.integers(0, 12), unique=True))
def test_the_rows_compared_are_those_of_equal_keys_wherever_they_stand(before: list[int], after: list[int]) -> None:
    old, new = (pl.DataFrame({"key": order, "cell": order}, schema=_SMALL).lazy() for order in (before, after))
    changed = new.with_columns(pl.col("cell") + pl.when(pl.col("key") % 3 == 0).then(1).otherwise(0))
    found = differing(old, changed, paired(old, new, ["key"]), ["key", "cell"], ["cell"])
    assert found.cells["new"].to_list() == [str(key + 1) for key in after if key in before and key % 3 == 0]
    assert found.added["cell"].to_list() == [key + (key % 3 == 0) for key in after if key not in before]
    assert found.removed["cell"].to_list() == [key for key in before if key not in after]
