"""A night reads and writes as much in an old archive as in a young one: bytes and names are counted, not seconds."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any
from unittest import mock

import pytest

from shelflist.pipeline import recent
from tests.simulation.nights import Nights, simulated

COUNTERS = Path("/proc/self/io")
YOUNG, OLD = 7, 21
"""Versions, enough for every list of the last five, and three times as many."""

pytestmark = pytest.mark.skipif(not COUNTERS.exists(), reason="only Linux counts what a process reads and writes")


@dataclass(frozen=True)
class Spent:
    """Bytes read and written by this process, and names that it saw in folders."""

    read: int
    written: int
    names: int


def test_a_night_costs_the_same_at_any_age_whether_it_publishes_or_not(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(recent, "TOLERATED", 0)
    monkeypatch.setattr(recent, "RECENT_RUNS", 2)
    with simulated(tmp_path, seed=3, pages=2, lines=3) as nights:
        nights.night(calm=True)
        young = age(nights, YOUNG)
        old = age(nights, OLD)
    for then, now in zip(young, old, strict=True):
        assert now.read - then.read < 2_000, (then, now)
        assert now.written - then.written < 2_000, (then, now)
        assert now.names - then.names < 5, (then, now)


def age(nights: Nights, versions: int) -> tuple[Spent, Spent]:
    """Live on until there are so many versions; what a quiet night and one that publishes cost a new process then."""
    while len(list(nights.place.clean.glob("snapshots/*Z"))) < versions:
        correct(nights)
        nights.night(calm=True)
    quiet = spent(nights)
    correct(nights)
    publishing = spent(nights)
    assert len(list(nights.place.clean.glob("snapshots/*Z"))) == versions + 1
    return quiet, publishing


def correct(nights: Nights) -> None:
    """The owner corrects a number to and fro, so that the content does not grow."""
    page = nights.owner.pages[0]
    first, *others = page.sections[0].lines
    page.sections[0].lines = [replace(first, pages=101 if first.pages == 100 else 100), *others]
    page.modified += 1


def spent(nights: Nights) -> Spent:
    """What a night costs that knows nothing from before but the disk."""
    nights.forget()
    with names_counted() as names:
        before = counted()
        nights.night(calm=True)
        after = counted()
    return Spent(after["rchar"] - before["rchar"], after["wchar"] - before["wchar"], sum(names))


def counted() -> dict[str, int]:
    return {name: int(count) for name, count in (line.split(": ") for line in COUNTERS.read_text().splitlines())}


@contextmanager
def names_counted() -> Iterator[list[int]]:
    """How many names each look into a folder gave."""
    names: list[int] = []
    listdir, scandir = os.listdir, os.scandir

    def listed(*where: Any) -> list[Any]:
        found = listdir(*where)
        names.append(len(found))
        return found

    def scanned(*where: Any) -> Any:
        with scandir(*where) as found:
            names.append(len(list(found)))
        return scandir(*where)

    with mock.patch("os.listdir", listed), mock.patch("os.scandir", scanned):
        yield names
