"""Whether the list of authors before a title goes on after a sign, or the title comes.

Whether the words before the sign are names, and the author's, is judged in `author_end`.
"""

import re

from shelflist.parse.looks.author_area import is_listing
from shelflist.parse.looks.family_first import TURNED
from shelflist.parse.looks.grades import NAMELIKE, SURELY_NAMED
from shelflist.parse.looks.leaders import read_leaders
from shelflist.parse.looks.names import names_score
from shelflist.parse.looks.title_begins import FIRST_CHUNK
from shelflist.parse.looks.turned_names import is_inverted
from shelflist.parse.vocabulary.gazetteer import Gazetteer, key
from shelflist.parse.vocabulary.words import is_initials

_NEXT_FIELD = re.compile(r";\s|\.(?<=\w\.)\s(?![A-Z]\.)|:\s|\s[(\[–—-]")
_PAIR_NEXT = re.compile(r"(?P<pair>[A-ZÀ-Þ][\w’'-]+,\s[A-ZÀ-Þ][\w’'.-]+)(?:,|\s(?:and|&)\s)")
_BETWEEN = re.compile(r";\s|\s(?:and|&)\s")
_GIVEN_ENDS = re.compile(r"[,:;(]|\.(?<=\w\w\.)|\s[–—|/-]\s|\s(?:and|&)\s")
_LISTED_NEXT = re.compile(r",\s| (?:and|&) ")


def opens_with_name(rest: str, gazetteer: Gazetteer) -> bool:
    """The list of authors goes on: "Elm S., ...", "Ann Hill, ...", "Hill, Ann, and ..."."""
    if TURNED.match(rest) or names_score(FIRST_CHUNK.split(rest, maxsplit=1)[0], gazetteer) >= SURELY_NAMED:
        return True
    pair = _PAIR_NEXT.match(rest)
    return pair is not None and is_inverted(pair["pair"], gazetteer) and not is_listing(pair["pair"], gazetteer)


def parts_one_name(words: str, rest: str, gazetteer: Gazetteer) -> bool:
    """ "Ash, Rewi; Elm | Sue: Looms": the comma stands in the last name of the list."""
    *before, family = _BETWEEN.split(words)
    given = _GIVEN_ENDS.split(rest, maxsplit=1)[0].split()
    if not before or "," in family or " " in family.strip() or not given:
        return False
    return all(is_initials(token) or key(token) in gazetteer.given_names for token in given)


def list_comes(rest: str, gazetteer: Gazetteer) -> bool:
    """ "R. Ash, S. Elm and A. Hill, Looms"; "Sister Elm, Brother Chen and the Loom"."""
    first = _LISTED_NEXT.split(rest, maxsplit=1)[0]
    return names_score(first, gazetteer) >= NAMELIKE or opens_with_name(rest, gazetteer)


def list_goes_on(rest: str, gazetteer: Gazetteer) -> bool:
    """ "Ash, Rewi; Elm, Sue: The Mill Hands": the semicolon parted two authors."""
    following = _NEXT_FIELD.split(rest, maxsplit=1)[0]
    return read_leaders(following, gazetteer, trusting=True) is not None and not is_listing(following, gazetteer)
