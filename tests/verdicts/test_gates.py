"""Gates: what is too strange is held, a held run changes nothing, and a person's word releases it."""

from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from shelflist.models.citation import Citation
from shelflist.models.observe import PageReading, ReadLine
from shelflist.models.web import FailureKind
from shelflist.sources.model import Gates
from shelflist.track import Reread, Step, reread, step
from tests.track.nights import Answer, Nights, address, observe, pid, read, said

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
    nights = Nights(Gates(page_max_field_changed_ratio=1))
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


LINE = "x" * 300
"""Wide enough that 40 lines are a page of some size."""


@dataclass(frozen=True)
class Shown:
    """What a page shows: so many entries, of which the first few lack a field or have another publisher."""

    entries: int = 40
    line: str = LINE
    coverage: float = 1.0
    prose: int = 0
    without: str = ""
    lacking: int = 0
    rewritten: int = 0
    note: str = ""

    def reading(self, name: str) -> PageReading:
        plain = read(address(name), [f"{name} {number}" for number in range(self.entries)])
        kinds = ["entry"] * self.entries + ["prose"] * self.prose
        lines = tuple(
            ReadLine(position=n, kind=kind, text=self.line + (self.note if n == 0 else ""))
            for n, kind in enumerate(kinds)
        )
        entries = tuple(replace(entry, citation=self.citation(n)) for n, entry in enumerate(plain.entries))
        page = replace(plain.page, text_coverage=self.coverage, content_hash=repr(self))
        return replace(plain, page=page, entries=entries, lines=lines)

    def citation(self, number: int) -> Citation:
        publisher = "Weft and Warp" if number < self.rewritten else "Loom Press"
        full = Citation(title=f"Title {number}", date_raw="1917", extent_raw="8 pp", publisher=publisher)
        lost: dict[str, Any] = {self.without: None} if self.without and number < self.lacking else {}
        return replace(full, **lost)


def show(nights: Nights, site: dict[str, Shown], *, door: str = "sitemap", accept: str | None = None) -> Step:
    """One night on which the pages show that; `accept` releases a page of the night before instead."""
    if accept is not None:
        return nights.accept(accept)
    seen = observe({name: ["-"] for name in site}, nights.at)
    readings = {pid(name): shown.reading(name) for name, shown in site.items()}
    answers = tuple(replace(item, reading=readings[item.page_id], door=door) for item in seen.answers)
    nights.last = replace(seen, answers=answers)
    result = step(nights.state, nights.last, nights.gates)
    nights.state, nights.at = result.state, nights.at + timedelta(days=1)
    return result


STRANGE = {
    "a body of 4800 characters, expected 6000 to 36000": Shown(line=LINE[:120]),
    "a body of 40000 characters, expected 6000 to 36000": Shown(line=LINE + "y" * 700),
    "a text coverage of 80%, expected about 100%": Shown(coverage=0.8),
    "12 of 52 lines unclassified, expected about 0%": Shown(prose=12),
    "title stated in 28 of 40 entries, expected in about 100%": Shown(without="title", lacking=12),
    "date stated in 28 of 40 entries, expected in about 100%": Shown(without="date_raw", lacking=12),
    "extent stated in 28 of 40 entries, expected in about 100%": Shown(without="extent_raw", lacking=12),
    "publisher stated in 28 of 40 entries, expected in about 100%": Shown(without="publisher", lacking=12),
    "publisher changed in 13 of 40 entries, expected at most 12": Shown(rewritten=13),
}


@pytest.mark.parametrize(("told", "strange"), STRANGE.items())
def test_a_page_that_reads_unlike_itself_is_held_and_says_where_to_look(told: str, strange: Shown) -> None:
    nights = Nights()
    show(nights, {"a": Shown(), "b": Shown(1)})
    before = nights.state
    result = show(nights, {"a": strange, "b": Shown(1)})
    assert (result.result, said(result)) == ("held", [])
    assert result.state.entries == before.entries
    (reason,) = [reason for reason in result.reasons if address("a") in reason]
    assert told in reason
    assert reason.endswith("look at capture 20261102T020000Z-a")


@pytest.mark.parametrize("strange", STRANGE.values(), ids=STRANGE)
def test_a_guard_never_learns_from_what_it_held(strange: Shown) -> None:
    nights = Nights()
    usual = Shown(1)
    show(nights, {"a": Shown(), "b": usual})
    for _ in range(6):
        assert show(nights, {"a": strange, "b": usual}).result == "held"
    assert show(nights, {"a": Shown(note="mended"), "b": usual}).result == "success"


@pytest.mark.parametrize("strange", STRANGE.values(), ids=STRANGE)
def test_a_page_that_was_accepted_is_usual_from_then_on(strange: Shown) -> None:
    nights = Nights()
    show(nights, {"a": Shown(), "b": Shown(1)})
    show(nights, {"a": Shown(note="edited"), "b": Shown(1)})
    show(nights, {"a": strange, "b": Shown(1)})
    assert show(nights, {}, accept="a").result != "held"
    assert show(nights, {"a": replace(strange, note="edited"), "b": Shown(1)}).result != "held"


@pytest.mark.parametrize("strange", STRANGE.values(), ids=STRANGE)
def test_a_person_releases_one_page_while_the_other_waits(strange: Shown) -> None:
    nights = Nights()
    show(nights, {"a": Shown(), "b": Shown()})
    assert show(nights, {"a": strange, "b": strange}).result == "held"
    result = show(nights, {}, accept="a")
    assert {item.page_id: str(item.verdict) for item in result.observations} == {pid("a"): "ok", pid("b"): "held"}
    assert result.result == "held"
    assert {event.page_id for event in result.events if event.entity_type == "entry"} <= {pid("a")}
    assert show(nights, {}, accept="b").result != "held"


@given(data=st.data())
@settings(max_examples=40, deadline=None)
def test_no_single_edit_of_a_small_page_trips_a_gate(data: st.DataObject) -> None:
    count = data.draw(st.integers(1, 10))
    edit = {
        "entries": st.just(count + 1),
        "coverage": st.floats(0.5, 1),
        "prose": st.just(1),
        "rewritten": st.just(1),
        "line": st.integers(60, 300).map(lambda length: "x" * length),
        "without": st.sampled_from(["title", "date_raw", "extent_raw", "publisher"]),
    }
    changed = data.draw(st.sampled_from(sorted(edit)))
    narrow = Shown(count, line="x" * 100)
    nights = Nights()
    show(nights, {"a": narrow})
    values: dict[str, Any] = {changed: data.draw(edit[changed])}
    assert show(nights, {"a": replace(narrow, **values, lacking=1)}).result != "held"


def test_new_entries_that_lack_a_field_take_nothing_from_the_others() -> None:
    nights = Nights()
    show(nights, {"a": Shown(20)})
    longer = Shown(20).reading("a").entries + tuple(
        replace(entry, citation=Citation(title="Leaflet")) for entry in Shown(35).reading("a").entries[20:]
    )
    seen = observe({"a": ["-"]}, nights.at)
    answer = replace(seen.answers[0], reading=replace(Shown(35).reading("a"), entries=longer))
    assert step(nights.state, replace(seen, answers=(answer,)), nights.gates).result == "success"


def test_the_usual_is_the_median_of_the_last_five_accepted() -> None:
    nights = Nights()
    for number, coverage in enumerate([1.0, 1.0, 0.9, 0.9, 0.9, 0.8, 0.8, 0.8]):
        assert show(nights, {"a": Shown(coverage=coverage, note=str(number))}).result != "held", number
    assert len(nights.state.measures[pid("a")]) == 5
    assert show(nights, {"a": Shown(coverage=0.7)}).result != "held"  # 10 points below 0.8, 30 below the first
    assert show(nights, {"a": Shown(coverage=0.6)}).result == "held"


def test_only_what_came_through_the_same_door_says_how_much_text_to_expect() -> None:
    nights = Nights()
    show(nights, {"a": Shown()}, door="wordpress")
    bulky = Shown(line=LINE * 5, coverage=0.7)
    assert show(nights, {"a": bulky}, door="sitemap").result != "held"
    assert show(nights, {"a": replace(bulky, line=LINE)}, door="wordpress").result == "held"


def test_the_only_page_of_a_source_can_be_held_and_accepted() -> None:
    nights = Nights()
    nights.night({"a": ["One", "Two"]})
    held = nights.night({"a": []})
    assert (held.result, held.released, held.events) == ("held", False, ())
    assert held.state.held_run_id == "20261102T020000Z"
    assert said(nights.accept("a")) == [("missing", "One"), ("missing", "Two")]


def test_a_change_of_our_own_reading_is_attributed_before_any_gate_counts() -> None:
    nights = Nights()
    show(nights, {"a": Shown()})
    anew = Shown(rewritten=40).reading("a")
    state, events = reread(
        nights.state, [Reread(pid("a"), anew, ("20261101T020000Z-a",))], nights.gates,
        epoch_id="e", at=nights.at - timedelta(hours=1), extractor_version="2", rules_sha256="r",
    )  # fmt: skip
    assert {event.cause for event in events} == {"extractor"}
    nights.state = state
    assert show(nights, {"a": Shown(rewritten=40)}).result == "unchanged"
    assert show(nights, {"a": Shown(rewritten=40, lacking=13, without="extent_raw")}).result == "held"


def test_links_that_all_lead_elsewhere_are_held() -> None:
    nights = Nights()
    nights.night({"a": [f"{title} -> http://x/{n}" for n, title in enumerate(MANY)], "b": ["One"]})
    result = nights.night({"a": [f"{title} -> http://x/{n + 1}" for n, title in enumerate(MANY)], "b": ["One"]})
    assert result.result == "held"
    assert any("url changed in 40 of 40 entries, expected at most 12" in reason for reason in result.reasons)


def test_thresholds_are_the_sources_own() -> None:
    lenient = Gates(page_max_coverage_drop=0.5)
    nights = Nights(lenient)
    show(nights, {"a": Shown()})
    assert show(nights, {"a": Shown(coverage=0.6)}).result != "held"


def test_a_run_gate_says_which_page_to_look_at_first() -> None:
    nights = Nights(Gates(page_min_ratio=0))
    nights.night({"a": MANY, "b": ["One"]})
    (reason,) = nights.night({"a": MANY[:10], "b": ["One"]}).reasons
    assert reason.startswith("30 entries missing or removed, expected at most 25 of 41; 30 of them on ")
    assert reason.endswith(f"{address('a')}, look at capture 20261102T020000Z-a")
