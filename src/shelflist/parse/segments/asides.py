"""Sentences between the fields of a line: "The Mill Hands, by Rewi Ash. This is the full text. (Leeds: Weft, 1954)".

What belongs here is where such a sentence begins and ends. It is a note whatever names, dates and commas it holds.
"""

import re

from shelflist.parse.looks.editions import is_edition, tells_first_publication
from shelflist.parse.looks.roles import read_role
from shelflist.parse.segments.tokens import Segment, segment, trimmed
from shelflist.parse.vocabulary.cues import cue, cues_of_line
from shelflist.parse.vocabulary.gazetteer import Gazetteer

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
_SENTENCES = re.compile(r"(?<=[^\W\d_]{2})\.\s(?=[A-ZÀ-Þ])")


def segment_beside(text: str, start: int, end: int, gazetteer: Gazetteer, *, titled: bool = False) -> list[Segment]:
    """The segments of ``text[start:end]``; a sentence before the imprint's bracket is one of them, whole.

    `titled`: the title stands before them, so that no sentence is more of it.
    """
    stop = start + len(text[start:end].rstrip(" ,.;"))
    if text[stop - 1 : stop] != ")" or (". " not in text[start:stop] and ") " not in text[start:stop]):
        return segment(text, start, end)
    if tells_first_publication(text[text.rfind("(", start, stop) + 1 : stop - 1]):
        return segment(text, start, end)  # "Leeds: Weft Press, 1986. (orig. 1889)": the imprint stands before it
    found = _SENTENCE.search(text, start, stop) if cues_of_line(text) & _CUE else None
    if found is None and titled and (other := _ANY_SENTENCE.search(text, start, stop)):
        found = other if other.group().count(" ") >= _LEAST_WORDS - 1 else None
    if found is None or _tells_fields(found.group(), gazetteer):
        return segment(text, start, end)
    aside = trimmed(text, found.start(), found.end(), ASIDE)
    before, after = segment(text, start, found.start()), segment(text, found.end(), end)
    return [*before, *([aside] if aside else []), *after]


def _tells_fields(words: str, gazetteer: Gazetteer) -> bool:
    """ "By Rewi Ash. Edited by Ann Hill. Second impression.": each sentence tells of a field, and none is an aside."""
    return all(_is_field(sentence, gazetteer) for sentence in _SENTENCES.split(words.rstrip(" .")))


def _is_field(words: str, gazetteer: Gazetteer) -> bool:
    """Who took part, the edition, or when the work first came out."""
    if read_role(words, gazetteer) is not None or tells_first_publication(words):
        return True
    return is_edition(words.partition(",")[0], publisher=0.0)
