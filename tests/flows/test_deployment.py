"""What an operator relies on: deployed once, the harvest is planned every night and a worker runs it."""

from pathlib import Path

import pytest

from shelflist.demo import DemoSite
from tests.flows.server import Server, wait_until

pytestmark = pytest.mark.prefect


def test_every_deployment_is_registered(deployed: Server) -> None:
    names = {found["name"] for found in deployed.ask("deployments/filter")}
    assert names == {"nightly", "replay"}


def test_the_nightly_harvest_gets_scheduled_runs(deployed: Server) -> None:
    """With the wrong SQLAlchemy the scheduler says nothing and plans nothing (docs/decisions.md)."""
    wait_until(lambda: deployed.runs("nightly", "SCHEDULED"), 60, "the scheduler to plan a run")
    run = deployed.runs("nightly", "SCHEDULED")[0]
    assert run["auto_scheduled"]
    assert run["expected_start_time"][11:19] == "02:17:00"
    assert run["parameters"] == {"source": "michaelharrison", "data": ""}


def test_replay_waits_until_it_is_asked(deployed: Server) -> None:
    assert deployed.runs("replay", "SCHEDULED") == []


def test_a_worker_completes_a_harvest(deployed: Server, data: Path) -> None:
    deployed.pause("nightly")  # should the tests run at 02:17, no worker must set out for the real site
    with DemoSite() as site:
        deployed.prefect(
            "deployment", "run", "harvest/nightly", "--param", "source=demo", "--param", f"data={data}",
            "--param", "now=2026-11-01T02:00:00Z", "--param", f"connect_to=127.0.0.1:{site.port}",
        )  # fmt: skip
        log = deployed.prefect("worker", "start", "--pool", "local-proc", "--type", "process", "--run-once")
        wait_until(lambda: deployed.runs("nightly", "COMPLETED", "FAILED", "CRASHED"), 60, "the run to end")
    [run] = deployed.runs("nightly", "COMPLETED", "FAILED", "CRASHED")
    assert run["state"]["type"] == "COMPLETED", log
    assert (data / "clean" / "demo" / "latest" / "entries.parquet").is_file()
    kinds = {artifact["type"] for artifact in deployed.artifacts(run["id"])}
    assert kinds == {"markdown", "table", "progress"}
