"""A thing, a place and a year, typed as captions are: "The net lofts, Hastings, 1890"; "Clara Zetkin, Berlin, 1924".

Of a book that a list gives without pages, house and author, the title has capitals, and it is more than the name of a
person or a building; or it tells that something was written.
"""

import re

from shelflist.parse.grammar import (
    AUTHOR,
    DATE,
    DATED,
    GENRE,
    HOST,
    LEADER,
    PART,
    PHRASE,
    PLACE,
    PUBLISHER,
    ROLE,
    TITLE,
    Label,
)  # fmt: skip
from shelflist.parse.labels.form import Line
from shelflist.parse.labels.labelled import Labelled
from shelflist.parse.looks.grades import A_PLACE, SURELY_NAMED
from shelflist.parse.looks.phrases import tells_work
from shelflist.parse.segments.issue_lines import is_numbered_thing
from shelflist.parse.vocabulary.small_words import LEADING_ON, SMALL_WORDS_ABROAD

_TOLD: frozenset[Label] = frozenset({TITLE, PHRASE, PLACE, DATE})
_SIGNS = (",", "")
_OF_BOOKS = frozenset({HOST, PART, GENRE, LEADER, PUBLISHER})
_AFTER_YEAR = (":", "–", "—", "-")
_WRITTEN = re.compile(
    r"[:?!“‘\"]|\d\s?[–-]\s?\d|"
    r"\b(?:rules|laws|by-?laws|charter|constitution|statutes|manifesto|programme|program|theses|thesis|declaration|petition|"
    r"minutes|transactions|reports|almanac\w*|calendar|annual|annals|chronicles?|journal|directory|dictionary|grammar|catalogue|"
    r"manual|primer|reader|lessons|recipes|hints|queries|papers|tracts?|pamphlets|hymns?|carols|rhymes|verses?|garland|anthology|"
    r"comedy|tragedy|farce|romance|adventures|lives|life|confessions|centenary|jubilee|years|century|question|crisis)"
    r"(?=$|,|\s(?:of|for|in|and|on|to|from|by)\s)",
    re.IGNORECASE,
)
""" "Rules of the weavers’ guild", "The wage question": what is written or argued, in whatever letters."""
_BUILDING = re.compile(
    r"\s(?:Mausoleum|Dam|Tower|Hall|Palace|Works|Mills?|Factory|Shipyard|Docks?|Barracks|Station|Museum|Library|Theatre|"
    r"School|College|Hospital|Chapel|Cathedral|Cemetery|Bridge|Viaduct|Square|Monument|Memorial|Obelisk|Statue|Column|Hof|Cottages?|Pavilion|"
    r"Battalion|Brigade|Band|Choir|Club|Committee|Executive|Council|Tribunal|Jury|Staff|Troupe|Gala|Parade|Building|House)$"
)
_PEOPLE = re.compile(
    r"(?:The )?(?:[A-ZÀ-Þ][\w’'-]*\s){0,3}?(?:(?:[A-Z]\w{2,}(?:ers|ists|ors|ites)|Members|Delegates|Officers|Executive|"
    r"Committee|Council|Staff|Police|Guards|Girls|Women|Men|Boys|Lads|Lasses|Children|Falcons|Pioneers|Volunteers|"
    r"Soldiers|Sailors|Miners|Pickets|Nurses|Comrades|Pupils|Students|Apprentices|Crew|Team)"
    r"(?:\s(?:of|at|in|on|outside|before|from)\s.*)?)$"
)
""" "The Pullman Strikers", "Officers of the Weavers’ Association": nobody but people."""
_MADE_FOR = re.compile(
    r"(?:(?:Stage |Costume |Set )?(?:Sets?|Costumes?|Designs?|Decor|Décor|Scenery|Cover|Jacket|Backdrop|Curtain|Poster|"
    r"Statue|Mural|Model|Masks?|Puppets?)(?: designs?)? by [A-ZÀ-Þ][\w’'. -]+ for |"
    r"(?:Stage|Costume|Set) designs? by [A-Z])"
)
""" "Set by Popova for The Magnanimous Cuckold": what somebody made for a stage or a building."""
_SHORTEST = 4
"""Letters of a word that a title gives a capital."""
_WEIGHT, _SURELY, _HAPPENED, _HEADS_OTHERS = 1.2, 3.0, 2.0, 3.0
""" The first as much as `weighing` counts for a place: a list that says that it is one of books outweighs it."""


def picture_weight(line: Line, labels: Labelled) -> float:
    """How much speaks for a caption or a chronicle, of a line without pages or house."""
    against = _of_scene(line, labels) + _of_a_day(line, labels) + _of_chronicle(line, labels)
    return against + (_HEADS_OTHERS if _is_numbered_thing(line, labels) else 0.0)


def _of_scene(line: Line, labels: Labelled) -> float:
    told, text = labels.trust.labels, labels.text
    if labels.title_marked or DATE not in told:
        return 0.0
    if _MADE_FOR.match(text):
        return _SURELY
    if PLACE not in told or not _TOLD.issuperset(told) or not {*line.form.gaps[1:]}.issubset(_SIGNS):
        return 0.0
    named = text[: labels.segments[told.index(PLACE)].start].rstrip(" ,")
    if _WRITTEN.search(named) or tells_work(named) or _explains(labels):
        return 0.0
    is_person = told[1] is PLACE and line.looks[0].names >= SURELY_NAMED
    if is_person or _BUILDING.search(named) or _PEOPLE.match(named):
        return _WEIGHT
    return _WEIGHT if _has_small_letters(labels.segments[0].text) else 0.0


def _of_chronicle(line: Line, labels: Labelled) -> float:
    """ "1926: General Strike, London, 3 to 12 May": a day or a year, and what happened then.

    A list of books by their years names who wrote them, or the house.
    """
    told, segments = labels.trust.labels, labels.segments
    if told[0] is not DATED or len(told) == 1 or labels.title_marked or not _OF_BOOKS.isdisjoint(told):
        return 0.0
    if labels.text[segments[0].end : segments[1].start].strip() not in _AFTER_YEAR:
        return 0.0
    return 0.0 if any(look.names >= SURELY_NAMED for look in line.looks[2:]) else _HAPPENED


def _explains(labels: Labelled) -> bool:
    """More words than a remark on what is seen has: "now demolished", "detail"."""
    told = zip(labels.segments, labels.trust.labels, strict=True)
    return any(label is PHRASE and piece.text.count(" ") > 1 for piece, label in told)


def _has_small_letters(title: str) -> bool:
    """ "A soup kitchen", where a title has capitals; other languages give them to few words."""
    words = title.split()
    return SMALL_WORDS_ABROAD.isdisjoint([word.casefold() for word in words]) and any(map(_is_small, words[1:]))


def _is_small(word: str) -> bool:
    return word[0].islower() and len(word) >= _SHORTEST and word.replace("’", "").isascii() and word not in LEADING_ON


def _is_numbered_thing(line: Line, labels: Labelled) -> bool:
    """ "Blast Furnace No. 3, Magnitogorsk, 1932": a thing that has its number, and is no periodical."""
    return labels.trust.labels[:2] == (TITLE, PART) and is_numbered_thing(line.segments[0].text)


def _of_a_day(line: Line, labels: Labelled) -> float:
    """ "Red Flag over the Reichstag, Berlin, 2 May 1945"; "January 2015"; "London"."""
    if len(line.looks) == 1 and (line.looks[0].date is not None or line.looks[0].place >= A_PLACE):
        return _HEADS_OTHERS
    placed = any(look.place >= A_PLACE for look in line.looks[1:])
    of_a_day = any(look.date is not None and look.date.to_the_day for look in line.looks[1:])
    named = any(label in (AUTHOR, ROLE, LEADER) for label in labels.trust.labels)
    return 1.5 if placed and of_a_day and not named else 0.0
