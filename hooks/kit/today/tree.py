"""A tree of questions: the signs that come first, what is asked after them, and one plain answer at the end."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Annotated

from kit.entry import OnAnySystem, Slug
from kit.phrase import Form, Text
from kit.record import Day, Once
from kit.words.names import Level, Stage
from pydantic import BaseModel, ConfigDict, Field

FIRST = "signs"
"""The name of the first question, by which nothing else can be called."""
PLACE = Form("[a-z0-9]+(-[a-z0-9]+)*(/[a-z0-9]+(-[a-z0-9]+)*)*", 'an address such as "where" or "where/feet"')
Place = Annotated[str, PLACE, OnAnySystem]
"""The id of a question or an answer: the end of its address."""
Title = Annotated[str, Field(min_length=1, max_length=60)]
About = Annotated[str, Field(min_length=50, max_length=160)]
Markdown = Annotated[str, Field(min_length=1, max_length=2000)]


class _Data(BaseModel):
    model_config = ConfigDict(defer_build=True, frozen=True, extra="forbid", populate_by_name=True)


class Choice(_Data):
    """One of the ways on from a question; with a `heading` it begins a group of them."""

    say: Text
    to: Text
    more: Text | None = None
    heading: Text | None = None


class SignList(_Data):
    """All signs of one level, and where whoever has one of them goes."""

    level: Level
    title: Text
    say: Text
    to: Text


class Signs(_Data):
    """The question that comes first, always."""

    title: Title
    lists: Annotated[tuple[SignList, ...], Field(min_length=1)]
    none: Choice


class Step(_Data):
    """What a question and an answer have in common: a page of their own."""

    title: Title
    description: About

    @property
    def full_title(self) -> str:
        """The title by which the page differs from all others."""
        return self.title


class Question(Step):
    """A question; `so_far` is what the answers before it have said, which tells it from the same on another path."""

    so_far: Text | None = None
    choices: Annotated[tuple[Choice, ...], Field(min_length=2, max_length=9)]

    @property
    def full_title(self) -> str:
        """The question, and what was said before it."""
        return f"{self.title} {self.so_far}" if self.so_far else self.title


class Reader(_Data):
    """Somebody for whom not every exercise is right: `bears` are ids of cautions that hold for them.

    In each position that `holds` names, they need one of these things to hold on to; none means not at all.
    """

    bears: tuple[Text, ...] = ()
    holds: dict[str, tuple[Text, ...]] = {}


class Card(_Data):
    """An exercise, and which of its amounts."""

    exercise: Text
    amount: Stage = "start"


class Answer(Step):
    """What to do today, when to come back, and when to get help; an answer of a `level` is all about that."""

    level: Level | None = None
    for_: Annotated[tuple[Text, ...], Field(alias="for")] = ()
    do: Markdown
    cards: Annotated[tuple[Card, ...], Field(max_length=2)] = ()
    later: Markdown
    help: Markdown
    pages: Annotated[tuple[Text, ...], Field(min_length=1, max_length=4), Once]


class Tree(_Data):
    """The file `today.yml`."""

    reviewed: Day
    signs: Signs
    questions: dict[Place, Question] = {}
    readers: dict[Slug, Reader] = {}
    answers: Annotated[dict[Place, Answer], Field(min_length=1)]


@dataclass(frozen=True)
class Today:
    """A tree without a fault, and what follows from its shape."""

    tree: Tree

    @cached_property
    def most(self) -> int:
        """How many questions the longest path has."""
        return max(self.numbers.values())

    @cached_property
    def numbers(self) -> Mapping[str, int]:
        """The number of each question, from 1, on the longest path to it."""
        return numbered(ways(self.tree), self.tree.questions)

    @cached_property
    def before(self) -> Mapping[str, tuple[str, ...]]:
        """The questions from which one comes to each question and answer."""
        found: dict[str, list[str]] = {}
        for name, following in ways(self.tree).items():
            for target in dict.fromkeys(following):
                found.setdefault(target, []).append(name)
        return {name: tuple(places) for name, places in found.items()}


def ways(tree: Tree) -> dict[str, tuple[str, ...]]:
    """Return where each question leads, in its own order."""
    first = (*(each.to for each in tree.signs.lists), tree.signs.none.to)
    return {FIRST: first} | {name: tuple(each.to for each in asked.choices) for name, asked in tree.questions.items()}


def numbered(leads: Mapping[str, tuple[str, ...]], questions: Mapping[str, Question]) -> dict[str, int]:
    """Return the number of each question that a path without loops comes to."""
    found = {FIRST: 1}
    waiting = [FIRST]
    while waiting:
        name = waiting.pop()
        for target in leads[name]:
            if target in questions and found.get(target, 0) <= found[name]:
                found[target] = found[name] + 1
                waiting.append(target)
    return found
