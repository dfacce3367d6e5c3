"""Where an author's name begins inside the segment of a title, with no comma between them.

"The Iron Heel by Jack London"; "Trade Unions W M Citrine"; "You Have No Loom! Rewi Ash".
"""

import re

from shelflist.parse.looks.grades import A_PLACE, SURE_FIRM, SURELY_NAMED
from shelflist.parse.looks.imprint import place_score, publisher_score
from shelflist.parse.looks.names import names_score
from shelflist.parse.looks.roles_inside import role_inside
from shelflist.parse.segments.tokens import Segment, split_at
from shelflist.parse.vocabulary.gazetteer import Gazetteer

_INITIALLED_AT_END = re.compile(
    r"\s(?!The\s)[A-Z][\w’'-]*[a-z]{2}(?P<name>\s(?![IVX]{2,}\s)(?:[A-Z]\.?\s?){2,3}\s?[A-Z][a-zà-ÿ’'-]{2,}(?:-[A-Z][a-z]+)?)$"
)
""" "Trade Unions in the Soviet Union W M Citrine": initials say where the missing comma was."""
_AFTER_COLON = re.compile(r"(?P<before>\w+):\s(?P<name>(?:[A-Z]\.\s?){1,3}[A-Z][\w’'-]+|[A-ZÀ-Þ][^:,“”()]{4,40})$")
""" "The Weavers’ Strike 1906: Ann Elm", "The Weavers of Leeds: A. Elm": initials, or a year before, show a name."""
_PUBLISHED = re.compile(r"(?<=\w{3})[!?.]?\s(?=[Pp]ublished by\s(?:the\s)?[A-Z])")
""" "The Mill Hands Published by Weft Press, Leeds 1954": the imprint needs no comma before it."""
_AFTER_MARK = re.compile(r"[!?]\s(?P<name>[A-ZÀ-Þ][^!?:,(“”‘\"]{4,60})(?<![’'”\"])(?:\s\((?:eds?|comps?)\.?\))?$")
""" "You Have No Loom! Rewi Ash": the mark closes the title as a stop does."""
_IMPRINT_AFTER_MARK = re.compile(
    r"[!?][’”\"]?\s(?:(?P<place>[A-ZÀ-Þ][\w.’'-]+(?:[\s,&]+(?:and\s)?[A-ZÀ-Þ][\w.’'-]+){0,3}):\s?.+|(?P<house>[A-ZÀ-Þ][^!?:“”]{2,60}))$"
)
""" "What Is to be Woven? Leeds: Weft Press": so it does before an imprint."""


def at_author(piece: Segment, gazetteer: Gazetteer) -> list[Segment]:
    """Cut where "by" or bare initials begin an author's name, or an imprint comes after a mark."""
    words = piece.text
    marked = "! " in words or "? " in words
    if marked and (parts := _at_imprint(piece, gazetteer)):
        return parts
    at = role_inside(words, gazetteer, piece.gap) or _published_by(words)
    at = at or (_name_after_mark(words, gazetteer) if marked else None)
    if at is None and ": " in words and (parts := _at_colon(piece, gazetteer)):
        return parts
    at = at or (_initials_at_end(words, gazetteer) if _may_end_initialled(words) else None)
    return [piece] if at is None else _without_sign(split_at(piece, at))


def _at_imprint(piece: Segment, gazetteer: Gazetteer) -> list[Segment] | None:
    found = _IMPRINT_AFTER_MARK.search(piece.text)
    if found is None:
        return None
    place, house = found["place"], found["house"]
    told = place_score(place, gazetteer) >= A_PLACE if place else publisher_score(house, gazetteer) >= SURE_FIRM
    if not told:
        return None
    title, rest = split_at(piece, found.start("place" if place else "house"))
    return [title, rest._replace(gap=".")]


def _published_by(words: str) -> int | None:
    found = _PUBLISHED.search(words) if "ublished by " in words else None
    return found.end() if found and " " in words[: found.start()] else None


def _name_after_mark(words: str, gazetteer: Gazetteer) -> int | None:
    found = _AFTER_MARK.search(words)
    return found.start("name") if found and names_score(found["name"], gazetteer) >= SURELY_NAMED else None


def _at_colon(piece: Segment, gazetteer: Gazetteer) -> list[Segment] | None:
    found = _AFTER_COLON.search(piece.text)
    if found is None or not (found["before"].isdigit() or found["name"][1] == "."):
        return None
    if names_score(found["name"], gazetteer) < SURELY_NAMED:
        return None
    title, name = split_at(piece, found.start("name"))
    return [title._replace(text=title.text[:-1], end=title.end - 1), name._replace(gap=",")]


def _may_end_initialled(text: str) -> bool:
    """The last word has more than one capital, or what stands before it ends in a capital or a stop."""
    last = text[text.rfind(" ") + 1 :]
    before = text[: len(text) - len(last)].rstrip()[-1:]
    return before == "." or before.isupper() or not last[1:].islower()


def _initials_at_end(words: str, gazetteer: Gazetteer) -> int | None:
    found = _INITIALLED_AT_END.search(words)
    if found is None:
        return None
    letters = found["name"].split()[0]
    is_body = len(letters) > 1 and letters.isalpha() and names_score(found["name"], gazetteer) < SURELY_NAMED
    return None if is_body else found.start("name")  # "Report on the TUC Congress"


def _without_sign(parts: list[Segment]) -> list[Segment]:
    """ "The Mill Hands – edited by Rewi Ash": the sign before the name is no word of the title."""
    title = parts[0]
    bare = title.text.rstrip(" –—-|/") if title.text[-1] in "–—-|/" else title.text
    return [title._replace(text=bare, end=title.start + len(bare)), *parts[1:]] if bare else parts
