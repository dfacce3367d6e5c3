"""Frames from rows: the tables of a snapshot from the state, those of a run from what the run left.

Sorting and derived columns are here; definitions are in `columns`, frames are made in `frames`, checks in `check`.
"""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, fields
from operator import attrgetter
from typing import Any

import polars as pl

from shelflist.models.authority import AuthorityType
from shelflist.models.checked import LinkChecked, Target
from shelflist.models.citation import Citation, Contributor, Role
from shelflist.models.rows import EntryRow, HeadingRow, LinkRow, PageRow
from shelflist.models.track import Event, PageObservation, RunRow, State
from shelflist.models.vocabulary import RowStatus
from shelflist.models.web import Capture, Decision
from shelflist.tables.authorities import Ids, ids_of, name_rows, work_rows
from shelflist.tables.columns import CAPTURES, CHANGES, LINK_CHECKS, PAGE_OBSERVATIONS, RUNS, TABLES
from shelflist.tables.dates import Bounds, bounds
from shelflist.tables.frames import frame
from shelflist.track.targets import document_of, was_there

_OF_RUN: dict[str, Callable[[RunRow], object]] = {
    "bytes": lambda run: run.received_bytes,
    "doors_compared": lambda run: tuple(one.door for one in run.doors if one.is_complete),
    "doors_agreed": lambda run: tuple(one.door for one in run.doors if one.agrees),
    "pages_of_one_door": lambda run: tuple(f"{one.door}: {url}" for one in run.doors for url in one.only),
}

# The row's type differs from table to table; the getters below are checked by the columns they fill.
_Getter = Callable[[Any], object]

_READ_WHOLE = ("entries", "removed", "headings", "aliases", "candidates", "authority", "targets")
"""What the tables are made of, but for the pages: of these the state remembers more than is published."""

_INITIALS = re.compile(r"[A-Z]{1,3}")


@dataclass(frozen=True, slots=True)
class _LinkOf:
    entry: EntryRow
    link: LinkRow
    target: Target | None


@dataclass(frozen=True, slots=True)
class _ContributorOf:
    entry: EntryRow
    position: int
    contributor: Contributor


def snapshot_tables(state: State, *, decisions: Iterable[Decision] = ()) -> dict[str, pl.DataFrame]:
    """All snapshot tables, sorted, by name. Raises TableError for a value that its column cannot hold."""
    entries = sorted(state.entries.values(), key=_entry_order)
    removed = sorted(state.removed.values(), key=_entry_order)
    headings = sorted(state.headings.values(), key=_heading_order)
    pages = sorted(state.pages.values(), key=lambda page: page.page_id)
    decided = sorted(decisions, key=lambda decision: (decision.decided_at, decision.decision_id))
    ids = {entry.entry_id: ids_of(state.authority, entry) for entry in (*entries, *removed)}
    names = name_rows(state.authority, (*entries, *removed))
    rows: dict[str, Sequence[object]] = {
        "entries": entries,
        "entries_removed": removed,
        "entry_locations": entries,
        "entry_contributors": [one for entry in entries for one in _contributors(entry)],
        "headings": headings,
        "pages": pages,
        "links": [link for entry in (*entries, *removed) for link in _links(entry, state.targets)],
        "id_aliases": sorted(state.aliases.values(), key=attrgetter("alias_id")),
        "identity_candidates": sorted(state.candidates.values(), key=attrgetter("page_id", "candidate_id")),
        "decisions": decided,
        "agents": names[AuthorityType.AGENT],
        "publishers": names[AuthorityType.PUBLISHER],
        "places": names[AuthorityType.PLACE],
        "works": work_rows(state.authority, (*entries, *removed), ids),
    }
    values = {**_VALUES, **_id_values(ids)}
    return {name: frame(TABLES[name], of_table, values.get(name, {})) for name, of_table in rows.items()}


def have_same_tables(one: State, other: State) -> bool:
    """Nothing that `snapshot_tables` reads of the state differs; seen in a fraction of the time that they take."""
    if any(getattr(one, name) != getattr(other, name) for name in _READ_WHOLE):
        return False
    return one.pages.keys() == other.pages.keys() and all(
        _published(page) == _published(other.pages[page_id]) for page_id, page in one.pages.items()
    )


def _published(page: PageRow) -> tuple[object, ...]:
    return tuple(getattr(page, name) for name in TABLES["pages"].names)


def _id_values(ids: Mapping[str, Ids]) -> dict[str, Mapping[str, _Getter]]:
    """The columns that come from the registry; `ids` are by entry id."""
    of_entry: dict[str, _Getter] = {
        "publisher_id": lambda entry: ids[entry.entry_id].publisher,
        "place_id": lambda entry: ids[entry.entry_id].place,
        "manifestation_id": lambda entry: ids[entry.entry_id].manifestation,
        "work_id": lambda entry: ids[entry.entry_id].work,
    }
    of_name: dict[str, _Getter] = {name: attrgetter("id") for name in ("agent_id", "publisher_id", "place_id")}
    return {
        "entries": {**_ENTRY_VALUES, **of_entry},
        "entries_removed": {**_ENTRY_VALUES, **of_entry},
        "entry_contributors": {
            **_CONTRIBUTOR_VALUES,
            "agent_id": lambda row: ids[row.entry.entry_id].agents[row.position - 1],
        },
        **dict.fromkeys(("agents", "publishers", "places"), of_name),
    }


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
    of_capture: dict[str, _Getter] = {
        "content_hash": lambda capture: hashes.get(capture.capture_id),
        "distrusted": lambda capture: capture.capture_id in distrusted,
    }
    captured = sorted(captures, key=lambda capture: capture.capture_id)
    observed = sorted(observations, key=lambda observation: observation.page_id)
    logged = sorted(events, key=_event_order)
    return {
        "captures": frame(CAPTURES, captured, of_capture),
        "page_observations": frame(PAGE_OBSERVATIONS, observed, {}),
        "runs": frame(RUNS, [run], _OF_RUN),
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


def _links(entry: EntryRow, targets: Mapping[str, Target]) -> list[_LinkOf]:
    in_order = sorted(entry.links, key=lambda link: (link.position, link.link_id))
    return [_LinkOf(entry, link, targets.get(document_of(link.url))) for link in in_order]


def _contributors(entry: EntryRow) -> list[_ContributorOf]:
    return [_ContributorOf(entry, n, one) for n, one in enumerate(entry.citation.contributors, 1)]


def creators_display(citation: Citation) -> str | None:
    """The authors as a catalogue shows them: "Coates, W. P.; Coates, Zelda". None without authors."""
    return "; ".join(_display(one) for one in citation.contributors if one.role is Role.AUT) or None


def _display(contributor: Contributor) -> str:
    if not contributor.family:
        return contributor.name_raw
    given = contributor.given or ""
    spaced = " ".join(" ".join(f"{c}." for c in word) if _INITIALS.fullmatch(word) else word for word in given.split())
    return f"{contributor.family}, {spaced}" if spaced else contributor.family


def _bounds(entry: EntryRow) -> Bounds:
    return bounds(entry.citation.date_edtf)


def _of_target(name: str) -> _Getter:
    return lambda row: getattr(row.target, name) if row.target else None


_ENTRY_VALUES: dict[str, _Getter] = {
    **{field.name: attrgetter(f"citation.{field.name}") for field in fields(Citation)},
    "date_earliest": lambda entry: _bounds(entry).earliest,
    "date_latest": lambda entry: _bounds(entry).latest,
    "year": lambda entry: _bounds(entry).year,
    "creators_display": lambda entry: creators_display(entry.citation),
    "primary_link_id": lambda entry: entry.primary_link.link_id if entry.primary_link else None,
}
_LOCATION_VALUES: dict[str, _Getter] = {
    name: attrgetter(f"location.{name}") for name in TABLES["entry_locations"].names if name != "entry_id"
}
_CONTRIBUTOR_VALUES: dict[str, _Getter] = {
    **{field.name: attrgetter(f"contributor.{field.name}") for field in fields(Contributor)},
    "entry_id": attrgetter("entry.entry_id"),
}
_LINK_VALUES: dict[str, _Getter] = {
    **{field.name: attrgetter(f"link.{field.name}") for field in fields(LinkRow)},
    "entry_id": attrgetter("entry.entry_id"),
    "page_id": attrgetter("entry.page_id"),
    "status": lambda row: RowStatus.REMOVED if row.entry.status is RowStatus.REMOVED else row.link.status,
    "media_type": lambda row: (row.target.media_type if row.target else None) or row.link.media_type,
    "target_status": _of_target("status"),
    "target_bytes": _of_target("size"),
    "target_checked_at": _of_target("found_at"),
    "target_standing": _of_target("standing"),
    "target_missing_since": lambda row: row.target.missing_since if row.target else None,
    "target_last_modified": _of_target("last_modified"),
    "target_url": _of_target("moved_to"),
    "document_url": _of_target("document_url"),
}
_VALUES: dict[str, Mapping[str, _Getter]] = {
    "entry_locations": _LOCATION_VALUES,
    "links": _LINK_VALUES,
}
