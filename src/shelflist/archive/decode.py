"""HTTP content decoding (RFC 9110, 8.4) with a hard cap on the size of the result.

Used when an answer comes in and when a capture is read back, so that both always agree. Transfer codings and
character sets are not its business.
"""

import zlib
from collections.abc import Callable

import brotli  # type: ignore[import-untyped]

from shelflist.errors import ReadError

MAX_CODINGS = 4
"""Honest servers use one coding, rarely two; a longer list is an attack on our time."""
MAX_GZIP_MEMBERS = 1_000
_CHUNK = 64 * 1024


class UndecodableError(ReadError):
    """The body is not what its Content-Encoding says, or the coding is not known."""


class PayloadTooLargeError(ReadError):
    """The body would decode to more than the limit."""


def decode_body(body: bytes, content_encoding: str | None, limit: int) -> bytes:
    """The payload: `body` with its content codings undone, last applied first. At most `limit` bytes, also in between.

    `content_encoding` is the header's value, several headers joined by commas; None or empty is identity. Knows gzip,
    deflate (with or without the zlib wrapper) and br. An empty body is empty in every coding: servers label a
    redirect without a body "gzip".

    Raises UndecodableError, PayloadTooLargeError.
    """
    codings = [name.strip().lower() for name in (content_encoding or "").split(",")]
    codings = [name for name in codings if name not in ("", "identity")]
    if len(codings) > MAX_CODINGS:
        raise UndecodableError(f"found {len(codings)} content codings, expected at most {MAX_CODINGS}")
    for coding in reversed(codings):
        body = _decoder(coding)(body, limit) if body else body
    if len(body) > limit:
        raise PayloadTooLargeError(f"the payload has {len(body)} bytes, expected at most {limit}")
    return body


def _decoder(coding: str) -> Callable[[bytes, int], bytes]:
    decoders = {"gzip": _gunzip, "x-gzip": _gunzip, "deflate": _inflate, "br": _unbrotli}
    if coding not in decoders:
        raise UndecodableError(f"found content coding {coding[:40]!r}, expected gzip, deflate or br")
    return decoders[coding]


class _Output:
    """Decoded pieces, counted against the limit."""

    def __init__(self, limit: int) -> None:
        self._pieces: list[bytes] = []
        self._size = 0
        self._limit = limit

    @property
    def room(self) -> int:
        """How much may be decoded next: one byte beyond the limit, which tells full from too large."""
        return self._limit - self._size + 1

    def add(self, piece: bytes) -> None:
        self._size += len(piece)
        if self._size > self._limit:
            raise PayloadTooLargeError(f"the body decodes to more than {self._limit} bytes")
        self._pieces.append(piece)

    def joined(self) -> bytes:
        return b"".join(self._pieces)


def _gunzip(body: bytes, limit: int) -> bytes:
    """All members of a gzip stream. Bytes behind the last that start no member are ignored, as browsers do."""
    output, position = _Output(limit), 0
    for _ in range(MAX_GZIP_MEMBERS):
        position = _unzip_stream(body, position, zlib.MAX_WBITS | 16, output)
        if body[position : position + 2] != b"\x1f\x8b":
            return output.joined()
    raise UndecodableError(f"found more than {MAX_GZIP_MEMBERS} gzip members")


def _inflate(body: bytes, limit: int) -> bytes:
    """The standard says zlib format; some servers have always sent bare deflate, so the first two bytes decide."""
    wrapped = body[0] & 0x0F == 8 and int.from_bytes(body[:2], "big") % 31 == 0
    output = _Output(limit)
    _unzip_stream(body, 0, zlib.MAX_WBITS if wrapped else -zlib.MAX_WBITS, output)
    return output.joined()


def _unzip_stream(body: bytes, start: int, wbits: int, output: _Output) -> int:
    """Decode one stream from `start`; returns where it ends."""
    stream = zlib.decompressobj(wbits)
    view = memoryview(body)
    try:
        for position in range(start, len(body), _CHUNK):
            data: bytes | memoryview = view[position : position + _CHUNK]
            while data and not stream.eof:
                output.add(stream.decompress(data, output.room))
                data = stream.unconsumed_tail
            if stream.eof:
                return min(position + _CHUNK, len(body)) - len(stream.unused_data)
    except zlib.error as error:
        raise UndecodableError(f"not a {_ZLIB_NAMES[wbits]} body: {error}") from error
    raise UndecodableError(f"the {_ZLIB_NAMES[wbits]} body breaks off after {len(body)} bytes")


_ZLIB_NAMES = {zlib.MAX_WBITS | 16: "gzip", zlib.MAX_WBITS: "zlib", -zlib.MAX_WBITS: "deflate"}


def _unbrotli(body: bytes, limit: int) -> bytes:
    stream, output = brotli.Decompressor(), _Output(limit)
    try:
        output.add(stream.process(body, output_buffer_limit=output.room))
        while not stream.is_finished():
            piece = stream.process(b"", output_buffer_limit=output.room)
            if not piece and stream.can_accept_more_data():
                raise UndecodableError(f"the br body breaks off after {len(body)} bytes")
            output.add(piece)
    except brotli.error as error:
        raise UndecodableError(f"not a br body: {error}") from error
    return output.joined()
