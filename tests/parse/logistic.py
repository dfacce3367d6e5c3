"""Logistic regression by Newton's method with a ridge, for some dozen features and some thousand cases."""

import math
from collections.abc import Sequence

Row = Sequence[float]
_STEPS = 40
_STILL = 1e-8
_STEEPEST = 30.0


def fit(
    rows: Sequence[Row], right: Sequence[bool], weights: Sequence[float], *, towards: float = 0.0, ridge: float = 1.0
) -> list[float]:
    """The constant and one coefficient for each feature; `weights` say how much each case counts.

    The ridge draws coefficients `towards` what is believed of a feature that few cases have, and keeps them finite
    where one tells right from wrong without exception. It does not draw in the constant.
    """
    width = len(rows[0]) + 1
    found = [0.0] * width
    for _ in range(_STEPS):
        slope, bend = _derivatives(rows, right, weights, found)
        for i in range(1, width):
            slope[i] += ridge * (towards - found[i])
            bend[i][i] += ridge
        step = solve(bend, slope)
        found = [old + change for old, change in zip(found, step, strict=True)]
        if max(abs(change) for change in step) < _STILL:
            break
    return found


def chance(coefficients: Sequence[float], row: Row) -> float:
    """The probability, 0 to 1, that a case with these features is right."""
    total = coefficients[0] + sum(c * x for c, x in zip(coefficients[1:], row, strict=True))
    return 1.0 / (1.0 + math.exp(-max(-_STEEPEST, min(_STEEPEST, total))))


def log_odds(share: float) -> float:
    return math.log(share / (1.0 - share))


def _derivatives(
    rows: Sequence[Row], right: Sequence[bool], weights: Sequence[float], at: list[float]
) -> tuple[list[float], list[list[float]]]:
    """First and (negative) second derivative of the log likelihood."""
    width = len(at)
    slope = [0.0] * width
    bend = [[0.0] * width for _ in range(width)]
    for row, is_right, weight in zip(rows, right, weights, strict=True):
        p, full = chance(at, row), (1.0, *row)
        miss, curve = weight * (is_right - p), weight * p * (1.0 - p)
        for i, x in enumerate(full):
            if x:
                slope[i] += miss * x
                for j in range(i + 1):
                    bend[i][j] += curve * x * full[j]
    for i in range(width):
        for j in range(i):
            bend[j][i] = bend[i][j]
    return slope, bend


def solve(matrix: list[list[float]], right: list[float]) -> list[float]:
    """Gauss elimination with pivots. Raises ZeroDivisionError for a singular matrix."""
    rows = [[*row, value] for row, value in zip(matrix, right, strict=True)]
    n = len(rows)
    for i in range(n):
        pivot = max(range(i, n), key=lambda r: abs(rows[r][i]))
        rows[i], rows[pivot] = rows[pivot], rows[i]
        for r in range(i + 1, n):
            factor = rows[r][i] / rows[i][i]
            rows[r] = [a - factor * b for a, b in zip(rows[r], rows[i], strict=True)]
    found = [0.0] * n
    for i in reversed(range(n)):
        found[i] = (rows[i][n] - sum(rows[i][j] * found[j] for j in range(i + 1, n))) / rows[i][i]
    return found
