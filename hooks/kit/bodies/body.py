"""The body: how long its bones are, and where its joints come to lie when their angles are known.

Lengths are fractions of standing height (Drillis and Contini 1966, as in Winter 2009). They come from few people of the
1960s: a drawing guide, no ideal.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from math import atan2, cos, degrees, fsum, radians, sin
from operator import itemgetter

from kit.bodies.vector import Vector, add, mix

CM = 1 / 170
"""One centimetre for a person of 170 cm, as a fraction of height."""

Joints = Mapping[str, float]
"""Every joint angle in degrees: `lean`, `neck`, … and `near.hip`, `far.elbow`, …; and `belly_cm`, how round it is."""

PELVIS, LUMBAR, THORAX = 0.092, 0.072, 0.062
SPINE = (PELVIS, LUMBAR, THORAX, THORAX)
NECK, SKULL = 0.062, 0.066
UPPER_ARM, FOREARM, HAND = 0.176, 0.146, 0.1
FIST, FIST_DEG = 0.052, 90.0
"""How far the knuckles of a closed hand are from the wrist, and the bend of its fingers."""
THIGH, SHANK = 0.245, 0.246
HEEL_BACK, BALL_AHEAD, TOE_LENGTH, ANKLE_HEIGHT = 0.036, 0.076, 0.04, 0.039
HIP_OUT, SHOULDER_OUT, SHOULDER_DROP = 0.052, 0.105, 0.014
NECK_FORWARD_DEG = 16
BELLY_AHEAD = 0.06
SIDES = {"near": 1.0, "far": -1.0}

REST: Joints = {"lean": 0.0, "tilt": 0.0, "turn": 0.0, "lumbar": 0.0, "thoracic": 0.0, "neck": 0.0, "head": 0.0} | {
    f"{side}.{joint}": angle
    for side in SIDES
    for joint, angle in {
        "shoulder": 2.0, "elbow": 10.0, "wrist": 0.0, "arm_out": 3.0, "arm_turn": 0.0, "fingers": 0.0,
        "hip": 0.0, "knee": 0.0, "ankle": 0.0, "toes": 0.0, "leg_out": 0.0, "leg_turn": 0.0,
    }.items()
} | {"belly_cm": 0.0}  # fmt: skip
"""Standing at ease."""

LIMITS: Mapping[str, tuple[float, float]] = {
    "shoulder": (-65, 185), "elbow": (0, 150), "wrist": (-75, 92), "arm_out": (-50, 180), "arm_turn": (-90, 100),
    "hip": (-28, 128), "knee": (0, 155), "ankle": (-80, 36), "toes": (0, 85), "leg_out": (-45, 80),
    "leg_turn": (-60, 60), "neck": (-55, 65), "lean": (-180, 180), "tilt": (-180, 180),
}  # fmt: skip
"""How far healthy joints go, in degrees."""


_TRUNK = itemgetter(*(name for name in REST if "." not in name))
_ARM = {
    side: itemgetter(*(f"{side}.{name}" for name in ("shoulder", "elbow", "wrist", "arm_out", "arm_turn", "fingers")))
    for side in SIDES
}
_LEG = {
    side: itemgetter(*(f"{side}.{name}" for name in ("hip", "knee", "ankle", "toes", "leg_out", "leg_turn")))
    for side in SIDES
}


@dataclass(frozen=True)
class Body:
    """A body in space: where each joint lies, and the directions that say how its parts are turned."""

    joints: Joints
    points: Mapping[str, Vector]
    ways: Mapping[str, Vector]


def place(joints: Joints, hip: Vector = (0.0, 0.0, 0.0), *, like: Body | None = None) -> Body:
    """Return the body with these joint angles and the middle of its hips at `hip`.

    `like` is a body whose hips are at the same place: limbs that are bent as in it are taken from it.
    """
    if like is None or _TRUNK(joints) != _TRUNK(like.joints):
        points: dict[str, Vector] = {"hips": hip}
        ways = dict(zip(("forward", "up", "near"), _axes(joints), strict=True))
        _raise_spine(joints, points, ways)
        for side, sign in SIDES.items():
            ways[f"{side}.out"] = mix(ways["near"], sign, ways["near"], 0.0)
        like = None
    else:
        points, ways = dict(like.points), dict(like.ways)
    for side in SIDES:
        if like is None or _ARM[side](joints) != _ARM[side](like.joints):
            _hang_arm(side, joints, points, ways)
        if like is None or _LEG[side](joints) != _LEG[side](like.joints):
            _hang_leg(side, joints, points, ways)
    return Body(joints, points, ways)


def shifted(body: Body, way: Vector) -> Body:
    """Return the body moved by a way, its joints unchanged."""
    across, up, out = way
    points = {name: (x + across, y + up, z + out) for name, (x, y, z) in body.points.items()}
    return Body(body.joints, points, body.ways)


def _axes(joints: Joints) -> tuple[Vector, Vector, Vector]:
    """Return the directions of forward, up (hip to shoulder) and the near side of the trunk."""
    turn, lean, tilt = (radians(joints[name]) for name in ("turn", "lean", "tilt"))
    ahead: Vector = (cos(turn), 0.0, sin(turn))
    near: Vector = (-sin(turn), 0.0, cos(turn))
    up: Vector = (0.0, 1.0, 0.0)
    forward = mix(ahead, cos(lean), up, -sin(lean))
    upward = mix(up, cos(lean), ahead, sin(lean))
    return forward, mix(upward, cos(tilt), near, sin(tilt)), mix(near, cos(tilt), upward, -sin(tilt))


def _raise_spine(joints: Joints, points: dict[str, Vector], ways: dict[str, Vector]) -> None:
    """Add the spine: four links whose ends lie on the line of the trunk, and neck and head on top of them."""
    bends = (0.0, joints["lumbar"] / 2, joints["lumbar"], joints["lumbar"] + joints["thoracic"])
    across = fsum(size * sin(radians(bend)) for size, bend in zip(SPINE, bends, strict=True))
    along = fsum(size * cos(radians(bend)) for size, bend in zip(SPINE, bends, strict=True))
    base = degrees(atan2(across, along))
    place_now, angle = points["hips"], 0.0
    for number, (size, bend) in enumerate(zip(SPINE, bends, strict=True), 1):
        angle = radians(bend - base)
        link = mix(ways["up"], cos(angle), ways["forward"], sin(angle))
        ways[f"spine{number}"] = link
        ways[f"spine{number}.forward"] = mix(ways["forward"], cos(angle), ways["up"], -sin(angle))
        place_now = add(place_now, link, size)
        points[f"spine{number}"] = place_now
    points["belly"] = add(points["spine1"], ways["spine2.forward"], BELLY_AHEAD + joints["belly_cm"] * CM)
    upward, forward = ways["spine4"], ways["spine4.forward"]
    bend = radians(NECK_FORWARD_DEG + 0.6 * joints["neck"])
    points["neck"] = add(place_now, mix(upward, cos(bend), forward, sin(bend)), NECK)
    nod = radians(joints["neck"] + joints["head"])
    ways["head.up"] = mix(upward, cos(nod), forward, sin(nod))
    ways["head.forward"] = mix(forward, cos(nod), upward, -sin(nod))
    points["head"] = add(add(points["neck"], ways["head.up"], SKULL - 0.01), ways["head.forward"], 0.012)


def _limb(turns: tuple[float, float, float], out: Vector, ways: Mapping[str, Vector]) -> tuple[Vector, Vector]:
    """Return the way of an upper arm or thigh (flexed, aside and turned by these angles), and the way of flexion."""
    bend, swing, spin = (radians(angle) for angle in turns)
    forward, up = ways["forward"], ways["up"]
    hanging = mix(forward, sin(bend), up, -cos(bend))
    ahead = mix(forward, cos(bend), up, sin(bend))
    along = mix(hanging, cos(swing), out, sin(swing))
    inward = mix(hanging, sin(swing), out, -cos(swing))
    return along, mix(ahead, cos(spin), inward, sin(spin))


def _hang_arm(side: str, joints: Joints, points: dict[str, Vector], ways: dict[str, Vector]) -> None:
    out = ways[f"{side}.out"]
    shoulder, elbow, wrist, aside, spin, curl = _ARM[side](joints)
    upper, ahead = _limb((shoulder, aside, spin), out, ways)
    bend, back = radians(elbow), radians(elbow + wrist)
    points[f"{side}.shoulder"] = add(add(points["spine4"], ways["spine4"], -SHOULDER_DROP), out, SHOULDER_OUT)
    points[f"{side}.elbow"] = add(points[f"{side}.shoulder"], upper, UPPER_ARM)
    forearm, hand = mix(upper, cos(bend), ahead, sin(bend)), mix(upper, cos(back), ahead, sin(back))
    points[f"{side}.wrist"] = add(points[f"{side}.elbow"], forearm, FOREARM)
    points[f"{side}.fingertip"] = add(points[f"{side}.wrist"], hand, HAND - (HAND - FIST) * curl / FIST_DEG)
    ways[f"{side}.elbow.ahead"] = ahead
    ways[f"{side}.hand"] = hand
    ways[f"{side}.hand.back"] = mix(ahead, cos(back), upper, -sin(back))


def _hang_leg(side: str, joints: Joints, points: dict[str, Vector], ways: dict[str, Vector]) -> None:
    out = ways[f"{side}.out"]
    hip, knee, ankle, toes_up, aside, spin = _LEG[side](joints)
    thigh, ahead = _limb((hip, aside, spin), out, ways)
    bend = radians(knee)
    shank, shin = mix(thigh, cos(bend), ahead, -sin(bend)), mix(ahead, cos(bend), thigh, sin(bend))
    pitch, lift = radians(ankle), radians(ankle + toes_up)
    foot, sole = mix(shin, cos(pitch), shank, -sin(pitch)), mix(shank, cos(pitch), shin, sin(pitch))
    points[f"{side}.hip"] = add(points["hips"], out, HIP_OUT)
    points[f"{side}.knee"] = add(points[f"{side}.hip"], thigh, THIGH)
    points[f"{side}.ankle"] = add(points[f"{side}.knee"], shank, SHANK)
    under = add(points[f"{side}.ankle"], sole, ANKLE_HEIGHT)
    points[f"{side}.heel"] = add(under, foot, -HEEL_BACK)
    points[f"{side}.ball"] = add(under, foot, BALL_AHEAD)
    toes = mix(shin, cos(lift), shank, -sin(lift))
    points[f"{side}.toetip"] = add(points[f"{side}.ball"], toes, TOE_LENGTH)
    ways[f"{side}.knee.ahead"], ways[f"{side}.shin.ahead"] = ahead, shin
    ways[f"{side}.foot"], ways[f"{side}.sole"], ways[f"{side}.toes"] = foot, sole, toes
    ways[f"{side}.toes.sole"] = mix(shank, cos(lift), shin, sin(lift))
