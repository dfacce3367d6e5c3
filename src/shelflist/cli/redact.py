"""`shelflist redact`: take down a page or an entry; without --yes, say what that would be."""

from typing import Annotated

from cyclopts import Parameter

from shelflist.cli.options import DataOption, JsonOption, NowOption, ReasonOption, SourceArgument, now_or_none, user
from shelflist.cli.progress import progress
from shelflist.cli.screen import Screen
from shelflist.pipeline.in_words import counted
from shelflist.pipeline.redacting import Redacted
from shelflist.pipeline.redacting import redact as take_down
from shelflist.pipeline.rules import rules_for
from shelflist.settings import data_directory


def redact(
    source: SourceArgument,
    subject: Annotated[str, Parameter(help="Id of a page or an entry, or its beginning; a page's address.")],
    /,
    *,
    reason: ReasonOption,
    yes: Annotated[
        bool, Parameter(negative="", show_default=False, help="Do it; it cannot be undone. Without it, only say so.")
    ] = False,
    data: DataOption = None,
    now: NowOption = None,
    json: JsonOption = False,
) -> int:
    """Exit code 0, done or only said."""
    folder = data_directory(data)
    loaded = rules_for(source, folder)
    at = now_or_none(now)
    with progress() as reporting:
        told = take_down(loaded, folder, subject, reason=reason, by=user(), now=at, is_dry=not yes, progress=reporting)
    if json:
        Screen().json(
            {
                "source": loaded.source.name,
                "redacted": told.is_done,
                "pages": told.pages,
                "entries": told.entries,
                "captures": told.captures,
            }
        )
    else:
        _show(loaded.source.name, told)
    return 0


def _show(name: str, told: Redacted) -> None:
    screen = Screen()
    parts = (counted(len(told.pages), "page"), counted(len(told.entries), "entry"), counted(told.captures, "capture"))
    what = ", ".join(part for part in parts if not part.startswith("0 ")) or "nothing"
    screen.line(f"{name}: {'redacted' if told.is_done else 'would redact'} {what}")
    if not told.is_done:
        screen.line("nothing was redacted; add --yes to do it, for good")
