"""An exercise: the model of its front matter, and what follows from it without being typed."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from pathlib import PurePosixPath
from typing import Annotated, Any, Literal, Self

from kit.bodies.pose import Pose
from kit.exercises.dose import Dose, beyond
from kit.exercises.vocabulary import FILLED, Count, Vocabulary
from kit.problem import Problem, counted, did_you_mean, problem
from kit.record import Day, Record, check
from pydantic import BaseModel, ConfigDict, Field, GetCoreSchemaHandler, GetJsonSchemaHandler, model_validator
from pydantic_core import CoreSchema, core_schema

SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
Side = Literal["both together", "each side", "each side in turn", "taking turns", "no sides"]
"""How left and right share a dose. With `each side` it is done with both, all with one and then with the other, or in
turn; with `taking turns` it counts both together."""
PLAIN = Count(seconds=4)
"""Repeats of a guide that does not say what it counts in."""
PRINTS = frozenset({".png", ".jpg", ".jpeg", ".svg"})


@dataclass(frozen=True)
class Limit:
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
    image: Annotated[str, Field(pattern=r"^[a-z0-9][a-z0-9./-]*$")] | None = None
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
    equipment: tuple[str, ...] = ()
    areas: Annotated[tuple[str, ...], Field(max_length=6)] = ()
    movements: tuple[str, ...] = ()
    level: Annotated[int, Field(ge=1)] | None = None
    side: Side = "no sides"
    steps: Annotated[tuple[Step, ...], Field(min_length=2, max_length=6)]
    repeat: Annotated[str, Limit(20)] | None = None
    counted_in: str | None = None
    dose: Dose | None = None
    breathing: Annotated[str, Limit(20)] | None = None
    feel: Annotated[str, Limit(25)] | None = None
    mistakes: Annotated[tuple[Annotated[str, Limit(15)], ...], Field(max_length=3)] = ()
    easier: Annotated[tuple[Annotated[str, Limit(15)], ...], Field(max_length=3)] = ()
    harder: Annotated[tuple[Annotated[str, Limit(15)], ...], Field(max_length=3)] = ()
    stop_if: Annotated[tuple[Annotated[str, Limit(15)], ...], Field(max_length=4)] = ()
    ask_first: Annotated[tuple[Annotated[str, Limit(25)], ...], Field(max_length=4)] = ()
    evidence: tuple[Annotated[str, Field(pattern=rf"^{SLUG.pattern}$")], ...] = ()
    version: Annotated[int, Field(ge=1)]
    changes: tuple[Change, ...] = ()
    reviewed: Day
    person: Literal["ada", "ben", "mei", "omar", "rosa", "zara"] | None = None
    frames: Annotated[tuple[Frame, ...], Field(min_length=1, max_length=6)]
    related: tuple[str, ...] = ()

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


def count_words(text: str) -> int:
    """Return the number of words with a letter or digit, as a reader counts them."""
    return sum(any(letter.isalnum() for letter in word) for word in text.split())


def is_id(text: str) -> bool:
    """Return whether an easier or harder entry names an exercise; anything else is words."""
    return SLUG.fullmatch(text) is not None


def read(record: Record, vocabulary: Vocabulary) -> tuple[Exercise | None, list[Problem]]:
    """Return the exercise in one record, or None with what is wrong with it on its own."""
    exercise, problems = check(record, Exercise)
    if exercise is None:
        return None, problems
    strange = [*_missing(exercise, record, vocabulary), *_strange(exercise, record, vocabulary)]
    strange += _frameless(exercise, record)
    strange += _unborn(exercise, record)
    problems = [*strange, *_unshown(exercise, record), *_picture_problems(exercise, record)]
    problems += _place_problems(exercise, record, vocabulary)
    problems += _dose_problems(exercise, record, vocabulary)
    return (None if strange else exercise), problems


def _missing(exercise: Exercise, record: Record, vocabulary: Vocabulary) -> Iterator[Problem]:
    """Yield a problem for each key that the vocabulary asks of every exercise and this one lacks."""
    given = exercise.model_fields_set
    for key in vocabulary.must:
        if key == "poses":
            for number, frame in enumerate(exercise.frames):
                if frame.pose is None:
                    text = "expected a pose: every frame of this guide has one."
                    yield problem(record.file, record.line("frames", number), f"frames.{number + 1}.pose", text)
        elif key in {"dose.build", "dose.flare"}:
            if exercise.dose is not None and getattr(exercise.dose, key.removeprefix("dose.")) is None:
                yield problem(record.file, record.line("dose"), key, "this key is missing. Add it.")
        elif key not in given:
            yield problem(record.file, record.line(), key, f"this key is missing. {_how_to_add(key, vocabulary)}")
        elif getattr(exercise, key) is None:
            yield problem(record.file, record.line(key), key, "nothing follows this key. Fill it in.")
        elif key in FILLED and not getattr(exercise, key):
            yield problem(record.file, record.line(key), key, "expected 1 or more entries, found 0.")


def _how_to_add(key: str, vocabulary: Vocabulary) -> str:
    if key == "movements":
        return f"Add those that it does of {', '.join(vocabulary.movements)}; or [] for none of them."
    return "Add it."


def _strange(exercise: Exercise, record: Record, vocabulary: Vocabulary) -> Iterator[Problem]:
    """Yield a problem for each word that the vocabulary does not have."""
    one: tuple[tuple[str, str | None, list[str]], ...] = (
        ("kind", exercise.kind, list(vocabulary.kinds)),
        ("position", exercise.position, list(vocabulary.positions)),
        ("surface", exercise.surface, list(vocabulary.surfaces)),
        ("counted_in", exercise.counted_in, list(vocabulary.counts)),
    )
    many: tuple[tuple[str, tuple[str, ...], tuple[str, ...]], ...] = (
        ("equipment", exercise.equipment, vocabulary.equipment),
        ("areas", exercise.areas, vocabulary.areas),
        ("movements", exercise.movements, vocabulary.movements),
    )
    places: list[tuple[tuple[str | int, ...], str, list[str]]] = [
        *(((key,), word, known) for key, word, known in one if word is not None),
        *(((key, at), word, list(known)) for key, words, known in many for at, word in enumerate(words)),
    ]
    for path, word, known in places:
        if word not in known:
            rule = ".".join(str(part + 1) if isinstance(part, int) else part for part in path)
            expected = ", ".join(known) or "none, since the vocabulary lists none"
            text = f'expected {expected}, found "{word}".{did_you_mean(word, known)}'
            yield problem(record.file, record.line(*path), rule, text)
    if exercise.level is not None and exercise.level > len(vocabulary.levels):
        text = f"expected 1 to {len(vocabulary.levels)}, found {exercise.level}."
        yield problem(record.file, record.line("level"), "level", text)


def _frameless(exercise: Exercise, record: Record) -> Iterator[Problem]:
    """Yield a problem for each step whose frame is not there."""
    last = len(exercise.frames)
    for number, step in enumerate(exercise.steps):
        if step.frame > last:
            text = f"there is no frame {step.frame}, expected 1 to {last}."
            rule = f"steps.{number + 1}.frame"
            yield problem(record.file, record.line("steps", number, "frame"), rule, text)


def _unborn(exercise: Exercise, record: Record) -> Iterator[Problem]:
    """Yield a problem for each change of a version that there has not been yet."""
    for index, change in enumerate(exercise.changes):
        if change.version > exercise.version:
            text = f"there is no version {change.version} yet, this exercise is at version {exercise.version}."
            yield problem(record.file, record.line("changes", index, "version"), f"changes.{index + 1}.version", text)


def _unshown(exercise: Exercise, record: Record) -> Iterator[Problem]:
    """Yield a problem for each frame that no step names."""
    shown = {step.frame for step in exercise.steps}
    if max(shown, default=0) > len(exercise.frames):
        return  # that step may have meant any
    for number in range(1, len(exercise.frames) + 1):
        if number not in shown:
            text = "no step names this frame. Tie a step to it, or delete it."
            yield problem(record.file, record.line("frames", number - 1), f"frames.{number}", text)


def _picture_problems(exercise: Exercise, record: Record) -> Iterator[Problem]:
    """Yield a problem for each picture that is of no kind which browsers show and sheets print."""
    for number, frame in enumerate(exercise.frames):
        if frame.image is not None and PurePosixPath(frame.image).suffix not in PRINTS:
            text = f'"{frame.image}" cannot be printed, expected a file that ends in {", ".join(sorted(PRINTS))}.'
            yield problem(record.file, record.line("frames", number, "image"), f"frames.{number + 1}.image", text)


def _dose_problems(exercise: Exercise, record: Record, vocabulary: Vocabulary) -> Iterator[Problem]:
    """Yield a problem for each part of a dose that is beyond the limits of the guide, or does not fit the exercise."""
    count, each_side = count_of(exercise, vocabulary), exercise.each_side
    for stage, amount in exercise.dose or ():
        if amount is None:
            continue
        for key, most in beyond(amount, vocabulary.limits, count, each_side=each_side):
            text = f"expected at most {most}, found {getattr(amount, key, None)}."
            if key == "session":
                text = f"one session takes more than {counted(most, 'minute', 'minutes')}. Ask for less."
            elif not most:
                text = f"expected no {key} beside minutes. Take it out."
            path = ["dose", stage] if key == "session" else ["dose", stage, key]
            yield problem(record.file, record.line(*path), ".".join(path), text)
        unfit = {
            "side": 'expected no side where an exercise is not of "each side". Take it out.' if not each_side else "",
            "load": "expected no load beside minutes. Take it out." if amount.minutes else "",
        }
        for key, text in unfit.items():
            if text and getattr(amount, key):
                yield problem(record.file, record.line("dose", stage, key), f"dose.{stage}.{key}", text)


def _place_problems(exercise: Exercise, record: Record, vocabulary: Vocabulary) -> list[Problem]:
    position = vocabulary.positions.get(exercise.position or "")
    if position is not None and position.needs_floor and not needs_floor(exercise, vocabulary):
        floors = " or ".join(name for name, surface in vocabulary.surfaces.items() if surface.floor)
        text = f'expected {floors} for an exercise done {exercise.position}, found "{exercise.surface}".'
        return [problem(record.file, record.line("surface"), "surface", text)]
    return []
