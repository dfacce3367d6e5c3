"""The best reading of a line's segments, and how far the next best is from it.

Viterbi forwards and backwards: the two together give, for each segment, the best reading in which it is something
else (max-marginals). That distance is the segment's margin: what says whether to trust or to abstain. Time is linear
in the number of segments.
"""

from typing import NamedTuple

from shelflist.parse.grammar import INNER_PUBLISHER_AFTER_PLACE, INTO, LISTED_NAMES, NEVER, ONE_NAME_EACH, START, Label

Scores = dict[Label, float]
MOST = 9.0
"""Margins are cut to this."""


class Choice(NamedTuple):
    """One segment's label; `score` is its own evidence, `margin` the loss of the best reading with another label."""

    label: Label
    score: float
    margin: float
    rival: Label | None


class _Join(NamedTuple):
    """How two neighbouring segments stand to each other."""

    listed: bool  # names of the first go on in the second as one list
    place_first: bool  # the second follows its place by rights (colon, bracket)


def best_reading(scores: list[Scores], listed: list[bool], place_first: list[bool]) -> list[Choice]:
    """`scores[i]` are segment i's own scores by label; the others are as in `_Join`, at the pair's first and second."""
    joins = [_Join(listed[i], place_first[i + 1]) for i in range(len(scores) - 1)]
    forward, origins = _forward(scores, joins)
    backward = _backward(scores, joins)
    labels = [_best(forward[-1])]
    for origin in reversed(origins):
        labels.append(origin[labels[-1]])
    labels.reverse()
    return [_choice(label, one, f, b) for label, one, f, b in zip(labels, scores, forward, backward, strict=True)]


def _best(totals: Scores) -> Label:
    """Ties go to the label that comes first in the enumeration."""
    return min(totals, key=lambda label: (-totals[label], label))


def _row(after: Label, join: _Join) -> list[float]:
    """What each label before costs `after`, given how the two segments stand to each other."""
    row = INTO[after]
    if after is Label.NAMES:
        step = LISTED_NAMES if join.listed else ONE_NAME_EACH
        return [step if value > NEVER else value for value in row]
    if after is Label.AUTHOR:
        row = list(row)
        row[Label.AUTHOR] = LISTED_NAMES if join.listed else ONE_NAME_EACH
    elif after is Label.PUBLISHER and join.place_first:
        row = list(row)
        row[Label.PLACE] = INNER_PUBLISHER_AFTER_PLACE
    return row


def _forward(scores: list[Scores], joins: list[_Join]) -> tuple[list[Scores], list[dict[Label, Label]]]:
    """Best totals up to and with each segment, and from which label before each came."""
    totals = [{label: score + START.get(label, NEVER) for label, score in scores[0].items()}]
    origins: list[dict[Label, Label]] = []
    for join, own in zip(joins, scores[1:], strict=True):
        before = sorted(totals[-1].items())
        total: Scores = {}
        origin: dict[Label, Label] = {}
        for label, score in own.items():
            row = _row(label, join)
            best, source = NEVER * 1e3, before[0][0]
            for earlier, value in before:
                if (value := value + row[earlier]) > best:
                    best, source = value, earlier
            total[label], origin[label] = best + score, source
        totals.append(total)
        origins.append(origin)
    return totals, origins


def _backward(scores: list[Scores], joins: list[_Join]) -> list[Scores]:
    """Best total of everything after each segment, given its label."""
    table: list[Scores] = [dict.fromkeys(scores[-1], 0.0)]
    for i in range(len(joins) - 1, -1, -1):
        totals = dict.fromkeys(scores[i], NEVER * 1e3)
        for after, rest in table[-1].items():
            row, coming = _row(after, joins[i]), rest + scores[i + 1][after]
            for label, best in totals.items():
                if (value := coming + row[label]) > best:
                    totals[label] = value
        table.append(totals)
    table.reverse()
    return table


def _choice(label: Label, own: Scores, forward: Scores, backward: Scores) -> Choice:
    if len(own) == 1:
        return Choice(label, own[label], MOST, None)
    margin, rival = min(
        (forward[label] + backward[label] - forward[other] - backward[other], other)
        for other in own
        if other is not label
    )
    return Choice(label, own[label], min(MOST, margin), rival)
