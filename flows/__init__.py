"""Prefect flows over `shelflist.pipeline`: schedules, retries, progress, artifacts. Nothing here reads a page.

Prefect reads its settings when it is first imported, so they are made here, before any flow's module imports it.
A setting that the user made stands.
"""

import os
from pathlib import Path

QUIET = {
    "DO_NOT_TRACK": "1",
    "PREFECT_SERVER_ANALYTICS_ENABLED": "false",
    "PREFECT_SERVER_EPHEMERAL_STARTUP_TIMEOUT_SECONDS": "120",
    "PREFECT_HOME": str(Path(__file__).resolve().parents[1] / ".prefect"),
}
"""Nothing but loopback is contacted; a slow machine may take its time; no files outside the project."""

for _name, _value in QUIET.items():
    os.environ.setdefault(_name, _value)
