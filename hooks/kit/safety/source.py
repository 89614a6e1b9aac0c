"""The sources: what Markdown makes of a page, and what is wrong in that, each with its line."""

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
MOST_READ = 1_000_000
"""Letters that are read to find the lines of one page's findings: each try reads the page anew, without one line."""


@dataclass(frozen=True)
class Dialect:
    """The Markdown of a site: its extensions by name, and their settings; `key` is the same where those are."""

    extensions: tuple[str, ...]
    key: str
    settings: Mapping[str, Any] = field(compare=False)


def page_problems(body: str, dialect: Dialect, lists: Lists, *, file: str, first_line: int) -> list[Problem]:
    """Return what may not stand in the page that a body makes."""

    def judge(html: str) -> list[Finding]:
        """Leave out a character that stands in the text itself: its line can be seen without Markdown."""
        return [each for each in findings(html, lists) if each.rule != "character" or each.clue not in body]

    found = placed(body, dialect, judge)
    return [problem(file, line and first_line + line - 1, each.rule, each.text) for line, each in found]


@lru_cache(maxsize=1024)
def read(text: str, dialect: Dialect) -> str:
    """Return the HTML that a text makes."""
    return _markdown(dialect).reset().convert(text)


def placed(text: str, dialect: Dialect, judge: Callable[[str], list[Finding]]) -> list[tuple[int, Finding]]:
    """Return what a judge finds in the HTML of a text, each with the line of the text that made it.

    Lines count from 1; 0 means that the line was not found.
    """
    made = read(text, dialect)
    told = Counter(judge(made))
    lines = text.split("\n")
    tried: dict[int, tuple[int, Counter[Finding]]] = {}

    def change_without(number: int, finding: Finding) -> int | None:
        """Return how much of the page is another without a line, if there is less of a finding then."""
        if number not in tried and len(tried) * len(text) < MOST_READ:
            less = _markdown(dialect).reset().convert("\n".join([*lines[:number], "", *lines[number + 1 :]]))
            tried[number] = _changed(made, less), Counter(judge(less))
        change, left = tried.get(number, (0, told))
        return change if left[finding] < told[finding] else None

    close = [_close(html.unescape(line)) for line in lines] if told else []
    found = {(line, each) for each in list(told)[:MOST] for line in _places(close, each, told[each], change_without)}
    return sorted(found, key=lambda each: (each[0], each[1].rule, each[1].text))[:MOST]


@lru_cache(maxsize=1)
def _markdown(dialect: Dialect) -> Markdown:
    return Markdown(extensions=list(dialect.extensions), extension_configs=dict(dialect.settings))


def _places(
    lines: list[str], finding: Finding, count: int, change_without: Callable[[int, Finding], int | None]
) -> list[int]:
    """Return the lines that a finding comes from: those without which there is less of it, and little else changes."""
    clue = _close(finding.clue)
    likely = [number for number, line in enumerate(lines) if clue in line]
    if 0 < len(likely) <= count:
        return [number + 1 for number in likely]
    possible = likely or [number for number, line in enumerate(lines) if line]
    tried = ((change_without(number, finding), number) for number in possible)
    found = sorted((change, number) for change, number in tried if change is not None)
    return [number + 1 for _, number in found[:count]] or [number + 1 for number in likely[:1]] or [0]


def _changed(before: str, after: str) -> int:
    """Return how long the part of a text is outside which it is the same as before."""
    same = _same(before, after)
    return len(before) - same - _same(before[same:][::-1], after[same:][::-1])


def _same(one: str, other: str) -> int:
    """Return how many letters two texts begin with alike."""
    length = min(len(one), len(other))
    return next((place for place in range(length) if one[place] != other[place]), length)


def _close(text: str) -> str:
    """Return a text without case and white space, which may be written in many ways."""
    return "".join(text.casefold().split())
