"""The main job on the demo archive: what the second edition brought, and that nothing else is said."""

import dataclasses
import shutil
from datetime import UTC, datetime, timedelta
from pathlib import Path

import polars as pl
import pytest

from shelflist.demo import load_edition
from shelflist.errors import LedgerError, LockedError, UsageError
from shelflist.pipeline import stages
from shelflist.pipeline.outcome import Outcome
from shelflist.pipeline.place import workplace
from shelflist.publish.read import load
from tests.pipeline.conftest import FIRST_NIGHT, Archive, connected, tree


def said(outcome: Outcome) -> list[tuple[str, str | None, str]]:
    """(type, field, title) of what is new on the site."""
    events = [event for event in outcome.events if not event.minor and not event.initial and event.cause == "source"]
    return sorted((event.change_type.value, event.field, event.label) for event in events)


SECOND_EDITION = [
    ("added", None, "America’s Siberian Adventure 1918-1920"),
    ("added", None, "History of the Communist Party of the Soviet Union (Bolsheviks), Short Course"),
    ("added", None, "The Socialist Sixth of the World"),
    ("changed", "publisher", "Memoirs of a British Agent"),
    ("missing", None, "Our ally Russia – the Truth"),
    ("moved", "heading_path", "On the transition to Socialism"),
    ("relinked", "url", "The Great Conspiracy against Russia"),
]


def test_the_first_harvest_finds_every_entry_and_calls_none_of_them_new(archive: Archive) -> None:
    outcome = archive.harvest(1)
    assert outcome.result == "success"
    assert outcome.runs[-1].entries_active == 70
    assert said(outcome) == []
    assert archive.latest == "20261101T020000Z"


@pytest.mark.parametrize("rest", [True, False], ids=["wordpress door", "sitemap door"])
def test_the_second_edition_brings_just_what_its_editor_did(archive: Archive, rest: bool) -> None:
    archive.site.rest = rest
    archive.harvest(1)
    outcome = archive.harvest(2, edition=2)
    assert outcome.result == "success"
    assert outcome.runs[-1].door == ("wordpress" if rest else "sitemap")
    assert said(outcome) == SECOND_EDITION
    assert said(archive.harvest(3)) == [("removed", None, "Our ally Russia – the Truth")]
    assert archive.harvest(4).result == "unchanged"


def test_both_doors_give_the_same_entries(archive: Archive) -> None:
    archive.harvest(1)
    by_rest = _entries(archive)
    shutil.rmtree(archive.data)
    archive.site.rest = False
    archive.harvest(1)
    assert _entries(archive).equals(by_rest)


def _entries(archive: Archive) -> pl.DataFrame:
    frame = load("demo", "entries", data=archive.data).collect()
    return frame.drop("evidence_capture_id").sort("entry_id")


def test_an_unchanged_site_gives_no_change_no_snapshot_and_the_same_bytes(harvested: Archive) -> None:
    before = tree(harvested.clean / "snapshots")
    outcome = harvested.harvest(2)
    assert (outcome.result, outcome.events, outcome.exit_code) == ("unchanged", (), 0)
    assert tree(harvested.clean / "snapshots") == before
    assert outcome.runs[-1].requests <= 5


def test_the_same_nights_give_the_same_bytes(archive: Archive) -> None:
    archive.harvest(1)
    archive.harvest(2, edition=2)
    before = tree(archive.data)
    shutil.rmtree(archive.data)
    archive.harvest(1, edition=1)
    archive.harvest(2, edition=2)
    assert tree(archive.data) == before


def test_a_replay_from_the_captures_alone_gives_the_same_tables_and_changes(archive: Archive) -> None:
    for day, edition in ((1, 1), (2, 1), (3, 2), (4, 2)):
        archive.harvest(day, edition=edition)
    before = tree(archive.clean)
    shutil.rmtree(archive.clean)
    archive.site.stop()
    outcome = stages.replay(archive.loaded, archive.data)
    assert [run.result.value for run in outcome.runs] == ["success", "unchanged", "success", "success"]
    assert tree(archive.clean) == before
    assert outcome.snapshot is not None and outcome.snapshot.is_dir()
    assert outcome.report is not None and outcome.report.is_file()
    assert stages.verify(archive.loaded, archive.data) == []


def test_verify_tells_what_was_tampered_with(harvested: Archive) -> None:
    (entries,) = (harvested.clean / "state").glob("entries-*.json")
    entries.write_bytes(entries.read_bytes().replace(b"Lockhart", b"Lockheed"))
    problems = stages.verify(harvested.loaded, harvested.data)
    assert problems == [f"state/{entries.name}: a replay gives other bytes"]
    with pytest.raises(LedgerError, match=f"found the part entries-.*, expected {entries.name}; shelflist replay"):
        harvested.harvest(9)
    assert stages.replay(harvested.loaded, harvested.data).exit_code == 0  # the state is derived as well
    assert stages.verify(harvested.loaded, harvested.data) == []
    (warc,) = harvested.raw.rglob("*.warc.gz")
    content = bytearray(warc.read_bytes())
    content[len(content) // 2] ^= 0xFF
    warc.write_bytes(content)
    problems = stages.verify(harvested.loaded, harvested.data)
    assert problems and warc.name in problems[0]


def test_a_dry_run_names_the_pages_and_writes_nothing(archive: Archive) -> None:
    outcome = stages.harvest(archive.loaded, archive.data, now=FIRST_NIGHT, dry_run=True)
    assert len(outcome.planned) == 5
    assert not archive.data.exists()


def test_a_dry_run_of_an_unchanged_site_would_fetch_no_page(harvested: Archive) -> None:
    before = tree(harvested.data)
    again = stages.harvest(harvested.loaded, harvested.data, now=FIRST_NIGHT + timedelta(days=1), dry_run=True)
    assert again.planned == ()
    assert tree(harvested.data) == before


def test_what_is_read_while_fetching_is_what_the_reading_stage_reads(archive: Archive, first_night: Path) -> None:
    with workplace(archive.loaded, archive.data) as place:
        stages.fetch(place, now=FIRST_NIGHT)
        shutil.rmtree(place.readings)
        for batch in stages.unread(place):
            stages.read(place, batch)
        stages.fold(place)
    assert tree(archive.clean) == tree(first_night / "clean" / "demo")


def test_a_limited_run_takes_no_more_pages_and_the_next_takes_the_rest(archive: Archive) -> None:
    first = archive.harvest(1, limit=2)
    assert (first.result, first.runs[-1].pages_complete) == ("success", 2)
    second = archive.harvest(2)
    assert second.runs[-1].pages_complete == 5
    assert second.runs[-1].entries_active == 70
    assert said(second) == []  # all of it was there when the source was first seen


def test_a_night_before_the_last_one_is_refused(harvested: Archive) -> None:
    harvested.harvest(2)
    with pytest.raises(UsageError, match="not after the last run"):
        harvested.harvest(1)


def test_a_run_recorded_by_a_wrong_clock_is_told_before_the_site_is_asked(
    harvested: Archive, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("shelflist.pipeline.beginning._this_second", lambda: datetime(2020, 1, 1, tzinfo=UTC))
    ledger = (harvested.raw / "ledger.jsonl").read_bytes()
    with pytest.raises(LedgerError, match=r"which by the clock \(2020-01-01T00:00:00Z\) is yet to come"):
        stages.harvest(harvested.loaded, harvested.data)
    assert (harvested.raw / "ledger.jsonl").read_bytes() == ledger


def test_two_harvests_of_one_source_do_not_meet(harvested: Archive) -> None:
    with workplace(harvested.loaded, harvested.data), pytest.raises(LockedError):
        harvested.harvest(2)


def test_tables_whose_ledger_is_lost_are_not_built_upon(harvested: Archive) -> None:
    shutil.rmtree(harvested.raw)
    before = tree(harvested.clean)
    with pytest.raises(LedgerError, match="expected the ledger that the snapshots came from"):
        harvested.harvest(2)
    assert tree(harvested.clean) == before


def test_every_entry_can_be_traced_to_its_bytes(harvested: Archive) -> None:
    rows = load("demo", "entries", data=harvested.data).select("entry_id", "title").collect()
    (entry,) = rows.filter(pl.col("title") == "Mission to Moscow")["entry_id"]
    told = stages.explain(harvested.loaded, harvested.data, entry[:8])
    assert told.row.entry_id == entry
    assert told.capture.http_status == 200
    assert ("title", "Mission to Moscow") in {(field, words) for field, words, _ in told.evidence}
    assert [event.change_type for event in told.history] == ["added"]
    with pytest.raises(UsageError, match="no such entry"):
        stages.explain(harvested.loaded, harvested.data, "e_none")


def test_other_rules_begin_an_epoch_and_are_never_blamed_on_the_site(harvested: Archive) -> None:
    narrowed = harvested.with_rules('"^More on "', '"^More on ", "^The secret war"')
    changed = dataclasses.replace(harvested, loaded=narrowed)
    outcome = changed.harvest(2)
    assert outcome.runs[0].run_id == "20261102T015959Z"
    assert [(event.change_type.value, event.label) for event in outcome.events if event.entity_type == "entry"] == [
        ("removed", "The secret war against Soviet Russia")
    ]
    assert {event.cause.value for event in outcome.events} == {"extractor"}
    assert said(outcome) == []
    back = dataclasses.replace(harvested, loaded=connected(harvested.loaded, harvested.site.port)).harvest(3)
    assert {event.cause.value for event in back.events} == {"extractor"}
    assert back.runs[-1].entries_active == 70
    before = tree(harvested.clean)
    stages.replay(harvested.loaded, harvested.data)
    assert tree(harvested.clean) == before


def test_a_page_saved_anew_without_an_entry_changed_is_published_but_gives_no_event(
    harvested: Archive, monkeypatch: pytest.MonkeyPatch
) -> None:
    first, second = load_edition(1), load_edition(2)
    saved = {post.id: post.modified for post in second.posts}
    posts = tuple(dataclasses.replace(post, modified=saved[post.id]) for post in first.posts)
    monkeypatch.setattr(harvested.site, "_edition", dataclasses.replace(first, posts=posts))
    outcome = harvested.harvest(2)
    assert (outcome.result, outcome.events) == ("success", ())
    assert harvested.latest == "20261102T020000Z"
    assert harvested.harvest(3).result == "unchanged"
