"""The state as bytes and back: JSON with sorted ids, so that equal states are equal bytes.

A value that is its field's default is left out: most fields of most entries are empty. What is large and seldom
changes are the `PARTS`; each can be stored on its own, under a name made of its bytes (`part_name`), so that a night
writes what changed. Without parts the state is one piece.
"""

import hashlib
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, replace
from functools import cache
from typing import Any, TypeVar

from pydantic import TypeAdapter, ValidationError

from shelflist.errors import LedgerError
from shelflist.models.authority import Registry
from shelflist.models.checked import Target
from shelflist.models.measures import PageMeasures
from shelflist.models.rows import EntryRow, HeadingRow
from shelflist.models.track import State

PARTS: Mapping[str, Any] = {
    "entries": dict[str, EntryRow],
    "removed": dict[str, EntryRow],
    "headings": dict[str, HeadingRow],
    "measures": dict[str, tuple[PageMeasures, ...]],
    "authority": Registry,
    "targets": dict[str, Target],
}
"""Fields of the state that may stand apart, with their types."""

_T = TypeVar("_T")


@dataclass(frozen=True, slots=True)
class _Apart:
    """The state without its parts, and the names of these."""

    parts: dict[str, str]
    state: State = field(default_factory=lambda: State(source_id=""))


_APART = b'{"parts":'


@cache
def _adapter(kind: Any) -> TypeAdapter[Any]:
    return TypeAdapter(kind)


def dump_state(state: State) -> bytes:
    """The whole state as canonical JSON (UTF-8). Mappings are sorted by id."""
    return _dump(State, _ordered(state))


def dump_apart(state: State, parts: Mapping[str, str]) -> bytes:
    """The state without its `PARTS`, which stand under the names given in `parts`, by field."""
    empty: dict[str, Any] = {name: Registry() if kind is Registry else {} for name, kind in PARTS.items()}
    return _dump(_Apart, _Apart(dict(sorted(parts.items())), _ordered(replace(state, **empty))))


def dump_part(state: State, name: str) -> bytes:
    """One of the `PARTS`, as canonical JSON."""
    value = getattr(state, name)
    return _dump(PARTS[name], _in_order(value) if isinstance(value, Registry) else _sorted(value))


def part_name(name: str, content: bytes) -> str:
    """``entries-<16 hex digits of SHA-256>.json``"""
    return f"{name}-{hashlib.sha256(content).hexdigest()[:16]}.json"


def parts_of(data: bytes, name: str) -> dict[str, str]:
    """The names of the parts that stand apart, by field; none for a state in one piece. Raises LedgerError."""
    return dict(_load(_Apart, data, name).parts) if data.startswith(_APART) else {}


def load_state(data: bytes, name: str, parts: Mapping[str, bytes] | None = None) -> State:
    """The state of the file `name`, with the bytes of its parts by field.

    Raises LedgerError naming the file if the bytes are no state, or a part is not what its name says.
    """
    if not data.startswith(_APART):
        return _load(State, data, name)  # type: ignore[no-any-return]
    apart: _Apart = _load(_Apart, data, name)
    _must_fit(apart.parts, parts or {}, name)
    loaded = {part: _load(PARTS[part], content, apart.parts[part]) for part, content in (parts or {}).items()}
    return replace(apart.state, **loaded)


def _must_fit(named: Mapping[str, str], parts: Mapping[str, bytes], file: str) -> None:
    if unknown := sorted((named.keys() ^ parts.keys()) | (named.keys() - PARTS.keys())):
        raise LedgerError(f"{file}: found a state without or with the parts {', '.join(unknown)}, expected the others")
    for part, content in parts.items():
        if (found := part_name(part, content)) != named[part]:
            raise LedgerError(f"{file}: found the part {found}, expected {named[part]}")


def _dump(kind: Any, value: object) -> bytes:
    return _adapter(kind).dump_json(value, warnings=False, exclude_defaults=True)


def _load(kind: Any, data: bytes, name: str) -> Any:
    try:
        return _adapter(kind).validate_json(data)
    except ValidationError as error:
        first = error.errors(include_url=False, include_input=False)[0]
        place = ".".join(str(part) for part in first["loc"]) or "the start"
        raise LedgerError(f"{name}: {place}: not a state of this version: {first['msg']}") from error


def _ordered(state: State) -> State:
    return replace(
        state,
        pages=_sorted(state.pages),
        headings=_sorted(state.headings),
        entries=_sorted(state.entries),
        removed=_sorted(state.removed),
        accepted_counts=_sorted(state.accepted_counts),
        measures=_sorted(state.measures),
        candidates=_sorted(state.candidates),
        told_apart=_in_a_row(state.told_apart),
        aliases=_sorted(state.aliases),
        distrusted=_in_a_row(state.distrusted),
        targets=_sorted(state.targets),
        authority=_in_order(state.authority),
        initial_pages=_in_a_row(state.initial_pages),
    )


def _in_order(registry: Registry) -> Registry:
    return replace(
        registry,
        forms=_sorted(registry.forms),
        authorities=_sorted(registry.authorities),
        works=_sorted(registry.works),
        editions=_sorted(registry.editions),
    )


def _sorted(mapping: Mapping[str, _T]) -> dict[str, _T]:
    return dict(sorted(mapping.items()))


def _in_a_row(ids: Collection[str]) -> Any:
    return tuple(sorted(ids))
