"""Figures: drawings written as SVG, in colour for the screen and in lines for the printer."""

from collections.abc import Mapping, Sequence
from html import escape
from itertools import pairwise
from typing import TypeAlias

from kit.bodies.person import Person
from kit.bodies.vector import nearest
from kit.figures.drawing import Box, Drawing, Shape
from kit.figures.outline import Outline

UNITS = 800
"""Drawing units in one body height. Paths are in whole units, of some 2 mm on a person: nobody sees a finer one, and
whole numbers are the shortest to send."""

MM_PER_HEIGHT = 45.0
"""How tall a standing person is on paper, for the thickness of the lines."""
LINE_MM = 0.4
INK_HAIR = {"black": "#aaa", "brown": "#bbb", "grey": "#ddd", "white": "#fff", "scarf": "#ddd"}
INK_FILLS = {"arrowhead": "#000", "mat": "#eee", "cushion": "#eee", "knob": "#000", "area": "#fff"}
INK_LINES = {
    "line": (0.35, "#000", ""),
    "floor": (0.5, "#000", ""),
    "hatch": (0.35, "#000", ""),
    "arrow": (0.7, "#000", ""),
    "band": (0.7, "#000", ""),
    "post": (0.7, "#000", ""),
    "plumb": (0.35, "#000", ' stroke-dasharray="24 20"'),
    "breath": (0.5, "#000", ' stroke-dasharray="14 16"'),
    "string": (0.5, "#000", ' stroke-dasharray="8 16"'),
}
GHOST_WIDTHS = {"ghost-leg": 0.085, "ghost-arm": 0.05, "ghost-trunk": 0.12, "ghost-head": 0.02}
"""Thickness of the silhouette of the frame before, as a fraction of height."""

_Whole: TypeAlias = tuple[int, int]
"""A place or way in drawing units."""


def screen(drawing: Drawing, box: Box, *, person: Person, alt: str) -> str:
    """Return an SVG whose colours come from the classes of figures.css.

    `alt` says what it shows, for those who cannot see it; an empty one hides it from them.
    """
    classes = f"bs-fig bs-skin-{person.skin} bs-hair-{person.hair_colour} bs-clothes-{person.clothes}"
    body = "".join(f'<path class="{_classes(shape)}" d="{_path(shape, box)}"/>' for shape in drawing)
    return _document(box, f'class="{classes}" ', body, alt)


def printed(drawing: Drawing, box: Box, *, person: Person, width_mm: float, alt: str) -> str:
    """Return an SVG in black lines for paper, `width_mm` wide there, so that every line has a known thickness."""
    per_mm = (box.right - box.left) * UNITS / width_mm
    fills = INK_FILLS | {"hair": INK_HAIR[person.hair_colour]}
    body = "".join(f'<path{_ink(shape, per_mm, fills)} d="{_path(shape, box)}"/>' for shape in drawing)
    outline = (
        f'fill="#fff" stroke="#000" stroke-width="{nearest(2 * LINE_MM * per_mm)}" '
        'stroke-linejoin="round" stroke-linecap="round" paint-order="stroke"'
    )
    return _document(box, "", f"<g {outline}>{body}</g>", alt)


def _document(box: Box, attributes: str, body: str, alt: str) -> str:
    """Return the SVG with one name and no description: a title or a caption beside it is said by the page."""
    width, tall = nearest((box.right - box.left) * UNITS), nearest((box.top - box.bottom) * UNITS)
    heard = f'role="img" aria-label="{escape(alt)}"' if alt else 'aria-hidden="true"'
    return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {tall}" {attributes}{heard}>{body}</svg>\n'


def frame_paths(drawing: Drawing, box: Box) -> list[str]:
    """Return the path of each shape of a drawing, in the order in which `screen` writes them."""
    return ["".join(path_data(outline, box, whole=True) for outline in shape.outlines) for shape in drawing]


def _classes(shape: Shape) -> str:
    return " ".join([shape.role, *(["far"] if shape.far else []), *(["bare"] if shape.bare else [])])


def _path(shape: Shape, box: Box) -> str:
    return "".join(path_data(outline, box) for outline in shape.outlines)


def _ink(shape: Shape, per_mm: float, fills: Mapping[str, str]) -> str:
    """Return the attributes of a shape on paper that differ from a white shape with a black outline."""
    if shape.bare:
        return ' stroke="none"'
    if shape.role in {"eye", "footprint"}:
        return ' fill="#000" stroke="none"'
    if shape.role in INK_LINES:
        width, colour, more = INK_LINES[shape.role]
        return f' fill="none" stroke="{colour}" stroke-width="{nearest(width * per_mm)}"{more}'
    if shape.role.startswith("ghost"):
        return f' fill="none" stroke="#ddd" stroke-width="{nearest(GHOST_WIDTHS[shape.role] * UNITS)}"'
    tone = "#e2e2e2" if shape.far and shape.role != "sole" else fills.get(shape.role, "#fff")
    return "" if tone == "#fff" else f' fill="{tone}"'


def path_data(outline: Outline, box: Box, *, whole: bool = False) -> str:
    """Return the path of an outline in whole drawing units, y down.

    A smooth outline passes through each point on curves (Catmull and Rom 1974); two equal points make a corner.
    `whole` keeps stretches without length, so that all paths of a moving outline have equally many numbers.
    """
    points = [(nearest((x - box.left) * UNITS), nearest((box.top - y) * UNITS)) for x, y in outline.points]
    start = f"M{_numbers(points[0])}"
    end = "z" if outline.closed else ""
    if not outline.smooth:
        return f"{start}l{_numbers(*(_from(new, old) for old, new in pairwise(points)))}{end}"
    slopes = _slopes(points, closed=outline.closed)
    pieces = []
    for index in range(len(points) if outline.closed else len(points) - 1):
        here, ahead = points[index], points[(index + 1) % len(points)]
        stretch = _from(ahead, here)
        slope = slopes[(index + 1) % len(points)]
        if index == 0:
            pieces.append(f"c{_numbers(slopes[0], _from(stretch, slope), stretch)}s")
        elif whole or here != ahead:
            pieces.append(_numbers(_from(stretch, slope), stretch))
    return start + _joined(pieces) + end


def _slopes(points: Sequence[_Whole], *, closed: bool) -> list[_Whole]:
    """Return the way of a smooth line through each of its points; at a corner (a point given twice) it has none."""
    last = len(points) - 1
    found = []
    for index, point in enumerate(points):
        before = points[index - 1 if index or closed else 0]
        after = points[(index + 1) % len(points) if closed else min(last, index + 1)]
        corner = point in (before, after)
        found.append((0, 0) if corner else (nearest((after[0] - before[0]) / 6), nearest((after[1] - before[1]) / 6)))
    return found


def _from(point: _Whole, origin: _Whole) -> _Whole:
    return (point[0] - origin[0], point[1] - origin[1])


def _numbers(*points: _Whole) -> str:
    return _joined([str(value) for point in points for value in point])


def _joined(pieces: Sequence[str]) -> str:
    """Return numbers in the shortest form that SVG reads: no space before a minus sign or after a letter."""
    text = " ".join(pieces)
    return text.replace(" -", "-").replace("s ", "s")
