"""What a harvest, a replay or an acceptance came to: a few lines for a person, or one JSON object."""

import shlex
from collections.abc import Sequence

from shelflist.cli.events import news, show_events
from shelflist.cli.plain import plain
from shelflist.cli.screen import Screen
from shelflist.cli.standing import PageTrouble
from shelflist.cli.troubles import show_troubles
from shelflist.models.track import PageObservation, RunRow
from shelflist.models.vocabulary import RunResult
from shelflist.pipeline.in_words import counted
from shelflist.pipeline.outcome import Outcome
from shelflist.publish.words import depth_in_words

SHOWN = 10
"""So many changes are shown; the report has them all."""

_WORDS = {
    RunResult.SUCCESS: "published",
    RunResult.UNCHANGED: "nothing changed",
    RunResult.PARTIAL: "published in part; nothing was removed",
    RunResult.HELD: "waits for a person",
    RunResult.FAILED: "nothing was published",
}


def show_outcome(name: str, typed: str, outcome: Outcome, troubles: Sequence[PageTrouble]) -> int:
    """Prints the summary of the source `name`, which the person called `typed`; returns the exit code.

    `troubles` are the pages of the outcome that were not completely observed.
    """
    screen = Screen()
    if not outcome.runs:
        screen.line(f"{name}: nothing to derive")
        return outcome.exit_code
    run = outcome.runs[-1]
    screen.line(f"{name}  ", run.result.value, f"  {_WORDS[run.result]}")
    _show_counts(screen, run)
    _show_changes(screen, name, outcome)
    if deep := depth_in_words(run.pages_too_deep, run.first_too_deep):
        screen.line(f"left out: {deep}")
    if left := show_troubles(screen, troubles, at_most=SHOWN):
        screen.line(f"... and {left} more: shelflist status {name}")
    _show_reasons(screen, typed, run)
    if outcome.snapshot is not None:
        screen.line(f"tables  {outcome.snapshot}{_as_before(run)}")
    if outcome.report is not None:
        screen.line(f"report  {outcome.report}")
    return outcome.exit_code


def show_plan(outcome: Outcome) -> int:
    """What a harvest would fetch, and what would go wrong with it; nothing was recorded."""
    screen, notes = Screen(), Screen(stderr=True)
    for address in outcome.planned:
        screen.line(address)
    if outcome.unlisted is not None:
        notes.line(f"no door gave a complete list of pages: {outcome.unlisted}")
    if deep := depth_in_words(len(outcome.too_deep), next(iter(outcome.too_deep), None)):
        notes.line(f"left out: {deep}")
    notes.line(f"{counted(len(outcome.planned), 'page')} would be fetched; nothing was recorded")
    return outcome.exit_code


def outcome_as_json(source: str, outcome: Outcome) -> dict[str, object]:
    """The outcome as `--json` prints it; `changes` holds the news of the runs folded now."""
    run = outcome.runs[-1] if outcome.runs else None
    return {
        "source": source,
        "result": run.result.value if run else None,
        "exit_code": outcome.exit_code,
        "run": plain(run),
        "runs_folded": [row.run_id for row in outcome.runs],
        "changes": plain(news(outcome.events)),
        "pages_not_complete": plain(_incomplete(outcome)),
        "snapshot": plain(outcome.snapshot),
        "report": plain(outcome.report),
        "planned": list(outcome.planned),
        "too_deep": list(outcome.too_deep),
        "unlisted": outcome.unlisted,
    }


def _show_counts(screen: Screen, run: RunRow) -> None:
    pages = f"{run.pages_complete} of {counted(run.pages_expected, 'page')} completely observed"
    screen.line(f"{counted(run.entries_active, 'entry')}, {pages}, {counted(run.requests, 'request')}")


def _show_changes(screen: Screen, source: str, outcome: Outcome) -> None:
    found = news(outcome.events)
    if not found:
        return
    screen.line(f"{counted(len(found), 'change')} on the site:")
    show_events(screen, found[:SHOWN])
    if len(found) > SHOWN:
        screen.line(f"... and {len(found) - SHOWN} more: shelflist changes {source}")


def _show_reasons(screen: Screen, source: str, run: RunRow) -> None:
    for reason in run.held_reasons:
        screen.line(run.result.value, f": {reason}")
    if run.result is RunResult.HELD:
        screen.line("If this is right, release it: ", accept_command(source, run.run_id))


def _as_before(run: RunRow) -> str:
    return ", as before" if run.data_version == run.previous_version else ""


def accept_command(source: str, run_id: str) -> str:
    """What a person types to release the run; `source` may be a path."""
    return f'shelflist accept {shlex.quote(source)} {run_id} --reason "..."'


def _incomplete(outcome: Outcome) -> list[PageObservation]:
    return [row for row in outcome.observations if not row.verdict.is_complete]
