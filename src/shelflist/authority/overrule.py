"""What a source file says against earlier decisions: the only way in which a known form gets another authority."""

from dataclasses import replace
from itertools import combinations

from shelflist.authority.asked import of_form
from shelflist.authority.decide import Groups, Overrules, begin
from shelflist.authority.index import Index
from shelflist.authority.normal import as_written
from shelflist.models.authority import Form, Registry, Rule


def overruled(registry: Registry, overrules: Overrules) -> Registry:
    """The registry with known forms joined and parted as the source file says. Doing it again changes nothing."""
    if not overrules.same and not overrules.different:
        return registry
    return _parted(_joined(registry, overrules.same), overrules.different)


def _joined(registry: Registry, same: Groups) -> Registry:
    forms = dict(registry.forms)
    for group in same:
        for first, *others in _known(registry, group):
            for key in others:
                if forms[key].authority_id != forms[first].authority_id:
                    reason = f"the source file says that it is {forms[first].written!r}"
                    new = forms[first].authority_id
                    forms[key] = replace(forms[key], authority_id=new, rule=Rule.OPERATOR, reason=reason)
    return replace(registry, forms=forms)


def _parted(registry: Registry, different: Groups) -> Registry:
    for group in different:
        for keys in _known(registry, group):
            for one, other in combinations(keys, 2):
                registry = _part(registry, one, other)
    return registry


def _part(registry: Registry, one: str, other: str) -> Registry:
    """Of two forms with one authority, that which joined it later by a rule begins its own."""
    forms = registry.forms
    if forms[one].authority_id != forms[other].authority_id:
        return registry
    goes = one if forms[other].rule is Rule.FIRST else other
    stays = other if goes == one else one
    reason = f"the source file says that it is not {forms[stays].written!r}"
    verdict = begin(Index(registry), of_form(forms[goes]), reason)
    own = verdict.authority
    form = replace(forms[goes], authority_id=own.authority_id, rule=Rule.OPERATOR, reason=reason)
    return replace(
        registry,
        forms={**forms, goes: form},
        authorities={**registry.authorities, own.authority_id: own},
    )


def _known(registry: Registry, group: tuple[str, ...]) -> list[list[str]]:
    """Keys of the group's forms that are known, in the group's order; apart by table and deciding place."""
    order = [as_written(form) for form in group]
    found: dict[tuple[str, str | None], list[tuple[int, str]]] = {}
    for key, form in registry.forms.items():
        if form.written in order:
            found.setdefault(_realm(form), []).append((order.index(form.written), key))
    return [[key for _, key in sorted(keys)] for _, keys in sorted(found.items(), key=lambda item: str(item[0]))]


def _realm(form: Form) -> tuple[str, str | None]:
    return form.type, form.place_id
