"""Runs and answers to record, with sensible defaults."""

import gzip
import hashlib
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from pathlib import Path

from shelflist.archive.ledger import read_ledger
from shelflist.archive.recorder import Recorder
from shelflist.models.web import Asked, Capture, Failure, FailureKind, Purpose, RawAnswer, RunBegun, RunEnded

NIGHT = datetime(2026, 11, 23, 3, 0, tzinfo=UTC)
RULES = 'name = "archive"\n'
PAGE = Asked(purpose=Purpose.PAGE, door="wordpress", page_key="post:22")


def begun(at: datetime = NIGHT) -> RunBegun:
    return RunBegun(
        run_id=at.strftime("%Y%m%dT%H%M%SZ"),
        source_id="archive",
        logical_at=at,
        rules_sha256=hashlib.sha256(RULES.encode()).hexdigest(),
        extractor_version="1",
        software="shelflist/0",
    )


def ended(recorder: Recorder) -> RunEnded:
    return RunEnded(
        run_id=recorder.run.run_id,
        ended_at=recorder.run.logical_at + timedelta(minutes=5),
        outcome="finished",
        door="wordpress",
        requests=recorder.captures,
        received_bytes=0,
        waited_seconds=0.0,
        robots="allowed",
        warc_filename=recorder.warc_filename,
    )


def failure(run_id: str, detail: str = "refused") -> Failure:
    return Failure(
        run_id=run_id, asked=PAGE, url="http://a/x", failed_at=NIGHT, kind=FailureKind.CONNECT, detail=detail
    )


def answer(
    payload: bytes = b"<p>Marx</p>",
    *,
    url: str = "http://archive.example/list/",
    status: int = 200,
    headers: tuple[tuple[str, str], ...] = (("Content-Type", "text/html"), ("ETag", '"v1"')),
    gzipped: bool = False,
    level: int = 9,
    request_headers: tuple[tuple[str, str], ...] = (("Host", "archive.example"),),
) -> RawAnswer:
    coding = (("Content-Encoding", "gzip"),) if gzipped else ()
    return RawAnswer(
        url=url,
        final_url=url,
        status=status,
        reason="OK" if status == 200 else "Other",
        http_version="HTTP/1.1",
        headers=headers + coding,
        body=gzip.compress(payload, level, mtime=0) if gzipped else payload,
        payload=payload,
        request_headers=request_headers,
    )


def not_modified(etag: str = '"v1"', url: str = "http://archive.example/list/") -> RawAnswer:
    return answer(b"", url=url, status=304, headers=(("ETag", etag), ("Date", "Tue, 24 Nov 2026 03:00:00 GMT")))


def record_night(raw_dir: Path, *answers: RawAnswer, at: datetime = NIGHT) -> list[Capture]:
    """A whole run of these answers, knowing the payloads of all runs before."""
    with Recorder.begin(raw_dir, begun(at), RULES, by_payload(raw_dir)) as recorder:
        captures = [recorder.record(PAGE, each, at) for each in answers]
        recorder.end(ended(recorder))
    return captures


def recorded(raw_dir: Path) -> list[Capture]:
    return [entry for _, entry in read_ledger(raw_dir) if isinstance(entry, Capture)]


def by_payload(raw_dir: Path) -> dict[str, Capture]:
    return {each.payload_digest: each for each in recorded(raw_dir) if each.record_type == "response"}


def by_id(raw_dir: Path) -> Mapping[str, Capture]:
    return {each.capture_id: each for each in recorded(raw_dir)}
