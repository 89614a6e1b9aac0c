"""A record: YAML read together with the line of each of its keys, and checked against a pydantic model."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Annotated, Any, TypeVar

from kit import yaml_text
from kit.problem import Problem, counted, did_you_mean, nearest, problem
from kit.rest import models_at, rest_of, rules_broken
from kit.yaml_text import shortened
from pydantic import BaseModel, Field, ValidationError
from pydantic_core import ErrorDetails

Day = Annotated[dt.date, Field(ge=dt.date(2000, 1, 1), lt=dt.date(2100, 1, 1))]
"""A day on which something was checked: one of this century, which every calendar and archive can hold."""
Path = yaml_text.Path
Model = TypeVar("Model", bound=BaseModel)

LARGEST_BYTES = 512 * 1024
"""More than any data file of a site that people edit by hand; a bigger one is a mistake."""

ONLY_A_SLIP = 0.75
"""Likeness from which a word of a short list is taken for another: a wilder guess could turn one level into another."""

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


def read_text(source: str | bytes, *, file: str, first_line: int = 1) -> tuple[str | None, list[Problem]]:
    """Return a text with plain line ends and without a mark of byte order, or None with why it cannot be read."""
    try:
        text = source.decode() if isinstance(source, bytes) else source
    except UnicodeDecodeError as error:
        line = error.object.count(b"\n", 0, error.start) + first_line
        return None, [problem(file, line, "encoding", "this is not UTF-8 text. Save the file as UTF-8.")]
    text = _plain(text)
    if (unseen := yaml_text.UNSEEN.search(text)) is not None:
        line = text.count("\n", 0, unseen.start()) + first_line
        return None, [problem(file, line, "character", yaml_text.unseen_reason(unseen[0]))]
    return text, []


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
    if reading.refusals:
        refused = [
            problem(file, each.line + above, rule_of(each.path) or "yaml", _one_line(each.text))
            for each in sorted(reading.refusals, key=lambda each: each.line)[:MOST_PROBLEMS]
        ]
        return None, [*sorted(refused), *_untold(len(reading.refusals), refused)]
    lines = {path: line + above for path, line in reading.lines.items()}
    return Record(file, {} if reading.data is None else reading.data, lines or {(): first_line}), []


def lines_in(text: str, *, file: str, path: Path, data: Any) -> Record:  # noqa: ANN401 what a program read from a file
    """Return a record of data that another program read from a YAML text, with the lines of the keys under one path.

    The text may hold tags of that program. Where the text says nothing about the path, no line is known.
    """
    lines = yaml_text.read(_plain(text)).lines
    own = {each[len(path) :]: line for each, line in lines.items() if each[: len(path)] == path}
    return Record(file, data, own or {(): 0}, path)


def check(record: Record, model: type[Model]) -> tuple[Model | None, list[Problem]]:
    """Return the model that the record holds, or None with one problem for each key that is wrong."""
    try:
        return model.model_validate(record.data), []
    except ValidationError as error:
        details = error.errors(include_url=False)
    holding = {detail["loc"][:end] for detail in details for end in range(len(detail["loc"]))}
    wrong = [
        (_path(detail, record.data), detail)
        for detail in details
        if detail["type"] != "too_short" or detail["loc"] not in holding  # else wrong entries were not counted
    ]
    meant = _meant(wrong, model)
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
        paths = [_path(detail, record.data) for detail in error.errors(include_url=False)]
    return rest_of(model, record.data, {str(path[0]) for path in paths if path})


def rule_of(path: Path) -> str:
    """Return the name of a key as people say it, counted from 1: `steps.2.do`."""
    return ".".join(str(part + 1) if isinstance(part, int) else shortened(_one_line(part)) for part in path)


def _plain(text: str) -> str:
    return text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")


def _meant(wrong: list[tuple[Path, ErrorDetails]], model: type[BaseModel]) -> frozenset[Path]:
    """Return the keys that are missing because they are misspelt: the other spelling is told with its cure."""
    return frozenset(
        (*path[:-1], near)
        for path, detail in wrong
        if detail["type"] == "extra_forbidden"
        and (near := nearest(str(path[-1]), _field_names(model, path[:-1]))) is not None
    )


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


def _path(detail: ErrorDetails, data: Any) -> Path:  # noqa: ANN401 data of a record
    """Return where in the data an error is: without the names of models and checks that pydantic puts between."""
    path: list[str | int] = []
    for part in detail["loc"]:
        if isinstance(data, Mapping) and part in data:
            path.append(str(part))
            data = data[part]
        elif isinstance(data, list | tuple) and isinstance(part, int) and part < len(data):
            path.append(part)
            data = data[part]
    if detail["type"] == "missing":
        path.append(detail["loc"][-1])
    return tuple(path)


def _explain(detail: ErrorDetails, path: Path, record: Record, model: type[BaseModel]) -> Problem:
    rule = rule_of((*record.within, *path)) or "data"
    return problem(record.file, record.line(*path), rule, _one_line(_reason(detail, path, model)))


def _reason(detail: ErrorDetails, path: Path, model: type[BaseModel]) -> str:
    kind, context, found = detail["type"], detail.get("ctx", {}), detail["input"]
    if kind == "extra_forbidden":
        names = _field_names(model, path[:-1])
        return f"unknown key, expected one of: {', '.join(names)}.{did_you_mean(shortened(str(path[-1])), names)}"
    if kind in {"literal_error", "enum"}:
        options = str(context["expected"]).replace("'", "")
        words = options.replace(" or ", ", ").split(", ")
        near = did_you_mean(shortened(str(found)), words, likeness=ONLY_A_SLIP)
        return f"expected {options}, found {_shown(found)}.{near}"
    if kind == "value_error":
        return str(context["error"])
    if kind not in _MESSAGES:
        return f"{detail['msg']}, found {_shown(found)}."
    length = len(found) if isinstance(found, str | list) else 0
    numbers = {name: f"{value:g}" if isinstance(value, float) else value for name, value in context.items()}
    most = context.get("max_length", 0)
    counts = {
        "length": length,
        "most_characters": counted(most, "character", "characters"),
        "most_entries": counted(most, "entry", "entries"),
    }
    return _MESSAGES[kind].format(**numbers | counts | {"shown": _shown(found)})


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
    "string_too_long": "expected at most {most_characters}, found {length}: {shown}.",
    "string_too_short": "expected {min_length} or more characters, found {length}: {shown}.",
    "string_type": 'expected text, found {shown}. Put it in "double quotes".',
    "string_pattern_mismatch": "{shown} does not have the expected form.",
    "too_short": "expected {min_length} or more entries, found {actual_length}.",
    "too_long": "expected at most {most_entries}, found {actual_length}.",
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


def _shown(value: object) -> str:
    if isinstance(value, str):
        return f'"{shortened(value)}"'
    if isinstance(value, Mapping):
        return "keys and values"
    if isinstance(value, list | tuple | set):
        return "a list"
    return "nothing" if value is None else str(value).lower() if isinstance(value, bool) else shortened(str(value))


def _one_line(text: str) -> str:
    """Return a text as one line that can be seen: other white space is a space, what has no shape is its number."""
    if text.isprintable():
        return text
    return "".join(each if each.isprintable() else " " if each.isspace() else f"\\u{ord(each):04x}" for each in text)


def _field_names(model: type[BaseModel], path: Path) -> list[str]:
    """Return the keys that the model allows at a path, sorted, looking through lists, dicts and unions."""
    return sorted({info.alias or name for each in models_at(model, path) for name, info in each.model_fields.items()})
