"""Who wrote and when in square brackets after the title: "The Mill Hands [Rewi Ash, 1954] Weft Press: Leeds".

Lists that tell author and year apart from the imprint so put no sign after the bracket. What a round bracket holds, and
a bracket that closes its field, is read in `names_in_brackets`, `brackets` and `cuts`.
"""

import re

from shelflist.parse.grammar import Label
from shelflist.parse.looks.author_area import are_authors
from shelflist.parse.looks.bodies import is_body_name
from shelflist.parse.looks.date_points import YEAR_FORM
from shelflist.parse.looks.dates import read_date
from shelflist.parse.looks.imprint import is_house_or_place
from shelflist.parse.looks.roles import read_role
from shelflist.parse.segments.formed import Formed
from shelflist.parse.segments.refine import refine
from shelflist.parse.segments.tokens import Segment, segment
from shelflist.parse.vocabulary.gazetteer import Gazetteer

_HELD = re.compile(
    r"\[(?P<names>[A-ZÀ-Þa-z][^\[\]()\d;]{3,100}?)??(?:,?\s)?"
    rf"(?P<date>(?:c\.\s?|(?:\d{{1,2}}\s)?[A-Z][a-z]{{2,8}}\s)?{YEAR_FORM}\??|n\.d\.)?(?:;\s(?P<roles>[a-z][^\[\]()\d]{{4,90}}))?\]"
)
_NEXT = re.compile(r"[.,;:]?\s+(?=[A-ZÀ-Þ])")


def after_author_held(
    text: str, start: int, end: int, gazetteer: Gazetteer, *, named: bool
) -> tuple[int, Formed] | None:
    """Where the bracket opens in ``text[start:end]``, and the segments from there on.

    `named`: who wrote stands before.
    """
    opens = text.find("[", start, end)
    found = _HELD.match(text, opens, end) if opens > 0 else None
    following = _NEXT.match(text, found.end(), end) if found else None
    if found is None or following is None or not _tells_who_or_when(found, gazetteer):
        return None
    if found["names"] and (named or (not found["date"] and following.group()[0] in ",.")):
        return None  # "The Mill Hands, Loomer [Rewi Ash], Weft Press": whose pseudonym it is
    held, known = _told(found)
    rest = refine(segment(text, following.end(), end), gazetteer, opens=False, named=True)
    return opens, Formed([*held, rest[0]._replace(gap=","), *rest[1:]], known)


def _told(found: re.Match[str]) -> tuple[list[Segment], dict[int, Label]]:
    """What the bracket holds, field by field."""
    author = Label.ROLE if (found["names"] or "A")[0].islower() else Label.AUTHOR
    fields = [("names", author), ("date", Label.DATE)]
    told = [(Segment(found[name], *found.span(name), ",", inner=True), label) for name, label in fields if found[name]]
    roles = segment(found.string, *found.span("roles")) if found["roles"] else []
    return [one for one, _ in told] + roles, {i: label for i, (_, label) in enumerate(told)}


def _tells_who_or_when(found: re.Match[str], gazetteer: Gazetteer) -> bool:
    """Names in whatever form, or a date alone; no imprint that was found elsewhere: "[Weft Press, 1954]"."""
    names, date, roles = found["names"], found["date"], found["roles"]
    if date and read_date(date) is None:
        return False
    if roles and not read_role(roles, gazetteer):
        return False
    if names is None:
        return date is not None and not roles
    if names[0].islower():
        return read_role(names, gazetteer) is not None
    named = " " in names and are_authors(names, gazetteer, trusting=True)
    return is_body_name(names) or (named and not is_house_or_place(names, gazetteer))
