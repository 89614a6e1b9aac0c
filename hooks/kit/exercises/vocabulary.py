"""A vocabulary: the words that the exercises of a guide may use, what each entry must have, and what follows."""

from typing import Annotated, Literal

from kit.phrase import Counted, Text
from kit.problem import Problem, did_you_mean, problem
from kit.record import Once, check, read_yaml
from pydantic import BaseModel, ConfigDict, Field

Needed = Literal[
    "position",
    "surface",
    "equipment",
    "areas",
    "movements",
    "level",
    "side",
    "repeat",
    "dose",
    "dose.build",
    "dose.flare",
    "breathing",
    "feel",
    "mistakes",
    "easier",
    "harder",
    "stop_if",
    "ask_first",
    "evidence",
    "person",
    "poses",
]
"""Keys that a guide may ask of each of its exercises; `poses` asks for a pose in every frame."""
FILLED = frozenset({"stop_if", "areas"})
"""Lists that may not be empty where a guide asks for them: an empty one would say nothing."""


class _Data(BaseModel):
    model_config = ConfigDict(defer_build=True, frozen=True, extra="forbid")


class Kind(_Data):
    """A kind of exercise: its name, schema.org's category, and its place in a plan.

    `way_down` names the position beside which it is done: an exercise of this kind shows the way to the floor and
    comes along with every exercise that is done there. `last` is done after the others of its position.
    """

    name: Text
    category: Text | None = None
    way_down: Text | None = None
    last: bool = False


class Position(_Data):
    """A position: its name, the place where it is taken, whether that needs the floor, and whether one walks in it."""

    name: Text
    place: Text
    needs_floor: bool = False
    walks: bool = False


class Surface(_Data):
    """What an exercise is done on; `floor` when one has to get down to it, `place` when that decides the group."""

    floor: bool = False
    place: Text | None = None


class Count(_Data):
    """What repeats are counted in: the seconds that one takes, and its name."""

    seconds: Annotated[int, Field(ge=1, le=3600)]
    name: Counted | None = None


class Repeats(_Data):
    """The most of a dose in repeats."""

    sets: Annotated[int, Field(ge=1, le=5)] = 5
    reps: Annotated[int, Field(ge=1, le=60)] = 60


class Holds(Repeats):
    """The most of a dose in repeats that are held."""

    hold_s: Annotated[int, Field(ge=1, le=120)] = 120


class Minutes(_Data):
    """The most of a dose in minutes."""

    sets: Annotated[int, Field(ge=1, le=5)] = 5
    minutes: Annotated[int, Field(ge=1, le=60)] = 60


class Limits(_Data):
    """The most that a dose may say, by what it is made of; the least is 1. A session is all sets with their rests."""

    repeats: Repeats = Repeats()
    holds: Holds = Holds()
    minutes: Minutes = Minutes()
    days_a_week: Annotated[int, Field(ge=1, le=7)] = 7
    times_a_day: Annotated[int, Field(ge=1, le=6)] = 6
    session_minutes: Annotated[int, Field(ge=1, le=300)] = 120


class Vocabulary(_Data):
    """The file `vocabulary.yml` of the folder of exercises. Lists and mappings are in the order of the file."""

    must: Annotated[tuple[Needed, ...], Once] = ()
    front_words: Annotated[int, Field(ge=1, le=500)] = 60
    front_words_in_all: Annotated[int, Field(ge=1, le=500)] = 96
    kinds: dict[str, Kind] = {}
    places: dict[str, Text] = {}
    positions: dict[str, Position] = {}
    surfaces: dict[str, Surface] = {}
    equipment: Annotated[tuple[Text, ...], Once] = ()
    areas: Annotated[tuple[Text, ...], Once] = ()
    levels: Annotated[tuple[Text, ...], Once] = ()
    counts: dict[str, Count] = {}
    limits: Limits = Limits()
    movements: Annotated[tuple[Text, ...], Once] = ()


def read_vocabulary(source: str | bytes, *, file: str) -> tuple[Vocabulary | None, list[Problem]]:
    """Return the vocabulary in one YAML text, or None with every key that is wrong or names nothing."""
    record, problems = read_yaml(source, file=file)
    if record is None:
        return None, problems
    found, problems = check(record, Vocabulary)
    if found is None:
        return None, problems
    for path, name, known in _named(found):
        if name not in known:
            text = f'"{name}" is not in the list, expected one of: {", ".join(known)}.{did_you_mean(name, known)}'
            problems.append(problem(file, record.line(*path), ".".join(path), text))
    return (None, problems) if problems else (found, [])


def _named(found: Vocabulary) -> list[tuple[tuple[str, ...], str, list[str]]]:
    """Return each place where the vocabulary names an entry of its own, with that name and the names there are."""
    places, positions = list(found.places), list(found.positions)
    return [
        *((("positions", key, "place"), each.place, places) for key, each in found.positions.items()),
        *((("surfaces", key, "place"), each.place, places) for key, each in found.surfaces.items() if each.place),
        *((("kinds", key, "way_down"), each.way_down, positions) for key, each in found.kinds.items() if each.way_down),
    ]
