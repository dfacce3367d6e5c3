"""Where a house and its place stand before the date with nothing between them: "Gorse Vale Leeds, 1954".

Elsewhere in a line that takes a house by its form (see `house_and_place`). Before the date any capitals may be the
house, and what follows the words of a firm the place.
"""

from shelflist.parse.looks.grades import A_BODY, HOUSELIKE, LISTED, NAMED, PLACELIKE, SURE_FIRM
from shelflist.parse.looks.imprint import OPENS_FIRM, is_branch, place_score, publisher_score
from shelflist.parse.looks.names import names_score
from shelflist.parse.vocabulary.body_words import is_body
from shelflist.parse.vocabulary.gazetteer import Gazetteer, key
from shelflist.parse.vocabulary.regions import BRANCHES, REGIONS

_MOST, _LONGEST_PLACE, _LONGEST_TOWN = 7, 3, 2
"""Words."""
_OPENS_HOUSE = (*OPENS_FIRM, "Editorial", "Förlaget", "Bokförlaget")
_SHORTEST = 3
"""Letters."""


def ends_house(words: str, gazetteer: Gazetteer, *, named: bool) -> int | None:
    """Where the place begins that no other follows; `named`: somebody else is, so that these are no author's names."""
    tokens = words.split()
    if "," in words or not 1 < len(tokens) <= _MOST or gazetteer.is_place(words) or is_branch(words, gazetteer):
        return None
    if not named and names_score(words, gazetteer) >= NAMED:
        return None
    for count in range(min(_LONGEST_PLACE, len(tokens) - 1), 0, -1):
        house, place = tokens[:-count], " ".join(tokens[-count:])
        if gazetteer.is_place(place):
            may_be = place not in REGIONS and _may_be_house(house, gazetteer)
            return len(words) - len(place) if may_be else None
    for count in range(1, min(_LONGEST_TOWN, len(tokens) - 1) + 1):
        house, place = tokens[:-count], " ".join(tokens[-count:])
        if house[-1][0].isupper() and _is_town_after(" ".join(house), place, gazetteer):
            return len(words) - len(place)
    return None


def _may_be_house(house: list[str], gazetteer: Gazetteer) -> bool:
    """Any capitals; of one word no given name, no initials and no kind of body ("University Leeds")."""
    first, last = house[0], house[-1]
    if not last[0].isupper() or (last[-1] in "’'.–-" and not last.isupper()):
        return False
    if first is last and (len(first) < _SHORTEST or is_body(first) or first.startswith("Univer")):
        return False
    if first is last and key(first) in gazetteer.given_names:
        return False
    return publisher_score(" ".join(house), gazetteer) >= HOUSELIKE


def _is_town_after(house: str, place: str, gazetteer: Gazetteer) -> bool:
    """ "Weft Press Loomby Edge": after a firm's last word, or after a body or a listed house any town that is known.

    "Editorial Loomaca" and "Verlag Loom" are whole: the word for the firm comes first, and any may be the last.
    """
    if place in BRANCHES or place in REGIONS or publisher_score(f"{house} {place}", gazetteer) >= LISTED:
        return False
    firm = publisher_score(house, gazetteer)
    opens = house.partition(" ")[0] in _OPENS_HOUSE
    if firm == SURE_FIRM and not opens:
        return place_score(place, gazetteer) >= PLACELIKE and publisher_score(f"{place} {place}", gazetteer) < A_BODY
    return firm >= A_BODY and not (opens and " " not in house) and gazetteer.is_town(place)
