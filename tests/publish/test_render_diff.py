"""Differences for people and programs: in the order of the page, each linked and dated, nothing in them acts."""

import csv
import io
import json
from dataclasses import replace
from pathlib import Path

import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from shelflist.models.rows import EntryRow
from shelflist.models.track import Event
from shelflist.models.vocabulary import Cause, ChangeType, RowStatus
from shelflist.publish.compare import Comparison, compare, compare_frames
from shelflist.publish.record import RunRecord
from shelflist.publish.render_diff import as_csv, as_html, as_json, as_markdown, as_text, heading
from shelflist.publish.report_changes import MANY, OF_A_PAGE, Account, Change, Seen, Spot, Told, account_of
from shelflist.publish.report_diff import Background, background, changes_between
from shelflist.publish.report_places import Places, Standing
from shelflist.publish.runs import write_run
from shelflist.publish.words_marked import marked
from shelflist.tables.build import snapshot_tables
from tests.publish.conftest import Publish
from tests.support import rows

HOSTILE = "<script>alert(1)</script> [x](javascript:alert(1)) \x1b[31m\u202e"


def _told(comparison: Comparison, known: Background | None = None, *, everything: bool = False) -> Account:
    changes = changes_between(comparison, known or Background())
    return account_of(heading(comparison), changes, everything=everything)


def _entries(*entries: EntryRow) -> dict[str, pl.DataFrame]:
    return snapshot_tables(
        rows.state(rows.page("p1"), rows.page("p2", title="Angola"), rows.heading("h1"), rows.heading("h2"), *entries)
    )


def _between(before: dict[str, pl.DataFrame], after: dict[str, pl.DataFrame]) -> Account:
    return _told(compare_frames(before, after, "entries"))


@pytest.fixture
def comparison(two_nights: tuple[Path, Path]) -> Comparison:
    return compare(*two_nights)


def test_text_has_a_line_for_every_difference(comparison: Comparison) -> None:
    text = as_text(_told(comparison))
    assert text.startswith(
        f"entries, {rows.run_id(1)} → {rows.run_id(2)}: 1 added, 1 removed, 1 changed, 1 moved, 1 relinked\n"
    )
    for line in (
        "    added  =The Truth | about Intervention: Soviet Union",
        "    removed  The Epic of the Black Sea: ",
        "        page_count: 32 → 36",
        "        page: Russia between the revolutions → Zimbabwe",
        "        url: https://archive.example/scans/maps.pdf → https://archive.example/new.pdf",
    ):
        assert f"\n{line}" in text


def test_the_capture_that_showed_an_entry_is_not_told_as_what_shows_it_missing() -> None:
    entry = rows.entry("e1")
    comparison = compare_frames(_entries(entry), _entries(replace(entry, status=RowStatus.MISSING)), "entries")
    page = Spot(page_id="p1", page="Angola")
    shows, later = (Seen(capture_id=rows.capture_id(1, of_night=night)) for night in (1, 2))

    def places(capture: Seen) -> Places:
        return Places({"p1": page}, {"p1": capture.capture_id}, {"e1": Standing(page, "Maps", shows.capture_id)})

    seen = {one.capture_id: one for one in (shows, later)}
    (page_gone,) = changes_between(comparison, Background(places(shows), places(shows), seen))
    (line_gone,) = changes_between(comparison, Background(places(shows), places(later), seen))
    assert (page_gone.kinds, page_gone.before, page_gone.after) == (("missing",), shows, None)
    assert (line_gone.before, line_gone.after) == (shows, later)


def test_a_text_that_only_grew_is_told_without_a_stray_space() -> None:
    before = _entries(rows.entry("e1", citation=rows.citation("Maps")))
    after = _entries(rows.entry("e1", citation=rows.citation("Maps of Russia")))
    assert "    title: Maps → Maps of Russia\n" in as_text(_between(before, after))


def test_in_a_long_field_only_the_words_that_differ_are_told() -> None:
    words = [f"word{n}" for n in range(40)]
    before = _entries(rows.entry("e1", citation=rows.citation(extent_raw=" ".join(words))))
    after = _entries(rows.entry("e1", citation=rows.citation(extent_raw=" ".join([*words[:20], "X", *words[21:]]))))
    told = "… word15 word16 word17 word18 word19 [-word20-] [+X+] word21 word22 word23 word24 word25 …"
    assert told in as_text(_between(before, after))


def test_json_holds_rows_with_their_types_and_the_changes_in_their_order(comparison: Comparison) -> None:
    value = json.loads(as_json(comparison, _told(comparison)))
    assert value["counts"] == comparison.counts
    (added,) = value["added"]
    assert (added["page_count"], added["title"]) == (32, "=The Truth | about Intervention")
    assert added["first_seen_at"] == "2026-11-01T03:00:00Z"
    assert value["changed"][0]["field"] == "extent_raw"
    items = {item["key"][0]: item for item in value["items"]}
    assert items["moved"]["fields"][0]["new"] == "Zimbabwe"
    assert items["relinked"]["changes"] == ["relinked"]


def test_csv_has_one_harmless_line_for_every_difference(comparison: Comparison) -> None:
    text = as_csv(_told(comparison), comparison.key)
    lines = list(csv.DictReader(io.StringIO(text, newline="")))
    kinds = sorted(line["change"] for line in lines)
    assert kinds == ["added", "changed", "changed", "moved", "relinked", "removed"]
    (added,) = [line for line in lines if line["change"] == "added"]
    assert (added["entry_id"], added["label"]) == ("added", "'=The Truth | about Intervention")


@pytest.mark.parametrize("write", [as_markdown, as_html])
def test_pages_cannot_write_into_what_is_shown(write: object) -> None:
    assert callable(write)
    before = _entries(rows.entry("e0", citation=rows.citation("old"), citation_raw="old"))
    hostile = [rows.entry(name, position=n, citation=rows.citation(HOSTILE), citation_raw=HOSTILE)
               for n, name in enumerate(("e0", "e1"))]  # fmt: skip
    spot = Spot(page_id="p", page=HOSTILE, url="javascript:alert(1)", headings=(HOSTILE,), row=1)
    change = Change(kinds=("added",), key=("e",), label=HOSTILE, spot=spot, href="javascript:alert(1)")
    for account in (_between(before, _entries(*hostile)), account_of(HOSTILE, [change])):
        shown = write(account)
        assert "<script>" not in shown
        assert not set(shown) & set("\x1b\u202e")
        assert "[x](" not in shown or write is as_html
        assert 'href="javascript' not in shown
        assert "](<javascript" not in shown


def test_text_for_a_terminal_has_no_control_characters() -> None:
    after = _entries(rows.entry("e1", citation=rows.citation("\x1b[31mred\u202e\r\nnext")))
    assert not set(as_text(_between(_entries(), after))) & set("\x1b\r\u202e")


def _two_pages(release: Publish) -> tuple[Path, Path]:
    """Five lines of two pages that changed; two headings in the order of the page, not of the alphabet."""

    def night(changed: int) -> dict[str, pl.DataFrame]:
        entries = [
            rows.entry(f"e{n}", page_id="p2" if n == 4 else "p1", heading_id="h2" if n < 2 else "h1",
                       heading_path=("Zinc",) if n < 2 else ("Arms",), position=9 - n, location=rows.location(9 - n),
                       citation=rows.citation(f"T{n}", page_count=n + changed))
            for n in range(5)
        ]  # fmt: skip
        headings = rows.heading("h2", text="Zinc", position=0), rows.heading("h1", text="Arms", position=6)
        return snapshot_tables(rows.state(rows.page("p1"), rows.page("p2", title="Angola"), *headings, *entries))

    return release(1, night(10)), release(2, night(20))


def test_differences_stand_page_by_page_heading_by_heading_line_by_line(release: Publish) -> None:
    two = _two_pages(release)
    comparison = compare(*two)
    account = _told(comparison, background(comparison, *two))
    assert [page.title for page in account.pages] == ["Angola", "Russia between the revolutions"]
    told = [(group.headings, [change.label for change in group.changes]) for group in account.pages[1].groups]
    assert told == [(("Zinc",), ["T1", "T0"]), (("Arms",), ["T3", "T2"])]


def _write_run(two: tuple[Path, Path], *events: Event) -> None:
    captures = (rows.capture(1, of_night=2),)
    clean = two[1].parent.parent
    write_run(clean, RunRecord(run=rows.run(2, entries_active=5), events=events, captures=captures))


def test_each_difference_leads_to_its_words_and_to_the_bytes_before_and_after(release: Publish) -> None:
    two = _two_pages(release)
    _write_run(two)
    comparison = compare(*two)
    known = background(comparison, *two)
    capture = rows.capture(1, of_night=2)
    assert set(known.seen) >= {rows.location(9).capture_id}
    change = next(change for change in _told(comparison, known).changes if change.key == ("e1",))
    assert change.href is not None
    assert change.href.startswith("https://archive.example/p1/#:~:text=")
    assert change.before == known.seen[rows.location(9).capture_id]
    seen = Seen(capture.capture_id, capture.captured_at, capture.warc_filename, capture.warc_offset)
    told = account_of("t", [Change(kinds=("added",), key=("e",), label="T", after=seen)])
    place = f"{capture.warc_filename} byte {capture.warc_offset}, capture {capture.capture_id}"
    for written in (as_text(told), as_html(told)):
        assert place in written
    assert str(capture.warc_offset) in as_csv(told, ["entry_id"])


def test_what_our_own_reading_changed_is_counted_and_not_listed(release: Publish) -> None:
    two = _two_pages(release)
    ours = rows.event(ChangeType.CHANGED, "e1", run_id=rows.run_id(2), cause=Cause.EXTRACTOR, field="page_count")
    mixed = [rows.event(ChangeType.CHANGED, "e2", run_id=rows.run_id(2), cause=cause, field="page_count",
                        change_id=cause.value) for cause in (Cause.EXTRACTOR, Cause.SOURCE)]  # fmt: skip
    _write_run(two, ours, *mixed)
    comparison = compare(*two)
    account = _told(comparison, background(comparison, *two))
    assert account.folded == (("our reading changed, not the site", 1),)
    assert "T1" not in as_text(account)
    assert "T2" in as_text(account)
    assert "T1" in as_html(account)
    assert "T1" in as_text(_told(comparison, background(comparison, *two), everything=True))


def test_quotes_and_dashes_alone_are_folded_away() -> None:
    before = _entries(rows.entry("e1", citation=rows.citation('The "Truth" - told')))
    after = _entries(rows.entry("e1", citation=rows.citation("The “Truth” – told")))
    account = _between(before, after)
    assert account.pages == ()
    assert "1 folded away: only white space" in as_text(account)


def test_missing_and_back_again_are_told_as_such() -> None:
    there, away = _entries(rows.entry("e1")), _entries(rows.entry("e1", status=RowStatus.MISSING))
    assert [change.kinds for change in _between(there, away).changes] == [("missing",)]
    assert [change.kinds for change in _between(away, there).changes] == [("resumed",)]


def _many(number: int, pages: int) -> list[Change]:
    spots = [Spot(page_id=f"p{n % pages:03}", page=f"P{n % pages:03}", row=n) for n in range(number)]
    return [Change(kinds=("added",), key=(f"e{n}",), label=f"T{n:04}", spot=spot) for n, spot in enumerate(spots)]


def test_a_thousand_differences_stay_readable_and_none_is_lost() -> None:
    account = account_of("t", _many(1000, 40))
    lines = as_text(account).splitlines()
    assert len(lines) < 350
    assert sum("added  T" in line for line in lines) == 20 * OF_A_PAGE
    assert sum("25 added" in line for line in lines) == 40
    assert "not all of 1000 changes are shown; --all shows them" in lines
    whole = as_text(account_of("t", _many(1000, 40), everything=True))
    for written in (whole, as_html(account), as_csv(account, ["entry_id"])):
        assert all(f"T{n:04}" in written for n in range(1000))


def _relinked(n: int) -> tuple[Told, ...]:
    return (Told("relinked", "url", marked(f"http://old.example/{n}.pdf", f"https://new.example/s/{n}.pdf")),)


def test_what_was_done_many_times_in_the_same_way_is_told_once_ahead() -> None:
    renamed = (Told("changed", "publisher", marked("Putman and Sons", "Putnam and Sons")),)
    changes = [replace(one, fields=renamed if n < 60 else _relinked(n)) for n, one in enumerate(_many(150, 3))]
    account = account_of("t", changes)
    assert as_text(account).splitlines()[1:3] == [
        "  90 times url: http://old.example/ → https://new.example/",
        "  60 times publisher: Putman → Putnam",
    ]
    for written in (as_markdown(account), as_html(account)):
        assert "60 times publisher" in written
    assert "times" not in as_text(account_of("t", changes[:MANY]))


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("Mother, revised", "Mother", "Mother, revised → Mother"),
        ("Mother", "Mother revised", "… → … revised"),
        ("A novel by Gorky", "A novel", "… by Gorky → …"),
        (None, "96 pages", "nothing → 96 pages"),
    ],
)
def test_a_word_that_only_came_or_went_is_not_told_as_the_whole_field(old: str | None, new: str, told: str) -> None:
    fields = (Told("changed", "title", marked(old, new)),)
    account = account_of("t", [replace(one, fields=fields) for one in _many(MANY + 1, 3)])
    assert as_text(account).splitlines()[1] == f"  {MANY + 1} times title: {told}"


@settings(max_examples=30, deadline=None)
@given(st.integers(1, MANY + 60), st.integers(1, 30))
def test_what_is_shown_and_what_is_hidden_are_all(number: int, pages: int) -> None:
    account = account_of("t", _many(number, pages))
    assert sum(page.shown + page.hidden for page in account.pages) == number
    assert account.is_long == (number > MANY and any(page.hidden for page in account.pages))
