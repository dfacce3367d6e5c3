"""A published archive of two nights: one entry added, removed, changed, moved to another page, relinked each."""

import shutil
from collections.abc import Callable
from functools import partial
from pathlib import Path

import polars as pl
import pytest

from shelflist.models.track import State
from shelflist.publish.snapshot import flip, publish
from shelflist.sources.model import Scope, Source
from shelflist.tables.build import snapshot_tables
from tests.support import rows

Tables = dict[str, pl.DataFrame]
Publish = Callable[[int, Tables], Path]

SOURCE = Source(
    name=rows.SOURCE_ID, title="An archive", home="http://localhost:8000/", scope=Scope(allow_loopback=True)
)


def first_night() -> State:
    return rows.state(
        rows.page("p1"),
        rows.page("p2", title="Zimbabwe"),
        rows.heading("h1"),
        rows.entry("kept", heading_id="h1", heading_path=("Pamphlets",)),
        rows.entry("changed", position=1),
        rows.entry("moved", position=2),
        rows.entry("relinked", position=3),
        rows.entry("removed", position=4, citation=rows.citation("The Epic of the Black Sea")),
    )


def second_night() -> State:
    return rows.state(
        rows.page("p1"),
        rows.page("p2", title="Zimbabwe"),
        rows.heading("h1"),
        rows.entry("kept", heading_id="h1", heading_path=("Pamphlets",), location=rows.location(9)),
        rows.entry(
            "changed", position=1, citation=rows.citation(page_count=36, extent_raw="36 pages"), citation_raw="36"
        ),
        rows.entry("moved", page_id="p2", position=2),
        rows.entry("relinked", position=3, links=(rows.link("l-relinked", "https://archive.example/new.pdf"),)),
        rows.entry("added", position=5, citation=rows.citation("=The Truth | about Intervention")),
    )


@pytest.fixture
def data(tmp_path: Path) -> Path:
    return tmp_path / "data"


@pytest.fixture
def clean(data: Path) -> Path:
    return data / "clean" / rows.SOURCE_ID


def _release(clean: Path, night: int, tables: Tables) -> Path:
    previous = rows.run_id(night - 1) if night > 1 else None
    folder = publish(clean, rows.run_id(night), tables, source=SOURCE, previous=previous)
    flip(clean, rows.run_id(night))
    return folder


@pytest.fixture
def release(clean: Path) -> Publish:
    """Publish and flip the tables of the n-th night."""
    return partial(_release, clean)


@pytest.fixture(scope="session")
def _published(tmp_path_factory: pytest.TempPathFactory) -> Path:
    clean = tmp_path_factory.mktemp("published")
    _release(clean, 1, snapshot_tables(first_night()))
    _release(clean, 2, snapshot_tables(second_night()))
    return clean


@pytest.fixture
def two_nights(_published: Path, clean: Path) -> tuple[Path, Path]:
    """The folders of the two snapshots; a copy, whose files are not shared."""
    shutil.copytree(_published, clean, symlinks=True)
    return clean / "snapshots" / rows.run_id(1), clean / "snapshots" / rows.run_id(2)
