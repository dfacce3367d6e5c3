"""One Prefect server for all tests of the flows."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.flows.server import Server, documented, running_server


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    with running_server(tmp_path_factory.mktemp("prefect")) as running:
        yield running


@pytest.fixture(scope="session")
def deployed(server: Server) -> Server:
    """The server with everything that docs/operations.md has an operator do once."""
    server.prefect(*documented("work-pool create"))
    server.prefect(*documented("deploy"))
    return server


@pytest.fixture
def data(tmp_path: Path) -> Path:
    return tmp_path / "data"
