"""The rules that words are judged by: the lists of a file of rules."""

from collections.abc import Mapping

from kit.problem import Problem
from kit.record import check, read_yaml
from pydantic import BaseModel, ConfigDict, Field


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
    about: str
    says: str = ""
    never: str = ""
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
