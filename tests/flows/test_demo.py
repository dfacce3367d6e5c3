"""`make harvest`: what a newcomer sees first, and gets, byte for byte, every time."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.flows.nights import everything
from tests.flows.server import PROJECT, environment_for

pytestmark = pytest.mark.prefect


def test_the_demo_shows_each_kind_of_change_and_is_the_same_bytes_again(two_nights: Path, tmp_path: Path) -> None:
    """On the server that Prefect starts by itself, as on a fresh machine."""
    home, data = tmp_path / "home", tmp_path / "data"
    home.mkdir()
    kept, stale = data / "clean" / "other" / "kept.csv", data / "clean" / "demo" / "stale.csv"
    for file in (kept, stale):
        file.parent.mkdir(parents=True)
        file.write_text("from before")
    done = subprocess.run(
        [sys.executable, "-m", "flows.demo", "--data", str(data)], cwd=PROJECT, env=environment_for(home, None),
        stdin=subprocess.DEVNULL, capture_output=True, text=True, timeout=240, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert "\x1b" not in done.stdout
    for change in ("added", "changed", "moved", "relinked", "missing"):
        assert f"\n{change} " in done.stdout
    assert "entries.csv" in done.stdout
    assert "report.html" in done.stdout
    assert everything(data) == everything(two_nights)
    assert kept.read_text() == "from before"
