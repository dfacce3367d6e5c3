"""One live WordPress for all tests of this folder."""

from collections.abc import Iterator

import pytest

from tests.wordpress.live import Site


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    started = Site.start(tmp_path_factory.mktemp("wordpress"))
    yield started
    started.wp("clean")
