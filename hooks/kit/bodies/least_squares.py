"""Least squares: the numbers that make many wishes come nearest to true at once (Levenberg and Marquardt's method).

Sums are exact (`fsum`), so that every Python version finds the same numbers.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from math import fsum, inf, sqrt
from operator import mul

Residuals = Callable[[Sequence[float]], list[float]]

STEP = 2.0**-12
"""How far a number is moved to see what depends on it."""
SMALL = 1e-5
"""The share of the cost below which a step is the last one."""
ROUNDS = 60


@dataclass(frozen=True)
class Spring:
    """A wish for one number alone: what it is drawn to, how firmly, and how firmly it is kept between two ends."""

    rest: float = 0.0
    stiffness: float = 0.0
    low: float = -inf
    high: float = inf
    wall: float = 0.0

    def cost(self, value: float) -> float:
        """Return the square of how far a number is from what is wished."""
        return float(((value - self.rest) * self.stiffness) ** 2 + (self._outside(value) * self.wall) ** 2)

    def slope(self, value: float) -> float:
        """Return half of how fast the cost grows with the number."""
        return float((value - self.rest) * self.stiffness**2 + self._outside(value) * self.wall**2)

    def bend(self, value: float) -> float:
        """Return half of how fast that slope grows."""
        return float(self.stiffness**2 + (self.wall**2 if self._outside(value) else 0.0))

    def _outside(self, value: float) -> float:
        return min(0.0, value - self.low) + max(0.0, value - self.high)


def minimise(residuals: Residuals, springs: Sequence[Spring], start: Sequence[float]) -> list[float]:
    """Return the numbers near `start` with the smallest sum of squared residuals and of the springs' costs.

    There is a spring for each number. Levenberg 1944, Marquardt 1963: Gauss-Newton steps, damped while they would make
    matters worse.
    """
    values, wishes = list(start), residuals(start)
    cost, damping = _cost(wishes, springs, values), 1e-6
    for _ in range(ROUNDS):
        matrix, gradient = _normal_equations(residuals, springs, values, wishes)
        improved = False
        while damping < 1e9:  # noqa: PLR2004 no step that small changes anything
            step = _solved(matrix, gradient, damping)
            trial = [value - change for value, change in zip(values, step, strict=True)]
            trial_wishes = residuals(trial)
            trial_cost = _cost(trial_wishes, springs, trial)
            if trial_cost <= cost:
                improved = cost - trial_cost > SMALL * (0.1 + cost)
                values, wishes, cost, damping = trial, trial_wishes, trial_cost, max(damping / 8, 1e-9)
                break
            damping *= 6
        if not improved:
            break
    return values


def _cost(wishes: Sequence[float], springs: Sequence[Spring], values: Sequence[float]) -> float:
    pulls = [spring.cost(value) for spring, value in zip(springs, values, strict=True)]
    return fsum([*map(mul, wishes, wishes), *pulls])


def _normal_equations(
    residuals: Residuals, springs: Sequence[Spring], values: list[float], wishes: list[float]
) -> tuple[list[list[float]], list[float]]:
    """Return the lower half of the matrix (each row up to its diagonal), and the gradient."""
    columns: list[list[float]] = []
    matrix, gradient = [], []
    for index, (spring, value) in enumerate(zip(springs, values, strict=True)):
        moved = values.copy()
        moved[index] += STEP
        columns.append([(new - old) / STEP for new, old in zip(residuals(moved), wishes, strict=True)])
        row = [fsum(map(mul, columns[index], column)) for column in columns]
        row[index] += spring.bend(value)
        matrix.append(row)
        gradient.append(fsum(map(mul, columns[index], wishes)) + spring.slope(value))
    return matrix, gradient


def _solved(matrix: list[list[float]], gradient: list[float], damping: float) -> list[float]:
    """Return the step of the damped normal equations, by Cholesky's decomposition."""
    lower: list[list[float]] = []
    forward: list[float] = []
    for index, line in enumerate(matrix):
        row: list[float] = []
        for column in range(index):
            row.append((line[column] - fsum(map(mul, row, lower[column]))) / lower[column][column])
        pivot = line[index] - fsum(map(mul, row, row)) + damping * (line[index] + 1e-6)
        row.append(sqrt(max(pivot, 1e-12)))
        lower.append(row)
        forward.append((gradient[index] - fsum(map(mul, row, forward))) / row[index])
    step = [0.0] * len(gradient)
    for index in reversed(range(len(gradient))):
        done = fsum(lower[below][index] * step[below] for below in range(index + 1, len(gradient)))
        step[index] = (forward[index] - done) / lower[index][index]
    return step
