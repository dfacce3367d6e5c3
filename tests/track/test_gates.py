"""Gates: what is too strange is held, a held run changes nothing, and a person's word releases it."""

from dataclasses import replace

import pytest

from shelflist.models.web import FailureKind
from shelflist.sources.model import Gates
from shelflist.track import step
from tests.track.nights import Answer, Nights, observe, pid, said

MANY = [f"Book {number}" for number in range(40)]


@pytest.mark.parametrize("answer", [503, 403, 429, FailureKind.CONNECT, FailureKind.TIMEOUT, FailureKind.SKIPPED])
def test_a_run_that_observed_nothing_fails_and_changes_nothing(answer: Answer) -> None:
    nights = Nights()
    nights.night({"a": MANY, "b": ["One"]})
    before = nights.state
    for _ in range(4):
        result = nights.night({"a": answer, "b": answer})
        assert (result.result, result.released, result.events) == ("failed", False, ())
        assert "no page was completely observed" in result.reasons[0]
    assert nights.state.entries == before.entries
    assert nights.state.pages == before.pages


def test_a_run_with_no_page_at_all_fails() -> None:
    assert Nights().night({}).result == "failed"


def test_a_page_emptied_is_held_and_keeps_its_entries() -> None:
    nights = Nights()
    nights.night({"a": ["One", "Two"], "b": ["Three"]})
    for _ in range(3):
        result = nights.night({"a": [], "b": ["Three"]})
        assert result.result == "held"
        assert nights.titles == ["One", "Three", "Two"]
    assert any("no entries, expected about 2" in reason for reason in result.reasons)


def test_a_person_can_accept_that_a_page_is_empty() -> None:
    nights = Nights()
    nights.night({"a": ["One", "Two"], "b": ["Three"]})
    nights.night({"a": [], "b": ["Three"]})
    accepted = nights.accept("a")
    assert said(accepted) == [("missing", "One"), ("missing", "Two")]
    assert nights.titles == ["Three"]


def test_far_fewer_entries_hold_the_absences_while_additions_pass() -> None:
    nights = Nights()
    nights.night({"a": MANY[:10]})
    result = nights.night({"a": [*MANY[:6], "New"]})
    assert result.result == "held"
    assert said(result) == [("added", "New")]
    assert nights.night({"a": [*MANY[:6], "New"]}).result == "held"  # unchanged bytes cannot hide what is owed
    assert said(nights.accept()) == [("missing", title) for title in sorted(MANY[6:10])]


def test_a_partial_run_removes_nothing_and_publishes_the_rest() -> None:
    nights = Nights()
    site = {name: [f"{name} one", f"{name} two"] for name in "abcde"}
    nights.night(site)
    result = nights.night({**site, "a": ["a one", "a three"], "b": 503, "c": 503})
    assert result.result == "partial"
    assert said(result) == [("added", "a three")]
    assert said(nights.night({**site, "a": ["a one", "a three"]})) == [("missing", "a two")]


def test_a_mass_removal_is_held_until_a_person_accepts_it() -> None:
    nights = Nights(Gates(page_min_ratio=0))
    nights.night({"a": MANY, "b": ["One"]})
    result = nights.night({"a": MANY[:10], "b": ["One"]})
    assert result.result == "held"
    assert said(result) == []
    assert len(nights.titles) == 41
    assert len(said(nights.accept())) == 30
    assert len(nights.titles) == 11


def test_a_mass_change_holds_the_release_and_the_state() -> None:
    nights = Nights()
    nights.night({"a": [f"{title} -> http://x/{n}" for n, title in enumerate(MANY)]})
    before = nights.state
    rewritten = {"a": [f"{title} (x) -> http://x/{n}" for n, title in enumerate(MANY)]}
    result = nights.night(rewritten)
    assert (result.result, result.released, result.events) == ("held", False, ())
    assert nights.state.entries == before.entries
    assert nights.night(rewritten).result == "held"  # a guard never learns from what it held
    assert len(said(nights.accept())) == 40


def test_the_first_harvest_is_initial_however_many_nights_it_takes() -> None:
    nights = Nights(Gates(run_min_answered=0))
    first = nights.night({"a": ["One"], "b": FailureKind.SKIPPED})
    second = nights.night({"a": ["One", "Late"], "b": ["Two"]})
    assert all(event.initial for event in first.events)
    initial = {event.label: event.initial for event in second.events if event.change_type == "added"}
    assert initial == {"Late": False, "Two": True}  # page a was complete before: what it brings now is new


def test_a_page_that_never_shows_does_not_hide_what_is_new_elsewhere() -> None:
    nights = Nights(Gates(run_min_answered=0))
    nights.night({"a": ["One"], "secret": 403})
    (event,) = [e for e in nights.night({"a": ["One", "New"], "secret": 403}).events if e.entity_type == "entry"]
    assert (event.change_type, event.initial) == ("added", False)


def test_a_page_that_left_the_source_file_is_out_of_scope_not_removed() -> None:
    nights = Nights()
    nights.night({"a": ["One"], "b": ["Two"]})
    seen = observe({"a": ["One"], "b": ["Two"]}, nights.at)
    answers = tuple(replace(item, in_scope=item.page_id != pid("b")) for item in seen.answers)
    result = step(nights.state, replace(seen, answers=answers), nights.gates)
    assert [event.change_type for event in result.events] == ["out_of_scope"]
    (row,) = [row for row in result.state.entries.values() if row.page_id == pid("b")]
    assert row.status == "out_of_scope"
