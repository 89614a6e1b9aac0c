"""Figures: drawings written as SVG, in colour for the screen and in lines for the printer."""

from collections.abc import Sequence
from html import escape

from kit.drawing import Box, Drawing, Shape
from kit.outline import Outline
from kit.person import Person
from kit.vector import Point

UNITS = 200.0
"""Drawing units in one body height: one decimal is then a third of a millimetre on a person."""


def screen(drawing: Drawing, box: Box, *, title: str, name: str, person: Person) -> str:
    """Return an SVG whose colours come from the classes of figures.css; `name` makes its ids unique."""
    classes = f"bs-fig bs-skin-{person.skin} bs-hair-{person.hair_colour} bs-clothes-{person.clothes}"
    body = "".join(_shape(shape, box) for shape in drawing)
    return _document(box, title, name, f' class="{classes}"', body)


def _document(box: Box, title: str, name: str, attributes: str, body: str) -> str:
    width, tall = _number((box.right - box.left) * UNITS), _number((box.top - box.bottom) * UNITS)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {tall}" role="img" '
        f'aria-labelledby="{name}-t"{attributes}><title id="{name}-t">{escape(title)}</title>{body}</svg>\n'
    )


def _shape(shape: Shape, box: Box) -> str:
    names = [shape.role, *(["far"] if shape.far else []), *(["bare"] if shape.bare else [])]
    path = "".join(path_data(outline, box) for outline in shape.outlines)
    return f'<path class="{" ".join(names)}" d="{path}"/>'


def path_data(outline: Outline, box: Box) -> str:
    """Return the path of an outline in drawing units, one decimal, y down; smooth ones as Bézier curves."""
    points = [((x - box.left) * UNITS, (box.top - y) * UNITS) for x, y in outline.points]
    start = f"M{_number(points[0][0])} {_number(points[0][1])}"
    if not outline.smooth:
        return start + "L" + " ".join(_pair(point) for point in points[1:]) + ("Z" if outline.closed else "")
    return (
        start
        + "C"
        + " ".join(_pair(point) for point in _curves(points, closed=outline.closed))
        + ("Z" if outline.closed else "")
    )


def _curves(points: Sequence[Point], *, closed: bool) -> list[Point]:
    """Return the control points of a line that passes smoothly through every point (Catmull and Rom 1974)."""
    count = len(points)
    found: list[Point] = []
    for index in range(count if closed else count - 1):
        before, start, end, after = (
            points[(index + offset) % count] if closed else points[max(0, min(count - 1, index + offset))]
            for offset in (-1, 0, 1, 2)
        )
        found += [
            (start[0] + (end[0] - before[0]) / 6, start[1] + (end[1] - before[1]) / 6),
            (end[0] - (after[0] - start[0]) / 6, end[1] - (after[1] - start[1]) / 6),
            end,
        ]
    return found


def _pair(point: Point) -> str:
    return f"{_number(point[0])} {_number(point[1])}"


def _number(value: float) -> str:
    text = f"{value:.1f}"
    return text.removesuffix(".0")
