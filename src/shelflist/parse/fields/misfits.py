"""Words that look unlike what stands in the field they were read into: the number of an issue in a title, a name of one
word, a bracket in a house's name.

Each speaks a little against the reading, whatever the line's form; how much is fitted (see `signals`). Nothing is
corrected here: such words may be right, and mostly are.
"""

import re
from functools import lru_cache

from shelflist.models.citation import Contributor
from shelflist.parse.looks.date_points import YEAR_FORM
from shelflist.parse.looks.dates import YEAR
from shelflist.parse.looks.grades import NAMED
from shelflist.parse.looks.names import names_score
from shelflist.parse.looks.phrases import opens_sentence, tells_work
from shelflist.parse.vocabulary.cues import cue, cues_in
from shelflist.parse.vocabulary.gazetteer import Gazetteer
from shelflist.parse.vocabulary.words import PARTICLES

MOST = 2.0
"""Of more misfits in one field than these, each tells nothing new."""

_NUMBER = re.compile(
    r"\b(?:[Nn]os?|[Vv]ols?|[Vv]olume|[Ii]ssue|[Nn]umber|[Pp]art|[Nn]r|[Bb]ook)\b\.?\s?(?:\d|[IVX]+\b)|#\s?\d|\s\d{1,3}$"
)
_NUMBER_CUE = cue("no nos vol vols volume issue number part nr book", any_case=True)
_SENTENCE = re.compile(r"[\w)]{3}\.\s")
_INITIAL = re.compile(r"\b[A-Z]\.\s?[A-Z]")
_MATTER = re.compile(
    r"\b(?:[Ee]ds?|[Ee]dited|[Tt]rans|[Tt]ranslated|[Ii]ntrod(?:uced|uction)?|[Cc]ompiled|[Mm]usic|[Pp]reface|[Ff]oreword|"
    r"[Ii]llustrated|[Dd]rawings|[Pp]repared|[Rr]evised|[Ii]ssued|[Pp]ublished|[Ww]ritten|by)\b|"
    r"\b(?:[Ee]dition|edn|[Rr]eprint|[Uu]ndated)\b"
)
""" "translated by", "2nd edition": what should stand in a field of its own."""
_MATTER_CUE = cue(
    "ed eds edited trans translated introd introduction introduced compiled music preface foreword illustrated "
    "drawings prepared revised issued published written by edition edn reprint undated",
    any_case=True,
)
_YEAR_AT_END = re.compile(rf"[(\[][^()]*{YEAR_FORM}[)\]]$")
_MARKS = re.compile(r"[“”\"«»]")
_JOINED = re.compile(r"[,:;–—“”\"(\[]")
_SHORT = 2
_DASH = re.compile(r"\s[–—-]\s|[—(“]")
_NAME = re.compile(r"[A-ZÀ-Þ][\w’'-]*(?:,?\s(?:[A-ZÀ-Þ#\d][\w’'./-]*|of|the|and|for|in|on|no\.?|&))+")
_ENDS_AS_NAME = re.compile(r"(?:[A-ZÀ-Þ][\w’'.-]*\s)+[A-ZÀ-Þ][\w’'-]+$")
_ODD_IN_NAME = re.compile(r"[()\[\]\d:;“”\"/–—]")
_LONGEST_NAME = 4
_FEWEST_KIN = 2
_INITIALS = re.compile(r"(?:[A-ZÀ-Þ]\.?\s?)+")
_ODD_IN_HOUSE = re.compile(
    r"[()\[\]\d:,;“”\"–—]|\b(?:Specials?|Originals?|Classics|Club|Library|Series|Pamphlets?|Papers?|Texts?|Readers?)\b"
)
_LONGEST_HOUSE = 5
_IMPRESSION = re.compile(r"[Ee]dition|edn|\bed\b|[Ii]mpression|[Pp]rinting")
_LONGEST_EDITION = 3
_OF_EDITION = re.compile(r"\b(?:[Ee]dition|edn|[Rr]eprint\w*|[Ii]mpression|[Pp]rinting|[Rr]evised|[Ee]nlarged)\b")
_LONGEST_SERIES = 8
_OF_SERIES = re.compile(r"\b(?:[Ss]eries|Library|Nos?|Pamphlets?|Papers?|Nr|Classics|Studies)\b|\s\d{1,3}$")
_OPENS_OTHERWISE = re.compile(r"\d|\(?[Ii]n\b|From\b")


def is_numbered(title: str) -> bool:
    """ "Soviet Russia Pictorial, Volume 8, No. 3": an issue of a periodical, or a part."""
    may_be = title[-1].isdigit() or "#" in title or cues_in(title) & _NUMBER_CUE != 0
    return may_be and _NUMBER.search(title) is not None


def of_part(number: str) -> float:
    """Of no periodical: a volume is one of a book; any other number may be that of a series or an issue."""
    return 0.5 if number[0].isalpha() and number[0] not in "nNiI" else 1.0


def crowd(title: str) -> float:
    """How much besides a title seems to stand in it: sentences, initials, roles, an area, quotation, an edition."""
    found = 0
    if "." in title:
        found += (_SENTENCE.search(title) is not None) + (_INITIAL.search(title) is not None)
    if cues_in(title) & _MATTER_CUE and _MATTER.search(title):
        found += 1
    if title[-1] in ")]" and _YEAR_AT_END.search(title):
        found += 1
    return min(MOST, found + (" / " in title) + (_MARKS.search(title) is not None))


def may_go_on(title: str) -> bool:
    """A title that nothing marks may end at each of its marks."""
    return " - " in title or _JOINED.search(title) is not None


def reads_as_name(title: str, gazetteer: Gazetteer) -> bool:
    """ "Margaret Elm, Mary Ash, Weft Press": a life may be titled so, or the author stands first."""
    return names_score(title, gazetteer) >= NAMED


def is_short(title: str) -> bool:
    return title.count(" ") < _SHORT


def of_phrase(words: str) -> float:
    found = (";" in words) + (" " not in words) + (not words[0].isalnum()) + (_DASH.search(words) is not None)
    if cues_in(words) & _MATTER_CUE and _MATTER.search(words):
        found += 1
    as_name = _NAME.fullmatch(words) if words[0].isupper() else _ENDS_AS_NAME.search(words)
    return min(MOST, found + (as_name is not None))


def may_be_more_title(phrase: str) -> float:
    """ "Lions, Bears and Wolves": what explains a title opens in small letters, and tells of a kind of writing."""
    return float(phrase[0].isupper() and not opens_sentence(phrase)) + float(not tells_work(phrase))


def of_people(people: tuple[Contributor, ...]) -> float:
    """Of the worst fitting name; three of one family may be two: "Roy, Gabrielle and Paula Ash"."""
    families = {one.family for one in people} if len(people) > _FEWEST_KIN else set()
    return max([_of_name(one.name_raw, one.family) for one in people], default=0.0) + (len(families) == 1)


def _of_name(name: str, family: str | None) -> float:
    each = name.split()
    found = (len(each) == 1) + (len(each) > _LONGEST_NAME) + (_ODD_IN_NAME.search(name) is not None)
    found += _INITIALS.fullmatch(name) is not None
    found += "," in name and not (family and name.startswith(family))
    return min(MOST, found + (not PARTICLES.issuperset([word for word in each if word[0].islower()])))


@lru_cache(maxsize=1024)
def of_house(name: str) -> bool:
    """A house or a place; also what may be a series: "Penguin Special"."""
    return name.count(" ") >= _LONGEST_HOUSE or _ODD_IN_HOUSE.search(name) is not None


def of_edition(words: str) -> bool:
    return words.count(" ") >= _LONGEST_EDITION or _IMPRESSION.search(words) is None


def of_notes(notes: tuple[str, ...]) -> float:
    """What may be another field's: a year, an edition, pages, a host, a series' name; and more than one note."""
    words = " ".join(notes)
    found = (len(notes) > 1) + (YEAR.search(words) is not None) + (_OF_EDITION.search(words) is not None)
    return min(MOST, found + any(map(_may_be_series, notes)) + (_OPENS_OTHERWISE.match(words) is not None))


def _may_be_series(note: str) -> bool:
    """ "Crafts for All.", "Weft Pamphlets 6"."""
    bare = note.rstrip(".)")
    named = note.count(" ") < _LONGEST_SERIES and _NAME.fullmatch(bare) is not None
    return named or _OF_SERIES.search(bare) is not None
