"""A sheet of paper: where cards, cut marks and the strip with the emergency signs stand on it, in millimetres."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

EDGE_MM = 8.0
"""From the edge of the sheet to anything printed: home printers leave about 6 mm white."""
FOOT_MM = 12.0
"""The same at the bottom, where printers hold the sheet."""
CUT_MM = {"front": 4.0, "back": 6.0}
"""From a cut to anything printed: the back of a duplex print is off by 3 to 4 mm on home printers."""
TICK_MM = 5.0

Face = Literal["front", "back"]
Sides = Literal["one-sided", "duplex", "fold-over"]
LayoutId = Literal["standard", "large", "single"]


@dataclass(frozen=True)
class Paper:
    """A size of paper."""

    id: Literal["a4", "letter"]
    width_mm: float
    height_mm: float


PAPERS = (Paper("a4", 210.0, 297.0), Paper("letter", 215.9, 279.4))


@dataclass(frozen=True)
class Layout:
    """How many cards stand on a sheet, how large their text is and that of the strip at the foot, and how high that is.

    Without `cuts` the sheet is one page to keep whole.
    """

    id: LayoutId
    columns: int
    rows: int
    text_pt: float
    strip_pt: float
    strip_mm: float
    cuts: bool = True


STANDARD = Layout("standard", columns=2, rows=2, text_pt=12.0, strip_pt=12.0, strip_mm=29.0)
LARGE = Layout("large", columns=1, rows=2, text_pt=18.0, strip_pt=12.0, strip_mm=29.0)
SINGLE = Layout("single", columns=1, rows=1, text_pt=20.0, strip_pt=14.0, strip_mm=38.0, cuts=False)


@dataclass(frozen=True)
class Box:
    """A rectangle, measured from the top left corner of the sheet."""

    x_mm: float
    y_mm: float
    width_mm: float
    height_mm: float

    def within(self, *, left: float, top: float, right: float, bottom: float) -> "Box":
        """Return the rectangle that is left when each side moves in."""
        return Box(
            round(self.x_mm + left, 3),
            round(self.y_mm + top, 3),
            round(self.width_mm - left - right, 3),
            round(self.height_mm - top - bottom, 3),
        )


@dataclass(frozen=True)
class Slot:
    """One face of one card: where it is cut out, where it may be printed, and whether it stands on its head."""

    card: int
    face: Face
    cut: Box
    live: Box
    turned: bool = False


@dataclass(frozen=True)
class Line:
    """A line from one point to another."""

    x_mm: float
    y_mm: float
    to_x_mm: float
    to_y_mm: float


@dataclass(frozen=True)
class Sheet:
    """One side of one sheet of paper."""

    face: Face
    slots: tuple[Slot, ...]
    cuts: tuple[Line, ...] = ()
    folds: tuple[Line, ...] = ()


def sheets(count: int, paper: Paper, layout: Layout, sides: Sides) -> tuple[Sheet, ...]:
    """Return the sides to print for so many cards, in printing order.

    Duplex backs have the columns of each row reversed, since the sheet is turned over on its long edge. For
    fold-over the back stands beside the front, or under it on its head where there is one column.
    """
    boxes = _boxes(paper, layout)
    if sides == "fold-over":
        return _folded(count, paper, layout, boxes)
    found = []
    for first in range(0, count, len(boxes)):
        cards = range(first, min(first + len(boxes), count))
        slots = tuple(_slot(card, "front", boxes[place], layout) for place, card in enumerate(cards))
        found.append(Sheet("front", slots, cuts=_ticks(paper, layout) if layout.cuts else ()))
        if sides == "duplex":
            slots = tuple(
                _slot(card, "back", boxes[_mirrored(place, layout)], layout) for place, card in enumerate(cards)
            )
            found.append(Sheet("back", slots))
    return tuple(found)


def _boxes(paper: Paper, layout: Layout) -> tuple[Box, ...]:
    """Return where the cards are cut out: row by row, all of one size, above the strip."""
    width = paper.width_mm / layout.columns
    height = (paper.height_mm - layout.strip_mm) / layout.rows
    return tuple(
        Box(round(column * width, 3), round(row * height, 3), round(width, 3), round(height, 3))
        for row in range(layout.rows)
        for column in range(layout.columns)
    )


def _mirrored(place: int, layout: Layout) -> int:
    row, column = divmod(place, layout.columns)
    return row * layout.columns + layout.columns - 1 - column


def _slot(card: int, face: Face, cut: Box, layout: Layout, *, turned: bool = False) -> Slot:
    """Return the slot whose printed part keeps away from the sheet's edges and from the cuts."""
    inner = CUT_MM[face]
    first, last = cut.x_mm == 0, layout.columns == 1 or cut.x_mm > 0
    top, bottom = (inner, EDGE_MM) if turned else (EDGE_MM, inner)
    live = cut.within(left=EDGE_MM if first else inner, right=EDGE_MM if last else inner, top=top, bottom=bottom)
    return Slot(card, face, cut, live, turned)


def _folded(count: int, paper: Paper, layout: Layout, boxes: Sequence[Box]) -> tuple[Sheet, ...]:
    each = len(boxes) // 2
    across = layout.columns > 1
    found = []
    for first in range(0, count, each):
        slots: list[Slot] = []
        for place, card in enumerate(range(first, min(first + each, count))):
            slots.append(_slot(card, "front", boxes[2 * place], layout))
            slots.append(_slot(card, "back", boxes[2 * place + 1], layout, turned=not across))
        middle, foot = boxes[-1].x_mm, paper.height_mm - layout.strip_mm
        fold = (
            Line(middle, EDGE_MM, middle, foot)
            if across
            else Line(EDGE_MM, boxes[-1].y_mm, paper.width_mm - EDGE_MM, boxes[-1].y_mm)
        )
        ticks = tuple(tick for tick in _ticks(paper, layout) if not _along(tick, fold))
        found.append(Sheet("front", tuple(slots), cuts=ticks, folds=(fold,)))
    return tuple(found)


def _along(tick: Line, fold: Line) -> bool:
    """Return whether a tick lies on the fold: all four ends above each other, or side by side."""
    across = {tick.x_mm, tick.to_x_mm, fold.x_mm, fold.to_x_mm}
    down = {tick.y_mm, tick.to_y_mm, fold.y_mm, fold.to_y_mm}
    return len(across) == 1 or len(down) == 1


def _ticks(paper: Paper, layout: Layout) -> tuple[Line, ...]:
    """Return the cut marks: a tick at both ends of each cut, and a cross where two cuts meet."""
    foot = round(paper.height_mm - layout.strip_mm, 3)
    across = [round(paper.width_mm * column / layout.columns, 3) for column in range(1, layout.columns)]
    down = [round(foot * row / layout.rows, 3) for row in range(1, layout.rows + 1)]
    far = paper.width_mm - EDGE_MM
    ticks = [Line(EDGE_MM, y, EDGE_MM + TICK_MM, y) for y in down] + [Line(far - TICK_MM, y, far, y) for y in down]
    half = TICK_MM / 2
    for x in across:
        ticks.append(Line(x, EDGE_MM, x, EDGE_MM + TICK_MM))
        ticks.append(Line(x, foot - TICK_MM, x, foot))
        ticks += [Line(x - half, y, x + half, y) for y in down]
        ticks += [Line(x, y - half, x, y + half) for y in down[:-1]]
    return tuple(ticks)
