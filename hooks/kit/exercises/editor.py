"""What editors are told about the front matter of an exercise, so that they can complete and check it."""

import json
from collections.abc import Iterator
from typing import Any, Literal, get_args, get_origin

from kit.exercises.exercise import Exercise


def schema() -> str:
    """Return the JSON Schema of an exercise's front matter."""
    found: dict[str, Any] = {"$schema": "https://json-schema.org/draft/2020-12/schema"}
    found |= Exercise.model_json_schema()
    return json.dumps(found, indent=2, ensure_ascii=False) + "\n"


def snippets() -> str:
    """Return VS Code snippets for Markdown: each key of an exercise that has fixed values offers them."""
    found = {
        f"Exercise: {name}": {
            "scope": "markdown",
            "prefix": name,
            "description": f"Exercise: {name}, one of {len(values)}",
            "body": [f"{name}: {'[' if many else ''}${{1|{','.join(values)}|}}{']' if many else ''}"],
        }
        for name, values, many in _choices()
    }
    return json.dumps(found, indent=2, ensure_ascii=False) + "\n"


def _choices() -> Iterator[tuple[str, tuple[str, ...], bool]]:
    """Yield each key with fixed values: its name, the values, and whether it takes a list of them."""
    for name, field in Exercise.model_fields.items():
        many = get_origin(field.annotation) is tuple
        kind = get_args(field.annotation)[0] if many else field.annotation
        if get_origin(kind) is Literal:
            yield name, get_args(kind), many
