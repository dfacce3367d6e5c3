"""Only the source's own hosts are asked, and never a machine on this side of the internet."""

import ipaddress
import socket
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shelflist.fetch.addresses import MAX_URL, Scope, absolute, beneath, resolve, same_address
from shelflist.fetch.client import Client
from shelflist.fetch.ports import NoAnswer
from shelflist.models.web import FailureKind
from shelflist.sources.model import Source
from tests.fetch.fakes import source
from tests.fetch.server import FaultServer, answer


def archive(**scope: Any) -> Source:
    return Source.model_validate(
        {
            "name": "a",
            "title": "A",
            "home": "https://archive.example/",
            "contact": "mailto:a@example.org",
            "scope": scope,
        }
    )


def resolves_to(monkeypatch: pytest.MonkeyPatch, *numbers: str) -> list[str]:
    """Every name leads to `numbers`; gives the list of names asked for."""
    asked: list[str] = []

    really = socket.getaddrinfo

    def lookup(host: str, port: int, *more: Any, **named: Any) -> list[Any]:
        if host[0].isdigit():
            return really(host, port, *more, **named)
        asked.append(host)
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (number, port)) for number in numbers]

    monkeypatch.setattr("shelflist.fetch.addresses.socket.getaddrinfo", lookup)
    return asked


PRIVATE = ["127.0.0.1", "10.0.0.1", "192.168.1.1", "169.254.169.254", "100.64.0.1", "0.0.0.0", "224.0.0.1"]
PRIVATE += ["::1", "fe80::1", "fd00::1", "::ffff:10.0.0.1", "64:ff9b::a00:1", "2002:a00:1::", "::"]


@pytest.mark.parametrize("number", PRIVATE)
def test_a_name_that_leads_inside_is_refused(monkeypatch: pytest.MonkeyPatch, number: str) -> None:
    resolves_to(monkeypatch, number)
    with pytest.raises(NoAnswer) as caught:
        resolve("archive.example", 80, allow_loopback=False)
    assert caught.value.kind is FailureKind.OUT_OF_SCOPE


@given(st.ip_addresses(network="10.0.0.0/8") | st.ip_addresses(network="fc00::/7"))
def test_allowing_loopback_does_not_open_the_local_network(number: object) -> None:
    with pytest.raises(NoAnswer):
        resolve(str(number), 80, allow_loopback=True)


@given(st.ip_addresses(v=4).filter(lambda number: number.is_global and not number.is_multicast))
def test_public_numbers_are_allowed(number: ipaddress.IPv4Address) -> None:
    assert resolve(str(number), 80, allow_loopback=False) == [str(number)]


def test_of_mixed_numbers_only_the_public_are_used(monkeypatch: pytest.MonkeyPatch) -> None:
    resolves_to(monkeypatch, "127.0.0.1", "93.184.216.34")
    assert resolve("archive.example", 80, allow_loopback=False) == ["93.184.216.34"]


def test_the_number_that_was_checked_is_the_one_connected_to(
    monkeypatch: pytest.MonkeyPatch, site: FaultServer
) -> None:
    site.on("/", answer(b"here"))
    asked = resolves_to(monkeypatch, "127.0.0.1")
    url = site.home.replace("127.0.0.1", "archive.example")
    with Client(source(site.home)) as client:
        assert client.get(url).payload == b"here"
    assert asked == ["archive.example"], "a second look-up could give another number"


def test_a_name_that_does_not_resolve_is_a_connect_failure() -> None:
    with pytest.raises(NoAnswer) as caught:
        resolve("no such name", 80, allow_loopback=False)
    assert caught.value.kind is FailureKind.CONNECT


@pytest.mark.parametrize(
    ("url", "kind"),
    [
        ("https://elsewhere.example/", FailureKind.OUT_OF_SCOPE),
        ("https://archive.example.evil.example/", FailureKind.OUT_OF_SCOPE),
        ("https://archive.example/" + "a" * MAX_URL, FailureKind.OUT_OF_SCOPE),
        ("ftp://archive.example/", FailureKind.REDIRECT),
        ("file:///etc/passwd", FailureKind.REDIRECT),
        ("https://user@archive.example/", FailureKind.REDIRECT),
        ("https://archive.example@evil.example/", FailureKind.REDIRECT),
        ("https://archive.example:99999/", FailureKind.REDIRECT),
        ("https://[archive.example/", FailureKind.REDIRECT),
        ("https://archive.example/\ud800", FailureKind.REDIRECT),
        ("https://archive.example/a\r\nb", FailureKind.REDIRECT),
        ("", FailureKind.REDIRECT),
    ],
)
def test_addresses_outside_the_scope_are_refused(url: str, kind: FailureKind) -> None:
    objection = Scope(archive()).objection(url)
    assert objection is not None
    assert objection[0] is kind


def test_a_page_is_in_scope_by_host_and_path() -> None:
    scope = Scope(archive(hosts=["Texts.example"], include=["^/books/"], exclude=["/draft"]))
    assert scope.has_page("https://archive.example/books/a/")
    assert scope.has_page("http://texts.example/books/a/")
    assert not scope.has_page("https://archive.example/about/")
    assert not scope.has_page("https://archive.example/books/draft-1/")
    assert not scope.has_page("https://elsewhere.example/books/a/")


@given(st.text(max_size=60))
def test_no_address_is_too_odd_to_be_judged(url: str) -> None:
    scope = Scope(archive())
    scope.has_page(url)
    same_address(url)
    assert scope.objection(absolute("https://archive.example/", f"//evil{url}")) is not None


def test_addresses_that_differ_only_in_scheme_are_the_same() -> None:
    assert same_address("http://A.example/x/#f") == same_address("https://a.example/x/")
    assert same_address("http://a.example") == same_address("http://a.example/")
    assert same_address("http://a.example/?p=1") != same_address("http://a.example/?p=2")


def test_a_site_in_a_folder_keeps_its_folder() -> None:
    assert beneath("https://a.example/blog", "/wp-sitemap.xml") == "https://a.example/blog/wp-sitemap.xml"
    assert beneath("https://a.example/blog/", "?p=1") == "https://a.example/blog/?p=1"
    assert beneath("https://a.example/", "https://a.example/map.xml") == "https://a.example/map.xml"
