"""`shelflist check-links`: whether the linked documents are still there."""

from typing import Annotated

from cyclopts import Parameter, validators

from shelflist.cli.options import DataOption, JsonOption, NowOption, SourceArgument, now_or_none
from shelflist.cli.progress import progress
from shelflist.cli.screen import Screen
from shelflist.pipeline.in_words import counted
from shelflist.pipeline.link_checks import Checked
from shelflist.pipeline.link_checks import check_links as check
from shelflist.pipeline.rules import rules_for
from shelflist.settings import data_directory

_SHOWN = 20
"""Missing documents named one by one; all of them are in the table `links`."""


def check_links(
    source: SourceArgument,
    /,
    *,
    limit: Annotated[
        int | None, Parameter(help="Ask for at most so many documents.", validator=validators.Number(gte=1))
    ] = None,
    again: Annotated[
        bool, Parameter(negative="", show_default=False, help="Ask for those checked not long ago as well.")
    ] = False,
    data: DataOption = None,
    now: NowOption = None,
    json: JsonOption = False,
) -> int:
    """Exit code 0 done, 1 nothing could be learnt, 3 documents are missing that were there before."""
    folder = data_directory(data)
    loaded = rules_for(source, folder)
    at = now_or_none(now)
    with progress() as reporting:
        told = check(loaded, folder, now=at, limit=limit, again=again, progress=reporting)
    if json:
        Screen().json(_as_json(loaded.source.name, told))
    else:
        _show(loaded.source.name, told)
    return told.exit_code


def _as_json(name: str, told: Checked) -> dict[str, object]:
    return {
        "source": name,
        "check_id": told.check_id,
        "documents": told.documents,
        "checked": len(told.checked),
        "passed_over": told.passed_over,
        "left": told.left,
        "requests": told.requests,
        "standings": told.standings,
        "unknown": told.unknown,
        "newly_missing": [
            {"url": one.url, "document_url": one.document_url, "status": one.status, "since": one.missing_since}
            for one in told.newly_missing
        ],
        "version": told.version,
    }


def _show(name: str, told: Checked) -> None:
    screen = Screen()
    rest = f", {told.left} left for the next check" if told.left else ""
    screen.line(
        f"{name}: {counted(len(told.checked), 'document')} checked with {counted(told.requests, 'request')}, "
        f"{told.passed_over} checked not long ago{rest}"
    )
    screen.line("  of all linked: " + (", ".join(f"{n} {what}" for what, n in told.standings.items()) or "none"))
    for reason, number in told.unknown.items():
        screen.line(f"  nothing learnt of {number}: {reason}")
    for one in told.newly_missing[:_SHOWN]:
        since = f"{one.missing_since:%Y-%m-%d}" if one.missing_since else ""
        file = f", the file of {one.url}" if one.document_url else ""
        screen.line("  ", "missing", f" since {since}: {one.document_url or one.url}{file} (HTTP {one.status})")
    if len(told.newly_missing) > _SHOWN:
        screen.line(f"  and {len(told.newly_missing) - _SHOWN} more, see target_missing_since in the table links")
