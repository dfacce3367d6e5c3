"""Capitalised words that no form and no list tells, in a line that names nobody: by their standing they published it.

"Science against War, Science for Peace, London, 1952": what alone stands before the listed place and the date is the
house; so is what stands after the number of an issue. Bodies that wrote what another printed are in `causes`.
"""

from shelflist.parse.grammar import AUTHOR, PLACE, PUBLISHER, REMARK, SERIES, Label
from shelflist.parse.labels.form import Form, after_title, is_author_named, is_named, place_ends_line
from shelflist.parse.looks.features import Features
from shelflist.parse.looks.grades import (
    A_FIRM,
    A_PAIR,
    A_PERIODICAL,
    A_PLACE,
    A_TOWN,
    AN_ACRONYM,
    HOUSELIKE,
    LISTED,
    NAMED,
    NAMELIKE,
    PLACELIKE,
    SURELY_NAMED,
)
from shelflist.parse.search import Scores

_AS_HOUSE, _BEFORE_YEAR = 2.4, 1.9
_AFTER_NUMBER, _AFTER_DATE, _NO = 2.0, 6.0, -3.0
_AREAS = (";", ";", ";")
_TWO_HELD = (True, True)
_SHORT = 4
_LONGEST = 6


def weigh_standing(scores: Scores, line: Form, i: int) -> None:
    """Corrects the scores of segment i, one after the title."""
    if sure := _beside_date(line, i):
        _publishes(scores, sure, _AFTER_DATE)
        scores[REMARK] = _NO
        return
    if _follows_number(line, i):
        where = _may_place_issue(line, i)
        _publishes(scores, PLACE if where else PUBLISHER, _AFTER_DATE if line.looks[i - 1].date else _AFTER_NUMBER)
        return
    if i == 0 or line.inner[i] or line.looks[i].publisher >= A_FIRM:
        return
    if i > 2 and (of_imprint := _after_number(line, i)):
        _publishes(scores, of_imprint, _AFTER_DATE)
        return
    if line.looks[i].words <= _SHORT and _closes_with_year(line, i) and _may_be_house(line, i):
        scores[PUBLISHER] = max(scores.get(PUBLISHER, 0.0), _BEFORE_YEAR)
    closes = place_ends_line(line, i)
    if not closes and (i + 2 >= len(line.looks) or line.looks[i + 2].date is None):
        return
    place = line.looks[i + 1]
    if place.place < A_PLACE or place.publisher >= LISTED or not _may_be_house(line, i):
        return
    if not line.author_known and not any(_names(look) for look in line.looks[after_title(line) : i]):
        scores[PUBLISHER] = max(scores.get(PUBLISHER, 0.0), _AS_HOUSE)


def _publishes(scores: Scores, label: Label, surety: float) -> None:
    """It is that: of the imprint, nobody who wrote."""
    scores[AUTHOR], scores[SERIES] = min(scores.get(AUTHOR, _NO), _NO), _NO
    scores[label] = max(scores.get(label, 0.0), surety)


def _after_number(line: Form, i: int) -> Label | None:
    """ "Sue Elm, Loom Lives, 6, Cubola, Old Loomby, 1989": after a series comes the imprint, and nobody who wrote."""
    before, last = line.looks[i - 2 : i]
    house = i if last.signs.number_alone else i - 1 if before.signs.number_alone else 0
    if not house or house + 2 >= len(line.looks) or line.looks[house + 2].date is None:
        return None
    first, second = line.looks[house : house + 2]
    short = all(look.words <= 3 and look.place < A_TOWN and look.signs.as_house for look in (first, second))
    unlisted = short and HOUSELIKE <= first.publisher < A_FIRM and second.publisher < A_FIRM
    if not unlisted or line.gaps[house : house + 2] != (",", ",") or not is_author_named(line, house - 1):
        return None
    return PUBLISHER if i == house else PLACE


def _closes_with_year(line: Form, i: int) -> bool:
    """ "Against the Loom, Sue Elm, Killing King Loom, 2001": between who wrote, or a marked title, and the year.

    Or before the edition: "Sue Elm, Against the Loom, Killing King Loom, 2nd edn, 2001 (first published 1990)".
    """
    if i + 1 >= len(line.looks) or line.gaps[i] != "," or line.looks[i].signs.ends_as_place:
        return False
    of_edition = line.led and line.looks[i + 1].edition
    at = i + 2 if of_edition else i + 1
    date = line.looks[at].date if at < len(line.looks) else None
    if date is None or date.of_issue or date.span_years or not all(look.original for look in line.looks[at + 1 :]):
        return False
    of_title = line.title_at is not None and i == line.title_at + 1
    return of_title or of_edition or line.looks[i - 1].names >= SURELY_NAMED


def _beside_date(line: Form, i: int) -> Label | None:
    """What place or year right before shows it to be, or the year and colon after it."""
    if ":" in line.gaps and (of_imprint := _beside_year(line, i)):
        return of_imprint
    if i > 1 and line.looks[i - 1].date:
        if line.gaps[i] == ".":
            return _after_dated_sentence(line, i)
        if line.gaps[i] == "," and is_house_after_year(line, i):
            return PUBLISHER
    if line.inner[i + 1 : i + 3] == _TWO_HELD and _has_place_held(line, i):
        return PUBLISHER
    if _follows_held_year(line, i) or _follows_year_area(line, i):
        return PLACE if line.looks[i].place >= A_PLACE else PUBLISHER
    return None


def _has_place_held(line: Form, i: int) -> bool:
    """ "by Rewi Ash, Bend River History (Leeds, 1977)": capitals right before the bracket with place and date."""
    look, (place, date) = line.looks[i], line.looks[i + 1 : i + 3]
    if (
        line.of_pages
        or line.inner[i]
        or place.place < A_TOWN
        or date.date is None
        or look.has_form
        or look.opens_small
        or look.series
    ):
        return False
    return look.signs.as_standing and look.publisher != A_PERIODICAL and is_author_named(line, i)


def _beside_year(line: Form, i: int) -> Label | None:
    """ "by Rewi Ash. Leeds 1954: Weft Press.": the place before the last year, and after its colon the house."""
    house = i + 2 if line.gaps[i + 2 : i + 3] == (":",) else i
    if house < 3 or line.gaps[house] != ":" or line.looks[house - 1].date is None:
        return None
    return None if any(look.date for look in line.looks[house + 1 :]) else PUBLISHER if house == i else PLACE


def _after_dated_sentence(line: Form, i: int) -> Label | None:
    """ "by Rewi Ash. 1954. Weft Press, Leeds.": after who wrote and the last year, between stops, the house.

    Where the year stands in a bracket after the title, who wrote: "The Mill Hands (1954). Rewi Ash. Leeds: Weft".
    """
    look = line.looks[i]
    if look.has_form or look.opens_small or look.series or any(later.date for later in line.looks[i:]):
        return None
    if line.looks[i - 2].signs.numbers_issue:
        return None  # "The Weaver, no. 3 (May 1954). Weavers’ Bureau, Leeds"
    if is_author_named(line, i - 1):
        following = line.looks[i + 1] if i + 2 == len(line.looks) else look
        housed = look.publisher >= A_FIRM or (line.gaps[i + 1 :] == (",",) and following.place >= PLACELIKE)
        parted = line.gaps[i - 1] in (".", "") or line.looks[i - 2].edition
        return PUBLISHER if housed and parted and look.signs.as_standing else None
    named = (look.names >= NAMELIKE and look.publisher < AN_ACRONYM) or look.body > 0
    return AUTHOR if named and not line.gaps[i - 1].strip() and i + 1 < len(line.looks) else None


def is_house_after_year(line: Form, i: int) -> bool:
    """ "by Rewi Ash. Leeds 1954, Loom Readers.": the house, where place and year open the imprint and no year follows.

    A person’s name is so only where somebody wrote; one word may be what is said of the copy.
    """
    look, place = line.looks[i], line.looks[i - 2]
    if place.place < A_TOWN or i < 3 or look.date is not None or any(later.date for later in line.looks[i:]):
        return False
    firm = look.publisher >= A_FIRM
    if look.has_form or look.opens_small or not (firm or (look.words > 1 and look.signs.as_standing)):
        return False
    before = line.looks[i - 3]
    opens = line.gaps[i - 2] != "," or is_named(before) or before.edition or before.original
    if not opens or (before.publisher >= A_FIRM and before.body < 0) or look.place >= A_PLACE:
        return False
    return firm or look.names < NAMELIKE or is_author_named(line, i - 1)


def _follows_held_year(line: Form, i: int) -> bool:
    """ "The Mill Hands by Rewi Ash (1954), Weft Press": after the year alone in its bracket the imprint goes on."""
    if i < 2 or line.gaps[i] != "," or line.gaps[i - 1] or line.looks[i - 1].date is None:
        return False
    look, before = line.looks[i], line.looks[i - 2]
    if before.place >= A_PLACE or before.publisher >= A_FIRM:
        return False
    if look.date is not None or look.has_form or look.opens_small or not look.signs.as_standing:
        return False
    return is_author_named(line, i - 1)


def _follows_year_area(line: Form, i: int) -> bool:
    """ "The Mill Hands | Rewi Ash | 1954 | Weft Press": where the date follows the author, the house may come last."""
    if i < 3 or line.gaps[i - 2 : i + 1] != _AREAS or line.looks[i - 1].date is None or line.looks[i].date is not None:
        return False
    look = line.looks[i]
    named = (i - 2, AUTHOR) in line.known
    return named and not (look.has_form or look.opens_small or look.series) and look.signs.as_standing


def _follows_number(line: Form, i: int) -> bool:
    """ "The Weaver, No. 4, April 1923, Weavers’ Union, Leeds": who brings out the periodical, and no author."""
    if not (line.looks[i - 1].part or line.looks[i - 1].date):
        return False
    between = line.looks[after_title(line) : i]
    if not any(look.signs.numbers_issue for look in between) or not all(look.part or look.date for look in between):
        return False
    look = line.looks[i]
    return (
        look.names < SURELY_NAMED
        and look.place < A_PLACE
        and look.date is None
        and not look.has_form
        and look.signs.as_standing
    )


def _may_place_issue(line: Form, i: int) -> bool:
    """ "The Weaver. Vol. 3, No. 2. Loomby, May 1949", "The Weaver, No. 3 (Loomby, 1949)": no firm and no body."""
    look = line.looks[i]
    if look.publisher >= A_PAIR or look.place < PLACELIKE:
        return False
    if i + 1 == len(line.looks):
        return look.signs.ends_as_place
    return line.looks[i + 1].date is not None and (line.inner[i] or line.gaps[i] == ".")


def _may_be_house(line: Form, i: int) -> bool:
    """Capitals throughout, and neither a person's name nor a kind of writing."""
    look = line.looks[i]
    if look.opens_small or look.inverted or look.date or look.role or look.edition or look.part or look.series:
        return False
    if look.words > _LONGEST or look.place >= A_PLACE or look.genre or look.physical or look.names >= NAMELIKE:
        return False
    return look.signs.as_standing and not look.signs.tells_work


def _names(look: Features) -> bool:
    return look.names >= NAMED or look.role is not None or look.body > 0
