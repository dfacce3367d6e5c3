"""Harvests of the demo archive over real HTTP on loopback, into a folder of the test's own."""

import shutil
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from shelflist.demo.site import DemoSite
from shelflist.pipeline import stages
from shelflist.pipeline.outcome import Outcome
from shelflist.sources import LoadedSource, load_source
from shelflist.sources.load import parse_source

FIRST_NIGHT = datetime(2026, 11, 1, 2, tzinfo=UTC)


@dataclass
class Archive:
    """The demo site, the rules to harvest it by, and where to."""

    site: DemoSite
    loaded: LoadedSource
    data: Path

    def harvest(self, day: int, *, edition: int | None = None, limit: int | None = None) -> Outcome:
        """Night number `day`, from 1."""
        if edition is not None:
            self.site.edition = edition
        return stages.harvest(self.loaded, self.data, now=FIRST_NIGHT + timedelta(days=day - 1), limit=limit)

    @property
    def clean(self) -> Path:
        return self.data / "clean" / "demo"

    @property
    def raw(self) -> Path:
        return self.data / "raw" / "demo"

    @property
    def latest(self) -> str:
        return (self.clean / "latest").readlink().name

    def with_rules(self, old: str, new: str) -> LoadedSource:
        """The same source, its file edited."""
        text = load_source("demo").text
        assert old in text
        edited = replace(parse_source(text.replace(old, new), "demo.toml"), is_bundled=True)
        return connected(edited, self.site.port)


def connected(loaded: LoadedSource, port: int) -> LoadedSource:
    politeness = loaded.source.politeness.model_copy(
        update={"connect_to": f"127.0.0.1:{port}", "retries": 1, "max_wait_seconds": 1.0}
    )
    return replace(loaded, source=loaded.source.model_copy(update={"politeness": politeness}))


@pytest.fixture
def archive(tmp_path: Path) -> Iterator[Archive]:
    with DemoSite() as site:
        yield Archive(site, connected(load_source("demo"), site.port), tmp_path / "data")


@pytest.fixture(scope="session")
def first_night(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The data folder as the first night leaves it; for copying only."""
    data = tmp_path_factory.mktemp("first-night") / "data"
    with DemoSite() as site:
        Archive(site, connected(load_source("demo"), site.port), data).harvest(1)
    return data


@pytest.fixture
def harvested(archive: Archive, first_night: Path) -> Archive:
    """The archive after its first night."""
    shutil.copytree(first_night, archive.data, symlinks=True)
    return archive


def tree(folder: Path) -> dict[str, bytes]:
    """Every real file below the folder, by its path, without those for the next night; `latest` is not told twice."""
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
        and not {"latest", ".readings"} & set(path.relative_to(folder).parts)
        and not path.name.startswith(".")
    }
