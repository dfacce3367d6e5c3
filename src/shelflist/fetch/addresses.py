"""Which addresses may be asked: the source's scope by name, and the machine's own network by number.

Names are checked on the URL, numbers on the very address that is then connected to, so a name that resolves to one
address when checked and to another when used (DNS rebinding) gains nothing.
"""

import ipaddress
import re
import socket
from functools import lru_cache
from urllib.parse import urljoin, urlsplit

from shelflist.fetch.ports import NoAnswer
from shelflist.models.web import FailureKind
from shelflist.sources.model import Source

MAX_URL = 4000  # characters; servers refuse longer ones anyway

IPAddress = ipaddress.IPv4Address | ipaddress.IPv6Address

_NAT64 = ipaddress.ip_network("64:ff9b::/96")  # RFC 6052: the last 32 bits are the IPv4 address really meant


class Scope:
    """The scope of one source, ready for use."""

    def __init__(self, source: Source) -> None:
        self._hosts = {source.home_host, *(host.lower() for host in source.scope.hosts)}
        self._include = [re.compile(pattern) for pattern in source.scope.include]
        self._exclude = [re.compile(pattern) for pattern in source.scope.exclude]

    def has_page(self, url: str) -> bool:
        """Whether a page of this address belongs to the archive: host, then path with query."""
        if self.objection(url):
            return False
        path = path_of(url)
        if self._include and not any(pattern.search(path) for pattern in self._include):
            return False
        return not any(pattern.search(path) for pattern in self._exclude)

    def objection(self, url: str) -> tuple[FailureKind, str] | None:
        """Why this address may not be asked at all, whatever it is for; None if it may."""
        if faulty := fault(url):
            return faulty
        host = (urlsplit(url).hostname or "").lower()
        if host not in self._hosts:
            return FailureKind.OUT_OF_SCOPE, f"host {host!r} is not in the source's scope"
        return None


class LinkScope:
    """Where linked documents may lie: on any host, unless the source file names some, or some that are never asked."""

    def __init__(self, source: Source) -> None:
        self._hosts = frozenset(map(str.lower, source.links.hosts))
        self._excluded = frozenset(map(str.lower, source.links.exclude_hosts))

    def objection(self, url: str) -> tuple[FailureKind, str] | None:
        """As that of `Scope`."""
        if faulty := fault(url):
            return faulty
        host = (urlsplit(url).hostname or "").lower()
        if host in self._excluded or (self._hosts and host not in self._hosts):
            return FailureKind.OUT_OF_SCOPE, f"host {host!r} is not checked, by the source's [links]"
        return None


def fault(url: str) -> tuple[FailureKind, str] | None:
    """Why this is no address that could be asked, on any host; None if it could."""
    if len(url) > MAX_URL:
        return FailureKind.OUT_OF_SCOPE, f"an address of {len(url)} characters, at most {MAX_URL} are asked"
    if not url.isprintable():  # control characters, halves of surrogate pairs
        return FailureKind.REDIRECT, f"not an address: {url[:200]!r}"
    try:
        parts = urlsplit(url)
        user, _ = parts.username, parts.port
    except ValueError as error:
        return FailureKind.REDIRECT, f"not an address: {error}"
    if parts.scheme not in ("http", "https") or user is not None:
        return FailureKind.REDIRECT, f"not a plain http(s) address: {url[:200]!r}"
    return None


@lru_cache(maxsize=64)  # asked several times for each request
def origin(url: str) -> str:
    """Host and port as written, in lower case: what robots.txt and the pause between requests go by."""
    parts = urlsplit(url)
    host = (parts.hostname or "").lower()
    return host if parts.port is None else f"{host}:{parts.port}"


def path_of(url: str) -> str:
    """Path and query, which the patterns of a source file are for."""
    parts = urlsplit(url)
    return (parts.path or "/") + (f"?{parts.query}" if parts.query else "")


def same_address(url: str) -> str:
    """A form in which http and https, a missing path and a fragment make no difference. What is no address stays."""
    try:
        return origin(url) + path_of(url)
    except ValueError:
        return url


def absolute(base: str, url: str) -> str:
    """`url` as seen from `base`, without a fragment. What is no address stays, for `Scope.objection` to refuse."""
    try:
        return urljoin(base, url.strip()).partition("#")[0]
    except ValueError:
        return url


def beneath(home: str, address: str) -> str:
    """An address relative to the home page, which may lie in a folder of its host."""
    return absolute(home if home.endswith("/") else f"{home}/", address.lstrip("/"))


def resolve(host: str, port: int, *, allow_loopback: bool) -> list[str]:
    """The numeric addresses of a host that may be connected to, in the resolver's order.

    Raises NoAnswer: CONNECT when the name does not resolve, OUT_OF_SCOPE when it leads only to machines on this side
    of the internet (loopback, private, link-local, reserved).
    """
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        why = error.strerror if isinstance(error, OSError) else error
        raise NoAnswer(FailureKind.CONNECT, f"{host} does not resolve: {why or error}") from error
    numbers = list(dict.fromkeys(str(entry[4][0]) for entry in found))
    allowed = [number for number in numbers if _is_allowed(number, allow_loopback=allow_loopback)]
    if not allowed:
        raise NoAnswer(FailureKind.OUT_OF_SCOPE, f"{host} leads to {numbers[0]}, not to the public internet")
    return allowed


def must_not_lead_inside(host: str, *, allow_loopback: bool) -> None:
    """As `resolve`, for a name that somebody else will look up: one that is not known here is left to them."""
    try:
        resolve(host, 80, allow_loopback=allow_loopback)
    except NoAnswer as error:
        if error.kind is not FailureKind.CONNECT:
            raise


def _is_allowed(number: str, *, allow_loopback: bool) -> bool:
    address = _really_meant(ipaddress.ip_address(number.partition("%")[0]))
    if address.is_loopback:
        return allow_loopback
    return address.is_global and not address.is_multicast


def _really_meant(address: IPAddress) -> IPAddress:
    if isinstance(address, ipaddress.IPv4Address):
        return address
    if address in _NAT64:
        return ipaddress.IPv4Address(int(address) & 0xFFFFFFFF)
    return address.ipv4_mapped or address.sixtofour or address
