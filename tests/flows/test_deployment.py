"""What an operator relies on: deployed once, the harvest is planned every night and a worker runs it."""

from pathlib import Path

import pytest

from shelflist.demo import DemoSite
from tests.flows.server import Server, documented, documented_commands, wait_until

pytestmark = pytest.mark.prefect


def test_every_deployment_is_registered(deployed: Server) -> None:
    names = {found["name"] for found in deployed.ask("deployments/filter")}
    assert names == {"nightly", "replay", "weekly"}


def test_the_nightly_harvest_gets_scheduled_runs(deployed: Server) -> None:
    """With the wrong SQLAlchemy the scheduler says nothing and plans nothing (docs/decisions.md)."""
    wait_until(lambda: deployed.runs("nightly", "SCHEDULED"), 240, "the scheduler to plan a run")
    run = deployed.runs("nightly", "SCHEDULED")[0]
    assert run["auto_scheduled"]
    assert run["expected_start_time"][11:19] == "02:17:00"
    assert run["parameters"] == {"source": "michaelharrison", "data": ""}


def test_replay_waits_until_it_is_asked(deployed: Server) -> None:
    assert deployed.runs("replay", "SCHEDULED") == []


def test_a_worker_completes_a_harvest(deployed: Server, tmp_path: Path) -> None:
    data = tmp_path / "data"
    deployed.pause("nightly")  # should the tests run at 02:17, no worker must set out for the real site
    with DemoSite() as site:
        deployed.prefect(
            *documented("deployment run harvest/nightly"), "--param", "source=demo", "--param", f"data={data}",
            "--param", "now=2026-11-01T02:00:00Z", "--param", f"connect_to=127.0.0.1:{site.port}",
        )  # fmt: skip
        log = deployed.prefect(*documented("worker start"), "--run-once")
        wait_until(lambda: deployed.runs("nightly", "COMPLETED", "FAILED", "CRASHED"), 240, "the run to end")
    [run] = deployed.runs("nightly", "COMPLETED", "FAILED", "CRASHED")
    assert run["state"]["type"] == "COMPLETED", f"{run['state']['message']}\n{log}"
    assert (data / "clean" / "demo" / "latest" / "entries.parquet").is_file()
    kinds = {artifact["type"] for artifact in deployed.artifacts(run["id"])}
    assert kinds == {"markdown", "table", "progress"}


def test_the_documents_show_no_command_of_prefect_that_is_not_tried_here() -> None:
    tried = ("server start", "work-pool create", "deploy --all", "worker start", "deployment run")
    assert [command for command in documented_commands() if not command.startswith(tried)] == []


def test_a_replay_can_be_asked_for_as_the_documents_say(deployed: Server) -> None:
    deployed.prefect(*documented("deployment run replay/replay"))
    [run] = deployed.runs("replay", "SCHEDULED")
    assert run["parameters"]["source"] == "demo"
