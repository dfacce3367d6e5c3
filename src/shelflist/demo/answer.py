"""A request to the demo archive and an answer of it, without the socket between them."""

import gzip
import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from email.utils import format_datetime
from http import HTTPStatus
from urllib.parse import parse_qsl

from shelflist.demo.content import HOST, Edition

Header = tuple[str, str]

HTML = "text/html; charset=UTF-8"
JSON = "application/json; charset=UTF-8"

HOST_FORM = re.compile(r"[A-Za-z0-9.-]{1,253}(:\d{1,5})?|\[[0-9A-Fa-f:]{2,45}\](:\d{1,5})?")
"""What a Host header looks like that may go into addresses."""

# What WordPress sends with a 404 and some redirects.
NO_CACHE: tuple[Header, ...] = (
    ("Expires", "Wed, 11 Jan 1984 05:00:00 GMT"),
    ("Cache-Control", "no-cache, must-revalidate, max-age=0"),
)


@dataclass(frozen=True)
class Request:
    """`path` without the query; header names in lower case."""

    path: str
    query: Mapping[str, str]
    headers: Mapping[str, str]

    @classmethod
    def of(cls, target: str, headers: Mapping[str, str]) -> "Request":
        """`target` as it stands in the request line, whatever a client put there."""
        path, _, query = target.partition("?")
        return cls(path, dict(parse_qsl(query, keep_blank_values=True)), headers)

    def number(self, name: str, default: int) -> int | None:
        """A parameter as a whole number; None when it is something else."""
        value = self.query.get(name, str(default))
        return int(value) if value.isascii() and value.isdigit() and len(value) < 10 else None


@dataclass(frozen=True)
class Answer:
    status: int
    content_type: str
    body: bytes
    headers: tuple[Header, ...] = ()

    def gzipped(self) -> "Answer":
        """The same, compressed; equal bytes give equal bytes."""
        extra = (("Content-Encoding", "gzip"), ("Vary", "Accept-Encoding"))
        return replace(self, body=gzip.compress(self.body, mtime=0), headers=self.headers + extra)


@dataclass(frozen=True)
class Site:
    """What an answer depends on besides the request: the edition, the host it was asked as, and the switch for REST."""

    edition: Edition
    host: str = HOST
    rest: bool = True

    @property
    def base(self) -> str:
        return f"http://{self.host}"

    def url(self, path: str) -> str:
        return self.base + path

    def localised(self, text: str) -> str:
        """`text` with the addresses that its author wrote led to the host that was asked."""
        return text.replace(f"//{HOST}", f"//{self.host}")


def http_date(moment: datetime) -> str:
    """RFC 9110 5.6.7, IMF-fixdate."""
    return format_datetime(moment, usegmt=True)


def redirect(url: str, status: int = HTTPStatus.MOVED_PERMANENTLY, headers: tuple[Header, ...] = ()) -> Answer:
    return Answer(status, HTML, b"", (*headers, ("X-Redirect-By", "WordPress"), ("Location", url)))


def is_unchanged(request: Request, etag: str, modified: datetime) -> bool:
    """Whether 304 is due. As in WordPress, both validators must match when both are sent."""
    sent_tag = request.headers.get("if-none-match")
    sent_date = request.headers.get("if-modified-since")
    if sent_tag is None and sent_date is None:
        return False
    return sent_tag in (None, etag) and sent_date in (None, http_date(modified))
