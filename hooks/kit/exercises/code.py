"""The code of an exercise: a few letters that stand for it in links. Nobody chooses them: they follow from its slug."""

import base64
import hashlib
from collections.abc import Collection

LETTERS = 3


def code_of(slug: str) -> str:
    """Return the code of a slug: small letters and the digits 2 to 7."""
    return base64.b32encode(hashlib.sha256(slug.encode()).digest()).decode().lower()[:LETTERS]


def of_one_code(slugs: Collection[str]) -> list[tuple[str, str]]:
    """Return each slug whose code another one before it has, with that other."""
    first: dict[str, str] = {}
    return [(slug, first[code_of(slug)]) for slug in sorted(slugs) if first.setdefault(code_of(slug), slug) != slug]
