"""Frames from rows: order, derived columns, and errors that name the cell."""

from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

import pytest

from shelflist.errors import TableError
from shelflist.models.citation import Contributor, Role
from shelflist.models.vocabulary import ChangeType, EntityType, RowStatus, Verdict
from shelflist.models.web import Decision
from shelflist.tables.build import run_tables, snapshot_tables
from shelflist.tables.cells import creators_display
from shelflist.tables.check import validate
from shelflist.tables.columns import RUN_TABLES, SNAPSHOT_TABLES, TABLES
from tests.support import rows


def test_every_snapshot_table_is_made_and_valid() -> None:
    tables = snapshot_tables(rows.state(rows.heading(), rows.entry(heading_id="h1", heading_path=("Pamphlets",))))
    assert list(tables) == [table.name for table in SNAPSHOT_TABLES]
    assert all(frame.schema == TABLES[name].schema for name, frame in tables.items())
    validate(tables)


def test_an_empty_archive_gives_empty_valid_tables() -> None:
    tables = snapshot_tables(replace(rows.state(), pages={}))
    assert all(frame.is_empty() for frame in tables.values())
    validate(tables)


def test_every_run_table_is_made_and_valid() -> None:
    tables = run_tables(
        rows.run(),
        [rows.observation("p2", Verdict.HTTP_ERROR, detail="503"), rows.observation("p1")],
        [rows.event(), rows.event(ChangeType.PAGE_ADDED, "p1", entity_type=EntityType.PAGE)],
        [rows.capture(2), rows.capture(1)],
        distrusted=frozenset({rows.capture_id(2)}),
        content_hashes={rows.capture_id(1): "abc"},
    )
    validate(tables)
    assert set(tables) == {table.name for table in RUN_TABLES}
    assert tables["captures"]["distrusted"].to_list() == [False, True]
    assert tables["captures"]["content_hash"].to_list() == ["abc", None]
    assert tables["page_observations"]["page_id"].to_list() == ["p1", "p2"]
    assert tables["runs"]["bytes"].item() == 40_000


def test_entries_come_in_page_order_and_those_not_on_the_page_last() -> None:
    gone = rows.entry("gone", position=0, status=RowStatus.MISSING, missing_since=rows.night(2))
    state = rows.state(rows.entry("b", position=7), gone, rows.entry("a", position=3))
    assert snapshot_tables(state)["entries"]["entry_id"].to_list() == ["a", "b", "gone"]


def test_a_block_added_above_leaves_the_snapshot_as_it_was() -> None:
    gone = rows.entry("gone", position=3, status=RowStatus.MISSING)
    before = snapshot_tables(rows.state(gone, rows.entry("a", position=2), rows.entry("b", position=4)))
    after = snapshot_tables(rows.state(gone, rows.entry("a", position=3), rows.entry("b", position=5)))
    moved = {name for name, frame in before.items() if not frame.equals(after[name])}
    assert moved == {"entry_locations"}
    assert TABLES["entry_locations"].volatile


def test_the_order_of_the_state_does_not_matter() -> None:
    entries = [rows.entry(f"e{n}", position=n) for n in range(5)]
    forwards, backwards = snapshot_tables(rows.state(*entries)), snapshot_tables(rows.state(*reversed(entries)))
    assert all(frame.equals(backwards[name]) for name, frame in forwards.items())


def test_derived_dates_come_from_the_edtf_date() -> None:
    uncertain = rows.entry(citation=rows.citation(date_edtf="194X"))
    (row,) = snapshot_tables(rows.state(uncertain))["entries"].to_dicts()
    assert (row["date_earliest"], row["date_latest"], row["year"]) == (date(1940, 1, 1), date(1949, 12, 31), None)


@pytest.mark.parametrize(
    ("contributors", "expected"),
    [
        ((), None),
        ((Contributor(name_raw="WP Coates", family="Coates", given="WP"),), "Coates, W. P."),
        ((Contributor(name_raw="Zelda Coates", family="Coates", given="Zelda"),), "Coates, Zelda"),
        ((Contributor(name_raw="VI Lenin", family="Lenin", given="V. I."),), "Lenin, V. I."),
        ((Contributor(name_raw="Labour Party"),), "Labour Party"),
        ((Contributor(name_raw="Stalin", family="Stalin"),), "Stalin"),
        ((Contributor(name_raw="A Editor", family="Editor", role=Role.EDT),), None),
    ],
)
def test_creators_are_the_authors_family_name_first(contributors: tuple[Contributor, ...], expected: str) -> None:
    assert creators_display(rows.citation(contributors=contributors)) == expected


def test_two_creators_are_told_apart() -> None:
    coates = (
        Contributor(name_raw="WP Coates", family="Coates", given="WP"),
        Contributor(name_raw="Zelda Coates", family="Coates", given="Zelda"),
    )
    tables = snapshot_tables(rows.state(rows.entry(citation=rows.citation(contributors=coates))))
    assert tables["entries"]["creators_display"].item() == "Coates, W. P.; Coates, Zelda"
    assert tables["entry_contributors"]["position"].to_list() == [1, 2]


def test_a_removed_entry_keeps_its_full_row_and_its_links() -> None:
    removed = rows.entry("old", status=RowStatus.REMOVED, last_seen_at=rows.night(2))
    tables = snapshot_tables(rows.state(removed, rows.entry("new")))
    assert tables["entries"]["entry_id"].to_list() == ["new"]
    assert tables["entries_removed"]["title"].to_list() == ["Soviet Union in Maps"]
    assert tables["entries_removed"]["primary_link_id"].to_list() == ["l-old"]
    assert dict(tables["links"].select("link_id", "status").iter_rows()) == {"l-new": "active", "l-old": "removed"}
    assert tables["entry_contributors"]["entry_id"].to_list() == ["new"]
    validate(tables)


def test_decisions_are_published_in_the_order_they_were_taken() -> None:
    def decided(name: str, hour: int) -> Decision:
        at = datetime(2026, 11, 9, hour, tzinfo=UTC)
        return Decision(decision_id=name, kind="accept", decided_at=at, by="anna", reason="seen", run_id="r")

    tables = snapshot_tables(rows.state(), decisions=[decided("d1", 12), decided("d2", 9)])
    assert tables["decisions"]["decision_id"].to_list() == ["d2", "d1"]


@pytest.mark.parametrize(
    ("wrong", "place", "expected"),
    [
        ({"occurrence": -1}, "entries.occurrence: row 1", "UInt32"),
        ({"match_key": 7}, "entries.match_key: row 1", "String"),
        ({"citation_raw": "\ud800"}, "entries.citation_raw: row 1", "String"),
        ({"citation": rows.citation(genre="novel")}, "entries.genre: row 1", "one of book, pamphlet"),
        ({"citation": rows.citation(page_count=2**40)}, "entries.page_count: row 1", "UInt32 or null"),
    ],
)
def test_a_value_that_its_column_cannot_hold_is_named(wrong: dict[str, Any], place: str, expected: str) -> None:
    with pytest.raises(TableError) as caught:
        snapshot_tables(rows.state(rows.entry("a"), rows.entry("b", position=1, **wrong)))
    assert place in str(caught.value)
    assert f"expected {expected}" in str(caught.value)
