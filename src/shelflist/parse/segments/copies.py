"""A bookseller's words on his copy, with the imprint in them: "Hardcover book published by Weft Press Leeds 1954".

The words on the copy are a note; house, place and year are known by the form.
"""

import re
from typing import NamedTuple

from shelflist.parse.grammar import DATE, PLACE, PUBLISHER, REMARK, Label
from shelflist.parse.looks.date_points import YEAR_FORM
from shelflist.parse.segments.formed import formed
from shelflist.parse.segments.tokens import Segment, segment
from shelflist.parse.vocabulary.cues import cue, cues_of_line
from shelflist.parse.vocabulary.gazetteer import Gazetteer

_CUE = cue("hardcover softcover hardback softback paperback clothbound paperbound hard soft", any_case=True)
_COPY = re.compile(
    r"[.,;)”\"]\s(?P<copy>(?:(?:Large|Small|Original|Illustrated)\s)?(?:(?:Hard|Soft)[ -]?(?:cover|back)|Paperback|"
    r"Clothbound|Paperbound)(?:\s(?:book|booklet|pamphlet|album|volume|copy))?(?:\s(?:with|in)\s[^.;()]{3,80}?)?(?:\s\([^()]{3,60}\))?"
    rf",?\s(?:published|printed|issued)\sby(?:\sthe)?)\s(?P<house>[A-ZÀ-Þ][^,;()]{{2,90}}?),?\s(?P<year>{YEAR_FORM})"
    r"(?=[,.;]|$)",
    re.IGNORECASE,
)


class Copy(NamedTuple):
    """`start`: where the words on the copy begin; `known`: the label of each of the segments."""

    start: int
    segments: list[Segment]
    known: dict[int, Label]


def find_copy(text: str, start: int, end: int, gazetteer: Gazetteer) -> Copy | None:
    """The words on the copy in ``text[start:end]``, and what follows them."""
    if "ed by " not in text or not cues_of_line(text) & _CUE:
        return None
    found = _COPY.search(text, start, end)
    if found is None or not found["house"][0].isupper():
        return None
    labelled = [(found.span("copy"), REMARK), *_house(found, gazetteer), (found.span("year"), DATE)]
    segments, known = formed(text, labelled, ",")
    rest = segment(text, found.end(), end)
    known |= {len(segments) + i: REMARK for i in range(len(rest))}
    return Copy(found.start() + 1, segments + rest, known)


def _house(found: re.Match[str], gazetteer: Gazetteer) -> list[tuple[tuple[int, int], Label]]:
    """The house, and the place at its end: "Weft Press New York"."""
    begin, stop = found.span("house")
    words = found["house"].split(" ")
    if not gazetteer.is_publisher(found["house"]):
        for count in (3, 2, 1):
            place = " ".join(words[-count:])
            if count < len(words) and gazetteer.is_place(place):
                at = stop - len(place)
                return [((begin, at), PUBLISHER), ((at, stop), PLACE)]
    return [((begin, stop), PUBLISHER)]
