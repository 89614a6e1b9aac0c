"""Entries: a YAML list of records that each have an id, as the data files of the ledger hold them."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Generic, TypeVar

from kit.problem import Problem, problem
from kit.record import Path, Record, check, read_yaml
from pydantic import BaseModel

SLUG = r"^[a-z0-9]+(-[a-z0-9]+)*$"
Model = TypeVar("Model", bound=BaseModel)


@dataclass(frozen=True)
class Entry(Generic[Model]):
    """One entry of a data file, with the record it was read from, so that later checks can name a line."""

    value: Model
    record: Record

    def problem(self, rule: str, text: str, *path: str | int) -> Problem:
        """Return a problem at the line of a key of this entry."""
        return problem(self.record.file, self.record.line(*path), rule, text)


def read_entries(
    source: str | bytes, model: type[Model], *, file: str, id_key: str
) -> tuple[tuple[Entry[Model], ...], list[Problem]]:
    """Return each entry of a YAML list that fits the model, and a problem for each other one and each id used twice."""
    try:
        text = source.decode("utf-8-sig") if isinstance(source, bytes) else source
    except UnicodeDecodeError as error:
        line = error.object.count(b"\n", 0, error.start) + 1
        return (), [problem(file, line, "encoding", "this is not UTF-8 text. Save the file as UTF-8.")]
    whole, problems = read_yaml(text, file=file)
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
