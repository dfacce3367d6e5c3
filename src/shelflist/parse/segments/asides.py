"""Sentences between the fields of a line: "The Mill Hands, by Rewi Ash. This is the full text. (Leeds: Weft, 1954)".

What belongs here is where such a sentence begins and ends. It is a note whatever names, dates and commas it holds.
"""

import re

from shelflist.parse.segments.tokens import Segment, segment, trimmed
from shelflist.parse.vocabulary.cues import cue, cues_of_line

ASIDE = "aside"
"""The gap of a segment that is such a sentence."""
_OPENING_WORDS = """
This These It Includes Including Contains Also Both Originally Reprinted Written Delivered Based See There With Edited
Translated
"""
_CUE = cue(_OPENING_WORDS)
_SENTENCE = re.compile(
    rf"(?<=[.)”\"\]]\s)(?:{'|'.join(_OPENING_WORDS.split())})\s(?:[^()\[\]]|[(\[][^()\[\]]*[)\]])*?"
    r"\.?(?=,?\s\([^()]*(?:\d{4}|n\.d)[^()]*(?:[(\[][^()]*[)\]])?\)$)"
)
""" Up to the dated bracket that ends the entry proper."""
_ANY_SENTENCE = re.compile(
    r"(?<=[.)”\"\]]\s)[A-Z][\w’-]*(?:\s[^()\[\]\s]+|\s?[(\[][^()\[\]]*[)\]])*?\s[a-z]{2,}\s(?:[^()\[\]]|[(\[][^()\[\]]*[)\]])*?"
    r"\.(?=\s\([^()]*(?:\d{4}|n\.d)[^()]*(?:[(\[][^()]*[)\]])?\)$)"
)
""" After a marked title whatever stands as a sentence of its own, with a word in small letters, before that bracket."""
_LEAST_WORDS = 5
_ROLE = re.compile(r"(?:Edited|Translated|With|Introduced)\s(?:[a-z]+\s){0,6}by\s[A-Z][\w.’'-]*(?:\s[\w.’'-]+){0,4}$")
""" "Edited by Rewi Ash": a statement of responsibility, and no aside."""


def segment_beside(text: str, start: int, end: int, *, titled: bool = False) -> list[Segment]:
    """The segments of ``text[start:end]``; a sentence before the imprint's bracket is one of them, whole.

    `titled`: the title stands before them, so that no sentence is more of it.
    """
    stop = start + len(text[start:end].rstrip(" ,.;"))
    if text[stop - 1 : stop] != ")" or (". " not in text[start:stop] and ") " not in text[start:stop]):
        return segment(text, start, end)
    found = _SENTENCE.search(text, start, stop) if cues_of_line(text) & _CUE else None
    if found is None and titled and (other := _ANY_SENTENCE.search(text, start, stop)):
        found = other if other.group().count(" ") >= _LEAST_WORDS - 1 else None
    if found is None or _ROLE.match(found.group()):
        return segment(text, start, end)
    aside = trimmed(text, found.start(), found.end(), ASIDE)
    before, after = segment(text, start, found.start()), segment(text, found.end(), end)
    return [*before, *([aside] if aside else []), *after]
