"""kill -9 at any moment: what the ledger says stays true, and the next run goes on."""

import errno
import os
import subprocess
import sys
from pathlib import Path

import pytest

from shelflist.archive.durable import write_whole
from shelflist.archive.ledger import Ledger, read_ledger
from shelflist.archive.verify import verify_raw
from shelflist.errors import LedgerError
from shelflist.models.web import RunEnded
from tests.archive.makers import answer, by_payload, record_night, recorded

RECORD_FOR_EVER = """
import itertools, sys
from pathlib import Path
from shelflist.archive.recorder import Recorder
from tests.archive.makers import NIGHT, PAGE, RULES, answer, begun
recorder = Recorder.begin(Path(sys.argv[1]), begun(), RULES, {})
for number in itertools.count():
    recorder.record(PAGE, answer(b"page %d " % number * 500), NIGHT)
    print(number, flush=True)
"""


@pytest.mark.parametrize("after", [1, 60, 120, 333])
def test_a_killed_run_leaves_an_archive_that_opens_and_is_true(tmp_path: Path, after: int) -> None:
    command = [sys.executable, "-c", RECORD_FOR_EVER, str(tmp_path)]
    with subprocess.Popen(command, stdout=subprocess.PIPE) as process:
        assert process.stdout is not None
        for line in process.stdout:
            if int(line) >= after:
                break
        process.kill()
    assert len(recorded(tmp_path)) >= after - 50, "at most one group is lost"
    assert verify_raw(tmp_path) == []
    with Ledger.open(tmp_path) as ledger:
        before = ledger.last_seq
    ids = {each.capture_id for each in recorded(tmp_path)}
    captures = record_night(tmp_path, answer(b"page 0 " * 500), answer(b"new"))
    assert captures[0].warc_filename.endswith("-2.warc.gz"), "the torn WARC is never appended to"
    assert [each.record_type for each in captures] == ["revisit" if ids else "response", "response"]
    assert not ids & {each.capture_id for each in captures}, "a capture id never stands for two captures"
    assert verify_raw(tmp_path) == []
    new = [entry for seq, entry in read_ledger(tmp_path) if seq > before]
    assert isinstance(new[-1], RunEnded)
    assert len(by_payload(tmp_path)) >= 2


def test_a_file_that_the_disk_has_no_room_for_leaves_nothing_behind(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_handle: int) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(LedgerError, match=r"kept\.json: No space left on device"):
        write_whole(tmp_path / "kept.json", b"{}")
    assert list(tmp_path.iterdir()) == []
