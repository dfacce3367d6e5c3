"""`shelflist changes`: the change log, by default what is new on the site."""

from datetime import datetime
from pathlib import Path
from typing import Annotated

import polars as pl
from cyclopts import Parameter

from shelflist.cli.events import count, is_news, what
from shelflist.cli.options import DataOption, JsonOption, SourceArgument, date_or_instant, known_source_id
from shelflist.cli.plain import iso, plain
from shelflist.cli.screen import Screen
from shelflist.models.track import Event
from shelflist.models.vocabulary import ChangeType
from shelflist.publish.history import event_of
from shelflist.publish.read import load
from shelflist.settings import data_directory


def changes(
    source: SourceArgument,
    /,
    *,
    since: Annotated[str | None, Parameter(help="Observed on this date (UTC) or later.")] = None,
    type: Annotated[tuple[ChangeType, ...], Parameter(negative="", help="Only these; may be repeated.")] = (),
    all: Annotated[bool, Parameter(negative="", show_default=False, help="Every event, also what is no news.")] = False,
    data: DataOption = None,
    json: JsonOption = False,
) -> int:
    """Exit code 0, whether there is any or none. Raises SnapshotError when nothing has been harvested."""
    folder = data_directory(data)
    name = known_source_id(source, folder)
    start = date_or_instant(since, "--since") if since is not None else None
    found = [event for event in _events(name, folder, start) if not type or event.change_type in type]
    shown = found if all else [event for event in found if is_news(event)]
    screen = Screen()
    if json:
        screen.json({"source": name, "changes": plain(shown)})
    else:
        _show(screen, name, shown, hidden=len(found) - len(shown))
    return 0


def _events(source_id: str, data: Path, since: datetime | None) -> list[Event]:
    """In the order they were observed."""
    frame = load(source_id, "changes", data=data)
    if since is not None:
        frame = frame.filter(pl.col("observed_at") >= since)
    rows = frame.collect().sort("observed_at", maintain_order=True)
    return [event_of(row) for row in rows.iter_rows(named=True)]


def _show(screen: Screen, name: str, events: list[Event], *, hidden: int) -> None:
    if events:
        rows = [(iso(event.observed_at), event.change_type.value, event.label, what(event)) for event in events]
        screen.table(("observed", "change", "title", "what"), rows)
    else:
        screen.line(f"{name}: nothing new")
    if hidden:
        Screen(stderr=True).line(f"{count(hidden, 'more event')} with --all")
