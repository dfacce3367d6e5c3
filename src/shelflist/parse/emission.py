"""What each segment of one line may be, scored with its neighbours in view.

`features` judges words alone; here is what only the line can tell: whether a title runs on over a comma, whether a
date is an event's, whether names go on as one list, and where the marked title ends.
"""

import re
from typing import NamedTuple

from shelflist.parse.bodies import ends_as_body, is_own_house
from shelflist.parse.causes import weigh_body
from shelflist.parse.features import Features
from shelflist.parse.gazetteer import Gazetteer, key
from shelflist.parse.grammar import (
    ABOUT_PERSON,
    AUTHOR,
    AUTHOR_PLACE,
    DATE,
    EDITION,
    GENRE,
    HOST,
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
)  # fmt: skip
from shelflist.parse.hosts import host_score, is_of_an_issue, split_host
from shelflist.parse.houses import follows_place, is_pseudonym, weigh_house
from shelflist.parse.parts import BARE_NUMBER
from shelflist.parse.search import Column, Scores
from shelflist.parse.serials import series_beside_house
from shelflist.parse.standing import weigh_standing
from shelflist.parse.title_runs import title_run
from shelflist.parse.titles import AND, Line, title_score
from shelflist.parse.tokens import Segment

_GENERAL_TITLE = re.compile(
    r"(?:(?:Selected|Collected|Complete|Early|Political|Prose|Shorter)\s)*(?:Works|Writings|Poems|"
    r"Essays|Speeches|Letters|Articles|Correspondence)\b"
)
_OPENS_NOTE = re.compile(r"(?:In|From)\s")
_LEAST = -5.0
_HARD = 6.0


def score_line(line: Line, gazetteer: Gazetteer) -> tuple[list[Column], list[bool], list[bool]]:
    """For `search.best_reading`: the scores, where names go on, where a publisher follows its place."""
    run = title_run(line, gazetteer)
    pasts = _pasts(line)
    columns = [_column(line, i, run, past, gazetteer) for i, past in enumerate(pasts)]
    place_first = [
        segment.inner or ":" in segment.gap or follows_place(line, i) for i, segment in enumerate(line.segments)
    ]
    return columns, _listed(line), place_first


def _listed(line: Line) -> list[bool]:
    """At i: names that go on in i + 1, because an "and" closes the list further on."""
    listed = [False] * len(line.looks)
    for i in range(len(line.looks) - 2, -1, -1):
        this, following = line.looks[i], line.looks[i + 1]
        if min(this.listing, following.names) < 2 or following.publisher >= 6:
            continue
        listed[i] = listed[i + 1] or bool(AND.search(line.segments[i + 1].text))
    return listed


class _Past(NamedTuple):
    """What may have stood before a segment: only then can certain labels follow."""

    person: bool
    role: bool
    body: bool


_NO_PAST = _Past(person=False, role=False, body=False)


def _pasts(line: Line) -> list[_Past]:
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


def _column(line: Line, i: int, run: int, past: _Past, gazetteer: Gazetteer) -> Column:
    """The labels that segment i may bear. Sure signs leave only one."""
    segment, look = line.segments[i], line.looks[i]
    if i == line.title_at:
        return [(TITLE, 8.0)]
    if i in line.known:
        return [(line.known[i], 8.0)]
    if look.not_printed or _is_bare_number(line, i):
        return [(NO_IMPRINT if look.not_printed else PART, _HARD)]
    if line.title_at is not None and i < line.title_at:
        return sorted(_before_title(look).items())
    if look.date is not None:
        return sorted(_date_scores(line, i, past).items())
    if i == 0 and line.title_at is None:
        return _kept(_opening(line, run))
    scores = _unplaced(segment, look, past, line.author_known)
    weigh_house(scores, line, i)
    weigh_body(scores, line, i)
    weigh_standing(scores, line, i)
    _add_by_next(scores, line, i, past, gazetteer)
    if _body_before_house(line, i):
        scores[PUBLISHER] = scores.get(PUBLISHER, 0.0) - 6.0
        scores[AUTHOR] = max(scores.get(AUTHOR, 0.0), 2.5)
    elif is_pseudonym(line, i):
        scores[AUTHOR] = max(scores.get(AUTHOR, 0.0), 1.8)
    if line.title_at is None:
        scores[TITLE] = title_score(line, i, run)
    return _kept(scores)


def _opening(line: Line, run: int) -> Scores:
    """What opens an unmarked line: its title, else an author or a role, the number of a part, a series."""
    look = line.looks[0]
    general = len(line.segments) > 1 and look.names >= 4 and bool(_GENERAL_TITLE.match(line.segments[1].text))
    scores = {
        TITLE: title_score(line, 0, run),
        LEADER: 7.0 if look.inverted else look.names + 3.0 * general if run == 0 else -4.0,
        UNREAD: -2.0,
    }
    _add_by_form(scores, look, line.segments[0])
    return {label: score for label, score in scores.items() if label in START}


def _add_by_next(scores: Scores, line: Line, i: int, past: _Past, gazetteer: Gazetteer) -> None:
    """What only the number or month that comes next shows: a series, a periodical."""
    if past.person and (surety := series_beside_house(line, i, gazetteer)):
        scores[SERIES] = max(scores.get(SERIES, 0.0), surety)
    if i <= (line.title_at or 0) or (
        _OPENS_NOTE.match(line.segments[i].text) and line.segments[i].gap not in ("", ".")
    ):
        return
    host = 6.0 if _follows_its_editors(line, i) else _host_score(line, i, gazetteer)
    if line.of_pages and host <= 0 and _has_volume(line, i):
        host = 6.0
    if host > 0:
        scores[HOST] = host
    elif (past.person or _comes_number(line, i)) and (surety := _of_a_day(line, i)):
        scores[HOST] = surety


def _is_bare_number(line: Line, i: int) -> bool:
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
    if following is not None and _is_bare_number(line, i + 1) and look.names < 2.5 and not look.opens_small:
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


def _body_before_house(line: Line, i: int) -> bool:
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


def _before_title(look: Features) -> Scores:
    scores = {LEADER: 7.0 if look.inverted else look.names + 2.0, UNREAD: -2.0}
    if look.role:
        scores[ROLE] = 5.0
    return scores


def _is_event(line: Line, i: int) -> bool:
    """ "Jarrow, October 1936, David Elm, Weft Press, 1937": before the author, and a later date is the book's."""
    if i == 0 or i + 2 >= len(line.looks) or (line.title_at is not None and i == line.title_at + 1):
        return False
    following = line.looks[i + 1]
    named = following.names >= 2.4 or following.role is not None or following.body > 0
    named = named or (i == 1 and following.opens_small and not following.edition)
    return named and any(look.date is not None for look in line.looks[i + 2 :]) and i <= 3


def _date_scores(line: Line, i: int, past: _Past) -> Scores:
    date = line.looks[i].date
    if date is None or date.edtf is None:
        return {DATE: _HARD}
    scores = {DATE: 2.0 if date.span_years else 3.0 if date.to_the_day else 5.0}
    if not line.segments[i].inner:
        ranged = date.span_years or date.to_the_day
        scores[TITLE] = 1.8 if ranged else -1.5
        if (
            date.span_years
            and i > 0
            and (i - 1 in (0, line.title_at) or line.looks[i - 1].part or line.looks[i - 1].date)
        ):
            scores[PART] = 1.6
        if not date.span_years and _is_event(line, i):
            before = line.looks[i - 1]
            scores[PHRASE if before.opens_small or (before.words > 4 and i > 1) else TITLE] = 6.0
            return dict(_kept(scores))
        goes_on = i + 1 < len(line.looks) and line.looks[i + 1].opens_small and not line.looks[i + 1].edition
        scores[PHRASE] = 2.5 if goes_on and i > 1 else 0.6 if ranged else -1.0
        if past.person:
            scores[LATE_PHRASE] = 0.2
            scores[ABOUT_PERSON] = 1.0 if date.span_years else -2.0
        if line.title_at is not None:
            scores.pop(TITLE)
    return scores


def _unplaced(segment: Segment, look: Features, past: _Past, author_known: bool) -> Scores:
    """By the words alone, the title apart."""
    if segment.inner:
        return {
            PUBLISHER: max(-2.0, look.publisher),
            PLACE: max(-2.5, look.place if look.names < 2 or look.place > 5 else -2.5),
            AUTHOR: look.names - 1.5 if look.publisher < 3 else -5.0,
            EDITION: 4.0 if look.edition else -4.0,
            ORIGINAL: _HARD if look.original else -5.0,
        }
    names = -1.0 if look.publisher >= 6 else look.names
    firm = min(look.publisher, 0.5) if names >= 2.0 and look.publisher < 3 else look.publisher
    if look.inverted:
        names = 4.0
    scores: Scores = {PHRASE: look.phrase, UNREAD: -2.0, PUBLISHER: firm, PLACE: look.place}
    scores[AUTHOR] = max(names, look.body) - (0.7 if author_known else 0.0)
    if past.person:
        scores[LATE_PHRASE] = look.phrase
        scores[ABOUT_PERSON] = look.note_on_person
    if past.role:
        scores[NAMES] = names
    if past.body and look.place > 5:
        scores[AUTHOR_PLACE] = look.place - 1.0
    _add_by_form(scores, look, segment)
    return scores


def _add_by_form(scores: Scores, look: Features, segment: Segment) -> None:
    if look.has_form:
        _add_forms(scores, look)
    if "." in segment.gap and look.words >= 2:
        scores.setdefault(REMARK, 0.8)


def _add_forms(scores: Scores, look: Features) -> None:
    if look.role is not None:
        scores[ROLE] = 7.0
    if look.edition:
        scores[EDITION] = 5.0
    if look.original:
        scores[ORIGINAL] = _HARD
    if look.part:
        scores[PART] = 5.0
        if PHRASE in scores:
            scores[PHRASE] = min(scores[PHRASE], 0.0)
    if look.genre:
        scores[GENRE] = 5.0
    if look.physical:
        scores[REMARK] = 4.5
    if look.series:
        scores[SERIES] = 3.0 if look.publisher < 6 else -1.0


def _kept(scores: Scores) -> Column:
    """What may still win, labels ascending; something always may."""
    least = max(_LEAST, max(scores.values()) - 6.5)
    return sorted([label_and_score for label_and_score in scores.items() if label_and_score[1] > least])
