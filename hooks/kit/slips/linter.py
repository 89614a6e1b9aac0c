"""The linter: which of its rules matter here, and what each of them says in plain words."""

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from kit.problem import Problem, problem


@dataclass(frozen=True)
class Rule:
    """A rule of the linter: our name of it and what we say; `when` is in those words of the linter that count."""

    name: str
    text: str
    when: str = ""


VERSIONS = "MD092"
"""The rule about two versions that were never made one: until they are, nothing else can be told."""
LIST_INDENT = "a list or a paragraph inside a list needs 4 spaces for each level. With fewer it falls out of the list."
RULES = {
    "MD001": Rule("heading-skipped", "this heading skips a level, expected at most one # more than the heading above."),
    "MD003": Rule(
        "heading-line",
        "the words over a line of - or = become a heading. Leave a blank line between them, or write ## before words.",
    ),
    "MD007": Rule("list-indent", LIST_INDENT),
    "MD018": Rule(
        "heading-space", 'a line that starts with # becomes a heading. Write "## Words", or "\\#" for the sign itself.'
    ),
    "MD025": Rule("heading-title", "a page has one heading with a single #. Write ## before this one."),
    "MD032": Rule("list-blank", "a list needs a blank line above it. Without one it stays part of the sentence."),
    "MD034": Rule("address-bare", "an address by itself is no link. Write [words](address), or <address>."),
    "MD037": Rule("emphasis", 'spaces beside the stars keep these words plain. Write "**words**" without them.'),
    "MD046": Rule(
        "code-unclosed", "this block of code is never closed, so all below it is code. Add ```.", "never closed"
    ),
    "MD056": Rule(
        "table-cells",
        "cells in this row: {0}, expected {1} as in the first row of its table. Put a | between two cells.",
    ),
    "MD058": Rule("table-blank", "a table needs a blank line above it and below it."),
    "MD075": Rule(
        "table-head", "these rows are no table. Expected a first row and a line such as | --- | --- | over them."
    ),
    "MD077": Rule("list-indent", LIST_INDENT),
    "MD083": Rule(
        "letters", "these letters were garbled when the text was copied. Write them anew, and save as UTF-8."
    ),
    "MD086": Rule("comment-unclosed", 'this comment is never closed, so all below it is hidden. Add "-->".'),
    VERSIONS: Rule(
        "two-versions",
        "two versions of this were never made one. Keep one, and take out the lines of <<<<<<<, ======= and >>>>>>>.",
    ),
}
OPTIONS = ('global.flavor="mkdocs"', 'MD003.style="atx"', "MD007.indent=4", 'MD025.front-matter-title=""')


def arguments(files: Sequence[str]) -> list[str]:
    """Return what to call the linter with, so that it reads these files by our rules alone."""
    options = [part for each in OPTIONS for part in ("--config", each)]
    fixed = ["check", "--no-config", "--no-cache", "--no-exclude", "--output-format", "json", "--fail-on", "never"]
    return [*fixed, *options, "--enable", ",".join(RULES), "--", *files]


def linter_problems(said: str, bodies: Mapping[str, tuple[str, int]]) -> list[Problem]:
    """Return what the linter said, as problems; each file comes with our name of it and its first line of Markdown."""
    found: dict[str, set[Problem]] = {}
    torn = set()
    for each in json.loads(said or "[]"):
        file, first_line = bodies.get(each["file"], ("", 0))
        rule, line = RULES.get(each["rule"]), each["line"]
        if not file or rule is None or line < first_line or rule.when not in each["message"]:
            continue
        numbers = re.findall(r"\d+", each["message"])
        new = problem(file, line, rule.name, rule.text.format(*numbers) if "{" in rule.text else rule.text)
        if each["rule"] == VERSIONS:
            torn.add(file)
            found[file] = {new}
        elif file not in torn:
            found.setdefault(file, set()).add(new)
    return sorted(new for problems in found.values() for new in problems)
