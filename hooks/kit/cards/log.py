"""The two sheets that people fill in: the walking plan, week by week, and the log of four weeks."""

from collections.abc import Collection, Iterator
from typing import Annotated

from kit.key_path import rule_of
from kit.phrase import Counted, Text, blanks, fill
from kit.problem import Problem, did_you_mean, problem
from kit.record import Record, check, read_yaml
from pydantic import BaseModel, ConfigDict, Field


class Named(BaseModel):
    """A short name in bold, and what it stands for."""

    model_config = ConfigDict(defer_build=True, frozen=True, extra="forbid")

    name: Text
    text: Text


class Stage(BaseModel):
    """One row of the plan: so many days of so many minutes, some of them brisk."""

    model_config = ConfigDict(defer_build=True, frozen=True, extra="forbid")

    week: Annotated[int, Field(ge=1, le=52)]
    days: Annotated[int, Field(ge=1, le=7)]
    minutes: Annotated[int, Field(ge=1, le=120)]
    brisk: Annotated[int, Field(ge=0, le=120)]


class Head(BaseModel):
    """The heads of the columns of the plan."""

    model_config = ConfigDict(defer_build=True, frozen=True, extra="forbid")

    week: Text
    walks: Text
    brisk: Text
    ticks: Text


class Plan(BaseModel):
    """The file `walking-plan.yml`; `walk` are the words of a cell, `days` and `minutes` what stands in its braces."""

    model_config = ConfigDict(defer_build=True, frozen=True, extra="forbid")

    title: Text
    text: Text
    page: Text
    head: Head
    stages: Annotated[tuple[Stage, ...], Field(min_length=1, max_length=14)]
    walk: Annotated[str, blanks("days", "minutes")]
    days: Counted
    minutes: Counted
    none: Text
    notes: tuple[Named, ...]
    rules: Annotated[tuple[Named, ...], Field(min_length=1, max_length=3)]

    @property
    def rows(self) -> list[dict[str, str | int]]:
        """The cells of each row, and how many boxes it has."""
        return [
            {
                "week": str(stage.week),
                "walks": fill(self.walk, days=self.days.say(stage.days), minutes=self.minutes.say(stage.minutes)),
                "brisk": self.minutes.say(stage.brisk) if stage.brisk else self.none,
                "boxes": stage.days,
            }
            for stage in self.stages
        ]


class Log(BaseModel):
    """The file `log.yml`."""

    model_config = ConfigDict(defer_build=True, frozen=True, extra="forbid")

    title: Text
    text: Text
    page: Text
    week: Text
    start: Annotated[Text, Field(alias="from")]
    rows: Annotated[tuple[Text, ...], Field(min_length=1, max_length=4)]
    exercises: Annotated[int, Field(ge=0, le=4)]
    exercise: Text
    rules: Annotated[tuple[Named, ...], Field(max_length=3)]


def read_plan(text: str | bytes, pages: Collection[str], *, file: str) -> tuple[Plan | None, list[Problem]]:
    """Return the plan in one YAML text, or None with every key that is wrong; `pages` are the pages of the site."""
    record, problems = read_yaml(text, file=file)
    if record is None:
        return None, problems
    plan, problems = check(record, Plan)
    return plan, problems or [*_missing(plan, record, pages), *_odd_stages(plan, record)]


def read_log(text: str | bytes, pages: Collection[str], *, file: str) -> tuple[Log | None, list[Problem]]:
    """Return the log in one YAML text, or None with every key that is wrong; `pages` are the pages of the site."""
    record, problems = read_yaml(text, file=file)
    if record is None:
        return None, problems
    log, problems = check(record, Log)
    return log, problems or _missing(log, record, pages)


def _odd_stages(plan: Plan | None, record: Record) -> Iterator[Problem]:
    """Yield a problem for each row that does not follow the one before, or has more brisk minutes than minutes."""
    stages = plan.stages if plan else ()
    for number, stage in enumerate(stages):
        wrong = {}
        if number and stage.week != (due := stages[number - 1].week + 1):
            wrong["week"] = f"expected {due} after the row before, found {stage.week}: each week has its row, in order."
        if stage.brisk > stage.minutes:
            wrong["brisk"] = f"expected at most the minutes of this row ({stage.minutes}), found {stage.brisk}."
        for key, text in wrong.items():
            path = ("stages", number, key)
            yield problem(record.file, record.line(*path), rule_of(path), text)


def _missing(sheet: Plan | Log | None, record: Record, pages: Collection[str]) -> list[Problem]:
    if sheet is None or sheet.page in pages:
        return []
    text = f'there is no page "{sheet.page}".{did_you_mean(sheet.page, pages)}'
    return [problem(record.file, record.line("page"), "page", text)]
