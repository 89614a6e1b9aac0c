"""The moving figure of an exercise as plain data, for a page that shows one figure after another."""

import json
from collections.abc import Iterator
from html.parser import HTMLParser
from typing import Any


def moving_view(figure: str) -> dict[str, Any] | None:
    """Return how a figure moves, its drawing, and the paths of its frames, from its HTML; None where there is none."""
    found = _Figure()
    found.feed(figure)
    if not found.moves:
        return None
    return {
        "moves": found.moves,
        "box": found.drawing["viewbox"],
        "look": found.drawing["class"],
        "paths": found.paths,
        **json.loads(found.data),
    }


class _Figure(HTMLParser):
    """Gathers what the first moving figure of a page is made of."""

    def __init__(self) -> None:
        super().__init__()
        self.moves = self.data = ""
        self.drawing: dict[str, str] = {}
        self.paths: list[list[str]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = dict(_given(attrs))
        if tag == "div":
            self.moves = found.get("data-bs-move", "")
        elif tag == "svg":
            self.drawing = found
        elif tag == "path":
            self.paths.append([found.get("class", ""), found["d"]])

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)

    def handle_data(self, data: str) -> None:
        if self.lasttag == "script" and not self.data:
            self.data = data


def _given(attrs: list[tuple[str, str | None]]) -> Iterator[tuple[str, str]]:
    return ((name, value or "") for name, value in attrs)
