"""What speaks against a reading: the numbers that the confidence is made of.

How much each of them counts is fitted to lines whose right reading is known (``python -m tests.parse.calibrate``). What
speaks against the words of a single field stands in `misfits`.
"""

import math
import re
from collections.abc import Mapping, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from shelflist.models.citation import Genre
from shelflist.parse.fields import misfits
from shelflist.parse.fields.gist import Gist
from shelflist.parse.grammar import Label
from shelflist.parse.labels.labelled import Labelled, Trust, is_same_field
from shelflist.parse.looks.dates import YEAR
from shelflist.parse.search import Choice
from shelflist.parse.vocabulary.gazetteer import Gazetteer

_ORDER = {
    Label.TITLE: 0, Label.PHRASE: 1, Label.AUTHOR: 2, Label.ROLE: 2, Label.NAMES: 2, Label.LATE_PHRASE: 3,
    Label.HOST: 4, Label.PART: 4, Label.PUBLISHER: 4, Label.PLACE: 5, Label.DATE: 6,
}  # fmt: skip
_ELSE = -1  # every other label: a line with one of them is not in order
_OF_IMPRINT = frozenset({Label.PUBLISHER, Label.NO_IMPRINT, Label.HOST})
_OF_PLACE = frozenset({Label.PLACE, Label.NO_IMPRINT, Label.HOST})
_NAMING = frozenset({Label.AUTHOR, Label.LEADER, Label.ROLE, Label.NAMES, Label.HOST})
_DATING = frozenset({Label.DATE, Label.DATED, Label.ORIGINAL})


class _Kind(NamedTuple):
    """Labels that their own words show beyond doubt from a score of `sure` on, and not at all `span` below it."""

    labels: frozenset[Label]
    sure: float
    span: float


_PERSON = _Kind(frozenset({Label.AUTHOR, Label.LEADER, Label.NAMES}), 4.4, 1.9)
_HOUSE = _Kind(frozenset({Label.PUBLISHER}), 2.6, 2.6)
_PLACE = _Kind(frozenset({Label.PLACE}), 2.0, 2.0)
_PHRASE = _Kind(frozenset({Label.PHRASE, Label.LATE_PHRASE}), 4.5, 3.0)
_DASH = re.compile(r"[–—-](?:(?<=—)|(?<=\s[–-])\s)")
_MONTH = re.compile(r"[^\W\d_]{3}")
_SAME_FIELD = 1.5
"""A rival that would fill the same field does little harm: its margin counts as so much wider."""


class Signals(NamedTuple):
    """Each is 0 where nothing speaks against the reading, and about 1 where much does."""

    closest: float  # of the segment whose next best reading is nearest
    person: float  # a name that is not known for one, or might as well be something else
    imprint: float  # a house or a place that only its standing shows, or that might as well be something else
    phrase: float  # words that hardly explain a title, or might as well be something else
    irregular: float  # not in the order title, phrase, persons, phrase, publisher, place, date
    unpublished: float  # no publisher is told, nor that there is none, nor a periodical
    unplaced: float  # no place is told, nor that there is none, nor a host
    unsigned: float  # a house, and nobody is named: who wrote it may stand in another field
    halved: float  # a house without a place, or a place without a house
    periodic: float  # a month or a number, and no place: an issue of a periodical may be meant
    undated: float  # a year stands in the line, and none was read as its date
    hosted: float  # a book that the piece stands in; or a periodical beside a house, which may be its series
    unread: float  # words are left over
    homeless: float  # a stretch of pages, and no host that they are of
    separated: float  # by signs that few lines part their fields with
    unmarked: float  # no link or emphasis shows where the title ends
    short: float  # an unmarked title of a word or two may go on after its comma
    open: float  # and one with marks inside may end at any of them
    named: float  # and one that reads like a name may be the author, and the author the title
    numbered: float  # a number in a title, or of a part: an issue of a periodical or a series may be meant
    crowded: float  # more than a title seems to stand in it
    odd_phrase: float
    odd_names: float
    odd_imprint: float
    odd_edition: float
    odd_notes: float


_NO_SIGNALS = Signals(*[0.0] * len(Signals._fields))


class _OfChoices(NamedTuple):
    """What the choices alone tell, whatever the words: these signals, and where to look for the others."""

    signals: Signals
    dates: tuple[int, ...]  # indices of segments
    undated: bool
    numbered: bool
    placeless: bool  # no place, and no host


def signals(gist: Gist, line: Labelled, gazetteer: Gazetteer) -> Signals:
    """What the labels alone tell, and what the words and the fields tell besides; most lines have little of that."""
    return signals_with(line.trust, signals_found(gist, line, gazetteer))


def signals_with(trust: Trust, found: Mapping[str, float]) -> Signals:
    return _of_choices(trust).signals._replace(**found)


def signals_found(gist: Gist, line: Labelled, gazetteer: Gazetteer) -> dict[str, float]:
    """By name, those that the choices alone do not tell."""
    told = _of_choices(line.trust)
    found = of_fields(gist)
    if not line.title_marked:
        found |= _of_unmarked(gist.title, gazetteer)
    if ";" in line.text or "/" in line.text or (not line.title_marked and _DASH.search(line.text)):
        found["separated"] = 1.0
    if told.undated and YEAR.search(line.text):
        found["undated"] = 1.0
    if told.placeless and not gist.container_title and (told.numbered or _tells_month(line, told.dates)):
        found["periodic"] = 1.0
    return found


def _tells_month(line: Labelled, dates: tuple[int, ...]) -> bool:
    return any(_MONTH.search(line.segments[i].text) for i in dates)


def of_fields(gist: Gist) -> dict[str, float]:
    """The signals of the fields' own words, by name; see `misfits`."""
    found = _of_title(gist)
    if gist.other_title_information and (odd := misfits.of_phrase(gist.other_title_information)):
        found["odd_phrase"] = odd
    if gist.contributors and (odd := misfits.of_people(gist.contributors)):
        found["odd_names"] = odd
    house, place = gist.publisher, gist.place_of_publication
    if (house and misfits.of_house(house)) or (place and misfits.of_house(place)):
        found["odd_imprint"] = 1.0
    if gist.edition_statement and misfits.of_edition(gist.edition_statement):
        found["odd_edition"] = 1.0
    if gist.notes and (odd := misfits.of_notes(gist.notes)):
        found["odd_notes"] = odd
    if gist.unparsed_remainder:
        found["unread"] = 1.0
    if gist.container_title:
        if house or not (gist.volume or gist.issue):
            found["hosted"] = 1.0
    elif gist.genre is Genre.ARTICLE:
        found["homeless"] = 1.0
    return found


def _of_title(gist: Gist) -> dict[str, float]:
    found: dict[str, float] = {}
    if gist.part_number and not (gist.container_title or gist.volume or gist.issue):
        found["numbered"] = misfits.of_part(gist.part_number)
    if gist.title and misfits.is_numbered(gist.title):
        found["numbered"] = 1.0
    if gist.title and (crowded := misfits.crowd(gist.title)):
        found["crowded"] = crowded
    return found


def _of_unmarked(title: str | None, gazetteer: Gazetteer) -> dict[str, float]:
    found = {"unmarked": 1.0}
    if title is None:
        return found
    if misfits.reads_as_name(title, gazetteer):
        found["named"] = 1.0
    if misfits.may_go_on(title):
        found["open"] = 1.0
    if misfits.is_short(title):
        found["short"] = 1.0
    return found


@lru_cache(maxsize=4096)
def _of_choices(trust: Trust) -> _OfChoices:
    choices, labels = trust.choices, trust.labels
    housed, placed = Label.PUBLISHER in labels, Label.PLACE in labels
    unnamed, no_house = _NAMING.isdisjoint(labels), _OF_IMPRINT.isdisjoint(labels)
    return _OfChoices(
        signals=_NO_SIGNALS._replace(
            closest=max(map(_risk, choices), default=1.0),
            person=_doubt(choices, _PERSON),
            imprint=max(_doubt(choices, _HOUSE), _doubt(choices, _PLACE)),
            phrase=_doubt(choices, _PHRASE),
            irregular=float(not _in_order(labels)),
            unpublished=float(no_house),
            unplaced=float(_OF_PLACE.isdisjoint(labels)),
            unsigned=float(housed and unnamed),
            halved=float((placed and no_house) or (housed and not placed and Label.NO_IMPRINT not in labels)),
            hosted=float(Label.HOST in labels),
            odd_imprint=float(_tells_twice(labels)),
        ),
        dates=tuple([i for i, label in enumerate(labels) if label is Label.DATE]),
        undated=_DATING.isdisjoint(labels),
        numbered=Label.PART in labels,
        placeless=not placed and Label.HOST not in labels,
    )


def _risk(choice: Choice) -> float:
    """0..1, falling with the margin."""
    return math.exp(-max(0.0, choice.margin + (_SAME_FIELD if is_same_field(choice) else 0.0)))


def _doubt(choices: Sequence[Choice], kind: _Kind) -> float:
    """0..2, of the segment most in doubt: how little its words say themselves, and how near its next best reading is.

    The latter falls more slowly than the risk: a margin of 4 is not yet beyond doubt.
    """
    return max(
        [_weakness(one, kind) + math.exp(-max(0.0, one.margin) / 2.0) for one in choices if one.label in kind.labels],
        default=0.0,
    )


def _weakness(choice: Choice, kind: _Kind) -> float:
    return max(0.0, min(1.0, (kind.sure - choice.score) / kind.span))


def _tells_twice(labels: Sequence[Label]) -> bool:
    """Two houses or places, or a house and that there is none: one of them may be an author or a series."""
    houses = labels.count(Label.PUBLISHER)
    return houses > 1 or labels.count(Label.PLACE) > 1 or (houses > 0 and Label.NO_IMPRINT in labels)


def _in_order(labels: Sequence[Label]) -> bool:
    ranks = [_ORDER.get(label, _ELSE) for label in labels]
    return min(ranks, default=_ELSE) > _ELSE and all(earlier <= later for earlier, later in pairwise(ranks))
