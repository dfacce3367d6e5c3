"""What a source file says of the hand that typed the pages: told apart from what the site changed, and replayed."""

from pathlib import Path

import pytest

from shelflist.parse.context.manner import IS_ENTRY
from shelflist.pipeline.explaining import explain_entry
from shelflist.pipeline.reviewing import review_source
from tests.pipeline import chronicle as made_up
from tests.pipeline.chronicle import HOME, RULES, chronicle

SITE = {"a": ("The Mill Hands by Rewi Ash", "Tom Elm: The Weavers of Leeds"), "b": ("Warp and Weft by Sue Hill",)}
BOOKS = "\n[manner]\nlists_books = true\n"
OF_B = '\n[[manner.pages]]\npath = "^/b/"\nlists_books = true\n'
IN_THE_PAST = "\n[[past]]\nvalid_until = 2026-11-02\n[past.manner]\nlists_books = true\n"


@pytest.fixture(autouse=True)
def plain_lines(monkeypatch: pytest.MonkeyPatch) -> None:
    """The made-up site as paragraphs without links."""
    monkeypatch.setattr(made_up, "_line", lambda line: f"<p>{line}</p>")


def test_other_words_of_the_manner_are_a_reading_anew_and_no_news(tmp_path: Path) -> None:
    with chronicle(tmp_path) as told:
        told.night(SITE)
        assert told.shown == {}
        told.use_rules(RULES + BOOKS)
        epoch, night = told.night(SITE).runs
        assert (epoch.kind, night.result) == ("epoch", "unchanged")
        changes = [(event.change_type, event.cause) for event in told.events if event.entity_type == "entry"]
        assert changes == [("added", "extractor")] * 3
        entries = told.state.entries.values()
        why = {why for row in entries for _, _, why in explain_entry(told.place, row.entry_id).evidence}
        assert all(any(IS_ENTRY in one for one in why) for _ in entries)
        assert all(doubt.evidence for doubt in review_source(told.place, below=1.0, limit=None).doubts)
        assert told.problems() == []  # a replay reads them so as well


@pytest.mark.parametrize(("rules", "pages"), [(OF_B, ["b"]), (IN_THE_PAST, ["a", "b"])])
def test_the_manner_is_that_of_the_page_and_of_its_time(tmp_path: Path, rules: str, pages: list[str]) -> None:
    with chronicle(tmp_path) as told:
        told.use_rules(RULES + rules)
        told.night(SITE)
        assert list(told.shown) == [f"{HOME}{page}/" for page in pages]
        later = {**SITE, "a": (*SITE["a"], "Of Looms by Ada Ash"), "b": (*SITE["b"], "Of Cloth by Ada Ash")}
        told.night(later)
        assert {url for url, titles in told.shown.items() if {"Of Looms", "Of Cloth"} & {*titles}} == (
            {f"{HOME}b/"} if rules == OF_B else set()
        )
