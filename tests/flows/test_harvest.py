"""The flows in this very process, against a real server and a real site: states, parameters, artifacts."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from prefect.client.schemas.objects import State
from prefect.exceptions import ParameterTypeError
from prefect.settings import PREFECT_API_URL, temporary_settings

from flows.harvest import harvest
from flows.replay import replay
from shelflist.archive.lock import source_lock
from shelflist.demo import DemoSite
from shelflist.errors import LockedError
from tests.flows.server import Server

pytestmark = pytest.mark.prefect

NIGHT = datetime(2026, 11, 1, 2, tzinfo=UTC)


@pytest.fixture(autouse=True)
def using(server: Server) -> Iterator[None]:
    with temporary_settings({PREFECT_API_URL: server.api}):
        yield


@pytest.fixture
def site() -> Iterator[DemoSite]:
    with DemoSite() as running:
        yield running


def night(site: DemoSite, data: Path, number: int = 0, **more: Any) -> "State[Any]":
    """The flow's state after harvesting the demo `number` nights later."""
    where = f"127.0.0.1:{site.port}"
    return harvest("demo", str(data), now=NIGHT + timedelta(days=number), connect_to=where, return_state=True, **more)


def tables(data: Path) -> dict[str, bytes]:
    latest = (data / "clean" / "demo" / "latest").resolve()
    return {file.name: file.read_bytes() for file in sorted(latest.iterdir())}


def test_a_quiet_night_is_completed_and_named_unchanged(site: DemoSite, data: Path) -> None:
    first = night(site, data)
    assert (first.is_completed(), first.name) == (True, "Completed")
    before = tables(data)
    second = night(site, data, 1)
    assert (second.is_completed(), second.name) == (True, "Unchanged")
    assert tables(data) == before


def test_a_site_that_is_down_fails_the_flow_and_leaves_the_tables(site: DemoSite, data: Path) -> None:
    night(site, data)
    before = tables(data)
    site.fail_with = 503
    state = night(site, data, 1)
    assert state.is_failed()
    assert "failed" in (state.message or "")
    assert tables(data) == before


def test_empty_pages_are_held_or_partial_and_never_a_plain_success(site: DemoSite, data: Path) -> None:
    night(site, data)
    before = tables(data)
    site.empty = True
    site.edition = 2
    state = night(site, data, 1)
    assert state.is_failed() or state.name in ("Held", "Partial")
    assert tables(data)["entries.csv"] == before["entries.csv"]


def test_replay_gives_the_tables_of_the_nights_again(site: DemoSite, data: Path) -> None:
    night(site, data)
    site.edition = 2
    night(site, data, 1)
    before = tables(data)
    asked = len(site.requests)
    state = replay("demo", str(data), return_state=True)
    assert state.is_completed()
    assert tables(data) == before
    assert len(site.requests) == asked


def test_a_harvest_beside_another_one_fails_at_once(site: DemoSite, data: Path) -> None:
    with source_lock(data / "raw" / "demo"):
        state = night(site, data)
    assert state.is_failed()
    assert isinstance(state.result(raise_on_failure=False), LockedError)
    assert site.requests == []


@pytest.mark.parametrize("wrong", [{"limit": 0}, {"connect_to": "nowhere"}, {"now": "2026-11-01T02:00:00"}])
def test_parameters_are_checked_before_anything_is_asked(wrong: dict[str, Any], data: Path) -> None:
    """A clock without a time zone is refused too."""
    with pytest.raises(ParameterTypeError):
        harvest("demo", str(data), **wrong)
    assert not data.exists()
