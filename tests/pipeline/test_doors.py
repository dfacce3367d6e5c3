"""A site whose REST interface comes and goes: the same pages through another door are no news."""

from dataclasses import replace
from pathlib import Path

import polars as pl

from shelflist import load
from shelflist.pipeline import stages
from shelflist.sources.load import parse_source
from tests.fetch.server import FaultServer
from tests.fetch.wordpress import post, serve
from tests.pipeline.conftest import FIRST_NIGHT, Archive


def test_a_site_that_answers_through_one_door_then_the_other_gives_no_event(archive: Archive) -> None:
    for day in range(1, 6):
        archive.site.rest = day % 2 == 1
        outcome = archive.harvest(day)
        assert outcome.runs[-1].door == ("wordpress" if archive.site.rest else "sitemap")
        assert day == 1 or outcome.events == ()
        assert day <= 2 or outcome.result == "unchanged"  # the second door may know a page's language
    assert stages.verify(archive.loaded, archive.data) == []


def test_a_run_tells_whether_the_doors_agree_and_what_only_one_knows(archive: Archive) -> None:
    loaded = archive.with_rules('"wordpress", "sitemap"]', '"wordpress", "sitemap"]\npost_types = ["posts"]')
    archive = replace(archive, loaded=loaded)
    first = archive.harvest(1)
    known = load("demo", "pages", data=archive.data).filter(pl.col("wp_post_id").is_not_null()).collect().height
    told = load("demo", "runs", data=archive.data).collect().row(0, named=True)
    assert told["doors_compared"] == ["wordpress", "sitemap"]
    assert told["doors_agreed"] == ["wordpress"], "the list of posts names no pages"
    alone = told["pages_of_one_door"]
    assert alone
    assert all(page.startswith("sitemap: http://demo.localhost/") for page in alone)
    assert known == first.runs[-1].pages_complete, "what the second door knows is harvested as well"
    assert f"only one door knows {len(alone)} of them" in (first.report or archive.data).read_text()
    archive.harvest(2)
    assert load("demo", "runs", data=archive.data).collect().row(1, named=True)["doors_compared"] == []
    assert stages.verify(loaded, archive.data) == []


def test_contents_that_are_all_empty_by_rest_are_told(tmp_path: Path) -> None:
    """As a page builder keeps them elsewhere: a harvest of nothing must not pass for one of everything."""
    with FaultServer() as server:
        bare = {"content": {"rendered": ""}, "title": {"rendered": "x"}}
        serve(server, *(post(server, number) | bare for number in (1, 2, 3)))
        text = (
            f'name = "bare"\ntitle = "Bare"\nhome = "{server.home}"\n[scope]\nallow_loopback = true\n'
            '[pages]\ndoors = ["wordpress"]\n[politeness]\ndelay_seconds = 0\nretries = 0\n'
        )
        outcome = stages.harvest(parse_source(text, "bare.toml"), tmp_path, now=FIRST_NIGHT)
    assert outcome.report is not None
    assert "all 3 pages that were read by the REST interface are empty there" in outcome.report.read_text()
