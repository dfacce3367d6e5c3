"""The nightly flow: fetch once, read in batches, fold and publish.

A task is a batch, never a page: a task run costs far more than reading a page. Fetching is not tried again here,
because every request has its own retries and a second visit would ask the site everything twice. Reading and
publishing give the same result however often they run, so a disk or a worker that failed is simply asked again.
"""

from dataclasses import replace
from typing import Annotated, Any

from prefect import flow, task
from prefect.cache_policies import NO_CACHE
from prefect.client.schemas.objects import State, TaskRun
from prefect.states import Cancelled
from prefect.tasks import Task
from pydantic import AwareDatetime, Field

from flows.reporting import FlowProgress, publish_artifacts, state_of
from shelflist.errors import HarvestInterrupted, ShelflistError
from shelflist.pipeline import stages
from shelflist.pipeline.outcome import Outcome
from shelflist.pipeline.place import Workplace, workplace
from shelflist.settings import data_directory
from shelflist.sources import LoadedSource, load_source


def is_worth_retrying(_task: "Task[..., Any]", _run: TaskRun, state: "State[Any]") -> bool:
    """Whether a stage may succeed the second time: not after an error that says what is wrong with the input."""
    return not isinstance(state.result(raise_on_failure=False), ShelflistError)


def connected(loaded: LoadedSource, connect_to: str | None) -> LoadedSource:
    """The source's rules; `connect_to` changes where they are tried, so their checksum stays that of the file."""
    if connect_to is None:
        return loaded
    politeness = loaded.source.politeness.model_copy(update={"connect_to": connect_to})
    return replace(loaded, source=loaded.source.model_copy(update={"politeness": politeness}))


@task(name="fetch", cache_policy=NO_CACHE, persist_result=False)
def fetch(place: Workplace, now: AwareDatetime | None, limit: int | None) -> str:
    """Ask the site; every answer is in the ledger when this returns the run's id."""
    return stages.fetch(place, now=now, limit=limit, progress=FlowProgress("fetch"))


@task(
    name="read",
    cache_policy=NO_CACHE,
    persist_result=False,
    retries=2,
    retry_delay_seconds=[2, 20],
    retry_condition_fn=is_worth_retrying,
)
def read(place: Workplace, batch: tuple[str, ...]) -> int:
    """Read one batch of captures."""
    return stages.read(place, batch)


@task(
    name="fold",
    cache_policy=NO_CACHE,
    persist_result=False,
    retries=1,
    retry_delay_seconds=10,
    retry_condition_fn=is_worth_retrying,
)
def fold(place: Workplace) -> Outcome:
    """Say what changed, check the tables, publish; `latest` is flipped last."""
    return stages.fold(place, progress=FlowProgress("fold"))


def read_all(place: Workplace) -> None:
    """Every capture that was not read yet, batch after batch."""
    batches = stages.unread(place)
    progress = FlowProgress("read")
    progress.stage("reading", len(batches))
    for batch in batches:
        progress.advance(f"{read(place, batch)} pages read")


@flow(name="harvest", persist_result=False)
def harvest(
    source: str,
    data: str = "data",
    *,
    now: AwareDatetime | None = None,
    limit: Annotated[int, Field(ge=1)] | None = None,
    connect_to: Annotated[str, Field(pattern=r"^[\w.\-\[\]:]+:\d+$")] | None = None,
) -> "State[Outcome]":
    """Harvest one source into the folder `data` (empty: ``$SHELFLIST_DATA``, else ``data``).

    `source` is a name or the path of a source file; `now` fixes the clock; at most `limit` pages are fetched;
    `connect_to` (host:port) is asked in the site's place: the demo, or a staging host. The state is Failed when
    nothing could be published, Completed named Held or Partial when a person should look, and Completed named
    Unchanged when there was nothing to publish.
    """
    loaded = connected(load_source(source), connect_to)
    try:
        with workplace(loaded, data_directory(data)) as place:
            fetch(place, now, limit)
            read_all(place)
            outcome = fold(place)
    except HarvestInterrupted as interruption:
        return Cancelled(message=str(interruption))
    publish_artifacts(loaded.source, outcome)
    return state_of(outcome)
