"""The demo archive on a socket: real HTTP on 127.0.0.1, with the same bytes for the same request every time.

Only here are threads and sockets; what is answered is for `shelflist.demo.routes` to say.
"""

import re
import socket
import threading
from dataclasses import replace
from datetime import datetime
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from types import TracebackType
from typing import Any, Self

from shelflist.demo.answer import HTML, NO_CACHE, Answer, Request, Site, http_date
from shelflist.demo.content import HOST
from shelflist.demo.reading import load_edition
from shelflist.demo.routes import answer, empty_page

_COMPRESSED = ("text/", "application/json", "application/xml", "application/rss+xml", "image/svg+xml")
_HOST = re.compile(r"[A-Za-z0-9.-]{1,253}(:\d{1,5})?|\[[0-9A-Fa-f:]{2,45}\](:\d{1,5})?")


class DemoSite:
    """The demo archive, served from `with` to its end.

    ``with DemoSite(edition=1) as site:`` serves at ``http://127.0.0.1:<site.port>/``. The pages' own addresses are
    ``http://demo.localhost/...`` when that is the Host asked for, and on the Host asked for otherwise. `port` 0
    takes a free one. `clock` is what the Date header says; None: the edition's own. Raises OSError when the port
    cannot be had.

    These may be set while it runs: `edition`; `rest` (False: no REST interface); `fail_with` (every address but
    robots.txt answers this status); `empty` (lists answer as ever, but every page is empty).
    """

    def __init__(
        self,
        edition: int = 1,
        port: int = 0,
        clock: datetime | None = None,
        *,
        rest: bool = True,
        fail_with: int | None = None,
        empty: bool = False,
    ) -> None:
        self.edition = edition
        self.clock = clock
        self.rest, self.fail_with, self.empty = rest, fail_with, empty
        self.requests: list[str] = []
        self._wanted_port = port
        self._server: _Server | None = None
        self._thread: threading.Thread | None = None

    @property
    def edition(self) -> int:
        return self._number

    @edition.setter
    def edition(self, number: int) -> None:
        """Raises UsageError when there is no such edition."""
        self._edition, self._number = load_edition(number), number

    @property
    def port(self) -> int:
        """The port it listens on; before it runs, the one asked for."""
        return self._server.server_address[1] if self._server else self._wanted_port

    @property
    def date(self) -> str:
        return http_date(self.clock or self._edition.clock)

    def start(self) -> None:
        """Listen, and answer from a thread of its own. Raises OSError."""
        self._server = _Server(self, self._wanted_port)
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.05,), daemon=True)
        self._thread.start()

    def stop(self) -> None:
        """Answer what is under way, then close every connection."""
        if self._server and self._thread:
            self._server.shutdown()
            self._thread.join()
            self._server.close()
            self._server = self._thread = None

    def __enter__(self) -> Self:
        self.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.stop()

    def answer(self, target: str, headers: dict[str, str]) -> Answer:
        """What a GET of `target` is answered; header names in lower case."""
        request = Request.of(target, headers)
        found = self._answer(request)
        wants_gzip = "gzip" in headers.get("accept-encoding", "")
        return found.gzipped() if wants_gzip and found.body and found.content_type.startswith(_COMPRESSED) else found

    def _answer(self, request: Request) -> Answer:
        if self.fail_with is not None and request.path != "/robots.txt":
            return Answer(self.fail_with, HTML, b"<!doctype html>\n<title>Out of order</title>\n", NO_CACHE)
        host = request.headers.get("host", HOST)
        edition = self._edition
        if self.empty:
            edition = replace(edition, posts=tuple(replace(post, content="") for post in edition.posts))
        found = answer(Site(edition, host if _HOST.fullmatch(host) else HOST, self.rest), request)
        is_html_page = found.status == HTTPStatus.OK and found.content_type == HTML
        return empty_page() if self.empty and is_html_page else found


class _Server(ThreadingHTTPServer):
    """Knows its open connections, so that closing it leaves no thread behind that waits for a client."""

    daemon_threads = True

    def __init__(self, site: DemoSite, port: int) -> None:
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
    server: _Server
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
        """Silent: `DemoSite.requests` is the log."""
