"""Steps 4 and 5 of linkage: what is left on a page, paired by likeness, and what is doubtful left to a person.

The likeliest pair first, then the next of what is left: each is the best for both its sides. Among nearly equal
scores the neighbours decide (an edited line stands where it stood), then the order of the document.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from shelflist.linkage.blocks import worth_a_score
from shelflist.linkage.score import Traits, contradiction, score, traits_of_line, traits_of_row
from shelflist.linkage.split import find_parts
from shelflist.linkage.steps import NewLine, Pair
from shelflist.linkage.words import Rarity, words_of
from shelflist.models.rows import EntryRow

SAME = 72.0
"""From here on two lines are one entry, if nothing contradicts."""
DOUBTFUL = 60.0
"""From here on a person is asked."""
NEIGHBOUR = 5.0
"""What each neighbour in common counts for in the choice between pairs and of what is doubtful; never for `SAME`."""
STEP = 4


@dataclass(frozen=True, slots=True)
class Doubt:
    """A pair that a person may know to be one. `score` is None where only the link is equal."""

    old: EntryRow
    new: NewLine
    score: float | None
    reason: str


@dataclass(slots=True)
class Alike:
    """What steps 4 and 5 found. A line that split, or two that joined, are not paired but told as related."""

    pairs: list[Pair] = field(default_factory=list)
    doubts: list[Doubt] = field(default_factory=list)
    splits: list[tuple[EntryRow, NewLine, NewLine]] = field(default_factory=list)
    joins: list[tuple[EntryRow, EntryRow, NewLine]] = field(default_factory=list)

    def became(self, row: EntryRow) -> tuple[NewLine, ...]:
        """The lines that took the words of an entry that went."""
        of_split = [line for whole, *parts in self.splits if whole is row for line in parts]
        return (*of_split, *(whole for *parts, whole in self.joins if any(part is row for part in parts)))

    def came_from(self, line: NewLine) -> tuple[str, ...]:
        """Ids of the entries whose words a new line took."""
        of_join = [row.entry_id for *parts, whole in self.joins if whole is line for row in parts]
        of_split = [whole.entry_id for whole, *parts in self.splits if any(part is line for part in parts)]
        return (*of_join, *of_split)


@dataclass(frozen=True, slots=True)
class _Choice:
    score: float
    rank: float
    old: int
    new: int
    against: str | None


def link_alike(old: Sequence[EntryRow], new: Sequence[NewLine], page: Sequence[str], neighbours: "Neighbours") -> Alike:
    """Pair what is left of a page; `page` are the words of all its lines, old and new: what is rare is seen there."""
    found = Alike()
    if not old or not new:
        return found
    rarity = Rarity.of(words_of(line) for line in page)
    ours, theirs = [traits_of_row(row) for row in old], [traits_of_line(line.entry) for line in new]
    worthy = list(worth_a_score(ours, theirs, rarity))
    busy_old, busy_new = _set_apart(found, old, new, ours, theirs, worthy, rarity)
    choices = []
    for i, j in worthy:
        if i not in busy_old and j not in busy_new:
            value = score(ours[i], theirs[j], rarity)
            rank = value + NEIGHBOUR * neighbours.in_common(old[i], new[j])
            if rank >= DOUBTFUL or _same_link(ours[i], theirs[j]):
                choices.append(_Choice(value, rank, i, j, contradiction(ours[i], theirs[j])))
    choices.sort(key=lambda one: (-one.rank, one.new, one.old))
    _choose(found, choices, old, new)
    return found


def _set_apart(
    found: Alike,
    old: Sequence[EntryRow],
    new: Sequence[NewLine],
    ours: Sequence[Traits],
    theirs: Sequence[Traits],
    worthy: Sequence[tuple[int, int]],
    rarity: Rarity,
) -> tuple[set[int], set[int]]:
    """Lines that split or joined take no part in the pairing."""
    busy_old: set[int] = set()
    busy_new: set[int] = set()
    near_old: dict[int, list[int]] = {}
    near_new: dict[int, list[int]] = {}
    for i, j in worthy:
        near_old.setdefault(i, []).append(j)
        near_new.setdefault(j, []).append(i)
    for parts in find_parts(ours, theirs, near_old, rarity):
        found.splits.append((old[parts.whole], new[parts.first], new[parts.second]))
        busy_old.add(parts.whole)
        busy_new |= {parts.first, parts.second}
    for parts in find_parts(theirs, ours, near_new, rarity):
        if parts.whole not in busy_new and not {parts.first, parts.second} & busy_old:
            found.joins.append((old[parts.first], old[parts.second], new[parts.whole]))
            busy_new.add(parts.whole)
            busy_old |= {parts.first, parts.second}
    return busy_old, busy_new


def _same_link(old: Traits, new: Traits) -> bool:
    return old.url is not None and old.url == new.url


def _choose(found: Alike, choices: Sequence[_Choice], old: Sequence[EntryRow], new: Sequence[NewLine]) -> None:
    """Sure pairs first, whatever doubtful ones rank above them; then the doubts among what is left."""
    taken_old: set[int] = set()
    taken_new: set[int] = set()
    for sure in (True, False):
        for one in choices:
            is_sure = one.score >= SAME and one.against is None
            if is_sure is not sure or one.old in taken_old or one.new in taken_new:
                continue
            taken_old.add(one.old)
            taken_new.add(one.new)
            if sure:
                found.pairs.append(Pair(old[one.old], new[one.new], STEP))
            else:
                found.doubts.append(_doubt(one, old[one.old], new[one.new]))


def _doubt(one: _Choice, old: EntryRow, new: NewLine) -> Doubt:
    if one.against is not None:
        return Doubt(old, new, round(one.score, 1), f"much alike, but {one.against}")
    return Doubt(old, new, round(one.score, 1), "alike, but not enough to be sure")


@dataclass(frozen=True, slots=True)
class Neighbours:
    """Who stood and stands beside whom on a page, by the pairs that are sure already."""

    before: Mapping[str, tuple[str | None, str | None]]  # entry id -> ids of the entries next to it
    after: Mapping[int, tuple[str | None, str | None]]  # position of a line -> old ids of the lines next to it

    @classmethod
    def of(cls, old: Sequence[EntryRow], lines: Sequence[NewLine], pairs: Iterable[Pair]) -> "Neighbours":
        """All of the page: `old` and `lines` in order, the leftovers among them."""
        was = {id(pair.new): pair.old.entry_id for pair in pairs}
        ids = [row.entry_id for row in old]
        now = [was.get(id(line)) for line in lines]
        return cls(
            {key: _beside(ids, at) for at, key in enumerate(ids)},
            {line.entry.position: _beside(now, at) for at, line in enumerate(lines)},
        )

    def in_common(self, old: EntryRow, new: NewLine) -> int:
        """0, 1 or 2."""
        was = self.before.get(old.entry_id, (None, None))
        now = self.after.get(new.entry.position, (None, None))
        return sum(a is not None and a == b for a, b in zip(was, now, strict=True))


def _beside(ids: Sequence[str | None], at: int) -> tuple[str | None, str | None]:
    return ids[at - 1] if at else None, ids[at + 1] if at + 1 < len(ids) else None
