"""Whom a line is entered under, where a comma alone parts the name from the title: "Rewi Ash, Looms, Weft Press, 1954".

What the words before the title look like is told by their features; here the line around them says whether they are
its author, a person or a body, or its title. Authors that another sign closes are found in `opening`.
"""

from shelflist.parse.labels.form import Form, is_named
from shelflist.parse.labels.titles import author_leads
from shelflist.parse.looks.features import Features
from shelflist.parse.looks.grades import A_FIRM, A_PLACE, HOUSELIKE, NAMED, SURELY_NAMED

BY_COMMA = 2.0
"""How sure a comma makes it, as the margin of a choice."""
_WHOLE = 3
_ALONE = 3
"""Words that a title has where nothing else follows the name: "Rewi Ash, Weaver and Poet" has no more."""


def heads_title(line: Form) -> bool:
    """The first segment is who wrote, and the title the second."""
    if line.title_at is not None or line.known or len(line.looks) < 2 or line.gaps[1] != "," or line.inner[1]:
        return False
    first = line.looks[0]
    if first.signs.is_body_by_letters:
        return _is_title_of_one(line)
    if first.words == 1 and first.names > SURELY_NAMED:
        return _is_by_one_name(line)
    if first.names >= NAMED and first.body <= 0:
        return (len(line.looks) > 2 or line.looks[1].words > _ALONE) and author_leads(line)
    return first.signs.is_body_name and _is_title_of_one(line)


def _is_by_one_name(line: Form) -> bool:
    """ "Lenin, The Tax in Kind, Moscow, 1954": one that needs no other name, and nobody named later."""
    title, rest = line.looks[1], line.looks[2:]
    if title.words < _WHOLE or title.signs.has_and or any(look.names >= NAMED for look in rest):
        return False
    printed = any(look.place >= A_PLACE or look.publisher >= A_FIRM for look in rest)
    return printed and _is_title_of_one(line)


def _is_title_of_one(line: Form) -> bool:
    """ "Weavers’ Union, The Case for the Looms, Leeds, 1954": capitals, an imprint after them, and no author."""
    title, rest = line.looks[1], line.looks[2:]
    if (
        title.opens_small
        or (title.has_form and not title.series)
        or title.date
        or (title.words < 2 and not title.signs.tells_work)
        or title.signs.opens_life
    ):
        return False
    if title.names >= NAMED or title.place >= A_PLACE or title.publisher >= A_FIRM or title.note_on_person > 0:
        return False
    return any(look.date for look in rest) and not any(_names_author(look) for look in rest)


def _names_author(look: Features) -> bool:
    return is_named(look) and look.publisher < HOUSELIKE
