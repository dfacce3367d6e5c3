"""Where an author's name ends and a house begins, with nothing between them: "Rewi Ash Lawrence and Wishart, London".

Anywhere only a full name and a listed house of several words, or of letters, show it, or one that opens with the word
for a firm: a single word may be the surname. So does a place of many houses: "Rewi Ash London, 1954". Less will do
before the place or the date of an imprint, where a house stands in most lines.
"""

from shelflist.parse.looks.grades import A_BODY, NAMED, SURE_FIRM, SURELY_NAMED
from shelflist.parse.looks.imprint import OPENS_FIRM, publisher_score
from shelflist.parse.looks.names import names_score
from shelflist.parse.looks.phrases import note_score, tells_work
from shelflist.parse.looks.roles import sure_of_names
from shelflist.parse.vocabulary.gazetteer import Gazetteer, key
from shelflist.parse.vocabulary.regions import GREAT, REGIONS
from shelflist.parse.vocabulary.words import PARTICLES, is_initials, words_of

_FEWEST, _MOST = 3, 9
_GIVEN, _NO_NAME = 2.0, -2.0
"""What a word says for a name: a given name or an initial, and one with another meaning."""
_LONGEST_HOUSE = 6
_NOT_LAST = ("and", "y", "et", "und", "The")


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
            named = names_score(" ".join(tokens[:at]), gazetteer) >= SURELY_NAMED
            return len(words) - len(house) if named and not _wants_more(house, tokens[:at], gazetteer) else None
    return None


def _is_house(house: str, gazetteer: Gazetteer) -> bool:
    if (" " in house or is_letters(house)) and gazetteer.is_publisher(house):
        return True
    word, _, more = house.partition(" ")
    return more != "" and word in OPENS_FIRM and publisher_score(house, gazetteer) >= SURE_FIRM


def is_letters(house: str) -> bool:
    """ "FLPH"."""
    return len(house) > 2 and house.isupper() and house.isalpha()


def ends_name_at_imprint(words: str, gazetteer: Gazetteer) -> int | None:
    """ "edited by Rewi Ash Gollancz", "Rewi Ash Loomby Press", before place or date: where the longest house begins."""
    tokens = words.split(" ")
    for at in range(max(2, len(tokens) - _LONGEST_HOUSE), len(tokens)):
        house = " ".join(tokens[at:])
        if house[:1].isupper() and _parts(tokens[:at], house, gazetteer):
            return len(words) - len(house)
    return None


def _parts(names: list[str], house: str, gazetteer: Gazetteer) -> bool:
    """The house is listed, or has the form of one and comes right after the first surname."""
    if is_initials(names[-1]) or not names[-1][-1:].isalpha() or names[-1] in _NOT_LAST:
        return False
    listed, several = gazetteer.is_publisher(house), " " in house
    letters = is_letters(house) and not names[-1].isupper()
    if not (several or letters or _is_no_name(house, gazetteer)):
        return False  # "Rewi Elm Evans": a surname as likely as the house
    if key(names[-1]) in gazetteer.given_names and not is_initials(names[-2]) and not (listed and several):
        return False  # "Rewi Thomas Ash"
    told = not _wants_more(house, names, gazetteer) if listed else several and _is_given(names[-2], gazetteer)
    if not told or not (listed or _has_form(house, gazetteer)):
        return False
    return sure_of_names(" ".join(names), gazetteer) >= (NAMED if listed and several else SURELY_NAMED)


def _wants_more(house: str, names: list[str], gazetteer: Gazetteer) -> bool:
    """ "Rewi Ash Loomish | State Press": of such words many houses have one more before them, whatever is listed."""
    if " " not in house or _is_given(names[-2], gazetteer):
        return False
    return all(_is_no_name(word, gazetteer) for word in house.split())


def _is_given(word: str, gazetteer: Gazetteer) -> bool:
    if is_initials(word):
        return len(word) < _FEWEST or not word.isalpha()  # "CDP" may be a body
    return key(word) in gazetteer.given_names or word in PARTICLES


def _has_form(house: str, gazetteer: Gazetteer) -> bool:
    """Of several words: a firm's, or what opens with a word that is no name."""
    firm = publisher_score(house, gazetteer)
    if firm >= SURE_FIRM or note_score(house, None) > 0 or tells_work(house):
        return firm >= SURE_FIRM
    first = house.partition(" ")[0]
    if words_of(first, gazetteer).each[0].in_name <= _NO_NAME:
        return True
    return firm >= A_BODY and (_is_no_name(first, gazetteer) or gazetteer.is_place(first) or first in REGIONS)


def _is_no_name(word: str, gazetteer: Gazetteer) -> bool:
    """A word with another meaning, or one that bodies or firms have in their names."""
    known = words_of(word, gazetteer).each[0]
    return known.in_name <= _NO_NAME or publisher_score(f"{word} {word}", gazetteer) >= A_BODY
