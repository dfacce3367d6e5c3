"""What a flow run says of an outcome. No server is needed for words."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from prefect.client.schemas.objects import State

from flows.reporting import MOST_ROWS, additions, artifact_key, sentence, state_of, summary
from shelflist.models.track import Event, RunRow
from shelflist.models.vocabulary import Cause, ChangeType, EntityType, RunResult
from shelflist.pipeline.outcome import Outcome
from shelflist.sources import load_source

AT = datetime(2026, 11, 1, 2, tzinfo=UTC)

RUN = RunRow(
    run_id="20261101T020000Z", source_id="demo", logical_at=AT, started_at=AT, ended_at=AT, result=RunResult.SUCCESS,
    data_version="20261101T020000Z", previous_version=None, extractor_version="1", rules_sha256="0" * 64,
    software="shelflist/0", pages_expected=3, pages_complete=2, pages_blind=1, entries_active=70, entries_added=4,
    entries_changed=1, entries_moved=0, entries_removed=0, entries_missing=1, requests=9, received_bytes=1000,
    waited_seconds=0.0, robots="allowed", door="wordpress", held_reasons=(), warc_files=(),
)  # fmt: skip

ADDED = Event(
    change_id="c1", run_id=RUN.run_id, source_id="demo", entity_type=EntityType.ENTRY, entity_id="e1", page_id="p1",
    change_type=ChangeType.ADDED, observed_at=AT, label="The Russian Revolution",
)  # fmt: skip


def outcome_with(result: RunResult) -> Outcome:
    held = ("run_max_removed",) if result is RunResult.HELD else ()
    return Outcome(runs=(replace(RUN, result=result, held_reasons=held),), events=(), observations=())


@pytest.mark.parametrize(
    ("result", "kind", "name"),
    [
        (RunResult.SUCCESS, "COMPLETED", "Completed"),
        (RunResult.UNCHANGED, "COMPLETED", "Unchanged"),
        (RunResult.PARTIAL, "COMPLETED", "Partial"),
        (RunResult.HELD, "COMPLETED", "Held"),
        (RunResult.FAILED, "FAILED", "Failed"),
    ],
)
def test_each_result_has_its_state(result: RunResult, kind: str, name: str) -> None:
    state: State[Outcome] = state_of(outcome_with(result))
    assert (state.type.value, state.name) == (kind, name)
    assert (state.message or "").startswith(result.value)


def test_a_held_run_says_what_held_it() -> None:
    assert "run_max_removed" in sentence(outcome_with(RunResult.HELD).runs[0])


def test_what_a_run_failed_of_is_not_said_to_hold_it() -> None:
    told = sentence(replace(RUN, result=RunResult.FAILED, held_reasons=("no page was completely observed",)))
    assert told.endswith("1 missing, 0 removed; no page was completely observed")


def test_nothing_to_derive_is_unchanged() -> None:
    assert state_of(Outcome(runs=(), events=(), observations=())).name == "Unchanged"


def test_only_what_the_site_added_after_the_first_harvest_is_called_new() -> None:
    others = (
        replace(ADDED, initial=True),
        replace(ADDED, minor=True),
        replace(ADDED, cause=Cause.EXTRACTOR),
        replace(ADDED, change_type=ChangeType.REAPPEARED),
        replace(ADDED, entity_type=EntityType.HEADING),
    )
    assert [row["entry"] for row in additions((*others, ADDED))] == ["The Russian Revolution"]


def test_a_table_of_additions_has_an_end() -> None:
    assert len(additions((ADDED,) * (MOST_ROWS + 1))) == MOST_ROWS


def test_the_summary_names_every_run() -> None:
    second = replace(RUN, run_id="20261102T020000Z", result=RunResult.UNCHANGED)
    text = summary(load_source("demo").source, Outcome(runs=(RUN, second), events=(), observations=()))
    assert RUN.run_id in text
    assert second.run_id in text


@pytest.mark.parametrize(("name", "key"), [("demo", "demo"), ("my_site", "my-site"), ("a--b_", "a-b")])
def test_every_source_name_makes_a_key_that_prefect_takes(name: str, key: str) -> None:
    assert artifact_key(name) == key
