"""The example notebook runs from its first cell to its last, and shows what is new."""

import json
import os
import subprocess
import sys
from pathlib import Path

from tests.docs.conftest import TwoNights
from tests.docs.console import ROOT

NOTEBOOK = ROOT / "examples" / "whats_new.ipynb"

# In a process of its own: the notebook machinery warns about itself, and warnings are errors here.
EXECUTE = """
import sys, nbformat
from nbclient import NotebookClient
notebook = nbformat.read(sys.argv[1], as_version=4)
NotebookClient(notebook, timeout=60, kernel_name="python3", resources={"metadata": {"path": sys.argv[2]}}).execute()
nbformat.write(notebook, sys.argv[3])
"""


def test_the_notebook_runs_and_shows_what_is_new(two_nights: TwoNights, tmp_path: Path) -> None:
    ran = tmp_path / "ran.ipynb"
    environment = os.environ | {"SHELFLIST_DATA": str(two_nights.folder / "data"), "IPYTHONDIR": str(tmp_path)}
    done = subprocess.run(
        [sys.executable, "-c", EXECUTE, str(NOTEBOOK), str(NOTEBOOK.parent), str(ran)],
        capture_output=True, text=True, env=environment, timeout=120, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    shown = ran.read_text(encoding="utf-8")
    for word in ("added", "changed", "moved", "relinked", "missing"):
        assert word in shown


def test_the_notebook_is_stored_without_outputs() -> None:
    cells = json.loads(NOTEBOOK.read_text(encoding="utf-8"))["cells"]
    assert [cell for cell in cells if cell.get("outputs") or cell.get("execution_count")] == []
