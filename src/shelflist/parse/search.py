"""The best reading of a line's segments, and how far the next best is from it.

Viterbi forwards and backwards: the two together give, for each segment, the best reading in which it is something
else (max-marginals). That distance is the segment's margin: what says whether to trust or to abstain. Time is linear
in the number of segments.
"""

from typing import NamedTuple

from shelflist.parse.grammar import FOLLOWING, INNER_PUBLISHER_AFTER_PLACE, LISTED_NAMES, ONE_NAME_EACH, START, Label

_NEVER = -1e9
Scores = dict[Label, float]


class Choice(NamedTuple):
    """One segment's label; `score` is its own evidence, `margin` the loss of the best reading with another label."""

    label: Label
    score: float
    margin: float
    rival: Label | None


def best_reading(scores: list[Scores], listed: list[bool], place_first: list[bool]) -> list[Choice]:
    """`scores[i]` are segment i's own scores by label. `listed[i]`: names at i go on in i + 1 as one list.

    `place_first[i]`: segment i follows its place by rights (colon, bracket).
    """
    forward = _forward(scores, listed, place_first)
    backward = _backward(scores, listed, place_first)
    labels = _trace(forward, backward, scores, listed, place_first)
    return [_choice(label, one, f, b) for label, one, f, b in zip(labels, scores, forward, backward, strict=True)]


def _step(before: Label, after: Label, listed: bool, place_first: bool) -> float:
    value = FOLLOWING[before].get(after)
    if value is None:
        return _NEVER
    if before == after and (after is Label.AUTHOR or after is Label.NAMES):
        return LISTED_NAMES if listed or after is Label.NAMES else ONE_NAME_EACH
    if place_first and after is Label.PUBLISHER and before is Label.PLACE:
        return INNER_PUBLISHER_AFTER_PLACE
    return value


def _forward(scores: list[Scores], listed: list[bool], place_first: list[bool]) -> list[Scores]:
    table = [{label: score + START.get(label, _NEVER) for label, score in scores[0].items()}]
    for i in range(1, len(scores)):
        previous, many, first = table[-1], listed[i - 1], place_first[i]
        table.append(
            {
                label: score + max(total + _step(before, label, many, first) for before, total in previous.items())
                for label, score in scores[i].items()
            }
        )
    return table


def _backward(scores: list[Scores], listed: list[bool], place_first: list[bool]) -> list[Scores]:
    """Best total of everything after segment i, given its label."""
    table: list[Scores] = [dict.fromkeys(scores[-1], 0.0)]
    for i in range(len(scores) - 2, -1, -1):
        coming, many, first = table[-1], listed[i], place_first[i + 1]
        rest = [(label, total + scores[i + 1][label]) for label, total in coming.items()]
        table.append({label: max(value + _step(label, after, many, first) for after, value in rest) for label in scores[i]})
    table.reverse()
    return table


def _trace(
    forward: list[Scores], backward: list[Scores], scores: list[Scores], listed: list[bool], place_first: list[bool]
) -> list[Label]:
    """The best path; ties go to the label that comes first in the enumeration."""
    labels = [max(sorted(forward[-1]), key=lambda label: forward[-1][label])]
    for i in range(len(scores) - 2, -1, -1):
        after = labels[-1]
        labels.append(
            max(
                sorted(forward[i]),
                key=lambda before: forward[i][before] + _step(before, after, listed[i], place_first[i + 1]),
            )
        )
    labels.reverse()
    return labels


def _choice(label: Label, own: Scores, forward: Scores, backward: Scores) -> Choice:
    chosen = forward[label] + backward[label]
    rivals = [(forward[other] + backward[other], other) for other in own if other is not label]
    if not rivals:
        return Choice(label, own[label], 9.0, None)
    rival_total, rival = max(rivals)
    return Choice(label, own[label], min(9.0, chosen - rival_total), rival)
