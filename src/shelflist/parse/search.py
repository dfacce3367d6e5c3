"""The best reading of a line's segments, and how far the next best is from it.

Viterbi forwards and backwards: the two together give, for each segment, the best reading in which it is something
else (max-marginals). That distance is the segment's margin: what says whether to trust or to abstain. Time is linear
in the number of segments. The inner loops are written out: this runs for every line, over few labels.
"""

from typing import NamedTuple

from shelflist.parse.grammar import LABELS, NEVER, START, STEPS, Label, Table

Scores = dict[Label, float]
Column = list[tuple[int, float]]
"""(label, score) of one segment, labels ascending: ties then go to the label that comes first in the enumeration."""
MOST = 9.0
"""Margins are cut to this."""
_NOTHING = float("-inf")
_OPENING = tuple(START.get(label, NEVER) for label in LABELS)


class Choice(NamedTuple):
    """One segment's label; `score` is its own evidence, `margin` the loss of the best reading with another label."""

    label: Label
    score: float
    margin: float
    rival: Label | None


def best_reading(scores: list[Scores], listed: list[bool], place_first: list[bool]) -> list[Choice]:
    """`scores[i]` are segment i's own scores by label.

    `listed[i]`: names of segment i go on in the next as one list. `place_first[i]`: segment i follows its place by
    rights (colon, bracket).
    """
    columns = [sorted([(int(label), score) for label, score in own.items()]) for own in scores]
    steps = [STEPS[pair] for pair in zip(listed, place_first[1:], strict=False)]
    forward, origins = _forward(columns, steps)
    backward = _backward(columns, steps)
    best = max(forward[-1])
    at = [forward[-1].index(best)]
    for origin in reversed(origins):
        at.append(origin[at[-1]])
    at.reverse()
    return list(map(_choice, at, columns, forward, backward))


def _forward(columns: list[Column], steps: list[tuple[Table, Table]]) -> tuple[list[list[float]], list[list[int]]]:
    """Best totals up to and with each segment, and from which place in the column before each came."""
    before = columns[0]
    totals = [[score + _OPENING[label] for label, score in before]]
    origins: list[list[int]] = []
    for (into, _), own in zip(steps, columns[1:], strict=True):
        total, origin = [], []
        earlier = [(i, label, sum_) for i, ((label, _), sum_) in enumerate(zip(before, totals[-1], strict=True))]
        for label, score in own:
            row, best, came = into[label], _NOTHING, 0
            for i, from_label, value in earlier:
                if (value := value + row[from_label]) > best:
                    best, came = value, i
            total.append(best + score)
            origin.append(came)
        totals.append(total)
        origins.append(origin)
        before = own
    return totals, origins


def _backward(columns: list[Column], steps: list[tuple[Table, Table]]) -> list[list[float]]:
    """Best total of everything after each segment, given its label."""
    table = [[0.0] * len(columns[-1])]
    for i in range(len(steps) - 1, -1, -1):
        out_of = steps[i][1]
        coming = [(label, rest + score) for (label, score), rest in zip(columns[i + 1], table[-1], strict=True)]
        totals = []
        for label, _ in columns[i]:
            row, best = out_of[label], _NOTHING
            for to_label, value in coming:
                if (value := value + row[to_label]) > best:
                    best = value
            totals.append(best)
        table.append(totals)
    table.reverse()
    return table


def _choice(at: int, own: Column, forward: list[float], backward: list[float]) -> Choice:
    label, score = own[at]
    if len(own) == 1:
        return Choice(LABELS[label], score, MOST, None)
    whole, margin, rival = forward[at] + backward[at], -_NOTHING, 0
    for i, (other, _) in enumerate(own):
        if i != at and (loss := whole - forward[i] - backward[i]) < margin:
            margin, rival = loss, other
    return Choice(LABELS[label], score, min(MOST, margin), LABELS[rival])
