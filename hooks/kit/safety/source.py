"""The source of a page: what is wrong in what Markdown makes of it, each with its line."""

import html
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

from kit.problem import Problem, problem
from kit.safety.lists import Lists
from kit.safety.tree import Finding, findings
from markdown import Markdown

MOST = 50
"""Findings of one page that are told: who made more than that on purpose knows."""
MOST_TRIES = 40
"""Lines that are tried for one finding: each try reads the page anew."""


@dataclass(frozen=True)
class Dialect:
    """The Markdown of a site: its extensions by name, and their settings; `key` is the same where those are."""

    extensions: tuple[str, ...]
    key: str
    settings: Mapping[str, Any] = field(compare=False)


@lru_cache(maxsize=4096)
def page_problems(body: str, dialect: Dialect, lists: Lists, *, file: str, first_line: int) -> tuple[Problem, ...]:
    """Return what may not stand in the page that a body makes; a preview keeps it until the page changes."""
    markdown = _markdown(dialect)
    found = judged(body, lambda text: markdown.reset().convert(text), lists)
    return tuple(problem(file, first_line + line - 1, each.rule, each.text) for line, each in found)


def judged(text: str, read: Callable[[str], str], lists: Lists) -> list[tuple[int, Finding]]:
    """Return what may not stand in the page that is read from a text, each with its line in the text, from 1.

    A character that stands in the text itself is not told: its line can be seen without Markdown.
    """
    told = Counter(each for each in findings(read(text), lists) if each.rule != "character" or each.clue not in text)
    lines = text.split("\n")
    found = {
        (line, each)
        for each, count in list(told.items())[:MOST]
        for line in _places(lines, each, count, lambda less: Counter(findings(read(less), lists)))
    }
    return sorted(found, key=lambda each: (each[0], each[1].rule, each[1].text))


@lru_cache(maxsize=1)
def _markdown(dialect: Dialect) -> Markdown:
    return Markdown(extensions=list(dialect.extensions), extension_configs=dict(dialect.settings))


def _places(lines: list[str], finding: Finding, count: int, judge: Callable[[str], Counter[Finding]]) -> list[int]:
    """Return the lines without which there is less of a finding: where it comes from."""
    clue = _close(finding.clue)
    likely = [number for number, line in enumerate(lines) if clue in _close(html.unescape(line))]
    if 0 < len(likely) <= count:
        return [number + 1 for number in likely]
    likely = likely or [number for number, line in enumerate(lines) if line.strip()]
    found: list[int] = []
    for number in likely[:MOST_TRIES]:
        less = [*lines[:number], "", *lines[number + 1 :]]
        if judge("\n".join(less))[finding] < count:
            found.append(number + 1)
        if len(found) == count:
            break
    return found or [likely[0] + 1 if likely else 1]


def _close(text: str) -> str:
    """Return a text without case and white space, which may be written in many ways."""
    return "".join(text.casefold().split())
