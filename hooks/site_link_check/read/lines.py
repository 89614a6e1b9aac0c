"""Lines of YAML: the data in a text, and the line on which each key and list item stands."""

import re
from collections.abc import Callable, Iterator, Mapping
from functools import partial
from typing import Any, TypeAlias

import yaml

Path: TypeAlias = tuple[str | int, ...]
Lines: TypeAlias = Callable[[], dict[Path, int]]
LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
FRONT_MATTER = re.compile(r"\ufeff?---[ \t]*\n(?P<yaml>.*?)^(?:---|\.\.\.)[ \t]*$", re.DOTALL | re.MULTILINE)


def lines_of(text: str, *, first: int = 1) -> dict[Path, int]:
    """Return the line of each key and item of a YAML text, whatever its tags; nothing when it cannot be read."""
    try:
        node = yaml.compose(text, Loader=LOADER)
        return {path: line + first for path, line in _marks(node, (), set())} if node else {}
    except (yaml.YAMLError, RecursionError):
        return {}


def nearest(lines: Mapping[Path, int], path: Path) -> int:
    """Return the line of a key, or of the nearest one around it whose line is known, or 0."""
    return next((lines[path[:end]] for end in range(len(path), -1, -1) if path[:end] in lines), 0)


def front_matter(text: str) -> tuple[Any, Lines]:
    """Return the data at the top of a Markdown file, nothing when there is none that can be read.

    With it comes what looks its lines up, since they are needed only where something is wrong.
    """
    match = FRONT_MATTER.match(text.replace("\r\n", "\n"))
    if match is None:
        return None, dict
    try:
        data = yaml.load(match["yaml"], Loader=LOADER)  # noqa: S506 the safe one, in C where there is C
    except (yaml.YAMLError, ValueError, TypeError, LookupError, AttributeError, RecursionError):
        return None, dict
    return data, partial(lines_of, match["yaml"], first=2)


def _marks(node: yaml.Node, path: Path, seen: set[int]) -> Iterator[tuple[Path, int]]:
    yield path, node.start_mark.line
    if id(node) in seen:
        return
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            if isinstance(key.value, str):
                yield from _marks(value, (*path, key.value), seen | {id(node)})
                yield (*path, key.value), key.start_mark.line
    elif isinstance(node, yaml.SequenceNode):
        for number, item in enumerate(node.value):
            yield from _marks(item, (*path, number), seen | {id(node)})
