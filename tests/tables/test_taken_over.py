"""Rows taken over from the version before: the tables are the same as without, and little is made."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any
from unittest import mock

from hypothesis import given, settings
from hypothesis import strategies as st

from shelflist.authority.assign import assign_state
from shelflist.models.checked import Standing, Target
from shelflist.models.citation import Contributor
from shelflist.models.rows import EntryRow
from shelflist.models.track import State
from shelflist.models.vocabulary import RowStatus
from shelflist.tables.build import snapshot_tables
from shelflist.tables.frames import frame
from shelflist.tables.taken_over import Made
from tests.support import rows

CREATORS = (("George Goodall", "Goodall", "George"), ("W.P. Coates", "Coates", "W.P."), ("WP Coates", "Coates", "WP"))
TITLES = ("Soviet Union in Maps", "Mother", "A Life of Work for Peace", "A Life of Work for Paece")
IDS = tuple(f"e{number}" for number in range(6))
URLS = tuple(f"https://archive.example/scans/{number}.pdf" for number in range(3))


@st.composite
def entries(draw: st.DrawFn, entry_id: str) -> EntryRow:
    name, family, given_name = draw(st.sampled_from(CREATORS))
    citation = rows.citation(
        draw(st.sampled_from(TITLES)),
        contributors=(Contributor(name_raw=name, family=family, given=given_name),),
        publisher=draw(st.sampled_from(("Philip", "FLPH", "Foreign Languages Publishing House", None))),
        place_of_publication=draw(st.sampled_from(("London", "Moscow", None))),
        date_edtf=draw(st.sampled_from(("1942", "1950"))),
    )
    status = draw(st.sampled_from((RowStatus.ACTIVE, RowStatus.ACTIVE, RowStatus.MISSING, RowStatus.REMOVED)))
    link = rows.link(f"l-{entry_id}", draw(st.sampled_from(URLS)))
    position = draw(st.integers(0, 20))
    return rows.entry(entry_id, position=position, citation=citation, status=status, links=(link,))


@st.composite
def states(draw: st.DrawFn) -> State:
    listed = [draw(entries(one)) for one in draw(st.sets(st.sampled_from(IDS), min_size=1))]
    return rows.state(*listed, *draw(headings()), rows.page("p1"))


@st.composite
def headings(draw: st.DrawFn) -> list[Any]:
    ids = draw(st.sets(st.sampled_from(("h1", "h2", "h3"))))
    return [rows.heading(one, text=draw(st.sampled_from(("Books", "Pamphlets"))), position=int(one[1])) for one in ids]


@st.composite
def targets(draw: st.DrawFn) -> dict[str, Target]:
    found = draw(st.dictionaries(st.sampled_from(URLS), st.sampled_from((200, 404))))
    return {url: Target(url=url, standing=Standing.PRESENT, status=status, found_at=rows.night(1))
            for url, status in found.items()}  # fmt: skip


def later(before: State, after: State) -> State:
    """`after` with the very rows of `before` where they are equal, and names decided on top of those of `before`."""

    def same(old: dict[str, Any], new: dict[str, Any]) -> dict[str, Any]:
        return {key: old[key] if old.get(key) == row else row for key, row in new.items()}

    kept = replace(
        after,
        entries=same(before.entries, after.entries),
        removed=same(before.removed, after.removed),
        headings=same(before.headings, after.headings),
        targets=same(before.targets, after.targets),
        authority=before.authority,
    )
    return assign_state(before, kept)


@settings(max_examples=40)
@given(states(), states(), targets(), targets(), st.sets(st.sampled_from(IDS)))
def test_the_tables_are_those_made_of_the_whole_state(
    first: State, second: State, checked: dict[str, Target], again: dict[str, Target], stay: set[str]
) -> None:
    before = assign_state(State(source_id=rows.SOURCE_ID), replace(first, targets=checked))
    stayed = {key: row for key, row in before.entries.items() if key in stay}
    after = later(before, replace(second, entries={**second.entries, **stayed}, targets=again))
    after = replace(after, removed={key: row for key, row in after.removed.items() if key not in after.entries})
    whole = snapshot_tables(after)
    taken = snapshot_tables(after, made=Made(before, snapshot_tables(before)))
    for name, expected in whole.items():
        assert taken[name].schema == expected.schema
        assert taken[name].equals(expected), name


def many(count: int) -> State:
    listed = [
        rows.entry(f"e{number:04}", position=number, citation=rows.citation(f"Book about the number {number} of many"))
        for number in range(count)
    ]
    return assign_state(State(source_id=rows.SOURCE_ID), rows.state(*listed))


def made_rows(before: State, after: State) -> int:
    """How many entries' rows are made of objects, over the tables that can be taken over."""
    count = 0
    taken = Made(before, snapshot_tables(before))

    def counting(table: Any, made: Sequence[object], values: Any) -> Any:
        nonlocal count
        count += len(made) if table.name in taken.tables and not table.volatile else 0
        return frame(table, made, values)

    with mock.patch("shelflist.tables.build.frame", counting):
        snapshot_tables(after, made=taken)
    return count


def test_rows_are_made_for_what_changed_however_large_the_archive_is() -> None:
    counts = []
    for size in (20, 200):
        before = many(size)
        changed = replace(before.entries["e0003"], citation_raw="Mother, M. Gorky.", citation=rows.citation("Mother"))
        after = assign_state(before, replace(before, entries={**before.entries, "e0003": changed}))
        counts.append(made_rows(before, after))
    assert counts[0] == counts[1] < 20


def test_nothing_is_taken_over_where_a_name_was_decided_otherwise() -> None:
    before = many(5)
    form = next(iter(before.authority.forms))
    other = replace(before.authority, forms={**before.authority.forms, form: replace(before.authority.forms[form])})
    assert made_rows(before, replace(before, authority=other)) > 20
    assert made_rows(before, before) == 1, "the page"


def taken_over_frames(state: State) -> Iterator[str]:
    tables = snapshot_tables(state)
    again = snapshot_tables(state, made=Made(state, tables))
    return (name for name, one in again.items() if one is tables[name])


def test_a_table_without_a_change_is_the_very_same_frame() -> None:
    assert {"entries", "links", "headings", "works", "agents"} <= set(taken_over_frames(many(4)))
