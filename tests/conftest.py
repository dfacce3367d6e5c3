"""How the tests are shared out among processes (`pytest -n auto`), and what they do not wait for."""

import gc
import os
import shutil
import signal
import tempfile
from collections.abc import Iterator
from pathlib import Path
from types import TracebackType
from typing import Any

import pytest
from hypothesis import settings
from xdist.scheduler import LoadScopeScheduling

from shelflist.extract.worker import Worker
from shelflist.pipeline import checking, place, proposing
from shelflist.settings import COLLECT_AFTER

# A busy machine is slow now and then, and is no fault: endless work is stopped by the limits that tests name.
settings.register_profile("shelflist", deadline=None)
settings.load_profile("shelflist")


_MEMORY, _ROOM = Path("/dev/shm"), 2 << 30
if "TMPDIR" not in os.environ and _MEMORY.is_dir() and shutil.disk_usage(_MEMORY).free > _ROOM:
    # The tests write and remove some 50,000 small files, which a disk may take a minute for. At most 300 MB stay.
    os.environ["TMPDIR"] = tempfile.tempdir = str(_MEMORY)

gc.set_threshold(*COLLECT_AFTER)  # as the program itself does (`shelflist.cli.app`)


def pytest_collection_finish() -> None:
    """Some 5,000 tests and all their modules stay to the end: no collection of garbage looks through them again."""
    gc.collect()
    gc.freeze()


SHARING = ("tests/cli", "tests/faults", "tests/flows")


class _ByFile(LoadScopeScheduling):  # type: ignore[misc]
    """Tests of one file stay together: they share what they set up. Some folders share what is dear: harvested nights,
    an archive under attack, a server of Prefect.

    The marks that xdist has for this (`xdist_group`) do nothing under pytest 9.
    """

    def _split_scope(self, nodeid: str) -> str:
        file = nodeid.partition("::")[0]
        folder = file.rpartition("/")[0]
        return folder if folder in SHARING else file


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: Any) -> _ByFile:
    return _ByFile(config, log)


class _LastingWorker(Worker):
    """Goes on when a harvest ends; one that broke a limit is ended as ever."""

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Stays for the next test."""


@pytest.fixture(scope="session", autouse=True)
def as_in_a_terminal() -> Iterator[None]:
    """Ctrl-C and a closed terminal are heeded, also where the tests were started with `nohup` or in the background of a
    script, which both have them ignored in everything that is started."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler), signal.signal(signal.SIGHUP, signal.SIG_DFL)
    yield
    signal.signal(signal.SIGINT, before[0])
    signal.signal(signal.SIGHUP, before[1])


@pytest.fixture(scope="session", autouse=True)
def without_waiting() -> Iterator[None]:
    """One reading worker for all harvests of a test process, and no waiting for the disk.

    To start a worker takes a quarter of a second, which is most of a quiet night. What a worker is by itself, and that
    it ends, is tested in `tests/extract/test_worker.py`; a killed process loses no written byte without fsync either.
    """
    worker = _LastingWorker()
    with pytest.MonkeyPatch.context() as patch:
        for module in (place, checking, proposing):
            patch.setattr(module, "Worker", lambda: worker)
        patch.setattr(os, "fsync", lambda handle: None)
        yield
    worker.close()
