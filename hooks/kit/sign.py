"""A warning sign: what tells a reader to get help, how soon, in long and in short words, and in words of search."""

from kit.entry import Entry, Slug, read_entries
from kit.phrase import Text
from kit.problem import Problem
from kit.words.names import Level
from pydantic import BaseModel, ConfigDict


class Sign(BaseModel):
    """One entry of `signs.yml`: how soon to get help, the sign in full and in short, and words people search for."""

    model_config = ConfigDict(defer_build=True, frozen=True, extra="forbid")

    id: Slug
    level: Level
    text: Text
    short: Text | None = None
    words: tuple[Text, ...] = ()


def read_signs(source: str | bytes, *, file: str) -> tuple[tuple[Entry[Sign], ...], list[Problem]]:
    """Return every sign of a YAML list that reads well, with a problem for each that does not."""
    return read_entries(source, Sign, file=file, id_key="id")


def in_short(signs: tuple[Sign, ...], level: Level) -> tuple[str, ...]:
    """Return the signs of a level in short, those that have short words, in the order of the file."""
    return tuple(sign.short for sign in signs if sign.level == level and sign.short)
