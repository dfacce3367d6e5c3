"""What the colon of an imprint shows of the segments around it: "Garden City, New York: Weft Press, 1954".

A listed place beside the colon is what shows it.
"""

from shelflist.parse.grammar import PLACE, PUBLISHER
from shelflist.parse.labels.form import Form, date_follows, is_author_named
from shelflist.parse.looks.features import Features
from shelflist.parse.looks.grades import A_PLACE, A_TOWN, AN_ACRONYM, LISTED, NAMELIKE
from shelflist.parse.search import Scores

_HOUSE = 4.5
_PLACE = 2.5


def weigh_by_colon(scores: Scores, line: Form, i: int) -> None:
    """Corrects the scores of segment i for house and place by a colon before it, or one of the next two after it."""
    following = line.gaps[i + 1] if i + 1 < len(line.gaps) else ""
    alone = line.looks[i].words == 1 and i > 1
    if _stands_at_colon(line, i) or (alone and _closes_firm(line, i)):
        scores[PUBLISHER], scores[PLACE] = max(scores.get(PUBLISHER, 0.0), _HOUSE), -4.0
    elif alone and _opens_firm(line, i):
        scores[PUBLISHER], scores[PLACE] = LISTED, -4.0
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


def _opens_firm(line: Form, i: int) -> bool:
    return i + 1 < len(line.looks) and (_close_imprint(line, i + 1) or _stand_before_place(line, i))


def _closes_firm(line: Form, i: int) -> bool:
    """ "Leeds: Griffin, Bohn, 1861", ". Leeds, Griffin, Bohn, 1861": after a known place two single words before the
    date are one firm. So are they after who wrote, before place and date: "Rewi Ash, Griffin, Bohn, Leeds, 1861".
    """
    return _close_imprint(line, i) or _stand_before_place(line, i - 1)


def _close_imprint(line: Form, i: int) -> bool:
    """Place, partner and segment i, the last before the date."""
    if i < 3 or line.gaps[i] != "," or line.looks[i - 2].place < A_PLACE:
        return False
    parted = line.gaps[i - 1] == ":" or (line.gaps[i - 1] == "," and line.gaps[i - 2] == ".")
    return parted and _is_plain(line.looks[i]) and line.looks[i - 1].words == 1 and date_follows(line, i)


def _stand_before_place(line: Form, i: int) -> bool:
    """Segment i and the next, neither of them known as anything."""
    if i + 3 >= len(line.looks) or line.gaps[i + 1 : i + 3] != (",", ",") or line.inner[i]:
        return False
    pair, place = line.looks[i : i + 2], line.looks[i + 2]
    if place.place < A_PLACE or not date_follows(line, i + 2) or not is_author_named(line, i):
        return False
    return all(_is_plain(look) and look.publisher < AN_ACRONYM and look.names < NAMELIKE for look in pair)


def _is_plain(look: Features) -> bool:
    plain = look.words == 1 and look.signs.is_letters and not (look.opens_small or look.series or look.has_form)
    return plain and look.place < A_TOWN
