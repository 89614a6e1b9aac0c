"""A scene: the person, the ground and the things around, frame by frame in one box."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import radians, tan

from kit.contact import CHAIR_BACK, CHAIR_DEPTH, CM, height, spots
from kit.drawing import Box, Drawing, Shape, bounds, mirrored
from kit.flesh import person_shapes
from kit.outline import Outline
from kit.person import Person
from kit.pose import Pose, each_contact
from kit.stance import Stance
from kit.vector import Point

MAT_THICK = 2.2 * CM
MARGIN = 0.03
BLOCKS = {"step": (0.04, 0.0), "cushion": (0.06, 0.012), "worktop": (0.1, 0.0)}


@dataclass(frozen=True)
class Scene:
    """The frames of one exercise as drawings that share a box."""

    frames: tuple[Drawing, ...]
    box: Box


def scene(stances: Sequence[Stance], person: Person, *, narrowest: float = 0.0) -> Scene:
    """Return the drawings of the frames, with the ground under all of them and the same box round each."""
    people = [person_shapes(stance.body, person) for stance in stances]
    things = _things(stances)
    inside = [bounds([*shapes, *things]) for shapes in people]
    box = inside[0]
    for other in inside[1:]:
        box = box.joined(other)
    box = box.joined(Box(box.left, -MAT_THICK, box.right, 0.0)).grown(MARGIN)
    missing = max(0.0, narrowest * (box.top - box.bottom) - (box.right - box.left))
    box = Box(box.left - missing / 2, box.bottom, box.right + missing / 2, box.top)
    ground = _ground(stances[0].pose, box)
    frames = tuple((*ground, *things, *shapes) for shapes in people)
    if stances[0].pose.facing in {"left", "half-left"}:
        return Scene(tuple(mirrored(frame) for frame in frames), Box(-box.right, box.bottom, -box.left, box.top))
    return Scene(frames, box)


def _ground(pose: Pose, box: Box) -> Drawing:
    slope = tan(radians(pose.props.slope_deg))
    left, right = box.left + 0.008, box.right - 0.008
    if slope:
        low = min(left * slope, right * slope)
        wedge = ((left, left * slope), (right, right * slope), (right, low - 0.015), (left, low - 0.015))
        return (Shape("ground", (Outline(wedge, smooth=False),)),)
    top = -MAT_THICK if pose.ground == "mat" else 0.0
    floor = Shape("floor", (Outline(((left, top), (right, top)), closed=False, smooth=False),))
    if pose.ground == "floor":
        return (floor,)
    return floor, Shape("mat", (_slab(left + 0.012, top, right - 0.012, 0.0),))


def _things(stances: Sequence[Stance]) -> Drawing:
    """Return the things of all frames, each once; they do not move from frame to frame."""
    last = stances[-1]
    touched: dict[str, list[Point]] = {}
    for stance in stances:
        for part, surface in each_contact(stance.pose).items():
            touched.setdefault(surface, []).extend(
                (spot.middle[0], spot.middle[1] - spot.radius) for spot in spots(stance.body, part)
            )
    shapes = [_block(name, touched[name], last.pose) for name in BLOCKS if name in touched]
    if "chair" in last.places:
        shapes += _chair(last.places["chair"], last.pose)
    if "wall" in last.places:
        behind = last.pose.props.wall is not None and last.pose.props.wall.where == "behind"
        shapes.append(_wall(last.places["wall"], behind=behind))
    return tuple(shapes)


def _block(name: str, touched: Sequence[Point], pose: Pose) -> Shape:
    margin, ease = BLOCKS[name]
    across = [point[0] for point in touched]
    left, right, top = min(across) - margin, max(across) + margin, height(name, pose)
    return Shape(name, (_slab(left, 0.0, right, top, ease=ease),))


def _chair(left: float, pose: Pose) -> list[Shape]:
    seat, thick, post, leg = height("chair", pose), 0.022, 0.022, 0.02
    right, under = left + CHAIR_DEPTH, height("chair", pose) - 0.022
    frame = (
        (left - post, 0.0), (left - post + leg, 0.0), (left, under), (right - 0.004 - leg, under), (right - leg, 0.0),
        (right, 0.0), (right - 0.002, under), (right + 0.008, under), (right + 0.008, seat), (left, seat),
        (left - 0.02, CHAIR_BACK), (left - 0.02 - thick, CHAIR_BACK), (left - post, seat),
    )  # fmt: skip
    return [Shape("prop", (Outline(frame, smooth=False),))]


def _wall(place: float, *, behind: bool) -> Shape:
    other = place - 0.035 if behind else place + 0.035
    return Shape("wall", (Outline(((place, 0.0), (place, 1.02), (other, 1.02), (other, 0.0)), smooth=False),))


def _slab(left: float, bottom: float, right: float, top: float, *, ease: float = 0.0) -> Outline:
    """Return a rectangle, its corners rounded by `ease`."""
    if not ease:
        return Outline(((left, bottom), (right, bottom), (right, top), (left, top)), smooth=False)
    return Outline(
        (
            (left + ease, bottom), (right - ease, bottom), (right, bottom + ease), (right, top - ease),
            (right - ease, top), (left + ease, top), (left, top - ease), (left, bottom + ease),
        )
    )  # fmt: skip
