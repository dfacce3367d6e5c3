"""A page in numbers, as the page gates compare it: how much there is, and how much of it was understood."""

from collections.abc import Callable, Iterable
from statistics import median

from shelflist.models.citation import Citation, LineKind
from shelflist.models.measures import PageMeasures
from shelflist.models.observe import PageReading

REMEMBERED = 5
"""So many accepted observations of a page say what is usual."""


def measure(reading: PageReading, door: str) -> PageMeasures:
    """The numbers of one reading that came through `door`."""
    citations = [entry.citation for entry in reading.entries]
    return PageMeasures(
        door=door,
        characters=sum(len(line.text) for line in reading.lines),
        text_coverage=reading.page.text_coverage,
        lines=len(reading.lines),
        prose=sum(line.kind == LineKind.PROSE for line in reading.lines),
        entries=len(citations),
        titles=_count(citations, lambda citation: citation.title),
        dates=_count(citations, lambda citation: citation.date_raw),
        extents=_count(citations, lambda citation: citation.extent_raw),
        publishers=_count(citations, lambda citation: citation.publisher),
    )


def _count(citations: Iterable[Citation], field: Callable[[Citation], str | None]) -> int:
    return sum(field(citation) is not None for citation in citations)


def usual(measures: Iterable[PageMeasures], number: Callable[[PageMeasures], float]) -> float:
    """The median of one number over what was accepted; there must be some."""
    return median(number(one) for one in measures)


def share(part: int, whole: int) -> float:
    """0 of nothing is 0."""
    return part / whole if whole else 0.0
