"""A record: YAML read together with the line of each of its keys, and checked against a pydantic model."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Annotated, Any, TypeVar

from kit import yaml_fault, yaml_text
from kit.key_path import Path, rule_of
from kit.model_error import misspelt, path_of, reason
from kit.problem import Problem, counted, one_line, problem, shortened
from kit.rest import rest_of, rules_broken
from kit.text import plain, read_text
from pydantic import AfterValidator, BaseModel, Field, ValidationError
from pydantic_core import ErrorDetails

Day = Annotated[dt.date, Field(ge=dt.date(2000, 1, 1), lt=dt.date(2100, 1, 1))]
"""A day on which something was checked: one of this century, which every calendar and archive can hold."""


def _once(values: Sequence[str]) -> Sequence[str]:
    if twice := dict.fromkeys(each for each in values if values.count(each) > 1):
        raise ValueError(" ".join(f'"{shortened(each)}" is here twice. Keep one of them.' for each in twice))
    return values


Once = AfterValidator(_once)
"""Marks a list of names, in which each may stand once."""
Model = TypeVar("Model", bound=BaseModel)

LARGEST_BYTES = 512 * 1024
"""More than any data file of a site that people edit by hand; a bigger one is a mistake."""

MOST_PROBLEMS = 100
"""Problems told about one record: more are of one cause, and nobody reads them."""


@dataclass(frozen=True)
class Record:
    """Plain data from YAML, the file it came from and the line (from 1) of each key or list item.

    `within` is the path of the data in its file, which rules start with: `extra` for the settings in mkdocs.yml.
    """

    file: str
    data: Any
    lines: Mapping[Path, int] = field(default_factory=dict)
    within: Path = ()

    def line(self, *path: str | int) -> int:
        """Return the line of the nearest known ancestor of a path (the first line of the record when none is)."""
        for end in range(len(path), -1, -1):
            if path[:end] in self.lines:
                return self.lines[path[:end]]
        return 1


def read_yaml(source: str | bytes, *, file: str, first_line: int = 1) -> tuple[Record | None, list[Problem]]:
    """Return the record in one YAML text, or None with every problem that keeps it from being read.

    `first_line` is the line of the file on which the text starts. An empty text gives a record of no keys.
    """
    text, problems = read_text(source, file=file, first_line=first_line)
    if text is None:
        return None, problems
    if (size := len(text.encode())) > LARGEST_BYTES:
        message = f"{size // 1024} kB of data, expected at most {LARGEST_BYTES // 1024} kB."
        return None, [problem(file, first_line, "yaml", message)]
    reading = yaml_text.read(text)
    above = first_line - 1
    if reading.faults:
        refused = [
            problem(file, each.line + above, rule_of(each.path) or "yaml", one_line(each.text))
            for each in sorted(reading.faults, key=lambda each: each.line)[:MOST_PROBLEMS]
        ]
        return None, [*sorted(refused), *_untold(len(reading.faults), refused)]
    lines = {path: line + above for path, line in reading.lines.items()}
    return Record(file, {} if reading.data is None else reading.data, lines or {(): first_line}), []


def lines_in(text: str, *, file: str, path: Path, data: Any) -> Record:  # noqa: ANN401 what a program read from a file
    """Return a record of data that another program read from a YAML text, with the lines of the keys under one path.

    The text may hold tags of that program. Where the text says nothing about the path, no line is known.
    """
    lines = yaml_text.read(plain(text)).lines
    own = {each[len(path) :]: line for each, line in lines.items() if each[: len(path)] == path}
    return Record(file, data, own or {(): 0}, path)


def twice_in(text: str, *, file: str) -> list[Problem]:
    """Return a problem for each key that is twice in a YAML text which another program reads, with tags of its own."""
    return [
        problem(file, each.line, rule_of(each.path), each.text)
        for each in yaml_text.read(plain(text)).faults
        if each.text == yaml_fault.TWICE and each.path[-1] != "<<"  # the keys of several others may be taken over
    ]


def check(record: Record, model: type[Model]) -> tuple[Model | None, list[Problem]]:
    """Return the model that the record holds, or None with one problem for each key that is wrong."""
    try:
        return model.model_validate(record.data), []
    except ValidationError as error:
        details = error.errors(include_url=False)
    holding = {detail["loc"][:end] for detail in details for end in range(len(detail["loc"]))}
    wrong = [
        (path_of(detail, record.data), detail)
        for detail in details
        if detail["type"] != "too_short" or detail["loc"] not in holding  # else wrong entries were not counted
    ]
    meant = misspelt(wrong, model)
    wrong = [each for each in wrong if each[1]["type"] != "missing" or each[0] not in meant]
    wrong += [
        (path, ErrorDetails(type="value_error", loc=path, msg="", input=None, ctx={"error": error}))
        for path, error in rules_broken(model, record.data, {path for path, _ in wrong})
    ]
    wrong.sort(key=lambda each: record.line(*each[0]))
    told = [_explain(detail, path, record, model) for path, detail in wrong[:MOST_PROBLEMS]]
    return None, [*sorted({*told}), *_untold(len(wrong), told)]


def rest(record: Record, model: type[Model]) -> Model | None:
    """Return what is right in a record of which not all is: an attribute that is wrong is not there.

    None where nothing is, since the record holds no keys.
    """
    if not isinstance(record.data, Mapping):
        return None
    try:
        return model.model_validate(record.data)
    except ValidationError as error:
        paths = [path_of(detail, record.data) for detail in error.errors(include_url=False)]
    return rest_of(model, record.data, {str(path[0]) for path in paths if path})


def _untold(count: int, told: list[Problem]) -> list[Problem]:
    """Return a last problem that says how many more there are than those told."""
    if count == len(told):
        return []
    return [
        problem(
            told[-1].file,
            told[-1].line,
            "more",
            f"{counted(count - len(told), 'more problem follows', 'more problems follow')}. Mend these first.",
        )
    ]


def _explain(detail: ErrorDetails, path: Path, record: Record, model: type[BaseModel]) -> Problem:
    rule = rule_of((*record.within, *path)) or "data"
    return problem(record.file, record.line(*path), rule, one_line(reason(detail, path, model)))
