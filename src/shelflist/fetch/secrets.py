"""What a person entrusts to the environment: a proxy, and the login of a private archive. Never written anywhere.

``SHELFLIST_PROXY``: ``http://[user:password@]host:port``. ``SHELFLIST_AUTH_<SOURCE>``, the source's name in capitals
with ``_`` for ``-``: ``user:password``, or a header field, ``Authorization: Bearer ...``. No message repeats a value.
"""

import base64
import re
from dataclasses import dataclass, field
from urllib.parse import unquote, urlsplit

from shelflist.errors import UsageError
from shelflist.settings import AUTH_PREFIX, PROXY, secret
from shelflist.sources.model import Source

_PROXY = re.compile(
    r"http://((?P<user>[^:@/\s]+)(:(?P<word>[^@/\s]*))?@)?(?P<host>[\w.-]+|\[[0-9A-Fa-f:]+\]):(?P<port>\d{1,5})/?"
)
_FIELD = re.compile(r"([A-Za-z][A-Za-z0-9-]*): +([\x20-\x7e]+)")


@dataclass(frozen=True, slots=True)
class Proxy:
    host: str
    port: int
    login: tuple[str, str] | None = field(default=None, repr=False)

    @property
    def address(self) -> str:
        return f"http://{f'[{self.host}]' if ':' in self.host else self.host}:{self.port}"


@dataclass(frozen=True, slots=True)
class Login:
    """A header field for the hosts of a source; over http only if the home page is an http address."""

    name: str
    value: str = field(repr=False)
    hosts: frozenset[str]
    is_plain_allowed: bool

    def fields_for(self, url: str) -> dict[str, str]:
        """The field for a request to `url`, or none."""
        parts = urlsplit(url)
        is_safe = parts.scheme == "https" or self.is_plain_allowed
        return {self.name: self.value} if is_safe and (parts.hostname or "") in self.hosts else {}


def proxy() -> Proxy | None:
    """The proxy, if one is set. Raises UsageError that does not repeat it."""
    if not (written := secret(PROXY)):
        return None
    found = _PROXY.fullmatch(written)
    if found is None or not 0 < int(found["port"]) < 65_536:
        raise UsageError(f"{PROXY}: expected http://host:port or http://user:password@host:port")
    login = (unquote(found["user"]), unquote(found["word"] or "")) if found["user"] else None
    return Proxy(found["host"].strip("[]"), int(found["port"]), login)


def login_of(source: Source) -> Login | None:
    """The login for a source, if one is set. Raises UsageError that does not repeat it."""
    name = AUTH_PREFIX + source.name.upper().replace("-", "_")
    if not (written := secret(name)):
        return None
    if found := _FIELD.fullmatch(written):
        said, value = found[1], found[2]
    elif ":" in written and written.isprintable():
        said, value = "Authorization", "Basic " + base64.b64encode(written.encode()).decode()
    else:
        raise UsageError(f"{name}: expected user:password, or a header field such as Authorization: Bearer ...")
    hosts = frozenset({source.home_host, *(host.lower() for host in source.scope.hosts)})
    return Login(said, value, hosts, urlsplit(source.home).scheme == "http")
