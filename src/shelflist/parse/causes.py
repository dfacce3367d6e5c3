"""Bodies that no word such as "Committee" shows: people in the plural, causes, and what only the place in a line tells.

"Homeworkers of Harehills", "Teachers for Peace"; "Half Life, Half Life Books, Lancaster"; "Kirov Works, n.p.". How such
a body is told from a phrase by the words of the line around it stands in `weigh_body`; whether any body wrote what the
house after it published, in `is_body_before_house`.
"""

import re

from shelflist.parse.bodies import ends_as_body, is_own_house
from shelflist.parse.features import tells_work
from shelflist.parse.gazetteer import key
from shelflist.parse.grammar import AUTHOR, PUBLISHER
from shelflist.parse.imprint import NO_PLACE
from shelflist.parse.search import Scores
from shelflist.parse.titles import Line, is_author_named

_SURE = 4.0
_BESIDE_HOUSE = 3.5
_NO = -3.0
_CAPITALS = re.compile(
    r"[A-ZÀ-ÞČŠŽ][\w’'.-]*(?:\s(?:(?:of|the|and|for|against|in|on|at|&|de|des|du|del|di|la|les|der|für)\s)*[A-ZÀ-ÞČŠŽ][\w’'.-]*){1,8}"
    r"(?:\s\([A-Z][\w\s’'-]+\))?$"
)
_ARTICLES = ("A ", "An ", "The ")


def weigh_body(scores: Scores, line: Line, i: int) -> None:
    """Corrects the scores of segment i where what comes next says that it is who wrote, or who printed."""
    if i < 1 or line.segments[i].inner:
        return
    if i > 1 and _is_same(line, i - 1, i) and line.looks[i].names < 2.4:
        scores[PUBLISHER] = max(scores.get(PUBLISHER, 0.0), _SURE)
        scores[AUTHOR] = _NO
        return
    if i + 1 < len(line.looks) and line.looks[i + 1].not_printed and NO_PLACE.match(line.segments[i + 1].text):
        if line.looks[i].names < 4.0 and not line.looks[i].opens_small:
            scores[PUBLISHER] = max(scores.get(PUBLISHER, 0.0), _SURE)
        return
    if i + 1 >= len(line.looks) or not _may_be_body(line, i) or is_author_named(line, i):
        return
    beside = _names_house(line, i) or _has_imprint_of_its_own(line, i)
    surety = _SURE if line.looks[i + 1].not_printed else _BESIDE_HOUSE if beside else 0.0
    if surety:
        scores[AUTHOR] = max(scores.get(AUTHOR, 0.0), surety)
        scores[PUBLISHER] = _NO


def _may_be_body(line: Line, i: int) -> bool:
    """Capitals throughout, and neither a person's name nor a kind of writing."""
    text, look = line.segments[i].text, line.looks[i]
    if look.opens_small or look.part or look.edition or look.genre or look.place > 5 or look.date is not None:
        return False
    if look.body <= -5.0 and (look.names >= 2.4 or look.publisher >= 4.5):
        return False  # a person, or a firm: "Weft Press, n.p." names no place
    return _CAPITALS.match(text) is not None and not (text.startswith(_ARTICLES) and tells_work(text))


def _names_house(line: Line, i: int) -> bool:
    """The house bears the body's name: "Half Life, Half Life Books"; "Engineers’ Voice, Voice Newspapers"."""
    if line.looks[i + 1].date is not None or line.looks[i + 1].place > 5:
        return False
    if _is_same(line, i, i + 1):
        return True
    body, house = key(line.segments[i].text).split(), key(line.segments[i + 1].text).split()
    return len(house) > 1 and house[0] == (body[0] if len(body) == 1 or house[:2] == body[:2] else body[-1])


def _has_imprint_of_its_own(line: Line, i: int) -> bool:
    """After a body's name, be it a house's or not, come another house, a listed place and the date."""
    if line.looks[i].body < 0 or i + 3 >= len(line.looks):
        return False
    house, place, date = line.looks[i + 1 : i + 4]
    if house.publisher < 0.4 or house.names >= 4.0 or house.place > 5 or house.opens_small or house.part:
        return False
    return place.place > 5 and date.date is not None


def _is_same(line: Line, i: int, j: int) -> bool:
    return " " in line.segments[i].text and key(line.segments[i].text) == key(line.segments[j].text)


def is_body_before_house(line: Line, i: int) -> bool:
    """A body wrote what the house after it published: "Labour Research Department, LRD"; "Film Group, (Peking: FLP"."""
    look, words = line.looks[i], line.segments[i].text
    if look.body <= -5.0 or (house := _house_after(line, i)) is None:
        return False
    publisher, firm = line.segments[house].text, line.looks[house].publisher
    if is_own_house(words, publisher) or key(words) == key(publisher):
        return True
    is_acronym = publisher.isupper() and " " not in publisher
    if look.publisher >= 6:
        return firm >= 6 and look.body >= 0 and (not is_acronym or house > i + 1)
    if look.names >= 2 or firm < 3.5:
        return False
    return ends_as_body(words) or (firm >= 4.5 and look.publisher < 3)


def _house_after(line: Line, i: int) -> int | None:
    """The next segment that may be a publisher, past series, edition and, in a bracket, place."""
    for j in range(i + 1, min(i + 5, len(line.looks))):
        look, segment = line.looks[j], line.segments[j]
        if look.publisher >= 3 or is_own_house(line.segments[i].text, segment.text):
            return j
        placed = look.place > (0 if segment.inner else 5) and j + 1 < len(line.looks) and line.looks[j + 1].date is None
        if not (look.edition or look.series or look.part or look.original or placed):
            return None
    return None
