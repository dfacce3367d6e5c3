"""Frames from rows: the tables of a snapshot from the state, those of a run from what the run left.

Which rows a table has, and their order, is here. Cells are had in `cells`, definitions are in `columns`, frames are
made in `frames`, checks in `check`; `taken_over` spares making rows that are as they were.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial
from operator import attrgetter

import polars as pl

from shelflist.models.authority import AuthorityType, Registry
from shelflist.models.checked import LinkChecked
from shelflist.models.rows import EntryRow, HeadingRow, PageRow
from shelflist.models.track import Event, PageObservation, RunRow, State
from shelflist.models.vocabulary import RowStatus
from shelflist.models.web import Capture, Decision
from shelflist.tables.authorities import IdsOf, name_rows, work_rows
from shelflist.tables.cells import RUN_VALUES, Getter, contributors_of, links_of, snapshot_values
from shelflist.tables.columns import CAPTURES, CHANGES, LINK_CHECKS, PAGE_OBSERVATIONS, RUNS, TABLES
from shelflist.tables.frames import frame
from shelflist.tables.taken_over import Clusters, Made, News, Row
from shelflist.track.targets import was_there

_READ_WHOLE = ("entries", "removed", "headings", "aliases", "candidates", "authority", "targets")
"""What the tables are made of, but for the pages: of these the state remembers more than is published."""

_NAMES = {AuthorityType.AGENT: "agents", AuthorityType.PUBLISHER: "publishers", AuthorityType.PLACE: "places"}


def snapshot_tables(
    state: State, *, decisions: Iterable[Decision] = (), made: Made | None = None
) -> dict[str, pl.DataFrame]:
    """All snapshot tables, sorted, by name. Raises TableError for a value that its column cannot hold.

    `made`: an earlier state with its tables. Rows that are as they were are taken over from there; the tables are
    the same without it.
    """
    news = News.since(made, state)
    ids = IdsOf(state.authority)
    values = snapshot_values(ids)

    def table(name: str, rows: Sequence[object]) -> pl.DataFrame:
        return frame(TABLES[name], rows, values.get(name, {}))

    def of(name: str, owner: str, owners: Sequence[Row], rows: Callable[[Row], Sequence[object]]) -> pl.DataFrame:
        def make(some: Sequence[Row]) -> pl.DataFrame:
            return table(name, [row for one in some for row in rows(one)])

        return news.completed(name, owner, owners, make) if news else make(owners)

    entries = sorted(state.entries.values(), key=_entry_order)
    removed = sorted(state.removed.values(), key=_entry_order)
    headings = sorted(state.headings.values(), key=_heading_order)
    listed = [*entries, *removed]
    tables = {
        "entries": of("entries", "entry_id", entries, _itself),
        "entries_removed": of("entries_removed", "entry_id", removed, _itself),
        "entry_locations": table("entry_locations", entries),
        "entry_contributors": of("entry_contributors", "entry_id", entries, contributors_of),
        "headings": of("headings", "heading_id", headings, _itself),
        "pages": table("pages", _by("page_id", state.pages.values())),
        "links": of("links", "entry_id", listed, lambda entry: links_of(entry, state.targets)),
        "id_aliases": table("id_aliases", _by("alias_id", state.aliases.values())),
        "identity_candidates": table(
            "identity_candidates", sorted(state.candidates.values(), key=attrgetter("page_id", "candidate_id"))
        ),
        "decisions": table("decisions", sorted(decisions, key=attrgetter("decided_at", "decision_id"))),
    }
    return tables | _of_registry(state.authority, listed, ids, table, news.clusters(state, tables) if news else None)


def _of_registry(
    registry: Registry,
    listed: Sequence[EntryRow],
    ids: IdsOf,
    table: Callable[[str, Sequence[object]], pl.DataFrame],
    clusters: Clusters | None,
) -> dict[str, pl.DataFrame]:
    """The names and works that the entries state: all of them, or `clusters` only and the others as they were."""
    stating = [row for row in listed if clusters is None or row.entry_id in clusters.stating]
    listing = [row for row in listed if clusters is None or row.entry_id in clusters.listing]
    names, works = name_rows(registry, stating), work_rows(registry, listing, ids)
    rows: dict[str, Sequence[object]] = {**{name: names[of] for of, name in _NAMES.items()}, "works": works}
    make = table if clusters is None else partial(clusters.merged, table=table)
    return {name: make(name, of_table) for name, of_table in rows.items()}


def _itself(row: Row) -> Sequence[Row]:
    return (row,)


def _by(name: str, rows: Iterable[object]) -> list[object]:
    return sorted(rows, key=attrgetter(name))


def have_same_tables(one: State, other: State) -> bool:
    """Nothing that `snapshot_tables` reads of the state differs; seen in a fraction of the time that they take."""
    if any(getattr(one, name) != getattr(other, name) for name in _READ_WHOLE):
        return False
    return one.pages.keys() == other.pages.keys() and all(
        _published(page) == _published(other.pages[page_id]) for page_id, page in one.pages.items()
    )


def _published(page: PageRow) -> tuple[object, ...]:
    return tuple(getattr(page, name) for name in TABLES["pages"].names)


def run_tables(
    run: RunRow,
    observations: Iterable[PageObservation] = (),
    events: Iterable[Event] = (),
    captures: Iterable[Capture] = (),
    *,
    distrusted: frozenset[str] = frozenset(),
    content_hashes: Mapping[str, str] | None = None,
) -> dict[str, pl.DataFrame]:
    """The run tables of one run, sorted, by name. Raises TableError for a value that its column cannot hold.

    `distrusted` holds capture ids; `content_hashes` leads from a capture's id to the hash of the page read from it.
    """
    hashes = content_hashes or {}
    of_capture: dict[str, Getter] = {
        "content_hash": lambda capture: hashes.get(capture.capture_id),
        "distrusted": lambda capture: capture.capture_id in distrusted,
    }
    captured = sorted(captures, key=lambda capture: capture.capture_id)
    observed = sorted(observations, key=lambda observation: observation.page_id)
    logged = sorted(events, key=_event_order)
    return {
        "captures": frame(CAPTURES, captured, of_capture),
        "page_observations": frame(PAGE_OBSERVATIONS, observed, {}),
        "runs": frame(RUNS, [run], RUN_VALUES),
        "changes": frame(CHANGES, logged, {}),
    }


def check_table(checked: Iterable[LinkChecked]) -> pl.DataFrame:
    """The table `link_checks` of one check; of a document asked for twice, the last answer."""
    rows = sorted({one.url: one for one in checked}.values(), key=attrgetter("url"))
    return frame(LINK_CHECKS, rows, {"bytes": attrgetter("size"), "found": was_there})


def _entry_order(row: EntryRow) -> tuple[str, bool, int, str]:
    """Rows that are not on the page now come last: their position is that of an older capture."""
    return row.page_id, row.status is not RowStatus.ACTIVE, row.location.position, row.entry_id


def _heading_order(row: HeadingRow) -> tuple[str, bool, int, str]:
    return row.page_id, row.status is not RowStatus.ACTIVE, row.position, row.heading_id


def _event_order(event: Event) -> tuple[str, ...]:
    return (
        event.page_id, event.entity_type, event.entity_id, event.change_type, event.field or "", event.change_id,
    )  # fmt: skip
