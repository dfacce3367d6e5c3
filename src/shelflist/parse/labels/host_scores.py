"""Periodicals by what comes next in the line: a volume, a number, a month or a day.

"Labour Monthly, Vol. 1, No. 3, September 1921"; "New Statesman and Nation, 27 October 1934". What a host's name looks
like alone stands in `hosts`.
"""

from shelflist.models.citation import Role
from shelflist.parse.grammar import HOST
from shelflist.parse.labels.form import Form
from shelflist.parse.looks.features import Features
from shelflist.parse.looks.grades import A_BODY, A_PLACE, LISTED, NAMED, NAMELIKE, SURE_FIRM, SURELY_NAMED
from shelflist.parse.search import Scores

_EDITING = (Role.EDT, Role.COM)


def weigh_host(scores: Scores, line: Form, i: int, *, named: bool) -> None:
    """Scores segment i as a periodical, where what comes next shows one; `named`: persons stand before it."""
    look = line.looks[i]
    if look.series and named and not line.of_pages:
        return  # "Our History, 73": a whole pamphlet is of the series, whatever else bears the name
    if i == 1 and line.gaps[1] == "." and not line.of_pages and _describes(look):
        return  # "The Weaver. Organ of the exiled weavers. No. 8. May 1940"
    if look.edition:
        if _comes_number(line, i) and look.signs.as_host_of_issue > 0:
            scores[HOST] = 8.0  # "reprinted from The Weaver, Volume 8, No. 46"
        return
    held = line.title_quoted and look.signs.in_something and look.role is None and not look.physical  # "in Russian"
    host = 8.0 if _follows_its_editors(line, i) else 6.0 if held else _host_score(line, i)
    if line.of_pages and host <= 0 and _has_volume(line, i):
        host = 6.0
    if host > 0:
        scores[HOST] = host
    elif _may_stand_in(line, i, named=named) and (surety := _of_a_day(line, i)):
        scores[HOST] = surety


def _describes(look: Features) -> bool:
    """No name: "Organ of the exiled weavers", "A bulletin for friends"."""
    return look.words > 2 and not look.opens_small and not look.edition and not look.signs.as_standing


def _may_stand_in(line: Form, i: int, *, named: bool) -> bool:
    """The line tells of a piece: who wrote it, marks of quotation, or a marked title and the day of a paper next."""
    if named or line.author_known or line.title_quoted or _comes_number(line, i):
        return True
    date = line.looks[i + 1].date if i + 1 < len(line.looks) else None
    return line.title_at == i - 1 and date is not None and date.to_the_day


def is_bare_number(line: Form, i: int) -> bool:
    """ "New Theatre; IV, 2; April 1937": numbers with nothing before them, and a month after them."""
    length = line.looks[i].signs.bare_number
    if not length:
        return False
    if _closes_before_pages(line, i):
        return True
    if i < 1 or not any(look.date for look in line.looks[i + 1 : i + 3]):
        return False
    another = line.looks[i + 1].date is None and line.looks[i + 1].signs.bare_number
    after = i + 2 if another else i + 1
    date = line.looks[after].date if after < len(line.looks) else None
    if date is None or length > 3:
        return date is not None and date.of_issue
    before = line.looks[i - 1]
    return before.date is None and before.place < A_PLACE and not before.opens_small and before.words <= 6


def _closes_before_pages(line: Form, i: int) -> bool:
    """ "(1952). The Machine Breakers. Past & Present, 1: 57-70": a number, with a name before it and pages after."""
    if not line.of_pages or i < 2 or i + 1 < len(line.looks):
        return False
    return line.looks[i].date is None and line.looks[i - 1].date is None


def _has_volume(line: Form, i: int) -> bool:
    """ "Transactions of the Loom Society 35 (1974): 201-210": the volume after the name, and the date next."""
    if i + 1 >= len(line.looks) or not (line.looks[i + 1].date or line.looks[i + 1].part) or line.looks[i].part:
        return False
    return line.looks[i].signs.has_volume


def _of_a_day(line: Form, i: int) -> float:
    """ "New Statesman and Nation, 27 October 1934": an unlisted paper; no house comes with the day alone."""
    look, following = line.looks[i], line.looks[i + 1] if i + 1 < len(line.looks) else None
    nameless = look.names < (SURELY_NAMED if line.inner[i] else NAMED)
    if nameless and following is not None and is_bare_number(line, i + 1) and not look.opens_small:
        return 6.0 if line.of_pages else 4.0
    if _comes_number(line, i):
        return _before_numbers(line, i)
    if following is None or following.date is None or not following.date.of_issue:
        return 0.0
    if look.publisher >= (LISTED if line.of_pages else A_BODY):
        return 0.0
    if look.names >= NAMELIKE or look.place >= A_PLACE or look.opens_small or look.words > 6 or look.part:
        return 0.0
    if line.of_pages:
        return 5.0  # "Factory Doctor, October 1926, pp. 112-118"
    return 3.0 if following.date.to_the_day else 1.5


def _follows_its_editors(line: Form, i: int) -> bool:
    """ "in A. Hill and B. Elm (eds), The Victorian Mill": whose editors are named before it."""
    before = line.looks[i - 1]
    return before.role in _EDITING and before.signs.opens_in and line.looks[i].role is None


def _comes_number(line: Form, i: int) -> bool:
    return i + 1 < len(line.looks) and line.looks[i + 1].part


def _before_numbers(line: Form, i: int) -> float:
    """ "The Volunteer for Liberty, vol. 2, no. 5, 1938, page 3", "Zarya, No. 4": numbers and the date end the line.

    After who wrote the piece the name of another has no number: "Sue Elm, Ash Tenant, no. 4, May 1973, pages 6-8".
    """
    look, end = line.looks[i], i + 1
    if (
        (look.names >= NAMED and not (line.of_pages and line.looks[i - 1].names >= NAMED))
        or look.opens_small
        or look.part
        or look.series
        or look.place >= A_PLACE
        or look.publisher >= SURE_FIRM
    ):
        return 0.0
    while end < len(line.looks) and line.looks[end].part:
        end += 1
    held = line.of_pages and True in line.inner[end : end + 1]  # "Loom Annual, no. 3 (Leeds: Weft, 1978), pp. 6-7"
    if end < len(line.looks) and not held and (line.looks[end].date is None or end + 1 < len(line.looks)):
        return 0.0
    if any(before.date is not None and not before.date.to_the_day for before in line.looks[1:i]):
        return 0.0  # "Weft Press, 1940, Loom Library, No. 5": the book is dated before
    if line.of_pages or end > i + 2:
        return 5.0
    date = line.looks[end].date if end < len(line.looks) else None
    of_issue = date is not None and date.of_issue  # "Loom & Shuttle, No. 12, March 1951"
    return 3.5 if look.words == 1 or of_issue else 0.0


def _host_score(line: Form, i: int) -> float:
    """An article's periodical shows itself by the volume, number or month that comes next."""
    following = line.looks[i + 1] if i + 1 < len(line.looks) else None
    signs = line.looks[i].signs
    if following is None and _stands_with_title_alone(line, i):
        return signs.as_host_of_issue
    numbered = following is not None and (following.part or is_bare_number(line, i + 1))
    if not numbered and (following is None or following.date is None or not following.date.of_issue):
        return signs.as_host
    return signs.as_host_of_issue


def _stands_with_title_alone(line: Form, i: int) -> bool:
    """ "1924: Looms in Leeds, Labour Monthly": nothing but title and periodical."""
    if i != (line.title_at or 0) + 1 or line.title_quoted:
        return False
    return not any(look.date for look in line.looks)
