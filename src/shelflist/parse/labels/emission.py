"""What each segment of one line may be, scored with its neighbours in view.

`features` judges words alone; here the scores of a line are put together, of what only the line can tell: whether names
go on as one list, what may come after a person or a body, and where the marked title ends. Dates are scored in
`date_scores`, periodicals in `host_scores`, titles in `titles`.
"""

from typing import NamedTuple

from shelflist.models.citation import Role
from shelflist.parse.grammar import (
    ABOUT_PERSON,
    AUTHOR,
    AUTHOR_PLACE,
    DATED,
    EDITION,
    LATE_PHRASE,
    LEADER,
    NAMES,
    NO_IMPRINT,
    ORIGINAL,
    PART,
    PHRASE,
    PLACE,
    PUBLISHER,
    REMARK,
    ROLE,
    SERIES,
    START,
    TITLE,
    UNREAD,
    Label,
)  # fmt: skip
from shelflist.parse.labels.causes import is_body_before_house, weigh_body
from shelflist.parse.labels.date_scores import date_scores, dates_title
from shelflist.parse.labels.events import event_columns
from shelflist.parse.labels.form import Form
from shelflist.parse.labels.form_scores import add_by_form
from shelflist.parse.labels.host_scores import is_bare_number, weigh_host
from shelflist.parse.labels.house_or_place import follows_place
from shelflist.parse.labels.houses import is_only_name, weigh_house
from shelflist.parse.labels.part_names import weigh_part_name
from shelflist.parse.labels.phrase_runs import weigh_phrase
from shelflist.parse.labels.serials import numbers_series, series_beside_house, stands_before_author
from shelflist.parse.labels.standing import weigh_standing
from shelflist.parse.labels.title_runs import title_run
from shelflist.parse.labels.titles import author_leads, title_score
from shelflist.parse.looks.features import Features
from shelflist.parse.looks.grades import A_PERIODICAL, A_PLACE, AN_ACRONYM, LISTED, NAMED, NAMELIKE
from shelflist.parse.search import SURE, Column, Scores, kept
from shelflist.parse.segments.asides import ASIDE
from shelflist.parse.segments.held import IN_SERIES, OF_FIRST

_LED = 4.5
""" "Rewi Ash and Gidon Elm, The Mill Hands": two names are as sure an author as one that is beyond doubt."""
_HELPERS = frozenset(Role) - {Role.AUT, Role.SGN}
_ONE_HELPER = 2.0
_LED_ALREADY, _KNOWN_ABOVE = 2.5, 0.7
_ONE_MORE = 4.0
""" "Sue Elm, General Secretary of the Weavers, and Ann Ash": the "and" goes back over what was said of her."""
_NAMED_ALONE = 1.8
_BY_GAP = {ASIDE: REMARK, IN_SERIES: SERIES, OF_FIRST: ORIGINAL}
_MARKED_TITLE: Column = ((TITLE, 8.0),)


def score_line(line: Form) -> tuple[list[Column], list[bool], list[bool]]:
    """For `search.best_reading`: the scores, where names go on, where a publisher follows its place."""
    run = title_run(line)
    events = {i: column for i, column in event_columns(line).items() if i > run}
    known = events | {i: ((label, 8.0),) for i, label in line.known}
    columns = [known[i] if i in known else _column(line, i, run, past) for i, past in enumerate(_pasts(line))]
    place_first = [line.inner[i] or ":" in gap or follows_place(line, i) for i, gap in enumerate(line.gaps)]
    return columns, _listed(line), place_first


def _listed(line: Form) -> list[bool]:
    """At i: names that go on in i + 1, because an "and" closes the list further on."""
    listed = [False] * len(line.looks)
    for i in range(len(line.looks) - 2, -1, -1):
        this, following = line.looks[i], line.looks[i + 1]
        if min(this.listing, following.names) < NAMELIKE or following.publisher >= LISTED:
            continue
        listed[i] = listed[i + 1] or following.signs.has_and
    return listed


class _Past(NamedTuple):
    """What may have stood before a segment: only then can certain labels follow."""

    person: bool
    role: bool
    body: bool


_NO_PAST = _Past(person=False, role=False, body=False)


def _pasts(line: Form) -> list[_Past]:
    past = _NO_PAST
    pasts = []
    for look in line.looks:
        pasts.append(past)
        role = past.role or look.role is not None
        body = past.body or look.body > 0
        person = past.person or role or body or look.names > -2
        if person is not past.person or role is not past.role or body is not past.body:
            past = _Past(person, role, body)
    return pasts


def _column(line: Form, i: int, run: int, past: _Past) -> Column:
    """The labels that segment i may bear. Sure signs leave only one."""
    look = line.looks[i]
    if i == line.title_at:
        return _MARKED_TITLE
    if sure := _surely(line, i):
        return ((sure, SURE),)
    if line.title_at is not None and i < line.title_at:
        return tuple(sorted(_before_title(look).items()))
    if look.date is not None and (i > run or not i):
        return tuple(sorted(date_scores(line, i, named=past.person).items()))
    if i == 0 and line.title_at is None:
        return kept(_opening(line, run))
    scores = _unplaced(line, i, past)
    weigh_house(scores, line, i)
    weigh_body(scores, line, i)
    weigh_standing(scores, line, i)
    weigh_phrase(scores, line, i, named=past.person)
    _add_by_next(scores, line, i, past)
    if line.looks[i - 1].part:
        weigh_part_name(scores, line, i)
    if is_body_before_house(line, i):
        scores[PUBLISHER] = scores.get(PUBLISHER, 0.0) - 6.0
        scores[AUTHOR] = max(scores.get(AUTHOR, 0.0), 2.5)
    elif is_only_name(line, i):
        scores[AUTHOR] = max(scores.get(AUTHOR, 0.0), _NAMED_ALONE)
    if line.title_at is None and not line.inner[i]:
        scores[TITLE] = title_score(line, i, run)
    return kept(scores)


def _surely(line: Form, i: int) -> Label | None:
    """What the form alone shows beyond doubt."""
    if line.gaps[i] in _BY_GAP:
        return _BY_GAP[line.gaps[i]]
    if line.looks[i].not_printed:
        return NO_IMPRINT
    if i - 1 == line.title_at and line.looks[i].date is not None and dates_title(line, i):
        return DATED
    return PART if is_bare_number(line, i) or numbers_series(line, i) else None


def _opening(line: Form, run: int) -> Scores:
    """What opens an unmarked line: its title, else an author or a role, the number of a part, a series."""
    look = line.looks[0]
    led = NAMELIKE < look.names < _LED and len(line.looks) > 2 and author_leads(line)
    names = _LED if led else look.names
    may_lead = run == 0 and not _is_by(line) and not (line.led and look.words == 1)
    scores = {
        TITLE: title_score(line, 0, run),
        LEADER: 7.0 if look.inverted else names if may_lead else -4.0,
        UNREAD: -2.0,
    }
    add_by_form(scores, look, line.gaps[0])
    return {label: score for label, score in scores.items() if label in START}


def _is_by(line: Form) -> bool:
    """ "Rosa Elm by Rewi Ash": whose life it is, and who wrote it."""
    return len(line.looks) > 1 and line.looks[1].role is Role.AUT and "." not in line.gaps[1]


def _before_title(look: Features) -> Scores:
    return {LEADER: 7.0 if look.inverted else look.names + 2.0, UNREAD: -2.0}


def _add_by_next(scores: Scores, line: Form, i: int, past: _Past) -> None:
    """What only the number or month that comes next shows: a series, a periodical."""
    by_author = past.person or line.author_known or line.gaps[i] == "."
    if (by_author or stands_before_author(line, i + 1)) and (surety := series_beside_house(line, i)):
        scores[SERIES] = max(scores.get(SERIES, 0.0), surety)
    weigh_host(scores, line, i, named=past.person)


def _unplaced(line: Form, i: int, past: _Past) -> Scores:
    """By the segment alone, the title apart."""
    look = line.looks[i]
    if line.inner[i]:
        return _in_bracket(line, i)
    names = -1.0 if look.publisher >= LISTED else look.names
    firm = min(look.publisher, 0.5) if names >= NAMELIKE and look.publisher < AN_ACRONYM else look.publisher
    if look.inverted:
        names = 4.0
    scores: Scores = {PHRASE: look.phrase, UNREAD: -2.0, PUBLISHER: firm, PLACE: look.place}
    scores[AUTHOR] = max(names, look.body) - _less_likely(line, i)
    if past.role:
        scores[NAMES] = names
        if line.looks[i - 1].role in _HELPERS and names >= NAMED:
            _weigh_after_helper(scores, line, i)
    if past.person:
        if look.opens_small and names >= NAMED and look.role is None and line.looks[i - 1].note_on_person > 0:
            again = NAMES if past.role and line.looks[i - 2].role is not None else AUTHOR
            scores[again] = scores.get(again, names) + _ONE_MORE
        scores[LATE_PHRASE] = look.phrase
        scores[ABOUT_PERSON] = look.note_on_person
    if past.body and look.place >= A_PLACE:
        scores[AUTHOR_PLACE] = look.place - 1.0
    add_by_form(scores, look, line.gaps[i])
    return scores


def _weigh_after_helper(scores: Scores, line: Form, i: int) -> None:
    """ "Rewi Ash, foreword by Ann Hill, Sue Elm, Weft Press": who wrote stands before, the house before a date."""
    if line.led or any(look.names >= NAMED or look.role is Role.AUT for look in line.looks[1 : i - 1]):
        scores[AUTHOR] -= _ONE_HELPER
        if i + 1 < len(line.looks) and line.looks[i + 1].date is not None:
            scores[NAMES] -= _ONE_HELPER


def _in_bracket(line: Form, i: int) -> Scores:
    look = line.looks[i]
    alone = look.place >= A_PLACE and _alone_in_bracket(line, i)
    return {
        PUBLISHER: max(0.0 if look.signs.as_house else -2.0, look.place - 1.0 if alone else look.publisher),
        PLACE: max(-2.5, look.place if look.names < NAMELIKE or look.place >= A_PLACE else -2.5),
        AUTHOR: look.names - 1.5 - _less_likely(line, i) if look.publisher < AN_ACRONYM else -5.0,
        EDITION: 4.0 if look.edition else -4.0,
        ORIGINAL: SURE if look.original else -5.0,
        REMARK: 4.5 if look.physical and not look.edition else -5.0,
        ROLE: 6.0 if look.role is not None else -5.0,
        SERIES: 5.0 if look.series and (look.publisher < A_PERIODICAL or look.signs.ends_in_number) else -5.0,
        UNREAD: -2.0,
    }


def _less_likely(line: Form, i: int) -> float:
    """What speaks against another author: one stands before the title, in an area of his own, or above the line."""
    if line.led or (not line.looks[i].opens_small and any(at < i and label is AUTHOR for at, label in line.known)):
        return _LED_ALREADY
    return _KNOWN_ABOVE if line.author_known else 0.0


def _alone_in_bracket(line: Form, i: int) -> bool:
    """ "The Mill Hands (Leeds, 1954)": nothing but a listed place and the date stands in the bracket."""
    if line.inner[i - 1] or i + 1 >= len(line.looks) or line.looks[i + 1].date is None:
        return False
    return i + 2 == len(line.looks) or not line.inner[i + 2]
