"""How the cells of a table are had from its rows, where they are not the attribute of the column's name."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields
from operator import attrgetter
from typing import Any

from shelflist.models.checked import Target
from shelflist.models.citation import Citation, Contributor, Role
from shelflist.models.rows import EntryRow, LinkRow
from shelflist.models.track import RunRow
from shelflist.models.vocabulary import RowStatus
from shelflist.tables.authorities import IdsOf
from shelflist.tables.columns import TABLES
from shelflist.tables.dates import Bounds, bounds
from shelflist.track.targets import document_of

# The row's type differs from table to table; the getters are checked by the columns they fill.
Getter = Callable[[Any], object]

_INITIALS = re.compile(r"[A-Z]{1,3}")


@dataclass(frozen=True, slots=True)
class LinkOf:
    entry: EntryRow
    link: LinkRow
    target: Target | None


@dataclass(frozen=True, slots=True)
class ContributorOf:
    entry: EntryRow
    position: int
    contributor: Contributor


def links_of(entry: EntryRow, targets: Mapping[str, Target]) -> list[LinkOf]:
    in_order = sorted(entry.links, key=lambda link: (link.position, link.link_id))
    return [LinkOf(entry, link, targets.get(document_of(link.url))) for link in in_order]


def contributors_of(entry: EntryRow) -> list[ContributorOf]:
    return [ContributorOf(entry, n, one) for n, one in enumerate(entry.citation.contributors, 1)]


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


def _of_target(name: str) -> Getter:
    return lambda row: getattr(row.target, name) if row.target else None


def snapshot_values(ids: IdsOf) -> dict[str, Mapping[str, Getter]]:
    """The getters of the snapshot's tables, by table and column."""
    of_entry: dict[str, Getter] = {
        "publisher_id": lambda entry: ids(entry).publisher,
        "place_id": lambda entry: ids(entry).place,
        "manifestation_id": lambda entry: ids(entry).manifestation,
        "work_id": lambda entry: ids(entry).work,
    }
    of_agent: dict[str, Getter] = {"agent_id": lambda row: ids(row.entry).agents[row.position - 1]}
    of_name: dict[str, Getter] = {name: attrgetter("id") for name in ("agent_id", "publisher_id", "place_id")}
    return {
        "entries": {**_ENTRY_VALUES, **of_entry},
        "entries_removed": {**_ENTRY_VALUES, **of_entry},
        "entry_locations": _LOCATION_VALUES,
        "entry_contributors": {**_CONTRIBUTOR_VALUES, **of_agent},
        "links": _LINK_VALUES,
        **dict.fromkeys(("agents", "publishers", "places"), of_name),
    }


_ENTRY_VALUES: dict[str, Getter] = {
    **{field.name: attrgetter(f"citation.{field.name}") for field in fields(Citation)},
    "date_earliest": lambda entry: _bounds(entry).earliest,
    "date_latest": lambda entry: _bounds(entry).latest,
    "year": lambda entry: _bounds(entry).year,
    "creators_display": lambda entry: creators_display(entry.citation),
    "primary_link_id": lambda entry: entry.primary_link.link_id if entry.primary_link else None,
}
_LOCATION_VALUES: dict[str, Getter] = {
    name: attrgetter(f"location.{name}") for name in TABLES["entry_locations"].names if name != "entry_id"
}
_CONTRIBUTOR_VALUES: dict[str, Getter] = {
    **{field.name: attrgetter(f"contributor.{field.name}") for field in fields(Contributor)},
    "entry_id": attrgetter("entry.entry_id"),
}
_LINK_VALUES: dict[str, Getter] = {
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
RUN_VALUES: dict[str, Callable[[RunRow], object]] = {
    "bytes": lambda run: run.received_bytes,
    "doors_compared": lambda run: tuple(one.door for one in run.doors if one.is_complete),
    "doors_agreed": lambda run: tuple(one.door for one in run.doors if one.agrees),
    "pages_of_one_door": lambda run: tuple(f"{one.door}: {url}" for one in run.doors for url in one.only),
}
