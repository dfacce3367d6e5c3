"""Other people's programs beside ours: each in an environment of its own, so that ours never sees their requirements.

The scripts in this folder are run by that environment's Python; they import nothing of Shelflist and print one line of
JSON. Nothing of it is installed by `make harvest` or `make test`.
"""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
ENVIRONMENTS = HERE.parents[1] / "build" / "rivals"
WEB = (
    "parsel==1.12.1", "lxml[html-clean]==6.1.3", "beautifulsoup4==4.15.0", "trafilatura==2.3.1", "scrapy==2.19.0",
    "crawlee[parsel]==1.11.0", "warcio==1.8.1",
)  # fmt: skip

TABLES = ("datacompy==1.1.0", "csv-diff==1.2", "daff==1.4.2")


def python_with(name: str, requirements: tuple[str, ...]) -> Path:
    """The Python of the environment `name`; made the first time, which needs the network."""
    python, stamp = ENVIRONMENTS / name / "bin" / "python", ENVIRONMENTS / name / "requirements.txt"
    wanted = "\n".join(requirements)
    if not (stamp.exists() and stamp.read_text(encoding="utf-8") == wanted):
        print(f"setting up build/rivals/{name}: {', '.join(requirements)}", file=sys.stderr, flush=True)
        subprocess.run([sys.executable, "-m", "venv", "--clear", ENVIRONMENTS / name], check=True)
        subprocess.run(
            [python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", *requirements], check=True
        )
        stamp.write_text(wanted, encoding="utf-8")
    return python


def answer_of(command: list[str | Path]) -> dict[str, Any]:
    """What a script says on its last line."""
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    found: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return found
