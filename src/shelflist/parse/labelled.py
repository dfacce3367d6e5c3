"""A line's segments with the label chosen for each, and which of the labels to trust."""

from dataclasses import dataclass, replace
from itertools import product

from shelflist.parse.grammar import Label
from shelflist.parse.search import Choice
from shelflist.parse.tokens import Segment

ABSTAIN_BELOW = 0.3
"""Margin under which a segment's reading is not trusted."""

OF_PHRASE = (Label.PHRASE, Label.LATE_PHRASE, Label.GENRE)
OF_RESPONSIBILITY = (Label.LEADER, Label.AUTHOR, Label.ROLE, Label.NAMES, Label.ABOUT_PERSON, Label.AUTHOR_PLACE)
_DOUBTFUL = frozenset({Label.AUTHOR, Label.PUBLISHER, Label.PLACE, Label.NAMES, Label.LEADER})
_FAMILIES = (
    (Label.TITLE, Label.PART),
    (*OF_PHRASE, Label.ABOUT_PERSON),
    OF_RESPONSIBILITY,
    (Label.PUBLISHER,),
    (Label.PLACE,),
)
_SAME_FIELD = frozenset(pair for family in _FAMILIES for pair in product(family, family))


@dataclass(frozen=True, slots=True)
class Labelled:
    """A line's segments, each with the label chosen for it."""

    text: str
    segments: list[Segment]
    choices: list[Choice]
    title_marked: bool
    present: frozenset[Label]  # all labels chosen

    def of(self, *labels: Label) -> list[Segment]:
        """The trusted segments with one of these labels."""
        if self.present.isdisjoint(labels):
            return []
        return [s for s, c in zip(self.segments, self.choices, strict=True) if c.label in labels and not is_doubtful(c)]

    def doubts(self, label: Label) -> bool:
        """Some segment with this label is not trusted."""
        return any(choice.label is label and is_doubtful(choice) for choice in self.choices)

    def runs(self, *labels: Label) -> list[str]:
        """Neighbouring segments with these labels, each stretch as written."""
        if self.present.isdisjoint(labels):
            return []
        stretches: list[tuple[int, int, int]] = []
        for i, (segment, choice) in enumerate(zip(self.segments, self.choices, strict=True)):
            if choice.label not in labels or is_doubtful(choice):
                continue
            if stretches and stretches[-1][2] == i - 1:
                stretches[-1] = (stretches[-1][0], segment.end, i)
            else:
                stretches.append((segment.start, segment.end, i))
        return [self.text[start:end] for start, end, _ in stretches]


def is_doubtful(choice: Choice) -> bool:
    """Two readings that give different fields are close, and the words decide between persons, firms and places."""
    if choice.margin >= ABSTAIN_BELOW or choice.rival is None or choice.label not in _DOUBTFUL:
        return False
    return not is_same_field(choice)


def is_same_field(choice: Choice) -> bool:
    """The rival reading would put the words into the same field."""
    return (choice.label, choice.rival) in _SAME_FIELD


def settle(line: Labelled) -> Labelled:
    """A capitalised phrase after a part names that part: "Volume 38, Philosophical Notebooks"."""
    if line.present.isdisjoint((Label.PART,)) or line.present.isdisjoint((Label.PHRASE,)):
        return line
    choices = list(line.choices)
    for i in range(1, len(choices)):
        if (
            choices[i].label is Label.PHRASE
            and choices[i - 1].label is Label.PART
            and line.segments[i].text[0].isupper()
        ):
            choices[i] = choices[i]._replace(label=Label.PART)
    return replace(line, choices=choices, present=frozenset(choice.label for choice in choices))
