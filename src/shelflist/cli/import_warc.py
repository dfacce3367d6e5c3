"""`shelflist import-warc`: older captures from WARC files into the history of a source."""

from pathlib import Path
from typing import Annotated

from cyclopts import Parameter

from shelflist.cli.options import DataOption, JsonOption, NowOption, SourceArgument, now_or_none
from shelflist.cli.progress import progress
from shelflist.cli.screen import Screen
from shelflist.errors import UsageError
from shelflist.pipeline.importing import Imported, import_warcs
from shelflist.pipeline.in_words import counted
from shelflist.pipeline.rules import rules_for
from shelflist.settings import data_directory

_DETAILS = 10
"""Broken files named one by one; of more, the number is enough."""


def import_warc(
    source: SourceArgument,
    /,
    *files: Annotated[Path, Parameter(help="WARC files to take captures from.")],
    data: DataOption = None,
    now: NowOption = None,
    json: JsonOption = False,
) -> int:
    """Exit codes as for `harvest`."""
    if not files:
        raise UsageError("import-warc: found no files, expected one or more WARC files")
    folder = data_directory(data)
    loaded = rules_for(source, folder)
    at = now_or_none(now)
    with progress() as reporting:
        told = import_warcs(loaded, folder, files, now=at, progress=reporting)
    if json:
        Screen().json(_as_json(loaded.source.name, told))
    else:
        _show(loaded.source.name, told)
    return told.outcome.exit_code


def _as_json(name: str, told: Imported) -> dict[str, object]:
    run = told.outcome.runs[-1] if told.taken else None
    return {
        "source": name,
        "taken": told.taken,
        "known": told.known,
        "passed": told.passed,
        "details": list(told.details),
        "run_id": run.run_id if run else None,
        "result": told.outcome.result.value,
        "version": told.outcome.snapshot.name if told.outcome.snapshot else None,
        "events": len(told.outcome.events),
    }


def _show(name: str, told: Imported) -> None:
    screen = Screen()
    screen.line(f"{name}: {counted(told.taken, 'capture')} taken, {told.known} known already")
    for reason, number in told.passed.items():
        screen.line(f"  passed over: {number} {reason}")
    for detail in told.details[:_DETAILS]:
        screen.line(f"  {detail}")
    if not told.taken:
        screen.line("nothing to add")
        return
    run = told.outcome.runs[-1]
    screen.line(f"run {run.run_id}: {run.result.value}, {counted(len(told.outcome.events), 'change')} told")
    for reason in run.held_reasons:
        screen.line(f"  {reason}")
