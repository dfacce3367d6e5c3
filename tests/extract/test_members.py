"""The worker answers on a Python that pickles members of enumerations as ``getattr(class, name)`` (Debian 12)."""

import pickle
from typing import Any

import pytest

from shelflist.errors import WorkerError
from shelflist.extract.worker_answers import answer_in
from shelflist.models.page import Block, BlockKind


class Got:
    """Pickled as a call of getattr, whatever this Python makes of a member."""

    def __init__(self, owner: object, name: str) -> None:
        self.owner, self.name = owner, name

    def __reduce__(self) -> tuple[Any, ...]:
        return getattr, (self.owner, self.name)


def answered(value: object) -> Any:
    return answer_in(pickle.dumps(value))


def test_a_member_of_an_enumeration_comes_through() -> None:
    assert answered(Got(BlockKind, "HEADING")) is BlockKind.HEADING


@pytest.mark.parametrize(("owner", "name"), [(Block, "__init__"), (BlockKind, "__subclasses__"), (BlockKind, "mro")])
def test_no_other_attribute_of_a_class_does(owner: object, name: str) -> None:
    with pytest.raises(WorkerError, match="expected a record"):
        answered(Got(owner, name))
