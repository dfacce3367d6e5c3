"""Short ways to state names and entries, and to ask what became of them."""

from typing import Any

from shelflist.authority import NoOverrules, Overrules, agent_id_of, assign, place_id_of, publisher_id_of
from shelflist.authority.works import keys_of
from shelflist.models.authority import Registry
from shelflist.models.citation import Citation, Contributor, NameType, Role
from shelflist.parse.looks.name_parts import split_name

NOTHING = NoOverrules()


def person(name: str, role: Role = Role.AUT) -> Contributor:
    """A contributor as the grammar reads the name."""
    family, given = split_name(name)
    return Contributor(name_raw=name, family=family, given=given, role=role)


def body(name: str) -> Contributor:
    return Contributor(name_raw=name, name_type=NameType.CORPORATE)


def by(*names: str) -> Citation:
    return Citation(title="A title", contributors=tuple(map(person, names)))


def published(publisher: str | None, place: str | None = None, **given: Any) -> Citation:
    return Citation(publisher=publisher, place_of_publication=place, **given)


def book(title: str, *authors: str, **given: Any) -> Citation:
    return Citation(title=title, contributors=tuple(map(person, authors)), **given)


def agents(*names: str, overrules: Overrules = NOTHING, registry: Registry | None = None) -> list[str | None]:
    """Ids of persons met in this order, one entry each."""
    entries = [by(name) for name in names]
    known = assign(registry or Registry(), entries, overrules)
    return [agent_id_of(known, entry.contributors[0]) for entry in entries]


def houses(*names: str | tuple[str, str], overrules: Overrules = NOTHING) -> list[str | None]:
    """Ids of publishers met in this order; a pair is a publisher and its place."""
    entries = [published(name) if isinstance(name, str) else published(*name) for name in names]
    known = assign(Registry(), entries, overrules)
    return [publisher_id_of(known, entry) for entry in entries]


def places(*names: str) -> list[str | None]:
    entries = [published(None, name) for name in names]
    known = assign(Registry(), entries)
    return [place_id_of(known, entry) for entry in entries]


def clusters(*entries: Citation) -> list[tuple[str, str]]:
    """Work and manifestation id of each entry."""
    known = assign(Registry(), entries)
    keys = [keys_of(known, entry) for entry in entries]
    return [(known.works[one.work].work_id, known.editions[one.edition].manifestation_id) for one in keys if one]
