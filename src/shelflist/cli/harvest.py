"""`shelflist harvest`, `replay`, `accept`, `decide` and `distrust`: the commands that publish."""

from pathlib import Path
from typing import Annotated, Literal

from cyclopts import Parameter, validators

from shelflist import pipeline
from shelflist.cli.options import DataOption, JsonOption, NowOption, ReasonOption, SourceArgument, now_or_none, user
from shelflist.cli.progress import progress
from shelflist.cli.screen import Screen
from shelflist.cli.standing import state_of, troubles_of
from shelflist.cli.summary import outcome_as_json, show_outcome, show_plan
from shelflist.pipeline.outcome import Outcome
from shelflist.pipeline.rules import rules_for
from shelflist.settings import data_directory
from shelflist.sources import LoadedSource, load_source


def harvest(
    source: SourceArgument,
    /,
    *,
    data: DataOption = None,
    now: NowOption = None,
    limit: Annotated[
        int | None, Parameter(help="Fetch at most so many pages.", validator=validators.Number(gte=1))
    ] = None,
    dry_run: Annotated[
        bool, Parameter(negative="", show_default=False, help="Say what would be fetched; record nothing.")
    ] = False,
    json: JsonOption = False,
) -> int:
    """Exit code 0 published or unchanged, 1 failed, 3 held or partial."""
    loaded = load_source(source)
    folder = data_directory(data)
    at = now_or_none(now)
    with progress() as reporting:
        outcome = pipeline.stages.harvest(loaded, folder, now=at, limit=limit, dry_run=dry_run, progress=reporting)
    if dry_run and not json:
        return show_plan(outcome)
    return _told(loaded, source, folder, outcome, json)


def replay(source: SourceArgument, /, *, data: DataOption = None, json: JsonOption = False) -> int:
    """Exit codes as for `harvest`."""
    folder = data_directory(data)
    loaded = rules_for(source, folder)
    with progress() as reporting:
        outcome = pipeline.stages.replay(loaded, folder, progress=reporting)
    return _told(loaded, source, folder, outcome, json)


def accept(
    source: SourceArgument,
    run: Annotated[str, Parameter(help="Id of the run that is held, as status shows it.")],
    /,
    *,
    reason: ReasonOption,
    page: Annotated[str | None, Parameter(help="Release this page of the run only.")] = None,
    data: DataOption = None,
    now: NowOption = None,
    json: JsonOption = False,
) -> int:
    """Exit codes as for `harvest`."""
    folder = data_directory(data)
    loaded = rules_for(source, folder)
    at = now_or_none(now)
    outcome = pipeline.stages.accept(loaded, folder, run, page_id=page, reason=reason, by=user(), now=at)
    return _told(loaded, source, folder, outcome, json)


def decide(
    source: SourceArgument,
    candidate: Annotated[str, Parameter(help="Id of the pair, as in the table identity_candidates.")],
    word: Annotated[Literal["same", "different"], Parameter(help="What the two entries are.")],
    /,
    *,
    reason: ReasonOption,
    data: DataOption = None,
    now: NowOption = None,
    json: JsonOption = False,
) -> int:
    """Exit codes as for `harvest`."""
    folder = data_directory(data)
    loaded = rules_for(source, folder)
    at = now_or_none(now)
    is_same = word == "same"
    outcome = pipeline.stages.decide(loaded, folder, candidate, is_same=is_same, reason=reason, by=user(), now=at)
    return _told(loaded, source, folder, outcome, json)


def distrust(
    source: SourceArgument,
    capture: Annotated[str, Parameter(help="Id of a capture of a page, as explain and the tables show it.")],
    /,
    *,
    reason: ReasonOption,
    data: DataOption = None,
    now: NowOption = None,
    json: JsonOption = False,
) -> int:
    """Exit codes as for `harvest`."""
    folder = data_directory(data)
    loaded = rules_for(source, folder)
    at = now_or_none(now)
    outcome = pipeline.stages.distrust(loaded, folder, capture, reason=reason, by=user(), now=at)
    return _told(loaded, source, folder, outcome, json)


def _told(loaded: LoadedSource, typed: str, data: Path, outcome: Outcome, as_json: bool) -> int:
    """Tells what it came to; `typed` is how the source was named, so that the commands shown can be typed."""
    name = loaded.source.name
    if not as_json:
        fates = [(one.page_id, one.verdict, one.detail, one.url) for one in outcome.observations]
        return show_outcome(name, typed, outcome, troubles_of(fates, state_of(name, data)))
    Screen().json(outcome_as_json(name, outcome))
    return outcome.exit_code
