"""Corrections over many nights: applied as ours, never the site's; followed to the day their line is gone; replayed."""

import json
from pathlib import Path

import pytest

from shelflist.models.page import Block, BlockKind, Page
from shelflist.parse.corrections import Corrections
from shelflist.parse.page import read_page
from shelflist.pipeline.corrected import applied_on
from shelflist.pipeline.corrections_told import standings, waiting
from shelflist.sources import parse_source
from shelflist.sources.corrections import Correction
from shelflist.sources.model import Lookups
from tests.pipeline.chronicle import HOME, RULES, Chronicle, chronicle

SITE = {"a": ("Title 1", "Title 2", "Title 3"), "b": ("Title 4", "Title 2"), "c": ("Title 6",)}
ON_THE_COVER = """
[[corrections]]
line = "Title 2, 1917"
reason = "the cover has it"
title = "Title the Second"
date_edtf = "1918"
"""
NO_ENTRY = '[[corrections]]\nline = "Title 6, 1917"\nreason = "a caption"\nkind = "prose"\n'


def fates(told: Chronicle) -> list[tuple[str, str]]:
    return [(one.line, one.fate) for one in standings(told.state)]


def issues(told: Chronicle) -> list[tuple[str, str | None]]:
    """Of the last run: kind and address."""
    folder = max((told.place.clean / "runs").iterdir())
    lines = (folder / "issues.jsonl").read_text(encoding="utf-8").splitlines()
    return [(issue["kind"], issue["url"]) for issue in map(json.loads, lines) if issue["kind"] != "page"]


def test_a_correction_is_a_change_of_our_reading_on_every_page_with_the_line_and_on_no_other(tmp_path: Path) -> None:
    with chronicle(tmp_path) as told:
        told.night(SITE)
        told.use_rules(RULES + ON_THE_COVER)
        epoch, run = told.night(SITE).runs
        changed = [e for e in told.events if e.run_id in (epoch.run_id, run.run_id) and e.entity_type == "entry"]
        assert {(e.cause, e.field) for e in changed if e.field in ("title", "date_edtf")} == {
            ("extractor", "title"),
            ("extractor", "date_edtf"),
        }
        assert {e.label for e in changed} == {"Title the Second"}
        assert told.shown == {
            f"{HOME}a/": ["Title 1", "Title 3", "Title the Second"],
            f"{HOME}b/": ["Title 4", "Title the Second"],
            f"{HOME}c/": ["Title 6"],
        }
        assert fates(told) == [("Title 2, 1917", "applied")]
        assert issues(told) == []
        assert told.problems() == []


def test_a_correction_for_one_page_leaves_the_same_words_elsewhere_alone(tmp_path: Path) -> None:
    with chronicle(tmp_path) as told:
        told.use_rules(RULES + ON_THE_COVER + f'page = "https://{HOME.removeprefix("http://")}b"\n')
        told.night(SITE)
        assert "Title 2" in told.shown[f"{HOME}a/"]
        assert "Title the Second" in told.shown[f"{HOME}b/"]


def test_a_line_that_is_no_entry_is_none_from_then_on_and_comes_back_with_the_old_rules(tmp_path: Path) -> None:
    with chronicle(tmp_path) as told:
        told.night(SITE)
        told.use_rules(RULES + NO_ENTRY)
        told.night(SITE)
        assert f"{HOME}c/" not in told.shown
        assert fates(told) == [("Title 6, 1917", "applied")]
        told.use_rules(RULES)
        told.night(SITE)
        assert told.shown[f"{HOME}c/"] == ["Title 6"]
        assert told.state.corrections == ()
        assert not [e for e in told.events if e.cause == "source" and not e.initial]
        assert told.problems() == []


def test_a_correction_whose_line_is_edited_is_reported_with_its_page_and_when_it_was_last_seen(tmp_path: Path) -> None:
    with chronicle(tmp_path) as told:
        told.use_rules(RULES + NO_ENTRY)
        site = {**SITE, "c": ("Title 6", "Title 8")}
        told.night(site)
        last = told.at
        told.night(site)
        told.night({**SITE, "c": ("Title 7", "Title 8")})
        (gone,) = waiting(told.state)
        assert (gone.fate, gone.pages, gone.last_seen_at) == ("gone", (f"{HOME}c/",), last)
        assert issues(told) == [("correction without a line", f"{HOME}c/")]
        told.night({**SITE, "c": ("Title 7", "Title 8")})
        assert waiting(told.state) == (gone,)
        told.night(site)
        assert waiting(told.state) == ()
        assert told.problems() == []


def test_half_a_page_or_a_page_that_fails_says_nothing_of_its_corrections(tmp_path: Path) -> None:
    many = tuple(f"Title {number}" for number in range(1, 12))
    with chronicle(tmp_path) as told:
        told.use_rules(RULES + ON_THE_COVER)
        told.night({"a": many, "b": ("One",)})
        told.night({"a": many[5:], "b": ("One",)})
        assert fates(told) == [("Title 2, 1917", "applied")]
        told.night({"a": many, "b": ("One",)}, {"a": 503})
        assert fates(told) == [("Title 2, 1917", "applied")]


def test_a_correction_goes_with_its_page(tmp_path: Path) -> None:
    with chronicle(tmp_path) as told:
        told.use_rules(RULES + NO_ENTRY)
        last = told.at
        told.night(SITE)
        for _ in range(2):
            told.night(SITE, {"c": 410})
        (gone,) = waiting(told.state)
        assert (gone.fate, gone.pages, gone.last_seen_at) == ("gone", (f"{HOME}c/",), last)


def test_a_correction_of_words_that_no_page_ever_had_is_told_at_once(tmp_path: Path) -> None:
    with chronicle(tmp_path) as told:
        told.use_rules(RULES + NO_ENTRY.replace("Title 6", "Title 66"))
        told.night(SITE)
        assert fates(told) == [("Title 66, 1917", "unknown")]
        assert issues(told) == [("correction without a line", None)]


def test_a_correction_of_a_line_removed_long_ago_still_says_where_it_stood(tmp_path: Path) -> None:
    with chronicle(tmp_path) as told:
        told.night(SITE)
        for _ in range(3):
            told.night({**SITE, "c": ("Title 7",)})
        told.use_rules(RULES + NO_ENTRY)
        told.night({**SITE, "c": ("Title 7",)})
        (gone,) = waiting(told.state)
        assert (gone.fate, gone.pages) == ("gone", (f"{HOME}c/",))


def test_a_correction_that_says_what_is_read_anyway_is_idle(tmp_path: Path) -> None:
    with chronicle(tmp_path) as told:
        told.use_rules(RULES + '[[corrections]]\nline = "# Notes"\nreason = "x"\nkind = "prose"\n')
        told.night(SITE)
        assert fates(told) == [("# Notes", "unknown")]
        told.use_rules(RULES + NO_ENTRY + '[lookups]\nnavigation = ["^Title 6"]\n')
        told.night(SITE)
        (idle,) = waiting(told.state)
        assert (idle.fate, idle.detail) == ("idle", "the line is read as no entry without it")
        assert issues(told) == [("correction idle", f"{HOME}c/")]


SURE = "Songs of the Loom, Rewi Ash, Progress, Moscow, 1912, 40 pages."


@pytest.mark.parametrize(("doubtful_below", "idle"), [(0.5, "the line is read so without it"), (1.1, None)])
def test_a_correction_that_repeats_what_is_read_is_idle_unless_the_reading_is_in_doubt(
    doubtful_below: float, idle: str | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("shelflist.pipeline.corrected.DOUBTFUL_BELOW", doubtful_below)
    line = SURE
    page = Page(url=HOME, blocks=(Block(kind=BlockKind.LINE, text=line),))
    (entry,) = read_page(page, Lookups()).entries
    same = Correction(line=line, reason="seen", title=entry.citation.title)
    source = parse_source(RULES, "made-up.toml").source.model_copy(update={"corrections": (same,)})
    assert applied_on(read_page(page, Lookups(), Corrections.of([same])), source) == {(line, None): idle}
    other = Correction(line=line, reason="seen", title="Otherwise")
    source = source.model_copy(update={"corrections": (other,)})
    assert applied_on(read_page(page, Lookups(), Corrections.of([other])), source) == {(line, None): None}


def test_fields_for_a_line_that_is_no_entry_are_told_to_change_nothing() -> None:
    page = Page(url=HOME, blocks=(Block(kind=BlockKind.LINE, text="These lists grow when I find the time."),))
    one = Correction(line="These lists grow when I find the time.", reason="seen", title="These lists")
    source = parse_source(RULES, "made-up.toml").source.model_copy(update={"corrections": (one,)})
    (idle,) = applied_on(read_page(page, Lookups(), Corrections.of([one])), source).values()
    assert idle == 'the line is read as no entry; kind = "entry" says that it is one'
