"""The archive as a WordPress answers for it, without sockets, and the faults of one night.

`Site.get` stands for one HTTP exchange (`shelflist.fetch.client.Client.get`): everything above it, from retries and
doors to the WARC, is the real thing.
"""

import json
import random
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from html import escape
from typing import Literal, get_args
from urllib.parse import parse_qs, urlsplit

from shelflist.fetch.ports import NoAnswer
from shelflist.models.web import FailureKind, RawAnswer
from tests.simulation.archive import Owner, PostPage, target

HOME = "http://archive.localhost"
BORN = datetime(2016, 1, 1, tzinfo=UTC)

FaultKind = Literal[
    "timeout", "5xx", "truncated", "404", "soft 404", "challenge", "half page", "robots 503", "robots deny",
    "listing fails", "listing lacks", "paged otherwise", "rest off", "site down", "cut short",
]  # fmt: skip
FAULTS: tuple[FaultKind, ...] = get_args(FaultKind)
CONTENT_FAULTS = ("half page", "soft 404", "challenge")

_BLOCKED = "<html><head><title>Just a moment...</title></head><body><p>Checking your browser</p></body></html>"
_NOT_FOUND = '<html><head><title>Page not found</title></head><body><div class="entry-content"></div></body></html>'


@dataclass(slots=True)
class Fault:
    """What is wrong tonight: `kind`, with the pages (by number) that it hits; `keep` is the share of a half page."""

    kind: FaultKind | None = None
    pages: frozenset[int] = frozenset()
    keep: float = 1.0


def fault_of(dice: random.Random, owner: Owner) -> Fault:
    """A fault, of any kind, that hits a few pages or all."""
    kind = dice.choice(FAULTS)
    share = dice.choice((0.05, 0.2, 0.5, 1.0))
    hit = frozenset(page.number for page in owner.pages if dice.random() < share)
    return Fault(kind, hit, dice.choice((0.3, 0.6, 0.85, 0.97)))


@dataclass
class Site:
    """Answers for the archive. `served` holds the keys of the lines that each page last showed, by page number."""

    owner: Owner
    fault: Fault = field(default_factory=Fault)
    served: dict[int, dict[int, tuple[str, str | None]]] = field(default_factory=dict)
    requests: int = 0

    def get(self, url: str, headers: Mapping[str, str] | None = None, *, enough: int | None = None) -> RawAnswer:
        """Raises NoAnswer, as a network does."""
        self.requests += 1
        parts = urlsplit(url)
        query = {key: values[0] for key, values in parse_qs(parts.query).items()}
        if self.fault.kind == "site down":
            raise NoAnswer(FailureKind.CONNECT, "refused")
        if parts.path == "/robots.txt":
            return self._robots(url)
        if parts.path.startswith("/wp-json/wp/v2/"):
            return self._rest(url, parts.path.removeprefix("/wp-json/wp/v2/"), query)
        if parts.path == "/wp-sitemap.xml":
            return self._sitemap(url)
        number = parts.path.strip("/").removeprefix("list-")
        return self._html(url, int(number)) if number.isdigit() else _answer(url, 404, _NOT_FOUND)

    def _robots(self, url: str) -> RawAnswer:
        if self.fault.kind == "robots 503":
            return _answer(url, 503, "busy")
        denied = "User-agent: *\nDisallow: /\n" if self.fault.kind == "robots deny" else "User-agent: *\nDisallow:\n"
        return _answer(url, 200, denied, "text/plain")

    def _rest(self, url: str, route: str, query: Mapping[str, str]) -> RawAnswer:
        if self.fault.kind in ("rest off", "challenge"):
            return _answer(url, 200, _BLOCKED)
        kind, _, number = route.partition("/")
        if kind != "posts":
            return _json(url, [], total=0, pages=0)
        return self._one(url, int(number)) if number else self._list(url, query)

    def _list(self, url: str, query: Mapping[str, str]) -> RawAnswer:
        if self.fault.kind == "listing fails":
            return _answer(url, 500, "out of order")
        shown = self.owner.shown
        if self.fault.kind == "listing lacks":
            shown = [page for page in shown if page.number not in self.fault.pages]
        size = 7 if self.fault.kind == "paged otherwise" else int(query["per_page"])
        start = (int(query["page"]) - 1) * size
        items = [_item(page, None) for page in shown[start : start + size]]
        return _json(url, items, total=len(shown), pages=-(-len(shown) // size))

    def _one(self, url: str, number: int) -> RawAnswer:
        page = self._page(number)
        if page is None:
            return _json(url, {"code": "rest_forbidden", "data": {"status": 401}}, status=401)
        if status := self._status(number):
            return _answer(url, status, "out of order")
        return _json(url, _item(page, self._content(page)))

    def _sitemap(self, url: str) -> RawAnswer:
        places = "".join(f"<url><loc>{HOME}/{page.slug}/</loc></url>" for page in self.owner.shown)
        body = f'<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">{places}</urlset>'
        return _answer(url, 200, body, "application/xml")

    def _html(self, url: str, number: int) -> RawAnswer:
        page = self._page(number)
        if page is None:
            return _answer(url, 404, _NOT_FOUND)
        if status := self._status(number):
            return _answer(url, status, "out of order")
        if number in self.fault.pages and self.fault.kind == "challenge":
            return _answer(url, 200, _BLOCKED)
        if number in self.fault.pages and self.fault.kind == "soft 404":
            return _answer(url, 200, _NOT_FOUND)
        return _answer(url, 200, self._dressed(page, self._content(page)))

    def _page(self, number: int) -> PostPage | None:
        return next((page for page in self.owner.shown if page.number == number), None)

    def _status(self, number: int) -> int | None:
        """What a page that is hit answers; raises NoAnswer where nothing comes."""
        kind = self.fault.kind if number in self.fault.pages else None
        if kind == "timeout":
            raise NoAnswer(FailureKind.TIMEOUT, "no answer in time")
        if kind == "truncated":
            raise NoAnswer(FailureKind.TRUNCATED, "shorter than announced")
        return {"5xx": 503, "404": 404}.get(kind or "")

    def _content(self, page: PostPage) -> str:
        """The post's text; half of it, as a broken plugin or cache gives it, where that is tonight's fault."""
        is_half = self.fault.kind == "half page" and page.number in self.fault.pages
        left = round(self.fault.keep * len(page.lines)) if is_half else len(page.lines)
        shown: dict[int, tuple[str, str | None]] = {}
        pieces: list[str] = []
        for section in page.sections:
            pieces.append(f"<h3>{escape(section.heading)}</h3>")
            for line in section.lines[:left]:
                address = target(self.owner, line)
                shown[line.key] = (line.text, address)
                pieces.append(self._line(line.title, line.text, address))
            left -= min(left, len(section.lines))
        self.served[page.number] = shown
        return "\n".join(pieces)

    def _line(self, title: str, text: str, address: str | None) -> str:
        rest = escape(text.removeprefix(title))
        name = f'<a href="{address}">{escape(title)}</a>' if address else escape(title)
        return f"<p>{name}{rest}</p>" if self.owner.theme % 2 else f"<p><span>{name}{rest}</span></p>"

    def _dressed(self, page: PostPage, content: str) -> str:
        """What a theme puts around it changes with the theme, and a sidebar changes every night."""
        side = f'<aside class="s{self.owner.theme}">Tonight: {self.owner.night}</aside>'
        head = f'<title>List {page.number}</title><link rel="canonical" href="{HOME}/{page.slug}/">'
        short = f'<link rel="shortlink" href="{HOME}/?p={page.number}">'
        body = f'{side}<div class="entry-content">{content}</div>'
        return f'<html><head>{head}{short}</head><body class="postid-{page.number} single">{body}</body></html>'


def _item(page: PostPage, content: str | None) -> dict[str, object]:
    modified = (BORN + timedelta(minutes=page.modified)).strftime("%Y-%m-%dT%H:%M:%S")
    rendered = {} if content is None else {"content": {"rendered": content, "protected": False}}
    return {
        "id": page.number,
        "slug": page.slug,
        "type": "post",
        "status": "publish",
        "link": f"{HOME}/{page.slug}/",
        "title": {"rendered": f"List {page.number}"},
        "date_gmt": BORN.strftime("%Y-%m-%dT%H:%M:%S"),
        "modified_gmt": modified,
        "tags": [],
        "categories": [],
        **rendered,
    }


def _json(
    url: str, body: object, *, status: int = 200, total: int | None = None, pages: int | None = None
) -> RawAnswer:
    extra = () if total is None else (("X-WP-Total", str(total)), ("X-WP-TotalPages", str(pages)))
    return _answer(url, status, json.dumps(body), "application/json; charset=UTF-8", extra)


def _answer(
    url: str,
    status: int,
    body: str,
    content_type: str = "text/html; charset=UTF-8",
    extra: tuple[tuple[str, str], ...] = (),
) -> RawAnswer:
    content = body.encode()
    headers = (("Content-Type", content_type), ("Content-Length", str(len(content))), *extra)
    return RawAnswer(
        url=url, final_url=url, status=status, reason="", http_version="HTTP/1.1", headers=headers, body=content,
        payload=content,
    )  # fmt: skip
