"""A pose: what a person does with each joint, and what touches what.

Angles are degrees with the clinical names and signs: flexion and dorsiflexion are positive, 0 is standing straight with
the arms hanging. Say what matters; what is not said the build finds, so that every contact named is met.

Standing, weight even, arms loose:

    pose:
      contacts: {feet: floor}

Sitting tall on a chair, hands on the thighs:

    pose:
      trunk: {lean: 0}
      near: {hip: 90, knee: 90}
      contacts: {bottom: chair, feet: floor, hands: thighs}

A plank on forearms and toes (lean 90 is face down, -90 is on the back, and anything between):

    pose:
      ground: mat
      trunk: {lean: 84}
      neck: -10
      near: {shoulder: 84, elbow: 90, hip: 0, knee: 0}
      contacts: {forearms: mat, toes: mat}

`far` is like `near` unless it says otherwise. A second frame says only what changes from the frame before it (marks
excepted), and whatever keeps touching the same thing stays on the same spot; name a part in `moves` when it may slide
or step, and set a contact to `null` to let go. People face right unless `facing` says otherwise; facing the viewer,
the near side is the person's right, drawn on the left; facing `away`, it is drawn on the right.
"""

from collections.abc import Mapping, Sequence
from typing import Annotated, Any, Literal, Self, get_args

from kit.rest import refuse
from pydantic import BaseModel, ConfigDict, Field, model_validator

Angle = Annotated[float, Field(ge=-180, le=180)]

Facing = Literal["right", "left", "viewer", "away", "half-right", "half-left", "viewer-right", "viewer-left"]
Ground = Literal["floor", "mat"]
Surface = Literal["floor", "mat", "chair", "chair-back", "chair-top", "wall", "step", "cushion", "worktop"]
BodySurface = Literal["thighs", "knees", "belly", "hips", "chest", "head", "shins", "shoulders"]
Part = Literal[
    "feet", "near-foot", "far-foot",
    "heels", "near-heel", "far-heel",
    "toes", "near-toes", "far-toes",
    "knees", "near-knee", "far-knee",
    "shins", "near-shin", "far-shin",
    "hands", "near-hand", "far-hand",
    "fingers", "near-fingers", "far-fingers",
    "forearms", "near-forearm", "far-forearm",
    "elbows", "near-elbow", "far-elbow",
    "near-hip", "far-hip", "near-shoulder", "far-shoulder",
    "bottom", "low-back", "back", "chest", "belly", "head",
]  # fmt: skip
Area = Literal[
    "belly", "side", "low-back", "upper-back", "chest", "shoulder", "neck", "buttock",
    "hip-front", "thigh-front", "thigh-back", "calf", "shin", "foot",
    "far-shoulder", "far-buttock", "far-hip-front", "far-thigh-front", "far-thigh-back", "far-calf", "far-shin",
    "far-foot",
]  # fmt: skip
Tracked = Literal[
    "head", "chest", "hips", "belly",
    "near-hand", "far-hand", "near-elbow", "far-elbow",
    "near-knee", "far-knee", "near-foot", "far-foot", "near-heel", "far-heel", "near-toes", "far-toes",
]  # fmt: skip

PLURALS: Mapping[str, tuple[str, str]] = {
    "feet": ("near-foot", "far-foot"),
    "heels": ("near-heel", "far-heel"),
    "toes": ("near-toes", "far-toes"),
    "knees": ("near-knee", "far-knee"),
    "shins": ("near-shin", "far-shin"),
    "hands": ("near-hand", "far-hand"),
    "fingers": ("near-fingers", "far-fingers"),
    "forearms": ("near-forearm", "far-forearm"),
    "elbows": ("near-elbow", "far-elbow"),
}
HAND_PARTS = frozenset({"near-hand", "far-hand", "hands", "near-fingers", "far-fingers", "fingers"})
Ahead = Annotated[
    Annotated[float, Field(ge=-200, le=200)] | None,
    Field(description="How far ahead of the hips its nearest edge stands."),
]


class _Data(BaseModel):
    model_config = ConfigDict(defer_build=True, extra="forbid", frozen=True)


class Trunk(_Data):
    """Which way the trunk goes, from hip to shoulder, and how it bends on the way; degrees."""

    lean: Angle | None = Field(None, description="Forward from upright; 90 is face down, -90 is on the back.")
    tilt: Angle | None = Field(None, description="Sideways, towards the near side; 90 is lying on the near side.")
    lumbar: Annotated[float, Field(ge=-45, le=70)] = Field(0, description="Low back rounded (+) or hollowed (-).")
    thoracic: Annotated[float, Field(ge=-40, le=60)] = Field(0, description="Upper back rounded (+) or hollowed (-).")
    belly_cm: Annotated[float, Field(ge=-4, le=8)] = Field(
        0, description="Belly rounder (+), as breathed in, or drawn in (-)."
    )


class Side(_Data):
    """The joints of one side of the body; degrees."""

    shoulder: Angle | None = Field(None, description="Arm forward (+) or back (-), from the line of the trunk.")
    elbow: Annotated[float, Field(ge=-5, le=155)] | None = Field(None, description="Bend; 0 is straight.")
    wrist: Annotated[float, Field(ge=-90, le=95)] | None = Field(None, description="Bent back (+), as on a wall.")
    fingers: Annotated[float, Field(ge=0, le=90)] | None = Field(None, description="Bend; 0 is open, 90 is a fist.")
    arm_out: Annotated[float, Field(ge=-60, le=180)] | None = Field(None, description="Arm away from the body.")
    arm_turn: Annotated[float, Field(ge=-90, le=100)] | None = Field(None, description="Arm turned inwards (+).")
    hip: Annotated[float, Field(ge=-40, le=140)] | None = Field(None, description="Thigh forward (+) of the trunk.")
    knee: Annotated[float, Field(ge=-8, le=160)] | None = Field(None, description="Bend; 0 is straight.")
    ankle: Annotated[float, Field(ge=-80, le=40)] | None = Field(None, description="Toes up (+) or pointed (-).")
    toes: Annotated[float, Field(ge=-20, le=90)] | None = Field(None, description="Toes bent up, as in push-off.")
    leg_out: Annotated[float, Field(ge=-45, le=80)] | None = Field(None, description="Leg away from the middle.")
    leg_turn: Annotated[float, Field(ge=-60, le=60)] | None = Field(None, description="Leg turned inwards (+).")


class Chair(_Data):
    """A firm chair without arms."""

    sit: Literal["back", "middle", "front"] = "middle"
    height_cm: Annotated[float, Field(ge=35, le=60)] = 45
    faces: Literal["same", "person"] = Field("same", description="`person`: its seat looks towards the person.")
    at_cm: Ahead = None


class Block(_Data):
    """A step, cushion or worktop: something with a flat top."""

    height_cm: Annotated[float, Field(ge=2, le=120)] | None = None
    at_cm: Ahead = None


class Wall(_Data):
    """A wall in front of the person, or behind."""

    where: Literal["ahead", "behind"] = "ahead"
    at_cm: Ahead = None


class Band(_Data):
    """An exercise band from a fixed point at the side of the picture to the hands."""

    fixed: Literal["left", "right"] = "left"
    height_cm: Annotated[float, Field(ge=2, le=200)] = 122
    reach_cm: Annotated[float, Field(ge=20, le=150)] = Field(75, description="From the middle of the body.")


class Props(_Data):
    """Things in the picture. A chair, wall, step, cushion or worktop that something touches need not be named."""

    chair: Chair | None = None
    wall: Wall | None = None
    step: Block | None = None
    cushion: Block | None = None
    worktop: Block | None = None
    band: Band | None = None
    slope_deg: Annotated[float, Field(ge=-20, le=20)] = Field(0, description="The ground rises ahead (+) or falls.")


class Marks(_Data):
    """What the picture points out. Marks hold for one frame."""

    area: tuple[Area, ...] = Field((), description="Where you feel it work or stretch.")
    arrow: tuple[Tracked, ...] = Field(
        (), description="Shows the way this part came from the frame before; in the first frame, from the last."
    )
    plumb: bool = Field(default=False, description="A hanging line through the ankle.")
    string: bool = Field(default=False, description="A string that lifts the top of the head.")
    ghost: bool = Field(default=False, description="The frame before, in outline.")
    breath: Literal["in", "out"] | None = Field(default=None, description="Air that goes in or out before the face.")
    soles: bool = Field(default=False, description="Where both feet stand, seen from above, below the floor.")


class Pose(_Data):
    """One frame: joints, contacts, things and marks."""

    facing: Facing = "right"
    ground: Ground = "floor"
    trunk: Trunk = Trunk()
    neck: Annotated[float, Field(ge=-60, le=70)] | None = Field(None, description="Chin down (+) or up (-).")
    head: Annotated[float, Field(ge=-40, le=40)] = Field(0, description="Nod on top of the neck, down is +.")
    near: Side = Side()
    far: Side = Side()
    contacts: Mapping[Part, Surface | BodySurface | None] = {}
    moves: tuple[Part, ...] = Field((), description="Parts that leave the spot they had in the frame before.")
    props: Props = Props()
    marks: Marks = Marks()

    @model_validator(mode="after")
    def _hands_alone_touch_the_body(self) -> Self:
        refuse(
            self,
            (
                (("contacts", part), f"{part} cannot be on {surface}: only hands and fingers touch the body.")
                for part, surface in self.contacts.items()
                if surface in get_args(BodySurface) and part not in HAND_PARTS
            ),
        )
        return self


def sequence(poses: Sequence[Pose]) -> tuple[Pose, ...]:
    """Return the frames written out in full: each one takes what it does not say from the frame before."""
    full: list[Pose] = []
    said: dict[str, Any] = {}
    for pose in poses:
        said = _merged({key: value for key, value in said.items() if key not in {"marks", "moves"}}, _said(pose))
        full.append(Pose.model_validate(said))
    return tuple(full)


def each_contact(pose: Pose) -> dict[str, str]:
    """Return what touches what with one entry for each side: `feet` becomes `near-foot` and `far-foot`."""
    found: dict[str, str] = {}
    for part, surface in pose.contacts.items():
        for single in PLURALS.get(part, (part,)):
            if surface is not None:
                found[single] = surface
    return found


def _said(pose: Pose) -> dict[str, Any]:
    said = pose.model_dump(exclude_unset=True)
    if "contacts" in said:
        said["contacts"] = {
            single: surface for part, surface in pose.contacts.items() for single in PLURALS.get(part, (part,))
        }
    return said


def _merged(first: Any, second: Any) -> Any:  # noqa: ANN401 plain data of any depth
    if not (isinstance(first, dict) and isinstance(second, dict)):
        return second
    return {
        key: _merged(first[key], second[key]) if key in first and key in second else second.get(key, first.get(key))
        for key in [*first, *(key for key in second if key not in first)]
    }
