"""What each segment of one line may be, scored with its neighbours in view.

`features` judges words alone; here is what only the line can tell: whether a title runs on over a comma, whether a
date is an event's, whether names go on as one list, and where the marked title ends.
"""

import re
from dataclasses import dataclass

from shelflist.parse.features import Features, features
from shelflist.parse.gazetteer import Gazetteer
from shelflist.parse.grammar import Label
from shelflist.parse.search import Scores
from shelflist.parse.tokens import Segment

_AND = re.compile(r"(?:^|\s)(?:and|&|or)\s")
_LEAST = -5.0
_HARD = 6.0


@dataclass(frozen=True, slots=True)
class Line:
    """The segments of a line with what each looks like; `title_at` is the marked title's index, if one is marked."""

    segments: list[Segment]
    looks: list[Features]
    title_at: int | None
    author_known: bool  # from a heading


def look_at(segments: list[Segment], title_at: int | None, author_known: bool, gazetteer: Gazetteer) -> Line:
    return Line(segments, [features(segment.text, gazetteer) for segment in segments], title_at, author_known)


def score_line(line: Line, gazetteer: Gazetteer) -> tuple[list[Scores], list[bool], list[bool]]:
    """For `search.best_reading`: the scores, where names go on, where a publisher follows its place."""
    run = title_run(line, gazetteer)
    scores = [_scores(line, i, run) for i in range(len(line.segments))]
    place_first = [segment.inner or ":" in segment.gap for segment in line.segments]
    return scores, _listed(line), place_first


def _listed(line: Line) -> list[bool]:
    """At i: names that go on in i + 1, because an "and" closes the list further on."""
    listed = [False] * len(line.looks)
    for i in range(len(line.looks) - 2, -1, -1):
        this, following = line.looks[i], line.looks[i + 1]
        if min(this.names, following.names) < 2 or following.publisher >= 6:
            continue
        listed[i] = listed[i + 1] or bool(_AND.search(line.segments[i + 1].text))
    return listed


def title_run(line: Line, gazetteer: Gazetteer) -> int:
    """How many segments after the first are one enumeration with it: "Russia, Finland and the Baltic" gives 1."""
    segments, looks = line.segments, line.looks
    if line.title_at is not None or len(segments) < 2 or looks[0].words > 4 or _AND.search(segments[0].text):
        return 0
    for i in range(1, min(len(segments), 6)):
        words = looks[i].words
        if looks[i].publisher >= 6 or looks[i].date or looks[i].role or segments[i].gap != "," or words > 7:
            return 0
        closes = _AND.search(segments[i].text)
        if closes and looks[i].names < 2.5 and _goes_on(segments[i].text, closes, words, looks[0].words):
            return i
        if words > 4 or looks[i].names >= 2.5:
            return 0
    return 0


def _goes_on(text: str, closes: re.Match[str], words: int, first_words: int) -> bool:
    """The enumeration's last part: its first member is about as short as the title's opening."""
    opening = len(text[: closes.start()].split())
    if text[0].islower() and closes.start() > 0:
        return words <= 4 and first_words <= 2
    return opening <= 3


def _scores(line: Line, i: int, run: int) -> Scores:
    """The labels that segment i may bear. Sure signs leave only one."""
    segment, look = line.segments[i], line.looks[i]
    if i == line.title_at:
        return {Label.TITLE: 8.0}
    if look.not_printed:
        return {Label.NO_IMPRINT: _HARD}
    if line.title_at is not None and i < line.title_at:
        return _before_title(look)
    if look.date is not None:
        return _date_scores(line, i)
    scores = _unplaced(segment, look, line.author_known)
    if line.title_at is None:
        scores[Label.TITLE] = _title_score(line, i, run)
        if i == 0:
            scores[Label.LEADER] = 7.0 if look.inverted else look.names
    return _kept(scores)


def _before_title(look: Features) -> Scores:
    scores = {Label.LEADER: 7.0 if look.inverted else look.names + 2.0, Label.UNREAD: -2.0}
    if look.role:
        scores[Label.ROLE] = 5.0
    return scores


def _date_scores(line: Line, i: int) -> Scores:
    date = line.looks[i].date
    if date is None or date.edtf is None:
        return {Label.DATE: _HARD}
    scores = {Label.DATE: 2.0 if date.span_years else 3.0 if date.to_the_day else 5.0}
    if not line.segments[i].inner:
        ranged = date.span_years or date.to_the_day
        scores[Label.TITLE] = 1.8 if ranged else -1.5
        scores[Label.PART] = 1.6 if date.span_years else -2.0
        scores[Label.PHRASE] = 0.6 if ranged else -1.0
        scores[Label.LATE_PHRASE] = 0.2
        scores[Label.ABOUT_PERSON] = 1.0 if date.span_years else -2.0
        if line.title_at is not None:
            scores.pop(Label.TITLE)
    return scores


def _unplaced(segment: Segment, look: Features, author_known: bool) -> Scores:
    """By the words alone, the title apart."""
    if segment.inner:
        return {Label.PUBLISHER: max(-2.0, look.publisher), Label.PLACE: max(-2.5, look.place), Label.EDITION: 4.0 if look.edition else -4.0}
    names = -1.0 if look.publisher >= 6 else look.names
    scores: Scores = {
        Label.PHRASE: look.phrase,
        Label.LATE_PHRASE: look.phrase,
        Label.ABOUT_PERSON: look.note_on_person,
        Label.AUTHOR: max(names, look.body) - (0.7 if author_known else 0.0),
        Label.NAMES: names,
        Label.PUBLISHER: min(look.publisher, 0.5) if 2.0 <= names and look.publisher < 3 else look.publisher,
        Label.PLACE: look.place,
        Label.AUTHOR_PLACE: look.place - 1.0,
        Label.UNREAD: -2.0,
    }
    _add_by_form(scores, look, segment)
    return scores


def _add_by_form(scores: Scores, look: Features, segment: Segment) -> None:
    for label, is_one, score in (
        (Label.ROLE, look.role is not None, 5.5), (Label.EDITION, look.edition, 5.0), (Label.ORIGINAL, look.original, _HARD),
        (Label.PART, look.part, 5.0), (Label.GENRE, look.genre, 5.0), (Label.REMARK, look.physical, 4.5),
        (Label.SERIES, look.series, 3.0 if look.publisher < 6 else -1.0),
    ):  # fmt: skip
        if is_one:
            scores[label] = score
    if "." in segment.gap and look.words >= 2:
        scores.setdefault(Label.REMARK, 0.8)
    if look.part:
        scores[Label.PHRASE] = min(scores[Label.PHRASE], 0.0)


def _title_score(line: Line, i: int, run: int) -> float:
    segment, look = line.segments[i], line.looks[i]
    if i == 0:
        return -2.0 if look.inverted else -1.0 if look.names >= 4.5 else 0.0 if not look.part else -1.0
    if i <= run:
        return 2.2
    if look.place > 5 and _event_follows(line, i):
        return 2.5
    return (-2.5 if segment.gap == "," else -1.0) - (3.0 if look.place > 5 or look.publisher >= 6 else 0.0)


def _event_follows(line: Line, i: int) -> bool:
    """A place in a title: an event's date to the day comes next, and the line has a later date."""
    if i + 2 >= len(line.looks):
        return False
    date = line.looks[i + 1].date
    return date is not None and date.to_the_day and any(look.date for look in line.looks[i + 2 :])


def _kept(scores: Scores) -> Scores:
    """What may still win; something always may."""
    kept = {label: score for label, score in scores.items() if score > _LEAST}
    best = max(kept.values())
    return {label: score for label, score in kept.items() if score > best - 9.0}


