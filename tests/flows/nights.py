"""Nights of the demo archive, harvested by the flow in this very process."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from prefect.client.schemas.objects import State
from prefect.events.worker import EventsWorker
from prefect.settings import PREFECT_API_URL, PREFECT_LOGGING_TO_API_ENABLED, temporary_settings

from flows.harvest import harvest
from shelflist.demo import DemoSite
from tests.flows.server import Server

FIRST = datetime(2026, 11, 1, 2, tzinfo=UTC)


@contextmanager
def using(server: Server) -> Iterator[None]:
    with temporary_settings({PREFECT_API_URL: server.api, PREFECT_LOGGING_TO_API_ENABLED: False}):
        yield


def let_go() -> None:
    """Send what Prefect still holds back, while there is a server: else it goes on trying after the last test."""
    EventsWorker.drain_all()


def night(site: DemoSite, data: Path, number: int = 1, **more: Any) -> "State[Any]":
    """The flow's state after harvesting the demo on the first night, or a later one."""
    where = f"127.0.0.1:{site.port}"
    now = FIRST + timedelta(days=number - 1)
    return harvest("demo", str(data), now=now, connect_to=where, return_state=True, **more)


def copy(data: Path, to: Path) -> Path:
    """A data folder for one test to spoil."""
    return Path(shutil.copytree(data, to, symlinks=True))


def tables(data: Path) -> dict[str, bytes]:
    """The newest snapshot, file by file."""
    latest = (data / "clean" / "demo" / "latest").resolve()
    return {file.name: file.read_bytes() for file in sorted(latest.iterdir())}


def everything(data: Path) -> dict[str, bytes]:
    """All that was harvested, by path; a symbolic link counts as where it leads, what begins with a dot does not."""
    found = sorted(path for part in ("raw/demo", "clean/demo") for path in (data / part).rglob("*"))
    return {
        str(path.relative_to(data)): str(path.readlink()).encode() if path.is_symlink() else path.read_bytes()
        for path in found
        if (path.is_symlink() or path.is_file())
        and not any(part.startswith(".") for part in path.relative_to(data).parts)
    }
