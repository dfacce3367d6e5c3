import contextlib
import gzip
import zlib
from collections.abc import Callable

import brotli  # type: ignore[import-untyped]
import pytest
from hypothesis import given
from hypothesis import strategies as st

from shelflist.archive.decode import PayloadTooLargeError, UndecodableError, decode_body
from shelflist.errors import ReadError
from tests.support.work import calls, peak_memory


def _bare_deflate(data: bytes) -> bytes:
    return zlib.compress(data)[2:-4]


def _brotli(data: bytes) -> bytes:
    return bytes(brotli.compress(data, quality=1))


CODERS: dict[str, Callable[[bytes], bytes]] = {
    "gzip": gzip.compress,
    "X-GZip": gzip.compress,
    "deflate": zlib.compress,
    " deflate ": _bare_deflate,
    "br": _brotli,
    "identity": bytes,
    "": bytes,
}


@given(coding=st.sampled_from(list(CODERS)), payload=st.binary(max_size=300))
def test_every_coding_gives_the_payload_back(coding: str, payload: bytes) -> None:
    assert decode_body(CODERS[coding](payload), coding, 300) == payload


@pytest.mark.parametrize("coding", ["gzip", "deflate", " deflate ", "br"])
def test_large_payloads_come_back_whole_and_at_exactly_the_limit(coding: str) -> None:
    payload = b"".join(b"%d Marx, " % number for number in range(60_000))
    assert decode_body(CODERS[coding](payload), coding, len(payload)) == payload
    with pytest.raises(PayloadTooLargeError):
        decode_body(CODERS[coding](payload), coding, len(payload) - 1)


def test_codings_are_undone_last_applied_first() -> None:
    assert decode_body(gzip.compress(brotli.compress(b"Marx")), "br, gzip", 100) == b"Marx"


def test_gzip_members_are_joined_and_padding_behind_them_is_ignored() -> None:
    assert (
        decode_body(gzip.compress(b"Ma", mtime=0) + gzip.compress(b"rx", mtime=0) + b"\0" * 512, "gzip", 100) == b"Marx"
    )


def test_an_empty_body_is_empty_in_every_coding() -> None:
    assert decode_body(b"", "gzip", 0) == decode_body(b"", "br", 0) == decode_body(b"", None, 0) == b""


def test_without_a_coding_the_limit_holds_too() -> None:
    assert decode_body(b"1234", None, 4) == b"1234"
    with pytest.raises(PayloadTooLargeError):
        decode_body(b"12345", None, 4)


@pytest.mark.parametrize(
    ("body", "coding"),
    [
        (gzip.compress(b"Marx" * 100, mtime=0)[:-1], "gzip"),
        (gzip.compress(b"Marx" * 100, mtime=0)[:20], "gzip"),
        (zlib.compress(b"Marx" * 100)[:-1], "deflate"),
        (brotli.compress(b"Marx" * 100)[:-1], "br"),
        (b"<p>not compressed at all</p>", "gzip"),
        (b"<p>not compressed at all</p>", "deflate"),
        (b"<p>not compressed at all</p>", "br"),
        (gzip.compress(b"Marx", mtime=0)[:-5] + b"wrong", "gzip"),
        (b"Marx", "zstd"),
        (b"Marx", "gzip\r\nSet-Cookie: x"),
        (b"Marx", ",".join(["gzip"] * 50)),
        (gzip.compress(b"", mtime=0) * 2_000, "gzip"),
    ],
)
def test_a_body_that_is_not_what_it_says_is_an_error_of_ours(body: bytes, coding: str) -> None:
    with pytest.raises(UndecodableError) as caught:
        decode_body(body, coding, 10_000)
    assert isinstance(caught.value, ReadError)


@given(body=st.binary(max_size=200), coding=st.sampled_from(["gzip", "deflate", "br", "br, gzip"]))
def test_arbitrary_bytes_never_raise_anything_else(body: bytes, coding: str) -> None:
    with contextlib.suppress(UndecodableError, PayloadTooLargeError):
        assert len(decode_body(body, coding, 1_000)) <= 1_000


@pytest.mark.parametrize("coding", ["gzip", "deflate", "br", "gzip, gzip"])
def test_a_bomb_is_stopped_early(coding: str) -> None:
    zeros = bytes(50_000_000)
    body = gzip.compress(gzip.compress(zeros, 1, mtime=0), 1) if coding == "gzip, gzip" else CODERS[coding](zeros)

    def unpack() -> None:
        with pytest.raises(PayloadTooLargeError):
            decode_body(body, coding, 100_000)

    assert peak_memory(unpack) < 1_000_000  # measured: 0.3 million
    assert calls(unpack) < 100, "not even piece by piece"
