"""`shelflist parse`: one answer to each line, in order, whatever the line is."""

import json
from pathlib import Path
from typing import Any

import pytest

from shelflist.cli.app import run
from shelflist.cli.parse import LONGEST_LINE
from tests.cli.running import shelflist, source_file

LINE = "<a href='/x.pdf'><em>Russian Journal</em></a>, John Steinbeck, Heinemann, London, 1949, 220 pages."


def ask(*lines: object) -> tuple[int, list[Any]]:
    text = "".join((line if isinstance(line, str) else json.dumps(line)) + "\n" for line in lines)
    answer = shelflist("parse", stdin=text.encode())
    assert answer.err == ""
    return answer.code, [json.loads(line) for line in answer.out.splitlines()]


def test_an_entry_comes_back_as_fields_under_its_id() -> None:
    code, (answer,) = ask({"id": "a-1", "html": LINE})
    assert code == 0
    assert (answer["id"], answer["kind"], answer["title"]) == ("a-1", "entry", "Russian Journal")
    assert (answer["publisher"], answer["place_of_publication"]) == ("Heinemann", "London")
    assert (answer["date_edtf"], answer["page_count"]) == ("1949", 220)
    person = answer["contributors"][0]
    assert set(person) == {"name_raw", "role", "name_type", "family", "given"}
    assert (person["name_raw"], person["role"]) == ("John Steinbeck", "aut")


def test_a_byte_order_mark_is_no_part_of_the_first_line() -> None:
    code, (answer,) = ask("\ufeff" + json.dumps({"id": 1, "text": "Placeholder"}))
    assert (code, answer["id"]) == (0, 1)


def test_order_is_kept_and_a_fault_stops_nobody() -> None:
    code, answers = ask({"id": 1, "html": LINE}, "no json", "[]", {"id": 2, "text": "[More to be added.]"}, "")
    assert code == 1
    assert [answer.get("id") for answer in answers] == [1, None, None, 2, None]
    assert ["error" in answer for answer in answers] == [False, True, True, False, True]
    assert answers[3]["kind"] == "placeholder"


def test_the_same_lines_in_a_file_give_the_same_answers(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "lines.jsonl"
    path.write_text(json.dumps({"id": 1, "html": LINE}), encoding="utf-8")
    answer = shelflist("parse", "-", stdin=path.read_bytes())
    assert run(["parse", str(path)]) == answer.code == 0
    assert capsys.readouterr().out == answer.out != ""


def test_no_input_is_no_output() -> None:
    assert ask() == (0, [])


@pytest.mark.parametrize(
    "line",
    [
        b"\xff\xfe not utf-8\n",
        b'{"id": 1, "text": "\xff"}\n',
        b'{"id": 1, "text": "\\ud800"}\n',
        b"[" * 100_000 + b"\n",
        b'{"id": 1, "html": "' + b"<font>" * 100_000 + b'x"}\n',
        b'{"id": 1, "text": 5}\n',
        b'{"id": NaN, "text": "x"}\n',
        b"\x00\n",
    ],
    ids=["bytes", "bad-byte", "half-a-pair", "deep-json", "deep-html", "number", "nan", "nul"],
)
def test_hostile_lines_are_answered_in_one_line_of_json(
    line: bytes, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    path = tmp_path / "lines.jsonl"
    path.write_bytes(line + b'{"id": 2, "text": "x"}\n')
    run(["parse", str(path)])
    captured = capsys.readouterr()
    assert captured.err == ""
    assert [type(json.loads(text)) for text in captured.out.splitlines()] == [dict, dict]


def test_a_line_without_end_is_refused_and_the_next_one_read(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    path = tmp_path / "lines.jsonl"
    path.write_bytes(b"x" * (2 * LONGEST_LINE + 10) + b"\n" + b'{"id": 2, "text": "x"}\n')
    assert run(["parse", str(path)]) == 1
    first, second = map(json.loads, capsys.readouterr().out.splitlines())
    assert "longer than" in first["error"]
    assert second["id"] == 2


def test_lines_are_read_by_what_a_source_says_of_their_page(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    manner = '\n[[manner.pages]]\npath = "^/books/"\nlists_books = true\n'
    source, lines = source_file(tmp_path, 8099, extra=manner), tmp_path / "lines.jsonl"
    asked = [{"text": "The Mill Hands by Rewi Ash", "page": f"http://demo.localhost/{path}/"} for path in ("books", "")]
    lines.write_text("\n".join(map(json.dumps, asked)), encoding="utf-8")
    assert run(["parse", str(lines), "--source", str(source)]) == 0
    answers = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [answer["kind"] for answer in answers] == ["entry", "prose"]
