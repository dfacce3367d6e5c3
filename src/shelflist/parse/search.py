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
    label, best = forward[-1][0]
    for other, total in forward[-1]:
        if total > best:
            label, best = other, total
    path = [label]
    for origin in reversed(origins):
        path.append(origin[path[-1]])
    path.reverse()
    return list(map(_choice, path, columns, forward, backward))


def _forward(columns: list[Column], steps: list[tuple[Table, Table]]) -> tuple[list[Column], list[dict[int, int]]]:
    """Best totals up to and with each segment by its label, and from which label of the segment before each came."""
    reached = [(label, score + _OPENING[label]) for label, score in columns[0]]
    totals, origins = [reached], []
    for (into, _), own in zip(steps, columns[1:], strict=True):
        earlier, reached, origin = reached, [], {}
        for label, score in own:
            row, best, came = into[label], _NOTHING, 0
            for before, total in earlier:
                if (value := total + row[before]) > best:
                    best, came = value, before
            reached.append((label, best + score))
            origin[label] = came
        totals.append(reached)
        origins.append(origin)
    return totals, origins


def _backward(columns: list[Column], steps: list[tuple[Table, Table]]) -> list[list[float]]:
    """Best total of everything after each segment, given its label."""
    coming = columns[-1]
    table = [[0.0] * len(coming)]
    for own, (_, out_of) in zip(columns[-2::-1], reversed(steps), strict=True):
        later, coming, totals = coming, [], []
        for label, score in own:
            row, best = out_of[label], _NOTHING
            for after, total in later:
                if (value := total + row[after]) > best:
                    best = value
            totals.append(best)
            coming.append((label, best + score))
        table.append(totals)
    table.reverse()
    return table


def _choice(label: int, own: Column, forward: Column, backward: list[float]) -> Choice:
    """The label on the best path, and how much worse the best path is that has another one here."""
    if len(own) == 1:
        return Choice(LABELS[label], own[0][1], MOST, None)
    score, whole, others = 0.0, 0.0, []
    for (other, own_score), (_, before), after in zip(own, forward, backward, strict=True):
        if other == label:
            score, whole = own_score, before + after
        else:
            others.append((before, after, other))
    margin, rival = -_NOTHING, 0
    for before, after, other in others:
        if (loss := whole - before - after) < margin:
            margin, rival = loss, other
    return Choice(LABELS[label], score, min(MOST, margin), LABELS[rival])
