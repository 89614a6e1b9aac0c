"""Wishes: the angles that a pose asks for, by saying them or by what people do without being told."""

from collections.abc import Mapping

from kit.bodies.body import REST, SIDES
from kit.bodies.pose import Pose, each_contact

TURNS = {
    "right": 0.0, "left": 0.0, "half-right": 42.0, "half-left": 42.0, "viewer-right": 64.0, "viewer-left": 64.0,
    "viewer": 90.0, "away": -90.0,
}  # fmt: skip
SAID_DEG, SAID_TRUNK_DEG, UNSAID_DEG = 4.0, 2.5, 22.0
"""How many degrees off an angle may be before it counts as one step too far: said, said of the trunk, and not said."""
ON_BODY = {"thighs", "knees", "belly", "hips", "chest", "head", "shins", "shoulders"}
ARM_PARTS = {"hand", "fingers", "forearm", "elbow"}
LYING_DEG = -45.0
"""Somebody whose trunk leans back farther than this lies."""


def wishes(pose: Pose) -> tuple[dict[str, float], dict[str, float]]:
    """Return the angles that a pose asks for, and for each how many degrees off count as one step too far."""
    wanted, firmness = dict(REST), dict.fromkeys(REST, UNSAID_DEG)
    wanted |= {"turn": TURNS[pose.facing], "lumbar": pose.trunk.lumbar, "thoracic": pose.trunk.thoracic}
    wanted["belly_cm"] = pose.trunk.belly_cm
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


def free_joints(pose: Pose, contacts: Mapping[str, str]) -> list[str]:
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
            on_body = any(parts[part] in ON_BODY for part in arms)
            aside = ["arm_out", "arm_turn"] if turned else ["arm_out"] if on_body else []
            free += [f"{side}.{name}" for name in ["shoulder", "elbow", *wrist, *aside]]
        if legs:
            aside = ["leg_out"] if turned else []
            toes = ["toes"] if "toes" in legs else []
            free += [f"{side}.{name}" for name in ["hip", "knee", "ankle", *toes, *aside]]
    return free
