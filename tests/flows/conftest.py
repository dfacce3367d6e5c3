"""One Prefect server, and two harvested nights, for all tests of the flows; it ends with the last of them."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from shelflist.demo import DemoSite
from tests.flows.nights import copy, let_go, night, using
from tests.flows.server import Server, documented, running_server


@pytest.fixture(scope="package")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    with running_server(tmp_path_factory.mktemp("prefect")) as running:
        yield running
        let_go()


@pytest.fixture(scope="package")
def deployed(server: Server) -> Server:
    """The server with everything that docs/operations.md has an operator do once."""
    server.prefect(*documented("work-pool create"))
    server.prefect(*documented("deploy"))
    return server


@pytest.fixture(scope="package")
def one_night(server: Server, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder with the demo's first edition, harvested by the flow."""
    data = tmp_path_factory.mktemp("nights") / "one"
    with using(server), DemoSite() as site:
        state = night(site, data)
    assert (state.is_completed(), state.name) == (True, "Completed"), state.message
    return data


@pytest.fixture(scope="package")
def two_nights(server: Server, one_night: Path) -> Path:
    """... and with the second edition, harvested a day later."""
    data = copy(one_night, one_night.with_name("two"))
    with using(server), DemoSite(edition=2) as site:
        state = night(site, data, 2)
    assert (state.is_completed(), state.name) == (True, "Completed"), state.message
    return data


@pytest.fixture
def data(one_night: Path, tmp_path: Path) -> Path:
    """The first night, for one test to go on from."""
    return copy(one_night, tmp_path / "data")
