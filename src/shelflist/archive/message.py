"""HTTP messages as the bytes of a WARC block: start line, header fields, empty line, body.

Written from `RawAnswer`, read back as `Message`. Two things are changed on the way in, both on purpose: header fields
that hold secrets are left out, and the length is put in place of the transfer coding.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import quote, urlsplit

from shelflist.models.web import RawAnswer

SECRET_REQUEST_FIELDS = frozenset({"authorization", "proxy-authorization", "cookie"})
SECRET_RESPONSE_FIELDS = frozenset({"set-cookie", "set-cookie2"})
"""A WARC is kept for years and handed on. Credentials and session keys in it would be given to every reader, and no
reading of a page depends on them."""

_LENGTH_FIELDS = frozenset({"content-length", "transfer-encoding", "trailer"})
_VERSIONS = frozenset({"HTTP/1.0", "HTTP/1.1"})


@dataclass(frozen=True, slots=True)
class Message:
    """An HTTP message read from a block; field names as written."""

    start_line: str
    fields: tuple[tuple[str, str], ...]
    body: bytes

    @property
    def headers(self) -> dict[str, str]:
        """Lower-case names; a repeated field is joined by commas (RFC 9110, 5.3)."""
        return join_fields(self.fields)


def join_fields(fields: Iterable[tuple[str, str]]) -> dict[str, str]:
    joined: dict[str, str] = {}
    for name, value in fields:
        key = name.lower()
        joined[key] = f"{joined[key]}, {value}" if key in joined else value
    return joined


def target_uri(url: str) -> str:
    """An address as RFC 3986 wants it: whatever is not visible ASCII is percent-encoded."""
    return quote(url, safe="".join(map(chr, range(0x21, 0x7F))))


def request_head(answer: RawAnswer) -> bytes:
    """The request as sent, without secrets. Shelflist only ever asks with GET, so there is no body."""
    parts = urlsplit(target_uri(answer.final_url))
    target = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
    start = f"GET {target} {_version(answer)}"
    return _head(start, _without(answer.request_headers, SECRET_REQUEST_FIELDS))


def response_head(answer: RawAnswer) -> bytes:
    """Status line and header fields that fit the stored body: no Transfer-Encoding, a true Content-Length."""
    start = f"{_version(answer)} {answer.status} {answer.reason}".rstrip()
    fields = _without(answer.headers, SECRET_RESPONSE_FIELDS | _LENGTH_FIELDS)
    return _head(start, (*fields, ("Content-Length", str(len(answer.body)))))


def not_modified_fields(answer: RawAnswer) -> bytes:
    """The header of a 304 as ``application/warc-fields``; the status line is a field of its own."""
    start = f"{_version(answer)} {answer.status} {answer.reason}".rstrip()
    lines = _head(f"http-status-line: {start}", _without(answer.headers, SECRET_RESPONSE_FIELDS))
    return lines.removesuffix(b"\r\n")


def parse_message(block: bytes) -> Message:
    """Read back what `response_head` and a body make. Raises ValueError if the head does not end."""
    head, end, body = block.partition(b"\r\n\r\n")
    if not end:
        raise ValueError("found no end of the HTTP header, expected an empty line")
    start, *lines = head.decode("latin-1").split("\r\n")
    return Message(start, parse_fields(lines), body)


def parse_fields(lines: Iterable[str]) -> tuple[tuple[str, str], ...]:
    pairs = (line.partition(":") for line in lines if line)
    return tuple((name.strip(), value.strip()) for name, _, value in pairs)


def _version(answer: RawAnswer) -> str:
    """HTTP/2 has no status line to keep; replay tools only read the 1.x form, so it is written in that."""
    return answer.http_version if answer.http_version in _VERSIONS else "HTTP/1.1"


def _without(fields: Iterable[tuple[str, str]], names: frozenset[str]) -> tuple[tuple[str, str], ...]:
    return tuple(field for field in fields if field[0].strip().lower() not in names)


def _head(start: str, fields: Iterable[tuple[str, str]]) -> bytes:
    lines = [start, *(f"{name}: {value}" for name, value in fields)]
    return b"".join(_octets(line) + b"\r\n" for line in lines) + b"\r\n"


def _octets(line: str) -> bytes:
    """Latin-1, the bytes of the wire, where possible. A line break inside a value must not begin a field."""
    flat = line.replace("\r", " ").replace("\n", " ")
    try:
        return flat.encode("latin-1")
    except UnicodeEncodeError:
        return flat.encode("utf-8", "replace")
