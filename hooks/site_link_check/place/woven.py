"""A woven text: a page as its reader got it, snippets put in, with the file and line that each line is from."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Any, TypeAlias

from site_link_check.judge.fault import Place
from site_link_check.read.source import Text

FRONT_MATTER = re.compile(r"\ufeff?---[ \t]*\n.*?\n(?:---|\.\.\.)[ \t]*(?:\n|\Z)\n*", re.DOTALL)
SNIPPET = re.compile(
    r"""^(?P<space>[ \t]*)(?P<off>;*)-+8<-+(?:[ \t]+(?P<mark>["'])(?P<path>[^\n]*)(?P=mark))?[ \t]*$"""
)
SECTION = re.compile(
    r"-+8<-+[ \t]+\[[ \t]*(?P<type>start|end)[ \t]*:[ \t]*(?P<name>[a-z][\w-]*)[ \t]*\]", re.IGNORECASE
)
PATH = re.compile(
    r"(?P<path>.*?)(?::(?P<lines>-?\d*(?::-?\d*)?(?:,-?\d*(?::-?\d*)?)*)|:(?P<section>[a-z][\w-]*))?$", re.IGNORECASE
)
DEEPEST = 20
MARKS = re.compile(r"\{\{.*?\}\}|\{%.*?%\}")
SHORTEST = 6
"""The fewest letters by which a line of a template is known again."""


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a line is from, and how many letters stand before it that are not there; `exact` when it is unchanged."""

    file: str
    line: int
    shift: int = 0
    exact: bool = True


Line: TypeAlias = tuple[str, Origin | None]


class Woven:
    """The lines of a page with their origins; a line that no file holds, since a hook or plugin made it, has none."""

    def __init__(self, lines: Sequence[Line]) -> None:
        """Weave lines into one text."""
        self._origins = [origin for _, origin in lines]
        self.text = "\n".join(line for line, _ in lines)

    def place(self, position: int, length: int = 0) -> Place | None:
        """Return the place of a position of the text in the file that holds it."""
        number = self.text.count("\n", 0, position)
        if (origin := self._origins[number]) is None:
            return None
        column = position - self.text.rfind("\n", 0, position) - origin.shift
        return Place(origin.file, origin.line, column if origin.exact else 0, length if origin.exact else 0)


def woven(text: str, source: Text, snippets: Callable[[str], Text | None], settings: Mapping[str, Any] | None) -> Woven:
    """Return the text of a page with the origin of each line.

    `text` is what was given to the reader, `source` is the file as people wrote it. `settings` are those of the
    extension for snippets, or None where that is not used.
    """
    lines = list(_traced(_normal(text).split("\n"), source))
    if settings is not None:
        for name in settings.get("auto_append") or ():
            lines += [("", None), ("", None), (f'--8<-- "{name}"', None)]
        if any("8<" in line for line, _ in lines):
            lines = list(_with_snippets(lines, snippets, ()))
    return Woven(lines)


def body(text: str) -> str:
    """Return a Markdown text without its front matter, as MkDocs gives it to hooks."""
    text = _normal(text)
    match = FRONT_MATTER.match(text)
    return text[match.end() :] if match else text


def _normal(text: str) -> str:
    return text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")


def _traced(lines: list[str], source: Text) -> Iterator[Line]:
    """Yield the lines of a text with the line of the source from which each came unchanged, or as the only change."""
    written = _normal(source.text).split("\n")
    first = _normal(source.text).count("\n") - body(source.text).count("\n")
    below = written[first:]
    if lines == below:
        yield from ((line, Origin(source.file, first + number)) for number, line in enumerate(lines, 1))
        return
    forms = [(first + number, form) for number, line in enumerate(below, 1) if (form := _form(line)) is not None]
    matcher = SequenceMatcher(None, below, lines, autojunk=False)
    for change, start, end, to_start, to_end in matcher.get_opcodes():
        if change == "equal":
            pairs = zip(range(start, end), lines[to_start:to_end], strict=True)
            yield from ((line, Origin(source.file, first + number + 1)) for number, line in pairs)
        elif change == "replace" and end - start == to_end - to_start == 1:
            yield lines[to_start], Origin(source.file, first + start + 1, exact=False)
        else:
            yield from ((line, _filled(line, forms, source.file)) for line in lines[to_start:to_end])


def _form(line: str) -> re.Pattern[str] | None:
    """Return what a line with the marks of a template can become, if it says enough to be known again."""
    parts = MARKS.split(line)
    if len(parts) < 2 or len("".join("".join(parts).split())) < SHORTEST:  # noqa: PLR2004 one part has no marks
        return None
    return re.compile(".*".join(map(re.escape, parts)))


def _filled(line: str, forms: Iterable[tuple[int, re.Pattern[str]]], file: str) -> Origin | None:
    """Return the one line of a template that can have become a line."""
    found = [number for number, form in forms if form.fullmatch(line)]
    return Origin(file, found[0], exact=False) if len(found) == 1 else None


def _with_snippets(
    lines: Iterable[Line], snippets: Callable[[str], Text | None], above: tuple[str, ...]
) -> Iterator[Line]:
    """Yield lines with those of the files that they include, as the extension for snippets does."""
    in_block = False
    for line, origin in lines:
        match = SNIPPET.match(line)
        if match and match["off"]:
            yield line.replace(";", "", 1), origin
        elif match and match["path"] is not None:
            if not in_block:
                yield from _included(match["path"].strip(), match["space"], snippets, above)
        elif match:
            in_block = not in_block
        elif in_block:
            path = line.strip()
            if path and not path.startswith(";"):
                yield from _included(path, line[: len(line) - len(line.lstrip())], snippets, above)
            elif not path:
                yield "", origin
        elif "8<" not in line or not SECTION.search(line):
            yield line, origin


def _included(path: str, space: str, snippets: Callable[[str], Text | None], above: tuple[str, ...]) -> Iterator[Line]:
    match = PATH.match(path)
    text = snippets(match["path"]) if match and not path.startswith(";") else None
    if match is None or text is None or text.file in above or len(above) > DEEPEST:
        return
    numbered = list(enumerate(_normal(text.text).split("\n"), 1))
    if match["section"]:
        numbered = list(_section(numbered, match["section"]))
    elif match["lines"]:
        numbered = [each for span in match["lines"].split(",") for each in _span(numbered, span)]
    lines: list[Line] = [(line, Origin(text.file, number)) for number, line in numbered]
    for line, origin in _with_snippets(lines, snippets, (*above, text.file)):
        is_own = origin is not None and origin.file == text.file
        shifted = Origin(origin.file, origin.line, origin.shift + len(space), origin.exact) if origin else None
        yield space + line, shifted if is_own or shifted else None


def _section(numbered: Iterable[tuple[int, str]], name: str) -> Iterator[tuple[int, str]]:
    inside = False
    for number, line in numbered:
        match = SECTION.search(line) if "8<" in line else None
        if match and match["name"] == name:
            if match["type"].lower() == "end":
                return
            inside = True
        elif inside and not match:
            yield number, line


def _span(numbered: list[tuple[int, str]], span: str) -> list[tuple[int, str]]:
    """Return the lines that `2:5`, `2:` or `-3:` names."""
    start, _, end = span.partition(":")
    first = int(start) if start and start != "-" else 1
    last = int(end) if end and end != "-" else None
    return numbered[first - 1 if first > 0 else first : last]
