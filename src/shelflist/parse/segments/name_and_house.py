"""Where an author's name ends and a house begins, with nothing between them: "Rewi Ash Lawrence and Wishart, London".

Only a full name and a listed house of several words, or of letters, show it, or one that opens with the word for a
firm: a single word may be the surname. So does a place of many houses: "Rewi Ash London, 1954".
"""

from shelflist.parse.looks.grades import SURE_FIRM, SURELY_NAMED
from shelflist.parse.looks.imprint import OPENS_FIRM, publisher_score
from shelflist.parse.looks.names import names_score
from shelflist.parse.vocabulary.gazetteer import Gazetteer
from shelflist.parse.vocabulary.regions import GREAT
from shelflist.parse.vocabulary.words import words_of

_FEWEST, _MOST = 3, 9
_GIVEN = 2.0
"""What a given name or an initial says for a name."""


def ends_name(words: str, gazetteer: Gazetteer) -> int | None:
    """Where in `words` the house begins; None where they are no name and a house."""
    tokens = words.split()
    if not _FEWEST <= len(tokens) <= _MOST or words_of(words, gazetteer).each[0].in_name < _GIVEN:
        return None
    if gazetteer.is_publisher(words):
        return None
    for at in range(2, len(tokens)):
        house = " ".join(tokens[at:])
        if _is_house(house, gazetteer) or (at == len(tokens) - 1 and house in GREAT):
            return len(words) - len(house) if names_score(" ".join(tokens[:at]), gazetteer) >= SURELY_NAMED else None
    return None


def _is_house(house: str, gazetteer: Gazetteer) -> bool:
    if (" " in house or _is_letters(house)) and gazetteer.is_publisher(house):
        return True
    word, _, more = house.partition(" ")
    return more != "" and word in OPENS_FIRM and publisher_score(house, gazetteer) >= SURE_FIRM


def _is_letters(house: str) -> bool:
    """ "FLPH"."""
    return len(house) > 2 and house.isupper() and house.isalpha()
