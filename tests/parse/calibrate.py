"""Fits the confidence to lines whose right reading is known, and prints the constants of ``parse/confidence.py``.

    python -m tests.parse.calibrate [NAME ...]

A NAME is as in ``evaluate.py``; without one, the development half and the seeds. This is the last step of a change of
the grammar. Every line is read in every markup, with the gazetteer and without what only this line has in it (see
``leave_out.py``): the lists have grown by these very lines, and an unknown house is the commonest trouble of a line
that nobody has seen. The readings of one line weigh as one together.

The confidence is the chance that all fields are right, by logistic regression over ``parse/signals.py``. It is tried on
lines left out of the fit (`FOLDS`, by line). Then it is lowered as a whole until, of the left-out lines as their page
shows them, and read without the names that only they put into the lists, `AIM` of those given 0.9 or more are wholly
right: who reviews only the others must not miss much.
"""

import sys
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any
from unittest.mock import patch

from shelflist.models.citation import Citation, Reading
from shelflist.parse import line
from shelflist.parse.citation import build
from shelflist.parse.labelled import Labelled
from shelflist.parse.signals import Signals, gist_of, signals
from tests.parse.evaluate import cases_of
from tests.parse.expected import Case, from_marked
from tests.parse.leave_out import reader
from tests.parse.logistic import chance, fit, log_odds
from tests.parse.marked import read_half
from tests.parse.score import SURE, as_it_is, outcome_of
from tests.parse.variants import VARIANTS, variant

FOLDS = 10
AIM = 0.98
_OTHER_AIMS = (0.95, 0.97, 0.98, 0.99)
_LEAST = 1e-6


@dataclass(frozen=True)
class Sample:
    """One reading of one line; `group` is the same for all readings of a line."""

    group: int
    signals: Signals
    is_right: bool
    weight: float
    shown: bool = True  # in the markup of its page, without the names that only this line put into the lists


def samples(names: Sequence[str]) -> list[Sample]:
    cases = list(_grouped(names))
    left_out = reader([case for _, case in cases], at_most=len(VARIANTS))
    first = {group: n for n, (group, _) in reversed(list(enumerate(cases)))}
    found = [
        (group, *one, read is left_out and first[group] == n)
        for read in (as_it_is, left_out)
        for n, (group, case) in enumerate(cases)
        if (one := _read(case, read)) is not None
    ]
    times: dict[int, int] = defaultdict(int)
    for group, *_ in found:
        times[group] += 1
    return [Sample(group, signals, is_right, 1.0 / times[group], shown) for group, signals, is_right, shown in found]


def _grouped(names: Sequence[str]) -> Iterator[tuple[int, Case]]:
    """Every entry in every markup, with the number of its line."""
    group = 0
    for name in names:
        if name == "seeds":
            varied = [[case] for case in cases_of(name)]
        else:
            entries = [one for one in read_half(name) if one.fields]
            varied = [[case for kind in VARIANTS for case in from_marked(variant([one], kind))] for one in entries]
        for cases in varied:
            group += 1
            yield from ((group, case) for case in cases)


def _read(case: Case, read: Callable[[Case], Reading]) -> tuple[Signals, bool] | None:
    """The signals of one reading and whether all fields are right; None for what was not read as an entry."""
    taken: list[Labelled] = []

    def record(labelled: Labelled, *rest: Any) -> Citation:
        taken.append(labelled)
        return build(labelled, *rest)

    with patch.object(line, "build", record):
        reading = read(case)
    if reading.citation is None:
        return None
    return signals(gist_of(reading.citation), taken[0]), outcome_of(case, reading).all_right


def fitted(chosen: Sequence[Sample]) -> list[float]:
    """What speaks against a reading can count nothing, and never for it: a signal of the wrong sign is left out."""
    right, weights = [one.is_right for one in chosen], [one.weight for one in chosen]
    kept = set(range(len(Signals._fields)))
    while True:
        rows = [[x if i in kept else 0.0 for i, x in enumerate(one.signals)] for one in chosen]
        found = fit(rows, right, weights)
        wrong = {i for i in kept if found[i + 1] > 0.0}
        if not wrong:
            return found
        kept -= wrong


def left_out(chosen: Sequence[Sample]) -> list[float]:
    """For each sample its chance by a fit that has seen no reading of its line."""
    fits = [fitted([one for one in chosen if one.group % FOLDS != fold]) for fold in range(FOLDS)]
    return [chance(fits[one.group % FOLDS], one.signals) for one in chosen]


def threshold(chosen: Sequence[Sample], chances: Sequence[float], aim: float = AIM) -> float:
    """The lowest chance such that, of the samples shown with no lower one, `aim` are right; 1.0 if there is none."""
    right = counted = 0.0
    lowest = 1.0
    for p, one in sorted(zip(chances, chosen, strict=True), key=lambda pair: -pair[0]):
        if not one.shown:
            continue
        counted += 1.0
        right += one.is_right
        if right >= aim * counted:
            lowest = p
    return lowest


def report(chosen: Sequence[Sample]) -> str:
    chances = left_out(chosen)
    lowest = threshold(chosen, chances)
    shift = min(0.0, log_odds(SURE) - log_odds(min(lowest, 1.0 - _LEAST)))
    coefficients = fitted(chosen)
    lowered = [chance([shift, 1.0], [log_odds(min(max(p, _LEAST), 1.0 - _LEAST))]) for p in chances]
    sure = [one for one, p in zip(chosen, lowered, strict=True) if p >= SURE and one.shown]
    lines = len({one.group for one in chosen})
    told = len(sure) / max(1, sum(one.shown for one in chosen))
    rows = [f"{lines} lines, {len(chosen)} readings, all fields right in {_share(chosen):.1%}", ""]
    rows += [
        *_table(chosen, lowered),
        "",
        f"lowered by {-shift:.2f}; of the left-out lines as shown, {told:.1%} are given ",
    ]
    rows[-1] += f"{SURE} or more, and of these {_share(sure):.1%} have all fields right"
    rows += ["", *_reach(chosen, chances), ""]
    rows += [f"BASE = {coefficients[0] + shift:.2f}", "WEIGHTS = ("]
    rows += [f"    {c:.2f},  # {name}" for name, c in zip(Signals._fields, coefficients[1:], strict=True)]
    return "\n".join([*rows, ")"])


def _table(chosen: Sequence[Sample], chances: Sequence[float]) -> list[str]:
    rows = ["confidence   weight  mean given   all right"]
    for low, high in ((0.0, 0.3), (0.3, 0.5), (0.5, 0.7), (0.7, 0.8), (0.8, 0.9), (0.9, 0.95), (0.95, 1.01)):
        held = [(p, one) for p, one in zip(chances, chosen, strict=True) if low <= p < high]
        if held:
            inside = [one for _, one in held]
            mean = sum(p * one.weight for p, one in held) / _weight(inside)
            rows.append(f"{low:.2f} - {min(high, 1):.2f} {_weight(inside):7.0f} {mean:11.2f} {_share(inside):11.1%}")
    return rows


def _reach(chosen: Sequence[Sample], chances: Sequence[float]) -> list[str]:
    """How many of the left-out readings could be called sure, were another share of them to be right."""
    rows = []
    for aim in _OTHER_AIMS:
        lowest = threshold(chosen, chances, aim)
        above = [one for one, p in zip(chosen, chances, strict=True) if p >= lowest]
        reach = _weight(above) / _weight(chosen)
        rows.append(f"{aim:.0%} right: in {reach:6.1%} of the readings, from a chance of {lowest:.2f}")
    return rows


def _weight(chosen: Sequence[Sample]) -> float:
    return sum(one.weight for one in chosen)


def _share(chosen: Sequence[Sample]) -> float:
    return sum(one.weight for one in chosen if one.is_right) / _weight(chosen) if chosen else 1.0


if __name__ == "__main__":
    print(report(samples(sys.argv[1:] or ["development", "seeds"])))
