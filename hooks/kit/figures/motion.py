"""Motion: the stances between the frames of an exercise, so that it can be shown moving."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from math import cos, pi

from kit.bodies.body import Joints, place
from kit.bodies.contact import spots
from kit.bodies.pose import Marks, Pose, each_contact
from kit.bodies.stance import Stance, settle
from kit.bodies.vector import mix

SAME_SPOT = 0.02
"""How near two places must be, as a fraction of height, for a part to have stayed there."""
BETWEEN = 2
"""Stances drawn between two frames; the page moves evenly from one to the next."""


def moving(stances: Sequence[Stance]) -> tuple[Stance, ...]:
    """Return the frames and the stances between them; what touches the same thing in both frames keeps touching it."""
    found = [_unmarked(stances[0])]
    for before, after in pairwise(stances):
        found += [_between(before, after, step / (BETWEEN + 1)) for step in range(1, BETWEEN + 1)]
        found.append(_unmarked(after))
    return tuple(found)


def _unmarked(stance: Stance) -> Stance:
    return replace(stance, pose=stance.pose.model_copy(update={"marks": Marks()}))


def _between(before: Stance, after: Stance, share: float) -> Stance:
    eased = (1 - cos(pi * share)) / 2
    first, second = before.body, after.body
    joints: Joints = {name: (1 - eased) * angle + eased * second.joints[name] for name, angle in first.joints.items()}
    hips = mix(first.points["hips"], 1 - eased, second.points["hips"], eased)
    held = {
        part: surface
        for part, surface in each_contact(before.pose).items()
        if each_contact(after.pose).get(part) == surface and _stays(part, before, after)
    }
    pose = Pose.model_validate(
        after.pose.model_dump(exclude_unset=True, exclude={"marks", "moves", "contacts"}) | {"contacts": held}
    )
    start = replace(before, pose=before.pose.model_copy(update={"contacts": held}), places=after.places)
    return settle(pose, after=start, near=place(joints, hips))


def _stays(part: str, before: Stance, after: Stance) -> bool:
    one, two = (spots(stance.body, part)[0].middle for stance in (before, after))
    return abs(one[0] - two[0]) + abs(one[1] - two[1]) < SAME_SPOT
