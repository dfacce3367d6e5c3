"""Why an entry has the ids that it has: one sentence for each, for people. Decides nothing."""

from collections.abc import Iterator
from dataclasses import dataclass

from shelflist.authority.asked import forms_of
from shelflist.authority.works import keys_of
from shelflist.models.authority import Registry
from shelflist.models.citation import Citation


@dataclass(frozen=True, slots=True)
class Because:
    """`what` is agent, publisher, place, work or manifestation; `written` what the entry has of it."""

    what: str
    written: str
    id: str
    preferred: str
    reason: str


def why(registry: Registry, citation: Citation) -> tuple[Because, ...]:
    """Every id of an entry, with its reason: contributors in their order, publisher, place, work, manifestation."""
    return (*_names(registry, citation), *_clusters(registry, citation))


def _names(registry: Registry, citation: Citation) -> Iterator[Because]:
    for form in forms_of(registry, citation):
        preferred = registry.authorities[form.authority_id].preferred
        yield Because(str(form.type), form.written, form.authority_id, preferred, form.reason)


def _clusters(registry: Registry, citation: Citation) -> Iterator[Because]:
    keys = keys_of(registry, citation)
    if keys is None or keys.edition not in registry.editions:
        return
    work, edition = registry.works[keys.work], registry.editions[keys.edition]
    title = citation.title or ""
    yield Because("work", title, work.work_id, work.title, work.reason)
    yield Because("manifestation", title, edition.manifestation_id, work.title, edition.reason)
