"""Encrypted sites: no certificate is believed that the list of authorities does not vouch for, directly or by proxy."""

import base64
import contextlib
import socket
import threading
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from shelflist.fetch import transport
from shelflist.fetch.client import Client
from shelflist.fetch.ports import NoAnswer
from shelflist.models.web import FailureKind
from shelflist.sources import Source
from tests.fetch.certificates import Authority
from tests.fetch.fakes import source
from tests.fetch.server import FaultServer, answer

HOST = "archive.invalid"
HOME = f"https://{HOST}/"


@pytest.fixture
def authority(tmp_path: Path) -> Authority:
    return Authority(tmp_path)


@pytest.fixture
def secure(authority: Authority) -> Iterator[FaultServer]:
    with FaultServer(authority.serving(HOST)) as server:
        server.on("/a/", answer("well kept"))
        yield server


def believed(authority: Authority, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(transport, "_certificates", authority.trusting)


def get(server: FaultServer, home: str = HOME) -> bytes:
    place = server.home.removeprefix("http://").rstrip("/")
    with Client(source(home, politeness={"connect_to": place})) as client:
        return client.get(f"{home}a/").payload


def test_a_site_with_a_certificate_of_a_known_authority_is_read(
    secure: FaultServer, authority: Authority, monkeypatch: pytest.MonkeyPatch
) -> None:
    believed(authority, monkeypatch)
    assert get(secure) == b"well kept"


def test_a_certificate_that_nobody_vouches_for_is_a_tls_failure_and_nothing_is_asked(secure: FaultServer) -> None:
    with pytest.raises(NoAnswer) as caught:
        get(secure)
    assert caught.value.kind is FailureKind.TLS
    assert secure.requests == []


def test_a_certificate_of_another_host_is_a_tls_failure(
    secure: FaultServer, authority: Authority, monkeypatch: pytest.MonkeyPatch
) -> None:
    believed(authority, monkeypatch)
    with pytest.raises(NoAnswer) as caught:
        get(secure, "https://elsewhere.invalid/")
    assert caught.value.kind is FailureKind.TLS
    assert secure.requests == []


def test_a_certificate_that_has_run_out_is_a_tls_failure(authority: Authority, monkeypatch: pytest.MonkeyPatch) -> None:
    believed(authority, monkeypatch)
    with FaultServer(authority.serving(HOST, until=timedelta(days=-1))) as server, pytest.raises(NoAnswer) as caught:
        get(server)
    assert caught.value.kind is FailureKind.TLS
    assert server.requests == []


class Tunnel:
    """A proxy that knows CONNECT alone, and leads to `server` whatever it is asked for. Keeps what it was asked."""

    def __init__(self, server: FaultServer) -> None:
        self._server, self._listening = server, socket.create_server(("127.0.0.1", 0))
        self._serving = threading.Thread(target=self._serve, daemon=True)
        self.asked: list[str] = []

    @property
    def port(self) -> int:
        port: int = self._listening.getsockname()[1]
        return port

    def __enter__(self) -> "Tunnel":
        self._serving.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._serving.join(timeout=5)
        self._listening.close()

    def _serve(self) -> None:
        with contextlib.suppress(OSError), self._listening.accept()[0] as ours:
            head = b""
            while not head.endswith(b"\r\n\r\n"):
                head += ours.recv(1)
            self.asked.append(head.decode())
            with socket.create_connection(("127.0.0.1", urlsplit(self._server.home).port)) as theirs:
                ours.sendall(b"HTTP/1.1 200 Connection established\r\n\r\n")
                answering = threading.Thread(target=_pass_on, args=(theirs, ours), daemon=True)
                answering.start()
                _pass_on(ours, theirs)
                answering.join()


def _pass_on(source: socket.socket, target: socket.socket) -> None:
    with contextlib.suppress(OSError):
        while piece := source.recv(65536):
            target.sendall(piece)
        target.shutdown(socket.SHUT_WR)


def test_an_encrypted_site_behind_a_proxy_is_read_through_a_tunnel_that_cannot_look_inside(
    secure: FaultServer, authority: Authority, monkeypatch: pytest.MonkeyPatch
) -> None:
    believed(authority, monkeypatch)
    with Tunnel(secure) as tunnel, Client(_through(tunnel, monkeypatch)) as client:
        assert client.get(f"{HOME}a/").payload == b"well kept"
    (asked,) = tunnel.asked
    assert asked.startswith(f"CONNECT {HOST}:443 HTTP/1.1\r\n")
    assert base64.b64encode(b"reader:word").decode() in asked
    assert "/a/" not in asked
    (_, headers) = secure.requests[0]
    assert "Proxy-Authorization" not in headers


def test_a_proxy_that_shows_a_certificate_of_its_own_is_a_tls_failure(
    secure: FaultServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    with Tunnel(secure) as tunnel, Client(_through(tunnel, monkeypatch)) as client, pytest.raises(NoAnswer) as caught:
        client.get(f"{HOME}a/")
    assert caught.value.kind is FailureKind.TLS
    assert secure.requests == []


def _through(tunnel: Tunnel, monkeypatch: pytest.MonkeyPatch) -> Source:
    monkeypatch.setenv("SHELFLIST_PROXY", f"http://reader:word@127.0.0.1:{tunnel.port}")
    return source(HOME)
