"""What editors are told about the front matter of an exercise, so that they can complete and check it."""

import json
from collections.abc import Iterator, Mapping
from typing import Any, Literal, get_args, get_origin

from kit.exercises.exercise import Exercise
from kit.exercises.vocabulary import FILLED, Vocabulary


def schema(vocabulary: Vocabulary) -> str:
    """Return the JSON Schema of an exercise's front matter, with the words and the keys that a vocabulary asks for."""
    found: dict[str, Any] = {"$schema": "https://json-schema.org/draft/2020-12/schema"}
    found |= Exercise.model_json_schema()
    for name, values, many in _choices(vocabulary):
        _only(_key(found, name), {"items": _words(values), "type": "array"} if many else _words(values))
    if vocabulary.levels:
        _only(_key(found, "level"), {"type": "integer", "minimum": 1, "maximum": len(vocabulary.levels)})
    for key in vocabulary.must:
        _ask_for(found, key)
    return json.dumps(found, indent=2, ensure_ascii=False) + "\n"


def snippets(vocabulary: Vocabulary) -> str:
    """Return VS Code snippets for Markdown: each key of an exercise that has fixed values offers them."""
    found = {
        f"Exercise: {name}": {
            "scope": "markdown",
            "prefix": name,
            "description": f"Exercise: {name}, one of {len(values)}",
            "body": [f"{name}: {'[' if many else ''}${{1|{','.join(values)}|}}{']' if many else ''}"],
        }
        for name, values, many in _choices(vocabulary)
    }
    return json.dumps(found, indent=2, ensure_ascii=False) + "\n"


def _choices(vocabulary: Vocabulary) -> Iterator[tuple[str, tuple[str, ...], bool]]:
    """Yield each key with fixed values, in the order of the model: its name, the values, and whether it is a list."""
    words: Mapping[str, tuple[str, ...]] = {
        "kind": tuple(vocabulary.kinds),
        "position": tuple(vocabulary.positions),
        "surface": tuple(vocabulary.surfaces),
        "equipment": vocabulary.equipment,
        "areas": vocabulary.areas,
        "movements": vocabulary.movements,
        "counted_in": tuple(vocabulary.counts),
    }
    for name, field in Exercise.model_fields.items():
        many = get_origin(field.annotation) is tuple
        if words.get(name):
            yield name, words[name], many
        elif literal := next((each for each in _parts(field.annotation) if get_origin(each) is Literal), None):
            yield name, get_args(literal), many


def _parts(annotation: Any) -> tuple[Any, ...]:  # noqa: ANN401 a type hint can be anything
    """Return a type hint and those that it is put together from."""
    return (annotation, *get_args(annotation))


def _words(values: tuple[str, ...]) -> dict[str, Any]:
    return {"enum": list(values), "type": "string"}


def _key(found: dict[str, Any], name: str) -> dict[str, Any]:
    key: dict[str, Any] = found["properties"][name]
    return key


def _only(key: dict[str, Any], kind: dict[str, Any]) -> None:
    """Let a key hold values of one kind, instead of those or nothing."""
    key.pop("anyOf", None)
    key.update(kind)


def _ask_for(found: dict[str, Any], key: str) -> None:
    """Make a key required, with something in it: one entry or more, where an empty list says nothing."""
    part, name = _INSIDE.get(key, ("", key))
    owner = found["$defs"][part] if part else found
    owner["required"].append(name)
    about = owner["properties"][name]
    about.pop("default", None)
    if "anyOf" in about:
        _only(about, about["anyOf"][0])
    if key in FILLED:
        about["minItems"] = 1


_INSIDE = {"poses": ("Frame", "pose"), "dose.build": ("Dose", "build"), "dose.flare": ("Dose", "flare")}
