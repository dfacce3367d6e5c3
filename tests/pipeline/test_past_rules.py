"""Rules with a past: old captures are read by what fitted them, and saying so later is no news."""

from datetime import timedelta
from pathlib import Path

import pytest

from shelflist.models.track import Event
from shelflist.pipeline import stages
from shelflist.pipeline.epochs import begin_epoch_if_needed
from shelflist.pipeline.explaining import explain_entry
from shelflist.sources.load import parse_source
from tests.pipeline import chronicle as made_up
from tests.pipeline.chronicle import RULES, START, Chronicle, chronicle

SITE = {"a": ("# Books", "Title 1", "Title 2", "Title 3"), "b": ("Title 4", "Title 5")}
OLD = RULES.replace(".entry-content", ".post-body")
PAST = '\n[[past]]\nvalid_until = 2026-11-03\n[past.selectors]\ncontent = { css = ".post-body", count = "1" }\n'
_html = made_up.html


def old_html(name: str, lines: tuple[str, ...]) -> str:
    return _html(name, lines).replace("entry-content", "post-body")


@pytest.fixture
def old_theme(monkeypatch: pytest.MonkeyPatch) -> pytest.MonkeyPatch:
    """The made-up site in its old theme; `undo` is the day of the new one."""
    monkeypatch.setattr(made_up, "html", old_html)
    return monkeypatch


def told_of_entries(told: Chronicle) -> list[Event]:
    return [event for event in told.events if event.entity_type == "entry" and not event.initial]


def test_old_and_new_captures_are_each_read_by_their_rules(tmp_path: Path, old_theme: pytest.MonkeyPatch) -> None:
    with chronicle(tmp_path) as told:
        told.use_rules(OLD)
        told.night(SITE)
        told.night({**SITE, "b": ("Title 4", "Title 5", "Title 6")})
        old_theme.undo()
        assert told.night(SITE).result == "failed"  # one selector does not fit both themes
        told.use_rules(RULES + PAST)
        told.night({**SITE, "b": ("Title 4", "Title 5", "Title 6", "Title 7")})
        assert [(event.change_type, event.label, event.cause) for event in told_of_entries(told)] == [
            ("added", "Title 6", "source"),
            ("added", "Title 7", "source"),
        ]
        assert told.night({**SITE, "b": ("Title 4", "Title 5", "Title 6", "Title 7")}).result == "unchanged"
        assert told.problems() == []  # a replay reads the old captures again


def test_an_epoch_that_adds_a_past_brings_no_event(tmp_path: Path, old_theme: pytest.MonkeyPatch) -> None:
    with chronicle(tmp_path) as told:
        told.use_rules(OLD)
        told.night(SITE)
        before = told.events[:]
        told.use_rules(RULES + PAST)
        told.at = START + timedelta(days=3)
        old_theme.undo()
        epoch, night = told.night(SITE).runs
        assert (epoch.result, night.result) == ("unchanged", "unchanged")
        assert told.events == before
        assert {row.content_hash is None for row in told.state.pages.values()} == {False}


def test_without_their_past_the_old_captures_can_no_longer_be_read(
    tmp_path: Path, old_theme: pytest.MonkeyPatch
) -> None:
    with chronicle(tmp_path) as told:
        told.use_rules(OLD)
        told.night(SITE)
        entry = min(told.state.entries)
        for rules, is_read in ((RULES, False), (RULES + PAST, True)):
            told.use_rules(rules)
            begin_epoch_if_needed(told.place, told.state, told.at)
            told.fold()
            told.at += timedelta(minutes=1)
            assert bool(explain_entry(told.place, entry).evidence) is is_read


def test_past_lookups_are_for_old_captures_alone(tmp_path: Path) -> None:
    past = '\n[[past]]\nvalid_until = 2026-11-02\n[past.lookups]\nnavigation = ["^Title 1"]\n'
    with chronicle(tmp_path) as told:
        told.use_rules(RULES + past)
        told.night(SITE)
        assert told.shown[f"{made_up.HOME}a/"] == ["Title 2", "Title 3"]
        assert told.night(SITE).result == "unchanged"  # the same words: the page stays as it was read
        assert told.shown[f"{made_up.HOME}a/"] == ["Title 2", "Title 3"]
        told.night({**SITE, "a": (*SITE["a"], "Title 6")})
        assert told.shown[f"{made_up.HOME}a/"] == ["Title 1", "Title 2", "Title 3", "Title 6"]
        assert told.problems() == []


def test_a_saved_page_is_checked_as_of_its_day() -> None:
    loaded = parse_source(RULES + PAST, "made-up.toml")
    page = old_html("a", SITE["a"]).encode()
    reading = stages.check(loaded, html=page, url=made_up.address("a"), captured_at=START).reading
    assert reading is not None
    assert [entry.raw for entry in reading.entries] == ["Title 1, 1917", "Title 2, 1917", "Title 3, 1917"]
