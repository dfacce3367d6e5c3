"""Which authority a form belongs to: the rules in their order, and the reason in words.

1. the source file, 2. the bundled list, 3. equal letters, 4. for persons names that agree, 5. one slip, 6. a new one.
A rule joins only if it finds exactly one candidate; two are none. docs/authorities.md tells the rules.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Protocol

from shelflist.authority.asked import Asked, form_key
from shelflist.authority.index import Index, lines_for, of_line
from shelflist.authority.listed import Listed, listed_publishers, new_id
from shelflist.authority.normal import as_written, house_key
from shelflist.models.authority import Authority, AuthorityType, Form, Rule

Groups = tuple[tuple[str, ...], ...]


class Overrules(Protocol):
    """What a source's ``[lookups]`` say of authorities: groups of forms that are one, and that are different."""

    @property
    def same(self) -> Groups: ...
    @property
    def different(self) -> Groups: ...


@dataclass(frozen=True, slots=True)
class NoOverrules:
    """For a source that says nothing of authorities."""

    same: Groups = ()
    different: Groups = ()


@dataclass(frozen=True, slots=True)
class _Verdict:
    authority: Authority
    rule: Rule
    reason: str


def decide(index: Index, asked: Asked, overrules: Overrules) -> Form:
    """The form with its authority. It is added to the index; a form that is known stays what it is."""
    known = index.forms.get(asked.key)
    if known is not None:
        return known
    verdict = _verdict(index, asked, overrules)
    form = Form(
        type=asked.type,
        written=asked.written,
        authority_id=verdict.authority.authority_id,
        rule=verdict.rule,
        reason=verdict.reason,
        place_id=asked.place_id,
        family=asked.family,
        given=asked.given,
    )
    index.add(form, verdict.authority)
    return form


def begin(index: Index, asked: Asked, reason: str = "nothing like it was known") -> _Verdict:
    """An authority of its own; its id is made of what is written. An id that is taken by another form is not reused."""
    own = new_id(asked.type, asked.letters, asked.place_id)
    if index.members.get(own):
        own = new_id(asked.type, asked.letters, asked.place_id, asked.written)
    kind = None if asked.type is not AuthorityType.AGENT else "person" if asked.family else "body"
    authority = Authority(
        authority_id=own, type=asked.type, preferred=_display(asked), kind=kind, place_id=asked.place_id
    )
    return _Verdict(authority, Rule.FIRST, reason)


def _display(asked: Asked) -> str:
    """ "Ash, Rewi (ed.)" and "Dr Rewi Ash" are shown as "Rewi Ash", other names as written."""
    one = asked.person
    if one is None or asked.given is None or one.is_plain:
        return asked.written
    return f"{asked.given} {asked.family}"


def _verdict(index: Index, asked: Asked, overrules: Overrules) -> _Verdict:
    banned = _banned(index, asked, overrules.different)
    for attempt in (_by_operator, _by_list, _by_letters, _by_names, _by_slip):
        verdict = attempt(index, asked, banned, overrules.same)
        if verdict:
            return verdict
    return begin(index, asked)


def _banned(index: Index, asked: Asked, different: Groups) -> frozenset[str]:
    """Authorities that hold a form from which the source file tells this one apart."""
    others = {as_written(form) for group in _groups_with(asked, different) for form in group} - {asked.written}
    found = (index.forms.get(form_key(asked.type, other, asked.place_id)) for other in others)
    return frozenset(form.authority_id for form in found if form)


def _groups_with(asked: Asked, groups: Groups) -> Iterable[tuple[str, ...]]:
    return (group for group in groups if asked.written in map(as_written, group))


def _by_operator(index: Index, asked: Asked, banned: frozenset[str], same: Groups) -> _Verdict | None:
    for group in _groups_with(asked, same):
        others = [as_written(form) for form in group if as_written(form) != asked.written]
        for other in others:
            known = index.forms.get(form_key(asked.type, other, asked.place_id))
            if known and known.authority_id not in banned:
                return _Verdict(index.authorities[known.authority_id], Rule.OPERATOR, _says_source(other))
        for other in others:
            named = Asked(type=asked.type, written=other, place_id=asked.place_id)
            listed = _by_list(index, named, banned, ())
            if listed:
                return _Verdict(listed.authority, Rule.OPERATOR, _says_source(other))
    return None


def _says_source(other: str) -> str:
    return f"the source file says that it is {other!r}"


def _by_list(index: Index, asked: Asked, banned: frozenset[str], _: Groups) -> _Verdict | None:
    lines = lines_for(asked)
    if len(lines) == 1 and index.authority_of(lines[0]) not in banned:
        return _of_line(index, lines[0])
    shared = _shared(asked) if not lines else ()
    if not shared:
        return None
    own = new_id(asked.type, house_key(shared[0].preferred), asked.place_id or "no place")
    authority = Authority(
        authority_id=own, type=asked.type, preferred=shared[0].preferred, kind=shared[0].kind, place_id=asked.place_id
    )
    where = "this place is none of theirs" if asked.place_id else "the line states no place"
    return _Verdict(index.authorities.get(own, authority), Rule.LISTED, f"several houses have this name; {where}")


def _shared(asked: Asked) -> tuple[Listed, ...]:
    """Lines of houses elsewhere that bear the same name."""
    if asked.type is not AuthorityType.PUBLISHER:
        return ()
    return tuple(line for line in listed_publishers().named(house_key(asked.written)) if line.places)


def _of_line(index: Index, line: Listed) -> _Verdict:
    own = index.authority_of(line)
    said = f"listed as {line.preferred!r}" + (f": {line.note}" if line.note else "")
    return _Verdict(index.authorities.get(own, of_line(line, own)), Rule.LISTED, said)


def _by_letters(index: Index, asked: Asked, banned: frozenset[str], _: Groups) -> _Verdict | None:
    owners = index.same_letters(asked) - banned
    return _only(index, owners, Rule.LETTERS, lambda like: f"the same letters as {like!r}")


def _by_names(index: Index, asked: Asked, banned: frozenset[str], _: Groups) -> _Verdict | None:
    one = asked.person
    if one is None:
        return None
    owners = index.same_name(one) - banned
    return _only(index, owners, Rule.NAMES, lambda like: f"family name of {like!r}, given names that agree")


def _by_slip(index: Index, asked: Asked, banned: frozenset[str], _: Groups) -> _Verdict | None:
    if asked.type is AuthorityType.PLACE or asked.place_id is not None:
        return None
    one = asked.person
    owners = (index.slipped_name(one) if one else index.slipped_house(asked)) - banned
    return _only(index, owners, Rule.SLIP, lambda like: f"one letter off {like!r}")


def _only(index: Index, owners: set[str], rule: Rule, reason: Callable[[str], str]) -> _Verdict | None:
    """The verdict for exactly one candidate; a listed one that no entry has named yet begins now."""
    if len(owners) != 1:
        return None
    authority = index.authority(owners.pop())
    return _Verdict(authority, rule, reason(authority.preferred))
