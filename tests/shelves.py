"""A shelf for tests: what a folder does, in memory."""

from collections.abc import Mapping


class Pile:
    """Keeps results by name, and remembers which were put on it."""

    def __init__(self, content: Mapping[str, bytes] | None = None) -> None:
        self.content = dict(content or {})
        self.put_down: list[str] = []

    def get(self, name: str) -> bytes | None:
        return self.content.get(name)

    def put(self, name: str, content: bytes) -> None:
        self.content[name] = content
        self.put_down.append(name)

    def clear(self, keep: frozenset[str]) -> None:
        self.content = {name: content for name, content in self.content.items() if name in keep}
