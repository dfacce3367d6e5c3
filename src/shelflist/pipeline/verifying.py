"""Checking the whole chain: what is archived is whole, and what is published follows from it, byte for byte."""

import filecmp
import shutil
from pathlib import Path

from shelflist.archive.durable import PASSING
from shelflist.archive.verify import verify_raw
from shelflist.fetch.ports import Progress
from shelflist.pipeline.place import Workplace
from shelflist.pipeline.replaying import beside, rebuild
from shelflist.publish.upkeep import verify_snapshots

_OTHER_BYTES = "a replay gives other bytes"
_NOT_GIVEN = "published, but a replay does not give it"
_NOT_PUBLISHED = "a replay gives it, but it is not published"


def find_problems(place: Workplace, progress: Progress) -> list[str]:
    """One sentence for every fault; empty when captures, files and a full replay all agree."""
    problems = verify_raw(place.raw) + verify_snapshots(place.clean)
    if problems:
        return problems  # a replay of damaged captures would only repeat them
    target = beside(place, "verify")
    try:
        rebuild(place, target, progress)
        return differing_files(place.clean, target)
    finally:
        shutil.rmtree(target, ignore_errors=True)


def differing_files(published: Path, replayed: Path) -> list[str]:
    """Files that one folder has and the other has not, or has with other bytes; paths are relative."""
    ours, theirs = _files(published), _files(replayed)
    problems = [f"{name}: {_NOT_GIVEN}" for name in sorted(ours - theirs)]
    problems += [f"{name}: {_NOT_PUBLISHED}" for name in sorted(theirs - ours)]
    for name in sorted(ours & theirs):
        if not filecmp.cmp(published / name, replayed / name, shallow=False):
            problems.append(f"{name}: {_OTHER_BYTES}")
    return problems


def is_made_otherwise(problem: str) -> bool:
    """Whether it is one of `differing_files`, which are told only where the captures and all hashes are sound."""
    return problem.endswith((_OTHER_BYTES, _NOT_GIVEN, _NOT_PUBLISHED))


def _files(folder: Path) -> set[str]:
    """Real files by their path; `latest` is a link and counts as what it says.

    Left out are hidden ones, and what a killed process had not given its name yet.
    """
    found = {
        path.relative_to(folder) for path in folder.rglob("*") if path.is_file() and not _through_link(path, folder)
    }
    return {str(path) for path in found if not (path.parts[0].startswith(".") or _is_passing(path))}


def _is_passing(path: Path) -> bool:
    return any(part.endswith(PASSING) for part in path.parts)


def _through_link(path: Path, folder: Path) -> bool:
    return any(parent.is_symlink() for parent in path.parents if parent != folder and folder in parent.parents)
