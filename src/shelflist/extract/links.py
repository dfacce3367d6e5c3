"""Addresses: what a link points to, and whether that is a document or another page of the site."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from urllib.parse import urljoin, urlsplit

from shelflist.models.page import Link
from shelflist.models.record import record

_SCHEMES = ("http", "https", "ftp", "mailto", "")
_LEFT_OUT = re.compile(r"[\t\r\n]")  # as browsers do (WHATWG URL, basic parser)
_CONTROLS = "".join(map(chr, range(0x21)))
_PLAIN = re.compile(r"https?://[a-z0-9.\-]+(?::\d+)?(?:/[^\s\\\x00-\x20]*)?")
_ROOTED = re.compile(r"(?:/[a-zA-Z0-9_\-~%()+!$&'*:@=][a-zA-Z0-9_\-~%()+!$&'*:@=.,]*+)++/?")
"""A path from the root whose parts need no thought: none is "." or "..", none is empty."""
_SITE = re.compile(r"(https?://[a-z0-9.\-]+(?::\d+)?)(?:[/?#]|$)")
_PATH = re.compile(r"https?://[^/?#\[\]]*(/[^?#]*)?", re.ASCII)
_ENDING = re.compile(r"\.([a-z0-9]{2,5})$", re.IGNORECASE)
_PAGE_ENDINGS = frozenset({
    "html", "htm", "xhtml", "shtml", "php", "php5", "asp", "aspx", "jsp", "jspx", "cfm", "cgi", "pl", "do",
})  # fmt: skip
_IMAGE_ENDINGS = frozenset({"jpg", "jpeg", "png", "gif", "webp", "svg", "bmp", "avif", "tif", "tiff"})
_UPLOADS = "/wp-content/uploads/"


@dataclass(frozen=True, slots=True)
class Site:
    """What is to be known of the site to tell where links lead; `base` is what relative addresses are relative to."""

    base: str
    hosts: frozenset[str] = frozenset()
    documents: tuple[re.Pattern[str], ...] = ()  # paths within the site that are works

    def leads_to_work(self, url: str) -> bool:
        """The address is on one of the hosts, and its path, with its query, matches one of the patterns."""
        if not self.documents or host_of(url) not in self.hosts:
            return False
        parts = urlsplit(url)
        path = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
        return any(pattern.search(path) for pattern in self.documents)


@record
class Anchor:
    """One `<a href>` of the page; `url` is "" where it must not be followed (javascript:, data:, unreadable)."""

    url_raw: str
    url: str
    rel: str = ""
    is_work: bool = False  # the source file says that it leads to a work, though it looks like a page

    def same_target(self, other: "Anchor") -> bool:
        return self.url == other.url if self.url or other.url else self.url_raw == other.url_raw


def resolve(base: str, href: str) -> str:
    """`href` made absolute against `base` (RFC 3986); "" if it is no address that a reader can be sent to."""
    if href.startswith("/"):  # the usual cases: urljoin would give the same, slowly
        if _ROOTED.fullmatch(href) and (site := _site(base)):
            return site + href
    elif _PLAIN.fullmatch(href):
        return href
    written = _LEFT_OUT.sub("", href).strip(_CONTROLS)
    try:
        url = urljoin(base, written)
        scheme = urlsplit(url).scheme
    except ValueError:  # "http://[": no valid host
        return ""
    return url.replace(" ", "%20") if scheme in _SCHEMES else ""


@lru_cache(maxsize=64)
def _site(base: str) -> str:
    """Scheme and host of `base`, as what stands before a path; "" where urljoin has more to think about."""
    found = _SITE.match(base)
    return found[1] if found else ""


@lru_cache(maxsize=1024)
def host_of(url: str) -> str:
    """Host in lower case without "www."; "" if there is none."""
    try:
        host = urlsplit(url).hostname or ""
    except ValueError:
        return ""
    return host.removeprefix("www.")


def hosts_of(urls: Iterable[str]) -> frozenset[str]:
    return frozenset(filter(None, map(host_of, urls)))


@lru_cache(maxsize=1024)
def _ending(url: str) -> str:
    usual = _PATH.match(url)
    path = usual[1] or "" if usual else urlsplit(url).path
    found = _ENDING.search(path.rpartition("/")[2])
    return found[1].lower() if found else ""


def is_document(link: Anchor | Link) -> bool:
    """The link leads to a file or an attachment, not to a page: .pdf, .epub, .jpg, ``rel="attachment ..."``."""
    url = link.url
    if url[-4:] == ".pdf" and url[:4] == "http" and url.find("/", 8) > 0 and "?" not in url and "#" not in url:
        return True  # most of them; `_ending` takes longer
    if link.is_work or "attachment" in link.rel or "attachment_id=" in url or _UPLOADS in url:
        return True
    ending = _ending(url)
    return bool(ending) and ending not in _PAGE_ENDINGS


def is_image(link: Anchor | Link) -> bool:
    return _ending(link.url) in _IMAGE_ENDINGS


def is_site_page(link: Anchor | Link, hosts: frozenset[str]) -> bool:
    """The link leads to a page (no document) on one of `hosts`; "" among `hosts` stands for a relative address."""
    if link.url.startswith("mailto:") or not link.url:
        return False
    return host_of(link.url) in hosts and not is_document(link)
