"""What one segment looks like, all readings side by side. Independent of where it stands in its line."""

import re
from dataclasses import dataclass
from functools import lru_cache, partial
from typing import NamedTuple

from shelflist.models.citation import Role
from shelflist.parse.looks.bodies import is_for_body
from shelflist.parse.looks.dates import read_date
from shelflist.parse.looks.editions import ends_as_edition, is_edition, is_original
from shelflist.parse.looks.formal import GENRE, PHYSICAL, may_be_formal
from shelflist.parse.looks.grades import AN_ACRONYM, LISTED, NO_BODY, SURELY_NAMED
from shelflist.parse.looks.hosts import is_of_an_issue
from shelflist.parse.looks.imprint import NOT_PRINTED, place_score, publisher_score
from shelflist.parse.looks.names import names_score
from shelflist.parse.looks.parts import PART
from shelflist.parse.looks.phrases import (
    OPENS_SENTENCE,
    SENTENCE_SCORE,
    note_score,
    opens_sentence,
    phrase_score,
    tells_office,
)
from shelflist.parse.looks.prices import is_price
from shelflist.parse.looks.roles import read_role
from shelflist.parse.looks.series import NUMBERED_IN, is_series_statement
from shelflist.parse.looks.signs import Signs, opening_signs, signs_of
from shelflist.parse.looks.standard_numbers import is_isbn
from shelflist.parse.looks.turned_names import is_inverted
from shelflist.parse.vocabulary.body_words import is_body
from shelflist.parse.vocabulary.gazetteer import Gazetteer
from shelflist.parse.vocabulary.small_words import OPENING_ARTICLES

_BODY_OPENING = re.compile(
    r"(?:(?:the|a)\s+)?(?:collective|central committee|executive committee|committee|group|"
    r"commission|editorial|staff|institute|national executive|central council|students|members)\b",
    re.IGNORECASE,
)

_TELLS = re.compile(
    r"(?:The|An?)\s(?P<noun>[a-z]{4,})\s(?:of|to|at|on|before|by|from|[a-z]{3,}\s(?:at|to|before|by|from|in))\s"
    r"|[A-Z][a-z]+ed\s(?:to|at|for|from|before)\s"
)
_OF_PEOPLE_LISTED = """
group committee delegation collective commission party council members workers team circle staff students women people
friends club union branch association society number
"""
_OF_PEOPLE = frozenset(_OF_PEOPLE_LISTED.split())
_ENDS_IN_YEAR = re.compile(r"(?:\d{4}|[/–-]\d\d)\.?$")
_NOT_ASKED = -4.0
_MOST, _MOST_OPENING = 12, 7


class Dated(NamedTuple):
    """What rules ask of a date, whatever its year."""

    is_known: bool  # not "n.d."
    span_years: bool
    to_the_day: bool
    of_issue: bool  # to the month, the season or the day: books are rarely dated so


@dataclass(slots=True, eq=False)
class Features:
    """What rules ask of a segment. Words that look the same in all of this share one object, compared by identity.

    Never changed once made; frozen it would take three times as long to make. Scores are on the scale of the search:
    about 5 is as good as sure, 0 says nothing, below -3 is against."""

    words: int  # at most 12, and 7 of what opens the line: no rule asks for more
    opens_small: bool
    date: Dated | None
    not_printed: bool
    names: float
    listing: float  # as `names`, the words of a role left out
    body: float
    role: Role | None
    publisher: float
    place: float
    phrase: float
    note_on_person: float
    edition: bool
    original: bool
    part: bool
    genre: bool
    physical: bool
    series: bool
    inverted: bool
    has_form: bool  # one of role, edition, original, part, genre, physical, series
    signs: Signs


_shared = lru_cache(maxsize=8192)(Features)


class _Forms(NamedTuple):
    """Of words that open with a number or with a word that editions, parts, genres and descriptions open with."""

    edition: bool = False
    original: bool = False
    part: bool = False
    genre: bool = False
    physical: bool = False


_NO_FORM = _Forms()


def _forms_of(text: str, gazetteer: Gazetteer, *, numbered: bool, publisher: float) -> _Forms:
    physical = bool(PHYSICAL.match(text)) or is_price(text) or is_isbn(text) or is_for_body(text)
    return _Forms(
        not physical and is_edition(text, publisher=publisher),
        is_original(text, gazetteer),
        not numbered and bool(PART.match(text)),
        bool(GENRE.match(text)),
        physical,
    )


def _look_at(text: str, gazetteer: Gazetteer, *, opens: bool) -> Features:
    """`opens`: the words open the line. They are no place, phrase or remark on a person, and not asked for it."""
    date, role = read_date(text), read_role(text, gazetteer)
    short, opens_small = len(text) < 160, text[0].islower()
    names, of_people = names_score(text, gazetteer), is_body(text)
    if of_people and 0.0 < names < SURELY_NAMED:
        names = -0.5  # "Uplands Organic Growers"
    formal = may_be_formal(text)
    numbered = formal and NUMBERED_IN.match(text) is not None
    as_series = short and (not opens_small or text[0] in "cs" or text[-1] in "»”")
    series = numbered or (as_series and is_series_statement(text, gazetteer))
    asked = not opens or formal or series or text.startswith(OPENING_ARTICLES) or " " not in text or of_people
    publisher = publisher_score(text, gazetteer) if asked else _NOT_ASKED
    forms = _forms_of(text, gazetteer, numbered=numbered, publisher=publisher) if formal else _NO_FORM
    edition = forms.edition or ends_as_edition(text)
    note = -4.0 if opens else note_score(text, date)
    told = of_people and publisher < LISTED and _tells(text)
    if told or (note > 0 and tells_office(text)):
        publisher = min(publisher, -1.0)  # "Chairman of the Weavers’ League" is no league
    sentence = not opens and text.startswith(OPENS_SENTENCE) and opens_sentence(text)
    if sentence:  # nor is "An answer to the League"
        names, publisher, of_people = min(names, -1.0), min(publisher, -1.0), False
    not_printed = formal and bool(NOT_PRINTED.match(text))
    body = _body_score(text, publisher) if short and of_people and not told else NO_BODY
    return _shared(
        min(_MOST_OPENING if opens else _MOST, text.count(" ") + 1),
        opens_small,
        Dated(date.edtf is not None, date.span_years, date.to_the_day, is_of_an_issue(date)) if date else None,
        not_printed,
        names,
        names_score(role.names, gazetteer) if role else names,
        body,
        role.role if role else None,
        _NOT_ASKED if opens and publisher < 0.0 else publisher,
        place_score(text, gazetteer) if short and not (opens and " " in text) else -6.0,
        -5.0
        if opens
        else SENTENCE_SCORE
        if sentence
        else phrase_score(text, gazetteer, names=names, publisher=publisher, of_people=of_people),
        note,
        edition,
        *forms[1:],
        series,
        "," in text and is_inverted(text, gazetteer),
        role is not None or edition or series or True in forms,
        opening_signs(text, gazetteer, names=names, of_body=body > NO_BODY)
        if opens
        else signs_of(text, gazetteer, names=names, of_body=body > NO_BODY, part=forms.part, not_printed=not_printed),
    )


def _tells(text: str) -> bool:
    """ "The evidence of the weavers before the Commission": said of a work, and no body's or firm's name."""
    told = _TELLS.match(text)
    return told is not None and told["noun"] not in _OF_PEOPLE


def _body_score(text: str, publisher: float) -> float:
    """Of words that hold the word for a body of people."""
    if publisher >= LISTED:
        return 0.0
    if _ENDS_IN_YEAR.search(text):
        return -3.0  # "16th Congress 1951"
    opening = 2.5 if _BODY_OPENING.match(text) else 0.0
    if text[0].islower() and not opening and not text.startswith(("the ", "a ", "an ")):
        return -3.0  # "prepared for new Party members"
    return (1.2 if publisher < AN_ACRONYM else -1.5) + opening


features = lru_cache(maxsize=8192)(partial(_look_at, opens=False))
opening_features = lru_cache(maxsize=4096)(partial(_look_at, opens=True))
