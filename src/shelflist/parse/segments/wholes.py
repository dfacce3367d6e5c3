"""What opens a segment and is whole, though no sign but itself parts it from what follows.

A bracket, a kind of writing before who issued it, the editors of a host, the degree of a thesis.
"""

import re

from shelflist.parse.looks.formal import THESIS_AND_SCHOOL

CLOSED = re.compile(
    r"\([^()]{3,80}\)(?=\s[A-ZÀ-Þ])"
    r"|(?i:leaflet|pamphlet|booklet|broadsheet|flyer|manifesto|handbill)\s(?=(?:issued|published|produced|printed)\sby\s)"
)
""" "(Little Loom Library, 5.) Leeds: Weft Press", "leaflet issued by the Weavers": a whole, and more after it."""
_IN_EDITED = re.compile(r"[Ii]n:?\s[A-ZÀ-Þ][^()]{3,90}\s\((?:eds?|comps?)\.?\)\s(?=[A-ZÀ-Þ“‘])")
""" "in R. Ash & S. Elm (eds) The Mill Reader": the editors, and then their book."""


def end_of_opening(text: str) -> int | None:
    """Where a host's editors end, or the degree that a thesis was written for."""
    opens = _IN_EDITED if text[0] in "iI" else THESIS_AND_SCHOOL if text[0] in "uUpPdDmMbB" else None
    found = opens.match(text) if opens else None
    return found.end() if found else None
