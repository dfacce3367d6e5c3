"""Which of the words before a date are the house and which the place, where only the other one is known, or none.

"Rewi Ash, Loomby, Weft Press, 1954"; "Heywood, Manchester, 1886"; of "Loomford, 1947" nobody can tell.
"""

from shelflist.parse.labels.form import Form, date_follows
from shelflist.parse.looks.grades import (
    A_FIRM,
    A_PLACE,
    A_TOWN,
    AN_ACRONYM,
    HOUSELIKE,
    LISTED,
    NAMED,
    NAMELIKE,
    ONE_WORD,
    PLACELIKE,
    TOWNLIKE,
)

PARTED = (",", ";", ".")
"""What may part the house from its place: a comma, a stop, or the sign of the line's areas."""
_OWN_AREA = (";", ",")
""" "… | London, Socialist Review Panel | 1966": the gaps of a place that opens an area, and of what else is in it."""
_AFTER_STOP = (".", ",")


def is_undecided(line: Form, i: int) -> bool:
    """ "Sue Elm, Loomford, 1947": one unlisted word with a town's ending is as likely the place as the house."""
    look = line.looks[i]
    if i < 1 or look.words > 1 or (look.publisher, look.place) != (ONE_WORD, TOWNLIKE) or not look.signs.ends_as_place:
        return False
    before = line.looks[i - 1]
    named = before.names >= NAMELIKE or before.publisher < HOUSELIKE
    return named and before.place < A_PLACE and date_follows(line, i)


def closes_imprint(line: Form, i: int) -> bool:
    """The date comes next; or nothing, or the format, where the author leads: "Ash – Looms – Leeds, Frank Elm"."""
    following = line.looks[i + 1] if i + 1 < len(line.looks) else None
    if following is not None and (following.date is not None or _is_dated_after_series(line, i + 1)):
        return True
    return line.led and line.gaps[i] == "," and (following is None or following.physical)


def _is_dated_after_series(line: Form, i: int) -> bool:
    """ "Paris, Weft, coll. « Loom Lives », n° 4, 1954": the series with its number, and then the date."""
    if not line.looks[i].series or i + 1 >= len(line.looks):
        return False
    after = i + 2 if line.looks[i + 1].part and i + 2 < len(line.looks) else i + 1
    return line.looks[after].date is not None


def is_place_before_house(line: Form, i: int) -> bool:
    """ "Rewi Ash, Loomby, Weft Press, 1954": an unlisted word after author or edition, before a house with the date."""
    look = line.looks[i]
    if (
        i < 2
        or i + 2 >= len(line.looks)
        or look.words > 2
        or not HOUSELIKE <= look.publisher <= ONE_WORD
        or look.place < PLACELIKE
    ):
        return False
    before, house = line.looks[i - 1], line.looks[i + 1]
    by_name = before.names >= NAMED or before.role is not None
    by_name = (by_name and before.publisher < AN_ACRONYM) or before.edition or before.original
    named = by_name and look.names < NAMELIKE
    if named and look.place >= A_TOWN > house.place and house.publisher >= HOUSELIKE and not house.opens_small:
        return line.looks[i + 2].date is not None and line.gaps[i + 1] in PARTED  # "Sue Elm, Styal, Moorside, 1963"
    return named and house.publisher >= A_FIRM and house.place < A_PLACE and line.looks[i + 2].date is not None


def follows_place(line: Form, i: int) -> bool:
    """ "London, Weft Press, 1975": between a listed place and the date stands the house, and no second place."""
    if i < 2:
        return False
    if i > 2 and is_place_before_house(line, i - 1):
        return True
    if line.looks[i - 1].place < A_PLACE or line.looks[i - 1].publisher >= LISTED:
        return False
    look = line.looks[i]
    if look.place >= A_PLACE and look.publisher < LISTED:
        return False
    housed = look.publisher >= HOUSELIKE or line.gaps[i - 1 : i + 1] == _OWN_AREA or _opens_imprint(line, i - 1)
    return housed and closes_imprint(line, i) and not look.opens_small and look.words <= 8


def _opens_imprint(line: Form, i: int) -> bool:
    """ "by Rewi Ash. Leeds, Plain Street Tea Room, 1954": after a stop and a place capitals are the house."""
    signs = line.looks[i + 1].signs
    return line.gaps[i : i + 2] == _AFTER_STOP and signs.as_standing and not signs.tells_work
