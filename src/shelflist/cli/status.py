"""`shelflist status`: the last run, what could not be seen, what is missing, what waits for a person."""

from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

from cyclopts import Parameter

from shelflist.cli.options import DataOption, JsonOption, NowOption, harvested_sources, known_source_id, now_or_none
from shelflist.cli.plain import iso, plain
from shelflist.cli.screen import Screen
from shelflist.cli.standing import LATE, RunSummary, Silence, Standing, standing_of
from shelflist.cli.summary import accept_command
from shelflist.cli.troubles import show_troubles
from shelflist.errors import SnapshotError, UsageError
from shelflist.pipeline.corrections_told import in_words
from shelflist.pipeline.in_words import counted
from shelflist.publish.words import cost_in_words, depth_in_words, doors_in_words
from shelflist.settings import data_directory

_TO_DO = {
    "partial": "nothing is to be released: the next complete night makes good. Where nights stay like this, look at "
    "the site, and at one of these pages with `shelflist check`",
    "failed": "nothing is to be released, and the next night tries again. Where nights stay like this, look at the "
    "site",
}
"""What a person may do about a night that no person holds."""
_FEW = 10
_HOURS_TOLD = 72
"""From then on days are told."""
_LATE_HOURS = int(LATE.total_seconds() // 3600)


def status(
    source: Annotated[str | None, Parameter(help="Name or path of a source; nothing: all harvested ones.")] = None,
    /,
    *,
    data: DataOption = None,
    now: NowOption = None,
    json: JsonOption = False,
) -> int:
    """Exit code 1 when the last success of a source is older than 36 hours, or there is none, or its last run is yet to
    come by the clock.

    Raises SnapshotError when nothing, or nothing of `source`, has been harvested, UsageError for a `now` in the past.
    """
    folder = data_directory(data)
    at = now_or_none(now) or datetime.now(UTC)
    standings = _all(folder, at) if source is None else [standing_of(known_source_id(source, folder), folder, at)]
    if now is not None:
        _must_come_after(at, standings)
    screen = Screen()
    if json:
        screen.json({"sources": [plain(standing) for standing in standings]})
    else:
        for standing in standings:
            _show(screen, standing, at)
    return 1 if any(map(_needs_care, standings)) else 0


def _needs_care(standing: Standing | Silence) -> bool:
    return isinstance(standing, Silence) or standing.is_late or standing.is_ahead


def _must_come_after(at: datetime, standings: Sequence[Standing | Silence]) -> None:
    """How things stood then is not known any more: what is told is always how they stand after the last run."""
    for one in standings:
        if isinstance(one, Standing) and at < one.last_run.logical_at:
            last = f"the last run of {one.source}, {iso(one.last_run.logical_at)}"
            raise UsageError(f"--now: found {iso(at)}, expected a time not before {last}")


def _all(data: Path, now: datetime) -> list[Standing | Silence]:
    """One source without a run does not keep the others from being told of."""
    names = harvested_sources(data)
    if not names:
        raise SnapshotError(f"{data.absolute()}: nothing has been harvested yet")
    return [_standing(name, data, now) for name in names]


def _standing(name: str, data: Path, now: datetime) -> Standing | Silence:
    try:
        return standing_of(name, data, now)
    except SnapshotError as error:
        return Silence(source=name, error=str(error))


def _show(screen: Screen, standing: Standing | Silence, now: datetime) -> None:
    if isinstance(standing, Silence):
        screen.line((standing.source, "bold"), f"  {standing.error.removeprefix(f'{standing.source}: ')}")
        return
    run = standing.last_night
    screen.line((standing.source, "bold"), "  last run ", run.run_id, "  ", run.result)
    if standing.last_run != run:
        kind = f", {standing.last_run.kind}" if standing.last_run.kind else ""
        screen.line(f"  since then {standing.last_run.run_id}{kind}, which asked nothing of the site")
    pages = f"{run.pages_complete} of {counted(run.pages_expected, 'page')} completely observed"
    screen.line(f"  {counted(run.entries_active, 'entry')}, {pages}")
    cost = cost_in_words(run.bytes, run.waited_seconds, run.slowest_delay)
    screen.line(f"  {counted(run.requests, 'request')}, {cost}")
    if standing.verdicts:
        screen.line(f"  verdicts: {', '.join(f'{number} {verdict}' for verdict, number in standing.verdicts.items())}")
    _show_age(screen, standing, now)
    _show_doors(screen, standing)
    if deep := depth_in_words(run.pages_too_deep, run.first_too_deep):
        screen.line(f"  left out: {deep}")
    _show_reasons(screen, run)
    show_troubles(screen, standing.troubles, indent="  ")
    _show_missing(screen, standing)
    _show_documents(screen, standing)
    _show_corrections(screen, standing)
    _show_waiting(screen, standing)


def _show_age(screen: Screen, standing: Standing, now: datetime) -> None:
    if standing.is_ahead:
        screen.line("  ", (f"last run recorded at a time to come, {iso(standing.last_run.logical_at)}", "bold red"),
                    ": no other can begin before; docs/operations.md, “A clock that was wrong”")  # fmt: skip
    if standing.last_success is None:
        screen.line("  ", ("no run has succeeded yet", "bold red"))
        return
    hours = (now - standing.last_success).total_seconds() / 3600
    age = f"{_long(hours)} ago" if hours >= 0 else f"by the clock only in {_long(-hours)}"
    words = f"  last success {iso(standing.last_success)}, {age}"
    screen.line(words, (f": older than {_LATE_HOURS} h" if standing.is_late else "", "bold red"))


def _long(hours: float) -> str:
    return f"{hours:.0f} h" if hours < _HOURS_TOLD else f"{hours / 24:.0f} days"


def _show_doors(screen: Screen, standing: Standing) -> None:
    if (run := standing.compared) is not None:
        words = doors_in_words(run.doors_compared, run.doors_agreed, run.pages_of_one_door)
        screen.line(f"  doors, compared {iso(run.logical_at)}: {words}")


def _show_reasons(screen: Screen, run: RunSummary) -> None:
    """Why it failed or was partial; what holds a run is told where it waits for a person."""
    if run.result in ("failed", "partial"):
        for reason in run.held_reasons:
            screen.line("  ", run.result, f": {reason}")


def _show_missing(screen: Screen, standing: Standing) -> None:
    if standing.missing:
        total = len(standing.missing)
        screen.line("  missing, not yet removed", f", the first {_FEW} of {total}:" if total > _FEW else ":")
        rows = [("   ", _since(item.missing_since), item.page, item.citation_raw) for item in standing.missing]
        screen.table(("   ", "since", "page", "entry"), rows[:_FEW])


def _show_documents(screen: Screen, standing: Standing) -> None:
    """Those longest missing; all are in the table `links`, and in --json."""
    missing = standing.documents_missing
    if missing:
        told = f"{len(missing)} of {counted(standing.documents_checked, 'linked document')} missing"
        screen.line("  ", told, f", the first {_FEW}:" if len(missing) > _FEW else ":")
        rows = [("   ", _since(one.missing_since), str(one.http_status), one.url, one.citation_raw) for one in missing]
        screen.table(("   ", "since", "HTTP", "document", "entry"), rows[:_FEW])


def _show_corrections(screen: Screen, standing: Standing) -> None:
    if standing.corrections:
        screen.line("  corrections to take out or to renew:")
        rows = [("   ", one.fate, one.line, in_words(one)) for one in standing.corrections]
        screen.table(("   ", "fate", "line", "what became of it"), rows)


def _show_waiting(screen: Screen, standing: Standing) -> None:
    if standing.waits is None:
        screen.line("  ", _TO_DO.get(standing.last_night.result, "nothing waits for a person"))
        return
    for reason in standing.waits.held_reasons:
        screen.line("  ", "held", f": {reason}")
    screen.line("  waits for a person: ", accept_command(standing.source, standing.waits.run_id))


def _since(at: datetime | None) -> str:
    return iso(at) if at is not None else ""
