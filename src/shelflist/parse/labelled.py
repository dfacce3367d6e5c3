"""A line's segments with the label chosen for each, and which of the labels to trust."""

from dataclasses import dataclass
from itertools import product

from shelflist.parse.grammar import (
    ABOUT_PERSON,
    AUTHOR,
    AUTHOR_PLACE,
    GENRE,
    LATE_PHRASE,
    LEADER,
    NAMES,
    PART,
    PHRASE,
    PLACE,
    PUBLISHER,
    ROLE,
    SERIES,
    TITLE,
    Label,
)  # fmt: skip
from shelflist.parse.search import Choice
from shelflist.parse.tokens import Segment

ABSTAIN_BELOW = 0.3
"""Margin under which a segment's reading is not trusted."""

OF_PHRASE = (PHRASE, LATE_PHRASE, GENRE)
OF_RESPONSIBILITY = (LEADER, AUTHOR, ROLE, NAMES, ABOUT_PERSON, AUTHOR_PLACE)
_DOUBTFUL = frozenset({AUTHOR, PUBLISHER, PLACE, NAMES, LEADER})
_FAMILIES = (
    (TITLE, PART),
    (*OF_PHRASE, ABOUT_PERSON),
    OF_RESPONSIBILITY,
    (PUBLISHER,),
    (PLACE,),
)
_SAME_FIELD = frozenset(pair for family in _FAMILIES for pair in product(family, family))


@dataclass(frozen=True, slots=True)
class Labelled:
    """A line's segments, each with the label chosen for it."""

    text: str
    segments: list[Segment]
    choices: tuple[Choice, ...]
    title_marked: bool
    trusted: dict[Label, list[int]]  # label to the indices of the segments that bear it beyond doubt
    doubted: frozenset[Label]

    def of(self, *labels: Label) -> list[Segment]:
        """The trusted segments with one of these labels."""
        at = self._at(labels)
        return [self.segments[i] for i in at] if at else []

    def runs(self, *labels: Label) -> list[str]:
        """Neighbouring segments with these labels, each stretch as written."""
        at = self._at(labels)
        if len(at) < 2:
            return [self.text[self.segments[i].start : self.segments[i].end] for i in at] if at else []
        stretches: list[tuple[int, int]] = []
        last = -2
        for i in at:
            begin = stretches.pop()[0] if i == last + 1 else self.segments[i].start
            stretches.append((begin, self.segments[i].end))
            last = i
        return [self.text[begin:end] for begin, end in stretches]

    def _at(self, labels: tuple[Label, ...]) -> list[int]:
        found: list[int] = []
        for label in labels:
            if at := self.trusted.get(label):
                found = sorted(found + at) if found else at
        return found


def labelled(text: str, segments: list[Segment], choices: tuple[Choice, ...], *, title_marked: bool) -> Labelled:
    trusted: dict[Label, list[int]] = {}
    doubted = []
    for i, choice in enumerate(choices):
        label = choice.label
        if is_doubtful(choice) or (label in _PHRASES and _is_no_phrase(segments[i].text, choice)):
            doubted.append(label)
        elif label in trusted:
            trusted[label].append(i)
        else:
            trusted[label] = [i]
    return Labelled(text, segments, choices, title_marked, trusted, frozenset(doubted))


_PHRASES = frozenset({PHRASE, LATE_PHRASE})
_NAMING_RIVALS = frozenset({PUBLISHER, AUTHOR, PLACE, LATE_PHRASE, ROLE, NAMES, ABOUT_PERSON})
_SURELY_PHRASE = 3.0


def _is_no_phrase(words: str, choice: Choice) -> bool:
    """Capitals after the author, or nearly as likely a name: a phrase that explains a title seldom looks so.

    Such words are a body, a house or a series that was not known, or more of the title.
    """
    if not words[0].isupper():
        return False
    if choice.label is LATE_PHRASE:
        return True
    return choice.margin < _SURELY_PHRASE and choice.rival in _NAMING_RIVALS


def is_doubtful(choice: Choice) -> bool:
    """Two readings that give different fields are close, and the words decide between persons, firms and places."""
    label, _, margin, rival = choice
    if margin >= ABSTAIN_BELOW or rival is None or label not in _DOUBTFUL:
        return False
    return (label, rival) not in _SAME_FIELD


def is_same_field(choice: Choice) -> bool:
    """The rival reading would put the words into the same field."""
    return (choice.label, choice.rival) in _SAME_FIELD


_OF_A_HOUSE = ("Special", "Specials", "Original", "Originals", "Classics", "Pamphlet")
""" "Penguin Special": the house's name is in that of its series."""


def _stands_as_publisher(line: Labelled, i: int) -> bool:
    """ "The Loom Library, London, 1944": before its place, and no other publisher in the line."""
    if line.choices[i].label is not SERIES or line.choices[i + 1].label is not PLACE:
        return False
    if line.segments[i].text.endswith(_OF_A_HOUSE):
        return False
    return not line.segments[i].inner and not line.segments[i].text[-1].isdigit() and not line.of(PUBLISHER)


def settle(line: Labelled) -> Labelled:
    """A number after a series is the series'; a capitalised phrase after a part names that part."""
    if SERIES not in line.trusted and (PART not in line.trusted or PHRASE not in line.trusted):
        return line
    choices = list(line.choices)
    for i in range(1, len(choices)):
        if choices[i].label is PART and choices[i - 1].label is SERIES:
            choices[i] = choices[i]._replace(label=SERIES)
        if _stands_as_publisher(line, i - 1):
            choices[i - 1] = choices[i - 1]._replace(label=PUBLISHER)
    for i in range(1, len(choices)):
        if choices[i].label is PHRASE and choices[i - 1].label is PART and line.segments[i].text[0].isupper():
            choices[i] = choices[i]._replace(label=PART)
    return labelled(line.text, line.segments, tuple(choices), title_marked=line.title_marked)
