from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

import pytest

from shelflist.demo import DemoSite
from shelflist.pipeline import stages
from shelflist.pipeline.outcome import Outcome
from shelflist.sources import load_source
from tests.cli.running import NIGHTS


@dataclass(frozen=True)
class TwoNights:
    """`data` lies in `folder`; what each night came to."""

    folder: Path
    outcomes: tuple[Outcome, ...]


@pytest.fixture(scope="session")
def two_nights(tmp_path_factory: pytest.TempPathFactory) -> TwoNights:
    """What `make harvest` makes: the bundled rules, both editions, fixed clocks."""
    folder = tmp_path_factory.mktemp("readme")
    loaded = load_source("demo")
    with DemoSite() as site:
        politeness = loaded.source.politeness.model_copy(update={"connect_to": f"127.0.0.1:{site.port}"})
        loaded = replace(loaded, source=loaded.source.model_copy(update={"politeness": politeness}))
        outcomes = []
        for edition, now in NIGHTS:
            site.edition = edition
            outcomes.append(stages.harvest(loaded, folder / "data", now=datetime.fromisoformat(now)))
    return TwoNights(folder, tuple(outcomes))
