"""A shelf: what was drawn in an earlier build, kept under its name until what it was made of changes."""

import json
from collections.abc import Iterable
from hashlib import sha256
from typing import Any, Protocol


class Shelf(Protocol):
    """A folder where results are kept from one build to the next, by name."""

    def get(self, name: str) -> bytes | None:
        """Return what was kept under a name."""

    def put(self, name: str, content: bytes) -> None:
        """Keep something under a name."""

    def clear(self, keep: frozenset[str]) -> None:
        """Drop everything but what has these names."""


def code_key(sources: Iterable[bytes]) -> str:
    """Return a key that changes with any of the source files that draw; how their lines end does not matter."""
    whole = sha256()
    for source in sources:
        whole.update(sha256(source.replace(b"\r\n", b"\n")).digest())
    return whole.hexdigest()


def content_key(*parts: Any) -> str:  # noqa: ANN401 plain data of any depth
    """Return a key that changes with any part of plain data, or with the order of its parts."""
    return sha256(json.dumps(parts).encode()).hexdigest()


def entry(name: str) -> str:
    """Return the name under which the pictures of one exercise or diagram are kept: the newest ones only."""
    return f"{name}.json"


def kept(shelf: Shelf, name: str, key: str) -> Any:  # noqa: ANN401 what was put on the shelf
    """Return what was kept for a name and made of the same as this key says, or None."""
    try:
        found = json.loads(shelf.get(entry(name)) or b"null")
    except ValueError:
        return None
    return found.get("made") if isinstance(found, dict) and found.get("key") == key else None


def keep(shelf: Shelf, name: str, key: str, made: Any) -> None:  # noqa: ANN401 plain data of any depth
    """Keep something made for a name, in place of what was kept for it before."""
    shelf.put(entry(name), json.dumps({"key": key, "made": made}).encode())
