"""Entries: values that each have an id and know their lines, one to a file or many in a YAML list."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Annotated, Generic, TypeVar

from kit.problem import Problem, problem
from kit.record import Path, Record, check, read_yaml, rule_of
from kit.yaml_text import shortened
from pydantic import AfterValidator, BaseModel, Field

SLUG = r"^[a-z0-9]+(-[a-z0-9]+)*$"


def _slug(text: str) -> str:
    if re.fullmatch(SLUG, text) is None:
        raise ValueError(f'expected small letters, digits and single hyphens, found "{shortened(text)}".')
    return text


Slug = Annotated[str, AfterValidator(_slug), Field(json_schema_extra={"pattern": SLUG})]
"""An id: it stands in addresses, so it has the form of one."""

Model = TypeVar("Model", bound=BaseModel)


@dataclass(frozen=True)
class Entry(Generic[Model]):
    """One entry with the record it was read from, so that later checks can name a line."""

    value: Model
    record: Record

    def problem(self, text: str, *path: str | int, rule: str | None = None) -> Problem:
        """Return a problem at the line of a key of this entry; the rule is the key, unless one is named."""
        record = self.record
        return problem(record.file, record.line(*path), rule or rule_of((*record.within, *path)), text)


def read_entries(
    source: str | bytes, model: type[Model], *, file: str, id_key: str
) -> tuple[tuple[Entry[Model], ...], list[Problem]]:
    """Return each entry of a YAML list that fits the model, and a problem for each other one and each id used twice."""
    whole, problems = read_yaml(source, file=file)
    if whole is None:
        return (), problems
    if whole.data == {}:
        return (), []
    if not isinstance(whole.data, list):
        return (), [problem(file, whole.line(), "data", "expected a list: each entry starts with a dash.")]
    entries: dict[str, Entry[Model]] = {}
    for record in _split(whole):
        value, found = check(record, model)
        problems += found
        if value is None:
            continue
        name = str(getattr(value, id_key))
        if name in entries:
            first = entries[name].record.line(id_key)
            again = f'"{name}" is already used on line {first}, expected an id of its own. Rename or remove one.'
            problems.append(problem(file, record.line(id_key), "id-twice", again))
            continue
        entries[name] = Entry(value, record)
    return tuple(entries.values()), sorted(problems)


def _split(whole: Record) -> Iterator[Record]:
    """Yield one record for each item of a list, with paths that start at the item."""
    lines: list[dict[Path, int]] = [{} for _ in whole.data]
    for path, line in whole.lines.items():
        if path and isinstance(path[0], int):
            lines[path[0]][path[1:]] = line
    for item, marks in zip(whole.data, lines, strict=True):
        yield Record(whole.file, item, marks)
