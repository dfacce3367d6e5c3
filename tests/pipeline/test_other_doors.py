"""The doors that do without WordPress's lists: what they find is the same archive, and a quiet night is quiet."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import polars as pl
import pytest

from shelflist import load
from shelflist.pipeline import stages
from shelflist.pipeline.outcome import Outcome
from shelflist.sources import LoadedSource
from shelflist.sources.load import parse_source
from tests.fetch.server import FaultServer, answer, redirect, validated
from tests.pipeline.conftest import FIRST_NIGHT, Archive

THEN = "Mon, 02 Nov 2026 00:00:00 GMT"


def entries(name: str, data: Path) -> set[tuple[str, str]]:
    """Page address and line of all that is listed."""
    frame = load(name, "entries", data=data).filter(pl.col("status") == "active")
    pages = load(name, "pages", data=data).select("page_id", "url")
    return set(frame.join(pages, on="page_id").select("url", "citation_raw").collect().iter_rows())


@pytest.mark.parametrize("doors", ['["feed", "sitemap"]', '["links"]'])
def test_the_demo_archive_is_found_whole_and_its_second_edition_is_news(
    archive: Archive, first_night: Path, doors: str
) -> None:
    loaded = archive.with_rules('doors = ["wordpress", "sitemap"]', f"doors = {doors}")
    archive = replace(archive, loaded=loaded)
    archive.site.rest = False
    first = archive.harvest(1)
    assert (first.result, first.runs[-1].door) == ("success", doors.split('"')[1])
    assert first.runs[-1].pages_blind == 0
    assert entries("demo", archive.data) >= {row for row in entries("demo", first_night) if "/about/" not in row[0]}
    quiet = archive.harvest(2)
    assert (quiet.result, quiet.events, quiet.runs[-1].pages_blind) == ("unchanged", (), 0)
    assert "links" in doors or quiet.runs[-1].requests < first.runs[-1].requests / 2, "the feed had nothing new to say"
    news = [event for event in archive.harvest(3, edition=2).events if event.entity_type == "entry"]
    assert {"added", "changed", "missing"} <= {event.change_type for event in news}
    assert stages.verify(loaded, archive.data) == []
    (capture,) = {event.to_capture_id for event in news if event.change_type == "changed"}
    assert capture is not None
    taken_back = stages.distrust(loaded, archive.data, capture, reason="a trial", by="tests")
    assert "retracted" in {event.change_type for event in taken_back.events}, "a page read for its links is a page too"


INDEX = (
    '<main><p><a href="lists/one.html">One</a></p><p><a href="/lists/two.html">Two</a> <a href="/gone">x</a></p></main>'
)
ONE = (
    "<main><h1>One</h1><ul><li><a href='a.pdf'><em>The Loom</em></a>, Ash, Weft, Leeds, 1912, 40 p.</li>{}</ul></main>"
)
TWO = (
    "<main><h1>Two</h1><p><em>The Mill</em>, Birch, Warp, Hull, 1920, 12 pages.</p><a href='../index.html'>x</a></main>"
)
MORE = "<li><em>The Shuttle</em>, Elm, Weft, Leeds, 1931, 8 pages.</li>"


class StaticSite:
    """Files in folders: no ids, no canonical addresses, the same page at two addresses, a dead link."""

    def __init__(self, server: FaultServer, data: Path) -> None:
        self.server, self.data, self.night = server, data, FIRST_NIGHT
        text = (
            f'name = "static"\ntitle = "Static"\nhome = "{server.home}"\n[scope]\nallow_loopback = true\n'
            '[pages]\ndoors = ["links"]\n[selectors]\ncontent = { css = "main", count = "1" }\n'
            "[politeness]\ndelay_seconds = 0\nretries = 0\n"
        )
        self.loaded: LoadedSource = parse_source(text, "static.toml")
        for path in ("/", "/index.html"):
            server.on(path, validated(INDEX, last_modified=THEN))
        server.on("/lists/one.html", answer(ONE.format("")))
        server.on("/lists/two.html", validated(TWO, last_modified=THEN))

    def harvest(self) -> Outcome:
        outcome = stages.harvest(self.loaded, self.data, now=self.night)
        self.night = self.night.replace(day=self.night.day + 1)
        return outcome


@pytest.fixture
def static(tmp_path: Path) -> Iterator[StaticSite]:
    with FaultServer() as server:
        yield StaticSite(server, tmp_path)


def test_a_static_site_is_followed_and_every_page_is_one_page(static: StaticSite) -> None:
    outcome = static.harvest()
    run = outcome.runs[-1]
    assert (outcome.result, run.door, run.pages_complete, run.pages_blind) == ("success", "links", 3, 0)
    urls = load("static", "pages", data=static.data).select("url").collect()["url"].to_list()
    assert sorted(url.removeprefix(static.server.home) for url in urls) == ["", "lists/one.html", "lists/two.html"]
    quiet = static.harvest()
    assert (quiet.result, quiet.events, quiet.runs[-1].pages_blind) == ("unchanged", (), 0)
    static.server.on("/lists/one.html", answer(ONE.format(MORE)))
    assert [event.change_type for event in static.harvest().events if event.entity_type == "entry"] == ["added"]
    assert stages.verify(static.loaded, static.data) == []


def test_a_page_that_moves_is_not_one_gone_and_one_new(static: StaticSite) -> None:
    static.harvest()
    static.server.on("/lists/one.html", redirect("/shelf/one.html"))
    static.server.on("/shelf/one.html", answer(ONE.format("").replace("a.pdf", "/lists/a.pdf")))
    told = [(event.entity_type.value, event.change_type.value) for event in static.harvest().events]
    assert told == [("page", "moved")]
    assert static.harvest().events == ()


@pytest.mark.parametrize(("status", "verdict", "is_gone"), [(301, "not_found", True), (302, "soft_404", False)])
def test_a_page_whose_address_leads_to_another_page_is_gone_if_that_is_for_good(
    static: StaticSite, status: int, verdict: str, is_gone: bool
) -> None:
    static.harvest()
    static.server.on("/lists/two.html", redirect("/lists/one.html", status))
    static.server.on("/", answer(INDEX.replace("/lists/two.html", "/lists/one.html")))
    nights = [static.harvest() for _ in range(5)]
    (blind,) = [one for one in nights[0].observations if one.detail]
    assert blind.verdict == verdict
    told = {(event.entity_type.value, event.change_type.value) for night in nights for event in night.events}
    assert (("page", "page_removed") in told, ("entry", "removed") in told) == (is_gone, is_gone)
    assert stages.verify(static.loaded, static.data) == []


def test_a_page_that_nothing_leads_to_any_more_is_still_asked_for(static: StaticSite) -> None:
    static.harvest()
    static.server.on("/", answer(INDEX.replace("/lists/two.html", "/lists/one.html")))
    outcome = static.harvest()
    assert outcome.runs[-1].pages_blind == 0
    assert [event for event in outcome.events if event.change_type in ("missing", "page_removed")] == []


@pytest.mark.parametrize("door", ["links", "sitemap"])
def test_the_page_of_an_attachment_is_no_page_of_the_archive(door: str, tmp_path: Path) -> None:
    """A picture that links to its own page, or a sitemap that names it too."""
    picture = '<a href="/a-loom/"><img src="a.jpg"></a>'
    books = ONE.format("").replace("<main>", f"<body class='single postid-1'><main>{picture}")
    shown = '<body class="attachment single postid-7 attachmentid-7"><main><p class="attachment">A loom</p></main>'
    with FaultServer() as server:
        named = "".join(f"<url><loc>{server.url(path)}</loc></url>" for path in ("/books/", "/a-loom/"))
        server.on("/", answer("<body class='home blog'><main><a href='/books/'>Books</a></main>"))
        server.on("/books/", answer(books))
        server.on("/a-loom/", answer(shown))
        server.on("/sitemap.xml", answer(f"<urlset>{named}</urlset>", headers={"Content-Type": "text/xml"}))
        text = (
            f'name = "looms"\ntitle = "Looms"\nhome = "{server.home}"\n[scope]\nallow_loopback = true\n'
            f'exclude = ["^/$"]\n[pages]\ndoors = ["{door}"]\nsitemaps = ["/sitemap.xml"]\n'
            '[selectors]\ncontent = { css = "main", count = "1" }\n[politeness]\ndelay_seconds = 0\nretries = 0\n'
        )
        for night in (1, 2):
            outcome = stages.harvest(parse_source(text, "looms.toml"), tmp_path, now=FIRST_NIGHT.replace(day=night))
    assert (outcome.result, outcome.runs[-1].pages_expected, outcome.runs[-1].pages_blind) == ("unchanged", 1, 0)
    assert load("looms", "pages", data=tmp_path).select("wp_post_id").collect()["wp_post_id"].to_list() == [1]
