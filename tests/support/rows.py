"""Rows of a small archive, with defaults for what a test does not care about. Times are UTC, nights at 3 o'clock."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

from shelflist.models.citation import Citation, Contributor, DateStatus, DateType, Genre, Status
from shelflist.models.rows import EntryRow, HeadingRow, LinkRow, Location, PageRow
from shelflist.models.track import Event, PageObservation, RunRow, State
from shelflist.models.vocabulary import ChangeType, EntityType, RowStatus, RunResult, Verdict
from shelflist.models.web import Asked, Capture, Purpose
from shelflist.settings import RUN_ID_FORMAT

SOURCE_ID = "demo"
FIRST_NIGHT = datetime(2026, 11, 1, 3, tzinfo=UTC)


def night(number: int) -> datetime:
    """The n-th night, from 1."""
    return FIRST_NIGHT + timedelta(days=number - 1)


def run_id(number: int = 1) -> str:
    """The run of the n-th night; also the version that it publishes."""
    return night(number).strftime(RUN_ID_FORMAT)


def capture_id(number: int = 1, of_night: int = 1) -> str:
    return f"{run_id(of_night)}-{number:05}"


def page(page_id: str = "p1", **given: Any) -> PageRow:
    defaults = PageRow(
        page_id=page_id,
        source_id=SOURCE_ID,
        page_key=f"url:https://archive.example/{page_id}/",
        url=f"https://archive.example/{page_id}/",
        canonical_url=f"https://archive.example/{page_id}/",
        wp_post_id=22,
        title="Russia between the revolutions",
        kind="listing",
        language="en-GB",
        date_published=datetime(2024, 5, 1, 10, 15, tzinfo=UTC),
        date_modified=None,
        categories=("History", "USSR"),
        tags=(),
        status=RowStatus.ACTIVE,
        first_seen_at=night(1),
        last_seen_at=None,
        unobserved_since=None,
        content_hash="2c26b46b68ffc68f",
        text_coverage=1.0,
        entry_count=1,
        evidence_capture_id=capture_id(),
    )
    return replace(defaults, **given)


def heading(heading_id: str = "h1", page_id: str = "p1", text: str = "Pamphlets", **given: Any) -> HeadingRow:
    defaults = HeadingRow(
        heading_id=heading_id,
        page_id=page_id,
        parent_heading_id=None,
        level=2,
        text=text,
        path=(text,),
        anchor=None,
        position=0,
        status=RowStatus.ACTIVE,
        first_seen_at=night(1),
    )
    return replace(defaults, **given)


def link(link_id: str = "l1", url: str = "https://archive.example/scans/maps.pdf", **given: Any) -> LinkRow:
    defaults = LinkRow(
        link_id=link_id,
        url_raw=url,
        url=url,
        anchor_text="Soviet Union in Maps",
        media_type="application/pdf",
        is_primary=True,
        position=0,
        status=RowStatus.ACTIVE,
        first_seen_at=night(1),
    )
    return replace(defaults, **given)


def citation(title: str | None = "Soviet Union in Maps", **given: Any) -> Citation:
    defaults = Citation(
        title=title,
        statement_of_responsibility="George Goodall",
        publisher="Philip",
        publisher_status=Status.STATED,
        place_of_publication="London",
        place_status=Status.STATED,
        date_raw="1942",
        date_edtf="1942",
        date_status=DateStatus.STATED,
        date_type=DateType.SINGLE,
        extent_raw="32 pages",
        page_count=32,
        genre=Genre.UNKNOWN,
        contributors=(Contributor(name_raw="George Goodall", family="Goodall", given="George"),),
        parse_confidence=0.9,
    )
    return replace(defaults, **given)


def location(position: int = 0, **given: Any) -> Location:
    defaults = Location(
        capture_id=capture_id(),
        position=position,
        dom_path=f"p:nth-of-type({position + 1})",
        text_start=100 * position,
        text_end=100 * position + 80,
        extractor_version="1",
    )
    return replace(defaults, **given)


def entry(entry_id: str = "e1", page_id: str = "p1", position: int = 0, **given: Any) -> EntryRow:
    """An entry; its default link is named after it (`l-<entry_id>`)."""
    defaults = EntryRow(
        entry_id=entry_id,
        source_id=SOURCE_ID,
        page_id=page_id,
        heading_id=None,
        heading_path=(),
        occurrence=1,
        status=RowStatus.ACTIVE,
        citation_raw="Soviet Union in Maps, George Goodall, Philip, London, 1942, 32 pages.",
        citation=citation(),
        links=(link(f"l-{entry_id}"),),
        match_key="soviet union in maps george goodall philip london 1942 32 pages",
        record_hash="9f86d081884c7d65",
        first_seen_at=night(1),
        last_seen_at=None,
        missing_since=None,
        last_changed_at=night(1),
        last_change_cause=None,
        evidence_capture_id=capture_id(),
        location=location(position),
        initial=True,
    )
    return replace(defaults, **given)


def state(*rows: PageRow | HeadingRow | EntryRow) -> State:
    """A state of these rows; entries with status `removed` become tombstones. A page `p1` is there in any case."""
    pages = {row.page_id: row for row in rows if isinstance(row, PageRow)} or {"p1": page()}
    headings = {row.heading_id: row for row in rows if isinstance(row, HeadingRow)}
    entries = {row.entry_id: row for row in rows if isinstance(row, EntryRow)}
    removed = {key: row for key, row in entries.items() if row.status is RowStatus.REMOVED}
    listed = {key: row for key, row in entries.items() if key not in removed}
    return State(source_id=SOURCE_ID, pages=pages, headings=headings, entries=listed, removed=removed)


def event(change_type: ChangeType = ChangeType.ADDED, entity_id: str = "e1", **given: Any) -> Event:
    field = given.get("field")
    defaults = Event(
        change_id=f"x-{entity_id}-{change_type}-{field}-{given.get('run_id', run_id())}",
        run_id=run_id(),
        source_id=SOURCE_ID,
        entity_type=EntityType.ENTRY,
        entity_id=entity_id,
        page_id="p1",
        change_type=change_type,
        observed_at=night(1),
        to_capture_id=capture_id(),
        label="Soviet Union in Maps",
    )
    return replace(defaults, **given)


def observation(page_id: str = "p1", verdict: Verdict = Verdict.OK, **given: Any) -> PageObservation:
    defaults = PageObservation(
        run_id=run_id(),
        page_id=page_id,
        capture_ids=(capture_id(),) if verdict.is_complete else (),
        verdict=verdict,
        basis="capture" if verdict.is_complete else "failure",
        absence_counts=verdict.is_complete,
        entries_seen=1 if verdict.is_complete else None,
        text_coverage=1.0 if verdict.is_complete else None,
    )
    return replace(defaults, **given)


def capture(number: int = 1, of_night: int = 1, **given: Any) -> Capture:
    url = "https://archive.example/p1/"
    defaults = Capture(
        capture_id=capture_id(number, of_night),
        run_id=run_id(of_night),
        asked=Asked(purpose=Purpose.PAGE, door="sitemap", page_key=f"url:{url}"),
        url=url,
        final_url=url,
        captured_at=night(of_night) + timedelta(seconds=number),
        http_status=200,
        content_type="text/html; charset=UTF-8",
        payload_digest="sha256:2c26b46b68ffc68f",
        payload_bytes=36_000,
        warc_filename=f"2026-11/{run_id(of_night)}.warc.gz",
        warc_offset=1_000 * number,
        warc_length=900,
    )
    return replace(defaults, **given)


def run(number: int = 1, **given: Any) -> RunRow:
    """The run of the n-th night."""
    defaults = RunRow(
        run_id=run_id(number),
        source_id=SOURCE_ID,
        logical_at=night(number),
        started_at=night(number),
        ended_at=night(number) + timedelta(minutes=12),
        result=RunResult.SUCCESS,
        data_version=run_id(number),
        previous_version=run_id(number - 1) if number > 1 else None,
        extractor_version="1",
        rules_sha256="ba7816bf8f01cfea",
        software="shelflist/0.1.0",
        pages_expected=1,
        pages_complete=1,
        pages_blind=0,
        entries_active=1,
        entries_added=0,
        entries_changed=0,
        entries_moved=0,
        entries_removed=0,
        entries_missing=0,
        requests=3,
        received_bytes=40_000,
        waited_seconds=2.0,
        robots="allowed",
        door="sitemap",
        held_reasons=(),
        warc_files=(f"2026-11/{run_id(number)}.warc.gz",),
    )
    return replace(defaults, **given)
