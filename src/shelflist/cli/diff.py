"""`shelflist diff`: two snapshots of one source, compared entry by entry. Exit codes are those of diff(1)."""

from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Annotated, Literal

from cyclopts import Parameter

from shelflist.cli.options import DataOption, JsonOption, SourceArgument, known_source_id
from shelflist.cli.screen import Screen
from shelflist.cli.snapshots import latest_snapshot, previous_snapshot, snapshot_folder
from shelflist.cli.telling import AllOption, LinksOption, tell
from shelflist.errors import ShelflistError, UsageError
from shelflist.publish.compare import Comparison, compare
from shelflist.publish.daff import daff_between
from shelflist.publish.render_diff import as_csv, as_html, as_json, as_markdown, heading
from shelflist.publish.report_changes import Account, account_of
from shelflist.publish.report_diff import background, changes_between
from shelflist.settings import clean_directory, data_directory

Format = Literal["text", "markdown", "html", "json", "csv", "daff"]

SAME, DIFFERENT = 0, 1


def diff(
    source: SourceArgument,
    from_: Annotated[
        str | None, Parameter(name="FROM", help="Version, date, latest, previous or folder; nothing: the last but one.")
    ] = None,
    to: Annotated[str | None, Parameter(help="As FROM; nothing: the latest.")] = None,
    /,
    *,
    format: Annotated[Format, Parameter(help="How to write it.")] = "text",
    all: AllOption = False,
    links: LinksOption = False,
    data: DataOption = None,
    json: JsonOption = False,
) -> int:
    """Exit code 0 same, 1 different. Whatever goes wrong is a UsageError, so that its exit code is 2."""
    wanted = "json" if json else format
    screen = Screen()
    try:
        with TemporaryDirectory(prefix="shelflist-diff-") as room:
            older, newer = _snapshots(source, from_, to, data, Path(room))
            comparison = compare(older, newer)
            if wanted == "daff":
                screen.document(daff_between(older, newer), exact=True)
            else:
                changes = changes_between(comparison, background(comparison, older, newer))
                account = account_of(heading(comparison), changes, everything=all)
                _write(screen, wanted, comparison, account, links=links)
    except ShelflistError as error:
        raise UsageError(str(error)) from error
    return DIFFERENT if comparison.is_different else SAME


def _write(screen: Screen, wanted: Format, comparison: Comparison, account: Account, *, links: bool) -> None:
    if wanted == "markdown":
        screen.document(as_markdown(account))
    elif wanted == "html":
        screen.document(as_html(account), exact=True)
    elif wanted == "csv":
        screen.document(as_csv(account, comparison.key), exact=True)
    elif wanted == "json":
        screen.document(as_json(comparison, account), exact=True)
    else:
        tell(screen, account, links=links)


def _snapshots(source: str, older: str | None, newer: str | None, data: Path | None, room: Path) -> tuple[Path, Path]:
    """Their folders; pruned ones are made again under `room`."""
    folder = data_directory(data)
    clean = clean_directory(folder, known_source_id(source, folder))
    return (
        previous_snapshot(clean, room) if older is None else snapshot_folder(clean, older, room),
        latest_snapshot(clean) if newer is None else snapshot_folder(clean, newer, room),
    )
