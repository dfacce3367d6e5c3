"""What README.md shows is what the commands print, on the demo archive harvested twice."""

import re
from pathlib import Path

import pytest

from tests.cli.running import shelflist
from tests.docs.console import ROOT, Shown, shown_in

README = ROOT / "README.md"
ELSEWHERE = ("demo-site", "harvest")
"""Commands that serve or need a server; tests/cli runs them."""

PRINTED = [
    shown
    for shown in shown_in(README)
    for words in shown.simple_commands
    if Path(words[0]).name == "shelflist" and words[1] not in ELSEWHERE and "|" not in shown.text
]


@pytest.mark.parametrize("shown", PRINTED, ids=lambda shown: shown.text)
def test_a_command_of_the_readme_prints_what_is_shown(shown: Shown, two_nights: Path) -> None:
    words = shown.simple_commands[0][1:]
    now = ["--now", "2026-11-02T03:00:00Z"] if words[0] == "status" else []
    answer = shelflist(*words, *now, cwd=two_nights)
    assert "Traceback" not in answer.err
    assert answer.code in (0, 1), answer.err
    assert_shown(shown.output, answer.out)


def assert_shown(lines: tuple[str, ...], printed: str) -> None:
    """The shown lines stand in the output in this order; ``...`` stands for any lines, or any end of a line."""
    wanted = [line for line in lines if line.strip() not in ("...", "")]
    pattern = r"[\s\S]*?".join(re.escape(" ".join(line.split())).replace(r"\.\.\.", ".*") for line in wanted)
    squeezed = "\n".join(" ".join(line.split()) for line in printed.splitlines())
    assert re.search(pattern, squeezed), squeezed


def test_the_readme_shows_output_of_its_commands() -> None:
    assert sum(bool(shown.output) for shown in PRINTED) >= 2
