"""What opens a segment and is whole, though no sign but itself parts it from what follows.

A bracket, a kind of writing before who issued it, the editors of a host, the degree of a thesis.
"""

import re

from shelflist.parse.looks.formal import THESIS_AND_SCHOOL
from shelflist.parse.segments.held import EDITION_AT_END

CLOSED = re.compile(
    r"\([^()]{3,80}\)(?=\s[A-ZÀ-Þ])"
    r"|(?i:leaflet|pamphlet|booklet|broadsheet|flyer|manifesto|handbill)\s(?=(?:issued|published|produced|printed)\sby\s)"
)
""" "(Little Loom Library, 5.) Leeds: Weft Press", "leaflet issued by the Weavers": a whole, and more after it."""
_IN_EDITED = re.compile(r"[Ii]n:?\s[A-ZÀ-Þ][^()]{3,90}\s\((?:eds?|comps?)\.?\)\s(?=[A-ZÀ-Þ“‘])")
""" "in R. Ash & S. Elm (eds) The Mill Reader": the editors, and then their book."""
_BY_AFTER_MARK = re.compile(r"[!?]\s(?=By\s(?:the\s)?[A-ZÀ-Þ])")
""" "Hull and York? By Rewi Ash": the mark closes the title as a stop does."""


def end_of_opening(text: str) -> int | None:
    """Where a question ends, who wrote before an edition, a host's editors, or the degree that a thesis was for."""
    first = text[0]
    if first in "iI":
        found = _IN_EDITED.match(text) or _asked(text)
    elif first in "uUpPdDmMbB":
        if first == "b" and text.startswith("by ") and (edition := EDITION_AT_END.search(text)):
            return edition.start()  # "by Rewi Ash new English edition"
        found = THESIS_AND_SCHOOL.match(text) or _asked(text)
    else:
        found = _asked(text)
    return found.end() if found else None


def _asked(text: str) -> re.Match[str] | None:
    return _BY_AFTER_MARK.search(text) if " By " in text else None
