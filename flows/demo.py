"""What `make harvest` runs: the flow `harvest` over both editions of the demo archive, as on two nights.

The clock is fixed and the folders of the source `demo` are made anew, so the files are the same bytes every time.
Other sources in the data folder are left alone.
"""

import argparse
import logging
import os
import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from prefect.client.schemas.objects import State

from flows.harvest import harvest
from flows.telling import tell_beginning, tell_failure, tell_news, tell_night
from shelflist.demo import DemoSite
from shelflist.errors import ShelflistError
from shelflist.pipeline import stages
from shelflist.pipeline.outcome import Outcome
from shelflist.settings import data_directory

SOURCE = "demo"
NIGHTS = ((1, datetime(2026, 11, 1, 2, tzinfo=UTC)), (2, datetime(2026, 11, 2, 2, tzinfo=UTC)))
"""Edition, and the time at which it is harvested."""


def main() -> int:
    parser = argparse.ArgumentParser(description="Harvest the demo archive twice, and show what changed.")
    parser.add_argument("--data", help="data directory (default: $SHELFLIST_DATA, else data)")
    data = data_directory(parser.parse_args().data)
    tell_beginning()
    quieten()
    try:
        return run(data)
    except ShelflistError as error:
        return tell_failure(str(error), error.exit_code)
    except KeyboardInterrupt:
        return tell_failure("interrupted", 130)


def run(data: Path) -> int:
    """Both nights; the exit code of the first that was no success."""
    stages.forget(data, SOURCE)
    latest = Outcome()
    with DemoSite() as site:
        for edition, now in NIGHTS:
            site.edition = edition
            outcome = one_night(data, now, f"127.0.0.1:{site.port}")
            if isinstance(outcome, str):
                return tell_failure(outcome, 1)
            tell_night(edition, outcome)
            if outcome.exit_code:
                return outcome.exit_code
            latest = outcome
    tell_news(SOURCE, latest, data)
    return 0


def one_night(data: Path, now: datetime, connect_to: str) -> Outcome | str:
    """What one flow run came to, or why it came to nothing."""
    state: State[Any] = harvest(SOURCE, str(data), now=now, connect_to=connect_to, return_state=True)
    found = state.result(raise_on_failure=False)
    return found if isinstance(found, Outcome) else state.message or state.name or "the flow run failed"


def quieten() -> None:
    """Prefect's own log lines would bury the result; whoever asks for a level still gets it."""
    if "PREFECT_LOGGING_LEVEL" not in os.environ:
        for name in ("prefect", "prefect.flow_runs", "prefect.task_runs"):
            logging.getLogger(name).setLevel(logging.WARNING)


if __name__ == "__main__":
    sys.exit(main())
