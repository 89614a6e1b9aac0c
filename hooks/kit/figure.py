"""Figures: drawings written as SVG, in colour for the screen and in lines for the printer."""

from collections.abc import Sequence
from html import escape
from itertools import pairwise

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
    """Return the path of an outline in drawing units, one decimal, y down.

    A smooth outline passes through each point on curves (Catmull and Rom 1974); two equal points make a corner.
    """
    points = [(round((x - box.left) * UNITS, 1), round((box.top - y) * UNITS, 1)) for x, y in outline.points]
    start = f"M{_numbers(points[0])}"
    end = "z" if outline.closed else ""
    if not outline.smooth:
        return f"{start}l{_numbers(*(_from(new, old) for old, new in pairwise(points)))}{end}"
    slopes = _slopes(points, closed=outline.closed)
    pieces = []
    for index in range(len(points) if outline.closed else len(points) - 1):
        here, ahead = points[index], points[(index + 1) % len(points)]
        slope = slopes[(index + 1) % len(points)]
        stretch = [(ahead[0] - here[0] - slope[0], ahead[1] - here[1] - slope[1]), _from(ahead, here)]
        pieces.append(_numbers(*stretch) if index else f"c{_numbers(slopes[0], *stretch)}s")
    return start + _joined(pieces) + end


def _slopes(points: Sequence[Point], *, closed: bool) -> list[Point]:
    """Return the way of a smooth line through each of its points; at a corner (a point given twice) it has none."""
    last = len(points) - 1
    found = []
    for index, point in enumerate(points):
        before = points[index - 1 if index or closed else 0]
        after = points[(index + 1) % len(points) if closed else min(last, index + 1)]
        corner = point in {before, after}
        found.append((0.0, 0.0) if corner else ((after[0] - before[0]) / 6, (after[1] - before[1]) / 6))
    return found


def _from(point: Point, origin: Point) -> Point:
    return (point[0] - origin[0], point[1] - origin[1])


def _numbers(*points: Point) -> str:
    return _joined([_number(value) for point in points for value in point])


def _joined(pieces: Sequence[str]) -> str:
    """Return numbers in the shortest form that SVG reads: no space before a minus sign or after a letter."""
    text = ""
    for piece in pieces:
        text += piece if not text or text[-1].isalpha() or piece[0] == "-" or piece[0].isalpha() else f" {piece}"
    return text


def _number(value: float) -> str:
    text = f"{value:.1f}".removesuffix(".0")
    return "0" if text == "-0" else text
