"""`redact` and `distrust` as people type them; what they do to the data is tested in tests/pipeline."""

import json
import shutil
from pathlib import Path

import pytest

import shelflist
from shelflist.cli.app import run
from tests.cli.running import FIRST, Harvested


def first_entry(harvested: Harvested) -> str:
    return str(shelflist.load("demo", "entries", data=harvested.data).collect()["entry_id"][0])


def test_redact_asks_for_a_second_word(harvested: Harvested, capsys: pytest.CaptureFixture[str]) -> None:
    entry = first_entry(harvested)
    words = ["redact", "demo", entry, "--reason", "a claim", "--data", str(harvested.data)]
    assert run(words) == 0
    said = capsys.readouterr().out
    assert "would redact 1 entry, " in said
    assert "add --yes" in said
    assert run([*words, "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert (told["redacted"], told["entries"]) == (False, [entry])
    assert shelflist.load("demo", "entries", data=harvested.data).collect()["citation_raw"][0] != "[redacted]"


@pytest.mark.parametrize(
    "words",
    [
        ("redact", "demo", "e_nobody", "--reason", "a claim"),
        ("redact", "demo", "e_", "--reason", "a claim"),
        ("redact", "demo", "e_nobody"),
        ("distrust", "demo", f"{FIRST}-99999", "--reason", "hijacked"),
    ],
)
def test_what_is_not_there_is_told_in_one_line(
    harvested: Harvested, words: tuple[str, ...], capsys: pytest.CaptureFixture[str]
) -> None:
    assert run([*words, "--data", str(harvested.data)]) == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.splitlines()[-1].startswith("shelflist: ")


def test_what_was_taken_down_is_explained_by_its_tombstone_alone(
    harvested: Harvested, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    shutil.copytree(harvested.data, tmp_path / "data", symlinks=True)
    where = ("--data", str(tmp_path / "data"))
    entry = first_entry(harvested)
    assert run(["redact", "demo", entry, "--reason", "a claim", "--yes", *where]) == 0
    capsys.readouterr()
    assert run(["explain", "demo", entry, *where]) == 0
    told = capsys.readouterr().out
    assert "[redacted]\nredacted on " in told
    assert "confidence" not in told
    assert "fields, and the evidence" not in told
