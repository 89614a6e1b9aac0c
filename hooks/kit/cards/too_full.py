"""Boxes that are too full: by how many millimetres, and on which line of which file their longest text stands."""

import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from kit.key_path import Path
from kit.problem import Problem, problem
from kit.record import Record

TOO_FULL = "too full|"
"""How the template starts its message when text does not fit."""
FAULT = re.compile(r"(?<=\|)([a-z0-9-]+) ([a-z]+)(?::([a-z_0-9.+]+))? ([\d.]+)")
"""What follows for each box: the card or sheet, the box, the keys of its texts where the box has not all texts of its
kind, and by how many millimetres it is too full."""
TEXTS: Mapping[str, tuple[tuple[str, str], ...]] = {
    "front": (("", "goal+steps+stop_if"),),
    "back": (("", "dose+mistakes+breathing+easier+harder+ask_first"),),
    "signs": (("signs", "short"),),
    "strip": (("words", "checked+cards.ruler+cards.sides"),),
}
"""The texts of a box: the name of a file ("" for that of the card) and keys in it, the parts of a key with dots."""


def refusals(said: Mapping[str, str], *, records: Callable[[str], Record | None]) -> list[Problem]:
    """Return a problem for each box that is too full, and for each document that could not be set otherwise.

    `said` is what the template or Typst said of each document; `records` gives what was read of an exercise by its id,
    of the sheets "plan" and "log", of "signs" and of "words".
    """
    most: dict[tuple[str, str, str], tuple[float, str]] = {}
    problems = []
    for name, message in said.items():
        if not message.startswith(TOO_FULL):
            problems.append(problem(f"cards/{name}.pdf", 0, "typst", message))
        for slug, box, keys, over in FAULT.findall(message):
            most[slug, box, keys] = max(most.get((slug, box, keys), (0.0, "")), (float(over), name))
    for (slug, box, keys), (over, name) in most.items():
        file, line = _longest(slug, box, keys, records) or (f"cards/{name}.pdf", 0)
        text = f"the {box} is {over} mm too full for its box in {name}.pdf. Shorten its longest text."
        problems.append(problem(file, line, f"card.{box}", text))
    return sorted(problems)


def texts_below(data: Any, path: Path) -> Iterator[tuple[str, Path]]:  # noqa: ANN401 data of a record
    """Yield each text in data that lies at a path, with its own path."""
    if isinstance(data, str):
        yield data, path
    elif isinstance(data, Mapping):
        for key, value in data.items():
            yield from texts_below(value, (*path, key))
    elif isinstance(data, list):
        for number, value in enumerate(data):
            yield from texts_below(value, (*path, number))


def _longest(slug: str, box: str, keys: str, records: Callable[[str], Record | None]) -> tuple[str, int] | None:
    """Return the file and line of the longest text that stands in a box."""
    found = []
    for name, listed in (("", keys),) if keys else TEXTS.get(box, ()):
        record = records(name or slug)
        if record is not None:
            found += [(len(text), record, path) for text, path in _texts(record, listed)]
    if not found:
        return None
    _length, record, path = max(found, key=lambda each: each[0])
    return record.file, record.line(*path)


def _texts(record: Record, keys: str) -> Iterator[tuple[str, Path]]:
    """Yield each text under some keys, with its path; in a list of entries, under these keys of each entry."""
    for key in keys.split("+"):
        parts: Path = tuple(int(part) - 1 if part.isdigit() else part for part in key.split("."))
        starts = [(number, *parts) for number in range(len(record.data))] if isinstance(record.data, list) else [parts]
        for start in starts:
            yield from texts_below(_at(record.data, start), start)


def _at(data: Any, path: Path) -> Any:  # noqa: ANN401 data of a record
    for part in path:
        if isinstance(data, Mapping):
            data = data.get(part)
        elif isinstance(data, list) and isinstance(part, int) and part < len(data):
            data = data[part]
        else:
            return None
    return data
