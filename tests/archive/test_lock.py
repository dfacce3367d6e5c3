import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from shelflist.archive.lock import source_lock
from shelflist.errors import LockedError

HOLD = """
import sys, time
from pathlib import Path
from shelflist.archive.lock import source_lock
with source_lock(Path(sys.argv[1])):
    print("held", flush=True)
    time.sleep(60)
"""


def test_a_second_process_is_told_who_holds_the_source_and_a_crash_releases_it(tmp_path: Path) -> None:
    raw_dir = tmp_path / "raw" / "archive"
    with subprocess.Popen([sys.executable, "-c", HOLD, str(raw_dir)], stdout=subprocess.PIPE) as holder:
        assert holder.stdout is not None
        assert holder.stdout.readline() == b"held\n"
        with pytest.raises(LockedError, match=rf"in use: process {holder.pid} since 20\d\d-.*Z"), source_lock(raw_dir):
            pytest.fail("two processes hold the lock")
        holder.send_signal(signal.SIGKILL)
    with source_lock(raw_dir):
        pass


def test_one_process_cannot_take_the_lock_twice(tmp_path: Path) -> None:
    with source_lock(tmp_path):
        with pytest.raises(LockedError, match=f"process {os.getpid()}"), source_lock(tmp_path):
            pytest.fail("taken twice")
        with pytest.raises(LockedError), source_lock(tmp_path):
            pytest.fail("the failed attempt released it")
    with source_lock(tmp_path):
        pass


def test_an_error_inside_releases_the_lock(tmp_path: Path) -> None:
    with pytest.raises(KeyError), source_lock(tmp_path):
        raise KeyError
    with source_lock(tmp_path):
        pass
