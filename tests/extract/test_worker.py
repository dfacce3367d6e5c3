"""Untrusted bytes are read where they can do no harm: limits hold, and nothing is left behind."""

import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from importlib import import_module
from pathlib import Path
from time import perf_counter
from typing import cast

import pytest

from shelflist.errors import ProgramChangedError, SelectorError, WorkerError
from shelflist.extract.installed import program_stamp
from shelflist.extract.page import read_html
from shelflist.extract.worker import Worker, WorkerCrash
from tests.extract import jobs
from tests.extract.reading import HTML, URL, source
from tests.support.work import calls


@pytest.fixture(scope="module")
def lasting() -> Iterator[Worker]:
    with Worker(memory=256 << 20) as worker:
        yield worker


@pytest.fixture
def worker(lasting: Worker) -> Worker:
    """One for all tests: to start a child takes most of a test's time, and what breaks it is replaced."""
    lasting.seconds = 10
    return lasting


def test_a_page_comes_back_as_it_was_read(worker: Worker) -> None:
    html = b"<div class=entry-content><h2>N</h2><p><a href=m.pdf><em>Mill</em></a>, 1954, 5 pages.</p></div>"
    assert worker.run(read_html, html, HTML, URL, source()) == read_html(html, HTML, URL, source())


def test_one_child_serves_all_jobs(worker: Worker) -> None:
    first = worker.run(jobs.pid)
    assert worker.run(jobs.pid) == first != os.getpid()


def test_errors_of_the_tree_come_back_as_themselves(worker: Worker) -> None:
    with pytest.raises(SelectorError) as caught:
        worker.run(jobs.miss)
    assert (caught.value.name, caught.value.found) == ("content", 2)
    assert str(caught.value) == "selector content ('.a') matched 2, expected 1"


def test_programming_errors_crash_with_their_traceback(worker: Worker) -> None:
    with pytest.raises(WorkerCrash, match=r"(?s)stumble.*KeyError: 'slip'"):
        worker.run(jobs.stumble)
    assert worker.run(jobs.echo, 1) == 1


def out_of_memory(worker: Worker) -> None:
    worker.run(jobs.fill, 1 << 30)


def dead(worker: Worker) -> None:
    worker.run(jobs.die)


def out_of_time(worker: Worker) -> None:
    worker.seconds = 0.2
    worker.run(jobs.spin)


@pytest.mark.parametrize(
    ("breach", "message"),
    [(out_of_memory, "more than 256 MiB"), (dead, "died .SIGABRT"), (out_of_time, "longer than 0.2 s")],
)
def test_a_breach_is_told_and_the_next_job_runs(worker: Worker, breach: Callable[[Worker], None], message: str) -> None:
    with pytest.raises(WorkerError, match=message):
        breach(worker)
    worker.seconds = 10
    assert worker.run(jobs.echo, 1) == 1


def test_a_child_that_died_unasked_is_replaced(worker: Worker) -> None:
    child = worker.run(jobs.pid)
    os.kill(child, signal.SIGKILL)
    os.waitid(os.P_PID, child, os.WEXITED | os.WNOWAIT)
    assert worker.run(jobs.pid) != child


def test_a_job_begun_is_waited_for_by_the_next_and_keeps_its_own_answer(worker: Worker) -> None:
    slow, failing = worker.begin(jobs.sleep, 0.2), worker.begin(jobs.miss)
    assert worker.run(jobs.echo, 1) == 1
    assert slow.result() is None
    with pytest.raises(SelectorError):
        failing.result()


@pytest.mark.parametrize("breach", [jobs.die, jobs.stumble, jobs.stranger])
def test_jobs_behind_one_that_ends_the_child_are_done_by_another(worker: Worker, breach: Callable[[], object]) -> None:
    before, broken = worker.begin(jobs.pid), worker.begin(breach)
    behind = [worker.begin(jobs.echo, bytes(size)) for size in (5, 3_000_000, 100_000, 100_000, 300_000, 300_000)]
    assert [len(cast("bytes", one.result())) for one in behind] == [5, 3_000_000, 100_000, 100_000, 300_000, 300_000]
    assert worker.run(jobs.pid) != before.result()
    with pytest.raises((WorkerError, WorkerCrash)):
        broken.result()


def test_a_job_out_of_time_takes_none_of_the_time_of_those_behind_it(worker: Worker) -> None:
    worker.run(jobs.pid)
    worker.seconds = 1.5
    spinning, behind = worker.begin(jobs.spin), [worker.begin(jobs.sleep, 0.6) for _ in range(3)]
    assert [one.result() for one in behind] == [None, None, None]
    with pytest.raises(WorkerError, match=r"longer than 1.5 s"):
        spinning.result()


def test_a_job_whose_worker_was_ended_says_so_and_takes_no_others_answer(worker: Worker) -> None:
    lost = worker.begin(jobs.sleep, 5)
    worker.close()
    later = worker.begin(jobs.echo, 1)
    with pytest.raises(WorkerCrash, match="ended before it answered"):
        lost.result()
    assert later.result() == 1


def test_ctrl_c_does_not_reach_the_child(worker: Worker) -> None:
    child = worker.run(jobs.pid)
    os.kill(child, signal.SIGINT)
    assert worker.run(jobs.pid) == child
    assert os.getpgid(child) != os.getpgid(0)


def test_ctrl_c_in_the_parent_ends_the_child_with_its_job() -> None:
    def interrupt(*_: object) -> None:
        raise KeyboardInterrupt

    before = signal.signal(signal.SIGALRM, interrupt)
    try:
        with Worker() as worker:
            child = worker.run(jobs.pid)
            signal.setitimer(signal.ITIMER_REAL, 0.2)
            with pytest.raises(KeyboardInterrupt):
                worker.run(jobs.sleep, 10)
            assert not _lives(child)
            assert worker.run(jobs.echo, 1) == 1
    finally:
        signal.signal(signal.SIGALRM, before)


def test_nothing_is_left_behind() -> None:
    with Worker() as worker:
        child = worker.run(jobs.pid)
        assert _lives(child)
    assert not _lives(child)


def _lives(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return True


def test_a_killed_parent_leaves_no_child() -> None:
    program = "from shelflist.extract.worker import Worker; from tests.extract import jobs; import os, time\n"
    program += "w = Worker(); print(w.run(jobs.pid), flush=True); time.sleep(60)"
    with subprocess.Popen([sys.executable, "-c", program], stdout=subprocess.PIPE, text=True) as parent:
        assert parent.stdout is not None
        child = int(parent.stdout.readline())
        parent.kill()
    deadline = perf_counter() + 60
    while _lives(child) and perf_counter() < deadline:
        signal.sigtimedwait([], 0.02)
    assert not _lives(child)


def test_what_the_job_prints_is_no_answer(worker: Worker, capfd: pytest.CaptureFixture[str]) -> None:
    assert worker.run(jobs.chatter) == 1
    assert capfd.readouterr().out == ""


def test_the_child_cannot_answer_with_anything_but_records(worker: Worker) -> None:
    with pytest.raises(WorkerError, match="expected a record"):
        worker.run(jobs.stranger)


def test_large_payloads_pass(worker: Worker) -> None:
    assert worker.run(jobs.echo, b"x" * 20_000_000) == b"x" * 20_000_000


def test_a_job_is_not_waited_for_at_intervals(worker: Worker) -> None:
    """Who looks now and then whether it is done looks more often the longer it takes, and too late each time."""
    worker.run(jobs.echo, None)
    assert calls(lambda: worker.run(jobs.sleep, 0.3)) == calls(lambda: worker.run(jobs.sleep, 0))


def test_a_harvest_goes_on_by_the_program_that_it_began_with(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever `git pull` brings meanwhile; where that is not possible, it says so and reads nothing by another."""
    module = tmp_path / "pulled.py"
    module.write_text("def job():\n    return 'as it began'\n")
    monkeypatch.syspath_prepend(tmp_path)
    import_module("pulled")
    stamps = iter([(1, 1), (1, 2)])
    monkeypatch.setattr("shelflist.extract.worker.program_stamp", lambda: next(stamps))
    with Worker(modules=["pulled"]) as worker:
        worker.run(jobs.pid)
        module.write_text("another version\n")
        assert worker.run(sys.modules["pulled"].job) == "as it began"
        with pytest.raises(WorkerError):
            worker.run(jobs.die)
        with pytest.raises(ProgramChangedError, match="changed while it ran"):
            worker.run(jobs.pid)


def test_a_replaced_file_is_noticed(tmp_path: Path) -> None:
    (tmp_path / "parse").mkdir()
    for file in (tmp_path / "a.py", tmp_path / "parse" / "b.py"):
        file.write_text("x = 1\n")
        os.utime(file, ns=(1, 1))
    before = program_stamp(tmp_path)
    (tmp_path / "__pycache__").mkdir()
    assert program_stamp(tmp_path) == before
    os.utime(tmp_path / "parse" / "b.py", ns=(2, 2))
    assert program_stamp(tmp_path) != before
