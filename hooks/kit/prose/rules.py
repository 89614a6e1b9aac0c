"""The rules that words are judged by: the lists of a file of rules."""

import re
from collections.abc import Mapping
from typing import Annotated

from kit.problem import Problem, shortened
from kit.record import check, read_yaml
from pydantic import AfterValidator, BaseModel, ConfigDict, Field

PART = re.compile(r"\\.|\[\^?\]?(?:\\.|[^\]\\])*\]|\((?:\?#[^)]*\))?|[*+]|\{\d*,\d*\}|\{\d+\}|[|)]", re.DOTALL)
"""A part of a pattern that tells where its groups and repeats are, or that hides signs which look like some."""
MANY = re.compile(r"[*+]|\{(?!\??[01]\}|0?,[01]\})")
"""How a repeat of more than one begins."""


def read_pattern(text: str) -> str:
    """Return a pattern; raise ValueError for one that Python cannot read, or over which it could sit for hours."""
    try:
        re.compile(text)
    except (re.error, OverflowError, RecursionError) as error:
        raise ValueError(
            f'"{shortened(text)}" is no pattern of Python ({error}). Put a \\ before a sign that is meant itself.'
        ) from error
    if (group := _slow_group(text)) is not None:
        raise ValueError(
            f'"{shortened(group)}" is repeated and holds a repeat or a choice, which can take hours to search. '
            "Expected repeats of plain words or signs."
        )
    return text


def _slow_group(pattern: str) -> str | None:
    """Return the first group of a pattern that is repeated and holds a repeat or alternatives, if any."""
    open_at: list[int] = []
    held: list[bool] = [False]
    for part in PART.finditer(pattern):
        if part[0] == "(":
            open_at.append(part.start())
            held.append(False)
        elif part[0] == ")":
            start, inside = open_at.pop(), held.pop()
            if inside and MANY.match(pattern, part.end()):
                return pattern[start : part.end()]
            held[-1] |= inside
        elif part[0] == "|" or MANY.match(part[0]):
            held[-1] = True
    return None


Pattern = Annotated[str, AfterValidator(read_pattern)]


class Phrases(BaseModel):
    """Phrases that reader pages avoid, and what to say instead."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    words: tuple[str, ...] = Field(min_length=1)
    say: str


class Allowance(BaseModel):
    """One place where a phrase may stand: a page, a piece of the sentence, and why. Reading fills in the line."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    file: str
    text: str
    reason: str = Field(min_length=10)
    line: int = 0


class Rule(BaseModel):
    """A rule that many pages tell: a sentence that fits `about` says `says`, and never `never` (patterns).

    `fact` is its id in facts.yml, where the rule stands in full. Reading fills in the line.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    fact: str
    about: Pattern
    says: Pattern = ""
    never: Pattern = ""
    tell: str = Field(min_length=10)
    line: int = 0


class NotYet(BaseModel):
    """A page whose running prose does not flow yet. Reading fills in the line."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    file: str
    line: int = 0


class Lists(BaseModel):
    """The lists of a file of rules; `emergency` is the page that has to have a list which anybody can read."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    forbidden: tuple[Phrases, ...]
    promises: tuple[Phrases, ...]
    british: Mapping[str, str]
    allowed: tuple[Allowance, ...]
    rules: tuple[Rule, ...] = ()
    not_yet: tuple[NotYet, ...] = ()
    emergency: str | None = None


def read_lists(text: str, *, file: str) -> tuple[Lists | None, list[Problem]]:
    """Return the lists in a file of rules, or None with what is wrong in it."""
    record, problems = read_yaml(text, file=file)
    if record is None:
        return None, problems
    lists, problems = check(record, Lists)
    if lists is None:
        return None, problems
    placed = {
        key: tuple(
            one.model_copy(update={"line": record.line(key, number)}) for number, one in enumerate(getattr(lists, key))
        )
        for key in ("allowed", "rules", "not_yet")
    }
    return lists.model_copy(update=placed), []
