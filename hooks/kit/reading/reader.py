"""A reader: the sources of a guide while it is read, each once, and the problems that came up, by subject."""

import posixpath
import re
from collections.abc import Callable, Iterator, Mapping
from functools import lru_cache
from pathlib import PurePosixPath
from typing import TypeVar

from kit import front_matter
from kit.entry import Entry
from kit.front_matter import FrontMatter
from kit.guide import (
    EXERCISES,
    Sources,
    subject_of,
)
from kit.pages.heavy import too_heavy
from kit.problem import Problem, problem
from kit.questions.faq import INDEX
from pydantic import BaseModel

NAME = re.compile(r"[a-z0-9]+([-_.][a-z0-9]+)*")
"""What the name of a page looks like."""
EMPTY = "this file is empty, expected words or keys and values. Write them, or delete the file."
Value = TypeVar("Value")
Model = TypeVar("Model", bound=BaseModel)


class Reader:
    """The sources of a guide while it is read, and the problems that came up, by subject."""

    def __init__(self, sources: Sources) -> None:
        """Begin with nothing told."""
        self.sources = sources
        self.told: dict[str, list[Problem]] = {}

    def named(self, uri: str) -> str:
        """Return a path as messages have it."""
        return f"{self.sources.docs}/{uri}"

    def keep(self, subject: str, read: tuple[Value, list[Problem]]) -> Value:
        """Return what was read, and keep its problems."""
        self.told.setdefault(subject, []).extend(read[1])
        return read[0]

    def data(
        self, subject: str, uri: str, read: Callable[..., tuple[Value | None, list[Problem]]], *more: object
    ) -> Value | None:
        """Return what a data file holds, or None where there is none that can be read."""
        raw = self.sources.texts.get(uri)
        if raw is None or self.is_empty(subject, uri):
            return None
        return self.keep(subject, read(raw, *more, file=self.named(uri)))

    def is_empty(self, subject: str, uri: str) -> bool:
        """Return whether there is a file with nothing in it, and keep that as a problem."""
        if (raw := self.sources.texts.get(uri)) is None or raw.strip():
            return False
        self.keep(subject, (None, [problem(self.named(uri), 1, "empty", EMPTY)]))
        return True

    def entries(
        self, subject: str, uri: str, read: Callable[..., tuple[tuple[Entry[Model], ...], list[Problem]]], *more: object
    ) -> tuple[Model, ...]:
        """Return the entries of a data file; none where there is no such file."""
        raw = self.sources.texts.get(uri)
        empty = raw is None or self.is_empty(subject, uri)
        found = () if raw is None or empty else self.keep(subject, read(raw, *more, file=self.named(uri)))
        return tuple(entry.value for entry in found)

    @property
    def faulty(self) -> frozenset[str]:
        """The files in which something is wrong, by path."""
        place = f"{self.sources.docs}/"
        return frozenset(each.file.removeprefix(place) for found in self.told.values() for each in found)

    def matters(self) -> Mapping[str, FrontMatter]:
        """Return the front matter of each page that can be read, by path; each file is read once."""
        found: dict[str, FrontMatter] = {}
        for uri in self.sources.addresses:
            raw = self.sources.texts.get(uri)
            if raw is None:
                continue
            misnamed = list(_misnamed(uri, self.named(uri)))
            self.keep(subject_of(uri), (None, misnamed))
            if misnamed or self.is_empty(subject_of(uri), uri):
                continue
            matter, problems = _matter(raw, self.named(uri))
            self.keep(subject_of(uri), (None, list(problems)))
            if matter is not None:
                found[uri] = matter
        for uri, reason in self.sources.unread.items():
            self.keep(
                subject_of(uri),
                (None, [problem(self.named(uri), 0, "file", f"{reason} Take the file out or mend it.")]),
            )
        return found

    def in_folder(self, folder: str, matters: Mapping[str, FrontMatter]) -> Mapping[str, FrontMatter | None]:
        """Return the front matter of the pages of a folder of data, but its index, by name; None for a faulty one."""
        paths = {PurePosixPath(uri) for uri in self.sources.addresses}
        return {
            path.name: matters.get(str(path))
            for path in sorted(paths)
            if str(path.parent) == folder and path.name != INDEX
        }


def matter_of(raw: bytes, file: str) -> FrontMatter | None:
    """Return the front matter of a page, or None where it cannot be read, which the reader tells."""
    return _matter(raw, file)[0]


@lru_cache(maxsize=4096)
def _matter(raw: bytes, file: str) -> tuple[FrontMatter | None, tuple[Problem, ...]]:
    """Read a page; a preview keeps it until the page changes."""
    matter, problems = front_matter.read(raw, file=file)
    if matter is not None and (heavy := too_heavy(matter.body)) is not None:
        line, told = heavy
        text = f"{told}: Markdown would take minutes."
        return None, (problem(file, matter.body_line + line - 1, "heavy", text),)
    return matter, tuple(problems)


def _misnamed(uri: str, file: str) -> Iterator[Problem]:
    """Yield a problem for a page whose name cannot be an address; exercises tell it themselves.

    A name with characters that nobody sees is not said here: it would not look like what it is.
    """
    name = PurePosixPath(uri).stem
    if NAME.fullmatch(name) or posixpath.dirname(uri) == EXERCISES or name == "README" or not name.isprintable():
        return
    better = "-".join(re.findall(r"[a-z0-9]+", name.casefold()))
    expected = f', such as "{better}.md"' if better else ""
    text = f'"{name}.md" cannot be an address. Rename the file: small letters, digits and hyphens only{expected}.'
    yield problem(file, 1, "file-name", text)
