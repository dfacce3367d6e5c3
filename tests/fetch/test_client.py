"""One exchange is bounded in bytes and seconds, whatever the server does."""

import gzip
from collections.abc import Callable
from typing import Any

import pytest

from shelflist.fetch.client import MAX_HEADER_FIELDS, Client
from shelflist.fetch.ports import NoAnswer
from shelflist.models.web import FailureKind, RawAnswer
from tests.fetch.fakes import source
from tests.fetch.server import Answer, FaultServer, answer, drip, endless, reset

LIMITS = {"max_bytes": 100_000, "timeout_seconds": 20, "total_timeout_seconds": 20}
"""Longer than any of these exchanges takes on a busy machine; who tests a limit of time sets it."""


def get(site: FaultServer, path: str = "/", headers: dict[str, str] | None = None, **politeness: Any) -> RawAnswer:
    with Client(source(site.home, politeness=LIMITS | politeness)) as client:
        return client.get(site.url(path), headers)


def failure(site: FaultServer, given: Answer, **politeness: Any) -> NoAnswer:
    site.on("/", given)
    with pytest.raises(NoAnswer) as caught:
        get(site, **politeness)
    return caught.value


def test_an_answer_is_given_as_it_came(site: FaultServer) -> None:
    packed = gzip.compress(b"hello " * 100)
    site.on("/", answer(packed, headers={"Content-Encoding": "gzip", "X-One": "1"}))
    got = get(site)
    assert (got.status, got.reason, got.http_version) == (200, "OK", "HTTP/1.1")
    assert got.body == packed
    assert got.payload == b"hello " * 100
    assert ("X-One", "1") in got.headers


def test_the_site_is_told_who_asks(site: FaultServer) -> None:
    site.on("/", answer())
    where = source(site.home).model_copy(update={"contact": "mailto:someone@example.org"})
    with Client(where) as client:
        client.get(site.home)
    sent = site.requests[0][1]
    assert sent["User-Agent"].startswith("shelflist/")
    assert sent["User-Agent"].endswith(" (+mailto:someone@example.org)")
    assert sent["Accept-Encoding"] == "gzip"


def test_cookies_are_not_sent_back(site: FaultServer) -> None:
    site.on("/", answer(headers={"Set-Cookie": "a=1"}))
    with Client(source(site.home)) as client:
        client.get(site.home)
        client.get(site.home)
    assert "Cookie" not in site.requests[1][1]


def test_the_environment_names_no_proxy(site: FaultServer, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.1:1")
    monkeypatch.setenv("http_proxy", "http://127.0.0.1:1")
    site.on("/", answer(b"direct"))
    assert get(site).payload == b"direct"


def test_a_body_shorter_than_announced_is_truncated(site: FaultServer) -> None:
    assert failure(site, answer(b"short", length=50)).kind is FailureKind.TRUNCATED


def test_a_compressed_body_that_breaks_off_is_undecodable(site: FaultServer) -> None:
    cut = gzip.compress(b"text" * 1000)[:-12]
    assert failure(site, answer(cut, headers={"Content-Encoding": "gzip"})).kind is FailureKind.UNDECODABLE


def test_an_endless_body_is_cut_off_at_the_limit(site: FaultServer) -> None:
    site.on("/", endless())
    with Client(source(site.home, politeness=LIMITS)) as client:
        with pytest.raises(NoAnswer) as caught:
            client.get(site.home)
        assert caught.value.kind is FailureKind.TOO_LARGE
        assert client.received < 2 * LIMITS["max_bytes"]


def test_an_announced_giant_is_not_read(site: FaultServer) -> None:
    assert failure(site, answer(b"", length=10**15)).kind is FailureKind.TOO_LARGE


def test_a_gzip_bomb_is_not_unpacked(site: FaultServer) -> None:
    bomb = gzip.compress(bytes(20_000_000))
    assert failure(site, answer(bomb, headers={"Content-Encoding": "gzip"})).kind is FailureKind.TOO_LARGE


HEAD = b"HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n"


@pytest.mark.parametrize(
    "pieces",
    [[HEAD] + [b"x"] * 100, [b"HTTP/1.1 200 OK\r\n"] + [b"X: y\r\n"] * 100, [b"HTTP/1.1 100 Continue\r\n\r\n"] * 100],
    ids=["body", "header", "interim answers"],
)
def test_an_answer_in_drops_ends_at_the_total_time(site: FaultServer, pieces: list[bytes]) -> None:
    """Each wait is short enough; the end comes after five seconds, and would be told as something else."""
    assert failure(site, drip(pieces, 0.05), total_timeout_seconds=0.3).kind is FailureKind.TIMEOUT


def test_a_silent_server_is_a_timeout(site: FaultServer) -> None:
    assert failure(site, drip([b"HTTP/1.1 "], 5), timeout_seconds=0.2).kind is FailureKind.TIMEOUT


@pytest.mark.parametrize(
    "given",
    [reset, lambda: drip([b"SSH-2.0-hello\r\n\r\n"], 0), lambda: drip([b""], 0)],
    ids=["reset", "another protocol", "hang up"],
)
def test_a_broken_connection_is_told_as_one(site: FaultServer, given: Callable[[], Answer]) -> None:
    assert failure(site, given()).kind is FailureKind.CONNECT


def test_a_header_of_too_many_fields_is_refused(site: FaultServer) -> None:
    many = {f"X-{number}": "1" for number in range(MAX_HEADER_FIELDS + 1)}
    assert failure(site, answer(headers=many)).kind is FailureKind.TOO_LARGE


def test_an_endless_header_is_refused(site: FaultServer) -> None:
    assert failure(site, drip([b"HTTP/1.1 200 OK\r\nX: " + b"x" * 300_000], 0)).kind is FailureKind.CONNECT


def test_nobody_listening_is_a_connect_failure() -> None:
    with FaultServer() as gone:
        home = gone.home
    with Client(source(home)) as client, pytest.raises(NoAnswer) as caught:
        client.get(home)
    assert caught.value.kind is FailureKind.CONNECT


def test_a_failed_handshake_is_a_tls_failure(site: FaultServer) -> None:
    with Client(source(site.home, politeness=LIMITS)) as client, pytest.raises(NoAnswer) as caught:
        client.get(site.home.replace("http:", "https:"))
    assert caught.value.kind is FailureKind.TLS


def test_connect_to_leaves_the_address_as_it_is(site: FaultServer) -> None:
    site.on("/a/", answer(b"here"))
    place = site.home.removeprefix("http://").rstrip("/")
    where = source("http://archive.example/", politeness={"connect_to": place})
    with Client(where) as client:
        got = client.get("http://archive.example/a/")
    assert got.final_url == "http://archive.example/a/"
    assert site.requests[0][1]["Host"] == "archive.example"
