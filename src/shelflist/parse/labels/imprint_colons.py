"""What the colon of an imprint shows of the segments around it: "Garden City, New York: Weft Press, 1954".

A listed place beside the colon is what shows it.
"""

from shelflist.parse.grammar import PLACE, PUBLISHER
from shelflist.parse.labels.form import Form, date_follows
from shelflist.parse.looks.grades import A_PLACE, A_TOWN, AN_ACRONYM, NAMELIKE
from shelflist.parse.search import Scores

_HOUSE = 4.5
_PLACE = 2.5


def weigh_by_colon(scores: Scores, line: Form, i: int) -> None:
    """Corrects the scores of segment i for house and place by a colon before it, or one of the next two after it."""
    following = line.gaps[i + 1] if i + 1 < len(line.gaps) else ""
    if _stands_at_colon(line, i) or _is_second_partner(line, i):
        scores[PUBLISHER], scores[PLACE] = max(scores.get(PUBLISHER, 0.0), _HOUSE), -4.0
    if following == ":":
        scores[PLACE] = max(scores.get(PLACE, 0.0), 0.0) + _PLACE
    elif following == "," and _opens_place(line, i):
        scores[PLACE], scores[PUBLISHER] = max(scores.get(PLACE, 0.0), 0.0) + _PLACE, -4.0


def _stands_at_colon(line: Form, i: int) -> bool:
    """ "NY: Cambridge, 1954": what a colon parts from a known place is the house, like what town or series it be."""
    look = line.looks[i]
    if not i or line.gaps[i] != ":" or not (look.place >= A_PLACE or look.series) or line.looks[i - 1].place < A_PLACE:
        return False
    return date_follows(line, i) or i + 1 == len(line.looks)


def _opens_place(line: Form, i: int) -> bool:
    """ "(Garden City, New York: Weft Press, 1954)": what opens an imprint before place and colon is of the place."""
    look = line.looks[i]
    if i + 2 >= len(line.looks) or line.gaps[i + 2] != ":" or line.looks[i + 1].place < A_PLACE:
        return False
    opens = line.gaps[i] == "." or (line.inner[i] and not line.inner[i - 1])
    may_be_place = look.words <= 3 and look.names < NAMELIKE and not look.opens_small
    return opens and may_be_place and (look.publisher < AN_ACRONYM or look.place >= A_PLACE)


def _is_second_partner(line: Form, i: int) -> bool:
    """ "Leeds: Griffin, Bohn, 1861": after a known place two single words before the date are one firm."""
    if i < 3 or line.gaps[i - 1] != ":" or line.gaps[i] != "," or line.looks[i - 2].place < A_PLACE:
        return False
    first, second = line.looks[i - 1], line.looks[i]
    plain = second.signs.is_letters and not (second.opens_small or second.series) and second.place < A_TOWN
    return plain and first.words == second.words == 1 and date_follows(line, i)
