"""How a connection is made: only to checked addresses, and never beyond the exchange's deadline.

httpx leaves the network to httpcore, whose `NetworkBackend` is the place where the address really connected to is
known. The deadline sits on the same streams because a server that sends one byte of a header now and then breaks no
read time-out.
"""

import ssl
import time
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from typing import Any

import httpcore
import httpx

from shelflist.fetch.addresses import must_not_lead_inside, resolve
from shelflist.fetch.secrets import Proxy

SocketOptions = Iterable[httpcore.SOCKET_OPTION]

_KEEPALIVE_SECONDS = 60.0  # longer than most pauses between two requests


class Deadline:
    """When the exchange under way must be over, in seconds of the monotonic clock."""

    def __init__(self) -> None:
        self._until = float("inf")

    def start(self, seconds: float) -> None:
        self._until = time.monotonic() + seconds

    def cut(self, timeout: float | None) -> float | None:
        """A time-out that does not reach beyond the deadline. Raises httpcore.ReadTimeout once it has passed."""
        left = self._until - time.monotonic()
        if left <= 0:
            raise httpcore.ReadTimeout("the whole answer took too long")
        return left if timeout is None else min(timeout, left)


class _Stream(httpcore.NetworkStream):
    """A network stream under the deadline."""

    def __init__(self, inner: httpcore.NetworkStream, deadline: Deadline) -> None:
        self._inner, self._deadline = inner, deadline

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        return self._inner.read(max_bytes, self._deadline.cut(timeout))

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        self._inner.write(buffer, self._deadline.cut(timeout))

    def close(self) -> None:
        self._inner.close()

    def start_tls(
        self, ssl_context: ssl.SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> httpcore.NetworkStream:
        inner = self._inner.start_tls(ssl_context, server_hostname, self._deadline.cut(timeout))
        return _Stream(inner, self._deadline)

    def get_extra_info(self, info: str) -> Any:
        return self._inner.get_extra_info(info)


class _Backend(httpcore.NetworkBackend):
    """Resolves, checks, and connects to what it checked."""

    def __init__(
        self, deadline: Deadline, *, allow_loopback: bool, connect_to: str | None, proxy: Proxy | None = None
    ) -> None:
        self._inner = httpcore.SyncBackend()
        self._deadline, self._allow_loopback = deadline, allow_loopback
        self._instead = _host_and_port(connect_to) if connect_to else None
        if proxy is not None:
            self._instead = proxy.host, proxy.port  # nothing is connected to but the proxy

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: SocketOptions | None = None,
    ) -> httpcore.NetworkStream:
        """Connect to the first address that answers; `connect_to` and a proxy are a person's word, and go unchecked."""
        failed: Exception = httpcore.ConnectError(f"{host} has no address")
        for name, number in self._targets(host, port):
            try:
                stream = self._inner.connect_tcp(
                    name, number, self._deadline.cut(timeout), local_address, socket_options
                )
            except (httpcore.ConnectError, httpcore.ConnectTimeout) as error:
                failed = error
            else:
                return _Stream(stream, self._deadline)
        raise failed

    def _targets(self, host: str, port: int) -> list[tuple[str, int]]:
        if self._instead:
            return [self._instead]
        return [(number, port) for number in resolve(host, port, allow_loopback=self._allow_loopback)]


class _Body(httpx.SyncByteStream):
    def __init__(self, stream: Iterable[bytes]) -> None:
        self._stream = stream

    def __iter__(self) -> Iterator[bytes]:
        yield from self._stream

    def close(self) -> None:
        if close := getattr(self._stream, "close", None):
            close()


class GuardedTransport:
    """HTTP/1.1 over checked addresses. Raises httpcore's errors, and NoAnswer for an address that may not be used.

    Behind a proxy it is the proxy that looks names up; names that are known here are checked all the same.
    """

    def __init__(
        self, deadline: Deadline, *, allow_loopback: bool, connect_to: str | None, proxy: Proxy | None = None
    ) -> None:
        self._allow_loopback, self._is_behind_proxy = allow_loopback, proxy is not None
        backend = _Backend(deadline, allow_loopback=allow_loopback, connect_to=connect_to, proxy=proxy)
        rules: dict[str, Any] = {
            "ssl_context": _certificates(),
            "max_connections": 4,
            "keepalive_expiry": _KEEPALIVE_SECONDS,
            "network_backend": backend,
        }
        if proxy is None:
            self._pool = httpcore.ConnectionPool(**rules)
        else:
            self._pool = httpcore.HTTPProxy(proxy.address, proxy_auth=proxy.login, **rules)

    def handle_request(self, request: httpx.Request, told: Mapping[str, str]) -> httpx.Response:
        """`told`: header fields that are sent and kept nowhere."""
        if self._is_behind_proxy:
            must_not_lead_inside(request.url.host, allow_loopback=self._allow_loopback)
        url = httpcore.URL(
            scheme=request.url.raw_scheme,
            host=request.url.raw_host,
            port=request.url.port,
            target=request.url.raw_path,
        )
        answer = self._pool.handle_request(
            httpcore.Request(
                request.method, url, headers=[*request.headers.raw, *_raw(told)], extensions=request.extensions
            )
        )
        assert isinstance(answer.stream, Iterable)  # always, in the synchronous pool
        return httpx.Response(
            answer.status, headers=answer.headers, stream=_Body(answer.stream), extensions=answer.extensions
        )

    def close(self) -> None:
        self._pool.close()


def _raw(fields: Mapping[str, str]) -> list[tuple[bytes, bytes]]:
    return [(name.encode("ascii"), value.encode("ascii")) for name, value in fields.items()]


@cache
def _certificates() -> ssl.SSLContext:
    """Verified against certifi's list, whatever the environment says. Loading it takes some 30 ms."""
    return httpx.create_ssl_context(trust_env=False)


def _host_and_port(text: str) -> tuple[str, int]:
    host, _, port = text.rpartition(":")
    return host.strip("[]"), int(port)
