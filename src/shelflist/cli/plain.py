"""Records as plain values, for `--json`: enums as their words, times in ISO 8601 with Z, paths as text."""

from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from datetime import UTC, date, datetime
from enum import Enum
from pathlib import Path


def plain(value: object) -> object:
    """`value` in the types that JSON has; dataclasses become objects with their fields' names."""
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, datetime):
        return iso(value)
    if isinstance(value, (Path, date)):
        return str(value)
    if is_dataclass(value):
        return {field.name: plain(getattr(value, field.name)) for field in fields(value)}
    if isinstance(value, Mapping):
        return {str(key): plain(item) for key, item in value.items()}
    if isinstance(value, (list, tuple, set, frozenset)):
        return [plain(item) for item in value]
    return value


def iso(at: datetime) -> str:
    """A point of time as people and programs read it: 2026-11-01T02:00:00Z."""
    return at.astimezone(UTC).isoformat().replace("+00:00", "Z")
