"""A web server on loopback that answers as a test tells it to, faults included. Also for tests of other packages.

with FaultServer() as site:
    site.on("/a/", answer(b"hello"))
    site.on("/b/", answer(status=503), answer(b"now"))    # one after the other, the last for ever
    site.on("/c/", reset())
"""

import socket
import ssl
import struct
import threading
import time
from collections.abc import Callable, Mapping
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from types import TracebackType
from typing import Any, Self

Answer = Callable[["_Handler"], None]


def answer(
    body: bytes | str = b"", *, status: int = 200, headers: Mapping[str, str] | None = None, length: int | None = None
) -> Answer:
    """A plain answer; `length` announces another Content-Length than the body has."""
    content = body.encode() if isinstance(body, str) else body

    def give(handler: "_Handler") -> None:
        handler.send_response(status)
        for name, value in {"Content-Type": "text/html", **(headers or {})}.items():
            handler.send_header(name, value)
        if status != 304:
            handler.send_header("Content-Length", str(len(content) if length is None else length))
        handler.end_headers()
        if handler.command != "HEAD":
            handler.wfile.write(content)
        if length is not None:
            handler.close_connection = True

    return give


def redirect(target: str, status: int = 301) -> Answer:
    return answer(status=status, headers={"Location": target})


def validated(body: str, *, last_modified: str, etag: str = "") -> Answer:
    """Answers 304 to If-Modified-Since with the same date."""
    headers = {"Last-Modified": last_modified} | ({"ETag": etag} if etag else {})

    def give(handler: "_Handler") -> None:
        known = handler.headers.get("If-Modified-Since") == last_modified
        (answer(status=304, headers=headers) if known else answer(body, headers=headers))(handler)

    return give


def reset() -> Answer:
    """Breaks the connection without a word."""

    def give(handler: "_Handler") -> None:
        handler.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        handler.close_connection = True
        handler.connection.close()

    return give


def drip(pieces: list[bytes], pause: float) -> Answer:
    """Raw bytes, status line and all, with a pause after each piece."""

    def give(handler: "_Handler") -> None:
        handler.close_connection = True
        for piece in pieces:
            handler.wfile.write(piece)
            handler.wfile.flush()
            if handler.server_is_closing.wait(pause):
                return

    return give


def endless(piece: bytes = b"x" * 8192) -> Answer:
    """A body that never ends, as fast as it is read."""

    def give(handler: "_Handler") -> None:
        handler.send_response(200)
        handler.end_headers()
        handler.close_connection = True
        while not handler.server_is_closing.is_set():
            handler.wfile.write(piece)

    return give


_NOTHING = answer("nothing here", status=404)


class FaultServer:
    """Listens on a free port of 127.0.0.1. Paths without an answer are 404; robots.txt too, unless told.

    With `encrypted`, a server's context, it speaks TLS.
    """

    def __init__(self, encrypted: ssl.SSLContext | None = None) -> None:
        self._answers: dict[str, list[Answer]] = {}
        self._closing = threading.Event()
        self._server = _Server(("127.0.0.1", 0), _Handler)
        self._server.site = self
        if encrypted is not None:  # each handshake in the thread of its connection
            self._server.socket = encrypted.wrap_socket(
                self._server.socket, server_side=True, do_handshake_on_connect=False
            )
        self.requests: list[tuple[str, dict[str, str]]] = []
        self.times: list[float] = []

    @property
    def home(self) -> str:
        return f"http://127.0.0.1:{self._server.server_port}/"

    @property
    def paths(self) -> list[str]:
        """What was asked for, in order."""
        return [path for path, _ in self.requests]

    @property
    def closing(self) -> threading.Event:
        return self._closing

    def url(self, path: str) -> str:
        return self.home + path.lstrip("/")

    def on(self, path: str, *answers: Answer) -> None:
        """Answer `path`, with its query or whatever its query, with each in turn, the last one for ever.

        "HEAD /a.pdf" answers HEAD; without it the server does not know the method (501).
        """
        self._answers[path] = list(answers)

    def knows(self, path: str) -> bool:
        return path in self._answers

    def take(self, path: str, headers: dict[str, str]) -> Answer:
        self.requests.append((path, headers))
        self.times.append(time.monotonic())
        waiting = self._answers.get(path) or self._answers.get(path.partition("?")[0]) or [_NOTHING]
        return waiting.pop(0) if len(waiting) > 1 else waiting[0]

    def __enter__(self) -> Self:
        threading.Thread(target=self._server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True).start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._closing.set()
        self._server.shutdown()
        self._server.server_close()


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    block_on_close = False
    site: FaultServer


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True
    timeout = 60

    @property
    def server_is_closing(self) -> threading.Event:
        return self._site.closing

    @property
    def _site(self) -> FaultServer:
        assert isinstance(self.server, _Server)
        return self.server.site

    def handle(self) -> None:
        """Clients of these tests often hang up."""
        try:
            super().handle()
        except OSError:
            self.close_connection = True

    def finish(self) -> None:
        try:
            super().finish()
        except (OSError, ValueError):
            self.close_connection = True

    def do_GET(self) -> None:
        self._site.take(self.path, dict(self.headers.items()))(self)

    def do_HEAD(self) -> None:
        if not self._site.knows(f"HEAD {self.path}"):
            self._site.take(f"HEAD {self.path}", dict(self.headers.items()))
            self.send_error(501)
            return
        self._site.take(f"HEAD {self.path}", dict(self.headers.items()))(self)

    def log_message(self, format: str, *args: Any) -> None:
        """Tests are quiet."""
