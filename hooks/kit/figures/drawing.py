"""A drawing: what is drawn and what it stands for, before anyone says in which colour or with which pen."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from kit.figures.outline import Outline


@dataclass(frozen=True)
class Shape:
    """Outlines with one role (`skin`, `shirt`, `ground`, …); `far` is darker, `bare` has no line round it."""

    role: str
    outlines: tuple[Outline, ...]
    far: bool = False
    bare: bool = False


@dataclass(frozen=True)
class Box:
    """A rectangle on the page, y up."""

    left: float
    bottom: float
    right: float
    top: float

    def grown(self, margin: float) -> "Box":
        """Return the box with a margin round it."""
        return Box(self.left - margin, self.bottom - margin, self.right + margin, self.top + margin)

    def joined(self, other: "Box") -> "Box":
        """Return the smallest box round both."""
        return Box(
            min(self.left, other.left),
            min(self.bottom, other.bottom),
            max(self.right, other.right),
            max(self.top, other.top),
        )


Drawing = tuple[Shape, ...]


def bounds(drawing: Iterable[Shape]) -> Box:
    """Return the box round everything that is drawn."""
    points = [point for shape in drawing for outline in shape.outlines for point in outline.points]
    across, up = [point[0] for point in points], [point[1] for point in points]
    return Box(min(across), min(up), max(across), max(up))


def mirrored(drawing: Drawing) -> Drawing:
    """Return the drawing as in a mirror, left and right changed."""
    return tuple(
        replace(
            shape,
            outlines=tuple(
                replace(outline, points=tuple((-across, up) for across, up in outline.points))
                for outline in shape.outlines
            ),
        )
        for shape in drawing
    )
