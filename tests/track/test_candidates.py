"""Pairs that wait for a person: what they block, how they close, and what a person's word does."""

from dataclasses import replace
from datetime import timedelta

from shelflist.models.track import Event, State
from shelflist.sources.model import Gates
from shelflist.track import Word, decide, dump_state, load_state, step
from tests.linkage.edits import Item
from tests.linkage.judged import OPEN, observation
from tests.track.nights import Nights, pid, said

OTHERS = ("Spain in Revolt, Harry Gannes, Victor Gollancz, London, 1936, 287 pages.",
          "A World to Win, William Z. Foster, New York, 1941, 31 pages.")  # fmt: skip
FIRST = "Capital, Volume 1, Karl Marx, Progress, Moscow, 1954, 767 pages."
SECOND = "Capital, Volume 2, Karl Marx, Progress, Moscow, 1954, 767 pages."


def page(*lines: str) -> list[Item]:
    return [Item(number, (("", text),), (), twin=number) for number, text in enumerate((*OTHERS, *lines))]


def night(nights: Nights, items: list[Item], days: float = 1) -> tuple[Event, ...]:
    result = step(nights.state, observation(items, nights), OPEN)
    nights.state, nights.at = result.state, nights.at + timedelta(days=days)
    return result.events


def asked() -> Nights:
    nights = Nights(OPEN)
    night(nights, page(FIRST))
    night(nights, page(SECOND))
    assert len(nights.state.candidates) == 1
    return nights


def word(nights: Nights, *, same: bool) -> tuple[State, tuple[Event, ...]]:
    (candidate,) = nights.state.candidates
    told = decide(
        nights.state,
        Word(decision_id="d_1", candidate_id=candidate, is_same=same, at=nights.at, run_id="r"),
        OPEN,
    )
    assert told is not None
    return told


def kinds(events: tuple[Event, ...]) -> list[str]:
    return sorted({event.change_type.value for event in events if event.entity_type == "entry"})


def test_an_open_question_keeps_the_old_entry_from_being_removed_for_30_days() -> None:
    nights = asked()
    for _ in range(3):
        assert kinds(night(nights, page(SECOND), days=9)) == []
    assert kinds(night(nights, page(SECOND), days=5)) == []
    assert kinds(night(nights, page(SECOND))) == ["removed"]
    assert nights.state.candidates == {}


def test_an_old_entry_that_is_found_again_closes_the_question() -> None:
    nights = asked()
    assert kinds(night(nights, page(FIRST, SECOND))) == ["resumed"]
    assert nights.state.candidates == {}


def test_a_new_entry_that_is_removed_closes_the_question() -> None:
    nights = asked()
    night(nights, page())
    assert len(nights.state.candidates) == 1, "it may come back"
    assert kinds(night(nights, page())) == ["removed"]
    assert nights.state.candidates == {}


def test_the_same_makes_one_entry_of_two_and_tells_what_changed() -> None:
    nights = asked()
    (pair,) = nights.state.candidates.values()
    first_seen = nights.state.entries[pair.old_entry_id].first_seen_at
    nights.state, events = word(nights, same=True)
    row = nights.state.entries[pair.old_entry_id]
    assert (row.citation_raw, row.status, row.first_seen_at) == (SECOND, "active", first_seen)
    assert kinds(events) == ["changed", "resumed", "retracted"]
    (back,) = [event for event in events if event.change_type == "retracted"]
    assert (back.entity_id, back.related_ids) == (pair.new_entry_id, (pair.old_entry_id,))
    assert nights.state.aliases[pair.new_entry_id].decision_id == "d_1"
    assert night(nights, page(SECOND)) == ()


def test_aliases_of_an_alias_lead_on_to_the_current_entry() -> None:
    nights = asked()
    (first,) = nights.state.candidates.values()
    nights.state, _ = word(nights, same=True)
    night(nights, page(SECOND.replace("Volume 2", "Volume 3")))
    (second,) = nights.state.candidates.values()
    assert second.old_entry_id == first.old_entry_id
    nights.state, _ = word(nights, same=True)
    current = {alias.current_id for alias in nights.state.aliases.values()}
    assert current == {first.old_entry_id} and len(nights.state.aliases) == 2


def test_an_alias_is_never_given_to_another_entry() -> None:
    nights = asked()
    nights.state, _ = word(nights, same=True)
    night(nights, page(FIRST))  # the old words: another entry by the volume
    night(nights, page(FIRST, SECOND))
    assert not set(nights.state.aliases) & set(nights.state.entries)


def test_different_lets_the_old_entry_be_removed_and_is_remembered() -> None:
    nights = asked()
    (candidate,) = nights.state.candidates
    nights.state, events = word(nights, same=False)
    assert events == () and nights.state.told_apart == {candidate}
    assert kinds(night(nights, page(SECOND))) == ["removed"]


def test_a_question_that_is_closed_is_not_decided() -> None:
    nights = asked()
    (candidate,) = nights.state.candidates
    closed = replace(nights.state, candidates={})
    late = Word(decision_id="d", candidate_id=candidate, is_same=True, at=nights.at, run_id="r")
    assert decide(closed, late, OPEN) is None


def test_questions_and_aliases_are_stored_with_the_state() -> None:
    nights = asked()
    assert load_state(dump_state(nights.state), "test").candidates == nights.state.candidates
    nights.state, _ = word(nights, same=True)
    assert load_state(dump_state(nights.state), "test").aliases == nights.state.aliases


def test_a_line_that_moved_while_its_old_page_was_blind_is_one_entry_in_the_end() -> None:
    nights = Nights(Gates(run_min_answered=0.3))
    nights.night({"a": ["One", "Two"], "b": ["Three"], "c": ["Four"]})
    old = nights.id_of("Two")
    assert said(nights.night({"a": 503, "b": ["Three", "Two"], "c": ["Four"]})) == [("added", "Two")]
    assert said(nights.night({"a": ["One"], "b": ["Three", "Two"], "c": ["Four"]})) == [
        ("moved", "Two"), ("retracted", "Two"),
    ]  # fmt: skip
    assert nights.id_of("Two") == old
    assert nights.state.entries[old].page_id == pid("b")
    (alias,) = nights.state.aliases.values()
    assert (alias.current_id, alias.decision_id) == (old, None)
    assert nights.night({"a": ["One"], "b": ["Three", "Two"], "c": ["Four"]}).events == ()


def test_a_line_gone_from_both_pages_is_no_move() -> None:
    nights = Nights(Gates(run_min_answered=0.3))
    nights.night({"a": ["One", "Two"], "b": ["Three"], "c": ["Four"]})
    nights.night({"a": 503, "b": ["Three", "Two"], "c": ["Four"]})
    told = said(nights.night({"a": ["One"], "b": ["Three"], "c": ["Four"]}))
    assert told == [("missing", "Two"), ("missing", "Two")]


def test_a_copy_that_stood_there_before_is_no_move() -> None:
    nights = Nights(Gates(run_min_answered=0.3))
    nights.night({"a": ["One", "Two"], "b": ["Three", "Two"], "c": ["Four"]})
    nights.night({"a": 503, "b": ["Three", "Two"], "c": ["Four"]})
    assert said(nights.night({"a": ["One"], "b": ["Three", "Two"], "c": ["Four"]})) == [("missing", "Two")]
