"""The offline flow: data/clean of a source, derived again from data/raw. No request is made."""

from pathlib import Path

from prefect import flow, task
from prefect.cache_policies import NO_CACHE
from prefect.client.schemas.objects import State

from flows.reporting import FlowProgress, publish_artifacts, state_of
from shelflist.pipeline import stages
from shelflist.pipeline.outcome import Outcome
from shelflist.pipeline.rules import rules_for
from shelflist.settings import data_directory
from shelflist.sources import LoadedSource


@task(name="derive", cache_policy=NO_CACHE, persist_result=False)
def derive(loaded: LoadedSource, data: Path) -> Outcome:
    """Fold every run of the ledger again and publish what comes of it."""
    return stages.replay(loaded, data, progress=FlowProgress("replay"))


@flow(name="replay", persist_result=False)
def replay(source: str, data: str = "data") -> "State[Outcome]":
    """Derive the tables and the change log of `source` again; the state is named as that of `harvest`."""
    loaded = rules_for(source, data_directory(data))
    outcome = derive(loaded, data_directory(data))
    publish_artifacts(loaded.source, outcome)
    return state_of(outcome)
