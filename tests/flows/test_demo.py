"""`make harvest`: what a newcomer sees first, and gets, byte for byte, every time."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.flows.server import PROJECT, Server, environment_for

pytestmark = pytest.mark.prefect


def demo(data: Path, environment: dict[str, str]) -> "subprocess.Popen[str]":
    command = [sys.executable, "-m", "flows.demo", "--data", str(data)]
    return subprocess.Popen(
        command, cwd=PROJECT, env=environment, stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
    )  # fmt: skip


def files(data: Path) -> dict[str, bytes]:
    """Everything harvested, by path; a symbolic link counts as where it leads."""
    found = sorted(path for part in ("raw/demo", "clean/demo") for path in (data / part).rglob("*"))
    return {
        str(path.relative_to(data)): str(path.readlink()).encode() if path.is_symlink() else path.read_bytes()
        for path in found
        if path.is_symlink() or path.is_file()
    }


def test_the_demo_shows_each_kind_of_change_and_is_the_same_bytes_again(server: Server, tmp_path: Path) -> None:
    """Once on the server that Prefect starts by itself, as on a fresh machine, and once on a running one."""
    home = tmp_path / "home"
    home.mkdir()
    own, running = tmp_path / "own", tmp_path / "running"
    keep = own / "clean" / "other" / "kept.csv"
    keep.parent.mkdir(parents=True)
    keep.write_text("kept")
    alone = demo(own, environment_for(home, None))
    beside = demo(running, server.environment)
    said, errors = alone.communicate(timeout=150)
    _, other_errors = beside.communicate(timeout=30)
    assert (alone.returncode, beside.returncode) == (0, 0), errors + other_errors
    assert "\x1b" not in said
    for change in ("added", "changed", "moved", "relinked", "missing"):
        assert f"\n{change} " in said
    assert "entries.csv" in said
    assert "report.html" in said
    assert files(own) == files(running)
    assert keep.read_text() == "kept"
