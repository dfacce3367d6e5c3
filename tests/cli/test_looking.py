"""The commands that look: changes, diff, status and explain on the demo after both nights."""

import json
import re
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from shelflist.cli.app import run
from shelflist.cli.standing import Standing, standing_of
from shelflist.demo import DemoSite
from tests.cli.running import FIRST, SECOND, Harvested, on_a_terminal, shelflist, source_file

NEWS = ("added", "changed", "moved", "relinked", "missing")
SOON, LATER = "2026-11-03T13:59:00Z", "2026-11-03T14:01:00Z"  # within 36 hours of the second night, and after


def looked(harvested: Harvested, *words: str) -> list[str]:
    return [words[0], str(harvested.source), *words[1:], "--data", str(harvested.data)]


def test_changes_shows_what_is_new_and_no_more(harvested: Harvested, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(looked(harvested, "changes")) == 0
    told = capsys.readouterr().out
    kinds = re.findall(r"^    (\w+)  ", told, re.MULTILINE)
    assert kinds.count("added") == 3
    assert {*kinds} == {*NEWS}
    assert "80 folded away: there when the source was first seen; --all shows them" in told


@pytest.mark.parametrize("written", ["text", "markdown", "html", "json", "csv"])
def test_changes_in_every_format_lead_to_the_line_and_to_the_bytes(
    written: str, harvested: Harvested, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(looked(harvested, "changes", "--format", written, "--links")) == 0
    told = capsys.readouterr().out
    for words in ("#:~:text=America%E2%80%99s%20Siberian", f"2026-11/{FIRST}.warc.gz", f"2026-11/{SECOND}.warc.gz"):
        assert words in told
    assert re.search(rf"{SECOND}\.warc\.gz\W+(byte |\"warc_offset\": )?[1-9]", told)


@pytest.mark.parametrize("command", ["diff", "changes"])
def test_on_a_terminal_what_differs_is_coloured_and_titles_are_links(command: str, harvested: Harvested) -> None:
    told = on_a_terminal(*looked(harvested, command))
    assert "\x1b[9;31mPutman\x1b[0m" in told
    assert "\x1b[1;32mPutnam\x1b[0m" in told
    assert re.search(r"\x1b]8;id=\d+;http://demo\.localhost/[^;\x1b]*#:~:text=Memoirs%20of", told)
    plain = on_a_terminal(*looked(harvested, command), NO_COLOR="1")
    assert not re.search(r"\x1b\[[0-9;]*3[0-7]m", plain)


def test_diff_and_changes_say_the_same_of_the_same_nights(
    harvested: Harvested, capsys: pytest.CaptureFixture[str]
) -> None:
    found = []
    for words in (["diff", "--json"], ["changes", "--json"]):
        run(looked(harvested, *words))
        items = json.loads(capsys.readouterr().out)["items"]
        found.append([(item["changes"], item["label"], item["page"], item["headings"], item["link"], item["before"],
                       item["after"]) for item in items])  # fmt: skip
    assert found[0] == found[1]


def test_changes_of_a_type_and_since_a_date(harvested: Harvested, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(looked(harvested, "changes", "--type", "added", "--type", "missing", "--json")) == 0
    found = json.loads(capsys.readouterr().out)["changes"]
    assert sorted(event["change_type"] for event in found) == ["added", "added", "added", "missing"]
    assert run(looked(harvested, "changes", "--since", "2026-11-03", "--json")) == 0
    assert json.loads(capsys.readouterr().out)["changes"] == []


def test_all_shows_what_was_there_at_first(harvested: Harvested, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(looked(harvested, "changes", "--all", "--json")) == 0
    found = json.loads(capsys.readouterr().out)["changes"]
    assert sum(event["initial"] for event in found) >= 70


def test_a_harvested_source_can_be_looked_at_by_its_name(harvested: Harvested) -> None:
    answer = shelflist("changes", "demo", SHELFLIST_DATA=str(harvested.data))
    assert answer.code == 0
    assert "added" in answer.out
    assert "\x1b" not in answer.out


@pytest.mark.parametrize(
    ("snapshots", "code"),
    [
        ([], 1),
        ([FIRST, SECOND], 1),
        (["2026-11-01", "2026-11-02"], 1),
        ([FIRST], 1),
        ([SECOND, SECOND], 0),
        (["2026-11-02", "2026-12-24"], 0),
        (["2026-11-02T02:00:00Z"], 0),
        ([FIRST, "latest"], 1),
        (["previous", "latest"], 1),
        (["latest", "previous"], 1),
        (["latest"], 0),
        (["2026-10-31"], 2),
        (["nothing"], 2),
        (["/nonexistent/folder"], 2),
    ],
    ids=str,
)
def test_diff_takes_versions_and_dates_and_its_exit_code_is_the_answer(
    snapshots: list[str], code: int, harvested: Harvested, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(looked(harvested, "diff", *snapshots)) == code
    assert capsys.readouterr().err.count("\n") == (1 if code == 2 else 0)


def test_diff_backwards_counts_as_it_tells(harvested: Harvested, capsys: pytest.CaptureFixture[str]) -> None:
    """What is missing in the first and there in the second has come back, in the heading too."""
    assert run(looked(harvested, "diff", "latest", "previous")) == 1
    told = capsys.readouterr().out
    assert told.splitlines()[0].endswith(": 3 removed, 1 changed, 1 moved, 1 relinked, 1 resumed")
    assert "    resumed  Our ally Russia" in told
    assert run(looked(harvested, "diff", "latest", "previous", "--json")) == 1
    items = json.loads(capsys.readouterr().out)["items"]
    (back,) = [item for item in items if item["changes"] == ["resumed"]]
    assert (back["before"]["capture_id"][:16], back["after"]["capture_id"][:16]) == (SECOND, FIRST)


def test_diff_takes_folders(harvested: Harvested) -> None:
    folder = harvested.data / "clean" / "demo" / "snapshots"
    assert run(looked(harvested, "diff", str(folder / FIRST), str(folder / SECOND))) == 1
    assert run(looked(harvested, "diff", str(folder / FIRST), str(folder / FIRST))) == 0


@pytest.mark.parametrize("written", ["text", "markdown", "html", "json", "csv", "daff"])
def test_diff_in_every_format_names_what_was_added(
    written: str, harvested: Harvested, capsys: pytest.CaptureFixture[str]
) -> None:
    run([*looked(harvested, "changes", "--type", "added", "--json")])
    titles = [event["label"] for event in json.loads(capsys.readouterr().out)["changes"]]
    assert run(looked(harvested, "diff", "--format", written)) == 1
    told = capsys.readouterr().out
    assert [title for title in titles if title.split("'")[0][:20] not in told] == []
    assert "\x1b" not in told


def test_status_is_well_within_36_hours_and_not_after(harvested: Harvested, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(looked(harvested, "status", "--now", SOON)) == 0
    told = capsys.readouterr().out
    assert f"last run {SECOND}" in told
    assert "missing, not yet removed" in told
    assert re.search(r"  \d+ requests, [\d,]+ bytes, \d+ s waited", told)
    assert "doors, compared 2026-11-02T02:00:00Z: wordpress and sitemap name the same pages" in told
    assert "nothing waits for a person" in told
    assert run(looked(harvested, "status", "--now", LATER)) == 1
    assert "older than 36 h" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("result", "told"),
    [
        ("partial", "nothing is to be released: the next complete night makes good"),
        ("failed", "the next night tries again"),
    ],
)
def test_status_says_what_a_person_may_do_about_a_night_that_was_not_held(
    result: str, told: str, harvested: Harvested, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def such_a_night(*place: Any) -> Standing:
        one = standing_of(*place)
        return replace(one, last_night=replace(one.last_night, result=result))

    monkeypatch.setattr("shelflist.cli.status.standing_of", such_a_night)
    run(looked(harvested, "status", "--now", SOON))
    assert told in capsys.readouterr().out


def test_status_sees_a_run_that_is_yet_to_come(
    harvested: Harvested, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    before = datetime(2026, 11, 1, 12, tzinfo=UTC)
    monkeypatch.setattr("shelflist.cli.status.standing_of", lambda name, data, _: standing_of(name, data, before))
    assert run(looked(harvested, "status")) == 1
    assert "last run recorded at a time to come, 2026-11-02T02:00:00Z" in capsys.readouterr().out


def test_status_tells_how_many_pages_lie_too_deep(
    harvested: Harvested, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def with_deep_pages(*place: Any) -> Standing:
        one = standing_of(*place)
        return replace(one, last_night=replace(one.last_night, pages_too_deep=12, first_too_deep="http://x.example/a/"))

    monkeypatch.setattr("shelflist.cli.status.standing_of", with_deep_pages)
    run(looked(harvested, "status", "--now", SOON))
    assert "  left out: 12 pages deeper than max_depth, first http://x.example/a/\n" in capsys.readouterr().out


def test_status_shows_the_first_of_many_missing_entries_and_json_all(
    harvested: Harvested, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def with_many(*place: Any) -> Standing:
        one = standing_of(*place)
        many = [replace(one.missing[0], citation_raw=f"Missing {n}.") for n in range(40)]
        return replace(one, missing=tuple(many))

    monkeypatch.setattr("shelflist.cli.status.standing_of", with_many)
    assert run(looked(harvested, "status", "--now", SOON)) == 0
    told = capsys.readouterr().out
    assert "missing, not yet removed, the first 10 of 40:" in told
    assert told.count("Missing ") == 10
    assert run(looked(harvested, "status", "--now", SOON, "--json")) == 0
    assert capsys.readouterr().out.count("Missing ") == 40


def test_status_of_a_time_before_the_last_run_is_refused(
    harvested: Harvested, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(looked(harvested, "status", "--now", "2026-11-01T12:00:00Z")) == 2
    assert "expected a time not before the last run of demo, 2026-11-02T02:00:00Z" in capsys.readouterr().err


def test_status_as_json_and_of_all_sources(harvested: Harvested, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["status", "--data", str(harvested.data), "--now", SOON, "--json"]) == 0
    (standing,) = json.loads(capsys.readouterr().out)["sources"]
    assert standing["source"] == "demo"
    assert (standing["is_late"], standing["waits"], len(standing["missing"])) == (False, None, 1)
    assert standing["last_success"] == "2026-11-02T02:00:00Z"


def test_a_first_harvest_that_was_broken_off_hides_no_other_source(
    harvested: Harvested, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for part in ("raw", "clean"):
        (tmp_path / part).mkdir()
        (tmp_path / part / "demo").symlink_to(harvested.data / part / "demo")
    (tmp_path / "raw" / "broken").mkdir()
    assert run(["status", "--data", str(tmp_path), "--now", SOON]) == 1
    told = capsys.readouterr().out
    assert told.startswith("broken  ")
    assert f"demo  last run {SECOND}" in told


def test_a_source_is_explained_by_its_name_alone(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Its file may lie anywhere, or be gone: the rules of each run are kept beside the ledger."""
    with DemoSite() as site:
        source = source_file(tmp_path, site.port, name="elsewhere")
        assert run(["harvest", str(source), "--data", str(tmp_path), "--now", "2026-11-01T02:00:00Z"]) == 0
    source.unlink()
    run(["changes", "elsewhere", "--all", "--type", "added", "--data", str(tmp_path), "--json"])
    out = capsys.readouterr().out
    entry = json.loads(out[out.index("{") :])["changes"][0]["entity_id"]
    assert run(["explain", "elsewhere", entry, "--data", str(tmp_path)]) == 0
    assert run(["verify", "elsewhere", "--data", str(tmp_path)]) == 0


def changed_entry(harvested: Harvested, capsys: pytest.CaptureFixture[str]) -> str:
    run(looked(harvested, "changes", "--type", "changed", "--json"))
    return str(json.loads(capsys.readouterr().out)["changes"][0]["entity_id"])


def test_explain_walks_from_the_row_to_the_bytes(harvested: Harvested, capsys: pytest.CaptureFixture[str]) -> None:
    entry = changed_entry(harvested, capsys)
    assert run(looked(harvested, "explain", entry)) == 0
    told = capsys.readouterr().out
    warc = re.search(r"WARC record: (\S+), byte (\d+), (\d+) bytes", told)
    assert warc is not None
    record = (harvested.data / "raw" / "demo" / warc[1]).read_bytes()[int(warc[2]) :]
    assert record[:2] == b"\x1f\x8b"
    for word in ("title: ", "evidence", "headings: ", "element: ", "http://demo.localhost/", "history", "changed"):
        assert word in told


def test_the_beginning_of_an_id_is_enough_where_it_is_the_only_one(
    harvested: Harvested, capsys: pytest.CaptureFixture[str]
) -> None:
    entry = changed_entry(harvested, capsys)
    assert run(looked(harvested, "explain", entry[:-4], "--json")) == 0
    assert json.loads(capsys.readouterr().out)["row"]["entry_id"] == entry
    assert run(looked(harvested, "explain", entry[:2])) == 2
    assert run(looked(harvested, "explain", "e_nothing")) == 2


def test_check_shows_every_line_of_a_page_and_what_it_was_taken_for(
    harvested: Harvested, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    page = tmp_path / "page.html"
    page.write_text(
        '<html><body><div class="entry-content"><h2>Books</h2><p><a href="/a.pdf"><em>Russian Journal</em></a>, '
        "John Steinbeck, Heinemann, London, 1949, 220 pages.</p><p>[More to be added.]</p>"
        "<p>These lists \x1b[31mgrow\x1b[0m when I find the time to type them out.</p></div></body></html>",
        encoding="utf-8",
    )
    assert run(["check", "demo", "--html", str(page)]) == 0
    told = capsys.readouterr().out
    for words in (
        "heading  Books",
        "entry  Russian Journal",
        "publisher: Heinemann",
        "placeholder  [More",
        "text coverage",
    ):
        assert words in told
    assert "\x1b" not in told
    assert run(["check", "demo", "--html", str(page), "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["page"]["kinds"]["entry"] == 1


def test_check_of_the_file_alone_and_of_a_page_it_does_not_fit(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["check", "demo"]) == 0
    assert "sound" in capsys.readouterr().out
    page = tmp_path / "page.html"
    page.write_text("<html><body><p>No such element.</p></body></html>")
    assert run(["check", "demo", "--html", str(page)]) == 1
    assert ".entry-content" in capsys.readouterr().err
