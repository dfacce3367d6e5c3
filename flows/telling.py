"""What the demo says to the person who typed `make harvest`. Only words and layout; plain text in a pipe."""

import sys
from pathlib import Path

from shelflist.cli.events import news, what
from shelflist.cli.screen import Screen
from shelflist.models.track import Event
from shelflist.models.vocabulary import ChangeType
from shelflist.pipeline.in_words import counted
from shelflist.pipeline.outcome import Outcome
from shelflist.settings import data_directory, raw_directory

ORDER = (ChangeType.ADDED, ChangeType.CHANGED, ChangeType.MOVED, ChangeType.RELINKED, ChangeType.MISSING)
"""What the second edition brings, in the order of interest; anything else comes after."""

ORDINALS = {1: "First", 2: "Second"}


def tell_beginning() -> None:
    screen = Screen()
    screen.line("Harvesting the demo archive twice, as on two nights, with the Prefect flow `harvest`.")
    screen.line("Prefect first starts a server of its own on this machine; that takes about 20 seconds.")
    screen.line("(The same harvest without Prefect: shelflist demo-site, then shelflist harvest demo.)")
    screen.line("")
    sys.stdout.flush()


def tell_night(edition: int, outcome: Outcome) -> None:
    run = outcome.runs[-1]
    pages = f"{run.pages_complete} of {counted(run.pages_expected, 'page')} completely observed"
    words = f"{counted(run.entries_active, 'entry')} listed, {pages}, {counted(run.requests, 'request')}"
    screen = Screen()
    screen.line(f"{ORDINALS[edition]} night, {run.logical_at:%d %B %Y}: ", run.result.value, f". {words}.")
    sys.stdout.flush()


def tell_news(source: str, outcome: Outcome, data: Path) -> None:
    """The changes by type, where the files are, what to try next."""
    found = sorted(news(outcome.events), key=_rank)
    screen = Screen()
    screen.line("")
    screen.line(("What changed on the site between the two", "bold"))
    screen.table(("change", "title", "what"), [(event.change_type.value, event.label, _rest(event)) for event in found])
    if any(event.change_type is ChangeType.MISSING for event in found):
        screen.line("")
        screen.line("Missing is not removed: that takes a second complete look without it, at least 20 hours later.")
    _tell_places(screen, source, outcome, data)
    _tell_next(screen, source, found, data)


def tell_failure(message: str, exit_code: int) -> int:
    Screen(stderr=True).line(f"shelflist: {message}")
    return exit_code


def _rest(event: Event) -> str:
    """What the event says beyond its title, which has a column of its own."""
    return what(event).removeprefix(f"{event.label}, ")


def _rank(event: Event) -> tuple[int, str]:
    return (ORDER.index(event.change_type) if event.change_type in ORDER else len(ORDER), event.label)


def _tell_places(screen: Screen, source: str, outcome: Outcome, data: Path) -> None:
    screen.line("")
    screen.line(("Where it is", "bold"))
    if outcome.snapshot is not None:
        screen.line(f"  tables    {outcome.snapshot / 'entries.csv'} and its neighbours, CSV and Parquet")
    if outcome.report is not None:
        screen.line(f"  report    {outcome.report.with_suffix('.html')}")
    screen.line(f"  captures  {raw_directory(data, source)}: every answer of the site, as WARC")


def _tell_next(screen: Screen, source: str, found: list[Event], data: Path) -> None:
    command = Path(sys.executable).with_name("shelflist")
    shown = command.relative_to(Path.cwd()) if command.is_relative_to(Path.cwd()) else command
    entry = next((event.entity_id for event in found if event.change_type is ChangeType.CHANGED), None)
    screen.line("")
    screen.line(("What to try next", "bold"))
    where = "" if data == data_directory() else f" --data {data}"
    screen.line(f"  {shown} changes {source}{where}")
    screen.line(f"  {shown} diff {source}{where}")
    if entry is not None:
        screen.line(f"  {shown} explain {source} {entry}{where}")
    screen.line(f"  {shown} demo-site --edition 2     # the archive itself, for a browser")
