"""`shelflist check --html` says by which rules a saved page was read: today's, or those of a past."""

import json
from pathlib import Path

import pytest

from shelflist.cli.app import run
from tests.cli.running import source_file

PAST = '\n[[past]]\nvalid_until = 2026-03-01\n[past.selectors]\ncontent = { css = ".old-theme", count = "1" }\n'
PAGE = '<html><body><div class="old-theme"><p>The Loom, Ada Ash, Leeds, 1912, 40 pages.</p></div></body></html>'


@pytest.fixture
def words(tmp_path: Path) -> list[str]:
    """The command, but for the day."""
    page = tmp_path / "old.html"
    page.write_text(PAGE, encoding="utf-8")
    return ["check", str(source_file(tmp_path, 8099, extra=PAST)), "--html", str(page)]


def test_an_old_page_is_read_by_the_rules_of_its_day(words: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert run([*words, "--captured", "2026-02-28"]) == 0
    shown = capsys.readouterr().out
    assert "read by selectors valid until 2026-03-01T00:00:00Z, lookups of today, manner of today" in shown
    assert "The Loom" in shown


def test_json_says_which_rules_too(words: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert run([*words, "--captured", "2026-02-28T23:59:59Z", "--json"]) == 0
    told = json.loads(capsys.readouterr().out)["page"]["rules_valid_until"]
    assert told == {"selectors": "2026-03-01T00:00:00Z", "lookups": None, "manner": None}


def test_a_page_without_a_day_is_of_today(words: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert run(words) == 1
    assert ".entry-content" in capsys.readouterr().err


def test_a_day_is_for_a_saved_page(words: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert run([*words[:2], "--captured", "2026-02-28"]) == 2
    assert "expected --html" in capsys.readouterr().err
