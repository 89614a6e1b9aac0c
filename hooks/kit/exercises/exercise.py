"""An exercise: the model of its front matter, and what follows from it without being typed."""

import re
from dataclasses import dataclass
from itertools import groupby
from typing import Annotated, Literal, Self

from kit.bodies.pose import Pose
from kit.entry import SLUG, Slug
from kit.exercises.dose import Dose
from kit.exercises.limit import Limit
from kit.exercises.vocabulary import Count, Vocabulary
from kit.phrase import Form
from kit.record import Day, Once
from pydantic import BaseModel, ConfigDict, Field, model_validator

Side = Literal["both together", "each side", "each side in turn", "taking turns", "no sides"]
"""How left and right share a dose. With `each side` it is done with both, all with one and then with the other, or in
turn; with `taking turns` it counts both together."""
IMAGE = Form("[a-z0-9][a-z0-9./-]*", 'the path of a file in small letters, such as "assets/images/first.png"')
PLAIN = Count(seconds=4)
"""Repeats of a guide that does not say what it counts in."""


class Step(BaseModel):
    """One thing to do, and the number (from 1) of the frame that shows it."""

    model_config = ConfigDict(defer_build=True, frozen=True, extra="forbid")

    do: Annotated[str, Limit(15)]
    frame: Annotated[int, Field(ge=1, le=6)]


@dataclass(frozen=True)
class Stage:
    """Steps that follow each other under one picture: the number of its frame, and of its first step."""

    frame: int
    first: int
    steps: tuple[Step, ...]


class Frame(BaseModel):
    """One picture: the pose of the person or an image file, and the words for those who do not see it."""

    model_config = ConfigDict(defer_build=True, frozen=True, extra="forbid")

    pose: Pose | None = None
    image: Annotated[str, IMAGE] | None = None
    alt: Annotated[str, Limit(25)]
    caption: Annotated[str, Limit(6)]

    @model_validator(mode="after")
    def _one_of_two(self) -> Self:
        if (self.pose is None) == (self.image is None):
            raise ValueError("expected either pose or image (a file of the guide). Give one of the two.")
        return self


class Change(BaseModel):
    """What a version has that the one before it had not, for people with a printed card."""

    model_config = ConfigDict(defer_build=True, frozen=True, extra="forbid")

    version: Annotated[int, Field(ge=2)]
    text: Annotated[str, Limit(25)]


class Exercise(BaseModel):
    """The front matter of one file of the folder of exercises; its vocabulary says which words may stand in it."""

    model_config = ConfigDict(defer_build=True, frozen=True, extra="forbid")

    title: Annotated[str, Field(min_length=1, max_length=28)]
    description: Annotated[str, Field(min_length=50, max_length=160)]
    kind: str
    goal: Annotated[str, Limit(12)]
    position: str | None = None
    surface: str | None = None
    equipment: Annotated[tuple[str, ...], Once] = ()
    areas: Annotated[tuple[str, ...], Field(max_length=6), Once] = ()
    movements: Annotated[tuple[str, ...], Once] = ()
    level: Annotated[int, Field(ge=1)] | None = None
    side: Side = "no sides"
    steps: Annotated[tuple[Step, ...], Field(min_length=2, max_length=6)]
    repeat: Annotated[str, Limit(20)] | None = None
    counted_in: str | None = None
    dose: Dose | None = None
    breathing: Annotated[str, Limit(20)] | None = None
    feel: Annotated[str, Limit(25)] | None = None
    mistakes: Annotated[tuple[Annotated[str, Limit(15)], ...], Field(max_length=3), Once] = ()
    easier: Annotated[tuple[Annotated[str, Limit(15)], ...], Field(max_length=3), Once] = ()
    harder: Annotated[tuple[Annotated[str, Limit(15)], ...], Field(max_length=3), Once] = ()
    stop_if: Annotated[tuple[Annotated[str, Limit(15)], ...], Field(max_length=4), Once] = ()
    ask_first: Annotated[tuple[Annotated[str, Limit(25)], ...], Field(max_length=4), Once] = ()
    evidence: Annotated[tuple[Slug, ...], Once] = ()
    version: Annotated[int, Field(ge=1)]
    changes: tuple[Change, ...] = ()
    reviewed: Day
    person: Literal["ada", "ben", "mei", "omar", "rosa", "zara"] | None = None
    frames: Annotated[tuple[Frame, ...], Field(min_length=1, max_length=6)]
    related: Annotated[tuple[str, ...], Once] = ()

    @property
    def each_side(self) -> bool:
        """Whether the dose is done once with the left and once with the right."""
        return self.side.startswith("each side")

    @property
    def in_turn(self) -> bool:
        """Whether the sides take turns after each repeat, not after all of them."""
        return self.side == "each side in turn"

    @property
    def stages(self) -> tuple[Stage, ...]:
        """The steps, in order, gathered under the picture that shows them."""
        numbered = groupby(enumerate(self.steps, 1), key=lambda pair: pair[1].frame)
        stages = ((frame, list(pairs)) for frame, pairs in numbered)
        return tuple(Stage(frame, pairs[0][0], tuple(step for _, step in pairs)) for frame, pairs in stages)

    @property
    def shown(self) -> int:
        """The number of the frame that stands for the exercise: the one after the start."""
        return min(2, len(self.frames))


def needs_floor(exercise: Exercise, vocabulary: Vocabulary) -> bool:
    """Return whether one has to get down to the floor and up again."""
    surface = vocabulary.surfaces.get(exercise.surface or "")
    return surface is not None and surface.floor


def place_of(exercise: Exercise, vocabulary: Vocabulary) -> str | None:
    """Return the id of the place where it is done, as the gallery and the menu group it; None without places."""
    surface = vocabulary.surfaces.get(exercise.surface or "")
    position = vocabulary.positions.get(exercise.position or "")
    return (surface.place if surface else None) or (position.place if position else None)


def walks(exercise: Exercise, vocabulary: Vocabulary) -> bool:
    """Return whether it is done walking, so that its figure walks."""
    position = vocabulary.positions.get(exercise.position or "")
    return position is not None and position.walks


def count_of(exercise: Exercise, vocabulary: Vocabulary) -> Count:
    """Return what its repeats are counted in: what it says, or the first of the vocabulary."""
    usual = next(iter(vocabulary.counts.values()), PLAIN)
    return vocabulary.counts.get(exercise.counted_in, usual) if exercise.counted_in else usual


def is_id(text: str) -> bool:
    """Return whether an easier or harder entry names an exercise; anything else is words."""
    return re.fullmatch(SLUG, text) is not None
