"""What is known, arranged for finding the authorities that a new form may belong to. Built when a new form comes.

The names of the bundled lists stand in it beside the forms of the registry. Nothing depends on the order in which forms
came: candidates are sets.
"""

from collections import defaultdict

from rapidfuzz.distance import OSA

from shelflist.authority.asked import Asked, of_form
from shelflist.authority.listed import Listed, listed_for, new_id
from shelflist.authority.normal import house_key, house_words, place_key
from shelflist.authority.persons import Person, agree, one_slip, person
from shelflist.models.authority import Authority, AuthorityType, Form, Registry, Rule

SLIP_IN_HOUSE = 7
"""Letters of the shorter word in which a house's or body's name may have one slip."""


_Persons = dict[str, list[Person]]
_Houses = dict[str, list[tuple[str, ...]]]


def _persons() -> _Persons:
    return defaultdict(list)


def _houses() -> _Houses:
    return defaultdict(list)


class Index:
    """Forms and authorities of a registry, with those added since."""

    def __init__(self, registry: Registry) -> None:
        self.forms: dict[str, Form] = dict(registry.forms)
        self.authorities: dict[str, Authority] = dict(registry.authorities)
        self.members: dict[str, list[Form]] = defaultdict(list)
        self._letters: dict[tuple[str, str, str | None], set[str]] = defaultdict(set)
        self._persons: dict[str, _Persons] = defaultdict(_persons)  # by family name, then authority
        self._listed: dict[str, _Persons] = defaultdict(_persons)
        self._spellings: dict[str, set[str]] = defaultdict(set)  # family names by their first letter
        self._houses: dict[tuple[str, int, str], _Houses] = defaultdict(_houses)  # type, words, first letter
        self._holders: dict[Listed, set[str]] = defaultdict(set)
        self._from_list: dict[str, Authority] = {}
        for form in registry.forms.values():
            self._enter(form)
        for of in AuthorityType:
            for line in listed_for(of).all:
                self._enter_listed(line)

    def add(self, form: Form, authority: Authority) -> None:
        """Take in one decided form."""
        self.forms[of_form(form).key] = form
        self.authorities.setdefault(authority.authority_id, authority)
        self._enter(form)

    def authority_of(self, line: Listed) -> str:
        """The authority that holds a name of the line already; else the one that the line gives."""
        held = self._holders.get(line, set())
        own = line.authority_id
        return own if own in held or not held else min(held)

    def authority(self, authority_id: str) -> Authority:
        """The authority of that id, known or listed. Raises KeyError."""
        return self.authorities.get(authority_id) or self._from_list[authority_id]

    def same_letters(self, asked: Asked) -> set[str]:
        return set(self._letters.get((asked.type, asked.letters, asked.place_id), ()))

    def same_name(self, one: Person) -> set[str]:
        """Authorities of that family name of whose names none speaks against the given names."""
        owners, listed = self._persons.get(one.family, {}), self._listed.get(one.family, {})
        found = {owner for owner, known in owners.items() if all(agree(one, other) for other in known)}
        return found | {owner for owner, known in listed.items() if any(agree(one, other) for other in known)}

    def slipped_name(self, one: Person) -> set[str]:
        """Authorities whose family name is one letter off, the given names being equal."""
        found = set()
        spellings = self._spellings.get(one.family[:1], ())
        for families in (self._persons, self._listed):
            named = [name for name in spellings if name in families]
            near = [name for name in named if OSA.distance(name, one.family, score_cutoff=1) == 1]
            known = [(owner, other) for name in near for owner, names in families[name].items() for other in names]
            found |= {owner for owner, other in known if one_slip(one, other)}
        return found

    def slipped_house(self, asked: Asked) -> set[str]:
        """Houses or bodies in whose name one long word is one letter off."""
        words = house_words(asked.written)
        owners = self._houses.get((asked.type, len(words), "".join(words)[:1]), {})
        return {owner for owner, known in owners.items() if any(_one_slip(words, other) for other in known)}

    def _enter(self, form: Form) -> None:
        asked, owner = of_form(form), form.authority_id
        self.members[owner].append(form)
        self._letters[asked.type, asked.letters, asked.place_id].add(owner)
        for line in lines_for(asked):
            self._holders[line].add(owner)
        if form.rule is Rule.SLIP:  # no ground for a further merge
            return
        one = asked.person
        if one and not self.authorities[owner].listed:
            self._persons[one.family][owner].append(one)
            self._spellings[one.family[:1]].add(one.family)
        elif not one and form.type is not AuthorityType.PLACE and form.place_id is None:
            self._enter_house(asked.type, form.written, owner)

    def _enter_listed(self, line: Listed) -> None:
        """A listed person is known by the full names; initials that the list has are matched as they stand there."""
        owner = self.authority_of(line)
        self._from_list.setdefault(owner, of_line(line, owner))
        for name in line.names:
            if line.kind == "person":
                one = person(name, None, None)
                if one.given and len(one.given[0]) > 2:
                    self._listed[one.family][owner].append(one)
                    self._spellings[one.family[:1]].add(one.family)
            elif line.type is not AuthorityType.PLACE and not line.places:
                self._enter_house(line.type, name, owner)

    def _enter_house(self, of: AuthorityType, name: str, owner: str) -> None:
        words = house_words(name)
        self._houses[of, len(words), "".join(words)[:1]][owner].append(words)


def of_line(line: Listed, authority_id: str) -> Authority:
    """The authority that a line of a list describes."""
    return Authority(authority_id=authority_id, type=line.type, preferred=line.preferred, kind=line.kind, listed=True)


def lines_for(asked: Asked) -> tuple[Listed, ...]:
    """The lines of the bundled list that have the name, at the place where that decides."""
    names = listed_for(asked.type)
    if asked.type is AuthorityType.PLACE:
        return names.named(place_key(asked.written))
    one = asked.person
    keys = one.names if one else (house_key(asked.written),)
    found = tuple(dict.fromkeys(line for key in keys for line in names.named(key)))
    if one:
        return tuple(line for line in found if line.kind == "person" and not one.marks)
    return tuple(line for line in found if line.kind != "person" and _stands_at(line, asked.place_id))


def _stands_at(line: Listed, place_id: str | None) -> bool:
    return not line.places or place_id in {_place_id(key) for key in line.places}


def _place_id(key: str) -> str:
    lines = listed_for(AuthorityType.PLACE).named(key)
    return lines[0].authority_id if lines else new_id(AuthorityType.PLACE, key)


def _one_slip(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """All words equal but one, which is long, has no digit and the same first letter, and is one letter off."""
    if len(one) != len(other):
        return False
    differing = [(a, b) for a, b in zip(one, other, strict=True) if a != b]
    if len(differing) != 1:
        return False
    a, b = differing[0]
    long_enough = min(len(a), len(b)) >= SLIP_IN_HOUSE and a[0] == b[0] and (a + b).isalpha()
    return long_enough and OSA.distance(a, b, score_cutoff=1) <= 1
