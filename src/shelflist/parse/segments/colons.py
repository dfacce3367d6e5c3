"""Cutting at a colon: a place from its house, a house from its place, a title's date from the author.

"Leeds: Weft Press"; "Weft Press: Leeds"; "Dinbych: Thomas Gee Ltd"; "n.p.: 1972". How the parts
are cut in their turn stands in `cuts`. Before the rest of a title the colon does not cut.
"""

import re

from shelflist.parse.looks.date_points import YEAR_FORM
from shelflist.parse.looks.dates import read_date
from shelflist.parse.looks.formal import PHYSICAL, may_be_formal
from shelflist.parse.looks.grades import (
    A_FIRM,
    A_PAIR,
    A_PLACE,
    A_TOWN,
    AN_ACRONYM,
    HOUSELIKE,
    PLACELIKE,
    SURE_FIRM,
    SURELY_NAMED,
    TOWNLIKE,
)
from shelflist.parse.looks.imprint import NOT_PRINTED, place_score, publisher_score
from shelflist.parse.looks.names import names_score
from shelflist.parse.looks.phrases import tells_work
from shelflist.parse.segments.brackets import CAPITALS
from shelflist.parse.segments.held import before_edition
from shelflist.parse.segments.house_and_place import without_colon
from shelflist.parse.segments.tokens import Segment, split_at, unbracketed
from shelflist.parse.vocabulary.body_words import is_body
from shelflist.parse.vocabulary.gazetteer import Gazetteer
from shelflist.parse.vocabulary.help_words import heads_colon
from shelflist.parse.vocabulary.role_words import awaits_name
from shelflist.parse.vocabulary.small_words import OPENING_ARTICLES

_PRINTED = re.compile(
    r"(?<=\w:\s)(?P<what>(?:[Pp]rivately\s)?[Pp]rinted(?:\sand\s(?:sold|published))?\s(?:for|by)\s)(?=the\s|[A-Z])"
)
_PLACE_LAST = re.compile(r"(?:\s\((?P<held>[^()]{3,30})\)|:\s(?P<told>[^(),:]{3,30}))$")
_COLON = re.compile(r":\s+|:(?=[A-Z])|\s:\s?")
_DATED_PLACE = re.compile(
    rf"(?:(?P<place>[A-ZÀ-Þ][^:.,;()\d]{{2,40}})\s)?(?P<year>{YEAR_FORM}):\s?(?P<house>.{{3,60}})$"
)
_OPENS_HOST = frozenset(["In", "En", "Dans", "Yn"])
""" "En: Teksa Mondo": what opens a host."""


def at_colon(piece: Segment, gazetteer: Gazetteer) -> list[Segment] | None:
    """ "Leeds: Weft Press": only after a place, or in a bracket or after a full stop, where imprints stand."""
    found = _COLON.search(piece.text)
    if not found or found.start() == 0 or found.end() >= len(piece.text):
        return None
    if may_be_formal(piece.text) and PHYSICAL.match(piece.text):
        return None  # "Shelf: HIS 4"
    if piece.inner and (placed := place_before_date(piece, gazetteer)):
        return placed
    place, rest = piece.text[: found.start()].strip(), piece.text[found.end() :]
    if place in _OPENS_HOST or heads_colon(place) or awaits_name(place):
        return None
    if place[-1].isdigit() and (dated := _dated_place(piece, gazetteer)):
        return dated
    if _is_house_before_place(place, rest, gazetteer):
        house, last = split_at(piece, found.end())  # "Weft Press: Leeds"
        return [house._replace(text=place, end=house.start + len(place)), last._replace(gap=",")]
    if read_date(place) and names_score(rest, gazetteer) >= SURELY_NAMED:
        date, name = split_at(piece, found.end())  # "Chartism in Leeds, 1838-1848: J. B. Elm"
        return [without_colon(date), name._replace(gap=",")]
    if NOT_PRINTED.match(place) and (read_date(rest) or NOT_PRINTED.match(rest)):
        absent, last = split_at(piece, found.end())
        return [without_colon(absent), last._replace(gap=",")]  # "n.p.: 1972", "N.p.: n.p."
    surety = place_score(place.split(" and ")[0], gazetteer)
    if not _is_place_of(piece, surety, rest, gazetteer):
        return None
    first, second = split_at(piece, found.end())
    return [without_colon(first), _unbracketed(second._replace(gap=":"))]


def _unbracketed(house: Segment) -> Segment:
    """ "Leeds: [Weft Press]": supplied, as what stands in a bracket with its place is."""
    words = house.text
    if words[0] != "[" or words[-1] != "]" or NOT_PRINTED.match(words) or "[" in words[1:]:
        return house
    return unbracketed(house, words[1:-1], ":")._replace(inner=True)


def _dated_place(piece: Segment, gazetteer: Gazetteer) -> list[Segment] | None:
    """ "Leeds 1954: Weft Press": after a stop, or beside a known place or house, the year stands between the two."""
    found = _DATED_PLACE.match(piece.text)
    if not found or not CAPITALS.match(found["house"]) or tells_work(found["house"]):
        return None
    place, firm = found["place"], publisher_score(found["house"], gazetteer) >= SURE_FIRM
    if not place and not firm:
        return None
    if place and place_score(place, gazetteer) < (PLACELIKE if firm or "." in piece.gap else A_PLACE):
        return None
    dated, house = split_at(piece, found.start("house"))
    return [*split_at(without_colon(dated), found.start("year")), house._replace(gap=":")]


def place_before_date(piece: Segment, gazetteer: Gazetteer) -> list[Segment] | None:
    """ "Loom Readers (Leeds)", "Loom Readers: Leeds" before the date: capitals are a house, whatever their words."""
    if edition := before_edition(piece, gazetteer):
        return edition
    found = _PLACE_LAST.search(piece.text)
    if not found or not _is_place(found["held"] or found["told"], gazetteer):
        return None
    house = piece.text[: found.start()]
    if not CAPITALS.match(house) or (found["told"] and (_is_place(house, gazetteer) or tells_work(house))):
        return None
    first, last = (piece.start + at for at in found.span("held" if found["held"] else "told"))
    return [
        Segment(house, piece.start, piece.start + len(house), piece.gap, piece.inner),
        Segment(piece.text[first - piece.start : last - piece.start], first, last, ",", piece.inner),
    ]


def before_date(piece: Segment, gazetteer: Gazetteer) -> list[Segment]:
    """ "Loomby: Weft, 1954": right before the date a sign parts place and house, though neither is listed."""
    if piece.text[-1] == ")":
        return place_before_date(piece, gazetteer) or [piece]
    found = _COLON.search(piece.text)
    if found is None or found.start() == 0 or not piece.text[found.end() :].strip():
        return [piece]
    first, second = split_at(piece, found.end())
    words = piece.text[: found.start()].rstrip()
    if not (CAPITALS.match(words) and CAPITALS.match(second.text)) or tells_work(second.text):
        return [piece]
    house_first = _is_place(second.text, gazetteer) and not _is_place(words, gazetteer)
    if not house_first and place_score(words, gazetteer) < PLACELIKE:
        return [piece]
    return [without_colon(first), second._replace(gap="," if house_first else ":")]


def _is_place(words: str, gazetteer: Gazetteer) -> bool:
    return place_score(words, gazetteer) >= A_TOWN


def _is_house_before_place(house: str, place: str, gazetteer: Gazetteer) -> bool:
    """ "Weft Press: Leeds", the other way round; a place that is not listed needs a house that shows itself."""
    firm, surety = publisher_score(house, gazetteer), place_score(place, gazetteer)
    if place_score(house, gazetteer) >= A_PLACE or publisher_score(place, gazetteer) >= AN_ACRONYM:
        return False
    return (
        (surety >= A_PLACE and firm >= HOUSELIKE)
        or (surety >= A_TOWN and firm >= A_PAIR)
        or (surety >= PLACELIKE and firm >= A_FIRM)
    )


def _is_place_of(piece: Segment, surety: float, house: str, gazetteer: Gazetteer) -> bool:
    """A listed place before what may be its house, or its date.

    Words that are not listed: in a bracket, after a stop, or before a sure firm ("Dinbych: Thomas Gee Ltd").
    """
    stands = piece.inner or "." in piece.gap
    if surety >= A_PLACE and (stands or publisher_score(house, gazetteer) >= 0.0 or read_date(house)):
        return True
    if surety >= A_PLACE and _is_named(house):
        return True
    if surety >= PLACELIKE and (piece.inner or ("." in piece.gap and _may_be_house(surety, house, gazetteer))):
        return True
    return surety >= TOWNLIKE and publisher_score(house, gazetteer) >= A_FIRM and not is_body(house)


def _is_named(words: str) -> bool:
    """ "Regency Women’s Texts": capitals of two words or more, and no title's article before them."""
    return " " in words and not words.startswith(OPENING_ARTICLES) and CAPITALS.match(words) is not None


def _may_be_house(surety: float, rest: str, gazetteer: Gazetteer) -> bool:
    """After a place that is not listed, the form of a firm; after one that is a single word, any short name."""
    firm = publisher_score(rest, gazetteer)
    return firm >= AN_ACRONYM or (surety >= TOWNLIKE and firm >= HOUSELIKE and rest.count(" ") < 3)


def old_imprint(piece: Segment) -> list[Segment] | None:
    """ "Leeds: Printed for Rewi Ash": so old books name their house."""
    printed = _PRINTED.search(piece.text)
    if printed is None:
        return None
    place, rest = split_at(piece, printed.start("what"))
    what, house = split_at(rest, printed.end() - printed.start("what"))
    return [without_colon(place), what._replace(gap=":"), house._replace(gap="by")]
