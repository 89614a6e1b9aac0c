"""A stance: a pose whose contacts are met, found by moving the joints as little as possible from what the pose says."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from math import degrees, radians
from typing import TypeAlias

from kit.body import LIMITS, REST, SIDES, Body, Joints, place, shifted
from kit.contact import HORIZONTAL, Gap, depths, gaps, spots
from kit.least_squares import minimise
from kit.pose import Pose, each_contact, sequence
from kit.problem import Problem, problem
from kit.record import Path, Record

TURNS = {"right": 0.0, "left": 0.0, "viewer": 90.0, "half-right": 42.0, "half-left": 42.0}
ALLOWED_GAP = 0.005
ALLOWED_DEPTH = 0.012
CHAIR_HELD = 0.075
"""How far in from the edge of a seat hands are that lean on it, as a fraction of height."""
TOUCH, LIFTS = 0.002, 4
STEADY = 60.0
"""How firmly the hips of a walker keep to their even way; per body height."""
ARM_JOINTS = {"elbow", "wrist", "fingertip"}
ALLOWED_CHANGE_DEG = 18.0
HOLDS = (0.02, 0.003, 0.0002)
"""How far off (a fraction of height) a contact may be before it outweighs the angles: loose first, so that the search
does not stop at the first stance that touches, then tight."""
SAID_DEG, SAID_TRUNK_DEG, UNSAID_DEG = 4.0, 2.5, 22.0
REACH = {"thighs", "knees", "belly", "hips", "chest", "head", "shins", "shoulders"}
ARM_PARTS = {"hand", "fingers", "forearm", "elbow"}
LYING_DEG, KNEELING_DEG = -45.0, 45.0


@dataclass(frozen=True)
class Stance:
    """A pose with its body in place and the things in the picture where they belong."""

    pose: Pose
    body: Body
    places: Mapping[str, float]


def stances(
    poses: Sequence[Pose], *, record: Record, path: Path = ("frames",), first: int = 0
) -> tuple[tuple[Stance, ...] | None, list[Problem]]:
    """Return each frame with its contacts met, or None with a problem for each contact or angle that cannot be.

    `record` and `path` say where in the source the poses stand: the first at `path + (first, "pose")`.
    """
    settled: list[Stance] = []
    problems: list[Problem] = []
    for index, pose in enumerate(sequence(poses), first):
        stance = settle(pose, after=settled[-1] if settled else None)
        where = (*path, index, "pose")
        found = [_unmet(gap, index, record, where) for gap in _worst(stance)]
        found = found or _bent_otherwise(stance, index, record, where)
        problems += found or _sunk(stance, index, record, where)
        settled.append(stance)
    if problems:
        return None, problems
    places = {name: value for stance in settled for name, value in stance.places.items()}
    return tuple(Stance(stance.pose, stance.body, places) for stance in settled), []


Pin: TypeAlias = tuple[str, int, float]
"""A part, an axis (0 across, 1 up) and the place on it where the first spot of that part must be."""


def settle(pose: Pose, *, after: Stance | None = None, near: Body | None = None, pins: Sequence[Pin] = ()) -> Stance:
    """Return the stance nearest to a pose; what touched the same thing in the stance before keeps its spot.

    With `near`, the stance is sought near that body instead of near the angles that the pose names.
    """
    wanted, firmness = (dict(near.joints), _FIRM_NEAR) if near else wishes(pose)
    contacts = each_contact(pose)
    known = dict(after.places) if after else {}
    free = _free_joints(pose, contacts | ({} if near is None else _sinking(near, pose)))
    new_places = sorted({name for held in contacts.items() if (name := _fixed_by(*held))} - set(known))
    anchors = [*pins, *_anchors(pose, contacts, after)]
    steadiness = STEADY if pins else 0.001 if anchors else 1.0
    start = _start(pose, wanted, free, new_places, near or (after.body if after else None))
    if near:
        start[1] = near.points["hips"][1]

    last = place(wanted)

    def unpacked(values: Sequence[float]) -> tuple[Body, dict[str, float]]:
        nonlocal last
        joints = dict(wanted) | {name: degrees(value) for name, value in zip(free, values[2:], strict=False)}
        places = known | dict(zip(new_places, values[2 + len(free) :], strict=True))
        last = place(joints, like=last)
        return shifted(last, (values[0], values[1], 0.0)), places

    def residuals(hold: float, values: Sequence[float]) -> list[float]:
        body, places = unpacked(values)
        found = [size / hold for gap in gaps(body, pose, places) for size in gap.sizes]
        for part, axis, value in anchors:
            found.append((spots(body, part)[0].middle[axis] - value) / hold)
        if lifted:
            under = depths(body, pose)
            found += [under[name] / hold for name in lifted]
        for name in free:
            angle = body.joints[name]
            found.append((angle - wanted[name]) / firmness[name])
            low, high = LIMITS[name.split(".")[-1]]
            found.append(max(0.0, low - angle, angle - high) * 20)
        found.append((values[0] - start[0]) * steadiness)
        if near:
            found.append(values[1] - start[1])
        found += [0.01 * value for value in values[2 + len(free) :]]
        return found

    lifted: list[str] = []
    values = _sought(residuals, start, HOLDS[-1:] if near else HOLDS)
    for _ in range(LIFTS):
        under = depths(unpacked(values)[0], pose)
        sunk = [name for name, depth in under.items() if depth > TOUCH and _moves(name, free) and name not in lifted]
        if not sunk:
            break
        lifted += sunk
        values = _sought(residuals, values, HOLDS[1:])
    body, places = unpacked(values)
    if "chair" in contacts.values() and "chair" not in places:
        touching = [spots(body, part)[0].middle[0] for part, surface in contacts.items() if surface == "chair"]
        places["chair"] = sum(touching) / len(touching) - CHAIR_HELD
    return Stance(pose, body, places)


_FIRM_NEAR: Mapping[str, float] = dict.fromkeys(REST, UNSAID_DEG) | {"lean": SAID_TRUNK_DEG}


def _sought(
    residuals: Callable[[float, Sequence[float]], list[float]], start: list[float], holds: Sequence[float]
) -> list[float]:
    values = start
    for hold in holds:
        values = minimise(partial(residuals, hold), values)
    return values


def _moves(name: str, free: Sequence[str]) -> bool:
    """Return whether a joint of a limb can be lifted off the ground by the joints that may move."""
    side, _, joint = name.partition(".")
    return f"{side}.elbow" in free if joint in ARM_JOINTS else f"{side}.knee" in free and joint != ""


def _fixed_by(part: str, surface: str) -> str | None:
    """Return the thing whose place along the ground this contact says."""
    if surface == "wall":
        return "wall"
    return "chair" if surface in {"chair-back", "chair-top"} or (part, surface) == ("bottom", "chair") else None


def wishes(pose: Pose) -> tuple[dict[str, float], dict[str, float]]:
    """Return the angles that a pose asks for, and for each how many degrees off counts as one step too far."""
    wanted, firmness = dict(REST), dict.fromkeys(REST, UNSAID_DEG)
    wanted |= {"turn": TURNS[pose.facing], "lumbar": pose.trunk.lumbar, "thoracic": pose.trunk.thoracic}
    wanted["head"] = pose.head
    said = {"lean": pose.trunk.lean, "tilt": pose.trunk.tilt, "neck": pose.neck}
    for name in type(pose.near).model_fields:
        near = getattr(pose.near, name)
        far = getattr(pose.far, name)
        said |= {f"near.{name}": near, f"far.{name}": near if far is None else far}
    wanted |= habits(each_contact(pose), said["lean"] or 0.0)
    for name, value in said.items():
        if value is not None:
            wanted[name] = value
            firmness[name] = SAID_TRUNK_DEG if name in {"lean", "tilt"} else SAID_DEG
    return wanted, firmness


def habits(contacts: Mapping[str, str], lean: float) -> dict[str, float]:
    """Return the angles that people take without being told when they touch these things."""
    found: dict[str, float] = {}
    for part, surface in contacts.items():
        side, _, name = part.partition("-")
        usual: Mapping[str, float] = {}
        if part == "bottom" and surface == "chair":
            usual = {"near.hip": 88, "far.hip": 88, "near.knee": 88, "far.knee": 88}
        elif part == "bottom" and lean < LYING_DEG:
            usual = {"near.hip": 45, "far.hip": 45, "near.knee": 90, "far.knee": 90}
        elif name in {"hand", "fingers"}:
            usual = {f"{side}.{joint}": angle for joint, angle in _hand_habit(surface, lean).items()}
            if surface == "chair" and contacts.get("bottom") != "chair":
                usual = {f"{side}.shoulder": 30 + max(0.0, lean), f"{side}.elbow": 10, f"{side}.wrist": 60}
        elif name in {"forearm", "elbow"}:
            usual = {f"{side}.shoulder": max(0.0, lean), f"{side}.elbow": 90}
        elif name == "shin":
            usual = {f"{side}.hip": max(0.0, lean), f"{side}.knee": 90, f"{side}.ankle": -72}
        elif name == "toes":
            usual = {f"{side}.ankle": 10, f"{side}.toes": 60}
        found = dict(usual) | found
    return found


def _hand_habit(surface: str, lean: float) -> Mapping[str, float]:
    if surface in {"floor", "mat", "step", "cushion"}:
        return {"shoulder": 0, "elbow": 8} if lean < 0 else {"shoulder": lean, "elbow": 5, "wrist": 85}
    return _HAND_HABITS.get(surface, {"shoulder": 20, "elbow": 40})


_HAND_HABITS: Mapping[str, Mapping[str, float]] = {
    "wall": {"shoulder": 75, "elbow": 15, "wrist": 80},
    "worktop": {"shoulder": 25, "elbow": 50, "wrist": 25},
    "chair": {"shoulder": -5, "elbow": 15, "wrist": 20},
    "thighs": {"shoulder": 10, "elbow": 55},
    "knees": {"shoulder": 35, "elbow": 25},
    "belly": {"shoulder": 5, "elbow": 85},
    "hips": {"shoulder": -25, "elbow": 80},
    "chest": {"shoulder": 25, "elbow": 125},
    "shoulders": {"shoulder": 30, "elbow": 140},
    "head": {"shoulder": 140, "elbow": 130},
}


def _free_joints(pose: Pose, contacts: Mapping[str, str]) -> list[str]:
    """Return the joints that may move so that the contacts are met."""
    turned = TURNS[pose.facing] != 0
    free = ["lean", *(["tilt"] if turned else [])]
    if "head" in contacts:
        free.append("neck")
    for side in SIDES:
        parts = {part.split("-", 1)[1]: surface for part, surface in contacts.items() if part.startswith(side)}
        arms = {part for part in parts if part in ARM_PARTS}
        legs = {part for part in parts if part not in ARM_PARTS}
        if arms:
            wrist = [] if arms <= {"forearm", "elbow"} else ["wrist"]
            on_body = any(parts[part] in REACH for part in arms)
            aside = ["arm_out", "arm_turn"] if turned else ["arm_out"] if on_body else []
            free += [f"{side}.{name}" for name in ["shoulder", "elbow", *wrist, *aside]]
        if legs:
            aside = ["leg_out"] if turned else []
            toes = ["toes"] if "toes" in legs else []
            free += [f"{side}.{name}" for name in ["hip", "knee", "ankle", *toes, *aside]]
    return free


def _anchors(pose: Pose, contacts: Mapping[str, str], after: Stance | None) -> list[Pin]:
    """Return the part, axis and value of each spot that must stay where it was in the stance before."""
    if after is None:
        return []
    before = each_contact(after.pose)
    moving = set(pose.moves) | set(each_contact(Pose(contacts=dict.fromkeys(pose.moves, "floor"))))
    found = []
    for part, surface in contacts.items():
        if before.get(part) == surface and part not in moving and surface not in REACH:
            axis = 0 if surface in HORIZONTAL else 1
            found.append((part, axis, spots(after.body, part)[0].middle[axis]))
    return found


def _sinking(body: Body, pose: Pose) -> dict[str, str]:
    """Return a part of each limb that goes under the ground, as if it touched it, so that its joints may move."""
    return {
        f"{name.split('.')[0]}-{'hand' if name.split('.')[1] in ARM_JOINTS else 'foot'}": pose.ground
        for name, depth in depths(body, pose).items()
        if depth > TOUCH and "." in name
    }


def _start(
    pose: Pose, wanted: Joints, free: Sequence[str], new_places: Sequence[str], from_body: Body | None
) -> list[float]:
    """Return where the search starts: the body as asked for, standing on whatever of it is lowest."""
    body = place(wanted)
    contacts = [part for part, surface in each_contact(pose).items() if surface in HORIZONTAL]
    lowest = min((spot.middle[1] - spot.radius for part in contacts for spot in spots(body, part)), default=0.0)
    across = from_body.points["hips"][0] if from_body else 0.0
    guesses = {"wall": 0.4, "chair": -0.1}
    return [across, -lowest, *(radians(wanted[name]) for name in free), *(guesses[name] for name in new_places)]


def _worst(stance: Stance) -> list[Gap]:
    return [
        gap for gap in gaps(stance.body, stance.pose, stance.places) if max(abs(s) for s in gap.sizes) > ALLOWED_GAP
    ]


def _unmet(gap: Gap, index: int, record: Record, where: Path) -> Problem:
    size = max(gap.sizes, key=abs)
    line = record.line(*where, "contacts", gap.part)
    text = (
        f"frame {index + 1}: {gap.part} cannot reach {gap.surface}: {abs(size) * 100:.1f} % of body height "
        f"({abs(size) * 170:.0f} cm) is missing. Change an angle, or take the contact out."
    )
    return problem(record.file, line, _rule((*where, "contacts", gap.part)), text)


def _sunk(stance: Stance, index: int, record: Record, where: Path) -> list[Problem]:
    found = []
    for name, depth in depths(stance.body, stance.pose).items():
        if depth > ALLOWED_DEPTH:
            text = (
                f"frame {index + 1}: {name} is {depth * 170:.0f} cm under the {stance.pose.ground}. "
                f"Change an angle, or add a contact with the {stance.pose.ground}."
            )
            found.append(problem(record.file, record.line(*where), _rule(where), text))
    return found


def _bent_otherwise(stance: Stance, index: int, record: Record, where: Path) -> list[Problem]:
    wanted, firmness = wishes(stance.pose)
    found = []
    for name, angle in stance.body.joints.items():
        if firmness[name] < UNSAID_DEG and abs(angle - wanted[name]) > ALLOWED_CHANGE_DEG:
            keys = ("trunk", name) if name in {"lean", "tilt"} else tuple(name.split("."))
            text = (
                f"frame {index + 1}: {name} is {wanted[name]:.0f} degrees, but the contacts of this pose need "
                f"{angle:.0f}. Change this angle, another angle or a contact."
            )
            found.append(problem(record.file, record.line(*where, *keys), _rule((*where, *keys)), text))
    return found


def _rule(path: Path) -> str:
    """Return the path of a key as people count: the first frame is 1."""
    return ".".join(str(part + 1) if isinstance(part, int) else part for part in path)
