"""Series that the line around them shows: by the number that follows, and by the house they stand before.

"ABC of Knowledge, No. 7"; "Loom Library, No. 80, Watts"; "Ada Elm, Popular Lectures in Engineering, Mir". What a series
looks like alone stands in `series`.
"""

from shelflist.parse.labels.form import Form, is_author_named
from shelflist.parse.looks.grades import (
    A_BODY,
    A_FIRM,
    A_PLACE,
    A_TOWN,
    HOUSELIKE,
    LISTED,
    NAMELIKE,
    PLACELIKE,
    SURE_FIRM,
    SURELY_NAMED,
)

_NUMBERED = 3.0
_OF_A_HOUSE = 4.5
_BESIDE_HOUSE = 6.5
_UNLISTED = 2.2
_BEFORE_HOUSE = 7.5
"""More than the name of a periodical counts before a number."""


def series_beside_house(line: Form, i: int) -> float:
    """How surely segment i is a series, on the search's scale; 0.0 where nothing around it says so."""
    look = line.looks[i]
    following = line.looks[i + 1] if i + 1 < len(line.looks) else None
    if numbers_series(line, i + 1):
        return _BEFORE_HOUSE
    if look.opens_small or look.names >= NAMELIKE or look.part or look.date is not None or not is_author_named(line, i):
        return _bare_number(line, i)
    if _is_numbered_before_house(line, i):
        return _BEFORE_HOUSE
    if look.series and (_follows_house(line, i) or _precedes_house(line, i)):
        return _BESIDE_HOUSE
    if look.series and following and (following.part or _is_house(line, i + 1)):
        return _OF_A_HOUSE
    if look.signs.ends_in_figure and following and (i in line.kin.opens_alike or following.publisher >= SURE_FIRM):
        return _OF_A_HOUSE  # "Sue Elm, Loom Album 87, Loom Books"
    if number := _bare_number(line, i):
        return number
    if not following or not _stands_before_house(line, i):
        return 0.0
    return _OF_A_HOUSE if look.signs.tells_work else _UNLISTED  # "Studies in Loom History": writings of a kind


def _is_numbered_before_house(line: Form, i: int) -> bool:
    """ "Labour Monthly Pamphlets, No. 7, Weft Press": of a periodical no house and place come after the number."""
    if i + 3 >= len(line.looks) or line.looks[i].role or line.looks[i].edition or line.looks[i].place >= A_PLACE:
        return False
    signs, number, house, end = line.looks[i].signs, *line.looks[i + 1 : i + 4]
    if not number.part or house.place >= A_PLACE or house.date is not None or house.part or house.opens_small:
        return False
    if house.publisher < A_FIRM and not (house.publisher >= HOUSELIKE and end.place >= A_PLACE):
        return False
    return signs.may_be_series and (number.signs.numbers_series or signs.has_series_form)


def _precedes_house(line: Form, i: int) -> bool:
    """ "Left Book Club, Gollancz, 1937": a series that may also be a house, before another house."""
    if i + 1 >= len(line.looks) or line.looks[i].publisher < LISTED:
        return False
    house = line.looks[i + 1]
    return house.publisher >= LISTED and house.place < A_PLACE and not house.series


def numbers_series(line: Form, i: int) -> bool:
    """ "Our Looms, 31, Weft Press"; "Sue Elm, Weavers of Fen, 3, Leeds": a bare number, and a house or place after it.

    Of a listed series or the form of one the date may come next. Where the whole imprint does, nothing that has a
    number and is written as names are can be anything else.
    """
    if not 0 < i < len(line.looks) - 1 or not line.looks[i].signs.number_alone:
        return False
    if line.looks[i].date is not None or line.gaps[i] != "," or line.of_pages:
        return False
    before, after = line.looks[i - 1], line.looks[i + 1]
    if (_bears_number(line, i - 1) and _imprint_follows(line, i)) or stands_before_author(line, i):
        return True
    if not (before.series or _may_be_numbered(line, i - 1)):
        return False
    return (
        after.publisher >= A_BODY
        or after.place >= A_TOWN
        or (before.series and after.date is not None)
        or after.edition
    )


def stands_before_author(line: Form, i: int) -> bool:
    """ "The Mill Hands, Our Looms, 31, Sue Elm, Weft Press": the number of capitals between title and author."""
    if not 1 < i < len(line.looks) - 1 or not line.looks[i].signs.number_alone:
        return False
    look, author = line.looks[i - 1 : i + 2 : 2]
    if i - 1 <= (line.title_at or 0) or look.names >= SURELY_NAMED or look.place >= A_PLACE or look.part:
        return False
    return look.signs.has_series_form and (author.role is not None or author.names >= SURELY_NAMED)


def _bears_number(line: Form, i: int) -> bool:
    """Capitals after who wrote it, or after a marked title, that are no one person's name."""
    look = line.looks[i]
    if look.opens_small or look.names >= SURELY_NAMED or look.publisher >= LISTED or look.place >= A_PLACE:
        return False
    if look.date is not None or not (look.series or (look.signs.as_standing and not look.has_form)):
        return False
    if look.publisher >= A_BODY and not look.series and line.looks[i + 2].publisher < A_FIRM:
        return False  # "Griffin and Bohn, 4, Ave Maria Lane, London, 1861"
    opens_named = i > 1 and line.looks[0].names >= SURELY_NAMED
    return line.title_at is not None or opens_named or is_author_named(line, i)


def _imprint_follows(line: Form, i: int) -> bool:
    """ "Ad Loom, Craigford, 1986" after segment i: a house, what may be its place, and the date; or a listed place."""
    if i + 2 >= len(line.looks):
        return False
    house, place = line.looks[i + 1 : i + 3]
    if place.date is not None and house.place >= A_PLACE:
        return not line.of_pages and line.looks[i - 1].signs.as_host_of_issue <= 0
    if i + 3 >= len(line.looks) or line.looks[i + 3].date is None:
        return False
    if house.date is not None or house.has_form or house.opens_small or (house.words > 1 and house.signs.ends_as_place):
        return False
    return place.place >= PLACELIKE and place.date is None and house.place < A_PLACE


def _may_be_numbered(line: Form, i: int) -> bool:
    """Capitals after the author that are neither a periodical's name nor a house's."""
    look = line.looks[i]
    if look.part or look.publisher >= A_BODY or look.place >= A_PLACE or look.signs.as_host_of_issue > 0:
        return False
    return look.signs.has_series_form and is_author_named(line, i)


def _follows_house(line: Form, i: int) -> bool:
    """ "Dent, Everyman, 1962": a series that may also be a house, after another house."""
    before = line.looks[i - 1]
    return (
        line.looks[i].publisher >= LISTED
        and before.publisher >= LISTED
        and before.place < A_PLACE
        and not before.series
    )


def _bare_number(line: Form, i: int) -> float:
    """The number that comes next belongs to it, and the title lies behind."""
    if i + 1 >= len(line.looks) or not line.looks[i + 1].part or line.looks[i].names >= NAMELIKE:
        return 0.0
    if True in line.inner[i + 2 : i + 3]:
        return 0.0  # "The Lower Loom, no. 12 (April 1946)": of a periodical
    return _NUMBERED if line.looks[i + 1].signs.numbers_series and line.looks[i].signs.may_be_series else 0.0


def _stands_before_house(line: Form, i: int) -> bool:
    """Capitals between the author and a listed house: no kind of writing, no office of the author's."""
    look = line.looks[i]
    if line.gaps[i] == "," and i == (line.title_at or 0) + 1:
        return False  # "Ash, Rewi. The Mill Hands, Past and Present. Weft Press, 1954": of the title
    if look.publisher >= A_BODY or look.note_on_person > 0 or look.place >= A_PLACE or look.edition or look.genre:
        return False
    return line.looks[i + 1].publisher >= LISTED and line.looks[i + 1].place < A_PLACE and look.signs.has_series_form


def _is_house(line: Form, i: int) -> bool:
    look = line.looks[i]
    return look.publisher >= A_FIRM and look.place < A_PLACE and not look.series
