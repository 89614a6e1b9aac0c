"""A dose: how much of an exercise, for the start, for later and for a flare day, and how it is said in words."""

import re
from dataclasses import dataclass
from typing import Annotated, Any, Self

from kit.exercises.vocabulary import Count
from kit.phrase import Counted, fill
from kit.words import Basis, DoseWords
from pydantic import BaseModel, ConfigDict, GetCoreSchemaHandler, GetJsonSchemaHandler, model_validator
from pydantic_core import CoreSchema, core_schema

DAYS = 7
SPAN = re.compile(r"(\d{1,4})(?:\s*-\s*(\d{1,4}))?")


@dataclass(frozen=True)
class Span:
    """A whole number, or a range of them such as 8-10."""

    low: int
    high: int

    def say(self, words: DoseWords) -> str:
        """Return `8` or `8 to 10`, as people read it."""
        return str(self.low) if self.low == self.high else fill(words.range, low=self.low, high=self.high)


@dataclass(frozen=True)
class Within:
    """The least and the most that a span may hold; reads a whole number or text such as `8-10`."""

    least: int
    most: int

    def __get_pydantic_core_schema__(self, source: object, handler: GetCoreSchemaHandler) -> CoreSchema:
        """Return the reader of a span: pydantic calls this."""
        return core_schema.no_info_plain_validator_function(self.read)

    def __get_pydantic_json_schema__(self, schema: CoreSchema, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        """Return what an editor checks: a number in range, or two of them with a hyphen."""
        return {
            "anyOf": [
                {"type": "integer", "minimum": self.least, "maximum": self.most},
                {"type": "string", "pattern": r"^\d{1,4}-\d{1,4}$"},
            ],
            "description": f"A whole number from {self.least} to {self.most}, or a range such as 8-10.",
        }

    def read(self, value: object) -> Span:
        """Return the span that a value from YAML holds; raise ValueError saying what was expected."""
        if isinstance(value, Span):
            return value
        match = SPAN.fullmatch(str(value)) if isinstance(value, int | str) and not isinstance(value, bool) else None
        if match is None:
            raise ValueError(f"expected a whole number or a range such as 8-10, found {_shown(value)}.")
        low, high = int(match[1]), int(match[2] or match[1])
        if not self.least <= low <= high <= self.most:
            raise ValueError(f"expected {self.least} to {self.most}, found {_shown(value)}.")
        return Span(low, high)


class Amount(BaseModel):
    """How much at one stage. A walk has minutes; everything else has repeats."""

    model_config = ConfigDict(defer_build=True, frozen=True, extra="forbid")

    sets: Annotated[Span, Within(1, 5)] = Span(1, 1)
    reps: Annotated[Span, Within(1, 60)] | None = None
    hold_s: Annotated[Span, Within(1, 120)] | None = None
    minutes: Annotated[Span, Within(1, 60)] | None = None
    rest_s: Annotated[Span, Within(0, 300)] | None = None
    days_a_week: Annotated[Span, Within(1, DAYS)] | None = None
    when: str | None = None
    basis: Basis
    note: str | None = None

    @model_validator(mode="after")
    def _whole(self) -> Self:
        if (self.reps is None) == (self.minutes is None):
            raise ValueError("expected either reps or minutes. Give one of the two.")
        if (self.days_a_week is None) == (self.when is None):
            raise ValueError('expected either days_a_week or when (such as "on any walk"). Give one of the two.')
        return self


class Dose(BaseModel):
    """The amounts of an exercise: the first two weeks, where to head, and a day on which less is right."""

    model_config = ConfigDict(defer_build=True, frozen=True, extra="forbid")

    start: Amount
    build: Amount | None = None
    flare: Amount | None = None


def how_much(amount: Amount, words: DoseWords, count: Count, *, each_side: bool) -> str:
    """Return the amount of one session in words: `2 sets of 8 to 10 each side, hold 5 seconds`."""
    in_sets = amount.sets.high > 1
    if amount.minutes:
        much = _counted(amount.minutes, words.minute, words)
    elif count.name is not None:
        much = _counted(amount.reps, count.name, words)
    elif in_sets or (each_side and amount.reps != Span(1, 1)):
        much = _said(amount.reps, words)
    else:
        much = words.once if amount.reps == Span(1, 1) else fill(words.times, number=_said(amount.reps, words))
    much = fill(words.sets, sets=amount.sets.say(words), much=much) if in_sets else much
    much = fill(words.each_side, much=much) if each_side else much
    return fill(words.hold, much=much, time=_counted(amount.hold_s, words.second, words)) if amount.hold_s else much


def how_often(amount: Amount, words: DoseWords) -> str:
    """Return how often in words: `2 to 3 days a week`, or what `when` says."""
    days = amount.days_a_week
    if amount.when is not None or days is None:
        return amount.when or ""
    if days.high == DAYS:
        return words.every_day if days.low == DAYS else fill(words.at_least, number=days.low)
    return _counted(days, words.day, words)


def rest(amount: Amount, words: DoseWords) -> str:
    """Return how long to rest between repeats or sets in words, or nothing."""
    return _counted(amount.rest_s, words.second, words) if amount.rest_s and amount.rest_s.high else ""


def seconds(amount: Amount, count: Count, *, each_side: bool) -> int:
    """Return about how long one session takes at most, rests included."""
    sides = 2 if each_side else 1
    pause = amount.rest_s.high if amount.rest_s else 0
    sets = amount.sets.high
    if amount.minutes:
        return sets * sides * amount.minutes.high * 60 + (sets - 1) * pause
    hold = amount.hold_s.high if amount.hold_s else 0
    repeats = sets * sides * (amount.reps.high if amount.reps else 0)
    return repeats * (count.seconds + hold) + (repeats - 1 if hold else sets - 1) * pause


def _counted(span: Span | None, phrase: Counted, words: DoseWords) -> str:
    return phrase.say(_said(span, words))


def _said(span: Span | None, words: DoseWords) -> str:
    return span.say(words) if span else ""


def _shown(value: object) -> str:
    return f'"{value}"' if isinstance(value, str) else str(value).lower() if isinstance(value, bool) else str(value)
