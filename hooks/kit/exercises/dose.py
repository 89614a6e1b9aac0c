"""A dose: how much of an exercise, for the start, for later and for a flare day, and how it is said in words."""

import re
from dataclasses import dataclass
from typing import Annotated, Any, Literal, Self

from pydantic import BaseModel, ConfigDict, GetCoreSchemaHandler, GetJsonSchemaHandler, model_validator
from pydantic_core import CoreSchema, core_schema

MOVE_S = 4
"""Seconds that one slow repeat takes besides its hold: our own estimate, used for time only."""
STEP_S = 1
"""Seconds that one slow step takes: our own estimate, used for time only."""
DAYS = 7
SPAN = re.compile(r"(\d{1,4})(?:\s*-\s*(\d{1,4}))?")

CountedIn = Literal["repeats", "steps", "slopes"]
Basis = Literal["trial", "guideline", "usual practice", "editorial"]
SOURCES: dict[Basis, str] = {
    "trial": "a trial",
    "guideline": "a guideline",
    "usual practice": "leaflets of hospitals and health services",
    "editorial": "our own suggestion",
}


@dataclass(frozen=True)
class Span:
    """A whole number, or a range of them such as 8-10."""

    low: int
    high: int

    def __str__(self) -> str:
        """Return `8` or `8 to 10`, as people read it."""
        return str(self.low) if self.low == self.high else f"{self.low} to {self.high}"


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

    model_config = ConfigDict(frozen=True, extra="forbid")

    sets: Annotated[Span, Within(1, 5)] = Span(1, 1)
    reps: Annotated[Span, Within(1, 60)] | None = None
    hold_s: Annotated[Span, Within(1, 120)] | None = None
    minutes: Annotated[Span, Within(1, 60)] | None = None
    rest_s: Annotated[Span, Within(0, 300)] | None = None
    days_a_week: Annotated[Span, Within(1, DAYS)] | None = None
    when: str | None = None
    basis: Basis
    note: str | None = None

    @property
    def source(self) -> str:
        """Where the amount comes from, in plain words."""
        return SOURCES[self.basis]

    @model_validator(mode="after")
    def _whole(self) -> Self:
        if (self.reps is None) == (self.minutes is None):
            raise ValueError("expected either reps or minutes. Give one of the two.")
        if (self.days_a_week is None) == (self.when is None):
            raise ValueError('expected either days_a_week or when (such as "on any walk"). Give one of the two.')
        return self


class Dose(BaseModel):
    """The three amounts of an exercise: the first two weeks, where to head, and a day when the back is sore."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    start: Amount
    build: Amount
    flare: Amount


def how_much(amount: Amount, *, each_side: bool, counted_in: CountedIn) -> str:
    """Return the amount of one session in words: `2 sets of 8 to 10 each side, hold 5 seconds`."""
    side = " each side" if each_side else ""
    sets = f"{amount.sets} sets of " if amount.sets.high > 1 else ""
    if amount.minutes:
        much = f"{sets}{amount.minutes} {_plural('minute', amount.minutes)}{side}"
    elif counted_in == "repeats":
        once = amount.reps == Span(1, 1) and not sets
        count = "once" if once else str(amount.reps) if sets or side else f"{amount.reps} times"
        much = f"{sets}{count}{side}"
    else:
        much = f"{sets}{amount.reps} {_plural(counted_in[:-1], amount.reps)}{side}"
    hold = f", hold {amount.hold_s} {_plural('second', amount.hold_s)}" if amount.hold_s else ""
    return much + hold


def how_often(amount: Amount) -> str:
    """Return how often in words: `2 to 3 days a week`, or what `when` says."""
    if amount.when is not None:
        return amount.when
    days = amount.days_a_week
    if days is not None and days.high == DAYS:
        return "every day" if days.low == DAYS else f"{days.low} or more days a week"
    return f"{amount.days_a_week} {_plural('day', amount.days_a_week)} a week"


def seconds(amount: Amount, *, each_side: bool, counted_in: CountedIn) -> int:
    """Return about how long one session takes at most, rests included."""
    sides = 2 if each_side else 1
    rest = amount.rest_s.high if amount.rest_s else 0
    sets = amount.sets.high
    if amount.minutes:
        return sets * sides * amount.minutes.high * 60 + (sets - 1) * rest
    assert amount.reps is not None  # noqa: S101 checked when the amount was read
    if counted_in == "slopes":
        return sets * amount.reps.high * 120
    move = STEP_S if counted_in == "steps" else MOVE_S
    hold = amount.hold_s.high if amount.hold_s else 0
    repeats = sets * sides * amount.reps.high
    return repeats * (move + hold) + (repeats - 1 if hold else sets - 1) * rest


def _plural(noun: str, span: Span | None) -> str:
    return noun if span == Span(1, 1) else noun + "s"


def _shown(value: object) -> str:
    return f'"{value}"' if isinstance(value, str) else str(value).lower() if isinstance(value, bool) else str(value)
