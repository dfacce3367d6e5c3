"""What speaks against a reading: the numbers that the confidence is made of.

How much each of them counts is fitted to lines whose right reading is known (``python -m tests.parse.calibrate``).
"""

import math
import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from shelflist.models.citation import Citation, Genre, Status
from shelflist.parse.cues import cue, cues_in
from shelflist.parse.dates import YEAR
from shelflist.parse.grammar import Label
from shelflist.parse.labelled import OF_PHRASE, Labelled, Trust, is_same_field
from shelflist.parse.search import Choice

_ORDER = {
    Label.TITLE: 0, Label.PHRASE: 1, Label.AUTHOR: 2, Label.ROLE: 2, Label.NAMES: 2, Label.LATE_PHRASE: 3,
    Label.HOST: 4, Label.PART: 4, Label.PUBLISHER: 4, Label.PLACE: 5, Label.DATE: 6,
}  # fmt: skip
_ELSE = -1
"""The rank of every other label: a line with one of them is not in order."""
_PLAIN_WORDS = frozenset({Label.AUTHOR, Label.LEADER, Label.NAMES, Label.PUBLISHER, Label.PLACE, *OF_PHRASE})
_TOLD_BY_WORDS = frozenset({Label.AUTHOR, Label.PUBLISHER, Label.PLACE})
_OF_IMPRINT = frozenset({Label.PUBLISHER, Label.NO_IMPRINT, Label.HOST})
_OF_PLACE = frozenset({Label.PLACE, Label.NO_IMPRINT, Label.HOST})
_NAMING = frozenset({Label.AUTHOR, Label.LEADER, Label.ROLE, Label.NAMES, Label.HOST})
_STRONG = 4.0
_SHORT = 2
_ODD = re.compile(r"[\[\]():;–—“”\"#/\d]")
_JOINED = re.compile(r"[:;–—“”\"(\[]| - ")
_HOLDS_MORE = re.compile(r"\b(?:[Ee]dition|edn|[Rr]eprint|[Uu]ndated)\b|[(\[][^()]*(?:1[4-9]|20)\d\d[)\]]$|\sby\s[A-Z]")
_MORE_CUE = cue("Edition edition edn Reprint reprint Undated undated by")
_MONTH = re.compile(r"[^\W\d_]{3}")
_DATING = frozenset({Label.DATE, Label.DATED, Label.ORIGINAL})
_LONGEST_NAME = 8
_NAME = re.compile(r"[(\[]?[A-ZÀ-Þ][\w’'-]*(?:,?\s(?:[A-ZÀ-Þ#\d][\w’'./-]*|of|the|and|for|in|on|no\.?|&))+[)\].]*")
_SAME_FIELD = 1.5
"""A rival that would fill the same field does little harm: its margin counts as so much wider."""


class Gist(NamedTuple):
    """What the fields of a citation say of its reading."""

    titled: bool
    described: bool  # by a date or an extent
    doubted: bool  # publisher or place could not be told
    unread: bool  # words were left over
    noted: bool  # what could not be told apart stands in a note
    named: bool  # and this note has the form of a name: a series may be meant
    counted: bool  # an extent stands in the line
    homeless: bool  # a stretch of pages, and no host that they are of


class Signals(NamedTuple):
    """Each is 0 where nothing speaks against the reading, and about 1 where much does."""

    closest: float  # of the segment whose next best reading is nearest
    doubt: float  # of all segments together: about how many may be read wrong
    untitled: float
    undescribed: float
    doubted: float
    unread: float
    noted: float
    irregular: float  # not in the order title, phrase, persons, phrase, publisher, place, date
    capitals: float  # phrases that open with a capital may be names, or more of the title
    late: float  # a phrase after the persons
    unpublished: float  # no publisher is told, nor that there is none, nor a periodical
    inverted: float  # family name first
    odd_names: float  # brackets, digits and dashes in what should be plain words
    odd_title: float  # and in a title that nothing marks
    weak: float  # an author, a house or a place that only its standing shows
    short: float  # an unmarked title of a word or two may go on after its comma
    periodic: float  # a house without a place, and a month or a number: it may be a periodical
    named: float  # a note may be a series, or a series without a number a note
    undated: float  # a year stands in the line, and none was read as its date
    crowded: float  # words of an edition, "by" and a name, or a year in a bracket stand in the title
    uncounted: float
    homeless: float
    unplaced: float  # no place is told, nor that there is none, nor a host
    unnamed: float  # nobody is named, and no host: the author may stand in the title
    explained: float  # a phrase before the author


_NO_SIGNALS = Signals(*[0.0] * len(Signals._fields))
_NOTHING_AMISS = Gist(
    titled=True, described=True, doubted=False, unread=False, noted=False, named=False, counted=True, homeless=False
)


def gist_of(citation: Citation) -> Gist:
    return Gist(
        titled=bool(citation.title),
        described=bool(citation.extent_raw or citation.date_edtf),
        doubted=Status.UNPARSED in (citation.publisher_status, citation.place_status),
        unread=bool(citation.unparsed_remainder),
        noted=bool(citation.notes),
        named=has_name(citation.notes),
        counted=bool(citation.extent_raw),
        homeless=citation.genre is Genre.ARTICLE and not citation.container_title,
    )


def has_name(notes: tuple[str, ...]) -> bool:
    """ "Socialist Platform, No. 2.": capitals throughout, and a few words."""
    return any(note.count(" ") < _LONGEST_NAME and _NAME.fullmatch(note) is not None for note in notes)


class _OfChoices(NamedTuple):
    """What the choices alone tell, whatever the words: these signals, and where to look for the others."""

    signals: Signals
    titles: tuple[int, ...]  # indices of segments
    plain: tuple[int, ...]  # of `_PLAIN_WORDS`
    phrases: tuple[int, ...]
    dates: tuple[int, ...]
    alone: bool  # a house, and no place
    undated: bool
    numbered: bool


def signals(gist: Gist, line: Labelled) -> Signals:
    """What the labels alone tell, and what the words and the fields tell besides; most lines have nothing of that."""
    told = _of_choices(line.trust)
    found = _of_words(told, line)
    if gist != _NOTHING_AMISS:
        found |= _of_fields(gist)
    return told.signals._replace(**found) if found else told.signals


def _of_fields(gist: Gist) -> dict[str, float]:
    return {
        "untitled": float(not gist.titled),
        "undescribed": float(not gist.described),
        "doubted": float(gist.doubted),
        "unread": float(gist.unread),
        "noted": float(gist.noted),
        "named": float(gist.named),
        "uncounted": float(not gist.counted),
        "homeless": float(gist.homeless),
    }


def _of_words(told: _OfChoices, line: Labelled) -> dict[str, float]:
    segments, found = line.segments, dict[str, float]()
    if told.phrases and (capitals := sum([segments[i].text[:1].isupper() for i in told.phrases])):
        found["capitals"] = min(2.0, capitals)
    if odd := sum([_ODD.search(segments[i].text) is not None for i in told.plain]):
        found["odd_names"] = min(2.0, odd)
    for i in told.titles:
        title = segments[i].text
        if _holds_more(title):
            found["crowded"] = 1.0
        if not line.title_marked and title.count(" ") < _SHORT:
            found["short"] = 1.0
        if not line.title_marked and _JOINED.search(title):
            found["odd_title"] = 1.0
    if told.alone and (told.numbered or any(_MONTH.search(segments[i].text) for i in told.dates)):
        found["periodic"] = 1.0
    if told.undated and YEAR.search(line.text):
        found["undated"] = 1.0
    return found


def _holds_more(title: str) -> bool:
    return (title[-1] in ")]" or cues_in(title) & _MORE_CUE != 0) and _HOLDS_MORE.search(title) is not None


@lru_cache(maxsize=4096)
def _of_choices(trust: Trust) -> _OfChoices:
    choices, labels = trust.choices, trust.labels
    risks = [_risk(choice) for choice in choices]
    return _OfChoices(
        signals=_NO_SIGNALS._replace(
            closest=max(risks, default=1.0),
            doubt=min(2.0, sum(risks)),
            irregular=float(not _in_order(labels)),
            late=float(Label.LATE_PHRASE in labels),
            unpublished=float(not _OF_IMPRINT.intersection(labels)),
            inverted=float(Label.LEADER in labels),
            weak=max([_weakness(choice) for choice in choices], default=0.0),
            unplaced=float(_OF_PLACE.isdisjoint(labels)),
            unnamed=float(_NAMING.isdisjoint(labels)),
            explained=float(Label.PHRASE in labels),
        ),
        titles=tuple([i for i, label in enumerate(labels) if label is Label.TITLE]),
        dates=tuple([i for i, label in enumerate(labels) if label is Label.DATE]),
        alone=Label.PUBLISHER in labels and Label.PLACE not in labels,
        undated=_DATING.isdisjoint(labels),
        numbered=Label.PART in labels,
        plain=tuple([i for i, label in enumerate(labels) if label in _PLAIN_WORDS]),
        phrases=tuple([i for i, label in enumerate(labels) if label in OF_PHRASE]),
    )


def _risk(choice: Choice) -> float:
    """0..1, falling with the margin."""
    return math.exp(-max(0.0, choice.margin + (_SAME_FIELD if is_same_field(choice) else 0.0)))


def _weakness(choice: Choice) -> float:
    """0..1, for the evidence that the words themselves give."""
    if choice.label not in _TOLD_BY_WORDS:
        return 0.0
    return 0.0 if choice.score >= _STRONG else min(1.0, (_STRONG - choice.score) / _STRONG)


def _in_order(labels: Sequence[Label]) -> bool:
    ranks = [_ORDER.get(label, _ELSE) for label in labels]
    return min(ranks, default=_ELSE) > _ELSE and all(earlier <= later for earlier, later in pairwise(ranks))
