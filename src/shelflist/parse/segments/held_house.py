"""A house in a bracket without the date: "The Mill Hands (Weft Press)", "Looms (Weft Press, Leeds) 1954".

The bracket closes the entry proper, or only its date follows. What else a bracket there may hold is judged in `held`
and `brackets`; one that holds a date too, in `cuts`, but for a house of no list that only the author before the title
shows: "Rewi Ash, The Mill Hands (Common Loom 1954)".
"""

import re

from shelflist.parse.looks.dates import read_date
from shelflist.parse.looks.editions import EDITION
from shelflist.parse.looks.grades import A_FIRM, A_PLACE, A_TOWN, HOUSELIKE, NAMED, SURE_FIRM, SURELY_NAMED, TOWNLIKE
from shelflist.parse.looks.imprint import place_score, publisher_score
from shelflist.parse.looks.names import names_score
from shelflist.parse.looks.parts import PART
from shelflist.parse.looks.roles import read_role
from shelflist.parse.looks.series import read_series
from shelflist.parse.segments.brackets import dated_parts
from shelflist.parse.segments.held import IN_SERIES, KIND
from shelflist.parse.segments.house_after_date import house_after_date
from shelflist.parse.segments.tokens import Segment, split_at, unbracketed
from shelflist.parse.vocabulary.gazetteer import Gazetteer

_LAST = re.compile(r"(?:^|\s)\((?P<inside>[A-ZÀ-Þ‘“](?:[^()]|\([^()]{1,12}\)){1,80}?),?\)$")
_SIGN = re.compile(r":\s|,\s|(?P<stop>(?<=\w\w\w)\.\s)")
_CAPITALS = re.compile(r"[A-ZÀ-Þ0-9][\w’'.-]*(?:\s(?:(?:and|&|of|the|for)\s)*[A-ZÀ-Þ0-9&][\w’'.-]*){0,4}$")


def with_house(pieces: list[Segment], gazetteer: Gazetteer, *, named: bool, told: bool) -> list[Segment]:
    """The bracket taken apart. `named`: who wrote is known, so that no name in it is the author's.

    `told`: something besides shows that a book is listed.
    """
    if not [piece for piece in pieces[-2:] if piece.text[-1] == ")"]:
        return pieces
    if imprint := house_after_date(pieces, gazetteer):
        return imprint
    dates = [(i, date) for i, piece in enumerate(pieces) if (date := read_date(piece.text))]
    if any(date.span_years for _, date in dates):
        return pieces  # "Documents of the Weavers (Leeds), 1918-1926": of what is told there
    dated = [i for i, _ in dates]
    at = len(pieces) - 1 - (dated[-1:] == [len(pieces) - 1])
    if at < 0 or len(dated) > 1 or (dated and dated[0] < at):
        return pieces
    piece = pieces[at]
    found = _LAST.search(piece.text) if piece.text[-1] == ")" and not piece.inner else None
    if found is None or piece.gap == IN_SERIES or KIND.search(piece.text):
        return pieces
    *before, last = split_at(piece, found.start()) if found.start() else [piece]
    if named and not dated:
        held = unbracketed(last, found["inside"], " ")._replace(inner=True)
        if (imprint := dated_parts([held], gazetteer, apart=True))[1:]:
            return [*pieces[:at], *before, *imprint]
    if not (told or dated or _is_noticed(pieces, found["inside"], gazetteer) or read_role(piece.text, gazetteer)):
        return pieces
    parts = _parts(piece, found, gazetteer, named=named, dated=bool(dated))
    if not parts:
        return pieces
    return [*pieces[:at], *before, *parts, *pieces[at + 1 :]]


def _is_noticed(pieces: list[Segment], held: str, gazetteer: Gazetteer) -> bool:
    """ "Rewi Ash, The Mill Hands (Weft Press)": a sure name, a title and a sure house, as reviews are headed."""
    if len(pieces) != 2 or publisher_score(held, gazetteer) < SURE_FIRM:
        return False
    return " " in pieces[0].text and names_score(pieces[0].text, gazetteer) >= SURELY_NAMED


def _parts(piece: Segment, found: re.Match[str], gazetteer: Gazetteer, *, named: bool, dated: bool) -> list[Segment]:
    parts, begin, gap = [], found.start("inside"), "" if found.start() == 0 else " "
    for sign in [*_SIGN.finditer(piece.text, *found.span("inside")), None]:
        stop = sign.start() if sign else found.end("inside")
        if sign and sign["stop"] and not gazetteer.is_place(piece.text[begin:stop]):
            continue
        if words := piece.text[begin:stop].strip():
            parts.append(Segment(words, piece.start + begin, piece.start + stop, gap, True))
        begin, gap = (sign.end(), sign.group().strip()) if sign else (0, "")
    before = piece.text[: found.start()]
    role = read_role(before, gazetteer) if before else None
    author = role is not None or (before != "" and names_score(before, gazetteer) >= NAMED)
    if len(parts) == 1:
        alias = author and (" " not in before or (role is not None and (dated or parts[0].text.isupper())))
        return parts if _is_house(parts[0].text, gazetteer, named=named or author, alias=alias) else []
    placed = [place_score(part.text, gazetteer) >= A_TOWN for part in parts]
    sure = author or (named and any(place_score(part.text, gazetteer) >= A_PLACE for part in parts))
    housed = [_is_house(part.text, gazetteer, named=True, alias=False, placed=sure) for part in parts]
    if len(parts) != 2 or (placed, housed) in _ONE_OF_EACH:
        return parts if len(parts) == 2 else []
    return parts if (named or author) and not dated and _may_be_town(parts, gazetteer) else []


def _may_be_town(parts: list[Segment], gazetteer: Gazetteer) -> bool:
    """ "(Rewi Ash, Loomford)": after the author the house and its town, though in no list; a firm second too."""
    house, town = parts[0].text, parts[1].text
    if publisher_score(town, gazetteer) >= A_FIRM:
        house, town = town, house
    townlike = " " not in town and town[0].isupper() and place_score(town, gazetteer) >= TOWNLIKE
    return townlike and " " in house and _CAPITALS.match(house) is not None


_ONE_OF_EACH = (([True, False], [False, True]), ([False, True], [True, False]))


def _is_house(words: str, gazetteer: Gazetteer, *, named: bool, alias: bool, placed: bool = False) -> bool:
    """Listed or a firm by its form; else a few capitals that are nothing else by theirs.

    `alias`: the bracket may hold another form of the name before it, which is one word, or of a role and not the last.
    `placed`: a listed place stands beside them, so that any capitals may be the house.
    """
    firm = publisher_score(words, gazetteer)
    if firm >= A_FIRM or alias:
        return firm >= A_FIRM
    if EDITION.match(words) or PART.match(words) or read_series(words, gazetteer, held=True) is not None:
        return False
    if not named and names_score(words, gazetteer) >= NAMED:
        return False
    unlike = not placed and firm < HOUSELIKE
    return not unlike and _CAPITALS.match(words) is not None and place_score(words, gazetteer) < A_TOWN
