"""What of a page would be entries besides, if the source file said that its lines are books."""

from collections.abc import Iterable
from dataclasses import dataclass

from shelflist.models.citation import LineKind, Reading
from shelflist.models.observe import PageReading
from shelflist.models.page import Page
from shelflist.parse.context.habits import habits_of
from shelflist.parse.corrections import NONE, Corrections
from shelflist.parse.page import read_page
from shelflist.parse.vocabulary.gazetteer import gazetteer_for
from shelflist.sources import Source

FEWEST = 5
"""Lines that make it worth telling: fewer are what stands on every page."""


@dataclass(frozen=True, slots=True)
class AsBooks:
    """The lines, and whether most that show it put the author first."""

    lines: tuple[str, ...] = ()
    author_first: bool = False

    @property
    def keys(self) -> tuple[str, ...]:
        """The keys of `[manner]` to set to true; none where there are too few lines to ask for it."""
        if len(self.lines) < FEWEST:
            return ()
        return ("lists_books", "author_first") if self.author_first else ("lists_books",)


NOTHING = AsBooks()


def as_books(rules: Source, page: Page, reading: PageReading, corrections: Corrections = NONE) -> AsBooks:
    """`reading` is that of the page by `rules`; nothing is left to say where they say what its lines are."""
    said = rules.manner.of(page.url)
    if said.lists_books is not None:
        return NOTHING
    otherwise = read_page(page, rules.lookups, corrections, said.model_copy(update={"lists_books": True}))
    now = {entry.position for entry in reading.entries}
    more = [entry for entry in otherwise.entries if entry.position not in now]
    read = [Reading(kind=LineKind.ENTRY, citation=entry.citation, evidence=entry.evidence) for entry in more]
    leads = said.author_first is None and habits_of(read, gazetteer_for(rules.lookups)).author_first
    return AsBooks(tuple(entry.raw for entry in more), leads)


def all_of(found: Iterable[AsBooks]) -> AsBooks:
    """Of several pages together."""
    pages = list(found)
    leading = sum(len(one.lines) for one in pages if one.author_first)
    lines = tuple(line for one in pages for line in one.lines)
    return AsBooks(lines, leading * 2 > len(lines))
