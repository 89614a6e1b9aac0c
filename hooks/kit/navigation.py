"""The navigation of mkdocs.yml as plain data, with pages added that a build makes or finds."""

from typing import Any

Nav = list[Any]
"""A list of `uri`, `{title: uri}` or `{title: Nav}`, as mkdocs.yml has it."""


def with_children(nav: Nav, index: str, children: Nav) -> Nav:
    """Return the navigation in which the entry for the page `index` is a section of that page and `children`."""
    return [_grown(item, index, children) for item in nav]


def _grown(item: Any, index: str, children: Nav) -> Any:  # noqa: ANN401 YAML has no narrower type
    if not isinstance(item, dict):
        return item
    ((title, value),) = item.items()
    if value == index:
        return {title: [index, *children]}
    if isinstance(value, list) and index in value:
        return {title: [*value, *children]}
    return {title: with_children(value, index, children)} if isinstance(value, list) else item
