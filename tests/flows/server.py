"""A real Prefect server on loopback, with a home of its own, and the commands an operator gives it.

Every wait has an end, and no process outlives the tests.
"""

import json
import os
import re
import shlex
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

PROJECT = Path(__file__).parents[2]
PREFECT = str(Path(sys.executable).with_name("prefect"))


@dataclass(frozen=True)
class Server:
    """`environment` is what a process needs to use it."""

    port: int
    environment: dict[str, str]

    @property
    def api(self) -> str:
        return f"http://127.0.0.1:{self.port}/api"

    def prefect(self, *words: str, timeout: float = 240) -> str:
        """What an operator types, from the project's folder; its standard output."""
        command = (PREFECT, "--no-prompt", *words)
        done = subprocess.run(
            command, cwd=PROJECT, env=self.environment, capture_output=True, text=True, timeout=timeout, check=False
        )
        assert done.returncode == 0, f"{' '.join(command)}\n{done.stdout}\n{done.stderr}"
        return done.stdout

    def ask(self, path: str, **body: object) -> Any:
        """The API's answer to a POST."""
        request = urllib.request.Request(
            f"{self.api}/{path}", json.dumps(body).encode(), {"Content-Type": "application/json"}
        )
        with urllib.request.urlopen(request, timeout=30) as answer:
            return json.loads(answer.read() or b"null")

    def runs(self, deployment: str, *states: str) -> list[dict[str, Any]]:
        """Runs of a deployment that are in one of the states (by type)."""
        found: list[dict[str, Any]] = self.ask(
            "flow_runs/filter",
            flow_runs={"state": {"type": {"any_": list(states)}}},
            deployments={"name": {"any_": [deployment]}},
        )
        return found

    def pause(self, deployment: str) -> None:
        """Plan no more runs and forget the planned ones."""
        [found] = self.ask("deployments/filter", deployments={"name": {"any_": [deployment]}})
        self.ask(f"deployments/{found['id']}/pause_deployment")

    def artifacts(self, flow_run_id: str) -> list[dict[str, Any]]:
        found: list[dict[str, Any]] = self.ask("artifacts/filter", flow_runs={"id": {"any_": [flow_run_id]}})
        return found


@contextmanager
def running_server(home: Path) -> Iterator[Server]:
    """Started on a free port, healthy, and stopped at the end with whatever it started."""
    port = free_port()
    server = Server(port, environment_for(home, f"http://127.0.0.1:{port}/api"))
    log = home / "server.log"
    with log.open("wb") as output:
        process = subprocess.Popen(
            [PREFECT, *(str(port) if word == "4200" else word for word in documented("server start"))],
            cwd=home, env=server.environment, stdout=output, stderr=output, start_new_session=True,
        )  # fmt: skip
    try:
        wait_until(lambda: process.poll() is not None or is_healthy(server), 240, "the server to answer")
        assert process.poll() is None, log.read_text()
        yield server
    finally:
        stop(process)


def environment_for(home: Path, api: str | None) -> dict[str, str]:
    """Without any Prefect setting of the person who runs the tests; `api` None: Prefect starts its own server."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("PREFECT_", "SHELFLIST_"))}
    quiet = {"PREFECT_HOME": str(home), "DO_NOT_TRACK": "1", "PREFECT_SERVER_ANALYTICS_ENABLED": "false"}
    schedule = {"PREFECT_SERVER_SERVICES_SCHEDULER_LOOP_SECONDS": "5", "PWD": str(PROJECT), "NO_COLOR": "1"}
    return kept | quiet | schedule | ({"PREFECT_API_URL": api} if api else {})


def documented(beginning: str) -> list[str]:
    """The words of the command of docs/operations.md that begins so, without `prefect` itself."""
    found = [command for command in documented_commands() if command.startswith(beginning)]
    assert found, f"docs/operations.md shows no prefect {beginning}"
    return shlex.split(found[0])


def documented_commands() -> list[str]:
    """Every command of Prefect that docs/operations.md shows, as the tests can run it."""
    text = (PROJECT / "docs" / "operations.md").read_text(encoding="utf-8")
    return re.findall(r"^\$ prefect (?:--no-prompt )?(.*)$", text, re.MULTILINE)


def is_healthy(server: Server) -> bool:
    try:
        with urllib.request.urlopen(f"{server.api}/health", timeout=2) as answer:
            return bool(answer.status == 200)
    except (urllib.error.URLError, OSError):
        return False


def wait_until(condition: Callable[[], object], seconds: float, what: str) -> None:
    end = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < end, f"waited {seconds} s in vain for {what}"
        time.sleep(0.25)


def stop(process: subprocess.Popen[bytes]) -> None:
    """The process and its children, by the group it leads."""
    for number in (signal.SIGTERM, signal.SIGKILL):
        if process.poll() is None:
            os.killpg(process.pid, number)
            try:
                process.wait(timeout=15)
            except subprocess.TimeoutExpired:
                continue


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port
