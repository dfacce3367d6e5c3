"""`shelflist check` with a page: selectors found and expected, headings, doubts, what is left and what is outside."""

import json
import re
from pathlib import Path

import pytest

from shelflist.cli.app import run
from tests.cli.running import source_file

PAGE = """<html><body><h1 class=entry-title>Weavers</h1><div class=entry-content>
<p><b>Books</b><ul><li><b>Rewi Ash</b><ul><li><i>The Mill Hands</i>, Weft Press, Leeds, 1954, 281 pages.</ul>
<li><i>Warp</i>, Tom Elm, Sunday; Monday; Tuesday, Weft Press, Leeds, 1955, 40 pages.</ul></div>
<div class=sidebar><p><i>Looms</i>, Ann Hill, Weft Press, Leeds, 1956, 9 pages.</div></body></html>"""
LOOKUPS = '\nplaces = ["Leeds", "Nether Wefton"]\n'


@pytest.fixture
def words(tmp_path: Path) -> list[str]:
    page = tmp_path / "page.html"
    page.write_text(PAGE, encoding="utf-8")
    return ["check", str(source_file(tmp_path, 8099, extra=LOOKUPS)), "--html", str(page)]


def test_the_check_says_what_the_rules_did(words: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert run(words) == 0
    shown = capsys.readouterr().out
    assert "content  .entry-content  matched 1, expected 1" in shown
    assert "  Books  1 entry\n    Rewi Ash  1 entry\n" in shown
    assert "reads as an entry, outside the content: Looms, Ann Hill" in shown
    assert "lookup that this page does not use: places: Nether Wefton" in shown
    assert "places: Leeds" not in shown


def test_what_was_not_read_is_told_with_its_line(words: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert run([*words, "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    left = [one for one in told["page"]["entries"] if one["citation"]["unparsed_remainder"]]
    assert [one["position"] for one in left] == told["check"]["doubtful"]
    assert run(words) == 0
    shown = capsys.readouterr().out
    for one in left:
        assert f"not read: line {one['position']}: {one['citation']['unparsed_remainder']}" in shown
        assert f"in doubt: line {one['position']}, " in shown


def test_a_selector_that_fails_is_shown_beside_the_others(
    tmp_path: Path, words: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    source = Path(words[1])
    source.write_text(source.read_text(encoding="utf-8").replace('".entry-content"', '".content"'), encoding="utf-8")
    assert run(words) == 1
    shown = capsys.readouterr()
    assert "content  .content  matched 0, expected 1" in shown.out
    assert "title  h1.entry-title, h1.wp-block-post-title  matched 1, expected 0-1" in shown.out
    assert "reads as an entry: The Mill Hands" in shown.out
    assert "matched 0, expected 1" in shown.err
    assert run([*words, "--json"]) == 1
    told = json.loads(capsys.readouterr().out)["check"]
    assert [one["is_met"] for one in told["selectors"]][:2] == [False, True]


def test_a_selector_that_is_none_is_an_error_of_the_file(words: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    source = Path(words[1])
    source.write_text(source.read_text(encoding="utf-8").replace('".entry-content"', '"[[["'), encoding="utf-8")
    for asked in (words, words[:2]):  # with a page, and without
        assert run(asked) == 2
        told = capsys.readouterr().err
        assert re.fullmatch(r".*\.toml:\d+: selectors\.content: found '\[\[\[', expected a valid CSS selector\n", told)


def test_a_selector_of_the_past_that_is_none_is_told_as_well(
    words: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    source = Path(words[1])
    text = source.read_text(encoding="utf-8")
    past = '\n[[past]]\nvalid_until = 2026-01-01\n[past.selectors]\ncontent = { css = "[[[" }\n'
    source.write_text(text + past, encoding="utf-8")
    assert run(words[:2]) == 2
    line = text.count("\n") + 5
    assert f":{line}: past.0.selectors.content: found '[[[', expected" in capsys.readouterr().err


def test_a_saved_page_that_is_none_is_told_by_its_file(
    tmp_path: Path, words: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    empty = tmp_path / "empty.html"
    empty.touch()
    assert run([*words[:2], "--html", str(empty)]) == 1
    assert capsys.readouterr().err == f"shelflist: {empty}: the answer is empty, expected HTML\n"


@pytest.mark.parametrize("address", ["", "a-page", "/a-page/", "ftp://example.org/", "file:///etc/passwd"])
def test_what_is_no_address_is_refused_before_anybody_is_asked(
    address: str, words: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert run([*words[:2], "--url", address]) == 2
    assert f"--url: found {address!r}, expected an address like https://" in capsys.readouterr().err


def test_lines_that_would_be_entries_by_the_word_of_the_file_are_told_with_the_word(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    page = tmp_path / "list.html"
    books = ("Thomas Elm: The Mill Hands", "George Ash: Weavers of the North", "Ann Hill: The Loom and the Law")
    lines = [*books, "Susan Hill: Cloth and Bread", "John Miller – The Long Strike", "This is a page about weaving."]
    page.write_text("<div class=entry-content><p>" + "<p>".join(lines) + "</div>", encoding="utf-8")
    words = ["check", str(source_file(tmp_path, 8099)), "--html", str(page)]
    assert run(words) == 0
    shown = capsys.readouterr().out
    assert "no entry, but would be in a list of books: Thomas Elm: The Mill Hands\n" in shown
    assert "... and 2 more\nif these are books, add to the source file:\n" in shown
    added = shown.split("add to the source file:\n")[1].split("lookup")[0]
    assert added.split() == ["[manner]", "lists_books", "=", "true", "author_first", "=", "true"]
    source_file(tmp_path, 8099, extra="\n" + added)
    assert run(words) == 0
    shown = capsys.readouterr().out
    assert "6 lines: 5 entry, 1 prose" in shown
    assert "if these are books" not in shown
