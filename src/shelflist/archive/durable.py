"""Writing files so that they survive a crash or a full disk: what is on disk is whole, or not there at all.

What the operating system refuses is told as LedgerError.
"""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from shelflist.errors import LedgerError

PASSING = ".part"
"""How the name ends of what is still being written; a killed process may leave it behind."""


@contextmanager
def refusals_told(path: Path) -> Iterator[None]:
    """Turn an OSError into a LedgerError that names `path`."""
    try:
        yield
    except OSError as error:
        raise LedgerError(f"{path}: {error.strerror or error}") from error


class AppendedFile:
    """A file that only grows. `size` is what stands in it; a write that fails leaves it as it was."""

    def __init__(self, path: Path, *, new: bool = False) -> None:
        """Open or create; with `new`, raises FileExistsError if there is one."""
        flags = os.O_RDWR | os.O_CREAT | os.O_APPEND | (os.O_EXCL if new else 0)
        self.path = path
        self._handle = os.open(path, flags, 0o644)
        self.size = os.fstat(self._handle).st_size
        self.is_open = True

    def write(self, data: bytes) -> None:
        """All of `data` or nothing. It survives a crash only after `sync`."""
        written = 0
        with refusals_told(self.path):
            try:
                while written < len(data):
                    written += os.write(self._handle, data[written:])
            except OSError:
                os.ftruncate(self._handle, self.size)  # half a record must not stand in front of the next one
                raise
        self.size += written

    def cut(self, size: int) -> int:
        """Shorten to `size`, synced; returns how many bytes went."""
        gone, self.size = self.size - size, size
        if gone:
            with refusals_told(self.path):
                os.ftruncate(self._handle, size)
                os.fsync(self._handle)
        return gone

    def sync(self) -> None:
        """Wait until everything is on the disk."""
        with refusals_told(self.path):
            os.fsync(self._handle)

    def close(self) -> None:
        """Sync and close; closing again does nothing."""
        if self.is_open:
            self.is_open = False
            try:
                self.sync()
            finally:
                os.close(self._handle)


def make_folder(folder: Path) -> None:
    """Create `folder` and its parents, each name synced."""
    with refusals_told(folder):
        missing = [path for path in (folder, *folder.parents) if not path.exists()]
        folder.mkdir(parents=True, exist_ok=True)
        for path in missing:
            sync_folder(path.parent)


def sync_folder(folder: Path) -> None:
    """A new file's name is only safe once its folder was synced too."""
    handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def write_whole(path: Path, content: bytes) -> None:
    """Write a file that is there with all of `content`, or as it was before."""
    with whole_file(path) as file:
        file.write(content)


@contextmanager
def whole_file(path: Path) -> Iterator[BinaryIO]:
    """A file to be written under a passing name; at the end of the block it is synced and gets its name.

    If the block raises, what had the name before still has it.
    """
    make_folder(path.parent)
    passing = path.with_name(f"{path.name}.{os.getpid()}{PASSING}")
    with refusals_told(path):
        try:
            with passing.open("wb") as file:
                yield file
                file.flush()
                os.fsync(file.fileno())
            passing.replace(path)
        finally:
            passing.unlink(missing_ok=True)  # on a full disk it stands in the way of what would make room
        sync_folder(path.parent)
