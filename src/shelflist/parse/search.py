"""The best reading of a line's segments, and how far the next best is from it.

Viterbi forwards and backwards: the two together give, for each segment, the best reading in which it is something
else (max-marginals). That distance is the segment's margin: what says whether to trust or to abstain. Time is linear
in the number of segments. Over the labels of a segment, which are few, the library goes in C. What is found is
remembered by `decision`.
"""

from collections.abc import Callable, Sequence
from itertools import repeat
from math import inf
from operator import add, itemgetter, sub
from typing import NamedTuple

from shelflist.parse.grammar import LABELS, NEVER, START, STEPS, Label, Table

Scores = dict[Label, float]
Column = tuple[tuple[Label, float], ...]
"""(label, score) of one segment, labels ascending: ties then go to the label that comes first in the enumeration."""
MOST = 9.0
"""Margins are cut to this."""
SURE = 6.0
"""The score of what its form alone shows beyond doubt."""
_LEAST = -5.0
_OPENING = tuple(START.get(label, NEVER) for label in LABELS)


class Choice(NamedTuple):
    """One segment's label; `score` is its own evidence, `margin` the loss of the best reading with another label."""

    label: Label
    score: float
    margin: float
    rival: Label | None


def best_reading(columns: Sequence[Column], listed: Sequence[bool], place_first: Sequence[bool]) -> tuple[Choice, ...]:
    """`columns[i]` are segment i's own scores by label.

    `listed[i]`: names of segment i go on in the next as one list. `place_first[i]`: segment i follows its place by
    rights (colon, bracket).
    """
    steps = [STEPS[pair] for pair in zip(listed, place_first[1:], strict=False)]
    totals, origins = _forward(columns, steps)
    at = totals[-1].index(max(totals[-1]))
    path = [at]
    for origin in reversed(origins):
        at = origin[at]
        path.append(at)
    path.reverse()
    return tuple(map(_choice, path, columns, totals, _backward(columns, steps)))


def _forward(columns: Sequence[Column], steps: list[tuple[Table, Table]]) -> tuple[list[list[float]], list[list[int]]]:
    """Best totals up to and with each segment, and from which place in the column before each came."""
    totals, origins = [[score + _OPENING[label] for label, score in columns[0]]], []
    for before, (into, _), own in zip(columns[:-1], steps, columns[1:], strict=True):
        earlier, steps_from, sums, origin = totals[-1], _from_row(before), [], []
        for label, score in own:
            reached = list(map(add, earlier, steps_from(into[label])))
            best = max(reached)
            sums.append(best + score)
            origin.append(reached.index(best))
        totals.append(sums)
        origins.append(origin)
    return totals, origins


def _backward(columns: Sequence[Column], steps: list[tuple[Table, Table]]) -> list[list[float]]:
    """Best total of everything after each segment, given its label."""
    table = [[0.0] * len(columns[-1])]
    for own, (_, out_of), after in zip(columns[-2::-1], reversed(steps), columns[:0:-1], strict=True):
        coming = [rest + score for rest, (_, score) in zip(table[-1], after, strict=True)]
        steps_to = _from_row(after)
        table.append([max(map(add, coming, steps_to(out_of[label]))) for label, _ in own])
    table.reverse()
    return table


def _from_row(column: Column) -> Callable[[tuple[float, ...]], tuple[float, ...]]:
    """Takes the steps from or to the labels of a column out of a table's row."""
    labels = [label for label, _ in column]
    return itemgetter(*labels, labels[0])  # one more, which nobody reads: of a single label it would give no tuple


def _choice(at: int, own: Column, totals: list[float], rests: list[float]) -> Choice:
    """The label on the best path, and how much worse the best path is that has another one here."""
    label, score = own[at]
    if len(own) == 1:
        return Choice(label, score, MOST, None)
    losses = list(map(sub, map(sub, repeat(totals[at] + rests[at]), totals), rests))
    losses[at] = inf
    margin = min(losses)
    return Choice(label, score, min(MOST, margin), own[losses.index(margin)][0])


def kept(scores: Scores) -> Column:
    """What may still win, labels ascending; something always may."""
    least = max(_LEAST, max(scores.values()) - 6.5)
    return tuple(sorted([label_and_score for label_and_score in scores.items() if label_and_score[1] > least]))
