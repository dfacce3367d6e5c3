"""Periodicals by what comes next in the line: a volume, a number, a month or a day.

"Labour Monthly, Vol. 1, No. 3, September 1921"; "New Statesman and Nation, 27 October 1934". What a host's name looks
like alone stands in `hosts`.
"""

import re

from shelflist.parse.gazetteer import Gazetteer
from shelflist.parse.grammar import HOST
from shelflist.parse.hosts import host_score, is_of_an_issue, split_host
from shelflist.parse.parts import BARE_NUMBER
from shelflist.parse.search import Scores
from shelflist.parse.titles import Line

_OPENS_NOTE = re.compile(r"(?:In|From)\s")


def weigh_host(scores: Scores, line: Line, i: int, gazetteer: Gazetteer, *, named: bool) -> None:
    """Scores segment i as a periodical, where what comes next shows one; `named`: persons stand before it."""
    if i <= (line.title_at or 0) or (
        _OPENS_NOTE.match(line.segments[i].text) and line.segments[i].gap not in ("", ".")
    ):
        return
    host = 6.0 if _follows_its_editors(line, i) else _host_score(line, i, gazetteer)
    if line.of_pages and host <= 0 and _has_volume(line, i):
        host = 6.0
    if host > 0:
        scores[HOST] = host
    elif (named or _comes_number(line, i)) and (surety := _of_a_day(line, i)):
        scores[HOST] = surety


def is_bare_number(line: Line, i: int) -> bool:
    """ "New Theatre; IV, 2; April 1937": numbers with nothing before them, and a month after them."""
    words = line.segments[i].text
    if len(words) > 7 or i < 1 or not any(look.date for look in line.looks[i + 1 : i + 3]):
        return False
    if not BARE_NUMBER.match(words):
        return False
    another = line.looks[i + 1].date is None and BARE_NUMBER.match(line.segments[i + 1].text)
    after = i + 2 if another else i + 1
    if after >= len(line.looks) or line.looks[after].date is None or len(words) > 3:
        return after < len(line.looks) and is_of_an_issue(line.looks[after].date)
    before = line.looks[i - 1]
    return before.date is None and before.place <= 5 and not before.opens_small and before.words <= 6


def _has_volume(line: Line, i: int) -> bool:
    """ "Transactions of the Loom Society 35 (1974): 201-210": the volume after the name, and the date next."""
    if i + 1 >= len(line.looks) or not (line.looks[i + 1].date or line.looks[i + 1].part) or line.looks[i].part:
        return False
    return split_host(line.segments[i].text)[1] is not None


def _of_a_day(line: Line, i: int) -> float:
    """ "New Statesman and Nation, 27 October 1934": an unlisted paper; no house comes with the day alone."""
    look, following = line.looks[i], line.looks[i + 1] if i + 1 < len(line.looks) else None
    if following is not None and is_bare_number(line, i + 1) and look.names < 2.5 and not look.opens_small:
        return 6.0 if line.of_pages else 4.0
    if _comes_number(line, i):
        return _before_numbers(line, i)
    if following is None or not is_of_an_issue(following.date) or look.publisher >= (6 if line.of_pages else 2.5):
        return 0.0
    if look.names >= 2 or look.place >= 5 or look.opens_small or look.words > 6 or look.part:
        return 0.0
    if line.of_pages:
        return 5.0  # "Factory Doctor, October 1926, pp. 112-118"
    return 3.0 if following.date is not None and following.date.to_the_day else 1.5


def _follows_its_editors(line: Line, i: int) -> bool:
    """ "in A. Hill and B. Elm (eds), The Victorian Mill": whose editors are named before it."""
    before = line.looks[i - 1]
    return (
        before.role is not None and line.segments[i - 1].text.startswith(("in ", "In ")) and line.looks[i].role is None
    )


def _comes_number(line: Line, i: int) -> bool:
    return i + 1 < len(line.looks) and line.looks[i + 1].part


def _before_numbers(line: Line, i: int) -> float:
    """ "The Volunteer for Liberty, vol. 2, no. 5, 1938, page 3", "Zarya, No. 4": numbers and the date end the line."""
    look, end = line.looks[i], i + 1
    if look.names >= 2.5 or look.opens_small or look.part or look.series or look.place > 5 or look.publisher >= 4.5:
        return 0.0
    while end < len(line.looks) and line.looks[end].part:
        end += 1
    if end < len(line.looks) and (line.looks[end].date is None or end + 1 < len(line.looks)):
        return 0.0
    if any(before.date is not None and not before.date.to_the_day for before in line.looks[1:i]):
        return 0.0  # "Weft Press, 1940, Loom Library, No. 5": the book is dated before
    return 5.0 if line.of_pages or end > i + 2 else 3.5 if look.words == 1 else 0.0


def _host_score(line: Line, i: int, gazetteer: Gazetteer) -> float:
    """An article's periodical shows itself by the volume, number or month that comes next."""
    following = line.looks[i + 1] if i + 1 < len(line.looks) else None
    goes_on = following is not None and (following.part or is_of_an_issue(following.date))
    return host_score(line.segments[i].text, goes_on, gazetteer)
