"""A page in numbers, as the page gates compare it: how much there is, and how much of it was understood."""

import re
from collections.abc import Callable, Iterable
from statistics import median

from shelflist.models.citation import Citation, LineKind
from shelflist.models.measures import PageMeasures
from shelflist.models.observe import PageReading

_AS_WINDOWS = "\u0080-\u00bf" + bytes(range(0x80, 0xA0)).decode("cp1252", "ignore")
_GARBLED = re.compile(f"[ÂÃ][{_AS_WINDOWS}]|â€|\ufffd")
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
        garbled=sum(is_garbled(line.text) for line in reading.lines),
    )


def is_garbled(text: str) -> bool:
    """The text was decoded as what it is not: "Ã©" for "é", "â€™" for "’", or U+FFFD for what was lost."""
    return not text.isascii() and _GARBLED.search(text) is not None


def _count(citations: Iterable[Citation], field: Callable[[Citation], str | None]) -> int:
    return sum(field(citation) is not None for citation in citations)


def usual(measures: Iterable[PageMeasures], number: Callable[[PageMeasures], float]) -> float:
    """The median of one number over what was accepted; there must be some."""
    return median(number(one) for one in measures)


def share(part: int, whole: int) -> float:
    """0 of nothing is 0."""
    return part / whole if whole else 0.0
