"""Which of today's lines is which of yesterday's entries: each step pairs what it can and leaves the rest.

Steps are those of docs/changes.md: 1 equal line, 2 equal link without contradiction, 3 equal words. Pairing is
deterministic: both sides come in document order, and ties go by that order.
"""

from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass
from typing import TypeVar

from shelflist.linkage.identity import match_key, normal_line, normal_url
from shelflist.linkage.score import contradiction, traits_of_line, traits_of_row
from shelflist.models.observe import ReadEntry
from shelflist.models.rows import EntryRow

_T = TypeVar("_T")


@dataclass(frozen=True, slots=True)
class NewLine:
    """A line of a completely observed page that wants to know who it is."""

    page_id: str
    entry: ReadEntry

    @property
    def primary_url(self) -> str | None:
        return next((normal_url(link.url) for link in self.entry.links if link.url), None)


@dataclass(frozen=True, slots=True)
class Pair:
    old: EntryRow
    new: NewLine
    step: int


_Split = tuple[list[Pair], list[EntryRow], list[NewLine]]


def link_lines(old: Sequence[EntryRow], new: Sequence[NewLine]) -> _Split:
    """Steps 1 to 3 in order: the pairs, and what is left on either side."""
    equal, rest_old, rest_new = link_equal(old, new)
    pairs, rest_old, rest_new = link_kindred(rest_old, rest_new)
    return equal + pairs, rest_old, rest_new


def link_equal(old: Sequence[EntryRow], new: Sequence[NewLine]) -> _Split:
    """Step 1."""
    return _in_turn((_equal_line_and_link, _equal_line), old, new)


def link_kindred(old: Sequence[EntryRow], new: Sequence[NewLine]) -> _Split:
    """Steps 2 and 3."""
    return _in_turn((_equal_link, _equal_words), old, new)


def _in_turn(
    steps: Iterable[Callable[[list[EntryRow], list[NewLine]], _Split]],
    old: Sequence[EntryRow],
    new: Sequence[NewLine],
) -> _Split:
    pairs: list[Pair] = []
    rest_old, rest_new = list(old), list(new)
    for step in steps:
        found, rest_old, rest_new = step(rest_old, rest_new)
        pairs += found
    return pairs, rest_old, rest_new


def _row_url(row: EntryRow) -> str | None:
    return normal_url(row.primary_link.url) if row.primary_link and row.primary_link.url else None


def _equal_line_and_link(old: list[EntryRow], new: list[NewLine]) -> _Split:
    """Before the rest of step 1: of two lines with the same words the link says which is which."""
    return _pair(
        old,
        new,
        lambda row: (normal_line(row.citation_raw), _row_url(row)),
        lambda line: (normal_line(line.entry.raw), line.primary_url),
        step=1,
    )


def _equal_line(old: list[EntryRow], new: list[NewLine]) -> _Split:
    return _pair(
        old,
        new,
        lambda row: normal_line(row.citation_raw),
        lambda line: normal_line(line.entry.raw),
        step=1,
    )


def _equal_link(old: list[EntryRow], new: list[NewLine]) -> _Split:
    return _pair(
        old,
        new,
        _row_url,
        lambda line: line.primary_url,
        step=2,
        unique=True,
    )


def _equal_words(old: list[EntryRow], new: list[NewLine]) -> _Split:
    return _pair(
        old,
        new,
        lambda row: row.match_key or None,
        lambda line: match_key(line.entry.raw) or None,
        step=3,
    )


def _pair(
    old: list[EntryRow],
    new: list[NewLine],
    old_key: Callable[[EntryRow], Hashable],
    new_key: Callable[[NewLine], Hashable],
    *,
    step: int,
    unique: bool = False,
) -> _Split:
    waiting = _group(old, old_key)
    claims = _group(new, new_key)
    pairs: list[Pair] = []
    for key, lines in claims.items():
        rows = waiting.get(key, [])
        if unique and (len(rows) != 1 or len(lines) != 1 or _differ(rows[0], lines[0])):
            continue
        pairs += [Pair(row, line, step) for row, line in zip(rows, lines, strict=False)]
    paired_old = {id(pair.old) for pair in pairs}
    paired_new = {id(pair.new) for pair in pairs}
    return (
        pairs,
        [row for row in old if id(row) not in paired_old],
        [line for line in new if id(line) not in paired_new],
    )


def _differ(row: EntryRow, line: NewLine) -> bool:
    return contradiction(traits_of_row(row), traits_of_line(line.entry)) is not None


def _group(items: Iterable[_T], key: Callable[[_T], Hashable]) -> dict[Hashable, list[_T]]:
    groups: dict[Hashable, list[_T]] = {}
    for item in items:
        value = key(item)
        if value is not None:
            groups.setdefault(value, []).append(item)
    return groups
