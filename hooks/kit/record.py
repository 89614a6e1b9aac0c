"""A record: YAML read together with the line of each of its keys, and checked against a pydantic model."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, TypeVar

import yaml
from kit.problem import Problem, did_you_mean, problem
from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

Path = tuple[str | int, ...]
Model = TypeVar("Model", bound=BaseModel)

LARGEST_BYTES = 512 * 1024
"""More than any data file of a site that people edit by hand; a bigger one is a mistake."""


@dataclass(frozen=True)
class Record:
    """Plain data from YAML, the file it came from and the line (from 1) of each key or list item."""

    file: str
    data: Any
    lines: Mapping[Path, int] = field(default_factory=dict)

    def line(self, *path: str | int) -> int:
        """Return the line of the nearest known ancestor of a path (the first line of the record when none is)."""
        for end in range(len(path), -1, -1):
            if path[:end] in self.lines:
                return self.lines[path[:end]]
        return 1


def read_yaml(text: str, *, file: str, first_line: int = 1) -> tuple[Record | None, list[Problem]]:
    """Return the record in one YAML text, or None with every problem that keeps it from being read.

    `first_line` is the line of the file on which the text starts.
    """
    if len(text.encode()) > LARGEST_BYTES:
        size = len(text.encode()) // 1024
        return None, [
            problem(file, first_line, "yaml", f"{size} kB of data, expected at most {LARGEST_BYTES // 1024} kB.")
        ]
    loader = yaml.CSafeLoader(text)
    try:
        node = loader.get_single_node()
        if node is None:
            return Record(file, {}, {(): first_line}), []
        problems = list(_refused(node, file, first_line))
        if problems:
            return None, problems
        lines = {path: mark + first_line for path, mark in _marks(node, ())}
        return Record(file, loader.construct_document(node), lines), []
    except (yaml.MarkedYAMLError, yaml.reader.ReaderError, ValueError) as error:
        return None, [_unreadable(error, text, file, first_line)]
    finally:
        loader.dispose()


def check(record: Record, model: type[Model]) -> tuple[Model | None, list[Problem]]:
    """Return the model that the record holds, or None with one problem for each key that is wrong."""
    try:
        return model.model_validate(record.data), []
    except ValidationError as error:
        details = error.errors(include_url=False)
        return None, sorted({_explain(detail, record, model) for detail in details if not _echoed(detail, details)})


def _refused(node: yaml.Node, file: str, first_line: int, seen: set[int] | None = None) -> Iterator[Problem]:
    """Yield a problem for each duplicate key and each alias: YAML allows both, people mean neither."""
    seen = set() if seen is None else seen
    if id(node) in seen:
        line = node.start_mark.line + first_line
        yield problem(
            file, line, "yaml", "this value is used again through an alias (*name). Write it out twice instead."
        )
        return
    seen.add(id(node))
    if isinstance(node, yaml.MappingNode):
        keys: set[str] = set()
        for key, value in node.value:
            if key.value in keys:
                line = key.start_mark.line + first_line
                yield problem(file, line, str(key.value), "this key is here twice. Keep one of them.")
            keys.add(key.value)
            yield from _refused(value, file, first_line, seen)
    elif isinstance(node, yaml.SequenceNode):
        for item in node.value:
            yield from _refused(item, file, first_line, seen)


def _marks(node: yaml.Node, path: Path) -> Iterator[tuple[Path, int]]:
    yield path, node.start_mark.line
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            inner = (*path, key.value)
            yield from _marks(value, inner)
            yield inner, key.start_mark.line
    elif isinstance(node, yaml.SequenceNode):
        for number, item in enumerate(node.value):
            yield from _marks(item, (*path, number))


def _unreadable(error: Exception, text: str, file: str, first_line: int) -> Problem:
    mark = getattr(error, "problem_mark", None)
    row = mark.line if mark else 0
    line = first_line + row
    reason = str(getattr(error, "problem", None) or getattr(error, "reason", None) or error).strip()
    if text.splitlines()[row : row + 1] and text.splitlines()[row].startswith("\t"):
        return problem(
            file, line, "yaml", "a tab is used for indentation, expected spaces. Replace each tab with two spaces."
        )
    if "another document" in reason or "expected a single document" in str(error):
        return problem(file, line, "yaml", 'a second document starts here ("---"), expected one. Delete this line.')
    if "mapping values are not allowed" in reason:
        return problem(
            file, line, "yaml", 'a colon stands inside unquoted text. Put the whole text in "double quotes".'
        )
    return problem(
        file,
        line,
        "yaml",
        f"this is not valid YAML ({reason}). Look for a missing quote, bracket or space after a colon.",
    )


def _echoed(detail: ErrorDetails, details: list[ErrorDetails]) -> bool:
    """Return whether a list is called too short only because its wrong entries were left out of the count."""
    path = detail["loc"]
    return detail["type"] == "too_short" and any(
        other["loc"][: len(path)] == path and len(other["loc"]) > len(path) for other in details
    )


def _explain(detail: ErrorDetails, record: Record, model: type[BaseModel]) -> Problem:
    path = tuple(part for part in detail["loc"] if part not in {"function-after", "function-before"})
    line = record.line(*path)
    rule = ".".join(str(part + 1) if isinstance(part, int) else str(part) for part in path) or "data"
    return problem(record.file, line, rule, _reason(detail, path, model))


def _reason(detail: ErrorDetails, path: Path, model: type[BaseModel]) -> str:
    kind, context, found = detail["type"], detail.get("ctx", {}), detail["input"]
    if kind == "extra_forbidden":
        names = _field_names(model, path[:-1])
        return f"unknown key, expected one of: {', '.join(sorted(names))}.{did_you_mean(str(path[-1]), names)}"
    if kind in {"literal_error", "enum"}:
        options = str(context["expected"]).replace("'", "")
        words = options.replace(" or ", ", ").split(", ")
        return f"expected {options}, found {_shown(found)}.{did_you_mean(str(found), words)}"
    if kind == "value_error":
        return str(context["error"])
    template = _MESSAGES.get(kind, f"{detail['msg']}, found {{shown}}.")
    length = len(found) if isinstance(found, str | list) else 0
    numbers = {name: f"{value:g}" if isinstance(value, float) else value for name, value in context.items()}
    return template.format(**numbers | {"shown": _shown(found), "length": length})


_NUMBER = "expected a number, found {shown}."
_WHOLE = "expected a whole number, found {shown}."
_SWITCH = "expected true or false, found {shown}."
_LIST = "expected a list, found {shown}."
_KEYS = "expected keys and values, found {shown}."
_DATE = "expected a date such as 2026-11-23, found {shown}."
_MESSAGES = {
    "missing": "this key is missing. Add it.",
    "greater_than_equal": "expected {ge} or more, found {shown}.",
    "less_than_equal": "expected {le} or less, found {shown}.",
    "greater_than": "expected more than {gt}, found {shown}.",
    "less_than": "expected less than {lt}, found {shown}.",
    "string_too_long": "expected at most {max_length} characters, found {length}: {shown}.",
    "string_too_short": "expected {min_length} or more characters, found {length}: {shown}.",
    "string_type": 'expected text, found {shown}. Put it in "double quotes".',
    "string_pattern_mismatch": "{shown} does not have the expected form.",
    "too_short": "expected {min_length} or more entries, found {actual_length}.",
    "too_long": "expected at most {max_length} entries, found {actual_length}.",
    "int_type": _WHOLE,
    "int_parsing": _WHOLE,
    "int_from_float": _WHOLE,
    "float_type": _NUMBER,
    "float_parsing": _NUMBER,
    "bool_type": _SWITCH,
    "bool_parsing": _SWITCH,
    "list_type": _LIST,
    "tuple_type": _LIST,
    "dict_type": _KEYS,
    "model_type": _KEYS,
    "model_attributes_type": _KEYS,
    "date_type": _DATE,
    "date_parsing": _DATE,
    "date_from_datetime_parsing": _DATE,
    "date_from_datetime_inexact": _DATE,
}
LONGEST_SHOWN = 60
"""Characters of a wrong value that a message repeats."""


def _shown(value: object) -> str:
    if isinstance(value, str):
        return f'"{value if len(value) <= LONGEST_SHOWN else value[: LONGEST_SHOWN - 3] + "..."}"'
    if isinstance(value, dict):
        return "keys and values"
    if isinstance(value, list):
        return "a list"
    return "nothing" if value is None else str(value).lower() if isinstance(value, bool) else str(value)


def _field_names(model: type[BaseModel], path: Path) -> set[str]:
    """Return the keys that the model allows at a path, looking through lists, dicts and unions."""
    models = {model}
    for part in path:
        following: set[type[BaseModel]] = set()
        for each in models:
            if isinstance(part, str) and part in each.model_fields:
                following |= set(_models_in(each.model_fields[part].annotation))
        models = following or models
    return {info.alias or name for each in models for name, info in each.model_fields.items()}


def _models_in(annotation: Any) -> Iterator[type[BaseModel]]:  # noqa: ANN401 a type hint can be anything
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for argument in getattr(annotation, "__args__", ()):
        yield from _models_in(argument)


def lines_under(text: str) -> Mapping[Path, int]:
    """Return the line of each key of a YAML text, whatever tags it has; none where it cannot be read."""
    try:
        node = yaml.compose(text, Loader=yaml.CSafeLoader)
    except yaml.YAMLError:
        return {}
    return {path: mark + 1 for path, mark in _marks(node, ())} if node is not None else {}
