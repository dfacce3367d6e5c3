"""The fitting of the confidence: it finds what is in the numbers, and promises no more than left-out lines keep."""

import random
from dataclasses import replace

import pytest

from shelflist.parse.fields.signals import Signals
from tests.parse.calibrate import HARDLY_LEARNT, Sample, fitted, judged, left_out, report, samples, threshold
from tests.parse.logistic import chance, fit, log_odds, solve
from tests.parse.score import SURE


def made(count: int) -> tuple[list[tuple[float, float]], list[bool]]:
    """Cases whose chance is known: 2 - 3x + 0y."""
    chosen = random.Random(1848)
    rows = [(chosen.random(), chosen.random()) for _ in range(count)]
    return rows, [chosen.random() < chance([2.0, -3.0, 0.0], row) for row in rows]


def test_the_fit_finds_what_the_cases_were_made_with() -> None:
    rows, right = made(3000)
    assert fit(rows, right, [1.0] * len(rows)) == pytest.approx([2.0, -3.0, 0.0], abs=0.3)


def test_a_case_counts_as_often_as_its_weight() -> None:
    rows, right = made(60)
    twice = fit(rows + rows, right + right, [1.0] * 120)
    assert fit(rows, right, [2.0] * 60) == pytest.approx(twice)


def test_a_feature_that_never_fails_gets_no_endless_weight() -> None:
    found = fit([(float(i % 2),) for i in range(100)], [i % 2 == 0 for i in range(100)], [1.0] * 100)
    assert -30 < found[1] < -3


def test_equations_are_solved_whatever_their_order() -> None:
    assert solve([[0.0, 2.0], [1.0, 1.0]], [4.0, 5.0]) == pytest.approx([3.0, 2.0])


def test_log_odds_and_chance_are_each_other_undone() -> None:
    assert chance([log_odds(0.9)], []) == pytest.approx(0.9)


NOTHING = Signals(*[0.0] * len(Signals._fields))


def test_a_feature_that_few_cases_have_counts_what_is_believed_of_it() -> None:
    rows, right = [(float(i == 0),) for i in range(100)], [i != 1 for i in range(100)]
    assert fit(rows, right, [1.0] * 100, towards=-1.5, ridge=3.0)[1] == pytest.approx(-1.5, abs=0.5)
    assert fit(rows, right, [1.0] * 100)[1] > -0.5


def test_above_the_threshold_as_many_are_right_as_is_aimed_at() -> None:
    rows = [(1.0 - i / 200, i % 4 != 3 or i < 50) for i in range(100)]
    assert threshold(rows, 0.98) == pytest.approx(1.0 - 54 / 200)  # of 55, one is wrong; the 56th is the next
    assert threshold([(0.9, False)], 0.98) == 1.0


def test_lines_that_were_learnt_from_are_not_judged_by() -> None:
    files = ["seeds", HARDLY_LEARNT[0], "development.txt", HARDLY_LEARNT[0]]
    chosen = [Sample(i, file, NOTHING, i < 3, 1.0) for i, file in enumerate(files)]
    assert judged(chosen, [0.9, 0.8, 0.7, 0.6]) == [(0.8, True), (0.6, False)]


def test_a_file_left_out_is_judged_by_the_others_alone() -> None:
    chosen = [Sample(i, str(i % 8), NOTHING._replace(closest=float(i % 2)), i % 2 == 0, 1.0) for i in range(40)]
    turned = [one if one.file != "7" else replace(one, is_right=True) for one in chosen]
    assert left_out(turned)[39] == pytest.approx(left_out(chosen)[39])


def test_the_seeds_give_constants_for_every_signal() -> None:
    told = report([replace(one, file=str(one.group % 2)) for one in samples(["seeds"])])
    assert all(f"  # {name}\n" in told + "\n" for name in Signals._fields)
    assert "BASE = " in told
    assert f"given {SURE}" in told


def test_no_signal_speaks_for_a_reading() -> None:
    said = NOTHING._replace(odd_notes=1.0)
    chosen = [Sample(n, "", said if n % 2 else NOTHING, n % 2 == 1 or n % 4 == 0, 1.0) for n in range(40)]
    assert max(fitted(chosen)[1:]) <= 0.0
