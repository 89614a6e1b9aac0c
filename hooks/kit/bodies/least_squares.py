"""Least squares: the numbers that make many wishes come nearest to true at once (Levenberg and Marquardt's method)."""

from collections.abc import Callable, Sequence

Residuals = Callable[[Sequence[float]], list[float]]

STEP = 1e-6
SMALL = 1e-5
ROUNDS = 60


def minimise(residuals: Residuals, start: Sequence[float]) -> list[float]:
    """Return the numbers near `start` for which the sum of squared residuals is smallest.

    Levenberg 1944, Marquardt 1963: Gauss-Newton steps, damped while they would make matters worse.
    """
    values, wishes = list(start), residuals(start)
    cost, damping = _cost(wishes), 1e-6
    for _ in range(ROUNDS):
        matrix, gradient = _normal_equations(residuals, values, wishes)
        improved = False
        while damping < 1e9:  # noqa: PLR2004 no step that small changes anything
            step = _solved(matrix, gradient, damping)
            trial = [value - change for value, change in zip(values, step, strict=True)]
            trial_wishes = residuals(trial)
            trial_cost = _cost(trial_wishes)
            if trial_cost <= cost:
                improved = cost - trial_cost > SMALL * (0.1 + cost)
                values, wishes, cost, damping = trial, trial_wishes, trial_cost, max(damping / 8, 1e-9)
                break
            damping *= 6
        if not improved:
            break
    return values


def _cost(wishes: list[float]) -> float:
    return sum(wish * wish for wish in wishes)


def _normal_equations(
    residuals: Residuals, values: list[float], wishes: list[float]
) -> tuple[list[list[float]], list[float]]:
    columns: list[dict[int, float]] = []
    for index in range(len(values)):
        moved = values.copy()
        moved[index] += STEP
        changes = residuals(moved)
        columns.append(
            {row: (new - old) / STEP for row, (new, old) in enumerate(zip(changes, wishes, strict=True)) if new != old}
        )
    size = len(values)
    matrix = [[0.0] * size for _ in range(size)]
    for row, first in enumerate(columns):
        for column in range(row + 1):
            second = columns[column]
            total = sum(slope * second[key] for key, slope in first.items() if key in second)
            matrix[row][column] = matrix[column][row] = total
    return matrix, [sum(slope * wishes[row] for row, slope in column.items()) for column in columns]


def _solved(matrix: list[list[float]], gradient: list[float], damping: float) -> list[float]:
    """Return the step of the damped normal equations, by Cholesky's decomposition."""
    size = len(gradient)
    lower = [[0.0] * size for _ in range(size)]
    for row in range(size):
        for column in range(row + 1):
            total = matrix[row][column] - sum(lower[row][k] * lower[column][k] for k in range(column))
            if row == column:
                total += damping * (matrix[row][row] + 1e-6)
                lower[row][row] = max(total, 1e-12) ** 0.5
            else:
                lower[row][column] = total / lower[column][column]
    forward: list[float] = []
    for row in range(size):
        done = sum(lower[row][k] * forward[k] for k in range(row))
        forward.append((gradient[row] - done) / lower[row][row])
    step = [0.0] * size
    for row in reversed(range(size)):
        done = sum(lower[k][row] * step[k] for k in range(row + 1, size))
        step[row] = (forward[row] - done) / lower[row][row]
    return step
