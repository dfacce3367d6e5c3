"""The tables of all releases without what was taken down: rows lose their words and keep their ids.

The whole of data/clean is written anew beside the old folder: snapshots with their hashes, history, deltas, runs and
checks. Reports of runs that told of it give way to a notice. Repeating it changes nothing.
"""

import json
import shutil
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from pathlib import Path

import polars as pl

from shelflist.archive.durable import make_folder
from shelflist.models.redacted import REDACTED
from shelflist.publish.checks import check_files
from shelflist.publish.compare import compare_frames
from shelflist.publish.datapackage import Release, data_package
from shelflist.publish.delta_files import delta_between, table_of, write_delta
from shelflist.publish.folder import json_bytes, whole_folder
from shelflist.publish.held import conformed, scanned
from shelflist.publish.index import file_hashes, keep_index, reindex, table_hashes
from shelflist.publish.past import history_file, history_versions
from shelflist.publish.reusable import written_of
from shelflist.publish.sharing import share_table
from shelflist.publish.snapshot import flip, latest_version, snapshot_versions
from shelflist.sources.model import Source
from shelflist.tables.columns import CHANGES, PAGE_OBSERVATIONS, SNAPSHOT_TABLES, table_named
from shelflist.tables.columns.history import OPENED
from shelflist.tables.definition import TEXT_LIST, Table
from shelflist.tables.files import put_parquet, write_table

_KEPT = frozenset({
    "accepted_by", "canonical_url", "capture_ids", "change_id", "entity_id", "entry_id", "evidence_capture_id", "field",
    "from_capture_id", "gate_failures", "heading_id", "link_id", "opened_by", "page_id", "parent_heading_id", "reason",
    "record_hash", "related_ids", "run_id", "source_id", "to_capture_id", "url", "version",
})  # fmt: skip
"""Text that is no words of the site: ids, and the addresses of pages. Those of links are blanked all the same."""

_OWNED = {"agents": "agent_id", "publishers": "publisher_id", "places": "place_id", "works": "work_id"}
"""Tables whose rows go blank when nothing but what was taken down refers to them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Blanked:
    """What to blank, by id; `links` and `documents` are those of the entries."""

    pages: frozenset[str]
    entries: frozenset[str]
    links: frozenset[str]
    documents: frozenset[str]
    reason: str
    at: str


def links_of(clean_dir: Path, entries: Collection[str]) -> tuple[frozenset[str], frozenset[str]]:
    """Ids and addresses of all links that the entries ever had, as far as snapshots are kept."""
    ids: set[str] = set()
    urls: set[str] = set()
    for version in snapshot_versions(clean_dir):
        links = table_of(clean_dir / "snapshots" / version, table_named("links"))
        mine = links.filter(pl.col("entry_id").is_in(list(entries)))
        ids.update(mine["link_id"])
        urls.update(url for url in mine["url"] if url != REDACTED)
    return frozenset(ids), frozenset(urls)


def lines_of(clean_dir: Path, entries: Collection[str]) -> frozenset[str]:
    """The lines of the entries, as they are and as they ever were."""
    mine = pl.col("entry_id").is_in(list(entries))
    frames = [
        scanned(history_file(clean_dir, version), OPENED).filter(mine).collect()
        for version in history_versions(clean_dir)
    ]
    return frozenset(line for frame in frames for line in frame["citation_raw"] if line != REDACTED)


def blank_clean(clean_dir: Path, target: Path, what: Blanked, source: Source) -> None:
    """Write all that is published, without what was taken down, into the empty folder `target`. `latest` as it is."""
    make_folder(target)
    for version in snapshot_versions(clean_dir):
        _snapshot(clean_dir, target, version, what, source)
    for version in history_versions(clean_dir):
        rows = scanned(history_file(clean_dir, version), OPENED).collect()
        put_parquet(history_file(target, version), _blank_rows(rows, OPENED, _of_entries(what)))
    keep_index(clean_dir, target, up_to="99999999T999999Z")
    reindex(target)
    for folder in sorted((clean_dir / "runs").glob("*T*Z")):
        _run(folder, target / "runs" / folder.name, what)
    for file in check_files(clean_dir):
        gone = list(what.documents)
        put_parquet(target / "checks" / file.name, pl.read_parquet(file).filter(~pl.col("url").is_in(gone)))
    if (latest := latest_version(clean_dir)) is not None:
        flip(target, latest)


def _snapshot(clean_dir: Path, target: Path, version: str, what: Blanked, source: Source) -> None:
    folder = clean_dir / "snapshots" / version
    package = json.loads((folder / "datapackage.json").read_bytes())
    tables = blank_tables({table.name: table_of(folder, table) for table in SNAPSHOT_TABLES}, what)
    base = target / "snapshots" / package["previous"] if package["previous"] else None
    base = base if base is not None and base.is_dir() else None
    written, known = written_of(tables), table_hashes(base) if base else {}
    hashes = written.hashes
    delta: Mapping[str, int] = package["delta"]
    if base is not None:
        before = {name: pl.read_parquet(base / f"{name}.parquet") for name in ("entries", "links")}
        delta = compare_frames(before, tables, "entries").counts
    blanked = target / "snapshots" / version
    told = file_hashes(base) if base else {}
    with whole_folder(blanked) as passing:
        for name, frame in tables.items():
            is_same = base is not None and known.get(name) == hashes[name]
            if base is None or not (is_same and share_table(base, passing, table_named(name), told)):
                write_table(passing, name, frame, written.texts[name])
        release = Release(source=source, version=version, previous=package["previous"], delta=delta)
        (passing / "datapackage.json").write_bytes(json_bytes(data_package(release, tables, hashes, passing)))
    if base is not None:
        write_delta(target, delta_between(base, blanked))


def blank_tables(tables: Mapping[str, pl.DataFrame], what: Blanked) -> dict[str, pl.DataFrame]:
    """Snapshot tables without the words."""
    mine = _of_entries(what)
    on_pages = pl.col("page_id").is_in(list(what.pages))
    where: dict[str, pl.Expr] = {
        "entries": mine, "entries_removed": mine, "links": mine, "headings": on_pages, "pages": on_pages,
    }  # fmt: skip
    blank = {
        name: _blank_rows(frame, table_named(name), where[name]) if name in where else frame
        for name, frame in tables.items()
    }
    blank["entry_contributors"] = tables["entry_contributors"].filter(~mine)
    pair = ["old_entry_id", "new_entry_id"]
    blank["identity_candidates"] = tables["identity_candidates"].filter(
        ~pl.any_horizontal(pl.col(name).is_in(list(what.entries)) for name in pair)
    )
    return _without_orphans(blank)


def _without_orphans(tables: dict[str, pl.DataFrame]) -> dict[str, pl.DataFrame]:
    """Authorities and works that nothing states any more go; ids in the rows that were blanked go with them."""
    of_agents = set(tables["entry_contributors"]["agent_id"].drop_nulls())
    entries = pl.concat([tables["entries"].select("publisher_id", "place_id", "work_id"),
                         tables["entries_removed"].select("publisher_id", "place_id", "work_id")])  # fmt: skip
    stated = {"agents": None, "publishers": "publisher_id", "places": "place_id", "works": "work_id"}
    for name, key in _OWNED.items():
        column = stated[name]
        if column is not None:
            tables[name] = tables[name].filter(pl.col(key).is_in(entries[column].drop_nulls().unique().to_list()))
    removed_agents = {one for row in tables["works"]["agent_ids"] for one in row}
    tables["agents"] = tables["agents"].filter(pl.col("agent_id").is_in(list(of_agents | removed_agents)))
    return tables


def _of_entries(what: Blanked) -> pl.Expr:
    return pl.col("entry_id").is_in(list(what.entries))


def _blank_rows(frame: pl.DataFrame, table: Table, where: pl.Expr) -> pl.DataFrame:
    """Rows `where` without words: what may be null is null, lists are empty, other text is "[redacted]"."""
    return frame.with_columns(
        pl.when(where).then(value).otherwise(pl.col(name)).alias(name)
        for name, value in _blanks(table)
    )  # fmt: skip


def _blanks(table: Table) -> list[tuple[str, pl.Expr]]:
    found: list[tuple[str, pl.Expr]] = []
    for column in table.columns:
        is_link = table.name == "links" and column.name == "url"
        if (column.name in _KEPT and not is_link) or column.values:
            continue
        if column.dtype == TEXT_LIST:
            found.append((column.name, pl.lit([], dtype=TEXT_LIST)))
        elif column.dtype == pl.String:
            found.append((column.name, pl.lit(None if column.nullable else REDACTED, dtype=pl.String)))
        elif column.name in ("page_count", "year", "date_earliest", "date_latest"):
            found.append((column.name, pl.lit(None, dtype=column.dtype)))
    return found


def _run(folder: Path, target: Path, what: Blanked) -> None:
    """A run's folder; what it told of the rows is blanked, and its report gives way to a notice."""
    concerned = _is_concerned(what)
    file = folder / "changes.parquet"
    changes = scanned(file, CHANGES).collect() if file.is_file() else CHANGES.empty()
    is_told = not changes.filter(concerned).is_empty()
    observed = pl.read_parquet(folder / "page_observations.parquet")
    with whole_folder(target) as passing:
        for path in sorted(folder.iterdir()):
            if not (is_told and path.name in ("changes.parquet", "changes.csv", "report.md", "report.html")):
                shutil.copyfile(path, passing / path.name)
        if is_told:
            write_table(passing, "changes", _blank_rows(changes, CHANGES, concerned))
            (passing / "report.md").write_text(_notice(what, folder.name, "# {}\n\n{}\n"), encoding="utf-8")
            page = '<!DOCTYPE html>\n<html lang="en"><head><meta charset="utf-8"><title>{0}</title></head>'
            (passing / "report.html").write_text(
                _notice(what, folder.name, page + "<body><h1>{0}</h1><p>{1}</p></body></html>\n"), encoding="utf-8"
            )
        if what.pages:
            on_pages = pl.col("page_id").is_in(list(what.pages))
            frame = _blank_rows(conformed(observed.lazy(), PAGE_OBSERVATIONS).collect(), PAGE_OBSERVATIONS, on_pages)
            write_table(passing, "page_observations", frame)
        issues = passing / "issues.jsonl"
        if issues.is_file():
            _map_lines(issues, lambda line: "" if any(page in line for page in what.pages) else line)


def _is_concerned(what: Blanked) -> pl.Expr:
    ids = [*what.entries, *what.links, *what.pages]
    return (
        pl.col("entity_id").is_in(ids)
        | pl.col("page_id").is_in(list(what.pages))
        | pl.col("related_ids").list.eval(pl.element().is_in(list(what.entries))).list.any()
    )


def _notice(what: Blanked, run_id: str, layout: str) -> str:
    told = f"Part of this report was taken down on {what.at}. What else changed in the run is in changes.csv."
    return layout.format(f"Run {run_id}", told)


def _map_lines(file: Path, change: Callable[[str], str]) -> None:
    lines = file.read_text(encoding="utf-8").splitlines(keepends=True)
    file.write_text("".join(map(change, lines)), encoding="utf-8")
