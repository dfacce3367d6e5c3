"""What README.md shows is what the commands print, on the demo archive harvested twice."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

from flows.telling import tell_news, tell_night
from shelflist.cli.app import run
from tests.cli.running import NIGHTS
from tests.docs.conftest import TwoNights
from tests.docs.console import ROOT, Shown, assert_shown, shown_in

README = ROOT / "README.md"
ELSEWHERE = ("demo-site", "harvest", "check")
"""Commands that need a site to ask; tests/cli runs them against the demo's."""

PRINTED = [
    shown
    for shown in shown_in(README)
    for words in shown.simple_commands
    if Path(words[0]).name == "shelflist" and words[1] not in ELSEWHERE and "|" not in shown.text
]


@pytest.mark.parametrize("shown", PRINTED, ids=lambda shown: shown.text)
def test_a_command_of_the_readme_prints_what_is_shown(
    shown: Shown, two_nights: TwoNights, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    words = shown.simple_commands[0][1:]
    now = ["--now", "2026-11-02T03:00:00Z"] if words[0] == "status" else []
    monkeypatch.chdir(two_nights.folder)
    monkeypatch.delenv("SHELFLIST_DATA", raising=False)
    assert run([*words, *now]) == (1 if words[0] == "diff" else 0)
    assert_shown(shown.output, capsys.readouterr().out)


def test_make_harvest_prints_what_is_shown(two_nights: TwoNights, capsys: pytest.CaptureFixture[str]) -> None:
    (shown,) = [shown for shown in shown_in(README) if shown.text == "make harvest"]
    for (edition, _), outcome in zip(NIGHTS, two_nights.outcomes, strict=True):
        tell_night(edition, outcome)
    tell_news("demo", two_nights.outcomes[-1], two_nights.folder / "data")
    assert_shown(shown.output, capsys.readouterr().out)


def test_the_python_of_the_readme_runs(two_nights: TwoNights) -> None:
    (code,) = re.findall(r"```python\n(.*?)```", README.read_text(encoding="utf-8"), re.DOTALL)
    last = "\nprint(entries.collect().height, before.collect().height, changes.collect().height)"
    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", code + last],
        capture_output=True, text=True, cwd=two_nights.folder, timeout=60, check=False,
    )  # fmt: skip
    assert done.stderr == ""
    assert [int(number) > 0 for number in done.stdout.split()] == [True, True, True]


def test_the_readme_shows_output_of_its_commands() -> None:
    assert sum(bool(shown.output) for shown in PRINTED) >= 2
