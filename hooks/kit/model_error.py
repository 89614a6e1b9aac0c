"""An error of a model: what pydantic finds wrong with data, told to those who write the data."""

from collections.abc import Mapping
from typing import Any

from kit.key_path import Path
from kit.problem import counted, did_you_mean, nearest, shortened
from kit.rest import models_at
from pydantic import BaseModel
from pydantic_core import ErrorDetails

ONLY_A_SLIP = 0.75
"""Likeness from which a word of a short list is taken for another: a wilder guess could turn one level into another."""


def path_of(detail: ErrorDetails, data: Any) -> Path:  # noqa: ANN401 data of a record
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


def misspelt(wrong: list[tuple[Path, ErrorDetails]], model: type[BaseModel]) -> frozenset[Path]:
    """Return the keys that are missing because they are misspelt: the other spelling is told with its cure."""
    return frozenset(
        (*path[:-1], near)
        for path, detail in wrong
        if detail["type"] == "extra_forbidden"
        and (near := nearest(str(path[-1]), _field_names(model, path[:-1]))) is not None
    )


def reason(detail: ErrorDetails, path: Path, model: type[BaseModel]) -> str:
    """Return what is wrong with the value at a path, and how to mend it."""
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


def _field_names(model: type[BaseModel], path: Path) -> list[str]:
    """Return the keys that the model allows at a path, sorted, looking through lists, dicts and unions."""
    return sorted({info.alias or name for each in models_at(model, path) for name, info in each.model_fields.items()})
