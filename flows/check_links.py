"""The weekly flow: whether the linked documents are still there. It asks for no page, and no entry changes by it."""

from typing import Annotated

from prefect import flow, task
from prefect.artifacts import create_table_artifact
from prefect.cache_policies import NO_CACHE
from prefect.client.schemas.objects import State
from prefect.states import Cancelled, Completed, Failed
from pydantic import AwareDatetime, Field

from flows.harvest import connected
from flows.reporting import MOST_ROWS, FlowProgress, artifact_key
from shelflist.errors import HarvestInterrupted
from shelflist.pipeline.link_checks import Checked
from shelflist.pipeline.link_checks import check_links as check_documents
from shelflist.pipeline.rules import rules_for
from shelflist.settings import data_directory
from shelflist.sources import LoadedSource


@task(name="check", cache_policy=NO_CACHE, persist_result=False)
def check(loaded: LoadedSource, data: str, now: AwareDatetime | None, limit: int | None) -> Checked:
    """Ask after the documents that are due, and fold what was learnt."""
    return check_documents(loaded, data_directory(data), now=now, limit=limit, progress=FlowProgress("check"))


@flow(name="check-links", persist_result=False)
def check_links(
    source: str,
    data: str = "data",
    *,
    now: AwareDatetime | None = None,
    limit: Annotated[int, Field(ge=1)] | None = None,
    connect_to: Annotated[str, Field(pattern=r"^[\w.\-\[\]:]+:\d+$")] | None = None,
) -> "State[Checked]":
    """Check the linked documents of one source; the parameters are those of `harvest`, `limit` counts documents.

    The state is Failed when nothing could be learnt, Completed named Missing when documents are missing that were there
    before, and Completed otherwise.
    """
    loaded = connected(rules_for(source, data_directory(data)), connect_to)
    try:
        told = check(loaded, data, now, limit)
    except HarvestInterrupted as interruption:
        return Cancelled(message=str(interruption))
    create_table_artifact(
        key=f"missing-{artifact_key(loaded.source.name)}",
        table=missing(told),
        description=f"Documents missing since the last check of {loaded.source.title} (at most {MOST_ROWS})",
    )
    message = sentence(told)
    if told.exit_code == 1:
        return Failed(message=message, data=told)
    return Completed(name="Missing" if told.newly_missing else None, message=message, data=told)


def sentence(told: Checked) -> str:
    """One check in one line."""
    standings = ", ".join(f"{number} {standing}" for standing, number in told.standings.items())
    return f"{len(told.checked)} of {told.documents} documents checked; {standings}; {told.left} left"


def missing(told: Checked) -> list[dict[str, str]]:
    """Documents that were there before this check, as rows."""
    return [
        {"document": one.url, "status": str(one.status), "since": f"{one.missing_since:%Y-%m-%d}"}
        for one in told.newly_missing[:MOST_ROWS]
        if one.missing_since is not None
    ]
