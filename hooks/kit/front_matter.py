"""Front matter: the YAML between `---` lines at the top of a Markdown file, and the body under it."""

import re
from dataclasses import dataclass

from kit import yaml_fault
from kit.problem import Problem, problem
from kit.record import Record, read_yaml
from kit.text import read_text

LARGEST_BYTES = 128 * 1024
"""Of a page: some 20,000 words. Twice that takes Python-Markdown four times as long."""
FENCE = re.compile(r"^(---|\.\.\.)[ \t]*$")
KEY = re.compile(r"^[A-Za-z_]+:(\s|$)")


@dataclass(frozen=True)
class FrontMatter:
    """The record at the top of a file, the Markdown under it and the line (from 1) on which that starts."""

    record: Record
    body: str
    body_line: int


def read(raw: bytes, *, file: str) -> tuple[FrontMatter | None, list[Problem]]:
    """Return the front matter and body of one Markdown file, or None with what keeps it from being read.

    A file without front matter gives an empty record.
    """
    if len(raw) > LARGEST_BYTES:
        size = f"the file has {len(raw) // 1024} kB, expected at most {LARGEST_BYTES // 1024} kB."
        return None, [problem(file, 1, "file-size", size)]
    text, problems = read_text(raw, file=file)
    if text is None:
        return None, problems
    lines = text.removesuffix("\n").split("\n")
    if lines[0].rstrip() != "---":
        if _second_document(lines) == 0:
            message = 'keys stand here without a line of hyphens above them, expected "---" on the first line. Add it.'
            return None, [problem(file, 1, "front-matter", message)]
        return FrontMatter(Record(file, {}), text, 1), []
    end = _end(lines)
    if end is None:
        return None, [
            problem(file, 1, "front-matter", 'the opening "---" is never closed, expected a second "---" line.')
        ]
    record, problems = read_yaml("\n".join(lines[1:end]) + "\n", file=file, first_line=2)
    if record is None:
        return None, problems
    if not isinstance(record.data, dict):
        tight = yaml_fault.TIGHT.match(lines[1])
        message = yaml_fault.tight(tight["key"]) if tight else "expected lines of the form `key: value`."
        if yaml_fault.HARD_SPACE.match(lines[1]):
            message = yaml_fault.HARD
        return None, [problem(file, 2, "front-matter", message)]
    body = lines[end + 1 :]
    if (second := _second_document(body)) is not None:
        message = 'a second block of keys starts here, expected one between two "---" lines. Join them.'
        return None, [problem(file, end + 2 + second, "front-matter", message)]
    return FrontMatter(record, "\n".join(body) + "\n", min(end + 2, text.count("\n") + 1)), []


def body_under(raw: bytes) -> tuple[str, int] | None:
    """Return the Markdown under the front matter, whatever that says, and the line on which it starts.

    None for a file that is too large or no text, or whose front matter has no end.
    """
    text = read_text(raw, file="")[0] if len(raw) <= LARGEST_BYTES else None
    lines = (text or "").removesuffix("\n").split("\n")
    end = _end(lines) if lines[0].rstrip() == "---" else -1
    return None if text is None or end is None else ("\n".join(lines[end + 1 :]) + "\n", end + 2)


def _end(lines: list[str]) -> int | None:
    """Return the index of the line that ends the front matter."""
    return next((number for number, line in enumerate(lines[1:], 1) if FENCE.match(line)), None)


def _second_document(body: list[str]) -> int | None:
    """Return the index of the first key of a block that looks like front matter again: keys, then `---`."""
    for number, line in enumerate(body):
        if not line.strip():
            continue
        if not KEY.match(line):
            return None
        rest = body[number:]
        end = next((index for index, text in enumerate(rest) if not text.strip() or FENCE.match(text)), len(rest))
        return number if end < len(rest) and FENCE.match(rest[end]) else None
    return None
