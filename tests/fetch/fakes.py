"""Stand-ins for the archive and for extraction: memory instead of a WARC, JSON instead of WordPress's HTML."""

import hashlib
import json
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

from shelflist.errors import ReadError
from shelflist.extract.feeds import read_feed
from shelflist.fetch.absent import SHORT
from shelflist.fetch.ports import Clock, FixedClock, KnownPage, Progress, Readers, SilentProgress, Visit
from shelflist.fetch.visit import visit
from shelflist.models.page import Block, BlockKind, ListedPage, Listing, Page
from shelflist.models.web import Asked, Capture, Failure, FailureKind, Purpose, RawAnswer
from shelflist.sources.model import Source

NOW = datetime(2026, 11, 23, 2, 0, tzinfo=UTC)
RUN = "20261123T020000Z"


def source(home: str, **tables: dict[str, Any]) -> Source:
    """A source on loopback; tables as in a source file."""
    scope = {"allow_loopback": True} | tables.pop("scope", {})
    politeness = {"delay_seconds": 0, "retries": 1} | tables.pop("politeness", {})
    data = {
        "name": "test",
        "title": "Test",
        "home": home,
        "contact": "mailto:test@example.org",
        "scope": scope,
        "politeness": politeness,
        **tables,
    }
    return Source.model_validate(data)


class CountingClock:
    """Does not wait, but says that it did."""

    def __init__(self) -> None:
        self.slept: list[float] = []

    def now(self) -> datetime:
        return NOW

    def sleep(self, seconds: float) -> float:
        self.slept.append(seconds)
        return seconds


class MemoryRecording:
    """Keeps what was recorded."""

    def __init__(self) -> None:
        self.captures: list[Capture] = []
        self.failures: list[Failure] = []
        self.answers: list[RawAnswer] = []
        self._payloads: dict[str, bytes] = {}

    def record(self, asked: Asked, answer: RawAnswer, captured_at: datetime) -> Capture:
        held = capture(
            asked,
            answer.url,
            answer.payload,
            number=len(self.captures) + 1,
            final_url=answer.final_url,
            status=answer.status,
        )
        return self._keep(held, answer, answer.payload)

    def record_not_modified(self, asked: Asked, answer: RawAnswer, baseline: Capture, captured_at: datetime) -> Capture:
        payload = self.payload(baseline)
        return self._keep(
            capture(asked, answer.url, payload, number=len(self.captures) + 1, status=304), answer, payload
        )

    def fail(self, failure: Failure) -> None:
        self.failures.append(failure)

    def payload(self, capture: Capture) -> bytes:
        return self._payloads[capture.capture_id]

    def hold(self, baseline: Capture, payload: bytes) -> None:
        """Have the payload of an earlier run's capture."""
        self._payloads[baseline.capture_id] = payload

    def of(self, purpose: Purpose) -> list[Capture]:
        return [held for held in self.captures if held.asked.purpose is purpose]

    def kinds(self) -> list[FailureKind]:
        return [failure.kind for failure in self.failures]

    def statuses(self) -> list[int]:
        return [answer.status for answer in self.answers]

    def _keep(self, held: Capture, answer: RawAnswer, payload: bytes) -> Capture:
        self.captures.append(held)
        self.answers.append(answer)
        self._payloads[held.capture_id] = payload
        return held


def capture(
    asked: Asked,
    url: str,
    payload: bytes,
    *,
    number: int = 1,
    run_id: str = RUN,
    final_url: str | None = None,
    status: int = 200,
    last_modified: str | None = None,
    etag: str | None = None,
) -> Capture:
    return Capture(
        capture_id=f"{run_id}-{number:05d}",
        run_id=run_id,
        asked=asked,
        url=url,
        final_url=final_url or url,
        captured_at=NOW,
        http_status=status,
        content_type="text/html",
        etag=etag,
        last_modified=last_modified,
        payload_digest="sha256:" + hashlib.sha256(payload).hexdigest(),
        payload_bytes=len(payload),
        warc_filename="x.warc.gz",
        warc_offset=0,
        warc_length=1,
    )


class JsonReaders:
    """Reads what `post_list`, `sitemap` and `page` write."""

    def listing(self, payload: bytes, headers: Mapping[str, str], url: str, post_type: str) -> Listing:
        posts = _json(payload)
        if not isinstance(posts, list):
            raise ReadError(f"{url}: no list")
        total, pages = headers.get("x-wp-total"), headers.get("x-wp-totalpages")
        return Listing(
            pages=tuple(
                ListedPage(
                    page_key=f"post:{post['id']}",
                    url=post["link"],
                    wp_post_id=post["id"],
                    post_type=post_type,
                    modified=post["modified"],
                    protected=post.get("protected", False),
                )
                for post in posts
            ),
            total=int(total) if total else None,
            total_pages=int(pages) if pages else None,
        )

    def sitemap(self, payload: bytes, url: str) -> Listing:
        found = _json(payload)
        if not isinstance(found, dict) or "urls" not in found:
            raise ReadError(f"{url}: no sitemap")
        pages = tuple(ListedPage(page_key=f"url:{address}", url=address) for address in found["urls"])
        return Listing(pages=pages, children=tuple(found.get("children", ())))

    def feed(self, payload: bytes, headers: Mapping[str, str], url: str) -> Listing:
        return read_feed(payload, headers, url)

    def links(self, payload: bytes, headers: Mapping[str, str], url: str) -> Listing:
        found = _json(payload)
        to = found.get("links", ()) if isinstance(found, dict) else ()
        onwards = found.get("onwards", ()) if isinstance(found, dict) else ()
        pages = tuple(ListedPage(page_key=f"url:{address}", url=address) for address in (*to, *onwards))
        return Listing(pages=pages, children=tuple(onwards))

    def page(self, payload: bytes, headers: Mapping[str, str], url: str) -> Page:
        found = _json(payload)
        if not isinstance(found, dict) or "content" not in found:
            raise ReadError(f"{url}: no page")
        content = str(found["content"])
        return Page(
            url=url,
            wp_post_id=found.get("id"),
            next_part=found.get("next"),
            content_hash=content,
            blocks=(Block(kind=BlockKind.LINE, text=content.ljust(SHORT, ".")),),
        )


def page(content: str, *, post_id: int | None = None, next_part: str | None = None, noise: str = "") -> str:
    return json.dumps({"content": content, "id": post_id, "next": next_part, "noise": noise})


def sitemap(*urls: str, children: tuple[str, ...] = ()) -> str:
    return json.dumps({"urls": urls, "children": children})


def _json(payload: bytes) -> Any:
    try:
        return json.loads(payload)
    except ValueError as error:
        raise ReadError(f"not JSON: {error}") from error


def known_page(key: str, url: str, **more: Any) -> KnownPage:
    return KnownPage(page_id=f"id-{key}", page_key=key, url=url, **more)


def make_visit(
    where: Source,
    recording: MemoryRecording,
    *known: KnownPage,
    readers: Readers | None = None,
    progress: Progress | None = None,
    clock: Clock | None = None,
    limit: int | None = None,
    dry_run: bool = False,
    compared_at: datetime | None = NOW,
    last_feed: Capture | None = None,
) -> Visit:
    """`compared_at`: the doors were just compared, unless a test says otherwise."""
    return visit(
        where,
        recording,
        known,
        readers or JsonReaders(),
        clock or FixedClock(NOW),
        run_id=RUN,
        progress=progress or SilentProgress(),
        limit=limit,
        dry_run=dry_run,
        compared_at=compared_at,
        last_feed=last_feed,
    )
