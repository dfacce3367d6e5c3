"""Names in `[lookups] same` and `different` that no entry states: a slip of the pen has no effect, and says nothing."""

from shelflist.authority.normal import as_written
from shelflist.models.authority import Registry
from shelflist.publish.record import Problem
from shelflist.sources.model import Lookups

KIND = "name in lookups not found"


def unused_names(registry: Registry, lookups: Lookups) -> tuple[Problem, ...]:
    """One problem for each group with such names; the registry knows every name that any entry ever stated."""
    stated = {form.written for form in registry.forms.values()}
    return tuple(
        Problem(kind=KIND, detail=f"[lookups] {word}: no entry states {' or '.join(map(repr, unknown))}")
        for word, groups in (("same", lookups.same), ("different", lookups.different))
        for group in groups
        if (unknown := [name for name in group if as_written(name) not in stated])
    )
