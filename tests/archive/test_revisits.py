"""What is not stored a second time must still be found, by us and by replay tools."""

from datetime import timedelta
from pathlib import Path

from shelflist.archive.recorder import Recorder
from shelflist.archive.store import CaptureStore
from shelflist.archive.verify import verify_raw
from shelflist.models.web import Capture, RawAnswer
from tests.archive.makers import (
    NIGHT,
    PAGE,
    RULES,
    answer,
    begun,
    by_id,
    by_payload,
    ended,
    not_modified,
    record_night,
)
from tests.archive.warcs import Seen, check, look, replay

NEXT_NIGHT = NIGHT + timedelta(days=1)


def confirm(raw_dir: Path, baseline: Capture, said: RawAnswer, days: int = 1) -> Capture:
    """A night whose only answer is a 304."""
    at = NIGHT + timedelta(days=days)
    with Recorder.begin(raw_dir, begun(at), RULES, by_payload(raw_dir)) as recorder:
        capture = recorder.record_not_modified(PAGE, said, baseline, at)
        recorder.end(ended(recorder))
    return capture


def all_records(raw_dir: Path) -> list[Seen]:
    return [seen for path in sorted(raw_dir.rglob("*.warc.gz")) for seen in look(path)]


def test_an_unchanged_answer_keeps_its_header_and_refers_to_the_body(tmp_path: Path) -> None:
    (first,) = record_night(tmp_path, answer(gzipped=True))
    (second,) = record_night(
        tmp_path, answer(gzipped=True, headers=(("ETag", '"v2"'),), url="http://archive.example/new/"), at=NEXT_NIGHT
    )
    assert (second.record_type, second.refers_to_capture_id) == ("revisit", first.capture_id)
    assert (second.payload_digest, second.payload_bytes) == (first.payload_digest, first.payload_bytes)
    records = all_records(tmp_path)
    revisit = records[-1]
    assert revisit.headers["WARC-Profile"].endswith("/warc/1.1/revisit/identical-payload-digest")
    assert revisit.headers["WARC-Truncated"] == "length"
    assert revisit.status == "200 OK"
    assert revisit.body == b""
    assert replay(records, revisit).body == answer(gzipped=True).body
    store = CaptureStore(tmp_path, by_id(tmp_path))
    assert store.payload(second) == b"<p>Marx</p>"
    assert store.headers(second)["etag"] == '"v2"'
    assert check(tmp_path) == ""
    assert verify_raw(tmp_path) == []


def test_revisits_refer_to_the_body_and_never_to_each_other(tmp_path: Path) -> None:
    (first,) = record_night(tmp_path, answer())
    for days in (1, 2, 3):
        (again,) = record_night(tmp_path, answer(), at=NIGHT + timedelta(days=days))
        assert again.refers_to_capture_id == first.capture_id
    unchanged = confirm(tmp_path, again, not_modified(), days=4)
    assert unchanged.refers_to_capture_id == first.capture_id
    assert confirm(tmp_path, unchanged, not_modified(), days=5).refers_to_capture_id == first.capture_id
    records = all_records(tmp_path)
    assert [replay(records, seen).body for seen in records if seen.kind == "revisit"] == [b"<p>Marx</p>"] * 5


def test_the_same_payload_in_another_coding_is_stored_because_replay_would_mix_them_up(tmp_path: Path) -> None:
    payload = b"Marx, Karl. Capital. " * 50
    captures = record_night(
        tmp_path,
        answer(payload),
        answer(payload, gzipped=True, level=1),
        answer(payload, gzipped=True, level=9),
        answer(payload),
    )
    assert [each.record_type for each in captures] == ["response", "response", "response", "revisit"]
    assert len({each.payload_digest for each in captures}) == 1
    store = CaptureStore(tmp_path, by_id(tmp_path))
    assert {store.payload(each) for each in captures} == {payload}


def test_a_body_whose_record_was_lost_is_stored_again(tmp_path: Path) -> None:
    (lost,) = record_night(tmp_path, answer())
    known = by_payload(tmp_path)
    (tmp_path / lost.warc_filename).unlink()
    with Recorder.begin(tmp_path, begun(NEXT_NIGHT), RULES, known) as recorder:
        kept = recorder.record(PAGE, answer(), NEXT_NIGHT)
        assert (kept.record_type, recorder.payload(kept)) == ("response", b"<p>Marx</p>")


def test_a_304_is_a_revisit_that_replay_tools_show_as_the_original(tmp_path: Path) -> None:
    (baseline,) = record_night(tmp_path, answer())
    said = not_modified(etag='"v1-gzip"')
    capture = confirm(tmp_path, baseline, said)
    assert (capture.http_status, capture.record_type) == (304, "revisit")
    assert (capture.payload_digest, capture.payload_bytes) == (baseline.payload_digest, baseline.payload_bytes)
    records = all_records(tmp_path)
    request, revisit, said_record = records[-3:]
    assert [request.kind, revisit.kind, said_record.kind] == ["request", "revisit", "metadata"]
    assert revisit.headers["WARC-Profile"].endswith("/warc/1.1/revisit/server-not-modified")
    assert revisit.headers["Content-Length"] == "0"
    assert revisit.status is None, "no status line: pywb would serve the 304 as an empty page"
    assert replay(records, revisit).body == b"<p>Marx</p>"
    assert request.headers["WARC-Concurrent-To"] == revisit.headers["WARC-Record-ID"]
    assert said_record.headers["WARC-Concurrent-To"] == revisit.headers["WARC-Record-ID"]
    assert said_record.headers["Content-Type"] == "application/warc-fields", "replay indexes pass over it"
    assert said_record.body.startswith(b"http-status-line: HTTP/1.1 304 Other\r\nETag: ")
    assert check(tmp_path) == ""
    assert verify_raw(tmp_path) == []


def test_what_a_304_said_is_not_lost(tmp_path: Path) -> None:
    (baseline,) = record_night(tmp_path, answer())
    capture = confirm(tmp_path, baseline, not_modified(etag='"v1-gzip"'))
    store = CaptureStore(tmp_path, by_id(tmp_path))
    assert store.headers(capture) == {"etag": '"v1-gzip"', "date": "Tue, 24 Nov 2026 03:00:00 GMT"}
    assert store.payload(capture) == b"<p>Marx</p>"
    assert store.raw(capture) == b""


def test_validators_that_a_304_does_not_repeat_are_carried_on(tmp_path: Path) -> None:
    headers = (("Content-Type", "text/html"), ("ETag", '"v1"'), ("Last-Modified", "Sun, 22 Nov 2026 10:00:00 GMT"))
    (baseline,) = record_night(tmp_path, answer(headers=headers))
    capture = confirm(tmp_path, baseline, answer(b"", status=304, headers=(("ETag", '"v1b"'),)))
    assert capture.etag == '"v1b"'
    assert capture.last_modified == baseline.last_modified
    assert capture.content_type == "text/html"
