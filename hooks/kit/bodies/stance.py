"""A stance: a pose whose contacts are met, found by moving the joints as little as possible from what the pose says."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from math import degrees, fsum, radians
from typing import TypeAlias

from kit.bodies.body import LIMITS, REST, Body, Joints, place, shifted
from kit.bodies.contact import HORIZONTAL, depths, measures, spots
from kit.bodies.least_squares import Residuals, Spring, minimise
from kit.bodies.pose import Pose, each_contact
from kit.bodies.vector import nearest
from kit.bodies.wish import ON_BODY, SAID_TRUNK_DEG, UNSAID_DEG, free_joints, wishes

HOLDS = (0.02, 0.003, 0.0002)
"""How far off (a fraction of height) a contact may be before it outweighs the angles: loose first, so that the search
does not stop at the first stance that touches, then tight."""
TOUCH, LIFTS = 0.002, 4
"""How far under the ground a joint may be before it is lifted, and how often more joints are looked for."""
GRID_DEG, GRID = 1 / 128, 2.0**-15
"""Found angles, and places as a fraction of height, are brought to these steps, far finer than a drawing shows: what
the last digits of a search are on another machine changes nothing that is made of a stance."""
LIMIT = 20.0
"""How firmly a joint is kept from going farther than healthy joints go; per degree."""
STEADY = 60.0
"""How firmly the hips of a walker keep to their even way; per body height."""
CHAIR_HELD = 0.075
"""How far in from the edge of a seat hands are that lean on it, as a fraction of height."""
GUESSES = {"wall": 0.4, "chair": -0.1}
ARM_JOINTS = {"elbow", "wrist", "fingertip"}
FIRM_NEAR: Mapping[str, float] = dict.fromkeys(REST, UNSAID_DEG) | {"lean": SAID_TRUNK_DEG}

Pin: TypeAlias = tuple[str, int, float]
"""A part, an axis (0 across, 1 up) and the place on it where the first spot of that part must be."""


@dataclass(frozen=True)
class Stance:
    """A pose with its body in place and the things in the picture where they belong."""

    pose: Pose
    body: Body
    places: Mapping[str, float]


@dataclass(frozen=True)
class _Search:
    """What is sought: values for the free joints, the hips and the places of things that please everybody most."""

    pose: Pose
    wanted: Joints
    firmness: Mapping[str, float]
    free: tuple[str, ...]
    known: Mapping[str, float]
    unknown: tuple[str, ...]
    pins: tuple[Pin, ...]
    hips: tuple[float, float | None]
    steadiness: float
    lifted: tuple[str, ...] = ()


def settle(pose: Pose, *, after: Stance | None = None, near: Body | None = None, pins: Sequence[Pin] = ()) -> Stance:
    """Return the stance nearest to a pose; what touched the same thing in the stance before keeps its spot.

    With `near`, the stance is sought near that body instead of near the angles that the pose names.
    """
    search = _search(pose, after, near, pins)
    values = _found(search, _start(search), HOLDS[-1:] if near else HOLDS)
    for _ in range(LIFTS):
        under = depths(_unpacked(search, values)[0], pose)
        sunk = [name for name, depth in under.items() if depth > TOUCH and _moves(name, search.free)]
        if set(sunk) <= set(search.lifted):
            break
        search = replace(search, lifted=tuple(sorted({*search.lifted, *sunk})))
        values = _found(search, values, HOLDS[1:])
    body, places = _unpacked(search, values)
    held = [spots(body, part)[0].middle[0] for part, surface in each_contact(pose).items() if surface == "chair"]
    if held and "chair" not in places:
        places["chair"] = fsum(held) / len(held) - CHAIR_HELD
    return Stance(pose, _steadied(body), {name: nearest(value / GRID) * GRID for name, value in places.items()})


def _search(pose: Pose, after: Stance | None, near: Body | None, pins: Sequence[Pin]) -> _Search:
    wanted, firmness = (near.joints, FIRM_NEAR) if near else wishes(pose)
    contacts = each_contact(pose)
    known = dict(after.places) if after else {}
    unknown = {name for held in contacts.items() if (name := _fixed_by(*held))} - set(known)
    anchors = (*pins, *_anchors(pose, contacts, after))
    start = near or (after.body if after else None)
    return _Search(
        pose=pose,
        wanted=wanted,
        firmness=firmness,
        free=tuple(free_joints(pose, contacts | (_sinking(near, pose) if near else {}))),
        known=known,
        unknown=tuple(sorted(unknown)),
        pins=anchors,
        hips=(start.points["hips"][0] if start else 0.0, near.points["hips"][1] if near else None),
        steadiness=STEADY if pins else 0.001 if anchors else 1.0,
    )


def _found(search: _Search, start: list[float], holds: Sequence[float]) -> list[float]:
    values, springs = start, _springs(search)
    for hold in holds:
        values = minimise(_residuals(search, hold), springs, values)
    return values


def _springs(search: _Search) -> list[Spring]:
    """Return what draws the hips, each joint and each thing to its place, a step of its own size for each."""
    across, up = search.hips
    springs = [Spring(across, search.steadiness), Spring() if up is None else Spring(up, 1.0)]
    for name in search.free:
        low, high = LIMITS[name.split(".")[-1]]
        rest, firm = radians(search.wanted[name]), degrees(1 / search.firmness[name])
        springs.append(Spring(rest, firm, radians(low), radians(high), degrees(LIMIT)))
    return springs + [Spring(0.0, 0.01) for _ in search.unknown]


def _residuals(search: _Search, hold: float) -> Residuals:
    """Return the function that says how far each contact is from being met, counted in steps of `hold`."""
    last = place(search.wanted)
    touching = [measure for _, _, measure in measures(search.pose)]

    def residuals(values: Sequence[float]) -> list[float]:
        nonlocal last  # most limbs stay as they were in the call before
        last = place(_joints(search, values), like=last)
        body, places = shifted(last, (values[0], values[1], 0.0)), _places(search, values)
        found = [size / hold for measure in touching for size in measure(body, places)]
        for part, axis, value in search.pins:
            found.append((spots(body, part)[0].middle[axis] - value) / hold)
        if search.lifted:
            under = depths(body, search.pose)
            found += [under[name] / hold for name in search.lifted]
        return found

    return residuals


def _unpacked(search: _Search, values: Sequence[float]) -> tuple[Body, dict[str, float]]:
    return place(_joints(search, values), (values[0], values[1], 0.0)), _places(search, values)


def _steadied(body: Body) -> Body:
    """Return the body with its joints and hips on the grid."""
    across, up, out = (nearest(value / GRID) * GRID for value in body.points["hips"])
    joints = {name: nearest(angle / GRID_DEG) * GRID_DEG for name, angle in body.joints.items()}
    return place(joints, (across, up, out))


def _joints(search: _Search, values: Sequence[float]) -> Joints:
    return {**search.wanted, **{name: degrees(value) for name, value in zip(search.free, values[2:], strict=False)}}


def _places(search: _Search, values: Sequence[float]) -> dict[str, float]:
    return {**search.known, **dict(zip(search.unknown, values[2 + len(search.free) :], strict=True))}


def _start(search: _Search) -> list[float]:
    """Return where the search starts: the body as asked for, standing on whatever of it is lowest."""
    across, up = search.hips
    if up is None:
        body = place(search.wanted)
        standing = [part for part, surface in each_contact(search.pose).items() if surface in HORIZONTAL]
        up = -min((spot.middle[1] - spot.radius for part in standing for spot in spots(body, part)), default=0.0)
    return [
        across,
        up,
        *(radians(search.wanted[name]) for name in search.free),
        *map(GUESSES.__getitem__, search.unknown),
    ]


def _moves(name: str, free: Sequence[str]) -> bool:
    """Return whether a joint of a limb can be lifted off the ground by the joints that may move."""
    side, _, joint = name.partition(".")
    return f"{side}.{'elbow' if joint in ARM_JOINTS else 'knee'}" in free


def _fixed_by(part: str, surface: str) -> str | None:
    """Return the thing whose place along the ground this contact says."""
    if surface == "wall":
        return "wall"
    return "chair" if surface in {"chair-back", "chair-top"} or (part, surface) == ("bottom", "chair") else None


def _anchors(pose: Pose, contacts: Mapping[str, str], after: Stance | None) -> list[Pin]:
    """Return the part, axis and value of each spot that must stay where it was in the stance before."""
    if after is None:
        return []
    before = each_contact(after.pose)
    moving = set(pose.moves) | set(each_contact(Pose(contacts=dict.fromkeys(pose.moves, "floor"))))
    found = []
    for part, surface in contacts.items():
        if before.get(part) == surface and part not in moving and surface not in ON_BODY:
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
