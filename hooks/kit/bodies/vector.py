"""Points and directions: three numbers for the body in space, two on the paper, and the few sums made with them."""

from math import floor, hypot, sqrt
from typing import TypeAlias

Vector: TypeAlias = tuple[float, float, float]
"""x to the right of the page, y up, z towards the viewer; lengths are fractions of standing height."""

Point: TypeAlias = tuple[float, float]
"""A place on the page: x to the right, y up."""

NOISE = 1e-9
"""A length or share smaller than this is rounding noise, which differs between machines: no choice hangs on it."""
HALFWAY = 1e-5
"""How near below the middle of two whole numbers still counts as the middle."""


def nearest(value: float) -> int:
    """Return the nearest whole number; what lies halfway goes up, even when rounding noise has put it a bit lower."""
    return floor(value + 0.5 + HALFWAY)


def add(first: Vector, second: Vector, times: float = 1.0) -> Vector:
    """Return first + times x second."""
    return (first[0] + times * second[0], first[1] + times * second[1], first[2] + times * second[2])


def mix(first: Vector, cosine: float, second: Vector, sine: float) -> Vector:
    """Return cosine x first + sine x second: `first` turned towards `second`."""
    return (
        cosine * first[0] + sine * second[0],
        cosine * first[1] + sine * second[1],
        cosine * first[2] + sine * second[2],
    )


def dot(first: Vector, second: Vector) -> float:
    """Return the scalar product."""
    return first[0] * second[0] + first[1] * second[1] + first[2] * second[2]


def length(vector: Vector) -> float:
    """Return how long a vector is."""
    return sqrt(dot(vector, vector))


def flat(vector: Vector) -> Point:
    """Return where a place in space falls on the page."""
    return (vector[0], vector[1])


def between(first: Point, second: Point, share: float) -> Point:
    """Return the point at `share` (0 to 1) of the way from first to second."""
    return (first[0] + share * (second[0] - first[0]), first[1] + share * (second[1] - first[1]))


def along(start: Point, way: Point, distance: float) -> Point:
    """Return the point at a distance from `start` in the direction `way`."""
    return (start[0] + distance * way[0], start[1] + distance * way[1])


def unit(way: Point, otherwise: Point = (0.0, -1.0)) -> Point:
    """Return the direction of a way on the page, or `otherwise` when it has none."""
    size = hypot(*way)
    return (way[0] / size, way[1] / size) if size > 1e-6 else otherwise  # noqa: PLR2004 shorter than anything drawn
