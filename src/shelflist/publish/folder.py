"""Folders that appear whole: written in a passing folder beside their place, synced, and put there last.

The passing folder is there only while one is written or removed.
"""

import filecmp
import json
import os
import shutil
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from shelflist.archive.durable import PASSING, make_folder, sync_folder

_REPLACED = ".old"


@contextmanager
def whole_folder(folder: Path) -> Iterator[Path]:
    """An empty folder to fill; at the end of the block it becomes `folder`, unless the block raised.

    A `folder` that holds the same files already stays untouched; another one is replaced. What a killed process left
    behind is removed first. Only one process may write beside `folder` at a time.
    """
    make_folder(folder.parent)
    recover(folder.parent)
    passing = folder.parent / PASSING / folder.name
    passing.mkdir(parents=True)
    try:
        yield passing
        if not (folder.is_dir() and same_files(folder, passing)):
            _sync_files(passing)
            _put(passing, folder)
    finally:
        recover(folder.parent)


def remove_folders(parent: Path, names: Iterable[str]) -> None:
    """Remove folders so that half of one never looks like a whole one; the next to write here finishes it."""
    passing = parent / PASSING
    passing.mkdir(exist_ok=True)
    for name in names:
        (parent / name).rename(passing / name)
    sync_folder(parent)
    recover(parent)


def recover(parent: Path) -> None:
    """Undo what a killed process left half done: a folder put aside comes back if nothing took its place.

    Only the passing folder is looked at, however many whole ones there are.
    """
    passing = parent / PASSING
    if not passing.is_dir():
        return
    for path in passing.glob(f"*{_REPLACED}"):
        if not (name := parent / path.name.removesuffix(_REPLACED)).exists():
            path.rename(name)
    shutil.rmtree(passing)


def same_files(one: Path, other: Path) -> bool:
    """Both hold files of the same names and bytes."""
    names = sorted(path.name for path in one.iterdir())
    if names != sorted(path.name for path in other.iterdir()):
        return False
    return all(filecmp.cmp(one / name, other / name, shallow=False) for name in names)


def json_bytes(value: object) -> bytes:
    """JSON for people and programs: indented, UTF-8, keys in the order given, one line feed at the end."""
    return (json.dumps(value, ensure_ascii=False, indent=2, allow_nan=False) + "\n").encode()


def _put(passing: Path, folder: Path) -> None:
    if folder.exists():
        folder.rename(passing.with_name(f"{folder.name}{_REPLACED}"))
    passing.rename(folder)
    sync_folder(folder.parent)


def _sync_files(folder: Path) -> None:
    for path in folder.iterdir():
        handle = os.open(path, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
    sync_folder(folder)
