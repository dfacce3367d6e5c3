"""A memory of what is known of single words: the quickest there is, as every word of every line is asked for."""

from collections.abc import Callable
from typing import TypeVar

T = TypeVar("T")


class Remembered(dict[str, T]):
    """What `find` gives for a word, worked out once.

    When it holds `most` words all are let go at once: those that lines have in common are soon found again, and nothing
    need be kept of how long ago each was asked for.
    """

    __slots__ = ("_find", "_most")

    def __init__(self, find: Callable[[str], T], most: int) -> None:
        super().__init__()
        self._find, self._most = find, most

    def __missing__(self, word: str) -> T:
        found = self._find(word)
        if len(self) >= self._most:
            self.clear()
        self[word] = found
        return found
