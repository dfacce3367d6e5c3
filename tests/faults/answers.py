"""What a broken, hostile or merely confused server answers, as answers of `tests.fetch.server`.

Raw bytes wherever the fault is in the bytes. Nothing here knows what verdict it gets: that is in the table.
"""

import gzip
import zlib
from collections.abc import Iterable
from typing import Any

import brotli  # type: ignore[import-untyped]

from tests.faults.clock import CLOCK
from tests.faults.pages import html
from tests.fetch.server import Answer, answer, drip, redirect, reset

MEGABYTE = 1_000_000

_PACKERS: dict[str, Any] = {
    "gzip": gzip.compress,
    "br": lambda data: brotli.compress(data, quality=1),
    "deflate": zlib.compress,
}


def raw(*pieces: bytes, pause: float = 0.0) -> Answer:
    """Exactly these bytes, then the connection is closed."""
    return drip(list(pieces), pause)


def slow(head: bytes, piece: bytes) -> Answer:
    """A beginning, and the same piece again and again without end, by the clock one each second."""

    def give(handler: Any) -> None:
        handler.close_connection = True
        handler.wfile.write(head)
        while not handler.server_is_closing.wait(0.01):
            CLOCK.put_forward(1)
            handler.wfile.write(piece)

    return give


def shown(body: str | bytes, content_type: str = "text/html; charset=utf-8", status: int = 200) -> Answer:
    return answer(body, status=status, headers={"Content-Type": content_type})


def notice(
    title: str, words: str = "", head: str = "", *, status: int = 200, as_content: bool = False, **headers: str
) -> Answer:
    """A page that says something and lists nothing; `as_content`: in the element in which lists stand."""
    element = '<div class="entry-content">' if as_content else "<div>"
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    return answer(html(title, f"{element}{words}</div>", head), status=status, headers=named)


def chunks(*pieces: bytes, end: bool = True) -> Answer:
    """A chunked body, with or without its end."""
    head = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked\r\n\r\n"
    body = b"".join(b"%x\r\n%s\r\n" % (len(piece), piece) for piece in pieces)
    return raw(head + body + (b"0\r\n\r\n" if end else b""))


def encoded(body: bytes, coding: str) -> Answer:
    return answer(body, headers={"Content-Encoding": coding})


def bomb(coding: str, size: int = 30 * MEGABYTE) -> Answer:
    """A few KB that unpack to `size` bytes."""
    packed = _PACKERS[coding](bytes(size))
    return encoded(packed, coding)


def flood(names: Iterable[str], value: str = "1") -> Answer:
    return answer("flooded", headers=dict.fromkeys(names, value))


def reset_after(head: bytes) -> Answer:
    """Begins to answer, then breaks the connection."""
    last = reset()

    def give(handler: Any) -> None:
        handler.wfile.write(head)
        handler.wfile.flush()
        last(handler)

    return give


def one_line(megabytes: int) -> Answer:
    """A page that is one line, as long as told unless the client hangs up."""
    head = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<html><body><div class='entry-content'><p>"
    return raw(head, *[b"word " * (MEGABYTE // 5)] * megabytes)


def further() -> Answer:
    """A redirect to a further address of the same path, without end."""

    def give(handler: Any) -> None:
        path, _, number = handler.path.partition("?")
        redirect(f"{path}?{int(number or 0) + 1}")(handler)

    return give
