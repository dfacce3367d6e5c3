"""What a flow run shows: progress, artifacts, and the state it ends in.

Words and numbers come from the `Outcome`; nothing is decided here.
"""

import re
from typing import cast
from uuid import UUID

from prefect.artifacts import (
    create_markdown_artifact,
    create_progress_artifact,
    create_table_artifact,
    update_progress_artifact,
)
from prefect.client.schemas.objects import State
from prefect.logging import get_run_logger
from prefect.states import Completed, Failed

from shelflist.models.track import Event, RunRow
from shelflist.models.vocabulary import Cause, ChangeType, EntityType, RunResult
from shelflist.pipeline.outcome import Outcome
from shelflist.sources.model import Source

MOST_ROWS = 500
"""Rows of an artifact's table; the whole list is in the tables."""

STATE_NAMES = {RunResult.HELD: "Held", RunResult.PARTIAL: "Partial", RunResult.UNCHANGED: "Unchanged"}


class FlowProgress:
    """A log line when a stage begins, and a progress artifact, both brought up to date at every tenth of the way."""

    def __init__(self, task: str) -> None:
        self.task = task
        self.total: int | None = None
        self.done = 0
        self.shown = 0
        self.artifact: UUID | None = None

    def stage(self, name: str, total: int | None) -> None:
        self.total, self.done, self.shown, self.artifact = total, 0, 0, None
        get_run_logger().info("%s: %s", name, "begun" if total is None else f"{total} to do")
        if total:
            created = create_progress_artifact(progress=0.0, key=f"progress-{self.task}", description=name)
            self.artifact = cast(UUID, created)  # a coroutine only where a loop runs, and here none does

    def advance(self, text: str = "") -> None:
        self.done += 1
        tenths = 10 * self.done // self.total if self.total else 0
        if self.artifact is None or tenths <= self.shown:
            return
        self.shown = tenths
        update_progress_artifact(artifact_id=self.artifact, progress=min(100.0, 10.0 * tenths))
        get_run_logger().info("%d of %s %s", self.done, self.total, text)


def state_of(outcome: Outcome) -> "State[Outcome]":
    """Failed, or Completed under the name of the result."""
    message = sentence(outcome.runs[-1]) if outcome.runs else "nothing to derive"
    if outcome.result is RunResult.FAILED:
        return Failed(message=message, data=outcome)
    return Completed(name=STATE_NAMES.get(outcome.result), message=message, data=outcome)


def sentence(run: RunRow) -> str:
    """One run in one line."""
    counts = (
        f"{run.entries_added} added, {run.entries_changed} changed, {run.entries_moved} moved, "
        f"{run.entries_missing} missing, {run.entries_removed} removed"
    )
    why = f"; {'; '.join(run.held_reasons)}" if run.held_reasons else ""
    return f"{run.result.value}: {run.pages_complete} of {run.pages_expected} pages complete, {counts}{why}"


def publish_artifacts(source: Source, outcome: Outcome) -> None:
    """A summary in Markdown, and a table of the entries that are new on the site."""
    key = artifact_key(source.name)
    create_markdown_artifact(
        key=f"summary-{key}", markdown=summary(source, outcome), description=f"Harvest of {source.title}"
    )
    create_table_artifact(
        key=f"new-{key}", table=additions(outcome.events), description=f"New on {source.title} (at most {MOST_ROWS})"
    )


def artifact_key(name: str) -> str:
    """Prefect allows lower-case letters, digits and dashes."""
    return re.sub(r"[^a-z0-9]+", "-", name).strip("-")


def summary(source: Source, outcome: Outcome) -> str:
    """The runs folded now as a Markdown page."""
    rows = [f"| {run.run_id} | {run.result.value} | {sentence(run).partition(': ')[2]} |" for run in outcome.runs]
    places = [
        f"- {what}: `{path}`" for what, path in (("snapshot", outcome.snapshot), ("report", outcome.report)) if path
    ]
    return "\n".join([f"# {source.title}", "", "| run | result | what it found |", "|---|---|---|", *rows, "", *places])


def additions(events: tuple[Event, ...]) -> list[dict[str, str]]:
    """Entries that the site added, in the log's order; the first harvest of a source adds nothing in this sense."""
    new = [event for event in events if is_new_on_site(event)]
    return [
        {"run": event.run_id, "entry": event.label, "id": event.entity_id, "page": event.page_id}
        for event in new[:MOST_ROWS]
    ]


def is_new_on_site(event: Event) -> bool:
    return (
        event.entity_type is EntityType.ENTRY
        and event.change_type is ChangeType.ADDED
        and event.cause is Cause.SOURCE
        and not (event.initial or event.minor)
    )
