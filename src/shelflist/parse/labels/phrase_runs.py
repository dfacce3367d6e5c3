"""Phrases that go on over their commas: "the profits of Vickers, Krupp and Schneider", "letters home, May 1937".

Where a title does so stands in `title_runs`. Only what the line around a segment shows is judged here.
"""

from shelflist.parse.grammar import AUTHOR, LATE_PHRASE, PART, PHRASE, PLACE
from shelflist.parse.labels.events import is_phrase, tells_of_work
from shelflist.parse.labels.form import Form, imprint_ends_after, is_named
from shelflist.parse.looks.features import Features
from shelflist.parse.looks.grades import (
    A_BODY,
    A_FIRM,
    A_PAIR,
    A_TOWN,
    AN_ACRONYM,
    NAMELIKE,
    NO_BODY,
    SURE_FIRM,
    SURELY_NAMED,
)
from shelflist.parse.search import Scores

_SURE, _PART_NAME = 6.0, 5.5
_LONGEST_MEMBER = 5
_CLOSING, _LONGEST_LIST = 3, 8
_OF_LIST = (1, _CLOSING)
""" "Engels", "Lenin and Stalin": how many words."""


def weigh_phrase(scores: Scores, line: Form, i: int, *, named: bool) -> None:
    """Corrects the scores of segment i: it may close the enumeration of a phrase, or name the part before it."""
    if i and line.looks[i - 1].part and _names_part(line, i):
        scores[PHRASE] = _PART_NAME
    elif i == 1 and line.looks[0].signs.ends_in_part and _names_part_of_title(line):
        scores[PART] = _PART_NAME
    if i < 2 or line.inner[i] or line.gaps[i] != ",":
        return
    if line.looks[i].opens_small and _closes_list(line, i):
        scores[PHRASE] = scores[LATE_PHRASE] = -3.0
        return
    if line.looks[i].words in _OF_LIST and not line.looks[i].opens_small and _lists_names(line, i):
        scores |= {PHRASE: _SURE, LATE_PHRASE: _SURE} if named else {PHRASE: _SURE}
        scores[AUTHOR] = scores[PLACE] = -3.0
        return
    if not is_phrase(line.looks[i - 1]):
        return
    look = line.looks[i]
    if look.opens_small or not look.signs.has_and or look.words > _LONGEST_MEMBER:
        return
    if not _is_member(look) and not _is_author_after(line, i):
        return
    if i + 1 < len(line.looks) and (_is_next_field(line, i + 1) or _years_close(line, i + 1)):
        scores |= {PHRASE: _SURE, LATE_PHRASE: _SURE} if named else {PHRASE: _SURE}
        scores[AUTHOR] = scores[PLACE] = -3.0


def _closes_list(line: Form, i: int) -> bool:
    """ "edited by Sue Elm, Zerwin Gelm, and Rexford Tom Hill": "and" goes on with the list of names."""
    look = line.looks[i]
    return look.names >= NAMELIKE and look.signs.has_and and line.looks[i - 1].listing >= NAMELIKE


def _lists_names(line: Form, i: int) -> bool:
    """ "selections from the writings of Marx, Engels, Lenin and Stalin": single names go on the list of the phrase."""
    first, last = i - 1, i
    while first > max(1, i - _LONGEST_LIST) and line.looks[first].words == 1 and line.gaps[first] == ",":
        first -= 1
    end = min(len(line.looks), i + _LONGEST_LIST)
    while last + 1 < end and line.looks[last].words == 1 and line.gaps[last + 1] == ",":
        last += 1
    opening, closing = line.looks[first], line.looks[last]
    if opening.role is not None or not opening.signs.names_last:
        return False
    return closing.words == _CLOSING and closing.signs.has_and


def _names_part_of_title(line: Form) -> bool:
    """ "Collected Works, Volume 38. Philosophical Notebooks"; after a comma, where author or house come next."""
    if not _may_name_part(line, 1) or line.gaps[1] not in (".", ","):
        return False
    following = line.looks[2]
    return line.gaps[1] == "." or is_named(following) or following.publisher >= A_FIRM


def _names_part(line: Form, i: int) -> bool:
    """ "Part I, The First Members, 1905"; "Oil Engines, section 4, Auxiliaries, Weft Press": capitals, and no name."""
    if not _may_name_part(line, i):
        return False
    following = line.looks[i + 1]
    if line.gaps[i] == ".":  # "Volume 2. The Prelude. Leeds: Weft Press", and no sentence after an issue
        return not line.looks[i - 1].signs.numbers_issue and (i == 1 or line.gaps[i - 1] == ".")
    if following.date is not None and following.date.span_years and line.looks[-1].date is not None and i > 1:
        return True  # "Book Two, The Woodline, 1920-1947, edited by Sue Elm, Weft Press, 1988"
    return (
        i == 1
        if following.date is not None or following.edition
        else is_named(following) or following.publisher >= AN_ACRONYM
    )


def _may_name_part(line: Form, i: int) -> bool:
    look, rest = line.looks[i], line.looks[i + 1 :]
    if (
        look.opens_small
        or look.date
        or look.has_form
        or look.names >= NAMELIKE
        or look.place >= A_TOWN
        or line.inner[i]
    ):
        return False
    if not rest or line.gaps[i] not in (",", "."):
        return False
    if (is_named(rest[0]) and any(later.publisher >= A_FIRM for later in rest)) or (i == 1 and rest[0].edition):
        return look.publisher <= A_BODY  # "Volume 2, The Citizen Army, Sue Elm, Weft Press"
    housed = i == 1 or any(later.publisher >= SURE_FIRM for later in rest)  # "Levers and Pulleys" is then no firm
    return look.publisher < (A_BODY if housed else A_PAIR)


def dates_phrase(line: Form, i: int) -> bool:
    """ "letters from the front, May 1937, Victor Gollancz, London, 1938": a later date is the book's."""
    if i < 2 or i + 2 >= len(line.looks) or line.gaps[i] != "," or not tells_of_work(line, i - 1):
        return False
    following = line.looks[i + 1]
    if following.edition or following.physical or following.part:
        return False
    date = line.looks[i].date
    if following.original and not (date and date.span_years):
        return False  # "letters, 1847-1866 (first published 1911, Weft Press, Leeds, 1976)"
    if following.date is not None:
        return line.gaps[i + 1] == "."  # "a lecture to the Guild, 1923. 1924. Weft Press"
    return any(look.date is not None for look in line.looks[i + 2 :])


def _years_close(line: Form, i: int) -> bool:
    """ "police strikes, London and Liverpool, 1918-19, Rewi Ash": years end the phrase; author or house come next."""
    date = line.looks[i].date
    return date is not None and date.span_years and i + 1 < len(line.looks) and _is_next_field(line, i + 1)


def _is_member(look: Features) -> bool:
    """Words that are no persons in full and no firm: single names, or places."""
    return look.names < NAMELIKE and look.publisher < A_FIRM and look.body <= NO_BODY


def _is_author_after(line: Form, i: int) -> bool:
    """ "an answer to Mr Elm, Mr Ash and others, Rewi Hill, Weft Press": who is named next, and is no house, wrote."""
    if i + 2 >= len(line.looks) or line.looks[i].role is not None or imprint_ends_after(line, i + 1):
        return False
    return line.looks[i + 1].names >= SURELY_NAMED and not line.looks[i + 1].signs.has_and


def _is_next_field(line: Form, i: int) -> bool:
    """Somebody is named next, or a house that is beyond doubt."""
    return is_named(line.looks[i]) or line.looks[i].publisher >= A_FIRM
