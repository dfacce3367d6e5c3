"""A thing, a place and a year, typed as captions are: "The net lofts, Hastings, 1890"; "Clara Zetkin, Berlin, 1924".

Of a book that a list gives without pages, house and author, the title has capitals, and it is more than the name of a
person or a building; or it tells that something was written.
"""

import re

from shelflist.parse.grammar import DATE, PHRASE, PLACE, TITLE, Label
from shelflist.parse.labels.form import Line
from shelflist.parse.labels.labelled import Labelled
from shelflist.parse.looks.grades import SURELY_NAMED
from shelflist.parse.looks.phrases import tells_work
from shelflist.parse.vocabulary.small_words import LEADING_ON, SMALL_WORDS_ABROAD

_TOLD: frozenset[Label] = frozenset({TITLE, PHRASE, PLACE, DATE})
_SIGNS = (",", "")
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
    r"Battalion|Brigade|Band|Choir|Club)$"
)
_MADE_FOR = re.compile(
    r"(?:(?:Stage |Costume |Set )?(?:Sets?|Costumes?|Designs?|Decor|Décor|Scenery|Cover|Jacket|Backdrop|Curtain|Poster|"
    r"Statue|Mural|Model|Masks?|Puppets?)(?: designs?)? by [A-ZÀ-Þ][\w’'. -]+ for |"
    r"(?:Stage|Costume|Set) designs? by [A-Z])"
)
""" "Set by Popova for The Magnanimous Cuckold": what somebody made for a stage or a building."""
_SHORTEST = 4
"""Letters of a word that a title gives a capital."""
_WEIGHT, _SURELY = 1.2, 3.0
""" The first as much as `weighing` counts for a place: a list that says that it is one of books outweighs it."""


def picture_weight(line: Line, labels: Labelled) -> float:
    """How much speaks for a caption, of a line without pages or house."""
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
    return _WEIGHT if is_person or _BUILDING.search(named) or _has_small_letters(labels.segments[0].text) else 0.0


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
