"""How much the pieces of an unmarked line look like its title, and whether a name leads it.

Which of them are one title over their commas stands in `title_runs`.
"""

from shelflist.models.citation import Role
from shelflist.parse.labels.form import Form, imprint_ends_after
from shelflist.parse.labels.serials import numbers_series
from shelflist.parse.looks.features import Features
from shelflist.parse.looks.grades import (
    A_BODY,
    A_FIRM,
    A_PLACE,
    AN_ACRONYM,
    HOUSELIKE,
    LISTED,
    NAMED,
    NAMELIKE,
    NO_BODY,
    SURE_FIRM,
    SURELY_NAMED,
)

_SURELY_NAMED = 4.1
_OF_OTHERS = frozenset({Role.TRL, Role.WIN, Role.ILL})
""" "Rewi Ash, The Mill Hands, translated by Sue Elm": who did one of these is not who wrote."""
_OF_OTHERS_AND_EDITORS = _OF_OTHERS | {Role.EDT, Role.COM}
""" "Rewi Ash, Collected Poems, edited by Sue Elm", "Rewi Ash, Ash on Wool, edited by Sue Elm": nor is this."""


def title_score(line: Form, i: int, run: int) -> float:
    """How much segment i of an unmarked line looks like a piece of the title; `run` as `title_run` gives it."""
    look = line.looks[i]
    if i == 0:
        return _opening_score(line)
    if i <= run:
        return 4.5
    if i == 1 and author_leads(line):
        return 1.5
    if look.place >= A_PLACE and _event_follows(line, i):
        return 2.5
    return (-2.5 if line.gaps[i] == "," else -1.0) - (3.0 if look.place >= A_PLACE or look.publisher >= LISTED else 0.0)


def _opening_score(line: Form) -> float:
    look = line.looks[0]
    return -1.0 if look.part or (look.names >= 4.5 and not _named_later(line)) else 0.0


def author_leads(line: Form) -> bool:
    """ "Rewi Ash, The Mill Hands, Weft Press": a sure name, then words that are none, and nobody is named later.

    Of two names with an "and" between them each may be less sure: no title has that form.
    """
    name, title = line.looks[0], line.looks[1]
    listed = name.names >= NAMED and name.words > 3 and name.signs.has_and
    least = _SURELY_NAMED if not listed else NAMED
    shown = name.names >= least or (name.names >= NAMED and (_is_plainly_title(line) or _leads_by_given(line)))
    if not shown and not _is_all_but_date(line):
        return False
    if name.words < 2 or title.opens_small or title.part or title.names >= SURELY_NAMED or title.role:
        return False
    if title.date or title.place >= A_PLACE or title.genre or title.edition:
        return False
    if title.note_on_person > 0 and title.words < 5 and not any(look.publisher >= A_FIRM for look in line.looks[2:]):
        return False  # "Rewi Ash, General Secretary, 1929"
    if title.words < 2 and not (_opens_list(line) or _stands_before_house(line)):
        return False
    if title.signs.opens_life or (_may_be_house(title) and not _house_follows(line)):
        return False
    return not _named_later(line)


def _may_be_house(title: Features) -> bool:
    """By words of a firm or a body.

    "The Rise of Consumer Society in Britain", "Against Imperialist War" and "Peace and the Soviet Union" are none.
    """
    firm, signs = title.publisher, title.signs
    if firm < A_BODY or firm >= LISTED or signs.tells_work:
        return firm >= LISTED
    named = firm >= AN_ACRONYM or (signs.ends_as_body and not signs.has_and)
    return firm >= SURE_FIRM or (signs.as_title and named)


def _house_follows(line: Form) -> bool:
    """The second segment is no imprint, for all its words of a firm or a body: another house comes at once."""
    if line.looks[1].publisher >= SURE_FIRM:
        return False
    if len(line.looks) > 2 and (line.inner[2] or _spans(line.looks[2])):
        return True  # "Rewi Ash, The Weavers’ Union (Leeds: Weft Press, 1954)", "…, 1918-1929, Leeds, Weft Press"
    if len(line.looks) < 4:
        return False
    second = line.looks[2]
    first = 3 if second.place >= A_PLACE or _spans(second) else 2
    house = line.looks[first]
    return (
        house.publisher >= HOUSELIKE
        and house.place < A_PLACE
        and house.date is None
        and imprint_ends_after(line, first)
    )


def _stands_before_house(line: Form) -> bool:
    """ "Lewis Elm, Loomford, Weft Press, Leeds, 1937": one word between a sure name and a house beyond doubt."""
    title = line.looks[1]
    if len(line.looks) < 4 or title.names >= NAMELIKE or title.publisher >= A_BODY or title.signs.is_letters is False:
        return False
    house, place = line.looks[2], line.looks[3]
    if house.publisher >= A_BODY and house.words > 1 and (place.place >= A_PLACE or place.date is not None):
        return True
    return house.publisher >= SURE_FIRM and house.names < SURELY_NAMED


def _is_plainly_title(line: Form) -> bool:
    """ "Royden Elm, Before the Looms, Weft Press": words that no life or phrase has, and a sure house next."""
    name, title = line.looks[0], line.looks[1]
    if name.words > 3 or name.signs.has_and or title.words < 3 or title.names > -5.0 or title.body > NO_BODY:
        return False
    if title.signs.tells_work or title.signs.in_apposition or title.publisher >= HOUSELIKE:
        return False
    if any(look.publisher >= SURE_FIRM or line.inner[i] for i, look in enumerate(line.looks[2:5], 2)):
        return True
    return (
        len(line.looks) > 4 and title.phrase >= 1.0 and imprint_ends_after(line, 2) and line.looks[3].place >= A_PLACE
    )


def _is_all_but_date(line: Form) -> bool:
    """ "Ella Winter, Red Virtue (1933)": what may be a name, words of no other field, and the year without a comma."""
    if len(line.looks) != 3 or line.gaps[2] != "" or line.looks[2].date is None:
        return False
    title = line.looks[1]
    return line.looks[0].names >= NAMED and title.names < NAMELIKE and not _may_be_house(title)


def _leads_by_given(line: Form) -> bool:
    """ "Ella Winter, Red Virtue, Gollancz": a given name and another word, what is no name, a house beyond doubt."""
    name, title = line.looks[0], line.looks[1]
    if not name.signs.opens_given or name.words > 3 or name.signs.has_and or title.names >= NAMELIKE:
        return False
    return (
        any(look.publisher >= SURE_FIRM and not look.opens_small for look in line.looks[2:4]) or True in line.inner[2:4]
    )


def _opens_list(line: Form) -> bool:
    """ "Rewi Ash, Weavers, Wool and Water, Weft Press": one word opens a title that goes on over its comma."""
    if line.looks[1].publisher >= A_BODY or line.looks[1].names >= NAMELIKE:
        return False
    for i, look in enumerate(line.looks[2:5], 2):
        if line.gaps[i] != "," or look.date or look.names >= NAMELIKE or look.signs.head_words > 6:
            return False
        if look.publisher >= A_FIRM and not look.opens_small:
            return False
        if look.signs.before_and >= 0:
            return True
    return False


def _spans(look: Features) -> bool:
    return look.date is not None and look.date.span_years


def _named_later(line: Form) -> bool:
    """Somebody is named where authors usually stand, after the title and not before place and date as a house."""
    if len(line.looks) < 3:
        return False
    others = _OF_OTHERS_AND_EDITORS if 1 in line.kin.again or line.looks[1].signs.tells_work else _OF_OTHERS
    return any(
        (look.role is not None and look.role not in others)
        or (
            look.names >= NAMED
            and look.publisher < AN_ACRONYM
            and look.place < A_PLACE
            and not imprint_ends_after(line, i)
            and not numbers_series(line, i + 1)
        )
        for i, look in enumerate(line.looks[2:], 2)
        if not (line.inner[i] and line.gaps[i] == ":")  # "(Leeds: Ann Hill, 1954)": a house
        and not (look.names < SURELY_NAMED and i + 1 < len(line.looks) and _is_number(line.looks[i + 1]))
    )


def _is_number(look: Features) -> bool:
    """ "Loom Library, 3": what it follows is a series, and nobody's name."""
    return look.part or look.signs.bare_number > 0


def _event_follows(line: Form, i: int) -> bool:
    """A place in a title: an event's date to the day comes next, and the line has a later date."""
    if i + 2 >= len(line.looks):
        return False
    date = line.looks[i + 1].date
    return date is not None and date.to_the_day and any(look.date for look in line.looks[i + 2 :])
