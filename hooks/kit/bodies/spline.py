"""A periodic cubic spline: the smoothest curve that runs through given values and then begins again."""

from bisect import bisect_right
from collections.abc import Callable, Sequence


def periodic(places: Sequence[float], values: Sequence[float], period: float) -> Callable[[float], float]:
    """Return the curve through `values` at `places` (rising, within one period), with no kink anywhere.

    Cubic pieces whose slopes and bends agree where they meet (de Boor 1978).
    """
    count = len(places)
    gaps = [(places[(i + 1) % count] - places[i]) % period for i in range(count)]
    rises = [(values[(i + 1) % count] - values[i]) / gaps[i] for i in range(count)]
    matrix = [[0.0] * count for _ in range(count)]
    for i in range(count):
        before = gaps[i - 1]
        matrix[i][i - 1] += before / 6
        matrix[i][i] += (before + gaps[i]) / 3
        matrix[i][(i + 1) % count] += gaps[i] / 6
    bends = _solved(matrix, [rises[i] - rises[i - 1] for i in range(count)])

    def curve(place: float) -> float:
        at = (place - places[0]) % period + places[0]
        i = bisect_right(places, at) - 1
        gap, after = gaps[i], (i + 1) % count
        ahead = (at - places[i]) / gap
        behind = 1 - ahead
        return (
            behind * values[i]
            + ahead * values[after]
            + ((behind**3 - behind) * bends[i] + (ahead**3 - ahead) * bends[after]) * gap * gap / 6
        )

    return curve


def _solved(matrix: list[list[float]], right: list[float]) -> list[float]:
    """Return the solution of a small set of linear equations, by elimination (its diagonal outweighs its rows)."""
    rows = [[*row, value] for row, value in zip(matrix, right, strict=True)]
    count = len(rows)
    for pivot in range(count):
        for row in range(count):
            if row != pivot:
                share = rows[row][pivot] / rows[pivot][pivot]
                rows[row] = [a - share * b for a, b in zip(rows[row], rows[pivot], strict=True)]
    return [row[-1] / row[index] for index, row in enumerate(rows)]
