"""Publishers and places: how much words look like the house or the town of an imprint, and "n.p." in their stead.

Only the look of the words is judged here; the search over the whole line decides.
"""

import re
from functools import lru_cache

from shelflist.parse.looks.date_points import YEAR_FORM
from shelflist.parse.looks.grades import (
    A_BODY,
    A_FIRM,
    A_PAIR,
    A_PERIODICAL,
    A_PLACE,
    A_TOWN,
    AN_ACRONYM,
    HOUSELIKE,
    LISTED,
    ONE_WORD,
    PLACELIKE,
    SURE_FIRM,
    TOWNLIKE,
)
from shelflist.parse.vocabulary.body_words import is_body, is_newspaper_office, is_writing
from shelflist.parse.vocabulary.cues import cue, cues_in
from shelflist.parse.vocabulary.gazetteer import Gazetteer
from shelflist.parse.vocabulary.regions import BRANCHES, GREAT, REGIONS
from shelflist.parse.vocabulary.words import Word, words_of

_FIRM_ENDINGS = (
    "buchhandlung", "verlag", "druckerei", "forlag", "förlag", "forlaget", "förlaget", "boghandel", "bokhandel",
)  # fmt: skip
_FIRM = cue("""
Press Publisher Publishers Publishing Publication Publications Books Bookshop Bookroom Bookstall Booksellers Verlag
Édition Éditions Edition Editions Editorial Ediciones Edições Editora Editrice Edizioni Editori Förlag Bokförlaget
Forlag Uitgeverij Kiadó Wydawnictwo Nakladatelství Izdatelstvo Printers Printing Print Co Company Ltd
Limited Inc GmbH Prakashan Distributors Librairie Libreria Imprimerie House Sons Bros Brothers Stationery UP
Printery Bookstore Newspapers Stationers Gwasg Llyfrau Llyfrfa Wasg Drukkerij Druckerei Tipografía
Tipografia Imprenta Tryckeri Bogtrykkeri Stamperia Eldonejo Eldonoj Yayınları Yayınevi Kustannus Książka Edituri
Printshop Printworks Letterpress
""", endings=_FIRM_ENDINGS)  # fmt: skip
_BODY_WORDS = """
Committee Party Society Association League Federation Union Unions Institute University Council Club Group
Movement Commissariat Ministry Embassy Campaign Office Bureau Centre Center Department Board Foundation
Academy Library Agency Service Congress Trust Commission Confederation Fellowship Alliance Organisation
Organization College School Museum Information Collective Workers Guild International Branch Front
Conference Partei Parti Partido News Gazette Gazeta Amalgamation Area Railway Railways Corporation Gallery Against
Archive Archives Unit Project Settlement Argus Herald Chronicle Echo Advertiser Courier
Friary Priory Casa Cooperative Cooperatives Theatre Church Executive Secretariat Authority Mission Assembly Tribune
Concern
"""
_BODIES = frozenset(_BODY_WORDS.split())
_BODY = cue(_BODY_WORDS)
OPENS_FIRM = ("Éditions", "Editions", "Ediciones", "Edições", "Editora", "Edizioni", "Verlag", "Librairie")
"""Words that open a firm's name and hardly anything else; "Editorial" is an English word, too."""
_FIRM_AT_EDGE = re.compile(
    rf"(?:^(?:{'|'.join(OPENS_FIRM)}|Édition|Editorial|Editori|Bokförlaget)\b"
    r"|\b(?:Press|Publishers?|Publishing|Publications?|Books|Verlag|Company|Co|Ltd|Limited|Inc|Sons|Förlag|House|Prakashan|Distributors|Bookshop|UP)\.?(?:\s+\([^)]*\))?$)"
)
_SECOND_OF_ACRONYM = frozenset(".ABCDEFGHIJKLMNOPQRSTUVWXYZ")
_PAIR = re.compile(
    r"[A-Z][\w'’.-]+(?:\s[A-Z][\w'’.-]+)?,?\s(?:and|&)\s[A-Z][\w'’.-]+(?:\s(?:Co|Company|Ltd|Sons|Brothers)\.?)?$"
)
_PARTNERS = re.compile(r"[A-Z][\w’'-]+(?:,\s[A-Z][\w’'-]+)+,?\s(?:and|&)\s[A-Z][\w’'-]+(?:\s(?:Co|Company|Ltd)\b\.?)*$")
""" "Longman, Brown, Green & Longmans": joined where an imprint goes on after them."""
_THE_BODY = re.compile(r"[Tt]he\s(\w+)$")
_SELF = frozenset(["author", "Author", "authors", "Authors", "editor", "editors", "compiler", "compilers"])
""" "the Society", "the author": who wrote it also published it."""
_ACRONYM = re.compile(r"(?:[A-Z]{2,8}|(?:[A-Z]\.){2,8})(?:\([\w-]+\))?(?:(?:[ -]|, )[A-Z]{2,4})?$")
_CAPITAL = re.compile(r"[A-ZÀ-Þ]")
_NO_PLACE_NAME = re.compile(r"\d")
NOT_PRINTED_BUT = re.compile(
    rf"(?:n\.?\s?p\.?|no\s+place),?\s+(?=[\[(])|(?:\[?(?:n\.?\s?p|s\.\s?[ln])\.\]?|no\s(?:publisher|place))\s+(?={YEAR_FORM}|n\.?d\b)|(?-i:n\.?\s?p\.\s+(?=[A-ZÀ-Þ]))",
    re.IGNORECASE,
)
""" "n.p. (Dublin?)", "n.p. Leeds", "n.p. 1979": a guess at the place follows, the place itself, or the date."""
NOT_PRINTED = re.compile(
    r"\[?n\.?\s?pl?\.?\]?$|no\s+(?:publisher|imprint|place)(?:\s+(?:given|stated|named))?$|\[?s\.\s?[ln]\.?\]?$|(?-i:o\.\s?O\.?(?:\s?u\.\s?J\.?)?|z\.\s?p\.)$|ohne\s(?:Ort|Verlag)$|publisher\s+unknown$|privately\s+printed$",
    re.IGNORECASE,
)
""" "n.p." and its like: no publisher, or no place, is named."""
NO_PLACE = re.compile(r"no\s+place|n\.?\s?pl\b|\[?s\.\s?l|o\.\s?o", re.IGNORECASE)
_BY_SELF = r"(?=[A-Z]|(?:the\s)?(?:author|editor|compiler|Author)s?$)"
PUBLISHED_BY = re.compile(
    r"pub(?:l|d)?\.(?:\sby)?:?\s(?=[A-Z])|(?:this\sedition\s)?(?:published|issued|printed|printed and published|"
    rf"produced|distributed)\s+(?:for\s+[\w\s]+\s|in\s[A-Z]\w+\s)?by\s+(?:the\s+(?!author|editor|compiler|Author))?{_BY_SELF}",
    re.IGNORECASE,
)


@lru_cache(maxsize=8192)
def publisher_score(words: str, gazetteer: Gazetteer) -> float:
    """How much `words` look like a publisher, on the grades from `HOUSELIKE` to `LISTED`."""
    if gazetteer.is_publisher(words):
        return LISTED
    if (
        not (words[:1].isupper() or words[:1].isdigit() or words.startswith(("the ", "‘", "“", "'")))
        or len(words) > 160
    ):
        return -4.0
    if words[0].isdigit() and not _CAPITAL.search(words):
        return -4.0  # "14", "4.1981"
    if words[:4] in ("the ", "The ") and (body := _THE_BODY.match(words)) and (body[1] in _BODIES or body[1] in _SELF):
        return 5.0
    known = words_of(words, gazetteer)
    length = len(known.each)
    if "," in words and _PARTNERS.match(words):
        return A_FIRM
    cues = cues_in(words)
    if cues & _FIRM:
        if _FIRM_AT_EDGE.search(words):
            return SURE_FIRM if length <= 10 else A_BODY
        return A_FIRM if length <= 12 else A_PAIR
    if (cues & _BODY or is_body(words)) and not is_writing(words):
        return A_FIRM if is_newspaper_office(words) else A_BODY if 1 < length <= 12 else 0.0
    if words[1:2] in _SECOND_OF_ACRONYM and _ACRONYM.match(words):
        return AN_ACRONYM
    return _unlisted_score(words, known.each, gazetteer)


def is_branch(words: str, gazetteer: Gazetteer) -> bool:
    """ "Penguin India": a listed house, and the country of its branch."""
    house, _, country = words.rpartition(" ")
    return country in BRANCHES and gazetteer.is_publisher(house)


def _unlisted_score(words: str, each: tuple[Word, ...], gazetteer: Gazetteer) -> float:
    length = len(each)
    if words.endswith(BRANCHES) and is_branch(words, gazetteer):
        return SURE_FIRM
    if gazetteer.is_periodical(words):
        return A_PERIODICAL
    if (" and " in words or "&" in words) and _PAIR.match(words):
        return A_PAIR
    if words.endswith(" Reprints"):
        return A_FIRM
    if length == 1:
        return -0.5 if each[0].is_plain else ONE_WORD
    if length > 6:
        return -2.0 - 0.3 * (length - 6)
    return HOUSELIKE - 0.8 * sum([word.is_plain for word in each])


_CATALOGUED = re.compile(r"(?:\.|\s[–—-])\s[^:;]{2,40}\s:\s[^:;,]{2,80},\s$")
_ITSELF_A_PLACE = ("N.Y.", "NY", "N.Y")
""" "Capricorn, N.Y.": New York; only after a known town it is the state."""


@lru_cache(maxsize=8192)
def place_score(words: str, gazetteer: Gazetteer) -> float:
    """How much `words` look like a place, on the grades from `PLACELIKE` to `A_PLACE`."""
    if gazetteer.is_place(words):
        return A_PLACE
    if words[-1:] == "]" and gazetteer.is_place(words.partition(" [")[0]):
        return A_PLACE  # "Oxford [England]"
    if "-" in words and all(gazetteer.is_place(part) for part in words.split("-")):
        return A_PLACE  # "London-New York"
    if gazetteer.is_town(words) or (len(words) > 4 and words in REGIONS):
        return A_TOWN
    if " and " in words and _is_beside_great(words, gazetteer):
        return A_TOWN
    if words[-1:].isupper() and words.rpartition(" ")[2] in REGIONS and gazetteer.is_place(words.rpartition(" ")[0]):
        return A_PLACE  # "Ithaca NY"
    if "," in words:
        return A_PLACE if _is_in_region(words, gazetteer) else -6.0
    each = words_of(words, gazetteer).each
    if len(each) > 3 or False in [word.is_capital for word in each] or _NO_PLACE_NAME.search(words):
        return -6.0
    if True in [word.is_plain for word in each]:
        return -3.0
    return {1: TOWNLIKE, 2: PLACELIKE}.get(len(each), -2.0)


def _is_beside_great(words: str, gazetteer: Gazetteer) -> bool:
    """ "London and Loomby": what is named with a place of many houses is a place too."""
    great, _, other = words.partition(" and ")
    return great in GREAT and " " not in other and _may_be_town(other, gazetteer)


def _is_in_region(words: str, gazetteer: Gazetteer) -> bool:
    """ "Ithaca, N.Y.", "Loomby, Yorks."."""
    place, _, region = words.rpartition(", ")
    if region.rstrip(".") not in REGIONS:
        return False
    if gazetteer.is_place(place) or gazetteer.is_town(place):
        return True
    return region not in _ITSELF_A_PLACE and _may_be_town(place, gazetteer)


def _may_be_town(words: str, gazetteer: Gazetteer) -> bool:
    """One or two capitalised words that are no house: with a county or state after them they are a place."""
    town = words_of(words, gazetteer).each
    return (
        len(town) <= 2
        and all(word.is_capital and not word.is_plain for word in town)
        and publisher_score(words, gazetteer) <= ONE_WORD
        and (len(town) == 1 or words.split()[0].casefold() not in gazetteer.given_names)
    )


def opens_with_place(words: str, gazetteer: Gazetteer) -> bool:
    """ "Leeds, Weft Press", "Loomby, Weft Press": a place, and after the comma its house."""
    place, _, house = words.partition(", ")
    if not house or "," in house:
        return False
    surety = place_score(place, gazetteer)
    return surety >= A_TOWN or (surety >= TOWNLIKE and publisher_score(house, gazetteer) >= A_BODY)


def is_catalogued(text: str, year_at: int) -> bool:
    """ "The Mill Hands. Leeds : Weavers of Leeds, c1954": so catalogues punctuate what stands before the year."""
    return _CATALOGUED.search(text, 0, year_at) is not None


def is_house_or_place(words: str, gazetteer: Gazetteer) -> bool:
    """A house by list or by the form of a firm, or a listed place."""
    return publisher_score(words, gazetteer) >= A_FIRM or place_score(words, gazetteer) >= A_PLACE
