"""A scene: the person, the ground, the things and the marks, frame by frame in one box."""

from collections.abc import Sequence
from dataclasses import dataclass

from kit.bodies.person import Person
from kit.bodies.pose import Pose
from kit.bodies.stance import Stance
from kit.figures.drawing import Box, Drawing, bounds, mirrored
from kit.figures.flesh import person_shapes
from kit.figures.mark import area_shapes, arrow_shapes, breath_shapes, ghost_shapes, line_shapes, sole_shapes
from kit.figures.thing import band_shapes, ground_shapes, lowest, thing_shapes

MARGIN = 0.03
GROUND = frozenset({"floor", "mat"})
SLOPE_HALF = 0.42


@dataclass(frozen=True)
class Scene:
    """The frames of one exercise as drawings that share a box."""

    frames: tuple[Drawing, ...]
    box: Box


def scene(stances: Sequence[Stance], person: Person, *, within: Box | None = None) -> Scene:
    """Return the drawings of the frames, with the ground under all of them and the same box round each.

    `within` is a box of another scene of the same person, as for the frames of a motion.
    """
    things = thing_shapes(stances)
    frames = [_frame(stances, index, person, things) for index in range(len(stances))]
    mirror = stances[0].pose.facing in {"left", "half-left", "viewer-left"}
    box = within or _box(frames, stances)
    if mirror and within:
        box = _turned(within)
    ground = ground_shapes(stances[0].pose, box)
    drawings = tuple((*ground, *frame) for frame in frames)
    if mirror:
        return Scene(tuple(mirrored(drawing) for drawing in drawings), _turned(box))
    return Scene(drawings, box)


def alone(drawn: Scene, index: int, pose: Pose) -> tuple[Drawing, Box]:
    """Return one frame with a box no wider or higher than it needs, for paper, where nothing moves from it to the next.

    A slope stays as long as it is: its ends would be of other heights.
    """
    if pose.props.slope_deg:
        return drawn.frames[index], drawn.box
    shapes = tuple(shape for shape in drawn.frames[index] if shape.role not in GROUND)
    close = bounds(shapes).grown(MARGIN)
    box = Box(close.left, drawn.box.bottom, close.right, close.top)
    return (*ground_shapes(pose, box), *shapes), box


def _frame(stances: Sequence[Stance], index: int, person: Person, things: Drawing) -> Drawing:
    stance = stances[index]
    marks = stance.pose.marks
    top = max(point[1] for point in stance.body.points.values()) + 0.1
    return (
        *things,
        *line_shapes(stance, top),
        *(ghost_shapes(stances[index - 1].body) if marks.ghost and index else ()),
        *person_shapes(
            stance.body,
            person,
            on_far=area_shapes(stance.body, marks, far=True),
            on_near=area_shapes(stance.body, marks, far=False),
        ),
        *band_shapes(stances, stance),
        *(arrow_shapes(stances[index - 1], stance) if marks.arrow else ()),
        *breath_shapes(stance),
        *sole_shapes(stance),
    )


def _box(frames: Sequence[Drawing], stances: Sequence[Stance]) -> Box:
    box = bounds([shape for frame in frames for shape in frame]).grown(MARGIN)
    if stances[0].pose.props.slope_deg:
        middle = (box.left + box.right) / 2
        half = max(SLOPE_HALF, (box.right - box.left) / 2)
        box = Box(middle - half, box.bottom, middle + half, box.top)
    low = lowest(stances[0].pose, box) - MARGIN / 2
    return Box(box.left, min(box.bottom, low), box.right, box.top)


def _turned(box: Box) -> Box:
    return Box(-box.right, box.bottom, -box.left, box.top)
