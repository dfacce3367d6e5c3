"""The history says of every version what its snapshot says, and keeps what is gone."""

from collections.abc import Mapping
from typing import Any

import polars as pl
from hypothesis import given, settings
from hypothesis import strategies as st

from shelflist.models.rows import EntryRow
from shelflist.models.vocabulary import EntityType, RowStatus
from shelflist.publish.entry_history import entries_at_end, opened, with_ends
from shelflist.tables.build import snapshot_tables
from shelflist.tables.columns import ENTRIES, ENTRY_HISTORY
from shelflist.tables.columns.history import OPENED
from tests.support import rows

# What one night shows of each entry: its number of pages; None where it is not listed.
_NIGHTS = st.lists(st.fixed_dictionaries({key: st.sampled_from([None, 1, 2]) for key in "abc"}), min_size=1, max_size=5)


def _entry(key: str, pages: int, **given: Any) -> EntryRow:
    return rows.entry(key, citation=rows.citation(page_count=pages), **given)


def _tables(listed: Mapping[str, int | None], *removed: EntryRow) -> dict[str, pl.DataFrame]:
    shown = [_entry(key, pages) for key, pages in listed.items() if pages is not None]
    return snapshot_tables(rows.state(rows.page("p1"), *shown, *removed))


@settings(max_examples=30, deadline=None)
@given(_NIGHTS)
def test_every_version_can_be_had_back_from_the_rows_opened_by_then(nights: list[dict[str, int | None]]) -> None:
    before: dict[str, pl.DataFrame] = {}
    parts: list[pl.DataFrame] = []
    for number, listed in enumerate(nights, 1):
        after = _tables(listed)
        parts.append(opened(before, after, (), rows.run_id(number)))
        assert parts[-1].schema == OPENED.schema
        held = entries_at_end(pl.concat(parts).lazy()).collect()
        assert held.equals(after["entries"].sort("page_id", "entry_id"))
        before = after
    history = with_ends(pl.concat(parts).lazy()).collect()
    assert history.schema == ENTRY_HISTORY.schema
    for number, listed in enumerate(nights, 1):
        at = rows.night(number)
        then = history.filter(pl.col("valid_from") <= at, pl.col("valid_to").is_null() | (pl.col("valid_to") > at))
        assert then["entry_id"].is_unique().all(), "no overlap"
        shown = dict(then.filter(~pl.col("is_deleted")).select("entry_id", "page_count").iter_rows())
        assert shown == {key: pages for key, pages in listed.items() if pages is not None}


def test_an_entry_that_is_gone_without_a_tombstone_keeps_its_last_values() -> None:
    before, after = _tables({"a": 1, "b": 2}), _tables({"a": 1})
    (row,) = opened(before, after, (), rows.run_id(2)).rows(named=True)
    assert (row["entry_id"], row["is_deleted"], row["status"], row["page_count"]) == ("b", True, "removed", 2)


def test_a_removed_entry_is_told_once_as_its_tombstone_has_it() -> None:
    tomb = _entry("b", 2, status=RowStatus.REMOVED, missing_since=rows.night(2))
    before, after = _tables({"a": 1, "b": 2}), _tables({"a": 1}, tomb)
    (row,) = opened(before, after, (), rows.run_id(2)).rows(named=True)
    assert (row["entry_id"], row["is_deleted"], row["missing_since"]) == ("b", True, rows.night(2))
    assert opened(after, _tables({"a": 1}, tomb), (), rows.run_id(3)).is_empty()


def test_a_row_names_the_changes_it_began_with_those_of_its_links_too() -> None:
    before, after = _tables({"a": 1}), _tables({"a": 2})
    told = (
        rows.event(change_id="c_2", entity_id="a", occurred_after=rows.night(1)),
        rows.event(
            change_id="c_1", entity_type=EntityType.LINK, entity_id="l", related_ids=("a",), occurred_after=None
        ),
        rows.event(change_id="c_3", entity_id="elsewhere"),
    )
    (row,) = opened(before, after, told, rows.run_id(2)).rows(named=True)
    assert (row["opened_by"], row["valid_from_earliest"]) == (["c_1", "c_2"], rows.night(1))
    (silent,) = opened(before, after, (), rows.run_id(2)).rows(named=True)
    assert (silent["opened_by"], silent["valid_from_earliest"]) == ([], None)


def test_every_column_of_an_entry_is_in_its_history() -> None:
    assert ENTRY_HISTORY.names[: len(ENTRIES.names)] == ENTRIES.names
