"""Invariants that must hold whatever happens to a site (docs/changes.md): random histories, with faults."""

import random
from collections import Counter
from dataclasses import replace
from datetime import timedelta

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from shelflist.models.track import State
from shelflist.models.web import FailureKind
from shelflist.sources.model import Gates
from shelflist.track import dump_state, load_state, step
from shelflist.track.moves import longest_increasing
from tests.track.nights import START, Answer, Nights, observe, pid, said

PAGES = ("a", "b", "c")
TITLES = [f"Title {letter}" for letter in "abcdefgh"]
LINKED = [f"{title} -> http://x/{n}.pdf" for n, title in enumerate(TITLES)]

lines = st.lists(st.sampled_from([*TITLES, *LINKED, "# Books", "# Others"]), min_size=1, max_size=8)
BLIND: list[int | FailureKind] = [401, 403, 429, 500, 503, *FailureKind]
faults = st.sampled_from([*BLIND, 404, 410])
answers: st.SearchStrategy[Answer] = st.one_of(lines, lines, lines, faults)
sites = st.fixed_dictionaries(dict.fromkeys(PAGES, answers))
histories = st.lists(sites, min_size=1, max_size=8)
open_gates = Gates(run_min_answered=0, page_min_ratio=0, run_max_changed=1000, run_max_removed=1000)
modest = settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@modest
@given(histories, st.booleans())
def test_a_stored_and_loaded_state_folds_on_as_if_it_had_never_been_stored(
    history: list[dict[str, Answer]], gated: bool
) -> None:
    gates = Gates() if gated else open_gates
    straight, stored = Nights(gates), Nights(gates)
    for site in history:
        one, other = straight.night(site), stored.night(site)
        stored.state = load_state(dump_state(stored.state), "test")
        assert one.events == other.events
    assert dump_state(straight.state) == dump_state(stored.state)


@modest
@given(histories)
def test_a_repeated_observation_gives_no_event_once_removals_have_fired(history: list[dict[str, Answer]]) -> None:
    nights = Nights(open_gates)
    for site in history:
        nights.night(site)
    calm: dict[str, Answer] = {name: ["Title a", "Title b"] for name in PAGES}
    for _ in range(3):
        nights.night(calm)
    quiet = nights.night(calm)
    assert (quiet.events, quiet.result) == ((), "unchanged")


@modest
@given(histories)
def test_what_is_active_is_what_the_page_last_showed(history: list[dict[str, Answer]]) -> None:
    nights = Nights(open_gates)
    shown: dict[str, Counter[str]] = {}
    for site in history:
        result = nights.night(site)
        for name, answer in site.items():
            if isinstance(answer, list) and result.released and any(not line.startswith("# ") for line in answer):
                shown[name] = Counter(line.partition(" -> ")[0] for line in answer if not line.startswith("# "))
            elif answer in (404, 410) and result.released and name in shown:
                shown[name] = Counter()
        held = {item.page_id for item in result.observations if item.verdict == "held"}
        if held:
            return  # a page emptied is believed only when a person says so
    for name, expected in shown.items():
        page = [row for row in nights.state.entries.values() if row.page_id == pid(name)]
        assert Counter(row.citation_raw for row in page if row.status == "active") == expected


@modest
@given(histories)
def test_ids_are_unique_and_never_used_again_for_another_entry(history: list[dict[str, Answer]]) -> None:
    nights = Nights(open_gates)
    born: dict[str, str] = {}
    for site in history:
        for event in nights.night(site).events:
            if event.change_type == "added" and event.entity_type == "entry":
                assert event.entity_id not in born
                born[event.entity_id] = event.label
    assert not set(nights.state.entries) & set(nights.state.removed)


@modest
@given(st.lists(st.fixed_dictionaries({name: st.one_of(st.sampled_from(BLIND), lines) for name in PAGES}), max_size=8))
def test_blind_pages_never_cause_a_removal(history: list[dict[str, Answer]]) -> None:
    nights = Nights(open_gates)
    nights.night({name: list(TITLES) for name in PAGES})
    for site in history:
        result = nights.night({name: list(TITLES) if isinstance(what, list) else what for name, what in site.items()})
        assert not {kind for kind, _ in said(result)} & {"missing", "removed"}


@modest
@given(histories)
def test_every_entry_is_added_before_it_is_missing_and_missing_before_it_is_removed(
    history: list[dict[str, Answer]],
) -> None:
    allowed: dict[str, set[str | None]] = {
        "added": {None}, "missing": {"added", "resumed", "reappeared", "moved"}, "removed": {"missing"},
        "resumed": {"missing"}, "reappeared": {"removed"},
    }  # fmt: skip
    nights = Nights(open_gates)
    last: dict[str, str | None] = {}
    for site in history:
        events = [event for event in nights.night(site).events if event.entity_type == "entry" and not event.minor]
        for event in events:  # an entry found on another page is no longer missing; it may be missing there already
            if event.field == "page_id" and last.get(event.entity_id) == "missing":
                last[event.entity_id] = "moved"
        for event in events:
            kind, before = event.change_type.value, last.get(event.entity_id)
            if kind in allowed:
                assert before in allowed[kind], (event.label, before, kind)
                last[event.entity_id] = kind


@given(st.lists(st.integers(0, 30), unique=True, max_size=30))
def test_the_rows_that_count_as_reordered_are_the_fewest_possible(values: list[int]) -> None:
    kept = sorted(longest_increasing(values))
    assert [values[index] for index in kept] == sorted(values[index] for index in kept)
    best = [1] * len(values)
    for index, value in enumerate(values):
        best[index] = 1 + max((best[j] for j in range(index) if values[j] < value), default=0)
    assert len(kept) == max(best, default=0)


@modest
@given(histories, st.randoms(use_true_random=False))
def test_the_order_in_which_answers_came_makes_no_difference(
    history: list[dict[str, Answer]], dice: random.Random
) -> None:
    """Until something is told of them: captures of one run may come in any order."""
    straight, shuffled = State(source_id="test"), State(source_id="test")
    for night, site in enumerate(history):
        seen = observe(site, START + timedelta(days=night))
        answers = list(seen.answers)
        dice.shuffle(answers)
        one, other = step(straight, seen, Gates()), step(shuffled, replace(seen, answers=tuple(answers)), Gates())
        assert (one.events, one.result, one.reasons) == (other.events, other.result, other.reasons)
        straight, shuffled = one.state, other.state
    assert dump_state(straight) == dump_state(shuffled)


@modest
@given(histories)
def test_a_run_folded_once_more_tells_nothing_new(history: list[dict[str, Answer]]) -> None:
    """The same bytes an hour later: no second look that could confirm an absence, and no other change."""
    nights = Nights(open_gates)
    for site in history:
        nights.night(site, hours=1)
        again = nights.night(site)
        assert not [event for event in again.events if event.change_type not in ("removed", "page_removed")]


def test_folding_does_not_touch_the_state_it_was_given() -> None:
    empty = State(source_id="test")
    step(empty, observe({"a": ["One"]}, START), Gates())
    assert empty == State(source_id="test")
