"""Bad nights and crashes: nothing is removed, `latest` stays, the result says why, and the next run is clean."""

import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path
from types import ModuleType

import pytest

from shelflist.demo import DemoSite
from shelflist.errors import HarvestInterrupted, UsageError
from shelflist.models.vocabulary import RowStatus
from shelflist.pipeline import folding, stages, stored_state
from shelflist.publish.read import load
from shelflist.sources import load_source
from tests.pipeline.conftest import Archive, connected, tree


def _assert_untouched(archive: Archive, before: dict[str, bytes]) -> None:
    assert tree(archive.clean / "snapshots") == before
    assert archive.latest == "20261101T020000Z"
    assert load("demo", "entries", data=archive.data).collect().height == 70


def test_a_server_that_is_down_removes_nothing(harvested: Archive) -> None:
    before = tree(harvested.clean / "snapshots")
    harvested.site.stop()
    outcome = harvested.harvest(2)
    assert (outcome.result, outcome.exit_code) == ("failed", 1)
    assert "no page was completely observed" in outcome.runs[-1].held_reasons[0]
    _assert_untouched(harvested, before)


@pytest.mark.parametrize("status", [503, 404])
def test_a_server_that_answers_only_errors_removes_nothing(harvested: Archive, status: int) -> None:
    before = tree(harvested.clean / "snapshots")
    harvested.site.fail_with = status
    for day in (2, 3, 4, 6):
        outcome = harvested.harvest(day)
        assert (outcome.result, outcome.exit_code) == ("failed", 1)
    _assert_untouched(harvested, before)
    harvested.site.fail_with = None
    assert harvested.harvest(7).result == "unchanged"


@pytest.mark.parametrize("rest", [True, False], ids=["wordpress door", "sitemap door"])
def test_a_server_that_serves_empty_pages_removes_nothing(archive: Archive, rest: bool) -> None:
    archive.site.rest = rest
    archive.harvest(1)
    before = load("demo", "entries", data=archive.data).select("entry_id", "status").collect()
    archive.site.empty = True
    outcome = archive.harvest(2, edition=2)
    assert outcome.exit_code in (1, 3)
    assert outcome.runs[-1].held_reasons
    after = load("demo", "entries", data=archive.data).select("entry_id", "status").collect()
    assert after.equals(before)
    archive.site.empty = False
    assert archive.harvest(3).result == "success"


def test_what_a_gate_held_is_released_by_a_persons_word_and_replays(harvested: Archive) -> None:
    harvested.site.empty = True
    held = harvested.harvest(2, edition=2)
    assert (held.result, held.exit_code) == ("held", 3)
    with pytest.raises(UsageError, match="does not wait"):
        stages.accept(harvested.loaded, harvested.data, "20261101T020000Z", reason="no", by="tester")
    with pytest.raises(UsageError, match="expected a reason"):
        stages.accept(harvested.loaded, harvested.data, held.runs[-1].run_id, reason=" ", by="tester")
    accepted = stages.accept(
        harvested.loaded, harvested.data, held.runs[-1].run_id, reason="the author cleared the pages", by="tester"
    )
    assert accepted.result == "success"
    assert accepted.runs[-1].entries_missing == 70
    with pytest.raises(UsageError, match="no run waits"):
        stages.accept(harvested.loaded, harvested.data, held.runs[-1].run_id, reason="again", by="tester")
    (decision,) = load("demo", "decisions", data=harvested.data).collect().iter_rows(named=True)
    assert (decision["by"], decision["reason"]) == ("tester", "the author cleared the pages")
    before = tree(harvested.clean)
    stages.replay(harvested.loaded, harvested.data)
    assert tree(harvested.clean) == before


class _Killed(BaseException):
    """Stands for the power going: nothing may catch it."""


@pytest.fixture(scope="module")
def without_a_crash(first_night: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """What three nights publish that nothing interrupts."""
    with DemoSite() as site:
        archive = Archive(site, connected(load_source("demo"), site.port), tmp_path_factory.mktemp("whole") / "data")
        shutil.copytree(first_night, archive.data, symlinks=True)
        archive.harvest(2, edition=2)
        archive.harvest(3)
    titles = load("demo", "entries", data=archive.data).collect()
    assert titles.filter(titles["status"] == RowStatus.ACTIVE.value).height == 72
    assert stages.verify(archive.loaded, archive.data) == []
    return tree(archive.clean)


@pytest.mark.parametrize(
    ("module", "step", "when"),
    [
        (folding, "snapshot_tables", "before"),
        (folding, "publish", "before"),
        (folding, "write_run", "before"),
        (stored_state, "write_whole", "before"),
        (stored_state, "dump_apart", "before"),
        (stored_state, "write_state", "after"),
        (folding, "flip", "before"),
        (folding, "flip", "after"),
    ],
)
def test_a_crash_while_publishing_leaves_the_last_release_and_a_clean_next_run(
    harvested: Archive, without_a_crash: dict[str, bytes], monkeypatch: pytest.MonkeyPatch, module: ModuleType,
    step: str, when: str,
) -> None:  # fmt: skip
    """After the next night all is as if there had been no crash, byte for byte."""
    before = tree(harvested.clean / "snapshots" / "20261101T020000Z")
    real = getattr(module, step)

    def dying(*args: object, **kwargs: object) -> object:
        if when == "after":
            real(*args, **kwargs)
        raise _Killed

    monkeypatch.setattr(module, step, dying)
    with pytest.raises(_Killed):
        harvested.harvest(2, edition=2)
    monkeypatch.undo()
    if (step, when) != ("flip", "after"):
        assert harvested.latest == "20261101T020000Z"
    assert tree(harvested.clean / "snapshots" / "20261101T020000Z") == before
    assert harvested.harvest(3).result in ("success", "unchanged")
    assert tree(harvested.clean) == without_a_crash


_CHILD = """
import sys
from datetime import datetime
from pathlib import Path
from shelflist.demo import DemoSite
from shelflist.pipeline import stages
from shelflist.sources import load_source
from tests.pipeline.conftest import connected
print("ready", flush=True)
loaded = connected(load_source("demo"), int(sys.argv[1]))
stages.harvest(loaded, Path(sys.argv[2]), now=datetime.fromisoformat(sys.argv[3]))
"""


@pytest.mark.parametrize("delay", [0.1, 0.4, 0.8])
def test_a_process_killed_at_any_moment_leaves_a_release_and_a_clean_next_run(harvested: Archive, delay: float) -> None:
    harvested.site.edition = 2
    child = _start(harvested)
    time.sleep(delay)
    child.send_signal(signal.SIGKILL)
    child.wait(10)
    assert load("demo", "entries", data=harvested.data).collect().height in (70, 73)
    outcome = harvested.harvest(3)
    assert outcome.exit_code == 0
    assert outcome.runs[-1].entries_active == 72
    assert stages.verify(harvested.loaded, harvested.data) == []


def _start(archive: Archive) -> subprocess.Popen[str]:
    words = [sys.executable, "-c", _CHILD, str(archive.site.port), str(archive.data), "2026-11-02T02:00:00+00:00"]
    root = Path(__file__).parents[2]
    child = subprocess.Popen(
        words, cwd=root, env={**os.environ, "PYTHONPATH": str(root)}, stdout=subprocess.PIPE, text=True
    )
    assert child.stdout is not None
    assert child.stdout.readline() == "ready\n"
    child.stdout.close()
    return child


def test_a_run_that_a_person_cancels_is_recorded_and_keeps_what_was_fetched(archive: Archive) -> None:
    class Impatient:
        def __init__(self) -> None:
            self.pages = 0

        def stage(self, name: str, total: int | None) -> None:
            """Nothing to show."""

        def advance(self, text: str = "") -> None:
            self.pages += 1
            if self.pages == 2:
                raise KeyboardInterrupt

    with pytest.raises(HarvestInterrupted, match="cancelled"):
        stages.harvest(archive.loaded, archive.data, progress=Impatient())
    outcome = archive.harvest(40)
    assert outcome.runs[-1].entries_active == 70
