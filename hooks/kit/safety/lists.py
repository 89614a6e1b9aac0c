"""The lists: which HTML may stand in a page, and where an address may lead. They are those of a sanitiser."""

from dataclasses import dataclass

import nh3
from kit.settings import Safe

EVERYWHERE = frozenset({"class", "dir", "id", "lang", "title"})
"""Attributes of any element: those that the sanitiser lets pass by itself, and two that Markdown writes."""
BY_MARKDOWN = {"details": frozenset({"open"}), "ol": frozenset({"type"})}
OPENED = frozenset({"http", "https", "mailto", "sms", "tel"})
"""What every phone can open; the sanitiser's list has more."""


@dataclass(frozen=True)
class Lists:
    """The elements, and with each the attributes, that may stand in a page, in lower case; the schemes of addresses."""

    elements: frozenset[str]
    attributes: frozenset[tuple[str, str]]
    schemes: frozenset[str]


def lists_of(safe: Safe) -> Lists:
    """Return the sanitiser's lists, with the elements and attributes that the settings add."""
    elements = nh3.ALLOWED_TAGS | safe.html.keys()
    more = (dict.fromkeys(elements, EVERYWHERE), nh3.ALLOWED_ATTRIBUTES, BY_MARKDOWN, safe.html)
    attributes = {(tag, name) for each in more for tag, names in each.items() for name in names}
    return Lists(frozenset(elements), frozenset(attributes), OPENED & nh3.ALLOWED_URL_SCHEMES)
