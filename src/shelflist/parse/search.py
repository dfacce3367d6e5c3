"""The best reading of a line's segments, and how far the next best is from it.

Viterbi forwards and backwards: the two together give, for each segment, the best reading in which it is something
else (max-marginals). That distance is the segment's margin: what says whether to trust or to abstain. Time is linear
in the number of segments.
"""

from typing import NamedTuple

from shelflist.parse.grammar import NEVER, START, STEPS, Label, Table

Scores = dict[Label, float]
MOST = 9.0
"""Margins are cut to this."""


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
    steps = [STEPS[pair] for pair in zip(listed, place_first[1:], strict=False)]
    forward, origins = _forward(scores, steps)
    backward = _backward(scores, steps)
    labels = [_best(forward[-1])]
    for origin in reversed(origins):
        labels.append(origin[labels[-1]])
    labels.reverse()
    return [_choice(label, one, f, b) for label, one, f, b in zip(labels, scores, forward, backward, strict=True)]


def _best(totals: Scores) -> Label:
    """Ties go to the label that comes first in the enumeration."""
    return min(totals, key=lambda label: (-totals[label], label))


def _forward(scores: list[Scores], steps: list[tuple[Table, Table]]) -> tuple[list[Scores], list[dict[Label, Label]]]:
    """Best totals up to and with each segment, and from which label before each came."""
    totals = [{label: score + START.get(label, NEVER) for label, score in scores[0].items()}]
    origins: list[dict[Label, Label]] = []
    for (into, _), own in zip(steps, scores[1:], strict=True):
        before = sorted(totals[-1].items())
        total: Scores = {}
        origin: dict[Label, Label] = {}
        for label, score in own.items():
            row = into[label]
            sums = [value + row[earlier] for earlier, value in before]
            best = max(sums)
            total[label], origin[label] = best + score, before[sums.index(best)][0]
        totals.append(total)
        origins.append(origin)
    return totals, origins


def _backward(scores: list[Scores], steps: list[tuple[Table, Table]]) -> list[Scores]:
    """Best total of everything after each segment, given its label."""
    table: list[Scores] = [dict.fromkeys(scores[-1], 0.0)]
    for i in range(len(steps) - 1, -1, -1):
        own, out_of = scores[i + 1], steps[i][1]
        coming = [(after, rest + own[after]) for after, rest in table[-1].items()]
        totals: Scores = {}
        for label in scores[i]:
            row = out_of[label]
            totals[label] = max([value + row[after] for after, value in coming])
        table.append(totals)
    table.reverse()
    return table


def _choice(label: Label, own: Scores, forward: Scores, backward: Scores) -> Choice:
    if len(own) == 1:
        return Choice(label, own[label], MOST, None)
    whole = forward[label] + backward[label]
    margin, rival = min([(whole - forward[other] - backward[other], other) for other in own if other is not label])
    return Choice(label, own[label], min(MOST, margin), rival)
