"""Volumes of a set whose name has a date of its own: "Volume 2, Vilna, 1889-1905, 1958".

The set stands above the line, with its title and mostly its imprint. The last date is that of the volume; what stands
before it and its editors, up to another date, is the name.
"""

import re

from shelflist.parse.grammar import DATE, PART
from shelflist.parse.looks.dates import read_date
from shelflist.parse.looks.editions import EDITION
from shelflist.parse.looks.imprint import is_house_or_place
from shelflist.parse.looks.roles import read_role
from shelflist.parse.segments.formed import Formed
from shelflist.parse.segments.tokens import Segment, segment
from shelflist.parse.vocabulary.gazetteer import Gazetteer
from shelflist.parse.vocabulary.words import NUMBER_WORDS

OF_SETS = ("Vol", "Part", "Book")
_NUMBER = re.compile(rf"(?:Volume|Vol\.?|Part|Book)\s(?:\d{{1,3}}|[IVXLC]{{1,7}}|(?i:{NUMBER_WORDS}))(?=[,:.]\s|$)")
_FEWEST = 4
"""Number, name, its date, the volume's date."""


def read_volume(text: str, start: int, end: int, gazetteer: Gazetteer) -> Formed | None:
    """The segments of ``text[start:end]``, the name as one of them; None where it has another form."""
    if not _NUMBER.match(text, start, end):
        return None
    pieces = segment(text, start, end)
    if len(pieces) < _FEWEST or read_date(pieces[-1].text) is None or not _NUMBER.fullmatch(pieces[0].text):
        return None
    stop = next((i for i in range(1, len(pieces) - 1) if _is_statement(pieces[i], gazetteer)), len(pieces) - 1)
    name = pieces[1:stop]
    if len(name) < _FEWEST - 2 or not _is_dated_name(name, gazetteer):
        return None
    whole = name[0]._replace(text=text[name[0].start : name[-1].end], end=name[-1].end)
    segments = [pieces[0], whole, *pieces[stop:]]
    return Formed(segments, {0: PART, 1: PART, len(segments) - 1: DATE})


def _is_statement(piece: Segment, gazetteer: Gazetteer) -> bool:
    return EDITION.match(piece.text) is not None or read_role(piece.text, gazetteer) is not None


def _is_dated_name(name: list[Segment], gazetteer: Gazetteer) -> bool:
    """ "Vilna, 1889-1905"; no house or place and its year: "Weft Press, 1954"."""
    dated = read_date(name[-1].text)
    if dated is None or any(read_date(piece.text) for piece in name[:-1]):
        return False
    return dated.span_years or not any(is_house_or_place(piece.text, gazetteer) for piece in name[:-1])
