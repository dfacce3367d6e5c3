"""`shelflist prune`: remove old snapshots; without --yes, say which."""

from typing import Annotated

from cyclopts import Parameter, validators

from shelflist.cli.options import DataOption, JsonOption, SourceArgument
from shelflist.cli.screen import Screen
from shelflist.pipeline.in_words import counted
from shelflist.pipeline.pruning import prune as prune_source
from shelflist.pipeline.rules import rules_for
from shelflist.settings import data_directory

_MEGABYTE = 1_000_000


def prune(
    source: SourceArgument,
    /,
    *,
    keep: Annotated[int, Parameter(help="How many of the newest snapshots stay.", validator=validators.Number(gte=1))],
    yes: Annotated[
        bool, Parameter(negative="", show_default=False, help="Remove them; without it, only say so.")
    ] = False,
    data: DataOption = None,
    json: JsonOption = False,
) -> int:
    """Exit code 0, whether there was anything to remove or not."""
    folder = data_directory(data)
    loaded = rules_for(source, folder)
    name = loaded.source.name
    told = prune_source(loaded, folder, keep=keep, is_dry=not yes)
    screen = Screen()
    if json:
        screen.json({"source": name, "removed": told.is_done, "versions": told.versions, "bytes": told.bytes})
        return 0
    for version in told.versions:
        screen.line(version)
    what = f"{counted(len(told.versions), 'snapshot')}, {told.bytes / _MEGABYTE:.1f} MB"
    screen.line(f"{name}: {'removed' if told.is_done else 'would remove'} {what}")
    if told.versions and not told.is_done:
        screen.line("nothing was removed; add --yes to do it")
    return 0
