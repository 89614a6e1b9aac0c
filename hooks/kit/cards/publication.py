"""A publication: the address at which the site is to be found by those who hold it on paper."""

from collections.abc import Mapping, Sequence
from typing import Any


def address(recipes: Sequence[Mapping[str, Any]], *, preview: str | None) -> str:
    """Return the address that the recipe gives; `mkdocs serve` puts that of its own preview in its place.

    `recipes` are the settings as written, the strongest last; without an address there, it is that of the preview.
    """
    return next((url for each in reversed(recipes) if (url := each.get("site_url"))), preview or "")
