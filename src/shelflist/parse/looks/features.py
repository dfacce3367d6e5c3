"""What one segment looks like, all readings side by side. Independent of where it stands in its line."""

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from shelflist.models.citation import Role
from shelflist.parse.looks.dates import DateReading, read_date
from shelflist.parse.looks.hosts import is_of_an_issue, tells_organ
from shelflist.parse.looks.imprint import (
    EDITION,
    FIRST_PUBLISHED,
    GENRE,
    NOT_PRINTED,
    PART,
    PHYSICAL,
    REPRINTED_FROM,
    is_series,
    may_be_formal,
    place_score,
    publisher_score,
)  # fmt: skip
from shelflist.parse.looks.names import is_inverted, names_score
from shelflist.parse.looks.prices import is_price
from shelflist.parse.looks.roles import read_role
from shelflist.parse.looks.series import NUMBERED_IN, read_series, split_series
from shelflist.parse.looks.signs import Signs, signs_of, tells_work
from shelflist.parse.vocabulary.body_words import is_body
from shelflist.parse.vocabulary.cues import cue, cues_in
from shelflist.parse.vocabulary.gazetteer import Gazetteer
from shelflist.parse.vocabulary.words import Words, words_of

_WORK = re.compile(
    r"\b(?:account|record|history|story|stories|study|studies|survey|report|essays?|analysis|documents?|reminiscences|review|speech|speeches|address|lectures?|"
    r"novel|poems?|play|memoirs?|autobiography|biography|diary|diaries|letters|articles?|notes|selections?|collection|textbook|guide|handbook|facts|text|appeal|"
    r"statement|discussion|introduction|outline|critique|pamphlet|materials?|resolutions?|proceedings|examination|contribution|tale|tales|sketch|sketches|chapter|"
    r"documentary|bibliography|interview|interviews|answer|answers|reply|questions|narrative|description|problems|exposure|commentary|background|what|how|why)\b",
    re.IGNORECASE,
)
_GENERAL = (
    r"general(?!\s(?:election|strike|council|conference|meeting|assembly|federation|union|workers|committee|staff|line|"
    r"crisis|survey|history|introduction|theory|account|study|reader|public|post)\b)"
)
_PERSON = re.compile(
    r"\b(?:former|formerly|late|ex|chief|head|ambassador|dean|bishop|secretary|member|minister|president|chairman|chairwoman|chair|professor|lecturer|doctor|surgeon|"
    rf"journalist|correspondent|editor|author of|leader|{_GENERAL}|colonel|commander|captain|officer|"
    r"conven[eo]r|treasurer|vicar|rector|pastor|alderman|councillor|mayor|barrister|solicitor|tutor|warden|curator|"
    r"librarian|superintendent|inspector|premier|consul|admiral|chancellor|"
    r"delegate|organi[sz]er|director|deputy|commissar|people’s commissar|"
    r"worker|miner|engineer|teacher|soldier|veteran|founder|MP|MEP|KC|QC|MA|PhD|Ph\.D|MD|senator|judge|lawyer|priest|nurse|academician|historian|economist|"
    r"an english|an american|a british|himself|herself|first secretary|spokesman|agent|wife|widow|daughter|son) ?\b",
    re.IGNORECASE,
)
_OFFICE = re.compile(
    r"(?:[A-ZÀ-Þ][\w’'-]+\s){0,2}(?:chairman|chairwoman|secretary|president|member|leader|organi[sz]er|treasurer|director|"
    r"editor|delegate|conven[eo]r|founder)\s(?:of|for|to)\s",
    re.IGNORECASE,
)
_PREPOSITION = re.compile(r"\s(?:of|in|on|for|to|by|about|against)\s")
""" "the remaking of an American" is no American: what follows such a word is not who is meant."""
_PERSON_CUE = cue("""
former formerly late ex chief head ambassador dean bishop secretary member minister president chairman chairwoman
chair professor lecturer doctor surgeon journalist correspondent editor author leader general colonel commander
captain officer delegate organiser organizer director deputy commissar worker miner engineer teacher soldier veteran
founder mp mep kc qc ma phd ph md senator judge lawyer priest nurse academician historian economist english american
convener convenor treasurer vicar rector pastor alderman councillor mayor barrister solicitor tutor warden curator
librarian superintendent inspector premier consul admiral chancellor british himself herself spokesman agent wife
widow daughter son
""", any_case=True)  # fmt: skip
"""Each form of `_PERSON` holds one of these: most text has none and need not be searched."""
_BODY_OPENING = re.compile(
    r"(?:(?:the|a)\s+)?(?:collective|central committee|executive committee|committee|group|"
    r"commission|editorial|staff|institute|national executive|central council|students|members)\b",
    re.IGNORECASE,
)
_YEAR_IN = re.compile(r"(?<!\d)(?:1[4-9]\d\d|20\d\d)(?!\d)")

_GIVEN_NAME = 4.0
"""From here on a given name or initials show a person: no word for a body outweighs them."""
_IMPRESSIONS = ("edition", "printing", "impression")
_IMPRESSION = re.compile(r"\b(?:edition|printing|impression)$")
_NOT_ASKED = -4.0
_MAY_OPEN_HOUSE = ("The ", "A ", "An ")
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


@lru_cache(maxsize=8192)
def features(text: str, gazetteer: Gazetteer) -> Features:
    return _look_at(text, gazetteer, opens=False)


@lru_cache(maxsize=4096)
def opening_features(text: str, gazetteer: Gazetteer) -> Features:
    """Of words that open the line. They are no place, phrase or remark on a person, and not asked for it."""
    return _look_at(text, gazetteer, opens=True)


def _look_at(text: str, gazetteer: Gazetteer, *, opens: bool) -> Features:
    words = words_of(text, gazetteer)
    date = read_date(text)
    short = len(text) < 160
    names = names_score(text, gazetteer)
    if 0.0 < names < _GIVEN_NAME and is_body(text):
        names = -0.5  # "Uplands Organic Growers"
    role = read_role(text, gazetteer)
    opens_small = text[0].islower()
    formal = may_be_formal(text)
    numbered = formal and NUMBERED_IN.match(text) is not None
    series = numbered or (short and not opens_small and _is_series(text, gazetteer))
    asked = not opens or formal or series or text.startswith(_MAY_OPEN_HOUSE) or " " not in text or is_body(text)
    publisher = publisher_score(text, gazetteer) if asked else _NOT_ASKED
    original = formal and _is_original(text, gazetteer)
    part = formal and not numbered and bool(PART.match(text))
    genre = formal and bool(GENRE.match(text))
    physical = formal and (bool(PHYSICAL.match(text)) or is_price(text))
    edition = _ends_as_edition(text) or (
        formal and not physical and _is_edition(text) and not (publisher >= 2.5 and text.endswith(_HOUSES))
    )
    note = -4.0 if opens else _note_score(text, date)
    if note > 0 and _OFFICE.match(text):
        publisher = min(publisher, -1.0)  # "Chairman of the Weavers’ League" is no league
    not_printed = formal and bool(NOT_PRINTED.match(text))
    body = _body_score(text, publisher) if short else -5.0
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
        -5.0 if opens else _phrase_score(text, words, opens_small, names, publisher),
        note,
        edition,
        original,
        part,
        genre,
        physical,
        series,
        "," in text and is_inverted(text, gazetteer),
        role is not None or edition or original or part or genre or physical or series,
        signs_of(text, gazetteer, opens=opens, names=names, of_body=body > -5.0, part=part, not_printed=not_printed),
    )


def _body_score(text: str, publisher: float) -> float:
    if not is_body(text):
        return -5.0
    if publisher >= 6:
        return 0.0
    if text.rstrip(".")[-1:].isdigit():
        return -3.0  # "16th Congress 1951"
    opening = 2.5 if _BODY_OPENING.match(text) else 0.0
    if text[0].islower() and not opening and not text.startswith(("the ", "a ", "an ")):
        return -3.0  # "prepared for new Party members"
    return (1.2 if publisher < 3 else -1.5) + opening


def _phrase_score(text: str, words: Words, opens_small: bool, names: float, publisher: float) -> float:
    """How much the words look like a phrase that explains a title."""
    if tells_organ(text):
        return 6.5
    score = 2.5 if opens_small else 0.3
    length = len(words.each)
    score += 0.6 if length >= 4 else 0.0
    plain = names < 2 and (opens_small or length > 8 or not is_body(text))
    score += 0.7 if plain and any(word.is_plain for word in words.each[:12]) else 0.0
    score += 0.6 if tells_work(text) else 0.0
    if not opens_small:
        score -= max(0.0, 0.5 * names) + (3.0 if publisher >= 6 else 1.0 if publisher >= 3.5 else 0.0)
    return score


def _note_score(text: str, date: DateReading | None) -> float:
    """How much the words look like a remark on the person just named ("Dean of Canterbury")."""
    if date is not None:
        return 1.5 if date.span_years else -4.0
    if text.startswith(("who ", "whose ")):
        return 3.5
    if not cues_in(text[:80]) & _PERSON_CUE:
        return -1.0
    person = _PERSON.search(text, 0, 80)
    if person is None or ((of := _PREPOSITION.search(text)) and of.start() < person.start()):
        return -1.0
    work = _WORK.search(text, 0, 80)
    if work is None:
        return 3.8 if text[0].islower() else 3.2
    return 3.2 if person.start() < work.start() else -1.0


_NUMBERED = re.compile(r"[a-z]\s(?:No|no|Nr|nr|#)\.?\s?\d{1,4}$")
""" "Loom's Wool Book No 6": a name and a number in one." """


def _is_series(text: str, gazetteer: Gazetteer) -> bool:
    if text[0] in "([":
        return text[-1] in ")]" and read_series(text, gazetteer, held=True) is not None
    if is_series(text, cues_in(text)) or gazetteer.is_series(text):
        return True
    if not text[-1].isdigit():
        return False
    if _NUMBERED.search(text) is not None:
        return read_series(text, gazetteer) is not None
    return text[0].isupper() and gazetteer.is_series(split_series(text)[0])  # "Cmd. 4914"


_HOUSES = ("Society", "Press", "Company", "Club", "Committee", "Books")
""" "The Reprint Society" is no reprint."""


def _is_edition(text: str) -> bool:
    found = EDITION.match(text)
    if (
        found
        and (found.end() == len(text) or len(text) - found.end() < 60)
        and found.group().casefold() not in ("new", "special", "special issue", "double issue")
    ):
        return True
    return bool(REPRINTED_FROM.match(text))


def _ends_as_edition(text: str) -> bool:
    return text.endswith(_IMPRESSIONS) and bool(_IMPRESSION.search(text))


def _is_original(text: str, gazetteer: Gazetteer) -> bool:
    found = FIRST_PUBLISHED.match(text) if text[0] in "fowpFOWP" else None
    if found is None:
        return False
    rest = text[found.end() :].strip()
    return bool(
        not rest
        or (found.group().rstrip().endswith("as") and not rest[0].islower())
        or _YEAR_IN.search(rest)
        or read_date(rest)
        or publisher_score(rest, gazetteer) >= 2.0
        or place_score(rest, gazetteer) > 5
    )
