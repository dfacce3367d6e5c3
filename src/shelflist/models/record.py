"""Records of which a page has thousands: frozen for the type checker, and made at a third of the price."""

from dataclasses import dataclass
from typing import TypeVar, dataclass_transform

T = TypeVar("T")


@dataclass_transform(frozen_default=True)
def record(kind: type[T]) -> type[T]:
    """A dataclass with slots whose records nobody changes.

    `dataclass(frozen=True)` would see to it at run time too, and for that sets each field through a function call,
    which takes as long as all the rest of reading a line. mypy sees to it here.
    """
    return dataclass(slots=True, unsafe_hash=True)(kind)
