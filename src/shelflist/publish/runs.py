"""Run folders: what one run saw and said, for programs and for people.

``runs/<run_id>/`` holds run.json (the row of the table `runs`), captures.parquet, page_observations.parquet,
changes.parquet and changes.csv (only if there are events), issues.jsonl (one problem a line), report.md, report.html.
"""

import json
from collections.abc import Iterator
from pathlib import Path

import polars as pl

from shelflist.errors import SnapshotError
from shelflist.publish.folder import json_bytes, whole_folder
from shelflist.publish.held import scanned
from shelflist.publish.record import Problem, RunRecord
from shelflist.publish.render import html_page, markdown_page
from shelflist.publish.report import report_of
from shelflist.publish.report_news import is_trouble
from shelflist.publish.snapshot import is_version
from shelflist.tables.build import run_tables
from shelflist.tables.check import validate
from shelflist.tables.columns import CAPTURES, RUNS
from shelflist.tables.definition import TIMESTAMP
from shelflist.tables.files import put_parquet, write_table
from shelflist.tables.text import to_text

__all__ = ["Problem", "RunRecord", "mark_distrusted", "run_folder", "write_run"]


def run_folder(clean_dir: Path, run_id: str) -> Path:
    """Where a run's folder is, or will be. Raises SnapshotError for what cannot be a run id."""
    if not is_version(run_id):
        raise SnapshotError(f"found run {run_id!r:.80}, expected a time like 20261103T030000Z")
    return clean_dir / "runs" / run_id


def write_run(clean_dir: Path, record: RunRecord) -> Path:
    """Write the folder of a run, whole; the same record gives the same bytes. Returns the folder. Raises TableError."""
    tables = run_tables(
        record.run,
        record.observations,
        record.events,
        record.captures,
        distrusted=record.distrusted,
        content_hashes=record.content_hashes,
    )
    validate(tables)
    report = report_of(record)
    folder = run_folder(clean_dir, record.run.run_id)
    with whole_folder(folder) as passing:
        (passing / "run.json").write_bytes(json_bytes(_run_json(tables["runs"])))
        _write_tables(passing, tables)
        (passing / "issues.jsonl").write_bytes(_lines(record))
        (passing / "report.md").write_bytes(markdown_page("report.md.j2", report=report).encode())
        (passing / "report.html").write_bytes(html_page("report.html.j2", report=report).encode())
    return folder


def mark_distrusted(clean_dir: Path, run_id: str, capture_id: str) -> None:
    """Say in the table of a run's captures that one of them is not believed; nothing else of the folder changes."""
    file = run_folder(clean_dir, run_id) / "captures.parquet"
    if not file.is_file():
        return
    told = scanned(file, CAPTURES).collect()
    is_it = pl.col("capture_id") == capture_id
    put_parquet(file, told.with_columns(distrusted=pl.col("distrusted") | is_it))


def _write_tables(folder: Path, tables: dict[str, pl.DataFrame]) -> None:
    write_table(folder, "captures", tables["captures"])
    write_table(folder, "page_observations", tables["page_observations"])
    if not tables["changes"].is_empty():
        write_table(folder, "changes", tables["changes"])


def _run_json(runs: pl.DataFrame) -> dict[str, object]:
    """The row, with times as text."""
    times = to_text(runs.select(column.name for column in RUNS.columns if column.dtype == TIMESTAMP))
    return {**runs.row(0, named=True), **times.row(0, named=True)}


def _lines(record: RunRecord) -> bytes:
    issues = [*_of_pages(record), *(_of_problem(problem) for problem in record.problems)]
    return "".join(json.dumps(issue, ensure_ascii=False) + "\n" for issue in issues).encode()


def _of_pages(record: RunRecord) -> Iterator[dict[str, object]]:
    for one in sorted(record.observations, key=lambda observation: observation.page_id):
        if is_trouble(one):
            yield {
                "kind": "page",
                "page_id": one.page_id,
                "url": record.page_url(one.page_id),
                "verdict": one.verdict.value,
                "detail": one.detail,
                "gate_failures": list(one.gate_failures),
                "accepted_by": one.accepted_by,
            }


def _of_problem(problem: Problem) -> dict[str, object]:
    return {"kind": problem.kind, "page_id": problem.page_id, "url": problem.url, "detail": problem.detail}
