"""Revisions of short lists: a title and a name make a line, nothing is linked, and names are often respelt.

What an imprint says of an entry is said by few lines here, so that the title, the name, the year and the neighbours are
all there is to go by. Among what comes are the same titles by other persons, some of them where the old line stood.
"""

import random
from dataclasses import replace

from tests.linkage.edits import EDIT_KINDS, SPELLINGS, Edit, Item, Piece, slip
from tests.linkage.revisions import Editor

IMPRINTS, YEARS = 0.2, 0.5
"""So many lines keep their imprint, and so many of the rest their year."""
_ENDINGS = ("son", "sky", "ova", "mann", "er", "ton")


def renamed(item: Item, dice: random.Random) -> Item:
    """The family name as another language writes it, or whole where a part of it stood."""
    head, _, family = item.words("a").rpartition(" ")
    if dice.random() < 0.5 or not any(was in family for was, _ in SPELLINGS):
        family = family[:-3] if len(family) > 8 and dice.random() < 0.5 else family + dice.choice(_ENDINGS)
    else:
        for was, now in SPELLINGS:
            family = family.replace(was, now)
        family = slip(family, dice)
    return item.put("a", f"{head} {family}".strip())


KINDS = (*EDIT_KINDS, *[Edit("a", renamed)] * 6)


class BareEditor(Editor):
    """The owner of a short list."""

    kinds = KINDS

    def __init__(self, seed: int) -> None:
        super().__init__(seed, linked=False)

    def _make(self, pieces: tuple[Piece, ...]) -> Item:
        return super()._make(pieces if self.dice.random() < IMPRINTS else self._bare(pieces))

    def _bare(self, pieces: tuple[Piece, ...]) -> tuple[Piece, ...]:
        marks = "tay" if self.dice.random() < YEARS else "ta"
        told = [next((one for one in pieces if one[0] == mark), None) for mark in marks]
        kept = [one for one in told if one is not None]
        return tuple(piece for one in kept for piece in (one, ("", ", ")))[:-1]

    def _fresh(self, item: Item) -> Item:
        return replace(super()._make(item.pieces), page=item.page, heading=item.heading)

    def _volume(self, item: Item, number: int) -> Item:
        return super()._volume(item, number) if item.has("x") else item.insert_after("t", f", Volume {number}")

    def _add_kin(self) -> None:
        super()._add_kin()
        for _ in range(2):
            item = self._pick(lambda item: item.has("a"))
            if item is not None:
                self._come(item, self._by_another(item))

    def _by_another(self, item: Item) -> Item:
        """The same title by somebody of the list."""
        others = [one.words("a") for one in self.old if one.has("a") and one.words("a") not in item.text]
        return self._fresh(item).put("a", self.dice.choice(others))
