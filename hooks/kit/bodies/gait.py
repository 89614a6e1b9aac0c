"""Walking: where every joint is at each moment of a step, on the level or on a slope, with feet that do not slide."""

from collections.abc import Callable, Mapping
from functools import lru_cache
from math import cos, pi, radians
from typing import Annotated, Self

from kit.bodies.body import BALL_AHEAD, HEEL_BACK, REST, Joints, place
from kit.bodies.pose import Angle, Marks, Pose, Props, Trunk
from kit.bodies.spline import periodic
from kit.bodies.stance import Pin, Stance, settle
from kit.phrase import Form
from pydantic import BaseModel, ConfigDict, Field, field_validator, model_validator

HEEL_UNTIL, FLAT_UNTIL, TOES_UNTIL, TOES_RELAXED = 8.0, 35.0, 61.0, 78.0
"""Percent of the cycle at which the heel, the whole foot and the toes leave the ground, and the toes are straight."""
WHOLE = 100
"""Percent of the whole cycle."""
TOES_BENT_DEG = 58.0
STRIDE = 0.7
"""How far one stride goes on the level, as a fraction of height; textbook steps are a little longer (see gait.yml)."""
LANDING = 0.122
"""How far ahead of the hips the heel lands on the level."""
SHOULDER_MIDDLE, SHOULDER_SWING, ELBOW_MIDDLE, ELBOW_SWING = -4.5, 14.0, 23.0, 13.0
"""Arm swing: drawing guides, about 28 degrees at the shoulder in all, more of it behind than in front."""


class _Data(BaseModel):
    model_config = ConfigDict(defer_build=True, extra="forbid", frozen=True)


class Keyframe(_Data):
    """The angles of one leg at one moment of the cycle; thigh against a vertical line."""

    percent: Annotated[float, Field(ge=0, lt=100)]
    thigh: Angle
    knee: Angle
    ankle: Angle


class Phase(_Data):
    """One of the eight phases of a step in plain words, and the moment that stands for it."""

    id: str
    plain: str
    percent: Annotated[str, Form("[0-9]{1,3}-[0-9]{1,3}", 'two percents such as "10-30"')]
    shown: Annotated[float, Field(ge=0, lt=100)]

    @field_validator("percent")
    @classmethod
    def _forward(cls, text: str) -> str:
        first, last = map(int, text.split("-"))
        if not first < last <= WHOLE:
            raise ValueError(f'expected a smaller percent and then a larger one, at most {WHOLE}, found "{text}".')
        return text


class Cycle(_Data):
    """One stride, from heel strike to the next heel strike of the same foot."""

    sources: tuple[str, ...]
    keyframes: Annotated[tuple[Keyframe, ...], Field(min_length=4)]
    phases: tuple[Phase, ...]

    @model_validator(mode="after")
    def _keyframes_in_order(self) -> Self:
        percents = [frame.percent for frame in self.keyframes]
        if percents != sorted(set(percents)):
            raise ValueError("expected the keyframes in order of percent, each percent once.")
        return self


class Walk(_Data):
    """A person walking: the moment of the step, and how they carry themselves; degrees."""

    at: Annotated[float, Field(ge=0, lt=100)] = Field(0, description="Percent of the cycle of the near leg.")
    slope_deg: Annotated[float, Field(ge=-20, le=20)] = 0
    stride: Annotated[float, Field(ge=0.3, le=1.3)] = Field(1, description="Length of a stride; 1 is easy walking.")
    arms: Annotated[float, Field(ge=0, le=2)] = Field(1, description="How far the arms swing; 1 is easy walking.")
    knees: Annotated[float, Field(ge=0, le=30)] = Field(0, description="How much more the knees are bent.")
    lean: Annotated[float, Field(ge=-20, le=40)] = 3
    lumbar: Annotated[float, Field(ge=-30, le=50)] = 0
    thoracic: Annotated[float, Field(ge=-30, le=60)] = 0
    neck: Annotated[float, Field(ge=-40, le=60)] = 0
    head: Annotated[float, Field(ge=-40, le=40)] = 0
    marks: Marks = Marks()


def walking(cycle: Cycle, walk: Walk, percent: float) -> Stance:
    """Return the walker at one moment (percent of the near leg's cycle), hips at the middle of the picture.

    The ground runs backwards under the walker at an even speed, and each foot stays where it has landed on it.
    """
    pose, pins = _on_the_ground(walk, percent)
    near = place(_joints(cycle, walk, percent), (0.0, 0.5, 0.0))
    return settle(pose, near=near, pins=pins)


def swapped(stance: Stance) -> Stance:
    """Return the walker half a cycle later: near and far have changed their parts."""
    other = {"near": "far", "far": "near"}
    joints = {}
    for name, angle in stance.body.joints.items():
        side, _, joint = name.partition(".")
        joints[f"{other[side]}.{joint}" if joint else name] = angle
    contacts = {}
    for part, surface in stance.pose.contacts.items():
        side, _, name = part.partition("-")
        contacts[f"{other[side]}-{name}"] = surface
    pose = Pose.model_validate(stance.pose.model_dump(exclude_unset=True) | {"contacts": contacts})
    return Stance(pose, place(joints, stance.body.points["hips"]), stance.places)


def angle_at(cycle: Cycle, joint: str, percent: float) -> float:
    """Return the angle of `thigh`, `knee` or `ankle` at a moment of the cycle."""
    return _curves(cycle)[joint](percent)


@lru_cache(maxsize=8)
def _curves(cycle: Cycle) -> Mapping[str, Callable[[float], float]]:
    places = [frame.percent for frame in cycle.keyframes]
    return {
        joint: periodic(places, [getattr(frame, joint) for frame in cycle.keyframes], 100.0)
        for joint in ("thigh", "knee", "ankle")
    }


def _joints(cycle: Cycle, walk: Walk, percent: float) -> Joints:
    curves = _curves(cycle)
    joints = dict(REST) | {name: getattr(walk, name) for name in ("lean", "lumbar", "thoracic", "neck", "head")}
    for side, moment in (("near", percent % 100), ("far", (percent + 50) % 100)):
        thigh = curves["thigh"](moment) * walk.stride + walk.knees / 2
        knee = max(0.0, curves["knee"](moment)) + walk.knees
        swing = -cos(2 * pi * moment / 100) * walk.arms
        joints |= {
            f"{side}.hip": thigh + walk.lean,
            f"{side}.knee": knee,
            f"{side}.ankle": curves["ankle"](moment) + walk.knees / 2,
            f"{side}.toes": _toes(moment),
            f"{side}.shoulder": walk.lean + SHOULDER_MIDDLE + SHOULDER_SWING * swing,
            f"{side}.elbow": ELBOW_MIDDLE + ELBOW_SWING * swing,
        }
    return joints


def _toes(moment: float) -> float:
    """Return how far the toes bend: up to toe-off, then straight again."""
    if moment < FLAT_UNTIL or moment > TOES_RELAXED:
        return 0.0
    if moment <= TOES_UNTIL:
        return TOES_BENT_DEG * float(((moment - FLAT_UNTIL) / (TOES_UNTIL - FLAT_UNTIL)) ** 1.5)
    return TOES_BENT_DEG * (1 - (moment - TOES_UNTIL) / (TOES_RELAXED - TOES_UNTIL))


def _on_the_ground(walk: Walk, percent: float) -> tuple[Pose, list[Pin]]:
    """Return what touches the ground at a moment, and where along it."""
    stride, contacts = STRIDE * walk.stride, {}
    pins: list[Pin] = []
    for side, moment in (("near", percent % 100), ("far", (percent + 50) % 100)):
        heel = LANDING * walk.stride - stride * moment / 100
        run = cos(radians(walk.slope_deg))
        if moment > TOES_UNTIL:
            continue
        part = "heel" if moment < HEEL_UNTIL else "foot" if moment < FLAT_UNTIL else "toes"
        contacts[f"{side}-{part}"] = "floor"
        pins.append((f"{side}-{part}", 0, (heel + (HEEL_BACK + BALL_AHEAD if part == "toes" else 0.0)) * run))
    pose = Pose.model_validate(
        {"contacts": contacts, "trunk": Trunk(lean=walk.lean), "props": Props(slope_deg=walk.slope_deg)}
    )
    return pose, pins
