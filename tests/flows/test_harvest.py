"""The flows in this very process, against a real server and a real site: states, parameters, artifacts."""

import subprocess
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from prefect.exceptions import ParameterTypeError

from flows.check_links import check_links
from flows.harvest import harvest
from flows.replay import replay
from shelflist.archive.lock import source_lock
from shelflist.demo import DemoSite
from shelflist.errors import LockedError
from tests.flows.nights import copy, night, tables, using
from tests.flows.server import Server

pytestmark = pytest.mark.prefect


@pytest.fixture(autouse=True)
def _using(server: Server) -> Iterator[None]:
    with using(server):
        yield


@pytest.fixture
def site() -> Iterator[DemoSite]:
    with DemoSite() as running:
        yield running


def test_a_quiet_night_is_completed_and_named_unchanged(site: DemoSite, data: Path) -> None:
    before = tables(data)
    state = night(site, data, 2)
    assert (state.is_completed(), state.name) == (True, "Unchanged")
    assert tables(data) == before


def test_a_site_that_is_down_fails_the_flow_and_leaves_the_tables(site: DemoSite, data: Path) -> None:
    before = tables(data)
    site.fail_with = 503
    state = night(site, data, 2)
    assert state.is_failed()
    assert "failed" in (state.message or "")
    assert tables(data) == before


def test_empty_pages_are_never_a_plain_success_and_take_no_entry_away(site: DemoSite, data: Path) -> None:
    before = tables(data)
    site.edition, site.empty = 2, True
    state = night(site, data, 2)
    assert state.is_failed() or state.name in ("Held", "Partial")
    assert tables(data)["entries.csv"] == before["entries.csv"]


def test_replay_gives_the_tables_of_the_nights_again(two_nights: Path, tmp_path: Path) -> None:
    data = copy(two_nights, tmp_path / "data")
    before = tables(data)
    state: Any = replay("demo", str(data), return_state=True)
    assert state.is_completed()
    assert tables(data) == before


def test_the_weekly_flow_says_which_documents_are_there(site: DemoSite, data: Path) -> None:
    found: Any = check_links(
        "demo", str(data), limit=5, now=datetime(2026, 11, 1, 9, tzinfo=UTC),
        connect_to=f"127.0.0.1:{site.port}", return_state=True,
    )  # fmt: skip
    assert found.is_completed()
    assert found.message == "5 of 66 documents checked; 5 present, 61 unchecked; 61 left"


def test_a_harvest_beside_another_one_fails_at_once(site: DemoSite, data: Path) -> None:
    with source_lock(data / "raw" / "demo"):
        state = night(site, data, 2)
    assert state.is_failed()
    assert isinstance(state.result(raise_on_failure=False), LockedError)
    assert site.requests == []


@pytest.mark.parametrize("wrong", [{"limit": 0}, {"connect_to": "nowhere"}, {"now": "2026-11-01T02:00:00"}])
def test_parameters_are_checked_before_anything_is_asked(wrong: dict[str, Any], tmp_path: Path) -> None:
    """A clock without a time zone is refused too."""
    with pytest.raises(ParameterTypeError):
        harvest("demo", str(tmp_path / "data"), **wrong)
    assert not (tmp_path / "data").exists()


def test_committed_tables_show_the_changes_and_nothing_else(one_night: Path, two_nights: Path, tmp_path: Path) -> None:
    """As docs/operations.md says to do it: three entries added, one missing, one each changed, moved and re-linked."""
    repository = tmp_path / "repository"

    def git(*words: str) -> str:
        command = ("git", "-C", str(repository), "-c", "user.name=test", "-c", "user.email=test@localhost", *words)
        return subprocess.run(command, capture_output=True, text=True, check=True).stdout

    catalogue = repository / "catalogue" / "demo"
    catalogue.mkdir(parents=True)
    git("init", "--quiet")
    for data in (one_night, two_nights):
        for name, content in tables(data).items():
            if name.endswith(".csv"):
                (catalogue / name).write_bytes(content)
        git("add", ".")
        git("commit", "--quiet", "--message", "night")
    added, removed, _ = git("diff", "--numstat", "HEAD~", "--", "catalogue/demo/entries.csv").split("\t")
    assert (int(added), int(removed)) == (3 + 4, 4)
