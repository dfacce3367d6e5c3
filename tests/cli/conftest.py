from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.cli.running import Harvested, harvest_twice


@pytest.fixture(scope="session")
def harvested(tmp_path_factory: pytest.TempPathFactory) -> Harvested:
    """The demo after both nights; tests look at it and leave it as it is."""
    return harvest_twice(tmp_path_factory.mktemp("two-nights"))


@pytest.fixture
def no_data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A data directory where nothing was harvested."""
    monkeypatch.setenv("SHELFLIST_DATA", str(tmp_path / "none"))
    yield tmp_path / "none"
