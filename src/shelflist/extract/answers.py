"""JSON answers of the WordPress REST API: reading them, and saying clearly where one is not as expected."""

import json
import re
from collections.abc import Iterator
from typing import Any

from shelflist.errors import ReadError

_LONE_SURROGATE = re.compile("[\ud800-\udfff]")
"""JSON can name one ("\\ud800"); no file in UTF-8 can hold it."""


class Answer:
    """A JSON value and where it stands, so that every error names place, found and expected."""

    __slots__ = ("place", "value")

    def __init__(self, value: Any, place: str) -> None:
        self.value, self.place = value, place

    @classmethod
    def read(cls, payload: bytes, place: str) -> "Answer":
        """Raises ReadError when `payload` is no JSON in UTF-8, or nested too deeply."""
        try:
            return cls(json.loads(payload.decode("utf-8-sig", "replace")), place)
        except (ValueError, RecursionError) as error:
            raise ReadError(f"{place}: found {_shown(payload)}, expected JSON ({error})") from error

    def wrong(self, expected: str) -> ReadError:
        return ReadError(f"{self.place}: found {_shown(self.value)}, expected {expected}")

    def items(self) -> Iterator["Answer"]:
        """The members of an array."""
        if not isinstance(self.value, list):
            raise self._refusal() or self.wrong("an array")
        for number, value in enumerate(self.value):
            yield Answer(value, f"{self.place} /{number}")

    def get(self, key: str) -> "Answer | None":
        """The member `key` of an object, None if it is missing or null."""
        if not isinstance(self.value, dict):
            raise self.wrong("an object")
        value = self.value.get(key)
        return None if value is None else Answer(value, f"{self.place} /{key}")

    def member(self, key: str) -> "Answer":
        """The member `key` of an object, which must be there."""
        found = self.get(key)
        if found is None:
            raise self._refusal() or self.wrong(f"an object with {key!r}")
        return found

    def _refusal(self) -> ReadError | None:
        """WordPress says errors in an object with code and message."""
        if isinstance(self.value, dict) and isinstance(self.value.get("code"), str):
            return ReadError(f"{self.place}: WordPress answered {self.value['code'][:80]!r}")
        return None

    def text(self) -> str:
        if not isinstance(self.value, str):
            raise self.wrong("a string")
        return _LONE_SURROGATE.sub("\ufffd", self.value)

    def number(self) -> int:
        if not isinstance(self.value, int) or isinstance(self.value, bool):
            raise self.wrong("an integer")
        return self.value

    def identity(self) -> int:
        """The id of a post. WordPress counts from 1, in 64 bits; no table could hold what goes beyond."""
        found = self.number()
        if not 0 < found < 1 << 63:
            raise self.wrong("an id from 1 to 9223372036854775807")
        return found

    def numbers(self) -> tuple[int, ...]:
        return tuple(item.number() for item in self.items())


def _shown(value: object) -> str:
    written = repr(value)
    return written if len(written) <= 60 else f"{written[:57]}..."
