"""One exchange: one request, one answer, everything about it bounded. No retries, redirects or politeness here.

Bounds: bytes as received and bytes decoded (`politeness.max_bytes`), each wait (`timeout_seconds`), the whole answer
(`total_timeout_seconds`), number of header fields; httpcore itself limits a header to 100 KiB. Of the environment
only our own variables are read (`shelflist.fetch.secrets`): no other proxies, no certificates from there. A login is
added to a request on its way, so that no record of the request can hold it. An httpx.Client is not used because it
would keep cookies and read Location headers, and stumble over bad ones, before we have kept the answer.
"""

import re
import ssl
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from types import TracebackType
from typing import Self

import httpcore
import httpx

from shelflist.archive.decode import PayloadTooLargeError, UndecodableError, decode_body
from shelflist.fetch.ports import NoAnswer
from shelflist.fetch.secrets import login_of, proxy
from shelflist.fetch.transport import Deadline, GuardedTransport
from shelflist.models.web import FailureKind, RawAnswer
from shelflist.settings import SOFTWARE
from shelflist.sources.model import Source

MAX_HEADER_FIELDS = 200
SMALL_BODY = 1_000
_ERROR_NUMBER = re.compile(r"^\[Errno -?\d+\] ")


def user_agent(source: Source) -> str:
    """``shelflist/<version> (+<contact>)``, so that the site's owner knows whom to turn to."""
    return f"{SOFTWARE} (+{source.contact})" if source.contact else SOFTWARE


class Client:
    """Asks one question at a time, over connections that are kept."""

    def __init__(self, source: Source) -> None:
        rules = source.politeness
        self._max_bytes, self._total = rules.max_bytes, rules.total_timeout_seconds
        self.received = 0
        """Bytes of the last answer's body, as far as it was read."""
        self._deadline = Deadline()
        self._timeouts = dict.fromkeys(("connect", "read", "write", "pool"), rules.timeout_seconds)
        self._headers = {"User-Agent": user_agent(source), "Accept": "*/*", "Accept-Encoding": "gzip"}
        self._login = login_of(source)
        self._transport = GuardedTransport(
            self._deadline, allow_loopback=source.scope.allow_loopback, connect_to=rules.connect_to, proxy=proxy()
        )

    def get(self, url: str, headers: Mapping[str, str] | None = None, *, enough: int | None = None) -> RawAnswer:
        """The answer to GET `url`, whatever its status. Raises NoAnswer.

        `enough`: of a longer body so many bytes are taken, and the rest is left unread.
        """
        request, response = self._send("GET", url, headers or {})
        try:
            return self._read(url, request, response, enough)
        finally:
            response.close()

    def peek(self, method: str, url: str, headers: Mapping[str, str]) -> RawAnswer:
        """The head of the answer alone; its body is read only where that keeps the connection. Raises NoAnswer."""
        request, response = self._send(method, url, headers)
        try:
            if method == "HEAD" or _is_small(response):
                with _told_as_no_answer(in_body=True):
                    for _ in response.iter_raw():
                        pass
            return _answer(url, request, response)
        finally:
            response.close()

    def _send(self, method: str, url: str, headers: Mapping[str, str]) -> tuple[httpx.Request, httpx.Response]:
        self.received = 0
        with _told_as_no_answer():
            self._deadline.start(self._total)
            request = httpx.Request(
                method, url, headers={**self._headers, **headers}, extensions={"timeout": self._timeouts}
            )
            told = self._login.fields_for(url) if self._login else {}
            response = self._transport.handle_request(request, told)
        if len(response.headers.raw) > MAX_HEADER_FIELDS:
            response.close()
            raise NoAnswer(FailureKind.TOO_LARGE, f"more than {MAX_HEADER_FIELDS} header fields")
        return request, response

    def _read(self, url: str, request: httpx.Request, response: httpx.Response, enough: int | None) -> RawAnswer:
        coding = response.headers.get("content-encoding")
        cut = enough if coding is None else None  # of a packed body the beginning is of no use
        body, is_cut = self._body(response, cut)
        payload = self._payload(body, coding)
        return replace(_answer(url, request, response), body=body, payload=payload, is_cut=is_cut)

    def _body(self, response: httpx.Response, enough: int | None) -> tuple[bytes, bool]:
        """The body, and whether it goes on behind what was `enough`."""
        announced = response.headers.get("content-length", "")
        if enough is None and announced.isdigit() and int(announced) > self._max_bytes:  # at most 20 digits come here
            raise NoAnswer(FailureKind.TOO_LARGE, f"{announced} bytes announced, at most {self._max_bytes} are read")
        body = bytearray()
        with _told_as_no_answer(in_body=True):
            for piece in response.iter_raw():
                body += piece
                self.received += len(piece)
                if enough is not None and len(body) > enough:
                    return bytes(body[:enough]), True
                if len(body) > self._max_bytes:
                    raise NoAnswer(FailureKind.TOO_LARGE, f"the body is longer than {self._max_bytes} bytes")
        return bytes(body), False

    def _payload(self, body: bytes, coding: str | None) -> bytes:
        try:
            return decode_body(body, coding, self._max_bytes)
        except PayloadTooLargeError as error:
            raise NoAnswer(FailureKind.TOO_LARGE, str(error)) from error
        except UndecodableError as error:
            raise NoAnswer(FailureKind.UNDECODABLE, str(error)) from error

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._transport.close()


def _answer(url: str, request: httpx.Request, response: httpx.Response) -> RawAnswer:
    """The answer without its body."""
    return RawAnswer(
        url=url,
        final_url=url,
        status=response.status_code,
        reason=response.extensions.get("reason_phrase", b"").decode("latin-1"),
        http_version=response.extensions.get("http_version", b"HTTP/1.1").decode("latin-1"),
        headers=_as_text(response.headers),
        body=b"",
        payload=b"",
        request_headers=_as_text(request.headers),
    )


def _is_small(response: httpx.Response) -> bool:
    """The rest of the answer costs less than another connection."""
    announced = response.headers.get("content-length", "")
    return announced.isascii() and announced.isdigit() and int(announced) <= SMALL_BODY


def _as_text(headers: httpx.Headers) -> tuple[tuple[str, str], ...]:
    return tuple((name.decode("latin-1"), value.decode("latin-1")) for name, value in headers.raw)


@contextmanager
def _told_as_no_answer(*, in_body: bool = False) -> Iterator[None]:
    """Turn the errors of the network into NoAnswer. A body that breaks off, however it does, is truncated."""
    try:
        yield
    except httpcore.TimeoutException as error:
        raise NoAnswer(FailureKind.TIMEOUT, _said(error) or "no answer in time") from error
    except (httpcore.NetworkError, httpcore.ProtocolError, httpcore.ProxyError) as error:
        kind = FailureKind.TRUNCATED if in_body else FailureKind.CONNECT
        if _is_tls(error):
            kind = FailureKind.TLS
        raise NoAnswer(kind, _said(error) or type(error).__name__) from error
    except (httpx.InvalidURL, httpcore.UnsupportedProtocol) as error:
        raise NoAnswer(FailureKind.REDIRECT, f"not a usable address: {error}") from error


def _said(error: Exception) -> str:
    """The error's words, without the operating system's number for them."""
    return _ERROR_NUMBER.sub("", str(error))


def _is_tls(error: BaseException | None) -> bool:
    while error is not None:
        if isinstance(error, ssl.SSLError):
            return True
        error = error.__cause__ or error.__context__
    return False
