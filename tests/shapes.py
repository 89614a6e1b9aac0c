"""Plane geometry for tests of figures, independent of the code that draws."""

from collections.abc import Sequence

Point = tuple[float, float]


def inside(point: Point, corners: Sequence[Point]) -> bool:
    """Return whether a point lies in a polygon: a ray to the right crosses its sides an odd number of times."""
    crossings = 0
    for (x1, y1), (x2, y2) in zip(corners, (*corners[1:], corners[0]), strict=True):
        if (y1 > point[1]) != (y2 > point[1]):
            crossings += x1 + (point[1] - y1) / (y2 - y1) * (x2 - x1) > point[0]
    return crossings % 2 == 1


def area(corners: Sequence[Point]) -> float:
    """Return the area of a polygon, positive when its corners go round counter-clockwise."""
    pairs = zip(corners, (*corners[1:], corners[0]), strict=True)
    return sum(x1 * y2 - x2 * y1 for (x1, y1), (x2, y2) in pairs) / 2
