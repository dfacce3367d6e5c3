"""A line without a stretch of it that is of none of its fields, so that what stands on either side is read together."""

import re
from dataclasses import replace

from shelflist.models.page import Block, Span
from shelflist.parse.vocabulary.cues import cue

MAY_TELL_MEDIUM = cue("Print Web Kindle")
"""A line without one of these is not asked."""
_MEDIUM = re.compile(r"(?<=[\d?\])d]\.)\s(?P<medium>(?:Print|Web|Kindle)\.?)(?=\s|$)")


def without(block: Block, start: int, end: int) -> Block:
    """The line without ``text[start:end]``, its marks where their words are then."""
    text = block.text
    before, after = text[:start].rstrip(), text[end:].lstrip(" .")
    moved = len(text) - len(after) - len(before) - bool(after)

    def kept(mark: Span) -> tuple[int, int] | None:
        first = min(mark.start, len(before)) if mark.start < end else mark.start - moved
        last = min(mark.end, len(before)) if mark.end <= end else mark.end - moved
        return (first, last) if first < last else None

    links = [(link, kept(Span(link.start, link.end))) for link in block.links]
    return replace(
        block,
        text=f"{before} {after}".rstrip(),
        links=tuple(replace(link, start=at[0], end=at[1]) for link, at in links if at),
        emphasis=tuple(Span(*at) for at in map(kept, block.emphasis) if at),
    )


def find_medium(text: str) -> Span | None:
    """ "Leeds: Weft Press, 1954. Print. Mill Lives 5.": what it was read in, as one style tells after the date."""
    found = _MEDIUM.search(text)
    return Span(*found.span("medium")) if found else None
