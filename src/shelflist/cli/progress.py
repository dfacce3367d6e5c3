"""How far a harvest has come, on standard error: a bar for a person, lines for a log."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TextIO

from rich.console import Console
from rich.progress import (
    BarColumn,
    MofNCompleteColumn,
    Progress,
    ProgressColumn,
    SpinnerColumn,
    Task,
    TaskID,
    TextColumn,
    TimeElapsedColumn,
)
from rich.text import Text

from shelflist.cli.text import visible
from shelflist.fetch.ports import Progress as Reporting


class BarProgress:
    """One bar to a stage, with the address or file in hand beside it."""

    def __init__(self, bars: Progress) -> None:
        self._bars = bars
        self._task: TaskID | None = None

    def stage(self, name: str, total: int | None) -> None:
        self._task = self._bars.add_task(visible(name), total=total, now=Text(""))

    def advance(self, text: str = "") -> None:
        if self._task is not None:
            self._bars.update(self._task, advance=1, now=Text(visible(text), overflow="ellipsis", no_wrap=True))


class LineProgress:
    """A line for each stage, and one for each tenth of a long one."""

    LONG = 50

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream
        self._name, self._total, self._done = "", 0, 0

    def stage(self, name: str, total: int | None) -> None:
        self._name, self._total, self._done = visible(name), total or 0, 0
        self._say(self._name if total is None else f"{self._name}: {total}")

    def advance(self, text: str = "") -> None:
        self._done += 1
        tenth = self._total // 10
        if self._total >= self.LONG and self._done % tenth == 0:
            self._say(f"{self._name}: {self._done} of {self._total}")

    def _say(self, line: str) -> None:
        self._stream.write(line + "\n")
        self._stream.flush()


@contextmanager
def progress() -> Iterator[Reporting]:
    """What stages report to while the block lasts."""
    if not sys.stderr.isatty():
        yield LineProgress(sys.stderr)
        return
    columns = (SpinnerColumn(), TextColumn("{task.description}", markup=False), BarColumn(bar_width=30),
               MofNCompleteColumn(), TimeElapsedColumn(), _NowColumn())  # fmt: skip
    with Progress(*columns, console=Console(stderr=True, markup=False), transient=True) as bars:
        yield BarProgress(bars)


class _NowColumn(ProgressColumn):
    """The text in hand; never read as markup."""

    def render(self, task: Task) -> Text:
        now: Text = task.fields["now"]
        return now
