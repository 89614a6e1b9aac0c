"""The code of an exercise: a few letters that stand for it in links. Nobody chooses them: they follow from its slug.

The page makes them too (docs/assets/javascripts/studio/link/code.js); a test compares the two.
"""

from collections.abc import Collection, Mapping
from pathlib import PurePosixPath

LETTERS = "abcdefghijkmnpqrstuvwxyz23456789"


def code_of(slug: str) -> str:
    """Return the code of a slug: three letters, from its hash (FNV-1a, 32 bits)."""
    value = 0x811C9DC5
    for byte in slug.encode():
        value = (value ^ byte) * 0x01000193 % 2**32
    value ^= value >> 15
    return "".join(LETTERS[value >> shift & 31] for shift in (10, 5, 0))


def of_one_code(slugs: Collection[str]) -> list[tuple[str, str]]:
    """Return each slug whose code another one before it has, with that other."""
    first: dict[str, str] = {}
    return [(slug, first[code_of(slug)]) for slug in sorted(slugs) if first.setdefault(code_of(slug), slug) != slug]


def former_slugs(moved: Mapping[str, str], folder: str) -> dict[str, str]:
    """Return the slug of today for each that an exercise once had, from the pages that moved within their folder."""
    paths = [(PurePosixPath(old), PurePosixPath(new)) for old, new in moved.items()]
    return {old.stem: new.stem for old, new in paths if str(old.parent) == str(new.parent) == folder}
