"""Words of hostile pages stay words: in reports, tables, and on the terminal."""

import csv
import json
import re
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

from shelflist.cli.app import run
from tests.faults.conftest import Attack

ACTING = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
FORMULA = re.compile(r"^[=+\-@\t\r]")
ON_EVENT = re.compile(r"^on[a-z]+$")


def run_folder(attack: Attack) -> Path:
    """Of the night in which hostile lines came in and hostile pages failed."""
    report = attack.nights[1].report
    assert report is not None
    return report.parent


def _must_be_harmless(markup: str) -> None:
    tree = LexborHTMLParser(markup)
    assert tree.css("script, iframe, object, img[src=x], form") == []
    for node in tree.css("*"):
        for name, value in node.attributes.items():
            assert not ON_EVENT.match(name)
            assert not (name in ("href", "src") and (value or "").strip().lower().startswith(("javascript:", "data:")))


def test_the_report_runs_no_script(attack: Attack) -> None:
    markup = (run_folder(attack) / "report.html").read_text(encoding="utf-8")
    assert "&lt;script&gt;alert(1)" in markup, "the words are there, as words"
    _must_be_harmless(markup)
    assert not ACTING.search(markup)


def test_the_report_in_markdown_has_no_link_or_picture_of_a_pages_making(attack: Attack) -> None:
    text = (run_folder(attack) / "report.md").read_text(encoding="utf-8")
    assert "evil.example" in text
    assert not re.search(r"(?<!\\)\]\(<?https?://evil", text)
    assert not re.search(r"(?<!\\)<(img|script)", text)
    assert "**bold**" not in text
    assert not ACTING.search(text)


def test_no_cell_of_a_csv_file_is_a_formula(attack: Attack) -> None:
    files = [*attack.data.rglob("*.csv")]
    assert files
    seen = 0
    for file in files:
        with file.open(encoding="utf-8", newline="") as lines:
            for row in csv.reader(lines):
                seen += any(cell.startswith("'=HYPERLINK") for cell in row)
                assert not [cell for cell in row if FORMULA.match(cell)]
    assert seen


def test_no_page_names_a_file(attack: Attack) -> None:
    files = [path.relative_to(attack.data) for path in attack.data.rglob("*")]
    assert {path.parts[0] for path in files} == {"raw", "clean"}
    assert all(re.fullmatch(r"[A-Za-z0-9._-]+", part) for path in files for part in path.parts)


def test_what_programs_read_is_json(attack: Attack) -> None:
    lines = (run_folder(attack) / "issues.jsonl").read_text(encoding="utf-8").splitlines()
    assert all(isinstance(json.loads(line), dict) for line in lines)


@pytest.mark.parametrize(
    "words",
    [
        ("status", "attacked"),
        ("changes", "attacked", "--all"),
        ("changes", "attacked", "--json"),
        ("review", "attacked"),
    ],
    ids=" ".join,
)
def test_nothing_that_is_printed_acts_on_a_terminal(
    attack: Attack, words: tuple[str, ...], capsys: pytest.CaptureFixture[str]
) -> None:
    run([*words, "--data", str(attack.data)])
    told = capsys.readouterr()
    assert told.out
    assert not ACTING.search(told.out + told.err)
    if "--json" in words:
        assert json.loads(told.out)


def test_changes_as_a_page_are_harmless(attack: Attack, capsys: pytest.CaptureFixture[str]) -> None:
    run(["changes", "attacked", "--all", "--format", "html", "--data", str(attack.data)])
    _must_be_harmless(capsys.readouterr().out)
