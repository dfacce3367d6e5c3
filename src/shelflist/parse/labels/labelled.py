"""A line's segments with the label chosen for each, and which of the labels to trust."""

from dataclasses import dataclass, field
from functools import lru_cache
from itertools import product

from shelflist.parse.grammar import (
    ABOUT_PERSON,
    AUTHOR,
    AUTHOR_PLACE,
    DATE,
    DATED,
    GENRE,
    LATE_PHRASE,
    LEADER,
    NAMES,
    NO_IMPRINT,
    PART,
    PHRASE,
    PLACE,
    PUBLISHER,
    REMARK,
    ROLE,
    SERIES,
    TITLE,
    UNREAD,
    Label,
)  # fmt: skip
from shelflist.parse.labels.amiss import names_another, stands_amiss, tells_of_somebody
from shelflist.parse.labels.cut_short import is_cut_short
from shelflist.parse.labels.explains import PHRASES, is_no_phrase, may_name, names_part, tells_only_when
from shelflist.parse.looks.hosts import tells_organ
from shelflist.parse.looks.series import is_number_of_series
from shelflist.parse.search import SURE, Choice
from shelflist.parse.segments.tokens import Segment

ABSTAIN_BELOW = 0.3
"""Margin under which a segment's reading is not trusted."""

_SHOWN = 2.5
"""The score from which the words of a series, or their number, show it."""

OF_PHRASE = (PHRASE, LATE_PHRASE, GENRE)
OF_RESPONSIBILITY = (LEADER, AUTHOR, ROLE, NAMES, ABOUT_PERSON, AUTHOR_PLACE)
_IMPRINT = (PUBLISHER, DATE)
_DATED_AFTER = frozenset({TITLE, PART})
_HOUSED = frozenset({PUBLISHER, PLACE, NO_IMPRINT})
_NAMED = frozenset({LEADER, AUTHOR, ROLE, PUBLISHER})
_NOT_NUMBERED = frozenset({REMARK, UNREAD, PUBLISHER})
_DOUBTFUL = frozenset({AUTHOR, PUBLISHER, PLACE, NAMES, LEADER})
_USUAL = frozenset({TITLE, PHRASE, *OF_RESPONSIBILITY, PUBLISHER, PLACE, DATE})
_FAMILIES = (
    (TITLE, PART),
    (*OF_PHRASE, ABOUT_PERSON),
    OF_RESPONSIBILITY,
    (PUBLISHER,),
    (PLACE,),
)
_SAME_FIELD = frozenset(pair for family in _FAMILIES for pair in product(family, family))


Stretches = tuple[tuple[int, int], ...]
"""(first, last) indices of neighbouring segments."""


@dataclass(slots=True, eq=False)
class Trust:
    """The choices for a line's segments, and which to trust; the same for all lines with these choices.

    Compared by identity: there is one for each, so that what follows from the choices alone is worked out once.
    """

    choices: tuple[Choice, ...]
    labels: tuple[Label, ...]
    trusted: dict[Label, list[int]]  # label to the indices of the segments that bear it beyond doubt
    doubted: frozenset[Label]
    is_usual: bool  # nothing but titles, their phrases, persons, houses, places and dates is found beyond doubt
    phrases: tuple[int, ...]
    late: tuple[int, ...]  # phrases after house or date: a note, or a series
    asked: tuple[int, ...]  # phrases to be trusted only where their words look like a phrase
    found: dict[tuple[Label, ...], Stretches] = field(default_factory=dict)

    def find(self, labels: tuple[Label, ...]) -> Stretches:
        stretches: list[tuple[int, int]] = []
        for i in sorted([i for label in labels for i in self.trusted.get(label, ())]):
            first = stretches.pop()[0] if stretches and stretches[-1][1] == i - 1 else i
            stretches.append((first, i))
        self.found[labels] = tuple(stretches)
        return self.found[labels]


@dataclass(slots=True)
class Labelled:
    """A line's segments, each with the label chosen for it. Never changed once made; see `features.Features`."""

    text: str
    segments: list[Segment]
    title_marked: bool
    trust: Trust

    @property
    def choices(self) -> tuple[Choice, ...]:
        return self.trust.choices

    def of(self, *labels: Label) -> list[Segment]:
        """The trusted segments with one of these labels."""
        if (stretches := self.trust.found.get(labels)) is None:
            stretches = self.trust.find(labels)
        return [self.segments[i] for first, last in stretches for i in range(first, last + 1)] if stretches else []

    def runs(self, *labels: Label) -> list[str]:
        """Neighbouring segments with these labels, each stretch as written."""
        if (stretches := self.trust.found.get(labels)) is None:
            stretches = self.trust.find(labels)
        segments = self.segments
        return [self.text[segments[i].start : segments[j].end] for i, j in stretches] if stretches else []


def labelled(text: str, segments: list[Segment], trust: Trust, *, title_marked: bool) -> Labelled:
    if trust.phrases and (refused := _refused(segments, trust, title_marked)):
        trust = trust_in(trust.choices, refused)
    return Labelled(text, segments, title_marked, trust)


def _refused(segments: list[Segment], trust: Trust, title_marked: bool) -> tuple[int, ...]:
    """The phrases that are none by their words; with one of them goes the stretch that it stands in, and its number.

    Not with what tells somebody's part in the book, his name or office: "a life, illustrated by the author".
    """
    phrases, choices = trust.phrases, trust.choices
    refused: set[int] = set()
    alone: set[int] = set()
    for i in phrases:
        if names_another(segments, choices, i):
            alone.add(i)
        elif _is_none(segments, trust, i, title_marked=title_marked):
            refused.add(i)
        if tells_of_somebody(segments[i].text, choices, i):
            alone.add(i)
    if refused:
        for i in (*phrases, *reversed(phrases)):
            if i not in refused and not refused.isdisjoint((i - 1, i + 1)):
                refused.add(i)
    refused |= alone
    if (refused or trust.labels.count(DATE) > 1) and is_cut_short(segments, trust.labels, refused):
        refused.update(phrases)
    refused.update(i + 1 for i in tuple(refused) if _is_numbered_next(segments, choices, i))
    return tuple(sorted(refused))


def _is_none(segments: list[Segment], trust: Trust, i: int, *, title_marked: bool) -> bool:
    """By the words of segment i, by what stands beside it, or as no more than the time of something."""
    words, choices = segments[i].text, trust.choices
    if i in trust.asked and choices[i].score < SURE and may_name(words) and not names_part(segments, choices, i):
        return True
    return (
        (i in trust.late and not tells_organ(words))
        or is_no_phrase(segments, choices, i)
        or stands_amiss(segments, choices, i, title_marked=title_marked)
        or tells_only_when(segments, choices, i, title_marked=title_marked)
    )


def _is_numbered_next(segments: list[Segment], choices: tuple[Choice, ...], i: int) -> bool:
    """ "Fact, No. 3": what may be a series, and its number."""
    if i + 1 == len(choices) or choices[i + 1].label is not PART:
        return False
    return choices[i].label is LATE_PHRASE or is_number_of_series(segments[i + 1].text)


@lru_cache(maxsize=4096)
def trust_in(choices: tuple[Choice, ...], refused: tuple[int, ...] = ()) -> Trust:
    """`refused`: indices of phrases that are none by their words."""
    trusted: dict[Label, list[int]] = {}
    doubted = {choices[i].label for i in refused}
    named = False
    for i, choice in enumerate(choices):
        named = named or choice.label in _NAMED
        if is_doubtful(choice) or (named and choice.label is PART and _may_number_series(choices[i - 1])):
            doubted.add(choice.label)
        elif i not in refused:
            trusted.setdefault(choice.label, []).append(i)
    labels = tuple(choice.label for choice in choices)
    phrases = tuple(i for i, label in enumerate(labels) if label in PHRASES)
    imprint = _imprint_at(labels)
    late = tuple(i for i in phrases if i > imprint and DATED not in labels[:2])
    asked = tuple(i for i in phrases if _may_be_no_phrase(choices[i]))
    return Trust(choices, labels, trusted, frozenset(doubted), _USUAL.issuperset(trusted), phrases, late, asked)


def _imprint_at(labels: tuple[Label, ...]) -> int:
    """Where the imprint begins; not at a date after the title, where the house or its place comes later: "(1954)"."""
    first = min((labels.index(label) for label in _IMPRINT if label in labels), default=len(labels))
    if first < len(labels) and labels[first] is DATE and first and labels[first - 1] in _DATED_AFTER:
        return next((i for i, label in enumerate(labels) if label in _HOUSED), first)
    return first


def _may_number_series(before: Choice) -> bool:
    """ "Rewi Ash, Sportsman’s Loom, vol. 14": the number of a house or of what was not understood may be a series'."""
    return before.label in _NOT_NUMBERED or is_doubtful(before)


_NAMING_RIVALS = frozenset({PUBLISHER, AUTHOR, PLACE, LATE_PHRASE, ROLE, NAMES, ABOUT_PERSON})
_SURELY_PHRASE = 3.0


def _may_be_no_phrase(choice: Choice) -> bool:
    """Capitals after the author, or nearly as likely a name: a phrase that explains a title seldom looks so.

    Such words are a body, a house or a series that was not known, or more of the title.
    """
    if choice.label is LATE_PHRASE:
        return True
    return choice.label is PHRASE and choice.margin < _SURELY_PHRASE and choice.rival in _NAMING_RIVALS


def is_doubtful(choice: Choice) -> bool:
    """Two readings that give different fields are close, and the words decide between persons, firms and places.

    And so is a series that only the house after it shows: "Rewi Ash, Weavers of Fen, Pluto Press".
    """
    label, score, margin, rival = choice
    if label is SERIES:
        return score < _SHOWN
    if margin >= ABSTAIN_BELOW or rival is None or label not in _DOUBTFUL:
        return False
    return (label, rival) not in _SAME_FIELD


def is_same_field(choice: Choice) -> bool:
    """The rival reading would put the words into the same field."""
    return (choice.label, choice.rival) in _SAME_FIELD
