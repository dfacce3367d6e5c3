"""Reads lines and counts: field by field, whole lines, kinds, and how sure the right and the wrong readings were."""

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from shelflist.models.citation import Citation, LineKind, Reading
from shelflist.parse.line import read_line
from tests.parse.expected import ASIDE, CORE, Case
from tests.parse.verdicts import Verdict, is_stated, values, verdict

SURE = 0.9
"""Lines given this confidence or more may go unreviewed; the issue asks that 97 % of them are wholly right."""


@dataclass
class Tally:
    """One field over all entries: the verdicts, the lines that state a value, and those of them read right."""

    verdicts: Counter[Verdict] = field(default_factory=Counter)
    stated: int = 0
    found: int = 0

    @property
    def given(self) -> int:
        return self.verdicts[Verdict.RIGHT] + self.verdicts[Verdict.WRONG]

    @property
    def precision(self) -> float:
        """Of the values given, the share that is right; 1 where none is given."""
        return self.verdicts[Verdict.RIGHT] / self.given if self.given else 1.0

    @property
    def recall(self) -> float:
        """Of the values stated, the share that is given right; 1 where none is stated."""
        return self.found / self.stated if self.stated else 1.0


@dataclass(frozen=True)
class Outcome:
    """One entry: how sure its reading was, and whether it was right."""

    confidence: float
    core_right: bool
    all_right: bool


@dataclass
class Score:
    fields: dict[str, Tally] = field(default_factory=dict)
    kinds: Counter[tuple[LineKind, LineKind]] = field(default_factory=Counter)  # (is, was read as)
    outcomes: list[Outcome] = field(default_factory=list)
    wrong: list[str] = field(default_factory=list, repr=False)  # a failing test must not tell held-out lines

    @property
    def entries(self) -> int:
        return len(self.outcomes)

    @property
    def core(self) -> float:
        return share(outcome.core_right for outcome in self.outcomes)

    @property
    def whole(self) -> float:
        return share(outcome.all_right for outcome in self.outcomes)

    @property
    def sure(self) -> list[Outcome]:
        return [outcome for outcome in self.outcomes if outcome.confidence >= SURE]

    @property
    def others(self) -> int:
        return sum(n for (kind, _), n in self.kinds.items() if kind is not LineKind.ENTRY)

    @property
    def false_entries(self) -> int:
        return sum(n for (is_, read), n in self.kinds.items() if is_ is not LineKind.ENTRY and read is LineKind.ENTRY)


def share(yes: Iterable[bool]) -> float:
    """Of no cases at all, all."""
    counted = list(yes)
    return sum(counted) / len(counted) if counted else 1.0


def as_it_is(case: Case) -> Reading:
    return read_line(case.block, case.context)


def evaluate(cases: Iterable[Case], read: Callable[[Case], Reading] = as_it_is) -> Score:
    score = Score()
    for case in cases:
        reading = read(case)
        score.kinds[case.kind, reading.kind] += 1
        if case.kind is LineKind.ENTRY:
            _add_entry(score, case, reading)
        elif reading.kind is not case.kind:
            score.wrong.append(f"{reading.kind} instead of {case.kind}: {case.block.text}")
    return score


def core_of(cases: Iterable[Case], read: Callable[[Case], Reading] = as_it_is) -> float:
    """`Score.core` for a fifth of the work: of entries alone, and of them the six core fields."""
    return share(_has_core(case, read(case).citation) for case in cases if case.kind is LineKind.ENTRY)


def _has_core(case: Case, citation: Citation | None) -> bool:
    return citation is not None and all(verdict(case, citation, name).is_right for name in CORE if name in case.right)


def judged(case: Case, reading: Reading) -> dict[str, Verdict]:
    citation = reading.citation or Citation()
    return {name: verdict(case, citation, name) for name in (*case.right, *case.bags)}


def outcome_of(case: Case, reading: Reading) -> Outcome:
    return _outcome(reading, judged(case, reading))


def _outcome(reading: Reading, verdicts: dict[str, Verdict]) -> Outcome:
    faults = {name for name, one in verdicts.items() if not one.is_right and name not in ASIDE}
    if reading.citation is None:
        return Outcome(0.0, False, False)
    return Outcome(reading.citation.parse_confidence, faults.isdisjoint(CORE), not faults)


def _add_entry(score: Score, case: Case, reading: Reading) -> None:
    verdicts = judged(case, reading)
    for name, one in verdicts.items():
        tally = score.fields.setdefault(name, Tally())
        tally.verdicts[one] += 1
        if is_stated(case, name):
            tally.stated += 1
            tally.found += one is Verdict.RIGHT
    score.outcomes.append(_outcome(reading, verdicts))
    faults = [name for name, one in verdicts.items() if not one.is_right]
    if faults or reading.kind is not LineKind.ENTRY:
        score.wrong.append(_told(case, reading, verdicts, faults))


def _told(case: Case, reading: Reading, verdicts: dict[str, Verdict], faults: list[str]) -> str:
    citation = reading.citation or Citation()
    rows = [f"{name} {verdicts[name]}: {values(citation, name)[0]!r} for {_right(case, name)}" for name in faults]
    return "\n      ".join([f"{citation.parse_confidence} {reading.kind}: {case.block.text}", *rows])


def _right(case: Case, name: str) -> str:
    return repr(case.right[name][0] if name in case.right else " ".join(sorted(case.bags[name].stated)) or None)
