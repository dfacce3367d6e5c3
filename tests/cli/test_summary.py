"""What an outcome looks like in words: colours aside, everything a person needs and nothing cut."""

from collections.abc import Iterator
from io import StringIO

import pytest

from shelflist.cli.progress import LineProgress, progress
from shelflist.pipeline.in_words import counted


@pytest.mark.parametrize(
    ("number", "noun", "words"), [(0, "entry", "0 entries"), (1, "entry", "1 entry"), (2, "page", "2 pages")]
)
def test_counts_read_as_english(number: int, noun: str, words: str) -> None:
    assert counted(number, noun) == words


@pytest.fixture
def log() -> Iterator[StringIO]:
    with StringIO() as stream:
        yield stream


def test_a_long_stage_says_a_line_at_each_tenth(log: StringIO) -> None:
    lines = LineProgress(log)
    lines.stage("read", 200)
    for number in range(200):
        lines.advance(f"page {number}")
    assert log.getvalue().splitlines()[:2] == ["read: 200", "read: 20 of 200"]
    assert len(log.getvalue().splitlines()) == 11


def test_a_short_stage_and_one_without_an_end_say_one_line(log: StringIO) -> None:
    lines = LineProgress(log)
    lines.advance("before any stage")
    lines.stage("fold\x1b[2J", None)
    lines.stage("publish", 3)
    lines.advance()
    assert log.getvalue().splitlines() == ["fold␛[2J", "publish: 3"]


def test_a_bar_draws_page_text_as_text(monkeypatch: pytest.MonkeyPatch) -> None:
    class Terminal(StringIO):
        def isatty(self) -> bool:
            return True

    stream = Terminal()
    monkeypatch.setattr("sys.stderr", stream)
    with progress() as bar:
        bar.advance("before any stage")
        bar.stage("fetch", 2)
        bar.advance("http://demo.localhost/[red]x\x1b]0;owned\x07")
    assert "\x1b]0;" not in stream.getvalue()
