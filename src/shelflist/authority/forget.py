"""A registry without what only entries said that were taken down: names as written, and titles of works.

Ids stay with everything that other entries still state.
"""

from collections.abc import Iterable
from dataclasses import replace

from shelflist.authority.asked import forms_of, of_form
from shelflist.authority.works import keys_of
from shelflist.models.authority import Authority, Form, Registry, Rule, WorkForm
from shelflist.models.citation import Citation

_REASON = "decided by a form that was taken down since"


def forget(registry: Registry, remaining: Iterable[Citation]) -> Registry:
    """The registry as far as the remaining citations need it."""
    citations = list(remaining)
    used = {of_form(form).key for citation in citations for form in forms_of(registry, citation)}
    keys = [keys for citation in citations if (keys := keys_of(registry, citation))]
    gone = {form.written for key, form in registry.forms.items() if key not in used}
    forms = {key: _reworded(form, gone) for key, form in registry.forms.items() if key in used}
    works = {key: registry.works[key] for key in {one.work for one in keys} if key in registry.works}
    editions = {key: registry.editions[key] for key in {one.edition for one in keys} if key in registry.editions}
    return replace(
        registry,
        forms=forms,
        authorities=_authorities(registry, forms),
        works=_with_founders(works),
        editions={key: replace(one, reason=_clean(one.reason, gone)) for key, one in editions.items()},
    )


def _reworded(form: Form, gone: set[str]) -> Form:
    return replace(form, reason=_clean(form.reason, gone))


def _clean(reason: str, gone: set[str]) -> str:
    return _REASON if any(written in reason for written in gone) else reason


def _authorities(registry: Registry, forms: dict[str, Form]) -> dict[str, Authority]:
    written: dict[str, list[str]] = {}
    for form in forms.values():
        written.setdefault(form.authority_id, []).append(form.written)
    return {
        key: one if one.listed or one.preferred in written[key] else replace(one, preferred=min(written[key]))
        for key, one in registry.authorities.items()
        if key in written
    }


def _with_founders(works: dict[str, WorkForm]) -> dict[str, WorkForm]:
    """Of each work one form stands for the whole; where it went, another one does."""
    founded = {one.work_id for one in works.values() if one.rule is Rule.FIRST}
    found: dict[str, WorkForm] = {}
    for key, one in sorted(works.items()):
        is_founder = one.work_id not in founded
        founded.add(one.work_id)
        found[key] = replace(one, rule=Rule.FIRST, reason=_REASON) if is_founder else one
    return found
