"""What a page came to when it was last believed: the numbers that the page gates compare with."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class PageMeasures:
    """One accepted observation of a page. Counts are of entries that have the field; characters are those read."""

    door: str
    characters: int  # of all lines, headings included
    text_coverage: float
    lines: int
    prose: int  # lines that are neither entry nor note nor anything else known
    entries: int
    titles: int
    dates: int
    extents: int
    publishers: int
    garbled: int = 0  # lines with characters that only a wrong encoding gives
