"""Contacts: the places of the body that can touch something, the surfaces they touch, and how far apart the two are."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from math import cos, radians, sin
from typing import TypeAlias

from kit.bodies.body import CM, SIDES, Body
from kit.bodies.pose import Pose, each_contact
from kit.bodies.vector import Vector, add, dot, mix

CHAIR_DEPTH, CHAIR_BACK = 42 * CM, 88 * CM
SEAT_EDGE = 3 * CM
SITTING_PLACE = {"back": 13 * CM, "middle": 20 * CM, "front": 28 * CM}
STEP, CUSHION, WORKTOP = 20 * CM, 6 * CM, 92 * CM
SOLID = {
    f"{side}.{joint}": radius
    for side in SIDES
    for joint, radius in {
        "heel": 0.0, "ball": 0.0, "toetip": 0.0, "knee": 0.043, "elbow": 0.027, "wrist": 0.018, "fingertip": 0.008,
    }.items()
} | {"head": 0.06, "hips": 0.06}  # fmt: skip
"""Joints that no ground lets through, and the flesh round them."""
HORIZONTAL = frozenset({"floor", "mat", "chair", "step", "cushion", "worktop", "chair-top"})
UPRIGHT = frozenset({"wall", "chair-back"})
SIDE_VIEWS = frozenset({"right", "left"})
"""Ways to face in which nobody sees how far out a hand is."""


@dataclass(frozen=True)
class Spot:
    """One place of the body that touches: the middle of a ball of flesh (or a point of the sole) and its radius."""

    middle: Vector
    radius: float


@dataclass(frozen=True)
class Gap:
    """How far one named contact is from being met, as a fraction of height; below 0 it has gone in."""

    part: str
    surface: str
    sizes: tuple[float, ...]


Measure: TypeAlias = Callable[[Body, Mapping[str, float]], list[float]]
"""Says of a body, with things at these places along the ground, how far one contact is from being met."""


def gaps(body: Body, pose: Pose, places: Mapping[str, float]) -> list[Gap]:
    """Return the gap of each contact of a pose, with the things in the picture at these places along the ground."""
    return [Gap(part, surface, tuple(measure(body, places))) for part, surface, measure in measures(pose)]


def measures(pose: Pose) -> list[tuple[str, str, Measure]]:
    """Return the part, the surface and the measure of each contact of a pose."""
    return [(part, surface, _measure(part, surface, pose)) for part, surface in each_contact(pose).items()]


def _measure(part: str, surface: str, pose: Pose) -> Measure:
    if surface in UPRIGHT:
        thing, faces = ("wall", _wall_faces(pose)) if surface == "wall" else ("chair", 1.0)
        return lambda body, places: [
            faces * (spot.middle[0] - places[thing]) - spot.radius for spot in spots(body, part)
        ]
    if surface not in HORIZONTAL:
        turned = pose.facing not in SIDE_VIEWS or bool(pose.trunk.tilt)
        return lambda body, _: _apart(body, part, surface)[: 3 if turned else 2]
    normal, height = plane(surface, pose)
    seat = pose.props.chair
    inset = SITTING_PLACE[seat.sit if seat else "middle"]

    def measure(body: Body, places: Mapping[str, float]) -> list[float]:
        touching = spots(body, part)
        sizes = [dot(spot.middle, normal) - height - spot.radius for spot in touching]
        if surface == "chair-top":
            sizes.append(touching[0].middle[0] - places["chair"])
        elif (part, surface) == ("bottom", "chair"):
            sizes.append(body.points["hips"][0] - places["chair"] - inset)
        elif surface == "chair" and "chair" in places:
            across = touching[0].middle[0] - places["chair"]
            sizes.append(max(0.0, SEAT_EDGE - across, across - CHAIR_DEPTH + SEAT_EDGE))
        return sizes

    return measure


def depths(body: Body, pose: Pose) -> dict[str, float]:
    """Return how far each joint that no ground lets through is under the ground (below 0: above it)."""
    normal, level = plane(pose.ground, pose)
    return {name: level + radius - dot(body.points[name], normal) for name, radius in SOLID.items()}


def plane(surface: str, pose: Pose) -> tuple[Vector, float]:
    """Return the direction in which the ground or the top of a thing looks, and how far it lies that way."""
    if surface in {"floor", "mat"}:
        tilt = radians(pose.props.slope_deg)
        return (-sin(tilt), cos(tilt), 0.0), 0.0
    return (0.0, 1.0, 0.0), height(surface, pose)


def _wall_faces(pose: Pose) -> float:
    """Return which way along the ground the wall looks: 1 when it is behind the person, or -1."""
    wall = pose.props.wall
    return 1.0 if wall is not None and wall.where == "behind" else -1.0


def height(surface: str, pose: Pose) -> float:
    """Return how high the top of a thing is."""
    props = pose.props
    if surface == "chair":
        return (props.chair.height_cm if props.chair else 45) * CM
    if surface == "chair-top":
        return CHAIR_BACK
    block, usual = {
        "step": (props.step, STEP),
        "cushion": (props.cushion, CUSHION),
        "worktop": (props.worktop, WORKTOP),
    }[surface]
    return block.height_cm * CM if block and block.height_cm else usual


def spots(body: Body, part: str) -> tuple[Spot, ...]:
    """Return the places with which a part of the body touches."""
    points, ways = body.points, body.ways
    if part in _TRUNK:
        (link, along, ahead, radius) = _TRUNK[part]
        middle = add(points[link], ways[_direction(link)], along)
        return (Spot(add(middle, ways[_direction(link) + ".forward" if link != "hips" else "forward"], ahead), radius),)
    if part == "head":
        return (Spot(add(points["head"], ways["head.forward"], -0.002), 0.062),)
    side, name = part.split("-", 1)
    if name == "shin":
        top = add(points[f"{side}.ball"], ways[f"{side}.sole"], -0.03)
        return Spot(points[f"{side}.knee"], 0.043), Spot(top, 0.0)
    return tuple(Spot(points[f"{side}.{joint}"], radius) for joint, radius in _LIMBS[name])


_LIMBS: Mapping[str, tuple[tuple[str, float], ...]] = {
    "foot": (("heel", 0.0), ("ball", 0.0)),
    "heel": (("heel", 0.0),),
    "toes": (("ball", 0.0), ("toetip", 0.0)),
    "knee": (("knee", 0.043),),
    "hand": (("wrist", 0.02), ("fingertip", 0.008)),
    "fingers": (("fingertip", 0.008),),
    "forearm": (("elbow", 0.028), ("wrist", 0.02)),
    "elbow": (("elbow", 0.028),),
    "hip": (("hip", 0.05),),
    "shoulder": (("shoulder", 0.036),),
}
"""Spots of the limbs: joints, and the flesh round them."""

_TRUNK: Mapping[str, tuple[str, float, float, float]] = {
    "bottom": ("hips", 0.0, -0.012, 0.062),
    "low-back": ("spine1", 0.03, 0.0, 0.05),
    "back": ("spine3", 0.02, -0.008, 0.062),
    "chest": ("spine3", 0.0, 0.01, 0.066),
    "belly": ("spine1", 0.02, 0.0, 0.06),
}
"""Spots of the trunk: the point of the spine, how far on along it, how far ahead of it, and the radius."""


def _direction(link: str) -> str:
    return "up" if link == "hips" else link


def _apart(body: Body, part: str, target: str) -> list[float]:
    """Return how far a hand is from a place on the body: across the page, up, and out of it."""
    side, name = part.split("-", 1)
    wrist, tip = body.points[f"{side}.wrist"], body.points[f"{side}.fingertip"]
    palm = tip if name == "fingers" else mix(wrist, 0.45, tip, 0.55)
    return [*add(palm, _body_surface(body, side, target), -1.0)]


def _body_surface(body: Body, side: str, target: str) -> Vector:
    points, ways = body.points, body.ways
    out = ways[f"{side}.out"]
    match target:
        case "thighs":
            middle = mix(points[f"{side}.hip"], 0.4, points[f"{side}.knee"], 0.6)
            return add(middle, ways[f"{side}.knee.ahead"], 0.06)
        case "knees":
            middle = mix(points[f"{side}.hip"], 0.08, points[f"{side}.knee"], 0.92)
            return add(middle, ways[f"{side}.knee.ahead"], 0.05)
        case "shins":
            middle = mix(points[f"{side}.knee"], 0.75, points[f"{side}.ankle"], 0.25)
            return add(middle, ways[f"{side}.shin.ahead"], 0.045)
        case "belly":
            return add(add(points["belly"], ways["spine2.forward"], 0.015), out, 0.03)
        case "hips":
            return add(add(points["hips"], ways["up"], 0.05), out, 0.1)
        case "chest":
            return add(add(points["spine3"], ways["spine3.forward"], 0.085), out, 0.015)
        case "shoulders":
            return add(add(points["spine4"], ways["spine4.forward"], 0.05), out, -0.07)
        case _:
            return add(add(points["head"], ways["head.forward"], -0.05), out, 0.03)
