"""What the change log says is true and said once: flapping pages, partial nights, acceptances, links and addresses."""

from collections import Counter
from dataclasses import replace
from datetime import timedelta

import pytest

from shelflist.models.observe import PageAnswer, RunObservation
from shelflist.models.track import Event
from shelflist.models.web import Asked, Capture, Purpose
from shelflist.sources.model import Gates
from shelflist.track import step
from tests.track.nights import START, Answer, Nights, observe, pid, said

MANY = [f"Book {number}" for number in range(40)]
OPEN = Gates(run_min_answered=0)


def told_twice(events: list[Event]) -> list[str]:
    return [key for key, count in Counter(event.change_id for event in events).items() if count > 1]


@pytest.mark.parametrize(
    "nights_of_a",
    [(503, ["One"], 503, ["One"], 503, ["One"]), (503, 404, 503, 404, 503, ["One"]), (404, ["One"], 404, ["One"])],
)
def test_a_page_that_flaps_never_gives_one_change_id_twice(nights_of_a: tuple[Answer, ...]) -> None:
    nights = Nights(OPEN)
    events = list(nights.night({"a": ["One"], "b": ["Two"]}).events)
    for answer in nights_of_a:
        events += nights.night({"a": answer, "b": ["Two"]}).events
    assert told_twice(events) == []


def test_an_entry_that_moves_on_a_partial_night_keeps_its_id() -> None:
    nights = Nights()
    site: dict[str, Answer] = {"a": ["One", "Two"], "b": ["Three"], "c": ["Four"], "d": ["Five"]}
    nights.night(site)
    identity = nights.id_of("Two")
    site |= {"a": ["One"], "b": ["Three", "Two"]}
    result = nights.night({**site, "c": 503, "d": 503})
    assert (result.result, said(result)) == ("partial", [("moved", "Two")])
    assert nights.id_of("Two") == identity
    assert said(nights.night(site)) == []


def test_a_page_that_gets_a_password_is_no_trouble_of_the_site() -> None:
    """It is not seen, and all else is told as on any other night, however few pages there are."""
    nights = Nights()
    site: dict[str, Answer] = {"a": ["One", "Two"], "b": ["Three"], "c": ["Four"], "d": ["Five"]}
    nights.night(site)
    result = nights.night(site | {"a": ["One"], "b": ["Three", "Six"], "d": "password"})
    assert (result.result, result.reasons) == ("success", ())
    assert said(result) == [("added", "Six"), ("missing", "Two")]
    assert [one.detail for one in result.observations if one.page_id == pid("d")] == ["asks for a password"]
    assert (nights.titles, nights.night(site | {"d": 503}).result) == (
        ["Five", "Four", "One", "Six", "Three"],
        "partial",
    )


def test_a_move_from_another_page_happened_after_it_was_last_seen_there() -> None:
    nights = Nights()
    nights.night({"a": ["One", "Two"]})
    (moved,) = [event for event in nights.night({"a": ["One"], "b": ["Two"]}).events if event.change_type == "moved"]
    assert moved.occurred_after == START


def test_what_was_absent_but_did_not_count_was_last_seen_before() -> None:
    nights = Nights()
    site: dict[str, Answer] = {"a": ["One", "Two"], "b": ["Three"], "c": ["Four"], "d": ["Five"]}
    nights.night(site)
    for _ in range(2):
        nights.night({**site, "a": ["One"], "c": 503, "d": 503})
    (missing,) = [event for event in nights.night({**site, "a": ["One"]}).events if event.entity_type == "entry"]
    assert (missing.change_type, missing.occurred_after) == ("missing", START)


def test_a_heading_that_went_on_a_partial_night_is_removed_on_the_next() -> None:
    nights = Nights()
    site: dict[str, Answer] = {"a": ["# Old", "One"], "b": ["Three"], "c": ["Four"], "d": ["Five"]}
    nights.night(site)
    site["a"] = ["One"]
    nights.night({**site, "c": 503, "d": 503})
    nights.night(site)
    assert [row.status for row in nights.state.headings.values()] == ["removed"]


def test_a_page_removed_waits_for_the_pages_where_its_entries_may_be() -> None:
    nights = Nights(OPEN)
    nights.night({"a": ["One"], "b": ["Two"], "c": ["Three"]})
    for _ in range(3):
        assert "removed" not in dict(said(nights.night({"a": 410, "b": 503, "c": ["Three"]})))
    assert said(nights.night({"b": ["Two", "One"], "c": ["Three"]})) == [("moved", "One")]


def test_an_accepted_absence_is_not_held_again_when_it_becomes_a_removal() -> None:
    nights = Nights(Gates(page_min_ratio=0))
    site = {"a": MANY[:5], "b": ["One"]}
    nights.night({"a": MANY, "b": ["One"]})
    assert nights.night(site).result == "held"
    nights.accept()
    confirmed = nights.night(site)
    assert confirmed.result == "success"
    assert said(confirmed) == [("removed", title) for title in sorted(MANY[5:])]


def test_two_pages_that_lost_the_same_line_each_get_their_own_back() -> None:
    nights = Nights(Gates(missing_confirm_hours=1000))
    nights.night({"a": ["Same", "One"], "b": ["Same", "Two"]})
    nights.night({"a": ["One"], "b": ["Two"]})
    assert said(nights.night({"a": ["One"], "b": ["Same", "Two"]})) == [("resumed", "Same")]


def test_an_entry_that_is_gone_when_its_page_comes_back_into_scope_is_missing_then_removed() -> None:
    nights = Nights(OPEN)
    nights.night({"a": ["One"], "b": ["Two", "Three"]})
    nights.night({"a": ["One"], "b": ["Two"]})
    nights.state = step(nights.state, without(observe({"a": ["One"], "b": ["Two"]}, nights.at), "b"), OPEN).state
    assert {row.status for row in nights.state.entries.values() if row.page_id == pid("b")} == {"out_of_scope"}
    nights.at = nights.at.replace(day=20)
    assert said(nights.night({"a": ["One"], "b": ["Two"]})) == [("missing", "Three"), ("resumed", "Two")]
    assert said(nights.night({"a": ["One"], "b": ["Two"]})) == [("removed", "Three")]


def without(seen: RunObservation, name: str) -> RunObservation:
    answers = tuple(replace(item, in_scope=item.page_id != pid(name)) for item in seen.answers)
    return replace(seen, answers=answers)


def test_links_of_one_entry_never_share_an_id() -> None:
    nights = Nights()
    nights.night({"a": ["One -> http://x/1"]})
    nights.night({"a": ["One -> http://x/2"]})
    seen = observe({"a": ["One -> http://x/2"]}, nights.at)
    (answer,) = seen.answers
    assert answer.reading is not None
    (entry,) = answer.reading.entries
    both = replace(entry, links=(*entry.links, replace(entry.links[0], url="http://x/1", url_raw="http://x/1")))
    page = replace(answer.reading.page, content_hash="other")
    reading = replace(answer.reading, page=page, entries=(both,))
    state = step(nights.state, replace(seen, answers=(replace(answer, reading=reading),)), Gates()).state
    (row,) = state.entries.values()
    assert len({link.link_id for link in row.links}) == 2


def test_an_address_in_the_list_that_differs_from_the_pages_own_is_no_move() -> None:
    nights = Nights()
    events: list[Event] = []
    for is_asked in (True, False, True, False):
        seen = observe({"a": ["One"]}, nights.at)
        answers = tuple(_listed_at(item, "http://site.test/a", is_asked=is_asked) for item in seen.answers)
        result = step(nights.state, replace(seen, answers=answers), Gates())
        assert [item.basis for item in result.observations if not is_asked] == ([] if is_asked else ["list"])
        nights.state, nights.at = result.state, nights.at + timedelta(days=1)
        events += result.events
    assert [event for event in events if event.change_type == "moved"] == []


def _listed_at(answer: PageAnswer, url: str, *, is_asked: bool) -> PageAnswer:
    """The page under another address in the list, asked for or merely called unchanged there."""
    assert answer.listed is not None
    answer = replace(answer, listed=replace(answer.listed, url=url, modified="2026-10-01"))
    return answer if is_asked else replace(answer, captures=(), reading=None)


def test_a_later_part_that_answers_404_does_not_say_that_the_page_is_gone() -> None:
    nights = Nights()
    nights.night({"a": ["One"], "b": ["Two"]})
    seen = observe({"a": ["One"], "b": ["Two"]}, nights.at)
    answers = tuple(_with_lost_part(item) if item.page_id == pid("a") else item for item in seen.answers)
    result = step(nights.state, replace(seen, answers=answers), OPEN)
    assert [item.verdict for item in result.observations if item.page_id == pid("a")] == ["http_error"]
    assert said(result) == []


def _with_lost_part(answer: PageAnswer) -> PageAnswer:
    (first,) = answer.captures
    second: Capture = replace(
        first,
        capture_id=f"{first.capture_id}-2",
        http_status=404,
        asked=Asked(purpose=Purpose.PAGE, door="sitemap", page_key=answer.page_key, part=2),
    )
    return replace(answer, captures=(first, second), reading=None)


def test_of_two_works_in_one_scan_the_one_that_comes_from_another_page_is_not_the_one_that_went() -> None:
    nights = Nights(OPEN)
    scan = "http://x/both.pdf"
    nights.night({"a": [f"History Will Absolve Me -> {scan}", "One"], "b": [f"The British Road -> {scan}", "Two"]})
    identity = nights.id_of("The British Road")
    result = nights.night({"a": [f"The British Road -> {scan}", "One"], "b": ["Two"]})
    assert said(result) == [("missing", "History Will Absolve Me"), ("moved", "The British Road")]
    assert nights.id_of("The British Road") == identity
