"""Every command in the documents can be typed: ours fit the parser, make targets and files exist, the shell agrees."""

import re
import subprocess
from importlib.util import find_spec
from pathlib import Path

import pytest

from shelflist.cli.app import build_app
from shelflist.cli.commands import COMMANDS
from tests.docs.console import DOCUMENTS, ROOT, Shown, all_shown

SHOWN = all_shown()
TARGETS = set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))
SYSTEM = {
    "cd", "cat", "cp", "crontab", "df", "du", "export", "find", "git", "head", "jq", "journalctl", "less", "ln",
    "loginctl", "ls", "mkdir", "mv", "pip", "prefect", "rm", "rsync", "systemctl", "tail", "tar", "test", "xdg-open",
    "cut", "grep", "sed", "chown", "adduser", "useradd", "install", "jupyter",
}  # fmt: skip
"""Programs of the machine, which a test cannot try; tests/flows runs the commands of Prefect."""


@pytest.mark.parametrize("shown", SHOWN, ids=lambda shown: shown.place)
def test_every_command_can_be_typed(shown: Shown) -> None:
    for words in shown.simple_commands:
        check(Path(words[0]).name, words[1:], shown)


def check(program: str, words: list[str], shown: Shown) -> None:
    if program == "shelflist":
        fits_the_parser(words)
    elif program == "make":
        assert {word for word in words if "=" not in word and not word.startswith("-")} <= TARGETS, shown.place
    elif program.startswith("python"):
        is_a_module_or_script(words, shown)
    elif program == "pytest":
        missing = [word for word in words if word.startswith("tests") and not (ROOT / word.partition("::")[0]).exists()]
        assert missing == [], shown.place
    else:
        assert program in SYSTEM, f"{shown.place}: {program} is not known to this test"


def fits_the_parser(words: list[str]) -> None:
    if words not in (["--help"], ["--version"]):
        _, _, ignored = build_app().parse_args(words, exit_on_error=False, print_error=False)
        assert ignored == {}


def is_a_module_or_script(words: list[str], shown: Shown) -> None:
    if words[:1] == ["-m"]:
        assert find_spec(words[1]) is not None, shown.place
    elif words and not words[0].startswith("-"):
        assert (ROOT / words[0]).is_file(), shown.place


def test_the_shell_can_read_every_command() -> None:
    for shown in SHOWN:
        done = subprocess.run(["bash", "-n"], input=shown.text, capture_output=True, text=True, timeout=10, check=False)
        assert (done.returncode, done.stderr) == (0, ""), shown.place


def test_there_are_commands_to_check() -> None:
    assert {"README.md"} <= {shown.document.name for shown in SHOWN}


INLINE = re.compile(r"`shelflist ([a-z][a-z-]*)\b")


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.name)
def test_a_command_named_in_a_sentence_exists(document: Path) -> None:
    named = set(INLINE.findall(document.read_text(encoding="utf-8")))
    assert named <= {command.name for command in COMMANDS}
