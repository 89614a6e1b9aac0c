"""What was found in words, kept by the file and by what it was judged by."""

from collections.abc import Mapping, Sequence
from hashlib import sha256

from kit.problem import Problem
from kit.shelf import Shelf, keep, kept

MEMORY = "pages"
"""The name under which what was found is kept."""


def remembered(shelf: Shelf, key: str, texts: Mapping[str, bytes]) -> dict[str, tuple[Problem, ...]]:
    """Return what was found before in each of some files that has not changed since."""
    before = kept(shelf, MEMORY, key)
    known = before if isinstance(before, dict) else {}
    return {
        file: tuple(Problem(file, line, 0, rule, text) for line, rule, text in known[file][1])
        for file, raw in texts.items()
        if file in known and known[file][0] == _print(raw)
    }


def remember(shelf: Shelf, key: str, texts: Mapping[str, bytes], found: Mapping[str, Sequence[Problem]]) -> None:
    """Keep what was found in some files in place of all that was kept before."""
    made = {
        file: [_print(texts[file]), [[each.line, each.rule, each.text] for each in problems]]
        for file, problems in found.items()
    }
    keep(shelf, MEMORY, key, made)


def _print(raw: bytes) -> str:
    return sha256(raw).hexdigest()
