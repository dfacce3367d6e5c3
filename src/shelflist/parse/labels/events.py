"""Where and when the thing was that a phrase tells of: "testimony before the Senate, Leeds, May 1921, Sue Elm, 1922".

The last date of a line is the book's. An earlier one, before who wrote or published it, is the event's; what stands
between the phrase and that date, places and bodies, belongs to it.
"""

from collections.abc import Mapping
from types import MappingProxyType

from shelflist.parse.grammar import LATE_PHRASE, PHRASE, UNREAD
from shelflist.parse.labels.form import Form, after_title, is_named
from shelflist.parse.looks.features import Features
from shelflist.parse.looks.grades import A_BODY, A_PLACE, A_TOWN, HOUSELIKE, LISTED, NAMED
from shelflist.parse.search import SURE, Column

_OF_EVENT: Column = ((PHRASE, SURE), (LATE_PHRASE, SURE))
_NEITHER: Column = ((UNREAD, SURE),)
_AT_LENGTH = 4
"""Words."""
_NO_EVENT: Mapping[int, Column] = MappingProxyType({})


def event_columns(line: Form) -> Mapping[int, Column]:
    """The scores of the segments that tell of an event, by index. Few lines have two dates, and are looked at."""
    columns: dict[int, Column] = {}
    dates: list[int] = []
    for i, look in enumerate(line.looks):
        if look.date is not None:
            dates.append(i)
        elif look.place >= A_TOWN and _is_scene(line, i):
            columns[i] = _OF_EVENT
    if len(dates) < 2:
        return columns or _NO_EVENT
    for at in dates[:-1]:
        if _may_end(line, at):
            run = _run(line, at)
            columns |= dict.fromkeys(run, _OF_EVENT) if run else dict.fromkeys(_other_imprint(line, at), _NEITHER)
    return columns


def _is_scene(line: Form, i: int) -> bool:
    """ "a debate in the Hall, Leeds, by Sue Elm, Weft Press, Hull": where it was, as the imprint has its own place.

    Right before the imprint only where the house has its place after it: "put up at the yard, Leeds, Weft Press, Hull".
    """
    if line.gaps[i] != "," or not 1 < i < len(line.looks) - 1 or line.inner[i] or not is_phrase(line.looks[i - 1]):
        return False
    following = line.looks[i + 1]
    if following.date is not None or not _is_placed_later(line, i):
        return False
    if is_named(following) or is_phrase(following):
        return True
    return following.publisher >= HOUSELIKE and i + 2 < len(line.looks) and line.looks[i + 2].place >= A_PLACE


def _run(line: Form, at: int) -> range:
    """The phrase that the date at `at` ends; empty where no words show one."""
    nothing, first = range(0), after_title(line)
    for i in range(at - 1, first - 1, -1):
        if line.gaps[i + 1] != "," or line.inner[i]:
            return nothing
        if tells_of_work(line, i):
            return range(i, at + 1)
        if not _may_belong(line, i, at):
            return nothing
    if at == first or line.gaps[first] not in ("", ","):
        return nothing
    placed, following = line.looks[first].place >= A_TOWN, line.looks[at + 1]
    told = placed and (line.title_at is not None or is_named(following))
    told = told or (_is_span(line, at) and is_named(following) and following.role is None)
    return range(first, at + 1) if told else nothing


def _may_end(line: Form, at: int) -> bool:
    """A month or a day, or a year after a place where the book has a place and a date of its own."""
    date, following = line.looks[at].date, line.looks[at + 1]
    if date is None or not date.is_known or line.inner[at] or at <= after_title(line):
        return False
    if following.physical:
        return False
    if _is_told_at_length(line, at) and not (is_phrase(following) or following.signs.numbers_issue):
        return True
    if (following.edition and not date.of_issue) or (following.original and not date.to_the_day):
        return False
    if _is_span(line, at):
        return True
    if following.part:
        return False
    if following.place >= A_PLACE and not date.to_the_day and not (date.of_issue and _is_placed_phrase(line, at - 2)):
        return False
    if date.of_issue:
        return True
    return _is_placed_later(line, at) and line.looks[at - 1].place >= A_TOWN and following.date is None


def _is_told_at_length(line: Form, at: int) -> bool:
    """ "the nine hours movement on Tyneside, 1871, third edition, Weft Press, Leeds, 1954": so many words tell of
    something that happened; "a novel, 1871" may as well be its first date, "songs, 1871-1880" can not.
    """
    date = line.looks[at].date
    if date is None or line.gaps[at] != "," or not tells_of_work(line, at - 1):
        return False
    following = line.looks[at + 1]
    if line.title_at is None and not (following.edition or following.original or following.part):
        return False  # of an unmarked title `dates_phrase` judges
    return date.span_years or line.looks[at - 1].words >= _AT_LENGTH


def _is_span(line: Form, at: int) -> bool:
    """ "Weirdale Colliery, 1840-1926", after a marked title: no book came out in so many years."""
    date = line.looks[at].date
    return line.title_at is not None and date is not None and date.span_years


def _is_placed_phrase(line: Form, i: int) -> bool:
    """ "speeches at the conference, Leeds, March 1920, Skipton, 1921"."""
    return i > 0 and tells_of_work(line, i) and line.looks[i + 1].place >= A_TOWN


def _is_placed_later(line: Form, at: int) -> bool:
    return any(look.place >= A_PLACE or look.not_printed for look in line.looks[at + 1 :])


def _may_belong(line: Form, i: int, at: int) -> bool:
    """A place, a body, somebody's office, a hall: no person, and no house that may have printed it by that day."""
    look, date = line.looks[i], line.looks[at].date
    if look.has_form or look.date is not None:
        return False
    to_the_day = date is not None and date.to_the_day
    named = look.names >= NAMED and not (look.signs.ends_as_hall and date is not None and date.of_issue)
    return look.place >= A_PLACE or (not named and (look.publisher < LISTED or to_the_day))


def _other_imprint(line: Form, at: int) -> range:
    """ "Report, Socialist Congress, Stuttgart, August 1907, Weft Press, Leeds, 1907": what is not the book's imprint.

    Whether the body wrote, or is what the book is about, the words do not say.
    """
    nothing, date = range(0), line.looks[at].date
    if date is None or not date.of_issue or line.looks[at - 1].place < A_PLACE or not _is_placed_later(line, at):
        return nothing
    return range(at - 1, at + 1) if at - 1 > after_title(line) else nothing


def tells_of_work(line: Form, i: int) -> bool:
    """A phrase in small letters, or after a stop one with a kind of writing: "Letters to the Loom, June 1825"."""
    look = line.looks[i]
    if look.opens_small or line.gaps[i] != ".":
        return is_phrase(look)
    other = look.has_form or look.date is not None or look.names >= NAMED or look.publisher >= A_BODY
    return look.signs.tells_work and not other


def is_phrase(look: Features) -> bool:
    """Small letters, and no form that something else has; of a single word, that it is a kind of writing."""
    if not look.opens_small or look.has_form or look.date is not None or look.note_on_person >= 0:
        return False
    return look.words > 1 or look.signs.tells_work
