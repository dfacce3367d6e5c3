"""The commands that publish: what they say, their exit codes, and that a bad night damages nothing."""

import json
import signal
import subprocess
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

import shelflist
from shelflist.archive.lock import source_lock
from shelflist.cli.app import run
from shelflist.demo import DemoSite
from tests.cli.running import COMMAND, FIRST, SECOND, Harvested, source_file

NEWS = ("added", "changed", "moved", "relinked", "missing")


@dataclass
class Place:
    """A running demo site, a source file that finds it, an empty data directory."""

    site: DemoSite
    source: Path
    data: Path
    night: int = 0

    def harvest(self, *words: str) -> int:
        """In this process, on the next night."""
        self.night += 1
        now = f"2026-11-{self.night:02}T02:00:00Z"
        return run(["harvest", str(self.source), "--data", str(self.data), "--now", now, *words])


@pytest.fixture
def place(tmp_path: Path) -> Iterator[Place]:
    with DemoSite() as site:
        yield Place(site, source_file(tmp_path, site.port), tmp_path / "data")


def latest(data: Path) -> str:
    return (data / "clean" / "demo" / "latest").resolve().name


def statuses(data: Path) -> dict[str, int]:
    """How many entries of the latest snapshot have which status."""
    return dict(Counter(shelflist.load("demo", data=data).collect()["status"].to_list()))


def test_a_selector_that_is_none_is_told_before_the_site_is_asked(
    place: Place, capsys: pytest.CaptureFixture[str]
) -> None:
    sound = place.source.read_text(encoding="utf-8")
    place.source.write_text(sound.replace('".entry-content"', '"[[["'), encoding="utf-8")
    assert place.harvest() == 2
    assert "selectors.content: found '[[[', expected a valid CSS selector" in capsys.readouterr().err
    assert not list(place.data.rglob("*.warc.gz"))


def test_two_nights_are_told_in_plain_words(harvested: Harvested) -> None:
    first, second = harvested.nights
    assert (first.code, second.code) == (0, 0)
    assert first.out.startswith("demo  success")
    for word in NEWS:
        assert f"\n{word} " in second.out
        assert f"\n{word} " not in first.out
    assert "report.md" in second.out
    assert "\x1b" not in first.out + first.err + second.out + second.err


def test_progress_in_a_pipe_is_lines_on_standard_error(harvested: Harvested) -> None:
    first, _ = harvested.nights
    assert first.err.count("\n") >= 2
    assert "\r" not in first.err


def test_a_quiet_night_publishes_nothing(place: Place, capsys: pytest.CaptureFixture[str]) -> None:
    assert place.harvest() == 0
    assert place.harvest() == 0
    assert "unchanged  nothing changed" in capsys.readouterr().out
    assert latest(place.data) == FIRST


def test_a_server_that_fails_costs_nothing_but_the_night(place: Place, capsys: pytest.CaptureFixture[str]) -> None:
    place.harvest()
    place.site.fail_with = 503
    assert place.harvest() == 1
    told = capsys.readouterr().out
    assert "failed  nothing was published" in told
    assert "\nfailed: " in told
    assert "held" not in told
    assert f"{FIRST}, as before\n" in told
    assert latest(place.data) == FIRST
    run(["status", "demo", "--data", str(place.data)])
    assert "\n  failed: " in capsys.readouterr().out


def test_an_emptied_site_is_held_until_a_person_accepts(place: Place, capsys: pytest.CaptureFixture[str]) -> None:
    place.harvest()
    place.site.edition, place.site.empty = 2, True
    assert place.harvest() == 3
    told = capsys.readouterr().out
    assert f'shelflist accept {place.source} {SECOND} --reason "..."' in told
    assert statuses(place.data) == {"active": 70}
    where = ["--data", str(place.data), "--now", "2026-11-02T09:00:00Z"]
    assert run(["accept", str(place.source), SECOND, "--reason", "the site was emptied", *where]) == 0
    assert statuses(place.data)["missing"] > 50
    assert run(["accept", str(place.source), SECOND, "--reason", "again", *where[:2]]) == 2


def test_a_dry_run_says_what_it_would_fetch_and_records_nothing(
    place: Place, capsys: pytest.CaptureFixture[str]
) -> None:
    assert place.harvest("--dry-run") == 0
    addresses = capsys.readouterr().out.splitlines()
    assert len(addresses) >= 3
    assert all(address.startswith("http://demo.localhost/") for address in addresses)
    assert not place.data.exists()


def test_a_dry_run_says_why_there_is_no_list_and_fails_as_a_harvest_would(
    place: Place, capsys: pytest.CaptureFixture[str]
) -> None:
    place.site.stop()
    assert place.harvest("--dry-run") == 1
    told = capsys.readouterr()
    assert told.out == ""
    assert "no door gave a complete list of pages: http://demo.localhost/robots.txt: Connection refused" in told.err
    assert place.harvest("--dry-run", "--json") == 1
    assert "robots.txt" in json.loads(capsys.readouterr().out)["unlisted"]


def test_a_dry_run_without_a_complete_list_is_partial_as_a_harvest_would_be(
    place: Place, capsys: pytest.CaptureFixture[str]
) -> None:
    assert place.harvest() == 0
    place.site.fail_with = 503
    asked = place.site.requests.count("GET /robots.txt")
    within_a_day = ("--now", "2026-11-01T08:00:00Z", "--dry-run")
    assert run(["harvest", str(place.source), "--data", str(place.data), *within_a_day]) == 3
    assert place.site.requests.count("GET /robots.txt") == asked > 0, "it is good for a day, as for a harvest"
    told = "no door gave a complete list of pages: http://demo.localhost/wp-json/"
    assert told in capsys.readouterr().err


@pytest.mark.parametrize(("status", "told"), [(503, "answered 503)"), (200, "answered 200, a page and no list)")])
def test_a_first_harvest_without_a_list_says_what_was_answered(
    status: int, told: str, place: Place, capsys: pytest.CaptureFixture[str]
) -> None:
    place.site.fail_with = status
    assert place.harvest() == 1
    out = capsys.readouterr().out
    assert "failed: no page was expected, and none was found (http://demo.localhost/wp-json/" in out
    assert told in out


def test_a_first_harvest_of_a_site_that_is_down_says_so(place: Place, capsys: pytest.CaptureFixture[str]) -> None:
    place.site.stop()
    assert place.harvest() == 1
    told = "no page was expected, and none was found (http://demo.localhost/robots.txt: Connection refused"
    assert told in capsys.readouterr().out


def test_new_rules_and_a_replay_are_no_night_and_hide_none(place: Place, capsys: pytest.CaptureFixture[str]) -> None:
    """An epoch goes well whatever the site does: only a run that looked at the site tells how the site stands."""
    place.harvest()
    place.site.stop()
    assert place.harvest() == 1
    place.source.write_text(place.source.read_text(encoding="utf-8") + "# looked at again\n", encoding="utf-8")
    where = ("--data", str(place.data))
    assert run(["replay", str(place.source), *where]) == 0
    capsys.readouterr()
    assert run(["status", "demo", *where, "--now", "2101-11-01T02:00:00Z"]) == 1  # after the replay, which is now
    told = capsys.readouterr().out
    assert f"last run {SECOND}  failed\n  since then 2" in told
    assert "last success 2026-11-01T02:00:00Z, 27393 days ago: older than 36 h" in told
    assert "robots.txt: Connection refused" in told


def test_a_limit_is_kept(place: Place) -> None:
    place.harvest("--limit", "1")
    pages = [request for request in place.site.requests if "/wp/v2/p" in request and "/wp/v2/posts?" not in request]
    assert len([request for request in pages if "/wp/v2/pages?" not in request]) == 1


def test_json_says_what_the_words_say(place: Place, capsys: pytest.CaptureFixture[str]) -> None:
    assert place.harvest("--json") == 0
    told = json.loads(capsys.readouterr().out)
    assert (told["source"], told["exit_code"], told["result"]) == ("demo", 0, "success")
    assert told["run"]["run_id"] == FIRST
    assert told["run"]["logical_at"] == "2026-11-01T02:00:00Z"
    assert told["changes"] == []
    assert Path(told["report"]).is_file()


def test_a_source_in_use_is_not_touched_by_anybody_else(place: Place, capsys: pytest.CaptureFixture[str]) -> None:
    with source_lock(place.data / "raw" / "demo"):
        assert place.harvest() == 1
    assert capsys.readouterr().err.startswith("shelflist: ")
    assert place.site.requests == []


def test_ctrl_c_is_one_line_and_keeps_what_was_fetched(place: Place) -> None:
    text = place.source.read_text(encoding="utf-8").replace("delay_seconds = 0", "delay_seconds = 20")
    place.source.write_text(text, encoding="utf-8")
    words = [str(COMMAND), "harvest", str(place.source), "--data", str(place.data)]
    process = subprocess.Popen(words, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    deadline = time.monotonic() + 60
    while not place.site.requests and time.monotonic() < deadline:
        time.sleep(0.05)
    time.sleep(0.2)  # it has its first answer and waits politely before the second question
    process.send_signal(signal.SIGINT)
    out, err = process.communicate(timeout=60)
    assert process.returncode == 130
    assert out == ""
    assert [line.startswith("shelflist: ") for line in err.splitlines()].count(True) == 1
    assert "Traceback" not in err
    ledger = (place.data / "raw" / "demo" / "ledger.jsonl").read_text(encoding="utf-8")
    assert '"cancelled"' in ledger


def test_a_replay_without_the_site_gives_the_same_tables(tmp_path: Path, place: Place) -> None:
    place.harvest()
    place.site.edition = 2
    place.harvest()
    entries = place.data / "clean" / "demo" / "latest" / "entries.csv"
    before = entries.read_bytes()
    place.site.stop()
    assert run(["replay", str(place.source), "--data", str(place.data)]) == 0
    assert entries.read_bytes() == before
    assert run(["verify", str(place.source), "--data", str(place.data)]) == 0


def test_verify_names_the_file_that_was_changed(place: Place, capsys: pytest.CaptureFixture[str]) -> None:
    place.harvest()
    (report,) = place.data.glob("clean/demo/runs/*/report.html")
    report.write_bytes(report.read_bytes() + b"x")  # as another version would write it
    capsys.readouterr()
    assert run(["verify", str(place.source), "--data", str(place.data)]) == 1
    told = capsys.readouterr().out
    assert "report.html: a replay gives other bytes" in told
    assert "made by another version of Shelflist" in told
    assert f"brings it up to date: shelflist replay {place.source}" in told
    entries = place.data / "clean" / "demo" / "latest" / "entries.csv"
    entries.chmod(0o644)
    entries.write_bytes(entries.read_bytes() + b"x")
    assert run(["verify", str(place.source), "--data", str(place.data)]) == 1
    told = capsys.readouterr().out
    assert "entries.csv" in told
    assert "another version" not in told


def test_a_name_means_what_was_harvested_under_it(
    place: Place, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """`demo` is bundled too. What a file of one's own brought is replayed by its rules, and fetched by no others."""
    assert place.harvest() == 0
    ledger = place.data / "raw" / "demo" / "ledger.jsonl"
    assert '"rules_from":"file"' in ledger.read_text(encoding="utf-8")
    assert run(["replay", "demo", "--data", str(place.data)]) == 0
    assert '"kind":"epoch"' not in ledger.read_text(encoding="utf-8")
    asked = len(place.site.requests)
    assert run(["harvest", "demo", "--data", str(place.data)]) == 2
    assert "harvested by a file of your own, expected the bundled source" in capsys.readouterr().err
    assert len(place.site.requests) == asked
