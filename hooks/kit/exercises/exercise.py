"""An exercise: the model of its front matter, and what follows from it without being typed."""

import math
import re
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import Annotated, Any, Literal

from kit.bodies.pose import Pose
from kit.exercises.dose import CountedIn, Dose, how_much, how_often, seconds
from kit.problem import Problem, problem
from kit.record import Record, check
from pydantic import BaseModel, ConfigDict, Field, GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic_core import CoreSchema, core_schema

FRONT_WORDS = 60
"""Words that fit on the front of a printed card beside its picture."""
SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")

Kind = Literal["strength", "stretch", "mobility", "balance", "breathing", "walking-drill", "transfer"]
Position = Literal[
    "standing", "walking", "sitting", "kneeling", "lying on your back", "lying on your side", "lying on your front"
]
Surface = Literal["flat ground", "slope", "chair", "mat"]
Equipment = Literal["mat", "cushion", "chair", "wall", "worktop", "band", "low step", "walking shoes"]
Area = Literal[
    "tummy",
    "sides",
    "low back",
    "upper back",
    "shoulders",
    "arms",
    "bottom",
    "outer hips",
    "front of hips",
    "front of thighs",
    "back of thighs",
    "calves",
    "feet",
    "breathing",
    "balance",
    "whole body",
]
Place = Literal["On a chair", "Standing", "Walking", "On the floor"]
Side = Literal["both together", "each side", "taking turns", "no sides"]


@dataclass(frozen=True)
class Words:
    """Text of a limited number of words."""

    most: int

    def __get_pydantic_core_schema__(self, source: object, handler: GetCoreSchemaHandler) -> CoreSchema:
        """Return the reader of such text: pydantic calls this."""
        return core_schema.no_info_after_validator_function(self.read, core_schema.str_schema(min_length=1))

    def __get_pydantic_json_schema__(self, schema: CoreSchema, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        """Return what an editor checks: words with blanks between them."""
        pattern = rf"^\s*(\S+\s+){{0,{self.most - 1}}}\S+\s*$"
        return {"type": "string", "pattern": pattern, "description": f"At most {self.most} words."}

    def read(self, text: str) -> str:
        """Return the text; raise ValueError when it has too many words."""
        if (found := count_words(text)) > self.most:
            raise ValueError(f"expected at most {self.most} words, found {found}. Say it shorter.")
        return text


class Step(BaseModel):
    """One thing to do, and the number (from 1) of the frame that shows it."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    do: Annotated[str, Words(15)]
    frame: Annotated[int, Field(ge=1, le=3)]


@dataclass(frozen=True)
class Stage:
    """Steps that follow each other under one picture: the number of its frame, and of its first step."""

    frame: int
    first: int
    steps: tuple[Step, ...]


class Frame(BaseModel):
    """One picture: the pose of the person, and the words for those who do not see it."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    pose: Pose
    alt: Annotated[str, Words(25)]
    caption: Annotated[str, Words(6)]


class Exercise(BaseModel):
    """The front matter of one file of `docs/exercises/`."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    title: Annotated[str, Field(min_length=1, max_length=28)]
    description: Annotated[str, Field(min_length=50, max_length=160)]
    kind: Kind
    goal: Annotated[str, Words(12)]
    position: Position
    surface: Surface
    equipment: tuple[Equipment, ...]
    areas: Annotated[tuple[Area, ...], Field(min_length=1, max_length=6)]
    level: Annotated[int, Field(ge=1, le=3)]
    side: Side
    steps: Annotated[tuple[Step, ...], Field(min_length=2, max_length=5)]
    repeat: Annotated[str, Words(20)]
    counted_in: CountedIn = "repeats"
    dose: Dose
    breathing: Annotated[str, Words(20)]
    feel: Annotated[str, Words(25)]
    mistakes: Annotated[tuple[Annotated[str, Words(15)], ...], Field(max_length=3)]
    easier: Annotated[tuple[Annotated[str, Words(15)], ...], Field(max_length=3)]
    harder: Annotated[tuple[Annotated[str, Words(15)], ...], Field(max_length=3)]
    stop_if: Annotated[tuple[Annotated[str, Words(15)], ...], Field(min_length=1, max_length=4)]
    ask_first: Annotated[tuple[Annotated[str, Words(25)], ...], Field(max_length=4)]
    evidence: tuple[Annotated[str, Field(pattern=rf"^{SLUG.pattern}$")], ...]
    version: Annotated[int, Field(ge=1)]
    reviewed: date
    person: Literal["ada", "ben", "mei", "omar", "rosa", "zara"]
    frames: Annotated[tuple[Frame, ...], Field(min_length=2, max_length=3)]
    related: tuple[str, ...] = ()

    @property
    def needs_floor(self) -> bool:
        """Whether one has to get down to the floor and up again."""
        return self.surface == "mat"

    @property
    def place(self) -> Place:
        """Where it is done, as the gallery and the navigation group it."""
        if self.surface == "mat":
            return "On the floor"
        return "On a chair" if self.position == "sitting" else "Walking" if self.position == "walking" else "Standing"

    @property
    def each_side(self) -> bool:
        """Whether the dose is done once with the left and once with the right."""
        return self.side == "each side"

    @property
    def stages(self) -> tuple[Stage, ...]:
        """The steps, in order, gathered under the picture that shows them."""
        numbered = groupby(enumerate(self.steps, 1), key=lambda pair: pair[1].frame)
        stages = ((frame, list(pairs)) for frame, pairs in numbered)
        return tuple(Stage(frame, pairs[0][0], tuple(step for _, step in pairs)) for frame, pairs in stages)

    @property
    def shown(self) -> int:
        """The number of the frame that stands for the exercise: the one after the start."""
        return 2

    def amounts(self) -> tuple[tuple[str, str, str, int], ...]:
        """Return for start, build and flare day: its name, how much, how often, and minutes."""
        named = (("start", self.dose.start), ("build", self.dose.build), ("flare", self.dose.flare))
        return tuple(
            (
                name,
                how_much(amount, each_side=self.each_side, counted_in=self.counted_in),
                how_often(amount),
                math.ceil(seconds(amount, each_side=self.each_side, counted_in=self.counted_in) / 60),
            )
            for name, amount in named
        )

    @property
    def minutes(self) -> int:
        """Whole minutes that the start dose takes, rounded up."""
        return self.amounts()[0][3]

    @property
    def stop(self) -> str:
        """The stop rule as one sentence."""
        return f"Stop if {_listed(self.stop_if)}."


def count_words(text: str) -> int:
    """Return the number of words with a letter or digit, as a reader counts them."""
    return sum(any(letter.isalnum() for letter in word) for word in text.split())


def is_id(text: str) -> bool:
    """Return whether an easier or harder entry names an exercise; anything else is words."""
    return SLUG.fullmatch(text) is not None


def read(record: Record) -> tuple[Exercise | None, list[Problem]]:
    """Return the exercise in one record, or None with what is wrong with it on its own."""
    exercise, problems = check(record, Exercise)
    if exercise is None:
        return None, problems
    return exercise, [*_frame_problems(exercise, record), *_place_problems(exercise, record)]


def front(exercise: Exercise, titles: dict[str, str]) -> tuple[str, ...]:
    """Return the texts on the front of the card, labels included; ids are replaced by their titles."""
    _, much, often, _ = exercise.amounts()[0]
    choices = [
        f"{label}: {titles.get(options[0], options[0])}"
        for label, options in (("Easier", exercise.easier), ("Harder", exercise.harder))
        if options
    ]
    return (
        exercise.title,
        exercise.goal,
        *(step.do for step in exercise.steps),
        f"{much}, {often}",
        exercise.stop,
        *choices,
    )


def _frame_problems(exercise: Exercise, record: Record) -> list[Problem]:
    problems = []
    last = len(exercise.frames)
    for number, step in enumerate(exercise.steps):
        if step.frame > last:
            text = f"there is no frame {step.frame}, expected 1 to {last}."
            problems.append(
                problem(record.file, record.line("steps", number, "frame"), f"steps.{number + 1}.frame", text)
            )
    shown = {step.frame for step in exercise.steps}
    for number in sorted(set(range(1, last + 1)) - shown):
        text = "no step names this frame. Tie a step to it, or delete it."
        problems.append(problem(record.file, record.line("frames", number - 1), f"frames.{number}", text))
    return problems


def _place_problems(exercise: Exercise, record: Record) -> list[Problem]:
    down = exercise.position == "kneeling" or exercise.position.startswith("lying")
    if down and exercise.surface != "mat":
        text = f'expected mat for an exercise done {exercise.position}, found "{exercise.surface}".'
        return [problem(record.file, record.line("surface"), "surface", text)]
    return []


def _listed(parts: tuple[str, ...]) -> str:
    if len(parts) == 1:
        return parts[0]
    comma = "," if len(parts) > 2 or any("," in part for part in parts) else ""  # noqa: PLR2004 a pair needs no comma
    return f"{', '.join(parts[:-1])}{comma} or {parts[-1]}"
