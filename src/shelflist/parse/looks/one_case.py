"""Lines typed in one case throughout: "the mill hands - rewi ash - 1954", "THE MILL HANDS, REWI ASH, 1954".

Capitals are half of what tells names, houses and places. Such a line is read as if it had the usual ones; its values
are then given as they were typed. A line without a figure, as most headings and menus are, is left alone.
"""

import re
from dataclasses import replace
from typing import Any

from shelflist.models.citation import Reading
from shelflist.parse.vocabulary.body_words import is_body_by_letters
from shelflist.parse.vocabulary.words import PARTICLES

_FEWEST_WORDS = 4
_OPENING = 16
"""Characters: a line in capitals shows it by these."""
_WORD = re.compile(r"[^\W\d_]+(?:[’'][^\W\d_]+)*")
_DIGIT = re.compile(r"\d")
_LONGEST_LETTERS = 4
_KEPT_SMALL = """
a an and as at but by for from in into nor of on or over the to under with des et und für im
edited translated compiled introduced illustrated selected written published printed reprinted issued collected
introduction foreword preface edition ed eds edn comp trans tr rev enl pages pp p vol vols volume no nos number part
issue nd np pdf ltd cm ill illus pamphlet leaflet first second third revised new undated
"""
_SMALL = PARTICLES | frozenset(_KEPT_SMALL.split())
_OPENERS = ("", ". ", "! ", "? ", ": ")
"""What stands before the first word of a sentence, or of a title after its author."""
_VOWELS = frozenset("aeiouyàáâäåæèéêëìíîïòóôöøùúûü")
_JOINTS = ("; ", " ")
"""Of a value that is no stretch of the line: two of a field, or a name and the surname that it shares."""
_TEXTS = (
    "title", "other_title_information", "statement_of_responsibility", "part_number", "part_name", "edition_statement",
    "publisher", "place_of_publication", "date_raw", "extent_raw", "series_title", "series_number", "container_title",
    "volume", "issue", "unparsed_remainder",
)  # fmt: skip


def in_usual_capitals(text: str) -> str | None:
    """The line as most would type it; None where it is not in one case throughout."""
    if not (text.islower() or text[:_OPENING].isupper()) or not text[0].isalpha() or not _DIGIT.search(text):
        return None
    words = _WORD.findall(text)
    if len(words) < _FEWEST_WORDS or not (text.islower() or all(_is_shouted(word) for word in words)):
        return None
    usual = _WORD.sub(
        lambda found: _usual(found.group(), opens=text[max(0, found.start() - 2) : found.start()] in _OPENERS), text
    )
    return usual if len(usual) == len(text) else None


def _is_shouted(word: str) -> bool:
    return word.isupper() or word in _SMALL


def _usual(word: str, *, opens: bool) -> str:
    small = word.lower()
    if small in _SMALL and not opens:
        return small
    if is_body_by_letters(word.upper()) or _is_letters(small):
        return word.upper()
    return small[:1].upper() + small[1:]


def _is_letters(small: str) -> bool:
    """ "jl", "ussr": letters that stand for words, as no vowel is among them."""
    return len(small) <= _LONGEST_LETTERS and _VOWELS.isdisjoint(small)


def as_typed(reading: Reading, usual: str, typed: str) -> Reading:
    """The reading of `usual` with the values as they stand in `typed`."""

    def back(words: str) -> str:
        at = usual.find(words)
        if at >= 0:
            return typed[at : at + len(words)]
        joint = next((sign for sign in _JOINTS if sign in words), None)
        return words if joint is None else joint.join(map(back, words.split(joint)))

    citation = reading.citation
    if citation is None:
        return reading
    told: dict[str, Any] = {name: back(value) for name in _TEXTS if (value := getattr(citation, name))}
    people = tuple(replace(person, name_raw=back(person.name_raw)) for person in citation.contributors)
    notes = tuple(map(back, citation.notes))
    evidence = tuple((field, back(words), reason) for field, words, reason in reading.evidence)
    return replace(reading, citation=replace(citation, notes=notes, contributors=people, **told), evidence=evidence)
