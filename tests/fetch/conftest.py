"""A fault server and an empty recording for each test."""

from collections.abc import Iterator

import pytest

from tests.fetch.fakes import MemoryRecording
from tests.fetch.server import FaultServer


@pytest.fixture
def site() -> Iterator[FaultServer]:
    with FaultServer() as server:
        yield server


@pytest.fixture
def recording() -> MemoryRecording:
    return MemoryRecording()
