"""Bodies that no word such as "Committee" shows: people in the plural, causes, and what only the place in a line tells.

"Homeworkers of Harehills", "Teachers for Peace"; "Half Life, Half Life Books, Lancaster"; "Kirov Works, n.p.". How such
a body is told from a phrase by the words of the line around it stands in `weigh_body`; whether any body wrote what the
house after it published, in `is_body_before_house`.
"""

from shelflist.models.citation import Role
from shelflist.parse.grammar import AUTHOR, PUBLISHER
from shelflist.parse.labels.form import Form, after_title, date_follows, is_author_named, is_named
from shelflist.parse.labels.houses import wrote_as_body
from shelflist.parse.labels.standing import is_house_after_year
from shelflist.parse.looks.grades import (
    A_FIRM,
    A_PLACE,
    A_TOWN,
    AN_ACRONYM,
    HOUSELIKE,
    LISTED,
    NAMED,
    NAMELIKE,
    NO_BODY,
    SURE_FIRM,
    SURELY_NAMED,
)
from shelflist.parse.search import Scores

_SURE = 4.0
_BESIDE_HOUSE = 3.5
_NO = -3.0
_WHO_WROTE = frozenset({Role.AUT, Role.SGN})
_AT_COLON = 6.0
""" "Strike Committee. Leeds: Union Record": what a colon parts from a listed place is a house beyond doubt."""


def weigh_body(scores: Scores, line: Form, i: int) -> None:
    """Corrects the scores of segment i where what comes next says that it is who wrote, or who printed."""
    if i < 1 or (line.inner[i] and not _stands_for_house(line, i)):
        return
    if i > 1 and _is_same(line, i - 1, i) and line.looks[i].names < NAMED:
        scores[PUBLISHER] = max(scores.get(PUBLISHER, 0.0), _SURE)
        scores[AUTHOR] = _NO
        return
    if i + 1 < len(line.looks) and line.looks[i + 1].signs.no_place:
        if line.looks[i].names < SURELY_NAMED and not line.looks[i].opens_small:
            scores[PUBLISHER] = max(scores.get(PUBLISHER, 0.0), _SURE)
        return
    if i + 1 < len(line.looks) and _may_be_body(line, i) and (surety := _wrote(line, i)):
        scores[AUTHOR] = max(scores.get(AUTHOR, 0.0), surety)
        scores[PUBLISHER] = _NO


def _wrote(line: Form, i: int) -> float:
    """How surely the body is who wrote, and no house; 0 where it may be."""
    if _names_no_house(line, i):
        return 0.0 if _is_author_named(line, i) else _SURE
    if is_author_named(line, i):
        return 0.0
    beside = _names_house(line, i) or _has_imprint_of_its_own(line, i) or _helper_follows(line, i)
    return _BESIDE_HOUSE if beside else 0.0


def _is_author_named(line: Form, i: int) -> bool:
    """Somebody wrote, and not only edited, translated or drew: "music arranged by Sue Elm, Loom Choir, n.p."."""
    if line.author_known:
        return True
    before = line.looks[after_title(line) : i]
    return any(look.role in _WHO_WROTE if look.role is not None else is_named(look) for look in before)


def _stands_for_house(line: Form, i: int) -> bool:
    """ "(Weavers’ Union, n.p., 1954)": a bracket that says that no house is named."""
    return i + 1 < len(line.looks) and line.inner[i + 1] and line.looks[i + 1].not_printed


def _may_be_body(line: Form, i: int) -> bool:
    """Capitals throughout, and neither a person's name nor a kind of writing."""
    look = line.looks[i]
    if (
        look.opens_small
        or look.part
        or look.edition
        or look.genre
        or look.series
        or look.place >= A_PLACE
        or look.date is not None
    ):
        return False
    if look.signs.is_body_by_letters:
        return True
    if look.body <= NO_BODY and (look.names >= NAMED or look.publisher >= SURE_FIRM):
        return False  # a person, or a firm: "Weft Press, n.p." names no place
    return look.signs.has_body_form


def _names_no_house(line: Form, i: int) -> bool:
    """ "Weavers’ Union, n.p.", "Weavers’ Union, in Welsh, n.p.", "Loom Group, drawings by Sue Elm, n.p."."""
    rest = line.looks[i + 1 :]
    between = (look for look in rest if not (look.physical or look.edition or look.genre or look.role))
    return next((look.not_printed for look in between), False)


def _names_house(line: Form, i: int) -> bool:
    """The house bears the body's name: "Half Life, Half Life Books"; "Engineers’ Voice, Voice Newspapers"."""
    if line.looks[i + 1].date is not None or line.looks[i + 1].place >= A_PLACE:
        return False
    return _is_same(line, i, i + 1) or i in line.kin.bears_name


def _has_imprint_of_its_own(line: Form, i: int) -> bool:
    """After a body's name, be it a house's or not, come another house, a listed place and the date."""
    if i + 3 >= len(line.looks) or (line.looks[i].body < 0 and not line.looks[i].signs.is_body_by_letters):
        return False
    rest = [look for look in line.looks[i + 1 :] if not (look.edition or (look.opens_small and look.date is None))]
    if len(rest) < 3:
        return False
    house, place, date = rest[:3]
    least = -0.5 if line.looks[i].signs.ends_as_body and house.signs.as_house else HOUSELIKE
    named = house.names >= SURELY_NAMED and not wrote_as_body(line.looks[i])
    if house.publisher < least or named or house.place >= A_PLACE or house.opens_small or house.part:
        return False
    return place.place >= A_TOWN and place.publisher < AN_ACRONYM and date.date is not None


def _helper_follows(line: Form, i: int) -> bool:
    """ "Research Group of the Weavers’ Union, translated by Sue Elm": no house stands before the word of a role."""
    return line.looks[i].body > 0 and line.looks[i + 1].role is not None


def _is_same(line: Form, i: int, j: int) -> bool:
    return line.looks[i].words > 1 and (i, j) in line.kin.same


def is_body_before_house(line: Form, i: int) -> bool:
    """A body wrote what the house after it published: "Labour Research Department, LRD"; "Film Group, (Peking: FLP"."""
    look = line.looks[i]
    if look.series or (house := _house_after(line, i)) is None:
        return False
    if (i, house) in line.kin.own_house or ((i, house) in line.kin.same and look.body > NO_BODY):
        return True
    if look.body <= NO_BODY:
        return False
    by_place = line.gaps[house] == ":" or line.looks[house - 1].date or _between_place_and_date(line, house)
    firm = _AT_COLON if by_place and look.body >= 0 else line.looks[house].publisher
    if look.publisher >= LISTED:
        return firm >= LISTED and look.body >= 0 and (not line.looks[house].signs.is_acronym or house > i + 1)
    if look.names >= NAMELIKE or firm < A_FIRM:
        return False
    return look.signs.ends_as_body or (firm >= SURE_FIRM and look.publisher < AN_ACRONYM)


def _between_place_and_date(line: Form, i: int) -> bool:
    """ "Weavers’ Workshop, Leeds, Loomby Library, 1954": the house, whatever it is called."""
    look = line.looks[i]
    if line.looks[i - 1].place < A_PLACE or look.place >= A_TOWN or look.has_form or look.opens_small:
        return False
    return date_follows(line, i) and line.gaps[i] == "," and look.signs.as_standing and look.date is None


def _house_after(line: Form, i: int) -> int | None:
    """The next segment that may be a publisher, past series, edition and, in a bracket, place."""
    for j in range(i + 1, min(i + 5, len(line.looks))):
        look = line.looks[j]
        dated = date_follows(line, j)
        if dated and look.place >= A_TOWN and not line.inner[j]:
            if line.gaps[j + 2 : j + 3] == (":",) or (j + 2 < len(line.looks) and is_house_after_year(line, j + 2)):
                return j + 2  # "Weavers’ Council. Leeds, 1951 (Weft Press)", "Weavers’ Council. Leeds 1951, Weft Press"
            if look.place >= A_PLACE:
                return None  # "Western Federation, Blackwood, 1926": houses bear the place's name
        if (
            look.publisher >= AN_ACRONYM
            or (i, j) in line.kin.own_house
            or (line.gaps[j] == ":" and line.looks[j - 1].place >= A_PLACE)
            or (dated and _between_place_and_date(line, j))
        ):
            return j
        placed = not dated and look.place >= (A_TOWN if line.inner[j] else A_PLACE)
        if not (look.edition or look.series or look.part or look.original or look.role or placed):
            return None
    return None
