"""Writing files so that they survive a crash: what is on disk is whole, or not there at all."""

import os
from pathlib import Path


def make_folder(folder: Path) -> None:
    """Create `folder` and its parents, each name synced."""
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
    """Write a file under a passing name, sync it, and give it its name last."""
    make_folder(path.parent)
    passing = path.with_name(f"{path.name}.{os.getpid()}.part")
    with passing.open("wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    passing.replace(path)
    sync_folder(path.parent)
