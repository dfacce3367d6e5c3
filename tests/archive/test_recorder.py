import gzip
import hashlib
import os
import signal
import subprocess
import sys
from dataclasses import replace
from datetime import timedelta
from functools import partial
from pathlib import Path

import pytest

from shelflist.archive.ledger import read_ledger
from shelflist.archive.recorder import GROUP_ENTRIES, Recorder
from shelflist.archive.store import CaptureStore
from shelflist.archive.verify import verify_raw
from shelflist.errors import LedgerError
from shelflist.models.web import Capture, Failure, RunBegun, RunEnded
from tests.archive.makers import (
    NIGHT,
    PAGE,
    RULES,
    answer,
    begun,
    by_payload,
    ended,
    failure,
    not_modified,
    record_night,
    recorded,
)
from tests.archive.warcs import check, look
from tests.support.work import calls

NEXT_NIGHT = NIGHT + timedelta(days=1)


def begin(raw_dir: Path) -> Recorder:
    return Recorder.begin(raw_dir, begun(), RULES, {})


def test_a_run_is_kept_in_order_with_its_rules_and_its_end(tmp_path: Path) -> None:
    with begin(tmp_path) as recorder:
        run_id = recorder.run.run_id
        recorder.record(PAGE, answer(), NIGHT)
        recorder.fail(failure(run_id, "x" * 9_000))
        recorder.record(PAGE, answer(b"", status=404), NIGHT)
        assert recorder.captures == 2
        recorder.end(ended(recorder))
    entries = [entry for _, entry in read_ledger(tmp_path)]
    assert [type(entry) for entry in entries] == [RunBegun, Capture, Failure, Capture, RunEnded]
    assert isinstance(entries[2], Failure)
    assert len(entries[2].detail) == 2_000
    assert [each.capture_id for each in recorded(tmp_path)] == [f"{run_id}-00001", f"{run_id}-00002"]
    (rules,) = (tmp_path / "rules").iterdir()
    assert rules.name == hashlib.sha256(RULES.encode()).hexdigest() + ".toml"
    assert rules.read_text() == RULES
    assert recorder.warc_filename == f"2026-11/{run_id}.warc.gz"
    assert verify_raw(tmp_path) == []
    assert check(tmp_path) == ""


def test_the_warc_begins_with_warcinfo_and_pairs_request_and_response(tmp_path: Path) -> None:
    (capture,) = record_night(tmp_path, answer(gzipped=True))
    information, request, response = look(tmp_path / capture.warc_filename)
    assert information.kind == "warcinfo"
    assert information.headers["WARC-Filename"] == f"{begun().run_id}.warc.gz"
    assert b"software: shelflist/0\r\n" in information.body
    assert request.kind == "request"
    assert request.http == [("Host", "archive.example")]
    assert request.headers["WARC-Concurrent-To"] == response.headers["WARC-Record-ID"]
    assert response.kind == "response"
    assert response.headers["WARC-Date"] == "2026-11-23T03:00:00Z"
    assert response.headers["WARC-Target-URI"] == "http://archive.example/list/"


def test_every_record_is_one_gzip_member_at_the_offset_the_ledger_says(tmp_path: Path) -> None:
    capture = record_night(tmp_path, answer(b"first"), answer(b"second"))[1]
    data = (tmp_path / capture.warc_filename).read_bytes()
    record = gzip.decompress(data[capture.warc_offset : capture.warc_offset + capture.warc_length])
    assert record.startswith(b"WARC/1.1\r\nWARC-Type: response\r\n")
    assert record.endswith(b"\r\n\r\nsecond\r\n\r\n")
    assert capture.warc_offset + capture.warc_length == len(data)


def test_the_body_is_stored_as_received_and_the_digests_are_over_their_own_bytes(tmp_path: Path) -> None:
    sent = answer(b"<p>Marx</p>", gzipped=True)
    (capture,) = record_night(tmp_path, sent)
    response = look(tmp_path / capture.warc_filename)[2]
    assert response.body == sent.body
    assert response.headers["WARC-Payload-Digest"] == "sha256:" + hashlib.sha256(sent.body).hexdigest()
    assert capture.payload_digest == "sha256:" + hashlib.sha256(b"<p>Marx</p>").hexdigest()
    assert capture.payload_bytes == 11


def test_the_transfer_coding_is_replaced_by_the_true_length(tmp_path: Path) -> None:
    headers = (("Transfer-Encoding", "chunked"), ("content-length", "9999"), ("X-A", "1"), ("X-A", "2"))
    (capture,) = record_night(tmp_path, answer(b"Marx", headers=headers))
    assert look(tmp_path / capture.warc_filename)[2].http == [("X-A", "1"), ("X-A", "2"), ("Content-Length", "4")]


def test_secrets_never_reach_the_disk(tmp_path: Path) -> None:
    asked_with = (("Host", "a"), ("AUTHORIZATION", "hush"), ("Cookie", "hush"), ("Proxy-Authorization", "hush"))
    told = (("Set-Cookie", "session=hush"), ("set-cookie2", "hush"), ("Content-Type", "text/html"))
    (capture,) = record_night(tmp_path, answer(headers=told, request_headers=asked_with))
    assert b"hush" not in gzip.decompress((tmp_path / capture.warc_filename).read_bytes())
    assert b"hush" not in (tmp_path / "ledger.jsonl").read_bytes()


def test_an_answer_without_a_reason_or_of_http_2_is_one_that_others_can_read(tmp_path: Path) -> None:
    bare = replace(answer(b"x", status=299), reason="", http_version="HTTP/2")
    (capture,) = record_night(tmp_path, bare)
    assert look(tmp_path / capture.warc_filename)[2].status == "299"
    assert check(tmp_path) == ""


def test_hostile_header_values_stay_values(tmp_path: Path) -> None:
    headers = (("X-Evil", "a\r\n\r\nWARC/1.1\r\nWARC-Type: response"), ("ETag", "e" * 5_000), ("X-U", "é—\udcff"))
    url = "http://archive.example/a b/é?q=\r\nWARC-Type: warcinfo"
    (capture,) = record_night(tmp_path, answer(url=url, headers=headers))
    seen = look(tmp_path / capture.warc_filename)
    assert [each.kind for each in seen] == ["warcinfo", "request", "response"]
    assert seen[2].headers["WARC-Target-URI"] == "http://archive.example/a%20b/%C3%A9?q=%0D%0AWARC-Type:%20warcinfo"
    assert [name for name, _ in seen[2].http] == ["X-Evil", "ETag", "X-U", "Content-Length"]
    assert capture.etag is None, "a validator of that length is not sent back"
    assert check(tmp_path) == ""


def test_equal_input_gives_equal_bytes(tmp_path: Path) -> None:
    for name in ("one", "two"):
        record_night(tmp_path / name, answer(b"a"), answer(b"b", gzipped=True), answer(b"a"))
    one, two = ({p.relative_to(base): p.read_bytes() for p in base.rglob("*") if p.is_file()} for base in
                (tmp_path / "one", tmp_path / "two"))  # fmt: skip
    assert one == two
    assert len(one) == 3


def test_redirects_and_errors_are_captures_too(tmp_path: Path) -> None:
    hop = answer(b"", status=301, headers=(("Location", "/new/"),))
    statuses = [each.http_status for each in record_night(tmp_path, hop, hop, answer(b"gone", status=410))]
    assert statuses == [301, 301, 410]
    assert [each.record_type for each in recorded(tmp_path)] == ["response"] * 3, "an empty body is never a revisit"
    assert check(tmp_path) == ""


def test_an_unasked_for_304_is_kept_as_what_it_is(tmp_path: Path) -> None:
    (capture,) = record_night(tmp_path, not_modified())
    assert (capture.http_status, capture.record_type, capture.payload_bytes) == (304, "response", 0)
    assert verify_raw(tmp_path) == []


def test_only_a_304_is_recorded_as_not_modified(tmp_path: Path) -> None:
    (baseline,) = record_night(tmp_path, answer())
    with (
        Recorder.begin(tmp_path, begun(NEXT_NIGHT), RULES, by_payload(tmp_path)) as recorder,
        pytest.raises(ValueError, match="expected 304"),
    ):
        recorder.record_not_modified(PAGE, answer(), baseline, NEXT_NIGHT)


def test_what_the_ledger_names_is_in_the_warc_already(tmp_path: Path) -> None:
    recorder = begin(tmp_path)
    for number in range(GROUP_ENTRIES + 10):
        recorder.record(PAGE, answer(b"%d" % number), NIGHT)
    assert len(recorded(tmp_path)) == GROUP_ENTRIES, "the rest of the group is not committed yet"
    assert verify_raw(tmp_path) == []
    recorder.abandon()
    recorder.abandon()
    assert len(recorded(tmp_path)) == GROUP_ENTRIES + 10
    assert not any(isinstance(entry, RunEnded) for _, entry in read_ledger(tmp_path))


def test_a_group_is_committed_early_when_it_is_large(tmp_path: Path) -> None:
    with begin(tmp_path) as recorder:
        recorder.record(PAGE, answer(b"small"), NIGHT)
        assert recorded(tmp_path) == []
        recorder.record(PAGE, answer(os.urandom(5_100_000)), NIGHT)
        assert len(recorded(tmp_path)) == 2


def test_leaving_with_an_error_keeps_the_captures_but_no_end(tmp_path: Path) -> None:
    with pytest.raises(KeyError), begin(tmp_path) as recorder:
        recorder.record(PAGE, answer(), NIGHT)
        raise KeyError
    assert [type(entry) for _, entry in read_ledger(tmp_path)] == [RunBegun, Capture]


def test_a_run_that_is_over_takes_nothing(tmp_path: Path) -> None:
    with begin(tmp_path) as recorder:
        recorder.end(ended(recorder))
        with pytest.raises(ValueError, match="is over"):
            recorder.record(PAGE, answer(), NIGHT)


def test_entries_of_another_run_are_refused(tmp_path: Path) -> None:
    with begin(tmp_path) as recorder:
        with pytest.raises(ValueError, match="expected 20261123"):
            recorder.fail(failure("another"))
        with pytest.raises(ValueError, match="expected 20261123"):
            recorder.end(replace(ended(recorder), run_id="another"))


def test_rules_that_are_not_those_of_the_run_are_refused(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="expected sha256:"):
        Recorder.begin(tmp_path, begun(), RULES + "#", {})
    assert not (tmp_path / "ledger.jsonl").exists()


def test_the_warc_of_an_earlier_attempt_is_left_alone(tmp_path: Path) -> None:
    first = begin(tmp_path)
    first.record(PAGE, answer(b"first attempt"), NIGHT)
    first.abandon()
    left = (tmp_path / first.warc_filename).read_bytes()
    names = []
    for attempt in (b"second", b"third"):
        with begin(tmp_path) as recorder:
            recorder.record(PAGE, answer(attempt), NIGHT)
            recorder.end(ended(recorder))
            names.append(recorder.warc_filename)
    run_id = begun().run_id
    assert names == [f"2026-11/{run_id}-2.warc.gz", f"2026-11/{run_id}-3.warc.gz"]
    assert (tmp_path / first.warc_filename).read_bytes() == left
    ids = [seen.headers["WARC-Record-ID"] for path in tmp_path.rglob("*.gz") for seen in look(path)]
    assert len(set(ids)) == len(ids) == 9
    assert verify_raw(tmp_path) == []


def test_the_payload_can_be_read_before_the_group_is_committed(tmp_path: Path) -> None:
    (baseline,) = record_night(tmp_path, answer(b"<p>Marx</p>"))
    with Recorder.begin(tmp_path, begun(NEXT_NIGHT), RULES, by_payload(tmp_path)) as recorder:
        new = recorder.record(PAGE, answer(b"<p>Engels</p>", gzipped=True), NEXT_NIGHT)
        assert recorder.payload(new) == b"<p>Engels</p>"
        same = recorder.record(PAGE, answer(b"<p>Engels</p>", gzipped=True), NEXT_NIGHT)
        assert (same.record_type, recorder.payload(same)) == ("revisit", b"<p>Engels</p>")
        unchanged = recorder.record_not_modified(PAGE, not_modified(), baseline, NEXT_NIGHT)
        assert recorder.payload(unchanged) == b"<p>Marx</p>"


def test_ctrl_c_in_the_middle_of_a_record_is_delivered_after_it(tmp_path: Path) -> None:
    recorder = begin(tmp_path)
    write = recorder._warc.write

    def interrupted_write(*records: object) -> object:
        places = write(*records)  # type: ignore[arg-type]
        signal.raise_signal(signal.SIGINT)
        return places

    recorder._warc.write = interrupted_write  # type: ignore[assignment,method-assign]
    with pytest.raises(KeyboardInterrupt):
        recorder.record(PAGE, answer(), NIGHT)
    assert recorder.captures == 1
    recorder.end(ended(recorder))
    assert len(recorded(tmp_path)) == 1
    assert verify_raw(tmp_path) == []


FULL_DISK = """
import os, resource, sys
from pathlib import Path
from shelflist.archive.recorder import Recorder
from shelflist.errors import LedgerError
from tests.archive.makers import NIGHT, PAGE, RULES, answer, begun
def limit(size): resource.setrlimit(resource.RLIMIT_FSIZE, (size, resource.RLIM_INFINITY))
with Recorder.begin(Path(sys.argv[1]), begun(), RULES, {}) as recorder:
    recorder.record(PAGE, answer(b"before"), NIGHT)
    limit(5_000)
    try:
        recorder.record(PAGE, answer(os.urandom(50_000)), NIGHT)
    except LedgerError as error:
        print(error)
    limit(resource.RLIM_INFINITY)
    recorder.record(PAGE, answer(b"after"), NIGHT)
"""


def test_a_full_disk_is_told_and_costs_only_what_did_not_fit(tmp_path: Path) -> None:
    command = [sys.executable, "-c", FULL_DISK, str(tmp_path)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    assert ".warc.gz: File too large" in done.stdout
    store = CaptureStore(tmp_path, {})
    assert [store.payload(each) for each in recorded(tmp_path)] == [b"before", b"after"]
    assert check(tmp_path) == ""


def test_a_folder_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    (tmp_path / "raw").write_text("a file where a folder should be")
    with pytest.raises(LedgerError, match=r"raw.*: (File exists|Not a directory)"):
        begin(tmp_path / "raw" / "archive")


def test_ten_times_the_captures_are_ten_times_the_work(tmp_path: Path) -> None:
    recording, verifying = [], []
    for count in (30, 300):
        raw = tmp_path / str(count)
        pages = [answer(b"%06d " % number + b"Lenin, V.I. " * 2_000, gzipped=True) for number in range(count)]
        recording.append(calls(partial(record_night, raw, *pages)))
        verifying.append(calls(partial(verify_raw, raw)))
    assert recording[1] < 12 * recording[0]
    assert verifying[1] < 12 * verifying[0]
