"""Fits the confidence to lines whose right reading is known, and prints the constants of ``fields/confidence.py``.

    python -m tests.parse.calibrate [NAME ...]

A NAME is as in ``evaluate.py``; without one, the files of the development half, those that are kept for this alone, and
the seeds. This is the last step of a change of the grammar. Every line is read in every markup, with the gazetteer and
without what only this line has in it (see ``leave_out.py``): the lists have grown by these very lines, and an unknown
house is the commonest trouble of a line that nobody has seen. So are the development lines with their values exchanged
(see ``crossed.py``), as they themselves are read nearly by heart. The readings of one line weigh as one together.

The confidence is the chance that all fields are right, by logistic regression over ``fields/signals.py``. What speaks
against a reading is believed to count `BELIEVED` until the lines say otherwise: each sign stands in few of them. The
fit is tried on each file left out of it, as a file has a manner of its own. Then the chance is lowered as a whole
until, of the lines of `HARDLY_LEARNT` as their page shows them, and read without the names that only they put into the
lists, `AIM` of those given 0.9 or more are wholly right: who reviews only the others must not miss much. The other
files say nothing of that, as the grammar was made with them.
"""

import sys
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from unittest.mock import patch

from shelflist.models.citation import Citation, Reading
from shelflist.parse import line
from shelflist.parse.fields.citation import build
from shelflist.parse.fields.gist import gist_of
from shelflist.parse.fields.signals import Signals, signals
from shelflist.parse.labels.labelled import Labelled
from shelflist.parse.labels.parsed import Parsed
from shelflist.parse.vocabulary.gazetteer import Gazetteer
from tests.parse import crossed
from tests.parse.evaluate import cases_of
from tests.parse.expected import Case, from_marked
from tests.parse.leave_out import reader
from tests.parse.logistic import chance, fit, log_odds
from tests.parse.marked import DATA, files_of, read_half
from tests.parse.score import SURE, as_it_is, outcome_of, share
from tests.parse.variants import VARIANTS, variant

AIM = 0.98
HARDLY_LEARNT = (*sorted(file.name for file in DATA.glob("calibration*.txt")), "development14.txt")
"""The second is by hands that are still strange: a bar set by familiar manners only promises too much."""
FITTED_TO = (*files_of("development"), *HARDLY_LEARNT, "seeds")
BELIEVED, _STEADFAST = -1.5, 3.0
"""In log-odds, and how many cases it takes to be convinced of another value."""
_OTHER_AIMS = (0.95, 0.97, 0.975, 0.98, 0.985)
_LEAST = 1e-6


@dataclass(frozen=True)
class Sample:
    """One reading of one line; `group` is the same for all readings of a line."""

    group: int
    file: str
    signals: Signals
    is_right: bool
    weight: float
    shown: bool = True  # in the markup of its page, without the names that only this line put into the lists


def samples(names: Sequence[str]) -> list[Sample]:
    cases = list(_grouped(names))
    left_out = reader([case for *_, case in cases], at_most=len(VARIANTS))
    first = {group: n for n, (_, group, _) in reversed(list(enumerate(cases)))}
    found = [
        (group, file, *one, read is left_out and first[group] == n)
        for read in (as_it_is, left_out)
        for n, (file, group, case) in enumerate(cases)
        if (one := _read(case, read)) is not None
    ]
    exchanged = crossed.reader()
    found += [
        (group, file, *one, False)
        for file, group, case in _crossed(names, len(first))
        if (one := _read(case, exchanged)) is not None
    ]
    times = Counter(group for group, *_ in found)
    return [
        Sample(group, file, told, is_right, 1.0 / times[group], shown) for group, file, told, is_right, shown in found
    ]


def _grouped(names: Sequence[str]) -> Iterator[tuple[str, int, Case]]:
    """Every entry in every markup, with its file and the number of its line."""
    group = 0
    for name in names:
        if name == "seeds":
            varied = [[case] for case in cases_of(name)]
        else:
            entries = [one for one in read_half(name) if one.fields]
            varied = [[case for kind in VARIANTS for case in from_marked(variant([one], kind))] for one in entries]
        for cases in varied:
            group += 1
            yield from ((name, group, case) for case in cases)


def _crossed(names: Sequence[str], group: int) -> Iterator[tuple[str, int, Case]]:
    """The lines of the development half with their values exchanged, in every markup."""
    for name in names:
        for one in crossed.crossed(name) if name in files_of("development") else ():
            group += 1
            yield from ((name, group, case) for kind in VARIANTS for case in from_marked(variant([one], kind)))


def _read(case: Case, read: Callable[[Case], Reading]) -> tuple[Signals, bool] | None:
    """The signals of one reading and whether all fields are right; None for what was not read as an entry."""
    taken: list[tuple[Labelled, Gazetteer]] = []

    def record(parsed: Parsed, gazetteer: Gazetteer) -> Citation:
        taken.append((parsed.labelled, gazetteer))
        return build(parsed, gazetteer)

    with patch.object(line, "build", record):
        reading = read(case)
    if reading.citation is None:
        return None
    labelled, gazetteer = taken[0]
    return signals(gist_of(reading.citation), labelled, gazetteer), outcome_of(case, reading).all_right


def fitted(chosen: Sequence[Sample]) -> list[float]:
    """What speaks against a reading can count nothing, and never for it: a signal of the wrong sign is left out."""
    alike: dict[tuple[Signals, bool], float] = defaultdict(float)
    for one in chosen:
        alike[one.signals, one.is_right] += one.weight
    right, weights = [is_right for _, is_right in alike], list(alike.values())
    kept = set(range(len(Signals._fields)))
    while True:
        rows = [[x if i in kept else 0.0 for i, x in enumerate(told)] for told, _ in alike]
        found = fit(rows, right, weights, towards=BELIEVED, ridge=_STEADFAST)
        wrong = {i for i in kept if found[i + 1] > 0.0}
        if not wrong:
            return [found[0], *(found[i + 1] if i in kept else 0.0 for i in range(len(Signals._fields)))]
        kept -= wrong


def left_out(chosen: Sequence[Sample]) -> list[float]:
    """For each sample its chance by a fit that has seen no line of its file."""
    fits = {file: fitted([one for one in chosen if one.file != file]) for file in {one.file for one in chosen}}
    return [chance(fits[one.file], one.signals) for one in chosen]


def judged(chosen: Sequence[Sample], chances: Sequence[float]) -> list[tuple[float, bool]]:
    """(chance, right) of the lines as shown from which little or nothing was learnt, the surest first."""
    shown = [(p, one) for p, one in zip(chances, chosen, strict=True) if one.shown]
    held = [pair for pair in shown if pair[1].file in HARDLY_LEARNT] or shown
    return sorted([(p, one.is_right) for p, one in held], key=lambda row: -row[0])


def threshold(rows: Sequence[tuple[float, bool]], aim: float = AIM) -> float:
    """The lowest chance such that, of the rows with no lower one, `aim` are right; 1.0 if there is none."""
    right, lowest = 0, 1.0
    for counted, (p, is_right) in enumerate(rows, 1):
        right += is_right
        if right >= aim * counted:
            lowest = p
    return lowest


def report(chosen: Sequence[Sample]) -> str:
    chances = left_out(chosen)
    lowest = threshold(judged(chosen, chances))
    shift = min(0.0, log_odds(SURE) - log_odds(min(lowest, 1.0 - _LEAST)))
    coefficients = fitted(chosen)
    lowered = [chance([shift, 1.0], [log_odds(min(max(p, _LEAST), 1.0 - _LEAST))]) for p in chances]
    lines = len({one.group for one in chosen})
    rows = [f"{lines} lines, {len(chosen)} readings, all fields right in {_share(chosen):.1%}", ""]
    rows += [*_table(chosen, lowered), "", *_by_file(chosen, lowered), f"lowered by {-shift:.2f}"]
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


def _by_file(chosen: Sequence[Sample], chances: Sequence[float]) -> list[str]:
    """Of the left-out lines as shown: how many are given `SURE`, and how many of these are right."""
    rows = [f"left out            shown   given {SURE}   of these all right"]
    shown = [(one, p >= SURE) for one, p in zip(chosen, chances, strict=True) if one.shown]
    for name in (*dict.fromkeys(one.file for one, _ in shown), "all"):
        held = [(one.is_right, sure) for one, sure in shown if name in (one.file, "all")]
        told = [is_right for is_right, sure in held if sure]
        rows.append(f"{name:18} {len(held):6} {len(told) / len(held):11.1%} {share(told):20.1%}")
    return rows


def _reach(chosen: Sequence[Sample], chances: Sequence[float]) -> list[str]:
    """How many of the lines that are judged by could be called sure, were another share of them to be right."""
    rows = judged(chosen, chances)
    told = []
    for aim in _OTHER_AIMS:
        lowest = threshold(rows, aim)
        told.append(f"{aim:.1%} right: {share(p >= lowest for p, _ in rows):6.1%} of the lines, from {lowest:.3f}")
    return told


def _weight(chosen: Sequence[Sample]) -> float:
    return sum(one.weight for one in chosen)


def _share(chosen: Sequence[Sample]) -> float:
    return sum(one.weight for one in chosen if one.is_right) / _weight(chosen) if chosen else 1.0


if __name__ == "__main__":
    print(report(samples(sys.argv[1:] or FITTED_TO)))
