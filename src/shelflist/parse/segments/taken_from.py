"""Where a piece was taken from, at the end of its line: "Looms, by Rewi Ash, taken from The Weaver 14".

A line that has no imprint of its own tells so what its piece stands in; after a year or an extent the same words tell
of an earlier edition.
"""

import re
from typing import NamedTuple

from shelflist.parse.grammar import DATE, HOST, PART, Label
from shelflist.parse.looks.dates import YEAR, read_date
from shelflist.parse.segments.formed import formed
from shelflist.parse.segments.tokens import Segment
from shelflist.parse.vocabulary.cues import cue, cues_of_line
from shelflist.parse.vocabulary.gazetteer import Gazetteer

_CUE = cue(
    "taken reprinted reproduced extracted excerpted republished extract extracts excerpt excerpts", any_case=True
)
_TIME = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|Spring|Summer|Autumn|Winter)"
_NAME = rf"[A-ZÀ-Þ][\w’'&-]*(?:\s(?:(?:of|and|the|for|in|&|on|de|la)\s)*(?!{_TIME})[A-ZÀ-Þ][\w’'&-]*){{0,7}}"
_NUMBER = r"(?:(?:vol(?:ume)?|nos?|number|issue|part|series)\b\.?\s?[\dIVXLC][\d/-]*|#\s?\d+)"
_SOURCE = re.compile(
    r"(?:[,.;]?\s|\s[–—-]\s)(?P<held>[(\[])?(?P<host>(?:(?:an?\s)?(?:article|text)\s)?(?:taken|re-?printed|reproduced|extract(?:ed|s)?|"
    rf"excerpt(?:ed|s)?|republished)\sfrom:?\s(?:the\s)?(?P<mark>[“\"‘'])?(?-i:{_NAME})(?(mark)[,.]?[”\"’'])(?:\s\d{{1,3}}(?=[,.;)\]\s]|$))?)"
    rf"(?:,?\s(?P<parts>{_NUMBER}(?:,?\s{_NUMBER})*))?(?:,?\s[(\[]?(?P<date>[^()\[\]]{{4,30}}?)[)\]]?)?[)\].]*$",
    re.IGNORECASE,
)
NEXT_IN_ISSUE = re.compile(
    rf"\s(?:in|from)\s(?:the\s)?{_NAME},?\s(?:(?:{_NUMBER},?\s)+|\(?(?:\d{{1,2}}(?:st|nd|rd|th)?\s)?{_TIME}[\w/]*\.?,?\s(?:\d{{1,2}},\s)?(?:1[89]|20)\d\d)"
)
""" "<Looms> in the Leeds Mail, 5 October 1937": no more of the title."""
_LABELS = (("host", HOST), ("parts", PART), ("date", DATE))
_HOUSES = ("Press", "Books", "Publishers", "Edition", "Publications")


class Source(NamedTuple):
    """`start`: where the words begin; `known`: the label of each of the segments."""

    start: int
    segments: list[Segment]
    known: dict[int, Label]


def find_source(text: str, start: int, end: int, gazetteer: Gazetteer) -> Source | None:
    """What closes ``text[start:end]`` with words such as "taken from", where no date stands before them."""
    found = _SOURCE.search(text, start, end) if cues_of_line(text) & _CUE else None
    if found is None or YEAR.search(text, start, found.start()):
        return None
    if found["date"] and read_date(found["date"]) is None:
        return None
    name = found["host"].rpartition(" from ")[2]
    if gazetteer.is_place(name) or gazetteer.is_publisher(name) or name.endswith(_HOUSES):
        return None
    told = [(found.span(name), label) for name, label in _LABELS if found[name]]
    segments, known = formed(text, told, ",")
    return Source(found.start(), segments, known)
