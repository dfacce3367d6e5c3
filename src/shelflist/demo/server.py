"""A site on a socket: real HTTP on 127.0.0.1, with the same bytes for the same request every time.

Only here are threads and sockets; what is answered is for the sites to say (`site`, `saved`).
"""

import socket
import threading
from abc import ABC, abstractmethod
from datetime import datetime
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from types import TracebackType
from typing import Any, Self

from shelflist.demo.answer import Answer, http_date

_COMPRESSED = (
    "text/",
    "application/json",
    "application/xml",
    "application/rss+xml",
    "application/atom+xml",
    "image/svg+xml",
)


class Served(ABC):
    """A site that is served from `with` to its end, in one of its editions. `requests` is the log.

    `port` 0 takes a free one. `clock` is what the Date header says; None: the edition's own.
    """

    def __init__(self, port: int = 0, clock: datetime | None = None) -> None:
        self.clock = clock
        self.requests: list[str] = []
        self._wanted_port = port
        self._listener: _Listener | None = None
        self._thread: threading.Thread | None = None

    @property
    @abstractmethod
    def title(self) -> str:
        """For people."""

    @property
    @abstractmethod
    def edition(self) -> int:
        """Which edition it is in."""

    @property
    @abstractmethod
    def edition_clock(self) -> datetime:
        """When the site was as it is in this edition."""

    @abstractmethod
    def answer(self, target: str, headers: dict[str, str]) -> Answer:
        """What a GET of `target` is answered; header names in lower case."""

    @property
    def port(self) -> int:
        """The port it listens on; before it runs, the one asked for."""
        return self._listener.server_address[1] if self._listener else self._wanted_port

    @property
    def date(self) -> str:
        return http_date(self.clock or self.edition_clock)

    def start(self) -> None:
        """Listen, and answer from a thread of its own. Raises OSError."""
        self._listener = _Listener(self, self._wanted_port)
        self._thread = threading.Thread(target=self._listener.serve_forever, args=(0.05,), daemon=True)
        self._thread.start()

    def stop(self) -> None:
        """Answer what is under way, then close every connection."""
        if self._listener and self._thread:
            self._listener.shutdown()
            self._thread.join()
            self._listener.close()
            self._listener = self._thread = None

    def __enter__(self) -> Self:
        self.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.stop()


def packed(found: Answer, headers: dict[str, str]) -> Answer:
    """Compressed, where the client takes that and it is worth it."""
    wanted = "gzip" in headers.get("accept-encoding", "")
    return found.gzipped() if wanted and found.body and found.content_type.startswith(_COMPRESSED) else found


class _Listener(ThreadingHTTPServer):
    """Knows its open connections, so that closing it leaves no thread behind that waits for a client."""

    daemon_threads = True

    def __init__(self, site: Served, port: int) -> None:
        self.site = site
        self._open: dict[socket.socket, threading.Thread] = {}
        self._lock = threading.Lock()
        super().__init__(("127.0.0.1", port), _Handler)

    def process_request_thread(self, request: Any, client_address: Any) -> None:
        with self._lock:
            self._open[request] = threading.current_thread()
        try:
            super().process_request_thread(request, client_address)
        finally:
            with self._lock:
                del self._open[request]

    def close(self) -> None:
        with self._lock:
            threads = list(self._open.values())
            for connection in self._open:
                try:
                    connection.shutdown(socket.SHUT_RD)
                except OSError:  # the client was faster
                    continue
        for thread in threads:
            thread.join(timeout=5)
        self.server_close()


class _Handler(BaseHTTPRequestHandler):
    server: _Listener
    protocol_version = "HTTP/1.1"
    timeout = 30  # seconds a silent connection is kept
    disable_nagle_algorithm = True  # or each answer waits 40 ms for the acknowledgement of its headers

    def do_GET(self) -> None:
        site = self.server.site
        site.requests.append(f"{self.command} {self.path}")
        headers = {name.lower(): value for name, value in self.headers.items()}
        self._send(site.answer(self.path, headers))

    do_HEAD = do_GET

    def _send(self, found: Answer) -> None:
        self.send_response(found.status)
        for name, value in found.headers:
            self.send_header(name, value)
        if found.status != HTTPStatus.NOT_MODIFIED:
            self.send_header("Content-Type", found.content_type)
            self.send_header("Content-Length", str(len(found.body)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(found.body)

    def version_string(self) -> str:
        return "shelflist-demo"

    def date_time_string(self, timestamp: float | None = None) -> str:
        return self.server.site.date

    def log_message(self, format: str, *args: Any) -> None:
        """Silent: `Served.requests` is the log."""
