"""Folders that appear whole: written under a passing name in the same place, synced, and named last."""

import filecmp
import json
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from shelflist.archive.durable import make_folder, sync_folder

_PASSING = ".part"
_REPLACED = ".old"


@contextmanager
def whole_folder(folder: Path) -> Iterator[Path]:
    """An empty folder to fill; at the end of the block it becomes `folder`, unless the block raised.

    A `folder` that holds the same files already stays untouched; another one is replaced. What a killed process left
    behind under a passing name is removed first. Only one process may write beside `folder` at a time.
    """
    make_folder(folder.parent)
    recover(folder.parent)
    passing = folder.with_name(f".{folder.name}{_PASSING}")
    passing.mkdir()
    try:
        yield passing
        if not (folder.is_dir() and same_files(folder, passing)):
            _sync_files(passing)
            _put(passing, folder)
    finally:
        shutil.rmtree(passing, ignore_errors=True)


def recover(parent: Path) -> None:
    """Undo what a killed process left half done: a folder put aside comes back if nothing took its place."""
    for path in parent.glob(f".*{_REPLACED}"):
        name = path.with_name(path.name[1:].removesuffix(_REPLACED))
        if name.exists():
            shutil.rmtree(path)
        else:
            path.rename(name)
    for path in parent.glob(f".*{_PASSING}"):
        shutil.rmtree(path)


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
    aside = folder.with_name(f".{folder.name}{_REPLACED}")
    if folder.exists():
        folder.rename(aside)
    passing.rename(folder)
    sync_folder(folder.parent)
    shutil.rmtree(aside, ignore_errors=True)


def _sync_files(folder: Path) -> None:
    for path in folder.iterdir():
        handle = os.open(path, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
    sync_folder(folder)
