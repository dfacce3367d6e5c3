"""The names that an entry states, as questions for an authority, and the keys under which answers are kept."""

from collections.abc import Iterator
from dataclasses import dataclass

from shelflist.authority.listed import listed_publishers
from shelflist.authority.normal import as_written, house_key, place_key
from shelflist.authority.persons import Person, person
from shelflist.models.authority import AuthorityType, Form, Registry
from shelflist.models.citation import Citation, Contributor, NameType


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """A name as an entry writes it. `place_id` only where the place decides; `family` only of persons."""

    type: AuthorityType
    written: str
    place_id: str | None = None
    family: str | None = None
    given: str | None = None

    @property
    def key(self) -> str:
        return form_key(self.type, self.written, self.place_id)

    @property
    def person(self) -> Person | None:
        """The name taken apart; None for bodies, houses, places."""
        return person(self.written, self.family, self.given) if self.family else None

    @property
    def letters(self) -> str:
        """Equal for forms that differ only by case, accents, points and spaces."""
        if self.type is AuthorityType.PLACE:
            return place_key(self.written)
        one = self.person
        return one.key if one else house_key(self.written)


def form_key(of: AuthorityType, written: str, place_id: str | None) -> str:
    """The registry's key of a form: "publisher:FLPH@pl_..."."""
    return f"{of}:{as_written(written)}" + (f"@{place_id}" if place_id else "")


def of_form(form: Form) -> Asked:
    """A form that is known, as a question."""
    return Asked(type=form.type, written=form.written, place_id=form.place_id, family=form.family, given=form.given)


def place_of(citation: Citation) -> Asked | None:
    written = as_written(citation.place_of_publication or "")
    return Asked(type=AuthorityType.PLACE, written=written) if written else None


def publisher_of(citation: Citation, place_id: str | None) -> Asked | None:
    """With the place only for names that several houses bear."""
    written = as_written(citation.publisher or "")
    if not written:
        return None
    decides = any(line.places for line in listed_publishers().named(house_key(written)))
    return Asked(type=AuthorityType.PUBLISHER, written=written, place_id=place_id if decides else None)


def agent_of(contributor: Contributor) -> Asked:
    personal = contributor.name_type is NameType.PERSONAL
    return Asked(
        type=AuthorityType.AGENT,
        written=as_written(contributor.name_raw),
        family=contributor.family if personal else None,
        given=contributor.given if personal else None,
    )


def place_id_of(registry: Registry, citation: Citation) -> str | None:
    """The authority of an entry's place; None without a place, or before it was decided."""
    return _id(registry, place_of(citation))


def publisher_id_of(registry: Registry, citation: Citation) -> str | None:
    return _id(registry, publisher_of(citation, place_id_of(registry, citation)))


def agent_id_of(registry: Registry, contributor: Contributor) -> str | None:
    return _id(registry, agent_of(contributor))


def forms_of(registry: Registry, citation: Citation) -> Iterator[Form]:
    """The decided forms that an entry states: contributors, publisher, place."""
    asked = [agent_of(one) for one in citation.contributors]
    named = [publisher_of(citation, place_id_of(registry, citation)), place_of(citation)]
    for one in (*asked, *named):
        form = registry.forms.get(one.key) if one else None
        if form:
            yield form


def _id(registry: Registry, asked: Asked | None) -> str | None:
    form = registry.forms.get(asked.key) if asked else None
    return form.authority_id if form else None
