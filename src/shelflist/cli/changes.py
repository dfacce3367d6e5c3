"""`shelflist changes`: the change log, by default what is new on the site."""

import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Literal

import polars as pl
from cyclopts import Parameter

from shelflist.cli.events import is_news
from shelflist.cli.looks import Look, last_look, look_at, look_file, remember
from shelflist.cli.options import DataOption, JsonOption, SourceArgument, date_or_instant, known_source_id
from shelflist.cli.plain import iso, plain
from shelflist.cli.screen import Screen
from shelflist.cli.telling import AllOption, LinksOption, tell
from shelflist.errors import SnapshotError
from shelflist.models.track import Event
from shelflist.models.vocabulary import ChangeType
from shelflist.publish.history import event_of
from shelflist.publish.read import load
from shelflist.publish.render_diff import as_csv, as_html, as_markdown, items_of
from shelflist.publish.render_text import counts_in_words
from shelflist.publish.report_changes import Account, account_of, counted
from shelflist.publish.report_events import changes_told
from shelflist.settings import clean_directory, data_directory

Format = Literal["text", "markdown", "html", "json", "csv"]

LAST_LOOK = "last-look"


@dataclass(frozen=True, slots=True)
class _Period:
    """The events asked for, what begins them in words, what is odd about them, and what is seen once they are told."""

    events: list[Event]
    beginning: str
    note: str = ""
    seen: Look | None = None


def changes(
    source: SourceArgument,
    /,
    *,
    since: Annotated[
        str | None, Parameter(help=f"Observed on this date (UTC) or later; {LAST_LOOK}: what you have not seen yet.")
    ] = None,
    type: Annotated[
        tuple[ChangeType, ...], Parameter(negative="", show_default=False, help="Only these; may be repeated.")
    ] = (),
    all: AllOption = False,
    format: Annotated[Format, Parameter(help="How to write it.")] = "text",
    links: LinksOption = False,
    remembered: Annotated[
        bool, Parameter(name="--remember", help=f"With --since {LAST_LOOK}: note that this was seen.")
    ] = True,
    data: DataOption = None,
    json: JsonOption = False,
) -> int:
    """Exit code 0, whether there is any or none. Raises SnapshotError when nothing has been harvested, UsageError."""
    folder = data_directory(data)
    name = known_source_id(source, folder)
    is_look = since == LAST_LOOK
    period = _since_last_look(name, folder) if is_look else _since(name, folder, since)
    found = [event for event in period.events if not type or event.change_type in type]
    screen, notes = Screen(), Screen(stderr=True)
    _write(screen, "json" if json else format, _Told(name, folder, period, found, all), links=links)
    if period.note:
        notes.line(period.note)
    if is_look and remembered and period.seen is not None:
        _remember(notes, name, folder, period.seen, is_whole=not type)
    return 0


@dataclass(frozen=True, slots=True)
class _Told:
    name: str
    data: Path
    period: _Period
    found: list[Event]
    everything: bool

    @property
    def shown(self) -> list[Event]:
        return self.found if self.everything else [event for event in self.found if is_news(event)]


def _since(name: str, data: Path, since: str | None) -> _Period:
    start = None if since is None else date_or_instant(since, "--since")
    frame = load(name, "changes", data=data)
    if start is not None:
        frame = frame.filter(pl.col("observed_at") >= start)
    return _Period(_events(frame), "" if start is None else f", since {iso(start)}")


def _since_last_look(name: str, data: Path) -> _Period:
    """A first look sees all that is on record; so does one that cannot know what was seen."""
    frame = load(name, "changes", data=data)
    ids = frame.select("run_id", "change_id").collect().rows()
    last_run = load(name, "runs", data=data).select(pl.col("run_id").max()).collect().item()
    seen = None if last_run is None else look_at(ids, last_run)
    look = last_look(look_file(data, name))
    if look is None:
        return _Period(_events(frame), "", f"{name}: your first look; all that is on record is shown", seen)
    now = look_at(ids, look.run_id)
    note = "" if now == look else _rewritten(name, look, now)
    return _Period(
        _events(frame.filter(pl.col("run_id") > look.run_id)),
        f", since your last look at run {look.run_id}",
        note,
        seen,
    )


def _rewritten(name: str, look: Look, now: Look) -> str:
    return (
        f"{name}: the log up to run {look.run_id} is not the one you saw: found {now.events} events, expected "
        f"{look.events}; it was derived anew since. To see it again, give a date"
    )


def _events(frame: pl.LazyFrame) -> list[Event]:
    """In the order they were observed."""
    rows = frame.collect().sort("observed_at", maintain_order=True)
    return [event_of(row) for row in rows.iter_rows(named=True)]


def _write(screen: Screen, wanted: Format, told: _Told, *, links: bool) -> None:
    if wanted == "json":
        items = items_of(_account(told, told.shown))
        screen.json({"source": told.name, "changes": plain(told.shown), "items": items, "folded": _folded(told)})
    elif wanted == "csv":
        screen.document(as_csv(_account(told, told.shown), ("entity_id",)), exact=True)
    elif wanted == "markdown":
        screen.document(as_markdown(_account(told, told.found)))
    elif wanted == "html":
        screen.document(as_html(_account(told, told.found)), exact=True)
    else:
        tell(screen, _account(told, told.found), links=links)
    sys.stdout.flush()  # what could not be written was not seen


def _folded(told: _Told) -> dict[str, int]:
    return dict(_account(told, told.found).folded)


def _account(told: _Told, events: Sequence[Event]) -> Account:
    clean = clean_directory(told.data, told.name)
    found = changes_told(clean, clean / "latest", events)
    news = [change for change in found if told.everything or not change.aside]
    counts = counts_in_words(counted(news)) or "nothing new"
    return account_of(f"{told.name}{told.period.beginning}: {counts}", found, everything=told.everything)


def _remember(notes: Screen, name: str, data: Path, seen: Look, *, is_whole: bool) -> None:
    """A look at some kinds of changes only is none at the others. What cannot be remembered is shown again."""
    if not is_whole:
        notes.line(f"{name}: not remembered as seen, for --type leaves some out")
        return
    file = look_file(data, name)
    try:
        remember(file, seen, data)
    except (OSError, SnapshotError) as error:
        notes.line(f"{name}: not remembered as seen: {error}")
