"""A dose: how much of an exercise, for the start, for later and for a flare day, and how it is said in words."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Annotated, Any, Literal, Self

from kit.exercises.vocabulary import Count, Limits
from kit.phrase import Counted, fill
from kit.record import Once
from kit.words.exercise import DoseWords
from kit.words.names import Basis
from pydantic import BaseModel, ConfigDict, GetCoreSchemaHandler, GetJsonSchemaHandler, model_validator
from pydantic_core import CoreSchema, core_schema

DAYS = 7
Weekday = Literal["mo", "tu", "we", "th", "fr", "sa", "su"]
WEEK: tuple[Weekday, ...] = ("mo", "tu", "we", "th", "fr", "sa", "su")
MUCH = ("sets", "reps", "minutes", "hold_s")
OFTEN = ("days_a_week", "times_a_day")
SPAN = re.compile(r"(\d{1,4})(?:\s*-\s*(\d{1,4}))?")


@dataclass(frozen=True)
class Span:
    """A whole number, or a range of them such as 8-10."""

    low: int
    high: int

    def __str__(self) -> str:
        """Return `8` or `8-10`, as files say it."""
        return str(self.low) if self.low == self.high else f"{self.low}-{self.high}"

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
        if low > high:
            raise ValueError(f'expected the smaller number first ("{high}-{low}"), found {_shown(value)}.')
        if not self.least <= low <= high <= self.most:
            raise ValueError(f"expected {self.least} to {self.most}, found {_shown(value)}.")
        return Span(low, high)


class Amount(BaseModel):
    """How much at one stage. A walk has minutes; everything else has repeats.

    `side` is for an exercise of each side that is done with one of them, `load` names one of the words, and `weekdays`
    are the days on which it is done.
    """

    model_config = ConfigDict(defer_build=True, frozen=True, extra="forbid")

    sets: Annotated[Span, Within(1, 5)] = Span(1, 1)
    reps: Annotated[Span, Within(1, 60)] | None = None
    hold_s: Annotated[Span, Within(1, 120)] | None = None
    minutes: Annotated[Span, Within(1, 60)] | None = None
    rest_s: Annotated[Span, Within(0, 300)] | None = None
    days_a_week: Annotated[Span, Within(1, DAYS)] | None = None
    times_a_day: Annotated[Span, Within(1, 6)] | None = None
    weekdays: Annotated[tuple[Weekday, ...], Once] = ()
    side: Literal["left", "right"] | None = None
    load: str | None = None
    when: str | None = None
    basis: Basis
    note: str | None = None

    @model_validator(mode="after")
    def _whole(self) -> Self:
        if (self.reps is None) == (self.minutes is None):
            raise ValueError("expected either reps or minutes. Give one of the two.")
        if sum(map(bool, (self.days_a_week, self.weekdays, self.when))) != 1:
            raise ValueError('expected one of days_a_week, weekdays or when (such as "on any walk"). Give one of them.')
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
    on_side = amount.side or ("each_side" if each_side else None)
    if amount.minutes:
        much = _counted(amount.minutes, words.minute, words)
    elif count.name is not None:
        much = _counted(amount.reps, count.name, words)
    elif in_sets or (on_side and amount.reps != Span(1, 1)):
        much = _said(amount.reps, words)
    else:
        much = words.once if amount.reps == Span(1, 1) else fill(words.times, number=_said(amount.reps, words))
    much = fill(words.sets, sets=amount.sets.say(words), much=much) if in_sets else much
    much = fill(getattr(words, on_side), much=much) if on_side else much
    if amount.hold_s:
        much = fill(words.hold, much=much, time=_counted(amount.hold_s, words.second, words))
    load = words.loads.get(amount.load, amount.load) if amount.load else None
    return fill(words.with_load, much=much, load=load) if load else much


def how_often(amount: Amount, words: DoseWords) -> str:
    """Return how often in words: `2 to 3 days a week, 2 times a day`, or what `when` says."""
    days = amount.when or _days(amount, words)
    times = _counted(amount.times_a_day, words.times_a_day, words) if amount.times_a_day else ""
    return fill(words.days_and_times, days=days, times=times) if times else days


def rest(amount: Amount, words: DoseWords) -> str:
    """Return how long to rest between repeats or sets in words, or nothing."""
    return _counted(amount.rest_s, words.second, words) if amount.rest_s and amount.rest_s.high else ""


def seconds(amount: Amount, count: Count, *, each_side: bool) -> int:
    """Return about how long one session takes at most, rests included."""
    sides = 2 if each_side and amount.side is None else 1
    pause = amount.rest_s.high if amount.rest_s else 0
    sets = amount.sets.high
    if amount.minutes:
        return sets * sides * amount.minutes.high * 60 + (sets - 1) * pause
    hold = amount.hold_s.high if amount.hold_s else 0
    repeats = sets * sides * (amount.reps.high if amount.reps else 0)
    return repeats * (count.seconds + hold) + (repeats - 1 if hold else sets - 1) * pause


def beyond(amount: Amount, limits: Limits, count: Count, *, each_side: bool) -> Iterator[tuple[str, int]]:
    """Yield each key whose number is beyond the limits, with the most of it (0 for one that does not belong there).

    `session` stands for too many minutes in all.
    """
    kind = limits.minutes if amount.minutes else limits.holds if amount.hold_s else limits.repeats
    most = kind.model_dump()
    much = [key for key in MUCH if getattr(amount, key) and getattr(amount, key).high > most.get(key, 0)]
    yield from ((key, most.get(key, 0)) for key in much)
    if not much and seconds(amount, count, each_side=each_side) > limits.session_minutes * 60:
        yield "session", limits.session_minutes
    for key in OFTEN:
        span, limit = getattr(amount, key), getattr(limits, key)
        if span and span.high > limit:
            yield key, limit


def _days(amount: Amount, words: DoseWords) -> str:
    days = amount.days_a_week
    if days is None:
        whole = len(amount.weekdays) == DAYS
        named = [words.weekdays[WEEK.index(day)] for day in amount.weekdays]
        return words.every_day if whole else fill(words.on_days, days=_listed(named, words))
    if days.high == DAYS:
        return words.every_day if days.low == DAYS else fill(words.at_least, number=days.low)
    return _counted(days, words.day, words)


def _listed(things: list[str], words: DoseWords) -> str:
    return ", ".join(things[:-1]) + words.and_ + things[-1] if len(things) > 1 else "".join(things)


def _counted(span: Span | None, phrase: Counted, words: DoseWords) -> str:
    return phrase.say(_said(span, words))


def _said(span: Span | None, words: DoseWords) -> str:
    return span.say(words) if span else ""


def _shown(value: object) -> str:
    return f'"{value}"' if isinstance(value, str) else str(value).lower() if isinstance(value, bool) else str(value)
