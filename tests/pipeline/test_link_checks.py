"""Checks of the linked documents beside the nights: what the tables say, and that no night is touched by them."""

import shutil
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import polars as pl
import pytest

import shelflist
from shelflist.archive.ledger import LEDGER_NAME
from shelflist.cli.standing import standing_of
from shelflist.errors import HarvestInterrupted
from shelflist.fetch.ports import SilentProgress
from shelflist.pipeline import stages
from shelflist.pipeline.explaining import explain_entry
from shelflist.pipeline.link_checks import Checked, check_due
from shelflist.publish.snapshot import latest_version
from tests.fetch.server import FaultServer, answer
from tests.pipeline.chronicle import Chronicle, chronicle, target
from tests.pipeline.conftest import tree

TITLES = ("Weaving in Wales", "Looms of the North", "The Dyer at Work")
SITE = {"a": TITLES}
FILES = {title: f"/files/{target(title)}" for title in TITLES}


class Checking:
    """A made-up archive whose documents lie on a server of the test."""

    def __init__(self, made: Chronicle, files: FaultServer) -> None:
        self.made, self.files = made, files
        loaded = made.place.loaded
        politeness = loaded.source.politeness.model_copy(
            update={"connect_to": files.home.removeprefix("http://").rstrip("/"), "delay_seconds": 0, "retries": 0}
        )
        made.place = replace(made.place, loaded=replace(loaded, source=loaded.source.model_copy(
            update={"politeness": politeness})))  # fmt: skip
        for path in FILES.values():
            files.on(f"HEAD {path}", answer(b"x" * 500, headers={"Content-Type": "application/pdf"}))

    def check(self, limit: int | None = None) -> Checked:
        """An hour before the next night."""
        now = self.made.at - timedelta(hours=1)
        return check_due(self.made.place, now=now, limit=limit, progress=stages.SILENT)

    def week(self) -> None:
        self.made.at += timedelta(days=7)

    @property
    def links(self) -> pl.DataFrame:
        return shelflist.load("made-up", "links", data=self.made.place.data).collect()

    @property
    def versions(self) -> int:
        return len(list((self.made.place.clean / "snapshots").iterdir()))


@pytest.fixture
def checking(tmp_path: Path) -> Iterator[Checking]:
    with FaultServer() as files, chronicle(tmp_path) as made:
        made.night(SITE)
        yield Checking(made, files)


def test_what_is_found_stands_in_links_and_nowhere_else(checking: Checking) -> None:
    made = checking.made
    entries = (made.place.clean / "latest" / "entries.csv").read_bytes()
    assert set(checking.links["target_status"]) == {None}
    told = checking.check()
    assert (told.exit_code, told.standings, told.requests) == (0, {"present": 3}, 4)
    links = checking.links
    assert set(links["target_status"]) == {200}
    assert set(links["target_bytes"]) == {500}
    assert set(links["media_type"]) == {"application/pdf"}
    assert (made.place.clean / "latest" / "entries.csv").read_bytes() == entries
    assert len(list((made.place.clean / "runs").iterdir())) == 1, "a check is no run"
    assert shelflist.load("made-up", "link_checks", data=made.place.data).collect()["found"].to_list() == [True] * 3
    night = made.night(SITE)
    assert (night.events, night.result) == ((), "unchanged")


def test_a_check_that_finds_all_as_it_was_gives_no_snapshot(checking: Checking) -> None:
    checking.check()
    before, versions = checking.links, checking.versions
    checking.week()
    assert len(checking.check().checked) == 3
    assert checking.versions == versions
    assert checking.links.equals(before)
    assert len(list((checking.made.place.clean / "checks").iterdir())) == 2


def test_a_document_that_vanishes_is_doubtful_first_and_missing_since_then(checking: Checking) -> None:
    checking.check()
    checking.week()
    gone = FILES[TITLES[0]]
    checking.files.on(f"HEAD {gone}", answer(status=404))
    checking.files.on(gone, answer("<h1>Not here</h1>", status=404))
    told = checking.check()
    assert (told.exit_code, told.standings) == (0, {"doubtful": 1, "present": 2})
    first = checking.made.at - timedelta(hours=1)
    checking.made.at += timedelta(days=1)
    told = checking.check()
    assert [one.url for one in told.checked] == [f"http://archive.localhost{gone}"], "only the doubtful one is due"
    assert (told.exit_code, told.standings) == (3, {"missing": 1, "present": 2})
    lost = checking.links.filter(pl.col("target_missing_since").is_not_null())
    assert lost["url"].str.ends_with(gone).all()
    assert lost.row(0, named=True)["target_missing_since"] == first
    assert lost.row(0, named=True)["target_bytes"] == 500
    standing = standing_of("made-up", checking.made.place.data, checking.made.at)
    assert standing.documents_checked == 3
    (missing,) = standing.documents_missing
    assert (missing.url, missing.http_status, missing.missing_since) == (f"http://archive.localhost{gone}", 404, first)
    assert TITLES[0] in missing.citation_raw
    assert all(row.status == "active" for row in checking.made.state.entries.values())
    assert checking.made.problems() == []
    checking.week()
    checking.files.on(f"HEAD {gone}", answer(b"x" * 500, headers={"Content-Type": "application/pdf"}))
    assert checking.check().standings == {"present": 3}


def test_a_check_goes_on_where_the_last_one_ended(checking: Checking) -> None:
    first = checking.check(limit=2)
    assert (len(first.checked), first.left) == (2, 1)
    checking.made.at += timedelta(days=1)
    second = checking.check()
    assert (len(second.checked), second.passed_over, second.left) == (1, 2, 0)
    assert {one.url for one in first.checked}.isdisjoint(one.url for one in second.checked)
    checking.made.at += timedelta(days=1)
    assert checking.check().checked == ()


def test_a_killed_check_keeps_what_it_learnt_and_is_ended_by_the_next(checking: Checking) -> None:
    made = checking.made
    checking.check()
    ledger = made.place.raw / LEDGER_NAME
    lines = ledger.read_bytes().splitlines(keepends=True)
    clean = made.place.clean
    shutil.rmtree(clean)
    ledger.write_bytes(b"".join(lines[:-2]))  # without the last answer, and without the end
    stages.fold(made.place)
    made.night(SITE)
    assert set(checking.links["target_status"]) == {None}
    made.at += timedelta(days=1)
    told = checking.check()
    assert (len(told.checked), told.passed_over) == (1, 2)
    assert told.standings == {"present": 3}
    assert made.problems() == []


def test_ctrl_c_keeps_what_was_learnt(checking: Checking, monkeypatch: pytest.MonkeyPatch) -> None:
    class Interrupting(SilentProgress):
        def advance(self, text: str = "") -> None:
            if text.startswith("http"):
                raise KeyboardInterrupt

    with pytest.raises(HarvestInterrupted, match="cancelled"):
        check_due(checking.made.place, now=checking.made.at - timedelta(hours=1), progress=Interrupting())
    assert checking.links["target_status"].is_null().all()
    checking.made.at += timedelta(days=1)
    assert len(checking.check().checked) == 3


def test_when_nothing_can_be_learnt_the_check_failed_and_nothing_is_missing(checking: Checking) -> None:
    checking.check()
    checking.week()
    checking.files.on("/robots.txt", answer(status=503))
    version = latest_version(checking.made.place.clean)
    told = checking.check()
    assert (told.exit_code, told.unknown) == (1, {"robots_unreachable": 3})
    assert told.standings == {"present": 3}
    assert latest_version(checking.made.place.clean) == version


def test_replay_gives_the_same_files(checking: Checking) -> None:
    checking.check()
    checking.made.night({"a": TITLES[:2], "b": (TITLES[2],)})
    checking.week()
    checking.files.on(f"HEAD {FILES[TITLES[1]]}", answer(status=410))
    checking.check()
    before = tree(checking.made.place.clean)
    shutil.rmtree(checking.made.place.clean)
    stages.fold(checking.made.place)
    assert tree(checking.made.place.clean) == before


def test_a_link_to_an_attachment_page_has_the_file_beside_it(checking: Checking) -> None:
    line = '<a href="/weft/" rel="attachment wp-att-7"><em>Weft</em></a>, Ann Ash, Weft Press, Leeds, 1912, 40 pages.'
    checking.made.night({"a": (*TITLES, line)})
    page = {"Content-Type": "text/html", "Link": '<http://archive.localhost/wp-json/wp/v2/media/7>; rel="alternate"'}
    checking.files.on("HEAD /weft/", answer("", headers=page))
    item = '{"source_url": "http://archive.localhost/files/weft.pdf", "mime_type": "application/pdf"}'
    checking.files.on("/wp-json/wp/v2/media/7?_fields=source_url,mime_type", answer(item))
    checking.files.on("HEAD /files/weft.pdf", answer(b"x" * 700, headers={"Content-Type": "application/pdf"}))
    assert checking.check().standings == {"present": 4}
    row = checking.links.filter(pl.col("url") == "http://archive.localhost/weft/").row(0, named=True)
    assert row["document_url"] == "http://archive.localhost/files/weft.pdf"
    assert (row["media_type"], row["target_bytes"], row["target_url"]) == ("application/pdf", 700, None)
    assert checking.links["document_url"].null_count() == 3
    checks = shelflist.load("made-up", "link_checks", data=checking.made.place.data).collect()
    assert checks["document_url"].drop_nulls().to_list() == [row["document_url"]]
    explained = explain_entry(checking.made.place, row["entry_id"])
    assert explained.documents == {row["url"]: row["document_url"]}
    assert checking.made.problems() == []
