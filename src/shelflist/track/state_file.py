"""The state as bytes and back: JSON with sorted ids, so that equal states are equal bytes."""

from dataclasses import replace
from functools import cache
from typing import TypeVar

from pydantic import TypeAdapter, ValidationError

from shelflist.errors import LedgerError
from shelflist.models.authority import Registry
from shelflist.models.track import State

_T = TypeVar("_T")


@cache
def _adapter() -> TypeAdapter[State]:
    return TypeAdapter(State)


def dump_state(state: State) -> bytes:
    """Canonical JSON (UTF-8). Mappings are sorted by id."""
    ordered = replace(
        state,
        pages=_sorted(state.pages),
        headings=_sorted(state.headings),
        entries=_sorted(state.entries),
        removed=_sorted(state.removed),
        accepted_counts=_sorted(state.accepted_counts),
        measures=_sorted(state.measures),
        candidates=_sorted(state.candidates),
        told_apart=tuple(sorted(state.told_apart)),  # type: ignore[arg-type]
        aliases=_sorted(state.aliases),
        authority=_in_order(state.authority),
        initial_pages=tuple(sorted(state.initial_pages)),  # type: ignore[arg-type]
    )
    return _adapter().dump_json(ordered, warnings=False)


def _in_order(registry: Registry) -> Registry:
    return replace(
        registry,
        forms=_sorted(registry.forms),
        authorities=_sorted(registry.authorities),
        works=_sorted(registry.works),
        editions=_sorted(registry.editions),
    )


def load_state(data: bytes, name: str) -> State:
    """Raises LedgerError naming the file `name` if the bytes are no state."""
    try:
        return _adapter().validate_json(data)
    except ValidationError as error:
        first = error.errors(include_url=False, include_input=False)[0]
        place = ".".join(str(part) for part in first["loc"]) or "the start"
        raise LedgerError(f"{name}: {place}: not a state of this version: {first['msg']}") from error


def _sorted(mapping: dict[str, _T]) -> dict[str, _T]:
    return dict(sorted(mapping.items()))
