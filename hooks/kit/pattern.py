"""Patterns of files in settings: those that fit nothing, and what was meant."""

import posixpath
from collections.abc import Collection, Iterable, Iterator
from fnmatch import fnmatchcase

from kit.problem import did_you_mean

LIKENESS = 0.75
"""How much two patterns have in common where one may be a slip of the other: all of them have a star and a slash."""


def fitting_nothing(
    patterns: Iterable[str], names: Collection[str], *, left_out: Collection[str] = ()
) -> Iterator[tuple[int, str]]:
    """Yield number, from 0, and what is wrong with each pattern that none of the names fits.

    Nothing is said of files that this build does not make: `left_out` are patterns of them.
    """
    for number, pattern in enumerate(patterns):
        if not any(fnmatchcase(name, pattern) for name in (*names, *left_out)) and not any(
            fnmatchcase(pattern, each) for each in left_out
        ):
            yield number, f'no file fits "{pattern}".{did_you_mean(pattern, _patterns(names), likeness=LIKENESS)}'


def _patterns(names: Collection[str]) -> set[str]:
    """Return what people may have meant: a file, all in a folder, or all of a kind."""
    folders = {posixpath.dirname(name) for name in names} - {""}
    return {*names, *(f"{each}/*" for each in folders), *(f"*{posixpath.splitext(name)[1]}" for name in names)}
