"""What the bracket at a segment's end holds besides a whole imprint: a date, a place, a house.

"no. 3 (March 1939)"; "Weft Press (Leeds)"; an author's name is read in `names_in_brackets`. Nothing here cuts further
than its bracket.
"""

import re

from shelflist.parse.looks.date_points import YEAR_FORM
from shelflist.parse.looks.dates import YEAR_OR_NONE, DateReading, date_at_end, read_date
from shelflist.parse.looks.editions import EDITION, first_published
from shelflist.parse.looks.formal import PHYSICAL, may_be_formal
from shelflist.parse.looks.grades import (
    A_FIRM,
    A_PERIODICAL,
    A_PLACE,
    A_TOWN,
    AN_ACRONYM,
    HOUSELIKE,
    LISTED,
    NAMELIKE,
    PLACELIKE,
    SURE_FIRM,
    TOWNLIKE,
)
from shelflist.parse.looks.hosts import host_score, is_of_an_issue, split_host
from shelflist.parse.looks.imprint import NOT_PRINTED, opens_with_place, place_score, publisher_score
from shelflist.parse.looks.names import names_score
from shelflist.parse.looks.parts import BARE_NUMBER, PART
from shelflist.parse.looks.prices import ends_in_price
from shelflist.parse.looks.roles import sure_of_names
from shelflist.parse.looks.roles_inside import role_inside
from shelflist.parse.looks.series import is_series
from shelflist.parse.segments.issue_numbers import number_after_name
from shelflist.parse.segments.place_before_date import ends_house
from shelflist.parse.segments.tokens import Segment, moved, segment, split_at, unbracketed
from shelflist.parse.vocabulary.body_words import is_body
from shelflist.parse.vocabulary.cues import cues_in
from shelflist.parse.vocabulary.gazetteer import Gazetteer
from shelflist.parse.vocabulary.numbering import ISSUE_FORM, VOLUME_FORM
from shelflist.parse.vocabulary.regions import REGIONS
from shelflist.parse.vocabulary.small_words import SMALL_WORDS_ABROAD

BRACKET_AT_END = re.compile(r"[(\[](?=\W*\w)(?P<inside>[^()\[\]]*(?:[(\[][^()\[\]]*[)\]][^()\[\]]*)*)[)\]]$")
_PLACE_IN_BRACKET = re.compile(r"\s\((?P<place>[^()]{3,30})\)$")
_TENDENCY = re.compile(
    r"(?:[A-ZÀ-Þ]\w*ists?(?:-[A-ZÀ-Þ]\w*ists?)?|M-L|Provisional|Official|Majority|Minority|Unified)$"
)
""" "Weavers’ Federation of Leeds (Marxist-Leninist)": which of several bodies of the name it is."""
_HOUSE_IN_BRACKET = re.compile(r"\s\((?P<house>[A-ZÀ-Þ][^()]{2,50}?),?\)$")
""" "Rewi Ash (John Hopkins Press)": a house, though a name stands in it."""
_TAKEN_FROM = re.compile(r"(?:from|(?:taken|extracts?|extracted|excerpts?|excerpted)\sfrom|adopted|delivered)\s")
""" "(extract from the Statement of the Parties, Moscow, 1960)": what a piece was taken from is not its imprint."""
_YEAR_FIRST = re.compile(rf"{YEAR_FORM}\s")
_NUMBERS = re.compile(rf"(?:{VOLUME_FORM})?(?:[.,]?\s)?(?:{ISSUE_FORM})?", re.IGNORECASE)
_SMALL = "|".join(("of", "the", "and", "for", "in", "on", "&", *sorted(SMALL_WORDS_ABROAD)))
CAPITALS = re.compile(rf"[A-ZÀ-Þ][\w’'.&-]*(?:\s(?:(?:{_SMALL})\s)*[A-ZÀ-Þ][\w’'.&-]*){{0,6}}$")


def _is_host(words: str, date: DateReading, gazetteer: Gazetteer) -> bool:
    """A periodical by its name, or words with the number of a volume and a year after them."""
    if host_score(words, is_of_an_issue(date), gazetteer) >= 6:
        return True
    return split_host(words)[1] is not None and not date.span_years


def number_and_date(piece: Segment, gazetteer: Gazetteer) -> list[Segment] | None:
    """ "no. 3 (March 1939)", "Past & Present 38 (December 1967)": an issue and its date."""
    found = BRACKET_AT_END.search(piece.text)
    if not found or found.start() == 0 or not (date := read_date(found["inside"])):
        return None
    before = piece.text[: found.start()].rstrip()
    number = PART.match(before)
    first, last = split_at(piece, found.start())
    named = number_after_name(first, gazetteer)
    if (number is None or number["rest"]) and not named and not _is_host(before, date, gazetteer):
        return None
    return [*(named or [first]), unbracketed(last, found["inside"], last.gap)]


def part_in_bracket(piece: Segment) -> list[Segment] | None:
    """ "S. M. Ash (Vol. 1)", "(Volume 2)": a part's number, and nothing else in the bracket."""
    found = BRACKET_AT_END.search(piece.text)
    if not found or not found["inside"] or not may_be_formal(found["inside"]):
        return None
    part = PART.match(found["inside"])
    if part is None or part["rest"] or found["inside"][0].isdigit():
        return None
    *before, last = split_at(piece, found.start()) if found.start() else [piece]
    return [*before, unbracketed(last, found["inside"], "," if before else piece.gap)]


def numbers_in_bracket(piece: Segment) -> list[Segment] | None:
    """ "January 12, 1937 (Vol. 22, No. 3)": the issue of that day."""
    found = BRACKET_AT_END.search(piece.text)
    if not found or found.start() == 0 or not found["inside"] or not _NUMBERS.fullmatch(found["inside"]):
        return None
    if read_date(piece.text[: found.start()].rstrip()) is None:
        return None
    first, last = split_at(piece, found.start())
    return [first, unbracketed(last, found["inside"], ",")]


def date_in_bracket(piece: Segment, gazetteer: Gazetteer) -> list[Segment] | None:
    """ "by Rewi Ash (no date, about 1943)": names, and nothing but a date in the bracket."""
    found = BRACKET_AT_END.search(piece.text)
    if not found or not found.start() or read_date(found["inside"]) is None:
        return None
    before, last = split_at(piece, found.start())
    if sure_of_names(before.text, gazetteer) < NAMELIKE:
        return None
    return [before, unbracketed(last, found["inside"], "")]


def edition_in_bracket(piece: Segment) -> list[Segment] | None:
    """ "The Mill Hands (2nd edn, revised by R. Ash)": a statement of edition, and what a comma adds to it."""
    found = BRACKET_AT_END.search(piece.text)
    edition = EDITION.match(found["inside"]) if found else None
    if not found or edition is None or found["inside"][edition.end() : edition.end() + 1] not in ("", ","):
        return None
    *before, _ = split_at(piece, found.start()) if found.start() else [piece]
    begin = piece.start + found.start("inside")
    whole = Segment(edition.group(), 0, edition.end(), "," if before else piece.gap)
    added = segment(found["inside"], edition.end(), len(found["inside"]))
    return [*before, *[moved(part, begin) for part in (whole, *added)]]


def house_in_bracket(piece: Segment, gazetteer: Gazetteer, *, dated: bool = False) -> list[Segment] | None:
    """ "Rewi Ash (Weft Press)": a house after a name, and no date or place with it; one word may be his other name."""
    found = _HOUSE_IN_BRACKET.search(piece.text)
    if (
        found is None
        or gazetteer.is_place(found["house"].rpartition(", ")[2])
        or opens_with_place(found["house"], gazetteer)
    ):
        return None  # a place, or a house and its place
    before, last = split_at(piece, found.start())
    if dated and gazetteer.is_place(before.text) and CAPITALS.match(found["house"]):
        return [before, unbracketed(last, found["house"], ":")]  # "Leeds (Plain Reading Room) 1954"
    several = " " in found["house"]
    unlisted = several and names_score(found["house"], gazetteer) < NAMELIKE
    letters = found["house"].isupper() and found["house"] not in REGIONS
    least = HOUSELIKE if unlisted else AN_ACRONYM if letters else SURE_FIRM if several else LISTED
    if publisher_score(found["house"], gazetteer) < least:
        return None
    if names_score(before.text, gazetteer) < NAMELIKE and not gazetteer.is_place(before.text):
        return None
    return [before, unbracketed(last, found["house"], ",")]


def place_in_bracket(piece: Segment, gazetteer: Gazetteer) -> list[Segment] | None:
    """ "Weft Press (Leeds)": the place in the bracket, unless the whole is the name of a house."""
    found = _PLACE_IN_BRACKET.search(piece.text)
    if not found or gazetteer.is_publisher(piece.text) or piece.text.startswith(("in ", "In ", "from ")):
        return None
    if _TENDENCY.match(found["place"]):
        return None
    before, last = split_at(piece, found.start())
    surety, firm = place_score(found["place"], gazetteer), publisher_score(before.text, gazetteer)
    if surety < A_PLACE and publisher_score(found["place"], gazetteer) >= AN_ACRONYM:
        return None  # "John Elm (Publishers)"
    if surety < PLACELIKE or (surety < A_TOWN and (firm < AN_ACRONYM or found["place"].isupper())):
        return None  # what is no known town is a place only beside a house
    if firm < HOUSELIKE and names_score(before.text, gazetteer) < NAMELIKE:
        return None
    return [before, unbracketed(last, found["place"], ",")]


def dated_parts(parts: list[Segment], gazetteer: Gazetteer, *, apart: bool) -> list[Segment]:
    """ "(Weft Press 1954)", "(Leeds 1954)": a house or a place and the date, with no comma between them.

    `apart` as in `holds_imprint`.
    """
    if len(parts) != 1 or read_date(parts[0].text) or ":" in parts[0].text:
        return parts
    if (edition := _YEAR_FIRST.match(parts[0].text)) and EDITION.match(parts[0].text, edition.end()):
        return split_at(parts[0], edition.end())  # "(1970 reprint of the edition of 1831)"
    found = date_at_end(parts[0].text)
    what = parts[0].text[: found.start()].strip() if found else ""
    if found is None or not what:
        return parts
    told = (apart and CAPITALS.match(what)) or _may_be_imprint(what, gazetteer)
    return _at_town(parts[0], found.start(), gazetteer) if told else parts


def _may_be_imprint(words: str, gazetteer: Gazetteer) -> bool:
    """No body, which an event may be of ("(Congress 1951)"): a town, a firm, or capitals like a house's."""
    firm = publisher_score(words, gazetteer)
    if is_body(words) and firm < LISTED:
        return False
    placed = place_score(words, gazetteer) >= A_TOWN
    return placed or firm >= AN_ACRONYM or (firm >= HOUSELIKE and CAPITALS.match(words) is not None)


def _at_town(piece: Segment, date: int, gazetteer: Gazetteer) -> list[Segment]:
    """ "Griffin Bohn Leeds 1905": the place between the house and the date."""
    imprint, dated = split_at(piece, date)
    place = ends_house(imprint.text, gazetteer, named=True)
    return [*split_at(imprint, place), dated] if place else [imprint, dated]


def holds_imprint(parts: list[Segment], gazetteer: Gazetteer, *, apart: bool) -> bool:
    """A bracket with a date is an imprint when something else in it looks like a place, publisher, edition or series.

    `apart`: a stop, a comma or the author parts it from the title, so that it is none of its words.
    """
    if apart and len(parts) > 1 and read_date(parts[-1].text) and _are_named(parts[:-1]):
        return True  # "(Northern Looms, Wick, 1978)": capitals throughout, and the date closes it
    return any(
        place_score(part.text, gazetteer) >= TOWNLIKE
        or publisher_score(part.text, gazetteer) >= A_PERIODICAL
        or EDITION.match(part.text)
        or PHYSICAL.match(part.text)
        or first_published(part.text)
        or NOT_PRINTED.match(part.text)
        or is_series(part.text, cues_in(part.text))
        for part in parts
    ) or _is_house_and_date(parts, gazetteer)


def _are_named(parts: list[Segment]) -> bool:
    """Capitals throughout, or one name in them and its number: "Loom Miscellany, 16"."""
    if len(parts) == 2 and BARE_NUMBER.match(parts[1].text):
        return CAPITALS.match(parts[0].text) is not None
    return all(CAPITALS.match(part.text) for part in parts)


def _is_house_and_date(parts: list[Segment], gazetteer: Gazetteer) -> bool:
    """ "(Toyo Bunko, 2005)": a short name with capitals and the date, and nothing else in the bracket."""
    if len(parts) != 2 or read_date(parts[1].text) is None or parts[0].text.count(" ") > 3:
        return False
    return publisher_score(parts[0].text, gazetteer) >= HOUSELIKE and CAPITALS.match(parts[0].text) is not None


def ends_in_role(words: str, gazetteer: Gazetteer) -> bool:
    """ "The Mill Hands by Rewi Ash": the bracket after who wrote is none of the title's."""
    return " by " in words and role_inside(words, gazetteer) is not None


def may_hold_imprint(inside: str, gazetteer: Gazetteer) -> bool:
    """A year, a price, or a place and its house: "Leeds: Weft Press", "Weft Press, Leeds"."""
    if _TAKEN_FROM.match(inside):
        return False
    house, _, place = inside.rpartition(", ")
    return (
        YEAR_OR_NONE.search(inside) is not None
        or ends_in_price(inside)
        or gazetteer.is_place(inside.partition(":")[0])
        or (house != "" and gazetteer.is_place(place) and publisher_score(house, gazetteer) >= A_FIRM)
    )
