"""The house in a bracket after place and date: "Rewi Ash. Leeds, 1954 (Weft Press)", "by Rewi Ash, Leeds 1954 (Weft)".

Who printed it is told last there; where a house stands before the place, the bracket holds something else.
"""

import re

from shelflist.parse.looks.date_points import YEAR_FORM
from shelflist.parse.looks.dates import read_date
from shelflist.parse.looks.editions import EDITION
from shelflist.parse.looks.grades import A_BODY, A_FIRM, A_TOWN, HOUSELIKE, NAMED, PLACELIKE
from shelflist.parse.looks.imprint import place_score, publisher_score
from shelflist.parse.looks.names import names_score
from shelflist.parse.looks.parts import PART
from shelflist.parse.looks.roles import read_role
from shelflist.parse.looks.series import is_series
from shelflist.parse.segments.held import IN_SERIES, KIND
from shelflist.parse.segments.tokens import Segment, split_at, unbracketed
from shelflist.parse.vocabulary.cues import cues_in
from shelflist.parse.vocabulary.gazetteer import Gazetteer

_HELD = re.compile(r"(?:^|\s)\((?P<house>[A-ZÀ-Þ][^()\d]{2,60})\)$")
_PLACE_AND_DATE = re.compile(rf"(?:(?P<place>[A-ZÀ-Þ][^\d,.:;()]{{2,30}}?)\s)?(?P<date>\[?{YEAR_FORM}\??\]?|n\.d\.)$")
_CAPITALS = re.compile(r"[A-ZÀ-Þ][\w’'.-]*(?:\s(?:(?:and|&|of|the|for|de|du|des)\s)*[A-ZÀ-Þ&][\w’'.-]*){0,5}$")


def house_after_date(pieces: list[Segment], gazetteer: Gazetteer) -> list[Segment] | None:
    """Place, date and house, where the line ends so; the house has the gap of one after a colon."""
    found = _HELD.search(pieces[-1].text)
    if found is None or not _may_be_house(pieces[-1], found["house"], gazetteer):
        return None
    *before, held = [*pieces[:-1], *split_at(pieces[-1], found.start())]
    if not before or (told := _PLACE_AND_DATE.match(before[-1].text)) is None or read_date(told["date"]) is None:
        return None
    before[-1:] = split_at(before[-1], told.start("date"))
    if len(before) < 3 or not _opens_imprint(before[-3], before[-2], gazetteer):
        return None
    return [*before, unbracketed(held, found["house"], ":")]


def _may_be_house(piece: Segment, house: str, gazetteer: Gazetteer) -> bool:
    """Capitals throughout, and no form of something else; what may be a series only by the word of a firm or a body."""
    firm = publisher_score(house, gazetteer)
    if (
        piece.inner
        or not _CAPITALS.match(house)
        or EDITION.match(house)
        or PART.match(house)
        or KIND.search(piece.text)
    ):
        return False
    if piece.gap == IN_SERIES or is_series(house, cues_in(house)):
        return firm >= A_BODY
    return (firm >= HOUSELIKE or " " in house) and place_score(house, gazetteer) < A_TOWN


def _opens_imprint(before: Segment, place: Segment, gazetteer: Gazetteer) -> bool:
    """A place after a stop, or after who wrote: no house stands before it."""
    surety = place_score(place.text, gazetteer)
    if publisher_score(before.text, gazetteer) >= A_FIRM or surety < PLACELIKE:
        return False
    named = names_score(before.text, gazetteer) >= NAMED or read_role(before.text, gazetteer) is not None
    return named or (place.gap == "." and surety >= A_TOWN)
