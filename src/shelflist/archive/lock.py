"""One lock per source, for all processes: whoever appends to the ledger or publishes holds it."""

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

from shelflist.archive.codec import utc_text
from shelflist.archive.durable import make_folder
from shelflist.errors import LockedError

LOCK_NAME = "lock"


@contextmanager
def source_lock(raw_dir: Path) -> Iterator[None]:
    """Hold the source's lock; does not wait. Creates the folder.

    The kernel holds the lock (flock) and releases it when the process ends, however it ends; the file says for people
    who has it and is never deleted, because a process could then lock a name that no longer exists.

    Raises LockedError that says which process has it, and since when.
    """
    make_folder(raw_dir)
    handle = os.open(raw_dir / LOCK_NAME, os.O_RDWR | os.O_CREAT, 0o644)
    try:
        _acquire(handle, raw_dir)
        _tell(handle, f"process {os.getpid()} since {utc_text(datetime.now(UTC).replace(microsecond=0))}\n")
        try:
            yield
        finally:
            _tell(handle, "")
    finally:
        os.close(handle)


def _acquire(handle: int, raw_dir: Path) -> None:
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError as error:
        holder = os.pread(handle, 200, 0).decode("utf-8", "replace").strip() or "another process"
        raise LockedError(f"{raw_dir} is in use: {holder}") from error


def _tell(handle: int, text: str) -> None:
    os.ftruncate(handle, 0)
    os.pwrite(handle, text.encode(), 0)
