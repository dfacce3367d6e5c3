"""The fold: entries in, the registry with their names, works and editions decided. Costs are those of new forms.

Places come first, then publishers (some are decided by the place), persons and bodies, then works and editions.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from shelflist.authority.asked import Asked, agent_of, place_of, publisher_of
from shelflist.authority.decide import NoOverrules, Overrules, decide
from shelflist.authority.index import Index
from shelflist.authority.overrule import overruled
from shelflist.authority.works import Works, keys_of
from shelflist.models.authority import Registry
from shelflist.models.citation import Citation
from shelflist.models.rows import EntryRow
from shelflist.models.track import State

NO_OVERRULES = NoOverrules()


def assign(registry: Registry, citations: Iterable[Citation], overrules: Overrules = NO_OVERRULES) -> Registry:
    """The registry with everything that the citations state, decided in their order.

    The same object where nothing is new. What is known stays as it is, unless the overrules say otherwise.
    """
    known, rows = overruled(registry, overrules), list(citations)
    named = _with_names(known, rows, overrules)
    clustered = _with_works(named, rows)
    return registry if clustered == registry else clustered


def assign_state(
    before: State, after: State, overrules: Overrules = NO_OVERRULES, *, read_again: bool = False
) -> State:
    """`after` with its registry: the entries that were read anew since `before` are looked at, in page order.

    All are after a change of our reading or of the source file, and where nothing was decided yet.
    """
    rows = {**after.removed, **after.entries}
    earlier = {} if read_again or not before.authority.forms else {**before.removed, **before.entries}
    fresh = [row for row in rows.values() if not _is_same(earlier.get(row.entry_id), row)]
    if not fresh:
        return after
    in_order = sorted(fresh, key=lambda row: (row.page_id, row.location.position, row.entry_id))
    return replace(after, authority=assign(after.authority, (row.citation for row in in_order), overrules))


def _is_same(earlier: EntryRow | None, row: EntryRow) -> bool:
    return earlier is not None and earlier.citation is row.citation


def _with_names(registry: Registry, citations: list[Citation], overrules: Overrules) -> Registry:
    """Places first: the key of some publishers has the place in it."""
    places = (place_of(citation) for citation in citations)
    registry = _decided(registry, filter(None, places), overrules)
    return _decided(registry, _others(registry, citations), overrules)


def _others(registry: Registry, citations: list[Citation]) -> Iterator[Asked]:
    for citation in citations:
        place = place_of(citation)
        place_id = registry.forms[place.key].authority_id if place else None
        publisher = publisher_of(citation, place_id)
        yield from (agent_of(one) for one in citation.contributors if one.name_raw.strip())
        if publisher:
            yield publisher


def _decided(registry: Registry, names: Iterable[Asked], overrules: Overrules) -> Registry:
    new = [asked for asked in names if asked.key not in registry.forms]
    if not new:
        return registry
    index = Index(registry)
    for asked in new:
        decide(index, asked, overrules)
    return replace(registry, forms=index.forms, authorities=index.authorities)


def _with_works(registry: Registry, citations: list[Citation]) -> Registry:
    keyed = ((citation, keys_of(registry, citation)) for citation in citations)
    new = [(citation, keys) for citation, keys in keyed if keys and keys.edition not in registry.editions]
    if not new:
        return registry
    works = Works(registry)
    for citation, keys in new:
        works.place(registry, citation, keys)
    return replace(registry, works=works.works, editions=works.editions)
