"""The archive under attack, harvested on four nights, for all tests of this folder."""

import socket
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from shelflist.fetch import transport
from shelflist.models.track import PageObservation
from shelflist.pipeline import stages
from shelflist.pipeline.outcome import Outcome
from shelflist.sources import LoadedSource
from shelflist.sources.load import parse_source
from tests.faults.clock import CLOCK
from tests.faults.fault import Fault
from tests.faults.memory import Memory
from tests.faults.server import Archive, names
from tests.faults.table import FAULTS

FIRST = datetime(2026, 11, 1, 2, tzinfo=UTC)
BAD_NIGHTS = (1, 2)

RULES = """
name = "attacked"
title = "An archive under attack"
home = "{home}"

[scope]
allow_loopback = true
hosts = [{hosts}]

[pages]
doors = ["sitemap"]
sitemaps = ["/sitemap.xml"]

[politeness]
delay_seconds = 0
timeout_seconds = 8
total_timeout_seconds = 60
max_bytes = 2_000_000
retries = 0

# So that no gate keeps the faults from doing the harm that they must not do.
[gates]
page_min_ratio = 0.0
run_min_answered = 0.0
run_max_removed = 10_000
run_max_changed = 10_000
"""


@dataclass
class Attack:
    """Four nights: all is well, the faults strike, they strike again, all is well."""

    site: Archive
    loaded: LoadedSource
    data: Path
    nights: list[Outcome] = field(default_factory=list)
    requests: list[int] = field(default_factory=list)
    memory: Memory = field(default_factory=Memory)

    def live(self, night: int, at: datetime) -> None:
        """One night's harvest; names lead where the faults want them to for so long and no longer."""
        self.site.is_faulty = night in BAD_NIGHTS
        before = len(self.site.requests)
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(socket, "getaddrinfo", names(_numbers(night)))
            patch.setattr(transport, "time", CLOCK)
            self.nights.append(stages.harvest(self.loaded, self.data, now=at))
        self.requests.append(len(self.site.requests) - before)

    def of(self, fault: Fault, night: int) -> PageObservation:
        (found,) = [one for one in self.nights[night].observations if one.url == self.site.address(fault)]
        return found

    def events(self, night: int) -> Counter[str]:
        """Without those of pages; how many of what."""
        return Counter(event.change_type for event in self.nights[night].events if event.entity_type != "page")


@pytest.fixture(scope="session")
def attack(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Attack]:
    data = tmp_path_factory.mktemp("attacked")
    with Archive(FAULTS) as site:
        hosts = sorted({fault.host for fault in FAULTS if fault.host} | {"metadata.test"})
        text = RULES.format(home=site.home, hosts=", ".join(f'"{host}"' for host in hosts))
        told = Attack(site, parse_source(text, "attacked.toml"), data)
        with Memory() as told.memory:
            for night, hours in enumerate((0, 24, 26, 72)):
                told.live(night, FIRST + timedelta(hours=hours))
        yield told


def _numbers(night: int) -> dict[str, list[str]]:
    """Where names lead. Two change from one look to the next: after robots.txt, before the page.

    In the second bad night robots.txt is not asked for, and the first look is that for the page.
    """
    always = {"metadata.test": ["169.254.169.254"]}
    if night not in BAD_NIGHTS:
        return always
    public = ["127.0.0.1"] if night == BAD_NIGHTS[0] else []
    within = {"rebinds.test": [*public, "10.0.0.1"], "mapped.test": [*public, "::ffff:192.168.0.1"]}
    return {**always, **within, "gone.test": []}
