import zlib
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from shelflist.archive.recorder import Recorder
from shelflist.archive.store import CaptureStore
from shelflist.archive.verify import verify_raw
from shelflist.errors import LedgerError
from shelflist.models.web import Capture
from tests.archive.makers import NIGHT, PAGE, RULES, answer, begun, by_id, ended, record_night

payloads = st.lists(st.binary(max_size=200), min_size=1, max_size=6)


@settings(max_examples=25)
@given(bodies=payloads, gzipped=st.booleans())
def test_every_payload_comes_back(tmp_path_factory: pytest.TempPathFactory, bodies: list[bytes], gzipped: bool) -> None:
    raw_dir = tmp_path_factory.mktemp("raw")
    captures = record_night(raw_dir, *(answer(body, gzipped=gzipped) for body in bodies))
    store = CaptureStore(raw_dir, by_id(raw_dir))
    assert [store.payload(capture) for capture in captures] == bodies
    assert verify_raw(raw_dir) == []


@settings(max_examples=25)
@given(bodies=payloads, gzipped=st.booleans())
def test_what_was_just_recorded_is_at_hand_as_it_is_read_back(
    tmp_path_factory: pytest.TempPathFactory, bodies: list[bytes], gzipped: bool
) -> None:
    raw_dir, run = tmp_path_factory.mktemp("raw"), begun()
    headers = (("Link", "<a>"), ("Set-Cookie", "secret"), ("link", "<b>"), ("X-City", "Köln\n: am Rhein"))
    with Recorder.begin(raw_dir, run, RULES, {}) as recorder:
        captures, at_hand = [], []
        for body in (*bodies, *bodies):  # the second time they are revisits
            captures.append(recorder.record(PAGE, answer(body, headers=headers, gzipped=gzipped), NIGHT))
            at_hand.append(recorder.answer(captures[-1]))
        read_back = [recorder.answer(capture) for capture in captures[:-1]]
        recorder.end(ended(recorder))
    store = CaptureStore(raw_dir, by_id(raw_dir))
    assert at_hand == [store.answer(capture) for capture in captures] == [*read_back, at_hand[-1]]


def test_the_header_comes_back_in_lower_case_with_repeated_fields_joined(tmp_path: Path) -> None:
    headers = (("Link", "<a>"), ("X-WP-Total", "12"), ("link", "<b>"), ("X-City", "Köln: am Rhein"))
    (capture,) = record_night(tmp_path, answer(b"Marx", headers=headers))
    assert CaptureStore(tmp_path, {}).headers(capture) == {
        "link": "<a>, <b>",
        "x-wp-total": "12",
        "x-city": "Köln: am Rhein",
        "content-length": "4",
    }


def test_the_record_can_be_seen_as_stored(tmp_path: Path) -> None:
    (capture,) = record_night(tmp_path, answer(b"Marx", headers=()))
    assert CaptureStore(tmp_path, {}).raw(capture) == b"HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\nMarx"


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (lambda c: replace(c, warc_offset=c.warc_offset + 1), "found no gzip member"),
        (lambda c: replace(c, warc_offset=0, warc_length=c.warc_offset), "found a gzip member of .* bytes"),
        (lambda c: replace(c, warc_offset=10**9), "found no whole gzip member in 0 bytes"),
        (lambda c: replace(c, warc_length=c.warc_length + 5), "found a gzip member of .* expected a WARC record"),
        (lambda c: replace(c, warc_length=c.warc_length // 2), "found no whole gzip member"),
        (lambda c: replace(c, warc_filename="2026-11/none.warc.gz"), "none.warc.gz at byte .*No such file"),
        (lambda c: replace(c, payload_digest="sha256:00"), "found payload sha256:.*, expected sha256:00"),
        (lambda c: replace(c, payload_bytes=3), "expected at most 3"),
        (lambda c: replace(c, record_type="revisit", refers_to_capture_id="x"), "refers to x: found no such capture"),
        (lambda c: replace(c, record_type="revisit", refers_to_capture_id=c.capture_id), "found a circle"),
    ],
)
def test_a_capture_that_does_not_fit_its_record_is_never_read(
    tmp_path: Path, change: Callable[[Capture], Capture], told: str
) -> None:
    (capture,) = record_night(tmp_path, answer())
    wrong = change(capture)
    store = CaptureStore(tmp_path, {wrong.capture_id: wrong})
    with pytest.raises(LedgerError, match=told):
        store.payload(wrong)


def test_a_record_of_another_type_is_never_taken_for_the_capture(tmp_path: Path) -> None:
    (capture,) = record_night(tmp_path, answer())
    members = zlib.decompressobj(zlib.MAX_WBITS | 16)
    content = (tmp_path / capture.warc_filename).read_bytes()
    members.decompress(content)
    first = replace(capture, warc_offset=0, warc_length=len(content) - len(members.unused_data))
    with pytest.raises(LedgerError, match="found a warcinfo record, expected response"):
        CaptureStore(tmp_path, {}).payload(first)


@settings(max_examples=60)
@given(data=st.data())
def test_a_flipped_byte_is_an_error_and_never_another_payload(
    tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    raw_dir = tmp_path_factory.mktemp("flipped")
    (capture,) = record_night(raw_dir, answer(bytes(range(256)), gzipped=True))
    path = raw_dir / capture.warc_filename
    content = bytearray(path.read_bytes())
    position = data.draw(st.integers(min_value=capture.warc_offset, max_value=len(content) - 1))
    content[position] ^= data.draw(st.integers(min_value=1, max_value=255))
    path.write_bytes(content)
    try:
        assert CaptureStore(raw_dir, {}).payload(capture) == bytes(range(256))  # a byte of the gzip header
    except LedgerError as error:
        assert f"{path} at byte {capture.warc_offset}" in str(error)
