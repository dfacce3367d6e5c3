"""The row of the table `runs` that tells of one unit: what was asked, what was seen, and what came of it."""

from collections.abc import Mapping
from datetime import datetime

from shelflist.models.observe import RunObservation
from shelflist.models.track import RunRow, State
from shelflist.models.vocabulary import RowStatus, RunKind
from shelflist.models.web import IMPORT_DOOR
from shelflist.settings import SOFTWARE
from shelflist.track import Step


def run_row(observation: RunObservation, result: Step, after: State) -> RunRow:
    """What the run came to; the versions are filled in when it is published."""
    begun, ended = observation.run, observation.ended
    verdicts = [item.verdict for item in result.observations]
    return RunRow(
        run_id=begun.run_id,
        source_id=begun.source_id,
        logical_at=begun.logical_at,
        started_at=begun.logical_at,
        ended_at=ended.ended_at,
        pages_expected=len(verdicts),
        pages_complete=sum(verdict.is_complete for verdict in verdicts),
        pages_blind=sum(verdict.is_blind for verdict in verdicts),
        requests=ended.requests,
        received_bytes=ended.received_bytes,
        waited_seconds=ended.waited_seconds,
        slowest_delay=ended.slowest_delay,
        robots=ended.robots,
        door=ended.door,
        doors=ended.doors,
        pages_too_deep=ended.pages_too_deep,
        first_too_deep=ended.first_too_deep,
        warc_files=(ended.warc_filename,) if ended.warc_filename else (),
        extractor_version=begun.extractor_version,
        rules_sha256=begun.rules_sha256,
        software=begun.software,
        kind=RunKind.IMPORT if ended.door == IMPORT_DOOR else RunKind.HARVEST,
        **_counts(result, after),  # type: ignore[arg-type]
    )


def row_without_run(run_id: str, at: datetime, result: Step, kind: RunKind) -> RunRow:
    """An epoch, a person's word, a takedown: nobody asked the site."""
    return RunRow(
        run_id=run_id,
        source_id=result.state.source_id,
        logical_at=at,
        started_at=at,
        ended_at=at,
        pages_expected=0,
        pages_complete=0,
        pages_blind=0,
        requests=0,
        received_bytes=0,
        waited_seconds=0.0,
        robots="none",
        door=None,
        warc_files=(),
        extractor_version=result.state.extractor_version,
        rules_sha256=result.state.rules_sha256,
        software=SOFTWARE,
        kind=kind,
        **_counts(result, result.state),  # type: ignore[arg-type]
    )


def _counts(result: Step, after: State) -> Mapping[str, object]:
    rows = list(after.entries.values())
    return {
        "result": result.result,
        "data_version": None,
        "previous_version": None,
        "held_reasons": result.reasons,
        "entries_active": sum(row.status is RowStatus.ACTIVE for row in rows),
        "entries_missing": sum(row.status is RowStatus.MISSING for row in rows),
        "entries_added": result.count("added"),
        "entries_changed": result.count("changed"),
        "entries_moved": result.count("moved"),
        "entries_removed": result.count("removed"),
    }
