"""A run folder says what the run saw and said; its report is safe to open whatever the pages wrote."""

import json
import re
from html.parser import HTMLParser
from pathlib import Path

import polars as pl
import pytest

from shelflist.errors import SnapshotError, TableError
from shelflist.models.track import Event
from shelflist.models.vocabulary import Cause, ChangeType, EntityType, RunResult, Verdict
from shelflist.publish.history import events_of
from shelflist.publish.record import Problem, RunRecord
from shelflist.publish.report_news import MOST_LISTED
from shelflist.publish.runs import run_folder, write_run
from tests.support import rows

RUN = rows.run_id(2)
HOSTILE = "<img src=x onerror=alert(1)> [click](javascript:alert(1)) | `code` **bold** {{ 7*7 }}\n# heading \u202e"


def _event(change: ChangeType = ChangeType.ADDED, entity: str = "e1", **given: object) -> Event:
    return rows.event(change, entity, run_id=RUN, observed_at=rows.night(2), **given)


def _record(*events: Event, **given: object) -> RunRecord:
    values: dict[str, object] = {
        "run": rows.run(2, entries_active=84, entries_added=1),
        "observations": (rows.observation(run_id=RUN), rows.observation("p2", run_id=RUN)),
        "captures": (rows.capture(of_night=2),),
        "pages": {"p1": rows.page("p1"), "p2": rows.page("p2", title="Zimbabwe")},
        "title": "An archive",
    }
    return RunRecord(events=events, **{**values, **given})  # type: ignore[arg-type]


def _report(clean: Path, record: RunRecord, kind: str = "md") -> str:
    return (write_run(clean, record) / f"report.{kind}").read_text(encoding="utf-8")


def test_a_run_folder_holds_what_docs_promise(clean: Path) -> None:
    folder = write_run(clean, _record(_event()))
    assert folder == run_folder(clean, RUN) == clean / "runs" / RUN
    assert sorted(path.name for path in folder.iterdir()) == [
        "captures.parquet", "changes.csv", "changes.parquet", "issues.jsonl", "page_observations.parquet",
        "report.html", "report.md", "run.json",
    ]  # fmt: skip
    run = json.loads((folder / "run.json").read_bytes())
    assert (run["logical_at"], run["result"], run["bytes"]) == ("2026-11-02T03:00:00Z", "success", 40_000)


def test_a_quiet_run_leaves_no_change_log(clean: Path) -> None:
    folder = write_run(clean, _record())
    assert not list(folder.glob("changes.*"))
    assert "Nothing on the site has changed." in (folder / "report.md").read_text(encoding="utf-8")


def test_writing_a_run_again_changes_no_byte(clean: Path) -> None:
    def content() -> dict[str, bytes]:
        return {path.name: path.read_bytes() for path in write_run(clean, _record(_event())).iterdir()}

    assert content() == content()


def test_issues_are_the_pages_with_trouble_and_the_problems(clean: Path) -> None:
    held = rows.observation("p2", Verdict.HELD, run_id=RUN, gate_failures=("12 of 84 entries left",))
    accepted = rows.observation("p1", run_id=RUN, gate_failures=("fill rate",), accepted_by="d1")
    problem = Problem(kind="lookup", detail="never used: Putman")
    folder = write_run(clean, _record(observations=(held, accepted), problems=(problem,)))
    issues = [json.loads(line) for line in (folder / "issues.jsonl").read_text(encoding="utf-8").splitlines()]
    assert [(one["kind"], one["page_id"]) for one in issues] == [("page", "p1"), ("page", "p2"), ("lookup", None)]
    assert issues[0]["accepted_by"] == "d1"
    assert (issues[1]["verdict"], issues[1]["gate_failures"]) == ("held", ["12 of 84 entries left"])


def test_news_stand_under_their_pages_with_links_to_the_words(clean: Path) -> None:
    report = _report(clean, _record(_event(page_id="p2", label="Anti-war, a study"), _event(entity="e2")))
    assert report.index("Russia between the revolutions") < report.index("Zimbabwe")
    assert "(<https://archive.example/p2/#:~:text=Anti%2Dwar%2C%20a%20study>)" in report


def test_a_change_shows_old_and_new_and_what_both_share(clean: Path) -> None:
    change = _event(
        ChangeType.CHANGED, field="publisher", old_value="Foreign Languages Press", new_value="Foreign Press"
    )
    first = _event(ChangeType.CHANGED, field="extent_raw", old_value=None, new_value="32 pages")
    report = _report(clean, _record(change, first))
    assert "  - publisher: Foreign ~~Languages~~ Press\n" in report
    assert "  - extent raw: nothing → **32 pages**\n" in report
    assert report.count("[Soviet Union in Maps]") == 1
    html = _report(clean, _record(change), "html")
    assert "<dt>publisher</dt><dd>Foreign <del>Languages</del> Press</dd>" in html


def test_a_move_is_told_by_the_titles_of_the_pages(clean: Path) -> None:
    moved = _event(ChangeType.MOVED, field="page_id", old_value="p1", new_value="p2", page_id="p2")
    assert "page: ~~Russia between the revolutions~~ **Zimbabwe**" in _report(clean, _record(moved))


@pytest.mark.parametrize(
    ("change", "entity", "section"),
    [
        (ChangeType.ADDED, EntityType.ENTRY, "New"),
        (ChangeType.MISSING, EntityType.ENTRY, "Missing"),
        (ChangeType.REMOVED, EntityType.ENTRY, "Removed"),
        (ChangeType.RESUMED, EntityType.ENTRY, "Back"),
        (ChangeType.REAPPEARED, EntityType.ENTRY, "Back"),
        (ChangeType.RELINKED, EntityType.LINK, "Relinked"),
        (ChangeType.RETRACTED, EntityType.ENTRY, "Withdrawn"),
        (ChangeType.PAGE_ADDED, EntityType.PAGE, "Pages"),
        (ChangeType.PAGE_REMOVED, EntityType.PAGE, "Pages"),
        (ChangeType.UNOBSERVED, EntityType.PAGE, "Pages"),
        (ChangeType.OBSERVED_AGAIN, EntityType.PAGE, "Pages"),
        (ChangeType.OUT_OF_SCOPE, EntityType.ENTRY, "Pages"),
        (ChangeType.CHANGED, EntityType.HEADING, "Headings, pages and links"),
        (ChangeType.CHANGED, EntityType.PAGE, "Headings, pages and links"),
        (ChangeType.ADDED, EntityType.LINK, "Headings, pages and links"),
    ],
)
def test_every_kind_of_event_has_its_section(clean: Path, change: ChangeType, entity: EntityType, section: str) -> None:
    report = _report(clean, _record(_event(change, entity_type=entity)))
    assert re.findall(r"^## (.*) \(\d+\)$", report, re.MULTILINE) == [section]


def test_only_what_the_site_did_is_listed_and_the_rest_is_counted(clean: Path) -> None:
    quiet = (
        _event(entity="a", initial=True),
        _event(ChangeType.CHANGED, "b", minor=True),
        _event(ChangeType.CHANGED, "c", cause=Cause.EXTRACTOR),
        _event(ChangeType.REMOVED, "d", cause=Cause.MANUAL),
    )
    report = _report(clean, _record(*quiet))
    assert "and is not listed as news." in report
    for line in (
        "- 1 event: there when the source was first seen",
        "- 1 event: only white space, quotation marks, dashes or order",
        "- 1 event: our reading changed, not the site",
        "- 1 event: a person decided",
    ):
        assert f"{line}\n" in report


def test_a_held_run_says_first_why_a_person_should_look(clean: Path) -> None:
    run = rows.run(2, result=RunResult.HELD, held_reasons=("31 entries missing or removed, 25 allowed",))
    report = _report(clean, _record(_event(), run=run))
    assert report.index("- 31 entries missing or removed, 25 allowed") < report.index("## New")


@pytest.mark.parametrize(
    ("result", "told"),
    [
        (RunResult.UNCHANGED, "Nothing on the site has changed."),
        (RunResult.HELD, "No change is recorded."),
        (RunResult.PARTIAL, "No change is recorded."),
        (RunResult.FAILED, "What changed on the site is not known."),
    ],
)
def test_only_a_run_that_saw_the_site_says_that_nothing_changed(clean: Path, result: RunResult, told: str) -> None:
    for kind in ("md", "html"):
        report = _report(clean, _record(run=rows.run(2, result=result)), kind)
        assert told in report
        assert ("has changed." in report) == (result is RunResult.UNCHANGED)


def test_a_line_is_not_told_twice(clean: Path) -> None:
    report = _report(clean, _record(_event(label="Soviet Union in Maps", new_value="Soviet Union in Maps, 32 pages.")))
    assert report.count("Soviet Union in Maps") == 1
    assert ": 32 pages." in report


def test_a_verdict_is_not_repeated_in_its_reason(clean: Path) -> None:
    blind = rows.observation("p2", Verdict.HTTP_ERROR, run_id=RUN, detail="http_error: HTTP 503")
    assert "| http error | HTTP 503 |" in _report(clean, _record(observations=(blind,)))


def test_pages_that_were_not_observed_are_listed_with_the_reason(clean: Path) -> None:
    blind = rows.observation("p2", Verdict.HTTP_ERROR, run_id=RUN, detail="HTTP 503 after 3 retries")
    unknown = rows.observation("p9", Verdict.SKIPPED, run_id=RUN)
    report = _report(clean, _record(observations=(blind, unknown, rows.observation(run_id=RUN))))
    assert "| [Zimbabwe](<https://archive.example/p2/>) | http error | HTTP 503 after 3 retries |" in report
    assert "| p9 | skipped |" in report


def test_a_great_many_news_are_cut_off_and_counted(clean: Path) -> None:
    events = [_event(entity=f"e{n:04}", label=f"Title {n}") for n in range(MOST_LISTED + 7)]
    report = _report(clean, _record(*events))
    assert f"## New ({MOST_LISTED + 7})" in report
    assert report.count("\n- [Title") == MOST_LISTED
    assert "7 more in changes.csv." in report


class _Tags(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.targets: list[str] = []
        self.text = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.targets += [value or "" for name, value in attrs if name in ("href", "src")]
        assert not [name for name, _ in attrs if name.startswith("on")]

    def handle_data(self, data: str) -> None:
        self.text += data


def _hostile_record() -> RunRecord:
    page = rows.page("p1", title=HOSTILE, url="javascript:alert(1)")
    return _record(
        _event(label=HOSTILE, new_value=HOSTILE, reason=HOSTILE),
        _event(ChangeType.CHANGED, field=HOSTILE, old_value=HOSTILE, new_value=f"{HOSTILE} x"),
        observations=(
            rows.observation("p1", Verdict.PARSE_ERROR, run_id=RUN, detail=HOSTILE, gate_failures=(HOSTILE,)),
        ),
        pages={"p1": page},
        problems=(Problem(kind=HOSTILE, detail=HOSTILE),),
        title=HOSTILE,
        run=rows.run(2, held_reasons=(HOSTILE,)),
    )


def test_no_page_can_write_html_into_the_report(clean: Path) -> None:
    tags = _Tags()
    tags.feed(_report(clean, _hostile_record(), "html"))
    assert not {"script", "img", "iframe", "object"} & set(tags.tags)
    assert "\u202e" not in _report(clean, _hostile_record(), "html")
    assert tags.targets == []
    assert "<img src=x onerror=alert(1)>" in tags.text


def test_the_report_needs_nothing_from_elsewhere(clean: Path) -> None:
    html = _report(clean, _record(_event()), "html")
    assert "<link" not in html
    assert "@import" not in html
    assert "url(" not in html
    assert "default-src 'none'" in html
    assert "prefers-color-scheme: dark" in html


def test_no_page_can_write_markdown_into_the_report(clean: Path) -> None:
    report = _report(clean, _hostile_record())
    assert not re.search(r"(?<!\\)<img", report)
    assert not re.search(r"(?<!\\)\[click", report)
    assert "\n# heading" not in report
    assert "javascript:" not in re.sub(r"\\\[click\\\]\(javascript:alert\(1\)\)", "", report)
    assert not set(report) & set("\x1b\u202e\r")


def test_a_value_that_no_column_can_hold_leaves_no_folder(clean: Path) -> None:
    with pytest.raises(TableError, match=r"page_observations\.detail: row 0"):
        write_run(clean, _record(observations=(rows.observation(run_id=RUN, detail="\ud800"),)))
    assert not (clean / "runs").exists()


@pytest.mark.parametrize("run_id", ["", "..", "latest", "../x"])
def test_a_run_is_a_time_and_never_a_path(clean: Path, run_id: str) -> None:
    with pytest.raises(SnapshotError, match="expected a time like"):
        run_folder(clean, run_id)


def test_the_history_of_an_entry_has_all_its_events_and_those_of_its_links(clean: Path) -> None:
    write_run(clean, RunRecord(run=rows.run(1), events=(rows.event(), rows.event(entity_id="other"))))
    relinked = _event(ChangeType.RELINKED, "l1", entity_type=EntityType.LINK, field="url", related_ids=("e1",))
    write_run(clean, _record(relinked))
    found = events_of(clean, "e1")
    assert [event.change_type for event in found] == [ChangeType.ADDED, ChangeType.RELINKED]
    assert found == [rows.event(), relinked]
    assert events_of(clean, "nobody") == []


def test_the_change_log_of_a_run_is_typed(clean: Path) -> None:
    folder = write_run(clean, _record(_event(confidence=0.91)))
    assert pl.read_parquet(folder / "changes.parquet")["confidence"].dtype == pl.Float32
