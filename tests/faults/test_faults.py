"""A whole archive under attack, night after night: every fault gets its verdict, and harms nothing but its own page."""

import json

import pytest

from shelflist.models.vocabulary import Verdict
from shelflist.pipeline import stages
from shelflist.publish.read import load
from tests.faults.conftest import BAD_NIGHTS, Attack
from tests.faults.contents import HOSTILE, NEW_LINES
from tests.faults.fault import Fault
from tests.faults.pages import LINES
from tests.faults.table import FAULTS

MOST_MEGABYTES = 500
LIBRARIES = 120
"""What a process takes that has loaded polars and the rest, and harvested nothing; this one has done so before."""
MOST_REQUESTS = 400
"""In one night; measured: 192. How long each may take is bounded by itself, and is what the slow ones try."""


def test_there_are_faults_enough() -> None:
    assert len({fault.name for fault in FAULTS}) == len(FAULTS) >= 60


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: fault.name)
def test_each_fault_gets_its_verdict_and_the_reason(attack: Attack, fault: Fault) -> None:
    for night in BAD_NIGHTS:
        seen = attack.of(fault, night)
        is_news = fault.verdict is Verdict.OK and night == BAD_NIGHTS[0]
        expected = fault.verdict if is_news or fault.verdict is not Verdict.OK else Verdict.NOT_MODIFIED
        assert seen.verdict == expected, seen.detail
        assert fault.says.casefold() in (seen.detail or "").casefold()


def test_every_page_is_harvested_when_it_answers(attack: Attack) -> None:
    for night in (0, 3):
        blind = {one.url: one.detail for one in attack.nights[night].observations if not one.verdict.is_complete}
        assert set(blind) == {attack.site.address(fault) for fault in FAULTS if fault.scheme == "https"}


def test_good_pages_are_harvested_whatever_happens_around_them(attack: Attack) -> None:
    for night in BAD_NIGHTS:
        seen = {one.url: one.verdict for one in attack.nights[night].observations}
        good = [attack.site.home, *attack.site.good, *(attack.site.address(fault) for fault in HOSTILE)]
        assert {seen[url] for url in good} == {Verdict.NOT_MODIFIED}


def test_faults_remove_nothing_and_change_nothing(attack: Attack) -> None:
    absent = sum(fault.verdict in (Verdict.GONE, Verdict.NOT_FOUND) for fault in FAULTS)
    new = len(NEW_LINES) * 6
    assert attack.events(1) == {"missing": absent * LINES, "added": new}, "these pages are gone, as far as one can know"
    assert attack.events(2) == {}
    assert attack.events(3) == {"resumed": absent * LINES, "missing": new}
    assert load("attacked", "entries_removed", data=attack.data).collect().is_empty()


def test_a_second_bad_night_is_a_quiet_one(attack: Attack) -> None:
    assert attack.nights[2].events == ()


def test_nothing_is_asked_of_an_address_within_the_network(attack: Attack) -> None:
    asked = {headers["Host"].partition(":")[0] for _, headers in attack.site.requests}
    assert "metadata.test" not in asked
    assert not [path for path, headers in attack.site.requests if "10.0.0.1" in path + headers["Host"]]


def test_all_of_it_takes_a_bounded_number_of_requests_and_memory(attack: Attack) -> None:
    assert max(attack.requests) < MOST_REQUESTS
    assert attack.memory.of_worker > 0
    assert LIBRARIES + attack.memory.grown + attack.memory.of_worker < MOST_MEGABYTES


def test_what_pages_tell_robots_is_recorded(attack: Attack) -> None:
    told = {row["url"]: row["robots"] for row in load("attacked", "pages", data=attack.data).collect().to_dicts()}
    secret = {url.split("/")[-2]: words for url, words in told.items() if words}
    assert secret == {"noindex": ["noarchive", "noindex"], "noarchive": ["noarchive", "noindex"]}
    headers = load("attacked", "captures", data=attack.data).collect()["robots_tag"].drop_nulls()
    assert set(headers) == {"otherbot: noindex, NoArchive"}


def test_robots_are_not_asked_for_twice_in_a_day(attack: Attack) -> None:
    captures = load("attacked", "captures", data=attack.data).collect()
    robots = captures.filter(captures["url"] == f"{attack.site.home}robots.txt")["run_id"].to_list()
    assert robots == [attack.nights[night].runs[0].run_id for night in (0, 1, 3)]


def test_a_selector_that_fits_no_more_is_told_with_what_the_pages_have_instead(attack: Attack) -> None:
    report = attack.nights[2].report
    assert report is not None
    issues = [json.loads(line) for line in (report.parent / "issues.jsonl").read_text().splitlines()]
    (told,) = [one["detail"] for one in issues if one["kind"] == "layout"]
    assert told.startswith("selector content ('.entry-content') matched 0, 2, expected 1, on ")
    assert "it last fitted there on 2026-11-01" in told
    assert "div.post-body on 2 with 6 lines" in told
    assert "Worth a look" in report.read_text()


def test_a_replay_gives_the_same(attack: Attack) -> None:
    assert stages.verify(attack.loaded, attack.data) == []
