"""Things in the picture: the ground, mats, chairs, walls, steps, cushions, worktops and bands."""

from collections.abc import Sequence
from math import radians, tan

from kit.bodies.body import CM
from kit.bodies.contact import CHAIR_BACK, CHAIR_DEPTH, height, spots
from kit.bodies.pose import Pose, each_contact
from kit.bodies.stance import Stance
from kit.bodies.vector import NOISE, Point, between, flat, nearest
from kit.figures.drawing import Box, Drawing, Shape
from kit.figures.outline import Outline, ball

MAT_THICK = 2.2 * CM
WALL_THICK, WALL_HIGH = 0.035, 1.02
GROUND_DEEP = 0.018
BLOCKS = {"step": (0.045, 0.0, 0.22), "cushion": (0.06, 0.012, 0.16), "worktop": (0.09, 0.0, 0.3)}
"""Of each block: how far it goes on past what touches it, how round its corners are, and how long it is untouched."""


def ground_shapes(pose: Pose, box: Box) -> Drawing:
    """Return the floor from one edge of the box to the other, with a mat or as a slope where the pose says so."""
    slope = tan(radians(pose.props.slope_deg))
    left, right = box.left + 0.008, box.right - 0.008
    if slope:
        low = min(left * slope, right * slope)
        wedge = ((left, left * slope), (right, right * slope), (right, low - GROUND_DEEP), (left, low - GROUND_DEEP))
        return (Shape("ground", (Outline(wedge, smooth=False),)),)
    top = -MAT_THICK if pose.ground == "mat" else 0.0
    floor = Shape("floor", (Outline(((left, top), (right, top)), closed=False, smooth=False),))
    if pose.ground == "floor":
        return (floor,)
    return floor, Shape("mat", (_slab(left + 0.012, top, right - 0.012, 0.0),))


def lowest(pose: Pose, box: Box) -> float:
    """Return how far down the ground of a picture with this box is drawn."""
    slope = tan(radians(pose.props.slope_deg))
    if slope:
        return min(box.left * slope, box.right * slope) - GROUND_DEEP
    return -MAT_THICK if pose.ground == "mat" else 0.0


def thing_shapes(stances: Sequence[Stance]) -> Drawing:
    """Return the things of all frames, each once: they do not move from frame to frame."""
    pose, places = stances[-1].pose, dict(stances[-1].places)
    hips = stances[0].body.points["hips"][0]
    touched: dict[str, list[Point]] = {}
    for stance in stances:
        for part, surface in each_contact(stance.pose).items():
            touched.setdefault(surface, []).extend(
                (spot.middle[0], spot.middle[1] - spot.radius) for spot in spots(stance.body, part)
            )
    shapes = []
    for name, (margin, ease, size) in BLOCKS.items():
        block = getattr(pose.props, name)
        if name in touched:
            across = [point[0] for point in touched[name]]
            start = min(across) - margin if block is None or block.at_cm is None else hips + block.at_cm * CM
            ends = start, max(across) + margin
        elif block is not None:
            start = hips + (22 if block.at_cm is None else block.at_cm) * CM
            ends = start, start + size
        else:
            continue
        shapes.append(Shape(name, (_slab(ends[0], 0.0, ends[1], height(name, pose), ease=ease),)))
    for name, usual_cm in (("chair", 26.0), ("wall", 60.0)):
        thing = getattr(pose.props, name)
        if thing is not None and name not in places:
            places[name] = hips + (usual_cm if thing.at_cm is None else thing.at_cm) * CM
    if "chair" in places:
        shapes.append(_chair(places["chair"], pose))
    if "wall" in places:
        shapes.append(_wall(places["wall"], behind=pose.props.wall is not None and pose.props.wall.where == "behind"))
    fixed = _anchor(stances)
    return tuple(shapes) if fixed is None else (*shapes, _post(fixed))


def band_shapes(stances: Sequence[Stance], stance: Stance) -> Drawing:
    """Return an exercise band from its anchor to the hand that is nearer to it."""
    fixed = _anchor(stances)
    if fixed is None:
        return ()
    points = stance.body.points
    palms = [
        between(flat(points[f"{each}.wrist"]), flat(points[f"{each}.fingertip"]), 0.45) for each in ("near", "far")
    ]
    hand = min(palms, key=lambda palm: nearest(abs(palm[0] - fixed[0]) / NOISE))
    band = Outline((fixed, hand), closed=False, smooth=False)
    return Shape("band", (band,)), Shape("knob", (ball(fixed, 0.014),))


def _anchor(stances: Sequence[Stance]) -> Point | None:
    """Return where the band of the first frame is fixed."""
    band = stances[0].pose.props.band
    if band is None:
        return None
    side = -1.0 if band.fixed == "left" else 1.0
    return stances[0].body.points["hips"][0] + side * band.reach_cm * CM, band.height_cm * CM


def _post(fixed: Point) -> Shape:
    """Return the post that holds a band."""
    return Shape("post", (Outline(((fixed[0], 0.0), (fixed[0], fixed[1] + 0.06)), closed=False, smooth=False),))


def _chair(left: float, pose: Pose) -> Shape:
    seat, thick, post, leg = height("chair", pose), 0.022, 0.022, 0.02
    right, under = left + CHAIR_DEPTH, height("chair", pose) - 0.022
    frame: tuple[Point, ...] = (
        (left - post, 0.0), (left - post + leg, 0.0), (left, under), (right - 0.004 - leg, under), (right - leg, 0.0),
        (right, 0.0), (right - 0.002, under), (right + 0.008, under), (right + 0.008, seat), (left, seat),
        (left - 0.02, CHAIR_BACK), (left - 0.02 - thick, CHAIR_BACK), (left - post, seat),
    )  # fmt: skip
    if pose.props.chair is not None and pose.props.chair.faces == "person":
        frame = tuple((left + right - across, up) for across, up in frame)
    return Shape("chair", (Outline(frame, smooth=False),))


def _wall(place: float, *, behind: bool) -> Shape:
    other = place - WALL_THICK if behind else place + WALL_THICK
    corners = ((place, 0.0), (place, WALL_HIGH), (other, WALL_HIGH), (other, 0.0))
    return Shape("wall", (Outline(corners, smooth=False),))


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
