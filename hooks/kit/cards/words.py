"""The words of a sheet that belong to no exercise: labels, instructions, emergency signs and licence."""

from typing import Annotated, Literal

from kit.cards.sheet import LayoutId, Sides
from kit.problem import Problem
from kit.record import check, read_yaml
from kit.template_text import only_placeholders
from pydantic import BaseModel, ConfigDict, Field

Text = Annotated[str, Field(min_length=1)]


class Name(BaseModel):
    """What a layout, or a way to use the sides of the paper, is called, and when it is right."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    title: Text
    text: Text


class Words(BaseModel):
    """The file `words.yml` of the folder of cards."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    language: Text
    publisher: Text
    licence: Text
    credit: Annotated[Text, only_placeholders("version", "date", "licence")]
    checked: Text
    emergency: Text
    signs: Text
    ruler: Text
    layouts: dict[LayoutId | Literal["sheet"], Name]
    sides: dict[Sides, Name]
    code: Text
    start: Text
    stop: Text
    build: Text
    flare: Text
    mistakes: Text
    breathing: Text
    easier: Text
    harder: Text
    ticks: Text
    days: Annotated[tuple[Text, ...], Field(min_length=7, max_length=7)]


def read_words(text: str, *, file: str) -> tuple[Words | None, list[Problem]]:
    """Return the words in one YAML text, or None with every key that is wrong."""
    record, problems = read_yaml(text, file=file)
    if record is None:
        return None, problems
    return check(record, Words)
