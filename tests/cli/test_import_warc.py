"""`shelflist import-warc`, as a person uses it: files of a web archive and of wget, into a source that is harvested."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from shelflist.cli.app import run
from shelflist.cli.standing import standing_of
from shelflist.demo import DemoSite
from shelflist.publish.read import load
from tests.archive.foreign import ForeignWarc
from tests.cli.running import FIRST, Harvested, source_file
from tests.pipeline.chronicle import RULES, START, address, chronicle, html

HTML = (("Content-Type", "text/html; charset=UTF-8"),)


@pytest.fixture
def source(tmp_path: Path) -> Path:
    """A source with one night of November 2026."""
    with chronicle(tmp_path / "data") as told:
        told.night({"a": ("Title 1", "Title 2"), "b": ("Title 3",)})
    file = tmp_path / "made-up.toml"
    file.write_text(RULES)
    return file


def page(name: str, *titles: str) -> bytes:
    return html(name, titles).encode()


def wayback(folder: Path) -> Path:
    """WARC 1.0 records of years apart, with a revisit, a redirect, a picture and a page of another site."""
    with ForeignWarc(folder / "wayback.warc.gz") as warc:
        warc.information()
        digest = warc.answer(address("a").replace("localhost/", "localhost:80/"), "2012-05-01", page("a", "Title 1"))
        warc.answer("http://archive.localhost/old/", "2012-05-01", b"", status="301 Moved Permanently")
        warc.answer("http://elsewhere.example/", "2012-05-01", page("a", "Title 66"))
        warc.answer(f"{address('a')}one.png", "2012-05-01", b"\x89PNG", headers=(("Content-Type", "image/png"),))
        warc.revisit(address("a"), "2014-05-01", digest)
        warc.revisit(address("a"), "2014-05-02", "sha1:AAAA")
    return warc.path


def wget(folder: Path) -> Path:
    """Plain WARC 1.0, chunked bodies as they came over the wire."""
    body = page("b", "Title 3", "Title 4")
    chunks = b"%x\r\n%s\r\n0\r\n\r\n" % (len(body), body)
    with ForeignWarc(folder / "wget.warc", gzip=False) as warc:
        warc.answer(address("b"), "2019-05-01T12:00:00", chunks, headers=(*HTML, ("Transfer-Encoding", "chunked")))
    return warc.path


def shelflist(source: Path, *words: str | Path) -> int:
    return run([*map(str, words), "--data", str(source.parent / "data")])


def test_files_of_a_web_archive_and_of_wget_give_the_past(source: Path, capsys: pytest.CaptureFixture[str]) -> None:
    files = (wget(source.parent), wayback(source.parent))
    assert shelflist(source, "import-warc", source, *files, "--now", "2026-11-20T08:00:00Z") == 0
    told = capsys.readouterr().out
    assert "made-up: 3 captures taken, 0 known already" in told
    assert "passed over: 1 no HTML" in told
    assert "passed over: 1 out of the source's scope" in told
    assert "passed over: 1 with another status than 200" in told
    assert "passed over: 1 revisits of a record that is in none of the files" in told
    assert shelflist(source, "changes", source, "--all", "--json") == 0
    assert '"Title 66"' not in (said := capsys.readouterr().out)
    assert "Title 4" in said
    with chronicle(source.parent / "data") as after:
        first = {row.citation.title: str(row.first_seen_at.date()) for row in after.state.entries.values()}
        first |= {row.citation.title: str(row.first_seen_at.date()) for row in after.state.removed.values()}
    assert first == {
        "Title 1": "2012-05-01", "Title 2": "2026-11-01", "Title 3": "2019-05-01", "Title 4": "2019-05-01",
    }  # fmt: skip
    assert shelflist(source, "verify", source) == 0


def test_the_same_files_once_more_are_known(source: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = wget(source.parent)
    for now in ("2026-11-20T08:00:00Z", "2026-11-21T08:00:00Z"):
        assert shelflist(source, "import-warc", source, file, "--now", now, "--json") == 0
    last = capsys.readouterr().out
    assert '"taken": 0' in last
    assert '"known": 1' in last


def test_a_file_that_is_no_warc_is_told_and_nothing_is_recorded(
    source: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    ledger = source.parent / "data" / "raw" / "made-up" / "ledger.jsonl"
    before = ledger.read_bytes()
    good, bad = wget(source.parent), source.parent / "list.html"
    bad.write_text("<html>")
    assert shelflist(source, "import-warc", source, good, bad) == 2
    assert "expected a WARC file" in capsys.readouterr().err
    assert shelflist(source, "import-warc", source) == 2
    assert ledger.read_bytes() == before


def test_an_import_is_no_night(source: Path) -> None:
    """A harvest that no longer runs is late, whatever was imported since."""
    assert shelflist(source, "import-warc", source, wget(source.parent), "--now", "2026-11-20T08:00:00Z") == 0
    standing = standing_of("made-up", source.parent / "data", datetime(2026, 11, 20, 9, tzinfo=UTC))
    assert (standing.last_success, standing.is_late) == (START, True)
    assert standing.last_run.run_id == "20261120T080000Z"
    assert standing.last_night.logical_at == START


def test_what_a_harvest_knows_beyond_the_import_is_no_news_of_the_site(harvested: Harvested, tmp_path: Path) -> None:
    """The REST answers in a WARC have no names of categories and tags; the lists of a harvest tell them."""
    where = ("--data", str(tmp_path / "data"))
    with DemoSite() as site:
        demo = str(source_file(tmp_path, site.port))
        (warc,) = harvested.data.glob(f"raw/demo/*/{FIRST}.warc.gz")
        assert run(["import-warc", demo, str(warc), *where, "--now", "2026-11-03T02:00:00Z"]) == 0
        assert run(["harvest", demo, *where, "--now", "2026-11-04T02:00:00Z"]) == 0
    changes = load("demo", "changes", data=tmp_path / "data").collect()
    terms = changes.filter(changes["field"].is_in(["categories", "tags"]))
    assert terms.height > 0
    assert set(terms["cause"]) == {"extractor"}
