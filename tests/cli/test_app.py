"""Usage, errors and help: one line and an exit code, never a traceback."""

import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from shelflist.cli.app import build_app, run
from shelflist.cli.commands import COMMANDS, Command
from tests.cli.running import COMMAND, SECOND, Harvested, shelflist, source_file

EXAMPLES = [example for command in COMMANDS for example in command.examples]
CONTRACT = (
    "harvest", "replay", "diff", "changes", "status", "review", "explain", "new-source", "check", "parse", "export",
    "verify", "prune", "redact", "accept", "decide", "distrust", "import-warc", "check-links", "demo-site",
)  # fmt: skip


def words_of(example: str) -> list[str]:
    """An example's words, without what the shell keeps for itself."""
    words = shlex.split(example)
    return words[: next((place for place, word in enumerate(words) if word in ("<", ">", "|")), len(words))]


def test_the_commands_are_those_of_the_contract() -> None:
    assert tuple(command.name for command in COMMANDS) == CONTRACT


@pytest.mark.parametrize("example", EXAMPLES)
def test_every_example_of_the_help_fits_the_parser(example: str) -> None:
    command, _, ignored = build_app().parse_args(words_of(example), exit_on_error=False, print_error=False)
    assert command.__name__.replace("_", "-") == words_of(example)[0]
    assert ignored == {}


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command.name)
def test_help_tells_what_a_command_does_and_shows_it(command: object, capsys: pytest.CaptureFixture[str]) -> None:
    name = getattr(command, "name", "")
    assert run([name, "--help"]) == 0
    told = capsys.readouterr().out
    assert "Examples:" in told
    assert f"shelflist {name}" in told
    assert "\x1b" not in told
    assert not re.search(r"default: (\(\)|False|None)", told)


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command.name)
def test_help_can_be_read_and_its_examples_pasted_in_a_narrow_terminal(
    command: Command, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    assert run([command.name, "--help"]) == 0
    about, _, examples = capsys.readouterr().out.partition("\n\nExamples:\n")
    told = examples.replace("\\\n", " ").strip().splitlines()
    assert [" ".join(line.split()) for line in told] == [f"shelflist {example}" for example in command.examples]
    for paragraph in about.partition("\nArguments:")[0].partition("\nParameters:")[0].split("\n\n"):
        short = [line for line in paragraph.splitlines()[:-1] if len(line) < 50]
        assert short == []


def test_a_wrong_word_is_told_with_the_help_of_its_command(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["status", "demo", "extra"]) == 2
    expected = "shelflist: found 'extra' besides, expected nothing more. Try: shelflist status --help\n"
    assert capsys.readouterr().err == expected
    assert run(["stauts"]) == 2
    assert capsys.readouterr().err.endswith("Try: shelflist --help\n")


def test_the_overview_names_every_command_with_one_line(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["--help"]) == 0
    lines = capsys.readouterr().out.splitlines()
    for name in CONTRACT:
        assert sum(line.strip().startswith(f"{name}:") for line in lines) == 1


@pytest.mark.parametrize(("words", "code"), [(["parse"], 0), (["--help"], 0), (["status", "--data", "none"], 1)])
def test_a_command_does_without_streams_that_were_closed(words: list[str], code: int) -> None:
    script = '"$0" "$@" <&- >&- 2>&-'
    assert subprocess.run(["sh", "-c", script, str(COMMAND), *words], check=False).returncode == code


def test_a_table_that_breaks_off_is_told_in_one_line(
    harvested: Harvested, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Its end is whole, so that it opens; Polars finds the damage when it reads the rows, and names no file."""
    shutil.copytree(harvested.data, tmp_path / "data", symlinks=True)
    file = tmp_path / "data/clean/demo/runs" / SECOND / "changes.parquet"
    whole = file.read_bytes()
    file.unlink()
    file.write_bytes(whole[:4] + bytes(400) + whole[404:])
    assert run(["changes", "demo", "--data", str(tmp_path / "data")]) == 1
    told = capsys.readouterr().err
    assert re.fullmatch(rf"shelflist: {file}: found .*, expected a table in Parquet; shelflist replay .*\n", told)
    assert run(["verify", "demo", "--data", str(tmp_path / "data")]) == 1
    assert "changes.parquet: found " in capsys.readouterr().out


@pytest.mark.parametrize(
    "words",
    [
        ["review", "demo"], ["explain", "demo", "e_1"], ["verify", "demo"], ["replay", "demo"], ["check-links", "demo"],
        ["export", "demo", "--format", "ris"], ["changes", "demo"], ["status", "demo"],
        ["prune", "demo", "--keep", "1"], ["redact", "demo", "e_1", "--reason", "r"],
        ["accept", "demo", SECOND, "--reason", "r"],
    ],
    ids=lambda words: words[0],
)  # fmt: skip
def test_what_was_never_harvested_is_told_with_its_place_and_nothing_is_made(
    words: list[str], no_data: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run([*words, "--data", str(no_data)]) == 1
    assert str(no_data) in capsys.readouterr().err
    assert not no_data.exists()


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="only Linux has a file that is always full")
def test_a_full_disk_says_what_to_do() -> None:
    done = subprocess.run(["sh", "-c", '"$0" --help > /dev/full', str(COMMAND)], stderr=subprocess.PIPE, check=False)
    assert (done.returncode, done.stderr.count(b"\n")) == (1, 1)
    assert b"no space is left to write to; make room" in done.stderr


def test_version_says_which_one() -> None:
    answer = shelflist("--version")
    assert (answer.code, answer.err) == (0, "")
    assert answer.out.startswith("shelflist ")


@pytest.mark.parametrize(
    "words",
    [
        ["no-such-command"],
        ["harvest"],
        ["harvest", "demo", "--bogus"],
        ["harvest", "demo", "--limit", "0"],
        ["harvest", "demo", "--limit", "many"],
        ["harvest", "demo", "--now", "yesterday"],
        ["harvest", "no-such-source"],
        ["accept", "demo", "20261101T020000Z"],
        ["check", "demo", "--url", "http://demo.localhost/", "--html", "x.html"],
        ["check", "demo", "--html", "/nonexistent/x.html"],
        ["changes", "demo", "--type", "vanished"],
        ["changes", "demo", "--since", "lately"],
        ["diff", "demo", "--format", "pdf"],
        ["parse", "/nonexistent/lines.jsonl"],
        ["demo-site", "--edition", "3"],
    ],
    ids=" ".join,
)
def test_wrong_usage_is_one_line_and_exit_code_2(
    words: list[str], capsys: pytest.CaptureFixture[str], no_data: Path
) -> None:
    assert run(words) == 2
    captured = capsys.readouterr()
    assert captured.err.startswith("shelflist: ")
    assert captured.err.count("\n") == 1
    assert captured.out == ""
    assert not no_data.exists()


def test_a_faulty_source_file_is_named_with_its_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = source_file(tmp_path, 1, extra="\n[gate]\nx = 1\n")
    assert run(["harvest", str(path), "--data", str(tmp_path)]) == 2
    told = capsys.readouterr().err
    assert told.startswith(f"shelflist: {path}:")
    assert "gate" in told
    assert "Traceback" not in told


@pytest.mark.parametrize("command", ["changes", "status"])
def test_nothing_harvested_yet_is_said_so(command: str, capsys: pytest.CaptureFixture[str], no_data: Path) -> None:
    assert run([command, "demo"]) == 1
    assert capsys.readouterr().err.startswith("shelflist: ")
    assert not no_data.exists()


def test_a_diff_without_snapshots_is_trouble(capsys: pytest.CaptureFixture[str], no_data: Path) -> None:
    assert run(["diff", "demo"]) == 2
    assert capsys.readouterr().err.startswith("shelflist: ")


def test_a_disk_that_refuses_is_one_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "data").write_text("a file where a folder should be")
    assert run(["harvest", "demo", "--data", str(tmp_path / "data")]) == 1
    told = capsys.readouterr().err
    assert (told.startswith("shelflist: "), told.count("\n")) == (True, 1)


def test_a_reader_that_leaves_early_gets_no_traceback(tmp_path: Path) -> None:
    lines = tmp_path / "lines.jsonl"
    lines.write_text('{"id": 1, "text": "Title, London, 1939, 251 pages."}\n' * 3000)
    piped = f"{shlex.quote(sys.executable)} -m shelflist.cli parse {shlex.quote(str(lines))} | head -1"
    done = subprocess.run(["bash", "-c", piped], capture_output=True, text=True, timeout=60, check=False)
    assert done.stdout.count("\n") == 1
    assert done.stderr == ""


@pytest.mark.parametrize(
    ("words", "absent"),
    [
        ("['--help']", ("polars", "httpx", "pydantic", "selectolax")),
        ("['parse', '/dev/null']", ("polars", "httpx", "fastwarc", "dataframely")),
        ("['status', '--data', '/nowhere']", ("httpx", "selectolax", "jinja2", "shelflist.parse.line")),
        ("['diff', 'demo', '--data', '/nowhere']", ("httpx", "selectolax", "shelflist.parse.line")),
        ("['harvest', '--help']", ("httpx", "selectolax", "shelflist.pipeline.stages")),
    ],
)
def test_a_command_starts_without_the_libraries_that_it_does_not_need(words: str, absent: tuple[str, ...]) -> None:
    code = f"import sys; from shelflist.cli.app import run; run({words}); print('|'.join(sys.modules))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=60, check=True)
    loaded = set(done.stdout.splitlines()[-1].split("|"))
    assert "shelflist.cli.app" in loaded
    assert loaded.isdisjoint(absent)


@pytest.mark.parametrize(
    ("error", "told"),
    [
        (
            OSError(28, "No space left on device"),
            "shelflist: no space is left to write to; make room and type it again: what was done is kept\n",
        ),
        (PermissionError(13, "Permission denied", "data/raw"), "shelflist: data/raw: Permission denied\n"),
    ],
)
def test_what_the_system_refuses_is_told_without_numbers(
    error: OSError, told: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def refuse() -> None:
        raise error

    monkeypatch.setattr("shelflist.cli.app.build_app", refuse)
    assert run(["status"]) == 1
    assert capsys.readouterr().err == told


PRESSED = """
import os, signal, sys

class Press:
    def find_spec(self, name, *rest):
        if name == "{module}":
            os.kill(os.getpid(), signal.{signal})

sys.meta_path.insert(0, Press())
sys.argv = ["shelflist", "status"]
from shelflist.cli import main
main()
"""
"""The program, with a signal that comes while a certain module is being loaded."""


@pytest.mark.parametrize(
    ("signal", "code", "told"), [("SIGINT", 130, "interrupted"), ("SIGHUP", 129, "the terminal was closed")]
)
@pytest.mark.parametrize("module", ["shelflist.cli.app", "shelflist.cli.status"])
def test_an_interrupt_is_one_line_however_early_it_comes(module: str, signal: str, code: int, told: str) -> None:
    words = [sys.executable, "-c", PRESSED.format(module=module, signal=signal)]
    done = subprocess.run(words, capture_output=True, text=True, timeout=60, check=False)
    assert (done.returncode, done.stderr) == (code, f"shelflist: {told}\n")
