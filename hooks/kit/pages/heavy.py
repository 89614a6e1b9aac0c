"""What Python-Markdown would read for minutes, or never to its end: far more of it than people write on a page."""

import re
from collections.abc import Iterator

MOST_UNCLOSED = 100
"""Unclosed marks of one kind in a paragraph: 10,000 take Python-Markdown 20 seconds, 20,000 four times that."""
MOST_LINES = 500
"""Lines without an empty one: 13,000 headings take it a minute, and 1,000 meanings of words end in a traceback."""
MOST_CHARACTERS = 20_000
"""Characters without an empty line: 140,000 of emphasis take the linter 20 seconds."""
MOST_DEEP = 30
"""Lists, boxes and quotes in each other: 200 end in a traceback, less in a page that nobody can read."""
_MARK = re.compile(r"\]\(|[\[\])>]|<[A-Za-z/]|\n[ \t]*(?=\n)")
_OPENS = {"[": "[", "](": "(", "<": "<"}
_CLOSES = {"]": "[", "](": "[", ")": "(", ">": "<"}
_INDENT = re.compile(r"(?:[-+*>:](?=\s)|\d+[.)]|>|\s)+")
_LEVEL = re.compile(r"[-+*>:]|\d+[.)]|\t| {4}")
_RULE = re.compile(r"([-*])(?:[ \t]*\1)+[ \t]*")


def too_heavy(text: str) -> tuple[int, str] | None:
    """Return the line, from 1, of the first thing that is too much for a reader of Markdown, and what it is."""
    return min((each for each in (_unclosed(text), next(_blocks(text), None)) if each), default=None)


def _unclosed(text: str) -> tuple[int, str] | None:
    open_ = dict.fromkeys("[(<", 0)
    for match in _MARK.finditer(text):
        mark = match[0] if match[0][0] != "<" else "<"
        if mark[0] == "\n":  # a paragraph ends; a tag may go on
            open_ |= {"[": 0, "(": 0}
        if (closed := _CLOSES.get(mark)) is not None:
            open_[closed] = max(0, open_[closed] - 1)
        if (opened := _OPENS.get(mark)) is not None:
            open_[opened] += 1
            if open_[opened] > MOST_UNCLOSED:
                told = f"more than {MOST_UNCLOSED} [, ]( or < without their ends, expected each to be closed"
                return text.count("\n", 0, match.start()) + 1, told
    return None


def _blocks(text: str) -> Iterator[tuple[int, str]]:
    lines = characters = 0
    for number, line in enumerate(text.split("\n"), 1):
        if not line.strip():
            lines = characters = 0
            continue
        lines, characters = lines + 1, characters + len(line)
        if lines > MOST_LINES:
            yield number, f"more than {MOST_LINES} lines without an empty one, expected one here and there"
        if characters > MOST_CHARACTERS:
            yield number, f"more than {MOST_CHARACTERS} characters without an empty line, expected shorter paragraphs"
        if (indent := _INDENT.match(line)) and not _RULE.fullmatch(line) and _deep(indent[0]):
            yield number, f"more than {MOST_DEEP} lists, boxes or quotes in each other, expected a few"


def _deep(indent: str) -> bool:
    return len(_LEVEL.findall(indent)) > MOST_DEEP
