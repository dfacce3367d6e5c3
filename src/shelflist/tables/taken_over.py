"""Rows taken over from the tables of an earlier state: only what changed since is made into rows again.

A row follows from its entry (or heading), from the targets of its links, and from the registry of names and works.
An entry whose row of the state is the very same object as before, under a registry in which nothing was decided
otherwise, has the rows it had. What comes out equals what would be made of the whole state; tests hold the two
against each other.
"""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

import polars as pl

from shelflist.authority.asked import agent_id_of, forms_of
from shelflist.models.authority import Registry
from shelflist.models.rows import EntryRow, HeadingRow
from shelflist.models.track import State
from shelflist.track.targets import document_of

TAKEN_OVER = (
    "entries", "entries_removed", "entry_contributors", "headings", "links", "agents", "publishers", "places", "works",
)  # fmt: skip
"""Tables whose rows are taken over; the others are small, or may differ from what was published (`volatile`)."""

Row = TypeVar("Row", EntryRow, HeadingRow)
_RANK = "\0rank"


@dataclass(frozen=True, slots=True)
class Made:
    """A state, and of the tables made of it those in `TAKEN_OVER`."""

    state: State
    tables: Mapping[str, pl.DataFrame]


@dataclass(frozen=True, slots=True)
class News:
    """What differs between two states: ids of entries and headings whose rows are others, new or gone."""

    earlier: Made
    entries: frozenset[str]
    headings: frozenset[str]
    linking: frozenset[str]  # entries with a link to a document whose target differs

    @classmethod
    def since(cls, made: Made | None, state: State) -> "News | None":
        """None where everything is to be made: nothing was made before, or names or works were decided otherwise."""
        if made is None or not _is_extended(made.state.authority, state.authority):
            return None
        before = made.state
        entries = _other(before.entries, state.entries) | _other(before.removed, state.removed)
        documents = _other(before.targets, state.targets)
        rows = (*state.entries.values(), *state.removed.values()) if documents else ()
        linking = {row.entry_id for row in rows if any(document_of(link.url) in documents for link in row.links)}
        return cls(made, entries, _other(before.headings, state.headings), frozenset(linking))

    def completed(
        self, name: str, owner: str, rows: Sequence[Row], make: Callable[[Sequence[Row]], pl.DataFrame]
    ) -> pl.DataFrame:
        """A table, whole: the rows of these owners in their order. `owner` is the column with their ids.

        `make` makes the rows of some owners; those of the others are taken over.
        """
        touched = self.headings if owner == "heading_id" else self.entries
        if name == "links":
            touched |= self.linking
        ids = [getattr(row, owner) for row in rows]
        old = self.earlier.tables[name]
        fresh = make([row for row, one in zip(rows, ids, strict=True) if one in touched])
        if fresh.is_empty() and not old.select(_among(owner, touched).any()).item():
            return old
        order = pl.DataFrame({owner: ids, _RANK: range(len(ids))}, schema={owner: pl.String, _RANK: pl.UInt32})
        kept = old.filter(~_among(owner, touched))
        ranked = pl.concat([kept, fresh]).join(order, on=owner, maintain_order="left")
        return ranked.sort(_RANK, maintain_order=True).drop(_RANK)

    def clusters(self, state: State, tables: Mapping[str, pl.DataFrame]) -> "Clusters":
        """What to make anew of the names and works; `tables` are those of the entries, as they are now."""
        before, registry = self.earlier.state, state.authority
        rows = [of[one] for of in (before.entries, before.removed, state.entries, state.removed)
                for one in self.entries if one in of]  # fmt: skip
        names = {form.authority_id for row in rows for form in forms_of(registry, row.citation)}
        works = {
            one for of in (self.earlier.tables, tables) for one in _listed(of, "work_id", "entry_id", self.entries)
        }
        buried = {
            row.entry_id for row in state.removed.values()
            if any(agent_id_of(registry, one) in names for one in row.citation.contributors)
        }  # fmt: skip
        return Clusters(
            earlier=self.earlier.tables,
            touched=frozenset(names | works),
            stating=frozenset(_stating(tables, names) | buried),
            listing=frozenset(_listed(tables, "entry_id", "work_id", works)),
        )


@dataclass(frozen=True, slots=True)
class Clusters:
    """`touched`: ids of names and works whose rows may differ. `stating`, `listing`: ids of entries these rest on."""

    earlier: Mapping[str, pl.DataFrame]
    touched: frozenset[str]
    stating: frozenset[str]
    listing: frozenset[str]

    def merged(
        self, name: str, rows: Sequence[object], table: Callable[[str, Sequence[Any]], pl.DataFrame]
    ) -> pl.DataFrame:
        """A table sorted by id: those of the `rows` that are touched, and the others as they were."""
        old = self.earlier[name]
        key = old.columns[0]
        fresh = table(name, rows).filter(_among(key, self.touched))
        kept = old.filter(~_among(key, self.touched))
        return old if fresh.is_empty() and kept.height == old.height else pl.concat([kept, fresh]).sort(key)


def _listed(tables: Mapping[str, pl.DataFrame], wanted: str, column: str, ids: Collection[str]) -> set[str]:
    """The `wanted` ids of entries, removed ones too, that have one of the `ids` in `column`."""
    frames = [tables[name].filter(_among(column, ids)) for name in ("entries", "entries_removed")]
    return {one for frame in frames for one in frame[wanted].drop_nulls()}


def _stating(tables: Mapping[str, pl.DataFrame], names: Collection[str]) -> set[str]:
    """Ids of entries that state one of the names; of those with the same words for it, the first is enough."""
    imprint = ["publisher", "place_of_publication", "publisher_id", "place_id"]
    entries = pl.concat([tables[name].select("entry_id", *imprint) for name in ("entries", "entries_removed")])
    imprints = entries.filter(_among("publisher_id", names) | _among("place_id", names))
    agents = tables["entry_contributors"].filter(_among("agent_id", names))
    first = (
        imprints.unique(imprint, keep="first", maintain_order=True),
        agents.unique(["name_raw", "name_type", "family", "given"], keep="first", maintain_order=True),
    )
    return {one for frame in first for one in frame["entry_id"]}


def _among(column: str, ids: Collection[str]) -> pl.Expr:
    return pl.col(column).is_in(list(ids)).fill_null(value=False)


def _other(before: Mapping[str, object], after: Mapping[str, object]) -> frozenset[str]:
    """The keys whose values are not the same object in both."""
    differ = {key for key, value in after.items() if before.get(key) is not value}
    return frozenset(differ | (before.keys() - after.keys()))


def _is_extended(before: Registry, after: Registry) -> bool:
    """Everything that was decided stands; a registry in which nothing was is not one to go by."""
    if before is after:
        return bool(before.forms)
    pairs: tuple[tuple[Mapping[str, Any], Mapping[str, Any]], ...] = (
        (before.forms, after.forms), (before.authorities, after.authorities),
        (before.works, after.works), (before.editions, after.editions),
    )  # fmt: skip
    return bool(before.forms) and all(new.get(key) is value for old, new in pairs for key, value in old.items())
