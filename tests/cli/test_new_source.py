"""`shelflist new-source`: drafts that can be harvested as they stand, and clear words where there is no list."""

import contextlib
import io
import json
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

import pytest

from shelflist.cli.app import run
from shelflist.demo import DemoSite, SavedSite
from shelflist.pipeline import proposing
from shelflist.sources import load_source
from tests.cli.running import on_a_terminal
from tests.fetch.server import Answer, FaultServer, answer, drip, endless, redirect
from tests.fetch.wordpress import post, post_list, serve
from tests.support.work import calls

SITES = {
    "demo": ("http://demo.localhost/", 70, ["wordpress"], ".entry-content"),
    "demo-lists": ("http://reading-room.localhost/", 39, ["links"], "body"),
    "demo-tables": ("http://writers.localhost/", 29, ["links"], "body"),
    "demo-blog": ("http://footnotes.localhost/", 26, ["feed", "sitemap"], ".post-body"),
}
"""Home page, entries in all, the first doors, the content."""

MILL = "The Mill Hands, Rewi Ash, Weft Press, Leeds, 1954, 281 pages."


@pytest.fixture
def web() -> Iterator[FaultServer]:
    with FaultServer() as site:
        yield site


def draft(url: str, out: Path, *words: str) -> int:
    return run(["new-source", url, "--allow-loopback", "--out", str(out), *words])


def served(name: str) -> DemoSite | SavedSite:
    return DemoSite() if name == "demo" else SavedSite(name)


@dataclass(frozen=True)
class Drafted:
    """The draft for a site, and the page that it was told to be checked with."""

    file: Path
    page: str


@pytest.fixture(scope="module")
def drafts(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str, int], Drafted]:
    """The draft for a site that listens on a port; drawn up once."""
    made: dict[str, Drafted] = {}

    def drafted(name: str, port: int) -> Drafted:
        if name not in made:
            out, told = tmp_path_factory.mktemp("drafts") / f"{name}.toml", io.StringIO()
            with contextlib.redirect_stderr(told):
                assert draft(SITES[name][0], out, "--connect-to", f"127.0.0.1:{port}", "--name", "drafted") == 0
            page = next(line.split()[-1] for line in told.getvalue().splitlines() if " check " in line)
            made[name] = Drafted(out, page)
        return made[name]

    return drafted


@pytest.mark.parametrize("name", SITES)
def test_a_draft_is_sound_and_harvests_the_whole_site(
    name: str, drafts: Callable[[str, int], Drafted], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    _, entries, doors, content = SITES[name]
    with served(name) as site:
        drafted = drafts(name, site.port)
        text = drafted.file.read_text(encoding="utf-8")
        file = tmp_path / "draft.toml"
        file.write_text(re.sub(r"127\.0\.0\.1:\d+", f"127.0.0.1:{site.port}", text), encoding="utf-8")
        source = load_source(file).source
        assert list(source.pages.doors)[: len(doors)] == doors
        assert source.selectors.content.css == content
        assert run(["check", str(file), "--url", drafted.page]) == 0
        capsys.readouterr()
        assert run(["harvest", str(file), "--data", str(tmp_path / "data"), "--now", "2026-11-01T02:00:00Z"]) == 0
    assert f"{entries} entries, " in capsys.readouterr().out


def test_an_open_rest_interface_is_told_with_what_it_costs(drafts: Callable[[str, int], Drafted]) -> None:
    with served("demo") as site:
        text = drafts("demo", site.port).file.read_text(encoding="utf-8")
    assert "REST lists: 3 posts, 2 pages" in text
    assert "REST content: 3 of 3 pages asked for could be read, 3 with the very lines of the HTML page" in text
    assert "A night without a change asks for 2 lists there" in text


def test_a_post_of_several_parts_is_looked_for_on_any_wordpress(web: FaultServer, tmp_path: Path) -> None:
    """No sample shows parts, and its REST interface is closed; elsewhere nobody asks for parts that none has seen."""
    lines = f"<p>{MILL}<p>2. {MILL}<p>3. {MILL}"
    for generator, parts in (("WordPress 6.1.9", "probe"), ("Hand", "none")):
        web.on("/", answer(f"<meta name=generator content='{generator}'><title>A list</title><h1>A list</h1>{lines}"))
        out = tmp_path / f"{parts}.toml"
        assert draft(web.home, out) == 0
        assert load_source(out).source.pages.parts == parts


def test_collections_of_the_sites_own_are_told_with_their_numbers(web: FaultServer, tmp_path: Path) -> None:
    serve(web, post(web, 1))
    types = {name: {"rest_base": base} for name, base in (("post", "posts"), ("wp_block", "blocks"), ("book", "books"))}
    web.on("/wp-json/wp/v2/types", answer(json.dumps(types), headers={"Content-Type": "application/json"}))
    web.on("/wp-json/wp/v2/books", post_list([post(web, 7)], total=60))
    web.on("/", answer("<title>Home</title><p>Words"))
    lines = f"<p>{MILL}<p>2. {MILL}"
    web.on("/post-1/", answer(f"<title>Lists</title><body class='postid-1'><h1>Lists</h1>{lines}"))
    web.on("/wp-json/wp/v2/posts/1", answer(json.dumps({"id": 1, "link": "/post-1/", "content": {"rendered": lines}}),
                                            headers={"Content-Type": "application/json"}))  # fmt: skip
    out = tmp_path / "draft.toml"
    assert draft(web.home, out) == 0
    text = out.read_text(encoding="utf-8")
    assert "REST has further collections: books 60." in text
    assert '# post_types = ["posts", "pages", "books"]' in text


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (answer(status=401), "REST content: closed (answered 401): pages are read as HTML"),
        (
            answer(json.dumps({"id": 1, "link": "/post-1/", "content": {"rendered": f"<p>{MILL}"}}),
                   headers={"Content-Type": "application/json"}),
            "1 of 3 entries stand there: pages are read as HTML",
        ),
    ],
    ids=["closed", "a part of it"],
)  # fmt: skip
def test_a_rest_interface_that_lists_and_does_not_read_is_no_door(
    content: Answer, told: str, web: FaultServer, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """As a plugin that hides the content, or a page builder that keeps it elsewhere, would have it."""
    lines = f"<p>{MILL}<p>2. {MILL}<p>3. {MILL}"
    serve(web, post(web, 1))
    web.on("/wp-json/wp/v2/posts/1", content)
    web.on("/", answer("<title>Home</title><p>Words <a href=/post-1/>lists</a>"))
    web.on("/post-1/", answer(f"<title>Lists</title><body class='postid-1'><h1>Lists</h1>{lines}"))
    out = tmp_path / "draft.toml"
    assert draft(web.home, out) == 0
    text = " ".join(line.removeprefix("# ").strip() for line in out.read_text(encoding="utf-8").splitlines())
    assert told in text
    assert "wordpress" not in load_source(out).source.pages.doors
    said = capsys.readouterr().err
    assert "doors open: wordpress 1 page" in said
    assert "shut: feed (answered 404), sitemap (answered 404)" in said


def test_the_pause_that_robots_txt_asks_for_is_kept_and_written_down(web: FaultServer, tmp_path: Path) -> None:
    web.on("/robots.txt", answer("User-agent: *\nCrawl-delay: 0.05", headers={"Content-Type": "text/plain"}))
    web.on("/", answer(f"<title>A list</title><p>{MILL}"))
    assert draft(web.home, tmp_path / "draft.toml") == 0
    assert "it asks for 0.05 s" in (tmp_path / "draft.toml").read_text(encoding="utf-8")
    assert min(later - earlier for earlier, later in pairwise(web.times)) > 0.04


def test_what_repeats_other_pages_is_left_out_with_the_reason(drafts: Callable[[str, int], Drafted]) -> None:
    with served("demo-lists") as site:
        file = drafts("demo-lists", site.port).file
    assert "2 of its 2 entries stand on other pages" in file.read_text(encoding="utf-8")
    assert "^/whatsnew\\.htm$" in load_source(file).source.scope.exclude


def test_columns_of_tables_are_proposed_by_their_names(drafts: Callable[[str, int], Drafted]) -> None:
    with served("demo-tables") as site:
        source = load_source(drafts("demo-tables", site.port).file).source
    columns = source.selectors.columns
    assert source.selectors.documents == ("/works/",)
    assert "/works/" in source.scope.exclude
    assert {one.holds for one in columns} == {
        ("date", "title", "publisher", "extent"),
        ("date", "title", "author", "publisher", "extent"),
    }


def test_no_more_is_asked_than_was_allowed_and_robots_txt_first(tmp_path: Path) -> None:
    with SavedSite("demo-blog") as site:
        draft(SITES["demo-blog"][0], tmp_path / "draft.toml", "--connect-to", f"127.0.0.1:{site.port}",
              "--requests", "12", "--samples", "3")  # fmt: skip
    assert site.requests[0] == "GET /robots.txt"
    assert len(site.requests) <= 12
    assert [line for line in site.requests if line.startswith("GET /search")] == []


def test_a_page_that_is_named_is_looked_at(web: FaultServer, tmp_path: Path) -> None:
    web.on("/", answer("<title>Home</title><p>Nothing leads to the list."))
    web.on(
        "/hidden.html",
        answer(f"<title>List</title><h1>List</h1><ul>{''.join(f'<li>{n}. {MILL}' for n in range(9))}</ul>"),
    )
    out = tmp_path / "draft.toml"
    assert draft(web.home, out, "--page", web.url("/hidden.html")) == 0
    assert "9 entries on 1 of 1 page" in out.read_text(encoding="utf-8")


def test_a_site_without_a_list_says_so(web: FaultServer, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    web.on("/", answer("<title>Poems</title><main><h1>Poems</h1><p>There is no list here, only words.</p></main>"))
    out = tmp_path / "draft.toml"
    assert draft(web.home, out) == 3
    told = capsys.readouterr().err
    assert "no list found" in told
    assert "--page" in told
    assert load_source(out).source.home == web.home


def test_a_list_of_bare_titles_is_found_by_whom_says_that_its_lines_are_books(
    web: FaultServer, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    books = "".join(f"<li>The Looms of {town}" for town in ("Leeds", "York", "Hull", "Bath", "Ely", "Wells"))
    web.on("/", answer(f"<title>Shelf</title><p>Come in.<div class=shelf><ul>{books}</ul></div><p>Write to us."))
    out = tmp_path / "draft.toml"
    assert draft(web.home, out) == 3
    assert "6 lines would be entries in a list of books: if they are, say --lists-books" in capsys.readouterr().err
    text = out.read_text(encoding="utf-8")
    assert "# lists_books = true" in text
    assert "  The Looms of Leeds\n" in text
    assert draft(web.home, tmp_path / "books.toml", "--lists-books") == 0
    source = load_source(tmp_path / "books.toml").source
    assert (source.manner.lists_books, source.selectors.content.css) == (True, ".shelf")


@pytest.mark.parametrize(
    ("answers", "why"),
    [
        ({"/": [answer("gone", status=404)]}, "answered 404, expected an HTML page"),
        (
            {"/": [answer(b"%PDF", headers={"Content-Type": "application/pdf"})]},
            "application/pdf, expected an HTML page",
        ),
        ({"/": [redirect("http://elsewhere.example/")]}, "if that is where the archive is now, give its address"),
        ({"/robots.txt": [answer("User-agent: *\nDisallow: /")]}, "forbids it (robots_denied)"),
        ({"/robots.txt": [answer(status=503)]}, "robots.txt answered 503 (robots_unreachable)"),
        ({"/": [drip([b"HTTP/1.1 200 OK\r\n"], 60)]}, "(timeout)"),
        ({"/": [endless()]}, "(too_large)"),
    ],
    ids=["404", "a file", "another host", "denied", "robots unreachable", "silent", "endless"],
)
def test_why_a_site_is_not_to_be_had(
    answers: dict[str, list[object]], why: str, web: FaultServer, tmp_path: Path,
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    monkeypatch.setattr(proposing, "_TIMEOUT", 1.5 if why == "(timeout)" else 60)
    monkeypatch.setattr(proposing, "_RETRIES", 0)
    for path, given in answers.items():
        web.on(path, *given)  # type: ignore[arg-type]
    out = tmp_path / "draft.toml"
    assert draft(web.home, out) == 1
    told = capsys.readouterr().err.splitlines()[-1]
    assert why in told
    assert not out.exists()


@pytest.mark.parametrize(
    ("words", "why"),
    [
        (["https://example.org/"], "give --contact"),
        (
            ["https://example.org/", "--contact", "you"],
            "--contact: found 'you', expected a mailto: or http(s): address",
        ),
        (["http://127.0.0.1:1/", "--connect-to", "here", "--allow-loopback"], "--connect-to: found 'here', expected"),
        (["http://127.0.0.1:1/", "--name", "A b", "--allow-loopback"], "--name: found 'A b', expected lower-case"),
        (["http://127.0.0.1:1/", "--page", "http://other.example/", "--allow-loopback"], "--page: found 'http://oth"),
        (["http://127.0.0.1:1/", "--page", "a-list", "--allow-loopback"], "--page: found 'a-list', expected a page"),
        (["http://127.0.0.1:1/", "--out", "no-such-folder/a.toml", "--allow-loopback"], "found no folder no-such"),
        (["http://127.0.0.1:1/"], "expected --allow-loopback"),
        (["ftp://example.org/"], "expected an http:// or https:// address"),
        (["http://[/"], "Invalid IPv6 URL"),
    ],
)
def test_wrong_words_are_told_before_anybody_is_asked(
    words: list[str], why: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["new-source", *words]) == 2
    assert why in capsys.readouterr().err


def test_a_file_is_never_overwritten(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = tmp_path / "mine.toml"
    out.write_text("mine", encoding="utf-8")
    assert draft("http://127.0.0.1:1/", out) == 2
    assert out.read_text(encoding="utf-8") == "mine"
    assert "is there already" in capsys.readouterr().err


def test_page_text_that_acts_is_harmless_in_the_draft(web: FaultServer, tmp_path: Path) -> None:
    bad = 'Lists\x1b[31m "quoted" \\ \u202e]] [scope] \x7f'
    web.on("/", answer(f"<title>{bad}</title><h1>{bad}</h1><p>{MILL}<p>2. {MILL}<p>3. {MILL}"))
    out = tmp_path / "draft.toml"
    assert draft(web.home, out) == 0
    text = out.read_text(encoding="utf-8")
    assert not set("\x1b\x7f\u202e") & set(text)
    assert load_source(out).source.title.startswith('Lists\x1b[31m "quoted" \\')


def test_links_to_other_hosts_and_to_documents_are_not_asked(web: FaultServer, tmp_path: Path) -> None:
    web.on("/", answer(f"<p>{MILL}<a href=http://192.0.2.1/>x</a> <a href=a.pdf>y</a> <a href=/b.html>z</a>"))
    draft(web.home, tmp_path / "draft.toml")
    assert "/b.html" in web.paths
    assert "/a.pdf" not in web.paths


def test_on_a_terminal_comments_stand_back(web: FaultServer) -> None:
    web.on("/", answer(f"<title>A list</title><p>{MILL}<p>2. {MILL}<p>3. {MILL}"))
    told = on_a_terminal("new-source", web.home, "--allow-loopback")
    assert "\x1b[2m# Drafted by" in told
    assert "\x1b[1m[scope]" in told


def test_the_pages_that_promise_a_list_are_looked_at_first(web: FaultServer, tmp_path: Path) -> None:
    for number in range(30):
        web.on(f"/p{number}.html", answer(f"<title>P{number}</title><h1>P{number}</h1><p>Nothing but words, {number}."))
    items = "".join(f"<li>{number}. {MILL} <a href=f{number}.pdf>PDF</a>" for number in range(9))
    web.on("/p17.html", answer(f"<title>List</title><h1>List</h1><ul>{items}</ul>"))
    links = "".join(f"<a href=p{number}.html>p</a> " for number in range(30))
    web.on("/", answer(f"<title>Home</title><p>{links}"))
    out = tmp_path / "draft.toml"
    assert draft(web.home, out, "--samples", "4") == 0
    assert f"{web.url('/p17.html')}  9 entries" in out.read_text(encoding="utf-8")


def test_a_named_page_that_is_not_to_be_had_is_told(web: FaultServer, tmp_path: Path) -> None:
    web.on("/", answer(f"<title>Home</title><p>{MILL}"))
    out = tmp_path / "draft.toml"
    assert draft(web.home, out, "--page", web.url("/gone.html")) == 0
    assert f"{web.url('/gone.html')}  not to be had: answered 404" in out.read_text(encoding="utf-8")


def test_an_archive_in_a_folder_keeps_to_it_where_it_begins(web: FaultServer, tmp_path: Path) -> None:
    web.on("/texts/list.html", answer(f"<title>A list</title><h1>A list</h1><p>{MILL}<a href=more.html>more</a>"))
    web.on("/texts/more.html", answer(f"<title>More</title><h1>More</h1><p>2. {MILL}"))
    out = tmp_path / "draft.toml"
    assert draft(web.url("/texts/list.html"), out) == 0
    source = load_source(out).source
    assert (source.home, source.pages.start) == (web.url("/texts/"), ("/list.html",))
    assert run(["harvest", str(out), "--data", str(tmp_path / "data")]) == 0


def test_a_page_of_thousands_of_lines_and_names_is_chosen_by_in_time(web: FaultServer, tmp_path: Path) -> None:
    items = "".join(f"<div class='item{'abcdefghij'[n % 10]}{n // 10}'><p>{n}. {MILL}</div>" for n in range(1500))
    web.on("/", answer(f"<title>A long list</title><h1>A long list</h1>{items}"))
    out = tmp_path / "draft.toml"
    assert calls(lambda: draft(web.home, out)) < 5_000 * 1500  # measured: 1,630 a line
    assert "Read with these rules: 999 entries on 1 of 1 page" in out.read_text(encoding="utf-8")
