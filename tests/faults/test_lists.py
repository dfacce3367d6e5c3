"""Hostile lists of pages: read in bounded time and requests, none believed to be complete, none leads away."""

import gzip
import json
from collections.abc import Iterator
from typing import Any

import pytest

from shelflist.extract.worker import Worker
from shelflist.fetch.doors import rest, sitemap
from shelflist.fetch.ports import Visit
from shelflist.pipeline.fetching import WorkerReaders
from tests.faults.answers import MEGABYTE, raw, shown
from tests.faults.pages import list_page
from tests.fetch.fakes import MemoryRecording, make_visit, source
from tests.fetch.server import Answer, FaultServer, answer, endless

XML = "application/xml"
NAMESPACE = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'
LAUGHS = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 12))
MOST_REQUESTS = 60


def urlset(*addresses: str) -> str:
    return f"<urlset {NAMESPACE}>{''.join(f'<url><loc>{one}</loc></url>' for one in addresses)}</urlset>"


def entities(definitions: str, used: str) -> str:
    return f'<?xml version="1.0"?><!DOCTYPE urlset [{definitions}]>{urlset(used)}'


@pytest.fixture(scope="module")
def worker() -> Iterator[Worker]:
    with Worker() as reading:
        yield reading


@pytest.fixture
def site() -> Iterator[FaultServer]:
    with FaultServer() as server:
        yield server


def visited(site: FaultServer, worker: Worker, monkeypatch: pytest.MonkeyPatch, door: str) -> Visit:
    monkeypatch.setattr(sitemap, "MAX_SITEMAPS", 20)
    monkeypatch.setattr(rest, "MAX_LIST_PAGES", 10)
    site.on("/good/", shown(list_page("good")))
    where = source(
        site.home,
        pages={"doors": [door], "post_types": ["posts"], "sitemaps": ["/sitemap.xml"], "parts": "none"},
        politeness={"max_bytes": 2 * MEGABYTE, "retries": 0, "timeout_seconds": 20},
    )
    seen = make_visit(where, MemoryRecording(), readers=WorkerReaders(where, worker))
    assert seen.requests <= MOST_REQUESTS
    assert all(url.startswith(site.home) for url in seen.planned)
    return seen


SITEMAPS: dict[str, Answer] = {
    "entities": shown(entities(f'<!ENTITY l0 "lol">{LAUGHS}', "&l11;"), XML),
    "entities of one long text": shown(entities(f'<!ENTITY a "{"a" * 50_000}">', "&a;" * 2_000), XML),
    "a file": shown(entities('<!ENTITY a SYSTEM "file:///etc/passwd">', "&a;"), XML),
    "another host's file": shown(entities('<!ENTITY a SYSTEM "http://169.254.169.254/">', "&a;"), XML),
    "a gzip bomb": shown(gzip.compress(b"<urlset>" + bytes(90 * MEGABYTE)), "application/gzip"),
    "html": shown(list_page("no sitemap")),
    "cut off": shown(urlset("http://127.0.0.1/a/")[:-9], XML),
    "deep": shown(f"<urlset {NAMESPACE}>" + "<a>" * 200_000, XML),
    "another charset": shown('<?xml version="1.0" encoding="x-evil"?><urlset/>', XML),
    "endless": endless(b"<urlset><url>" * 500),
    "nothing": shown("", XML),
    "binary": shown(bytes(range(256)) * 50, XML),
    "no sitemap at all": answer("gone", status=410),
}


@pytest.mark.parametrize("name", SITEMAPS)
def test_a_hostile_sitemap_is_no_list(
    site: FaultServer, worker: Worker, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    site.on("/sitemap.xml", SITEMAPS[name])
    seen = visited(site, worker, monkeypatch, "sitemap")
    assert (seen.door, seen.planned) == (None, ())


def test_a_sitemap_that_leads_everywhere_leads_nowhere_else(
    site: FaultServer, worker: Worker, monkeypatch: pytest.MonkeyPatch
) -> None:
    hostile = (
        "javascript:alert(1)", "file:///etc/passwd", "http://169.254.169.254/", "//evil.example/", "http://10.0.0.1/",
        "ftp://127.0.0.1/", "http://user:word@127.0.0.1/", "http://127.0.0.1:1/" + "x" * 5000,
    )  # fmt: skip
    site.on("/sitemap.xml", shown(urlset(*hostile, site.url("/good/")), XML))
    seen = visited(site, worker, monkeypatch, "sitemap")
    assert (seen.door, seen.planned) == ("sitemap", (site.url("/good/"),))


def test_an_index_without_end_is_given_up(site: FaultServer, worker: Worker, monkeypatch: pytest.MonkeyPatch) -> None:
    def further(handler: Any) -> None:
        number = int(handler.path.partition("?")[2] or 0)
        children = "".join(f"<sitemap><loc>/sitemap.xml?{number * 2 + n}</loc></sitemap>" for n in (1, 2))
        shown(f"<sitemapindex {NAMESPACE}>{children}</sitemapindex>", XML)(handler)

    site.on("/sitemap.xml", further)
    assert visited(site, worker, monkeypatch, "sitemap").door is None


def post(number: Any, link: str = "http://127.0.0.1/good/") -> dict[str, Any]:
    return {"id": number, "link": link, "title": {"rendered": "x"}, "modified_gmt": "2026-11-01T00:00:00"}


RESTS: dict[str, Answer] = {
    "html": shown(list_page("no list")),
    "deep": shown("[" * 200_000, "application/json"),
    "an object": shown('{"code": "rest_forbidden"}', "application/json"),
    "null": shown("null", "application/json"),
    "ids below 1": shown(json.dumps([post(-1)]), "application/json"),
    "ids beyond 64 bits": shown(json.dumps([post(10**30)]), "application/json"),
    "ids that are words": shown(json.dumps([post("../../1")]), "application/json"),
    "ids that are true": shown(json.dumps([post(True)]), "application/json"),
    "a giant number": shown('[{"id": 1' + "0" * 100_000 + "}]", "application/json"),
    "lone surrogates": shown('[{"id": 1, "link": "\\ud800"', "application/json"),
    "cut off": shown(json.dumps([post(1)])[:-5], "application/json"),
    "a wrong length": raw(b"HTTP/1.1 200 OK\r\nContent-Length: 999\r\n\r\n[]"),
}


@pytest.mark.parametrize("name", RESTS)
def test_a_hostile_interface_is_no_list(
    site: FaultServer, worker: Worker, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    site.on("/wp-json/wp/v2/posts", RESTS[name])
    seen = visited(site, worker, monkeypatch, "wordpress")
    assert (seen.door, seen.planned) == (None, ())


def test_a_list_of_posts_elsewhere_leads_nowhere(
    site: FaultServer, worker: Worker, monkeypatch: pytest.MonkeyPatch
) -> None:
    links = ("http://evil.example/", "javascript:alert(1)", "../../etc/passwd", "http://169.254.169.254/")
    posts = [post(number, link) for number, link in enumerate(links, start=1)]
    site.on("/wp-json/wp/v2/posts", shown(json.dumps(posts), "application/json"), shown("[]", "application/json"))
    assert visited(site, worker, monkeypatch, "wordpress").planned == ()


def test_pages_of_posts_without_end_are_given_up(
    site: FaultServer, worker: Worker, monkeypatch: pytest.MonkeyPatch
) -> None:
    def further(handler: Any) -> None:
        number = int(handler.path.partition("&page=")[2].partition("&")[0])
        shown(json.dumps([post(number * 100 + n, site.url("/good/")) for n in range(3)]), "application/json")(handler)

    site.on("/wp-json/wp/v2/posts", further)
    seen = visited(site, worker, monkeypatch, "wordpress")
    assert seen.door is None
    assert sum("/posts?" in path for path in site.paths) <= 10, "such a list is not read a second time"
