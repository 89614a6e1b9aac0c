"""A path of keys: where a value stands in data, and how people say it."""

from kit.problem import one_line, shortened

Path = tuple[str | int, ...]
"""The keys, and the indexes from 0 of list items, that lead to a value."""


def rule_of(path: Path) -> str:
    """Return the name of a key as people say it, counted from 1: `steps.2.do`."""
    return ".".join(str(part + 1) if isinstance(part, int) else shortened(one_line(part)) for part in path)
