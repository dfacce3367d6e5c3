"""`shelflist diff`: two snapshots of one source, compared entry by entry. Exit codes are those of diff(1)."""

from pathlib import Path
from typing import Annotated, Literal

from cyclopts import Parameter

from shelflist.cli.options import DataOption, JsonOption, SourceArgument, known_source_id
from shelflist.cli.screen import Screen
from shelflist.cli.snapshots import latest_snapshot, previous_snapshot, snapshot_folder
from shelflist.errors import ShelflistError, UsageError
from shelflist.publish.compare import compare
from shelflist.publish.render_diff import render
from shelflist.settings import clean_directory, data_directory

Format = Literal["text", "markdown", "html", "json", "csv", "daff"]

SAME, DIFFERENT = 0, 1
_FOR_PROGRAMS = ("html", "json", "csv", "daff")


def diff(
    source: SourceArgument,
    from_: Annotated[
        str | None, Parameter(name="FROM", help="Version, date or folder; nothing: the last but one.")
    ] = None,
    to: Annotated[str | None, Parameter(help="Version, date or folder; nothing: the latest.")] = None,
    /,
    *,
    format: Annotated[Format, Parameter(help="How to write it.")] = "text",
    data: DataOption = None,
    json: JsonOption = False,
) -> int:
    """Exit code 0 same, 1 different. Whatever goes wrong is a UsageError, so that its exit code is 2."""
    try:
        older, newer = _snapshots(source, from_, to, data)
        comparison = compare(older, newer)
    except ShelflistError as error:
        raise UsageError(str(error)) from error
    wanted = "json" if json else format
    Screen().document(render(comparison, wanted), exact=wanted in _FOR_PROGRAMS)
    return DIFFERENT if comparison.is_different else SAME


def _snapshots(source: str, older: str | None, newer: str | None, data: Path | None) -> tuple[Path, Path]:
    folder = data_directory(data)
    clean = clean_directory(folder, known_source_id(source, folder))
    return (
        previous_snapshot(clean) if older is None else snapshot_folder(clean, older),
        latest_snapshot(clean) if newer is None else snapshot_folder(clean, newer),
    )
