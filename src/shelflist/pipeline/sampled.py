"""The pages of a site that were looked at: what each lists of its own, and what stands on most of them."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from shelflist.fetch.addresses import path_of
from shelflist.models.observe import PageReading
from shelflist.models.page import BlockKind
from shelflist.models.survey import PageSurvey

LISTS_FROM = 3
"""A page with so many entries is a list."""


@dataclass(frozen=True, slots=True)
class Looked:
    """A page, surveyed, and its whole body read. `furniture`: texts that stand on most of the pages."""

    url: str
    survey: PageSurvey
    reading: PageReading = field(repr=False)
    furniture: frozenset[str] = frozenset()

    @property
    def lines(self) -> Counter[str]:
        """Its own entries, as written."""
        return Counter(entry.raw for entry in self.reading.entries if entry.raw not in self.furniture)

    @property
    def entries(self) -> int:
        return self.lines.total()

    @property
    def path(self) -> str:
        return path_of(self.url)

    def needed(self) -> list[str]:
        """Where its entries stand, and the headings above them, but for its title: what the content has to hold."""
        own = [entry for entry in self.reading.entries if entry.raw not in self.furniture]
        above = {heading for entry in own for heading in entry.heading_path}
        blocks = (one for one in self.reading.page.blocks if one.kind is BlockKind.HEADING)
        headings = [one for one in blocks if one.text not in self.furniture]
        title = next((place for place, one in enumerate(headings) if one.text in (self.survey.title or "")), -1)
        within = (one for one in headings[title + 1 :] if one.level != 1 and one.text in above)
        return [*(entry.dom_path for entry in own), *(one.dom_path for one in within)]


def told_apart(looked: Sequence[Looked]) -> list[Looked]:
    """The pages, each knowing what stands on most of them: a sidebar's list is nobody's own."""
    texts: Counter[str] = Counter()
    for page in looked:
        texts.update({line.text for line in page.reading.lines})
    least = max(3, (len(looked) + 1) // 2)
    furniture = frozenset(text for text, count in texts.items() if count >= least)
    return [replace(page, furniture=furniture) for page in looked]


def lists_among(looked: Sequence[Looked]) -> list[Looked]:
    """The pages that are lists; else those with any entry."""
    lists = [page for page in looked if page.entries >= LISTS_FROM]
    return lists or [page for page in looked if page.entries]
