"""Simulated revisions of real lists, with known truth: what an archive's owner does to two pages between two nights."""

import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import ClassVar

from tests.linkage.edits import EDIT_KINDS, OTHER_HOUSES, Edit, Item, Piece, book_lines

PAGES, HEADINGS = 2, 3
BASE, EDITS, ADDITIONS, REMOVALS, MOVES = 120, 9, 6, 6, 4


@dataclass(frozen=True, slots=True)
class Revision:
    """Both states, in page order. `same` leads from a key to itself or to what took its id over, by design."""

    old: tuple[Item, ...]
    new: tuple[Item, ...]
    edited: frozenset[int]
    successor: dict[int, int]


class Editor:
    """One owner at work; everything follows from the seed. Lines without a link have none in either state."""

    kinds: ClassVar[Sequence[Edit]] = EDIT_KINDS

    def __init__(self, seed: int, *, linked: bool) -> None:
        self.dice, self.linked, self.count = random.Random(seed), linked, 0
        lines = list(book_lines())
        self.dice.shuffle(lines)
        self.pool = lines
        self.old: list[Item] = []
        self.new: list[Item] = []
        self.edited: set[int] = set()
        self.touched: set[int] = set()
        self.successor: dict[int, int] = {}

    def revise(self) -> Revision:
        self._list()
        self.new = list(self.old)
        for _ in range(EDITS):
            self._edit()
        self._split()
        self._join()
        self._remove()
        for _ in range(ADDITIONS - 2):
            self._insert(self._make(self.pool.pop()))
        self._add_kin()
        for _ in range(MOVES):
            self._move()
        self._shuffle()
        return Revision(tuple(_ordered(self.old)), tuple(_ordered(self.new)), frozenset(self.edited), self.successor)

    # the list as it was

    def _list(self) -> None:
        for _ in range(BASE):
            self.old.append(self._make(self.pool.pop()))
        for item in self._some(3):
            self._twin(item, self._volume)
        for item in self._some(3):
            self.old.append(self._other_edition(item))
        for item in self._some(1):
            self.old.append(replace(self._fresh(item), twin=item.twin))  # the very same line, twice
        for _ in range(2):
            self.old.append(self._joint(self._make(self.pool.pop()), self._make(self.pool.pop())))
        if self.linked:  # one scan that two lines lead to
            one, other = self._some(2)
            self.old[self.old.index(one)] = replace(one, links=other.links)

    def _make(self, pieces: tuple[Piece, ...]) -> Item:
        self.count += 1
        links = (f"http://x.test/{self.count}.pdf",) if self.linked else ()
        place = (self.dice.randrange(PAGES), self.dice.randrange(HEADINGS))
        return Item(self.count, pieces, links, *place, twin=self.count)

    def _fresh(self, item: Item) -> Item:
        return replace(self._make(item.pieces), page=item.page, heading=item.heading)

    def _some(self, count: int) -> list[Item]:
        return self.dice.sample([item for item in self.old if item.has("x") and item.has("y")], count)

    def _twin(self, item: Item, change: Callable[[Item, int], Item]) -> None:
        self.old[self.old.index(item)] = change(item, 1)
        self.old.append(change(self._fresh(item), 2))

    def _volume(self, item: Item, number: int) -> Item:
        pages = str(self.dice.randint(90, 700)) if self.dice.random() < 0.8 else item.words("x")
        return item.put("x", pages).insert_after("t", f", Volume {number}")

    def _other_edition(self, item: Item) -> Item:
        """The same work, printed by another house in another year."""
        other = self._fresh(item).put("y", str(self.dice.randint(1920, 1990))).put("x", str(self.dice.randint(20, 400)))
        return other.put("p", self.dice.choice(OTHER_HOUSES)) if item.has("p") else other

    def _joint(self, one: Item, other: Item) -> Item:
        """Two books on one line, with a link each."""
        pieces = tuple(("", words) for _, words in (*one.pieces, ("", "; also "), *other.pieces))
        return replace(self._fresh(one), pieces=pieces, links=one.links + other.links)

    # what is done to it

    def _pick(self, wanted: Callable[[Item], bool]) -> Item | None:
        """An item that nothing was done to yet."""
        free = [item for item in self.new if item.key not in self.touched and wanted(item)]
        item = self.dice.choice(free) if free else None
        if item is not None:
            self.touched.add(item.key)
        return item

    def _replace(self, old: Item, new: Item) -> None:
        self.new[self.new.index(old)] = new

    def _edit(self) -> None:
        edit = self.dice.choice(self.kinds)
        item = self._pick(lambda item: all(item.has(mark) for mark in edit.needs))
        if item is None:
            return
        after = edit.make(item, self.dice)
        if self.linked and self.dice.random() < 0.05:
            after = replace(after, links=(f"http://x.test/{item.key}-new.pdf",))
        if self.dice.random() < 0.15:
            after = replace(after, heading=self.dice.randrange(HEADINGS))
        self.edited.add(item.key)
        self._replace(item, after)

    def _split(self) -> None:
        if (item := self._pick(lambda item: "; also " in item.text)) is None:
            return
        at = item.pieces.index(("", "; also "))
        first, second = (replace(self._fresh(item), pieces=part) for part in (item.pieces[:at], item.pieces[at + 1 :]))
        first, second = replace(first, links=item.links[:1]), replace(second, links=item.links[1:])
        self.touched |= {first.key, second.key}
        place = self.new.index(item)
        self.new[place : place + 1] = [first, second]
        if self.linked:  # the scan that it led to is who it was
            self.successor[item.key] = first.key

    def _join(self) -> None:
        one = self._pick(lambda item: item.has("x") and "; also " not in item.text and item.key == item.twin)
        if one is None:
            return
        near = (one.page, one.heading)
        other = self._pick(lambda item: (item.page, item.heading) == near and "; also " not in item.text)
        if other is None:
            return
        joint = self._joint(one, other)
        self.touched.add(joint.key)
        self._replace(one, joint)
        self.new.remove(other)
        if self.linked:
            self.successor[one.key] = joint.key

    def _remove(self) -> None:
        for _ in range(REMOVALS):
            if (item := self._pick(lambda item: True)) is not None:
                self.new.remove(item)

    def _add_kin(self) -> None:
        """Another edition and another volume of what is there; now and then in the very place of the old one."""
        for make in (self._other_edition, lambda item: self._volume(self._fresh(item), self.dice.randint(3, 9))):
            item = self._pick(lambda item: item.has("x") and item.has("y") and item.has("t"))
            if item is not None:
                self._come(item, make(item))

    def _come(self, item: Item, kin: Item) -> None:
        self.touched.add(kin.key)
        if self.dice.random() < 0.25:
            self._replace(item, kin)
        else:
            self._insert(kin)

    def _insert(self, item: Item) -> None:
        self.touched.add(item.key)
        self.new.insert(self.dice.randint(0, len(self.new)), item)

    def _move(self) -> None:
        """To another heading, or to the other page; the words stay."""
        if (item := self._pick(lambda item: item.twin == item.key)) is None:
            return
        moved = replace(item, heading=(item.heading + 1) % HEADINGS)
        if self.dice.random() < 0.5:
            moved = replace(item, page=1 - item.page)
        self.new.remove(item)
        self.new.insert(self.dice.randint(0, len(self.new)), moved)

    def _shuffle(self) -> None:
        """A stretch of the list in another order."""
        start = self.dice.randrange(len(self.new) - 12)
        stretch = self.new[start : start + 12]
        self.dice.shuffle(stretch)
        self.new[start : start + 12] = stretch


def _ordered(items: list[Item]) -> list[Item]:
    return sorted(items, key=lambda item: (item.page, item.heading))
