"""Rows of the tables agents, publishers, places and works, and the ids that entries have of them, from the registry."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from shelflist.authority.asked import agent_id_of, forms_of, place_id_of, publisher_id_of
from shelflist.authority.works import keys_of
from shelflist.models.authority import AuthorityType, Form, Registry, Rule
from shelflist.models.rows import EntryRow


@dataclass(frozen=True, slots=True)
class Ids:
    """The ids of one entry; `agents` has one for each contributor. `decided` says why it is of that work."""

    publisher: str | None
    place: str | None
    agents: tuple[str | None, ...]
    work: str | None = None
    manifestation: str | None = None
    decided: str = ""


@dataclass(frozen=True, slots=True)
class NameRow:
    """One row of agents, publishers or places."""

    id: str
    preferred_name: str
    kind: str | None
    variants: tuple[str, ...]
    decided: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class WorkRow:
    work_id: str
    title: str
    agent_ids: tuple[str, ...]
    entry_ids: tuple[str, ...]
    manifestation_ids: tuple[str, ...]
    decided: tuple[str, ...]


def ids_of(registry: Registry, entry: EntryRow) -> Ids:
    """All ids of an entry; null where nothing is stated, or was decided yet."""
    citation = entry.citation
    agents = tuple(agent_id_of(registry, one) for one in citation.contributors)
    names = publisher_id_of(registry, citation), place_id_of(registry, citation), agents
    keys = keys_of(registry, citation)
    if keys is None or keys.edition not in registry.editions:
        return Ids(*names)
    work, edition = registry.works[keys.work], registry.editions[keys.edition]
    return Ids(*names, work.work_id, edition.manifestation_id, f"{work.reason}; {edition.reason}")


class IdsOf:
    """The ids of entries, found when first asked for."""

    def __init__(self, registry: Registry) -> None:
        self._registry = registry
        self._known: dict[str, Ids] = {}

    def __call__(self, entry: EntryRow) -> Ids:
        ids = self._known.get(entry.entry_id)
        if ids is None:
            ids = self._known[entry.entry_id] = ids_of(self._registry, entry)
        return ids


def name_rows(registry: Registry, entries: Iterable[EntryRow]) -> dict[AuthorityType, list[NameRow]]:
    """The authorities that the entries use, by table, sorted by id."""
    used: dict[str, dict[str, Form]] = defaultdict(dict)
    for entry in entries:
        for form in forms_of(registry, entry.citation):
            used[form.authority_id].setdefault(form.written, form)
    rows: dict[AuthorityType, list[NameRow]] = {of: [] for of in AuthorityType}
    for authority_id, forms in sorted(used.items()):
        rows[registry.authorities[authority_id].type].append(_name_row(registry, authority_id, forms))
    return rows


def _name_row(registry: Registry, authority_id: str, forms: dict[str, Form]) -> NameRow:
    authority, written = registry.authorities[authority_id], sorted(forms)
    return NameRow(
        id=authority_id,
        preferred_name=authority.preferred,
        kind=authority.kind,
        variants=tuple(written),
        decided=tuple(forms[one].reason for one in written),
    )


def work_rows(registry: Registry, entries: Sequence[EntryRow], ids: IdsOf) -> list[WorkRow]:
    """One row for each work that the entries list, sorted by id."""
    listing: dict[str, list[EntryRow]] = defaultdict(list)
    for entry in entries:
        if work_id := ids(entry).work:
            listing[work_id].append(entry)
    founders = {work.work_id: work for work in registry.works.values() if work.rule is Rule.FIRST}
    return [
        WorkRow(
            work_id=work_id,
            title=founders[work_id].title,
            agent_ids=founders[work_id].creators,
            entry_ids=tuple(entry.entry_id for entry in of_work),
            manifestation_ids=tuple(ids(entry).manifestation or "" for entry in of_work),
            decided=tuple(ids(entry).decided for entry in of_work),
        )
        for work_id, of_work in sorted(listing.items())
    ]
