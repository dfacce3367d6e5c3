"""The first stage: ask the site, and put every answer into the ledger."""

from collections.abc import Mapping
from datetime import datetime

from shelflist.archive.recorder import Recorder
from shelflist.archive.scrub import scrubber
from shelflist.archive.store import CaptureStore
from shelflist.errors import HarvestInterrupted, ReadError
from shelflist.extract.attachment import read_attachment_page, read_media
from shelflist.extract.feeds import read_feed
from shelflist.extract.guard import check_bytes
from shelflist.extract.lists import read_rest_list, read_sitemap, read_types
from shelflist.extract.page import read_html
from shelflist.extract.site_links import read_links
from shelflist.extract.worker import Worker
from shelflist.fetch.ports import FixedClock, KnownPage, Progress, SystemClock, Visit
from shelflist.fetch.unrecorded import Unrecorded
from shelflist.fetch.visit import visit
from shelflist.models.checked import FileFound
from shelflist.models.page import Listing, Page
from shelflist.models.rows import PageRow
from shelflist.models.track import State
from shelflist.models.vocabulary import RowStatus
from shelflist.models.web import Capture, RunBegun, RunEnded
from shelflist.pipeline.ahead import ReadingAhead
from shelflist.pipeline.beginning import begin_run, logical_time
from shelflist.pipeline.held_robots import held_robots
from shelflist.pipeline.history import History
from shelflist.pipeline.place import Workplace
from shelflist.pipeline.rules import must_be_of_this_file
from shelflist.settings import RUN_ID_FORMAT
from shelflist.sources import Source
from shelflist.verdicts import has_baseline


class WorkerReaders:
    """What the doors need read, done by the worker. All may raise ReadError."""

    def __init__(self, source: Source, worker: Worker) -> None:
        self._source, self._worker = source, worker

    def listing(self, payload: bytes, headers: Mapping[str, str], url: str, post_type: str) -> Listing:
        return self._worker.run(read_rest_list, payload, dict(headers), url, post_type)

    def sitemap(self, payload: bytes, url: str) -> Listing:
        return self._worker.run(read_sitemap, payload, url)

    def feed(self, payload: bytes, headers: Mapping[str, str], url: str) -> Listing:
        return self._worker.run(read_feed, payload, dict(headers), url)

    def links(self, payload: bytes, headers: Mapping[str, str], url: str) -> Listing:
        return self._worker.run(read_links, payload, dict(headers), url)

    def types(self, payload: bytes, url: str) -> tuple[tuple[str, str], ...]:
        return self._worker.run(read_types, payload, url)

    def media(self, payload: bytes, url: str) -> FileFound:
        return self._worker.run(read_media, payload, url)

    def attachment_page(self, payload: bytes, headers: Mapping[str, str], url: str) -> FileFound:
        check_bytes(len(payload))
        return self._worker.run(read_attachment_page, payload, dict(headers), url)

    def page(self, payload: bytes, headers: Mapping[str, str], url: str) -> Page:
        check_bytes(len(payload))
        return self._worker.run(read_html, payload, dict(headers), url, self._source)


class _RecordedReaders(WorkerReaders):
    """A page that was just recorded is read once, for its lines and for where it may lead."""

    def __init__(self, source: Source, worker: Worker, ahead: ReadingAhead) -> None:
        super().__init__(source, worker)
        self._ahead = ahead

    def page(self, payload: bytes, headers: Mapping[str, str], url: str) -> Page:
        look = self._ahead.last_look(payload)
        if look is None:
            return super().page(payload, headers, url)
        if look.page is None:
            raise ReadError(look.error or f"{url}: found no page")
        return look.page


def fetch_run(place: Workplace, state: State, *, now: datetime | None, limit: int | None, progress: Progress) -> str:
    """Visit the site once and record it; returns the run's id.

    `state` is folded up to the ledger's end. Raises UsageError if `now` is not after the last run, or if a file of
    one's own was harvested under the name of this bundled source;
    HarvestInterrupted after Ctrl-C: what was fetched is kept, and the run recorded as cancelled.
    """
    history = place.recent(state)
    must_be_of_this_file(place, history)
    begun = begin_run(place, state, history, now)
    at, clock = begun.logical_at, FixedClock(begun.logical_at) if now else SystemClock()
    scrub = scrubber(history.redactions)
    held, known = history.payloads(), history.read_to
    place.worker.start()  # it gets ready while the site is asked for its robots.txt
    with Recorder.begin(place.raw, begun, place.loaded.text, held, scrub, known) as recorder:
        with ReadingAhead(recorder, place) as recording:
            result = visit(
                place.source,
                recording,
                known_pages(state, history),
                _RecordedReaders(place.source.at(at), place.worker, recording),
                clock,
                run_id=begun.run_id,
                progress=progress,
                limit=limit,
                compared_at=history.compared_at,
                last_feed=history.last_feed,
                robots=held_robots(history, CaptureStore(place.raw, history.captures), at),
                left_out=history.redacted_pages,
            )
        recorder.end(_ended(begun, result, clock.now(), recorder.warc_filename))
    if result.outcome == "cancelled":
        raise HarvestInterrupted(f"run {begun.run_id} was cancelled; what was fetched is kept")
    return begun.run_id


def plan(place: Workplace, state: State, *, now: datetime | None, limit: int | None, progress: Progress) -> Visit:
    """A dry run: robots.txt and the lists are asked, nothing is recorded."""
    history = place.recent(state)
    must_be_of_this_file(place, history)
    at = logical_time(history, now)
    run_id = at.strftime(RUN_ID_FORMAT)
    with place.worker:
        return visit(
            place.source,
            Unrecorded(run_id),
            known_pages(state, history),
            WorkerReaders(place.source, place.worker),
            FixedClock(at) if now else SystemClock(),
            run_id=run_id,
            progress=progress,
            limit=limit,
            dry_run=True,
            robots=held_robots(history, CaptureStore(place.raw, history.captures), at),
            left_out=history.redacted_pages,
        )


def why_unlisted(visited: Visit) -> str | None:
    """Why no door gave a complete list in a dry run; None if one did."""
    if visited.door is not None:
        return None
    return visited.unheard or "none of the doors leads anywhere"


def known_pages(state: State, history: History) -> list[KnownPage]:
    """What the catalogue holds, for a visit that asks only for what changed.

    A page whose absences are owed, or that was last seen to be absent, is asked in full: it has no baseline.
    """
    rows = sorted(state.pages.values(), key=lambda page: page.page_id)
    return [_known(page, history.captures) for page in rows if page.status is not RowStatus.REMOVED]


def _known(page: PageRow, captures: Mapping[str, Capture]) -> KnownPage:
    if not has_baseline(page):
        return KnownPage(page_id=page.page_id, page_key=page.page_key, url=page.url, wp_post_id=page.wp_post_id)
    return KnownPage(
        page_id=page.page_id,
        page_key=page.page_key,
        url=page.url,
        wp_post_id=page.wp_post_id,
        modified=page.modified,
        last_fetched_at=page.last_fetched_at,
        captures=tuple(captures[key] for key in page.capture_ids if key in captures),
        door=page.door,
        is_unobserved=page.unobserved_since is not None,
        content_hash=page.content_hash,
    )


def _ended(begun: RunBegun, result: Visit, at: datetime, warc: str | None) -> RunEnded:
    return RunEnded(
        run_id=begun.run_id,
        ended_at=at,
        outcome=result.outcome,
        door=result.door,
        requests=result.requests,
        received_bytes=result.received_bytes,
        waited_seconds=round(result.waited_seconds, 3),
        slowest_delay=round(result.slowest_delay, 3),
        robots=result.robots,
        warc_filename=warc,
        doors=result.doors,
        pages_too_deep=None if result.too_deep is None else len(result.too_deep),
        first_too_deep=next(iter(result.too_deep or ()), None),
    )
