"""Two-phase removal: nothing is called removed on one look, or while it may have moved out of sight."""

from shelflist.models.web import FailureKind
from shelflist.sources.model import Gates
from tests.track.nights import Nights, pid, said

THREE = ["One", "Two", "Three"]


def test_a_first_absence_is_missing_and_a_second_is_removed() -> None:
    nights = Nights()
    nights.night({"a": THREE})
    assert said(nights.night({"a": ["One", "Two"]})) == [("missing", "Three")]
    assert said(nights.night({"a": ["One", "Two"]})) == [("removed", "Three")]
    assert nights.night({"a": ["One", "Two"]}).events == ()
    assert [row.citation_raw for row in nights.state.removed.values()] == ["Three"]


def test_a_second_look_too_soon_confirms_nothing() -> None:
    nights = Nights()
    nights.night({"a": THREE})
    nights.night({"a": ["One", "Two"]}, hours=2)
    assert said(nights.night({"a": ["One", "Two"]}, hours=20)) == []
    assert said(nights.night({"a": ["One", "Two"]})) == [("removed", "Three")]


def test_an_entry_that_comes_back_while_missing_is_resumed() -> None:
    nights = Nights()
    nights.night({"a": THREE})
    identity = nights.id_of("Three")
    nights.night({"a": ["One", "Two"]})
    assert said(nights.night({"a": THREE})) == [("resumed", "Three")]
    assert nights.id_of("Three") == identity
    assert nights.night({"a": THREE}).events == ()


def test_an_entry_that_comes_back_after_removal_reappears_with_its_id() -> None:
    nights = Nights()
    nights.night({"a": THREE})
    identity = nights.id_of("Three")
    for _ in range(2):
        nights.night({"a": ["One", "Two"]})
    assert said(nights.night({"a": THREE})) == [("reappeared", "Three")]
    assert nights.id_of("Three") == identity
    assert not nights.state.removed


def test_a_blind_page_blocks_the_removal_of_what_may_have_moved_there() -> None:
    nights = Nights(Gates(run_min_answered=0.5))
    nights.night({"a": THREE, "b": ["Four"]})
    nights.night({"a": ["One", "Two"], "b": 503})
    for _ in range(3):
        assert ("removed", "Three") not in said(nights.night({"a": ["One", "Two"], "b": 503}))
    assert said(nights.night({"a": ["One", "Two"], "b": ["Four", "Three"]})) == [("moved", "Three")]


def test_a_page_blind_for_a_fortnight_blocks_nothing_any_more() -> None:
    nights = Nights(Gates(run_min_answered=0.5))
    nights.night({"a": THREE, "b": ["Four"]})
    nights.night({"a": ["One", "Two"], "b": 503})
    nights.night({"a": ["One", "Two"], "b": 503}, hours=15 * 24)
    assert said(nights.night({"a": ["One", "Two"], "b": 503})) == [("removed", "Three")]


def test_a_page_blind_before_the_absence_blocks_nothing() -> None:
    nights = Nights(Gates(run_min_answered=0.5))
    nights.night({"a": THREE, "b": ["Four"]})
    nights.night({"a": THREE, "b": 503})
    nights.night({"a": ["One", "Two"], "b": 503})
    assert said(nights.night({"a": ["One", "Two"], "b": 503})) == [("removed", "Three")]


def test_an_intermittent_404_removes_nothing() -> None:
    nights = Nights()
    site = {"a": THREE, "b": ["Four"], "c": ["Five"], "d": ["Six"], "e": ["Seven"]}
    nights.night(site)
    assert said(nights.night({**site, "a": 404})) == [("missing", title) for title in sorted(THREE)]
    assert said(nights.night(site)) == [("resumed", title) for title in sorted(THREE)]
    assert nights.night(site).events == ()


def test_a_page_not_found_is_removed_after_three_observations_over_three_days() -> None:
    nights = Nights()
    site = {"a": THREE, "b": ["Four"]}
    nights.night(site)
    for _ in range(3):
        assert ("page_removed", "") not in [(e.change_type, "") for e in nights.night({**site, "a": 404}).events]
    last = nights.night({**site, "a": 404})
    assert [e.change_type for e in last.events if e.entity_type == "page"] == ["page_removed"]
    assert said(last) == [("removed", title) for title in sorted(THREE)]
    assert nights.state.pages[pid("a")].status == "removed"


def test_a_page_gone_is_removed_after_two_observations() -> None:
    nights = Nights()
    site = {"a": THREE, "b": ["Four"]}
    nights.night(site)
    assert [event for event in nights.night({**site, "a": 410}).events if event.change_type == "page_removed"] == []
    assert said(nights.night({**site, "a": 410})) == [("removed", title) for title in sorted(THREE)]


def test_a_removed_page_that_returns_brings_its_entries_back_with_their_ids() -> None:
    nights = Nights()
    site = {"a": THREE, "b": ["Four"]}
    nights.night(site)
    ids = {title: nights.id_of(title) for title in THREE}
    for _ in range(2):
        nights.night({**site, "a": 410})
    assert said(nights.night(site)) == [("reappeared", title) for title in sorted(THREE)]
    assert {title: nights.id_of(title) for title in THREE} == ids


def test_a_blind_page_is_said_once_and_again_when_it_is_seen() -> None:
    nights = Nights(Gates(run_min_answered=0.1))
    nights.night({"a": THREE, "b": ["Four"]})
    types = [
        [event.change_type.value for event in nights.night({"a": answer, "b": ["Four"]}).events]
        for answer in (FailureKind.TIMEOUT, 503, THREE, THREE)
    ]
    assert types == [["unobserved"], [], ["observed_again"], []]
