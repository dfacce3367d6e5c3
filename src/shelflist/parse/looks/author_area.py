"""Words between two signs that are authors and nothing else, in whatever form a hand writes names.

"Ash, Rewi"; "ASH, R. T. & Elm, S."; "ASH R.T."; "REWI ASH"; "Rewi Ash and Sue Elm". What the signs are is for those who
ask: the surer they part the author from the title, the less need the names show.
"""

import re

from shelflist.parse.looks.dates import read_date
from shelflist.parse.looks.family_first import is_loud_family
from shelflist.parse.looks.grades import NAMED
from shelflist.parse.looks.imprint import is_house_or_place
from shelflist.parse.looks.leaders import LONGEST, ROLE_AFTER, read_leaders, without_role
from shelflist.parse.looks.names import names_score
from shelflist.parse.vocabulary.gazetteer import Gazetteer, key

_ENDS = re.compile(r"[,;|(\[:]|(?<=[)\]])|\.(?=\s|$)|\s[–—/-]|$")
_MOST_ENDS = 12
_MAY_BE_TURNED = re.compile(
    r"[A-ZÀ-Þ]{3}|(?:[a-z]{1,4}\s){0,2}(?:[dO][’'])?[A-ZÀ-Þ][\w’'-]+(?:[\s-][\w’'-]+){0,2},\s[A-ZÀ-Þ]"
)
""" "ASH ...", "Ash, R...": where no sign parts fields, other words need not be tried."""
ROLE_NEXT = re.compile(rf"(?:,\s{ROLE_AFTER}|\s?[(\[]{ROLE_AFTER}[)\]])(?=[\s,;.]|$)", re.IGNORECASE)
""" "Ash, Rewi, ed.", "Rewi Ash and Sue Elm (eds)"."""
_SHOUTED = re.compile(r"[^\W\d_]{3}")
_OPENS_NO_NAME = re.compile(r"(?:the|an?)\s|(?:[A-Z]\.\s?){2,}$")
_NO_NAME = re.compile(r"[\d()\[\]]")
_INITIAL = re.compile(r"(?<![^\W\d_])[A-ZÀ-Þ]\.$")


def are_authors(words: str, gazetteer: Gazetteer, *, trusting: bool) -> bool:
    """With the word of their role or without. `trusting`: a sign that parts fields stands on either side of them."""
    bare = without_role(words.strip(" ,;:"))
    if not bare or len(bare) > LONGEST or not bare[0].isalpha() or _OPENS_NO_NAME.match(bare):
        return False
    if is_loud_name(bare, gazetteer):
        return True
    if is_listing(bare, gazetteer):
        return False
    if read_leaders(bare, gazetteer, trusting=trusting) is not None:
        return True
    return trusting and names_score(bare, gazetteer) >= NAMED and not is_of_imprint(bare, gazetteer)


def authors_at(text: str, start: int, end: int, gazetteer: Gazetteer, *, trusting: bool) -> int | None:
    """Where the authors end that ``text[start:]`` opens with, at the farthest sign; None where it opens with none."""
    if not trusting and not _MAY_BE_TURNED.match(text, start, end):
        return None
    found, begin = None, start
    for n, sign in enumerate(_ENDS.finditer(text, start, min(end, start + LONGEST))):
        piece = text[begin : sign.start()].strip(" ()[]")
        if n > _MOST_ENDS or (piece and is_of_imprint(piece, gazetteer)):
            break
        stop = sign.end() if text[sign.start() : sign.end()] == "." and _INITIAL.search(text, start, sign.end()) else 0
        alone = (
            found is None or " " not in text[start:found] or text[found : found + 1] == ";" or text[found - 1] == "."
        )
        shown = trusting and alone  # the sign before them bears out a name, and no more after its comma
        if are_authors(text[start : stop or sign.start()], gazetteer, trusting=shown):
            found = stop or sign.start()
        begin = sign.end()
    role = ROLE_NEXT.match(text, found, end) if found else None
    return role.end() if role else found


def is_loud_name(words: str, gazetteer: Gazetteer) -> bool:
    """ "JASON GURNEY. Crusade in Spain.": a name in capitals, as catalogues have it."""
    bare = words.strip(" ,;:.")
    if not bare.isupper() or not 2 <= len(bare.split()) <= 5 or _SHOUTED.search(bare) is None or _NO_NAME.search(bare):
        return False
    return names_score(bare.title(), gazetteer) >= NAMED


def is_listing(words: str, gazetteer: Gazetteer) -> bool:
    """ "Moscow, Leningrad", "Coal, Iron": places and words that are no names."""
    parts = [part.strip() for part in words.split(",")]
    if len(parts) < 2 or _is_given_name(parts[1], gazetteer):
        return False  # "London, Jack", "Spring, Howard"
    loud = is_loud_family(parts[0], words)  # "ASH, Rewi": whatever the word means
    return any(gazetteer.is_place(part) or (key(part) in gazetteer.words and not loud) for part in parts[:2])


def _is_given_name(words: str, gazetteer: Gazetteer) -> bool:
    """Listed, and of no other meaning."""
    first = key(words.partition(" ")[0])
    return first in gazetteer.given_names and first not in gazetteer.words and not gazetteer.is_place(words)


def is_of_imprint(words: str, gazetteer: Gazetteer) -> bool:
    """The whole of it is a date, a house or a place."""
    return read_date(words) is not None or is_house_or_place(words, gazetteer)
