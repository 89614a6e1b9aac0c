"""Counts in words: one of a thing is told in the singular, by every phrase of data and every message of the code."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from building import ROOT
from kit import yaml_text
from kit.evidence.chart import read_charts
from kit.problem import counted
from kit.record import read_yaml
from site_link_check.problem import counted as counted_in_links

PLURAL = re.compile(r"\{(\w+)\} (?:more )?([a-z]+s)\b")
BEHIND = re.compile(r" (?:more )?([a-z]+s)\b(?!-)")
NO_NOUN = frozenset(
    "address as differs does fails flows has imports is leads names needs says stands uses was".split()  # noqa: SIM905 shorter
)
"""Words that end in s and stand behind a name rather than a number."""
NEVER_ONE = {
    "sets": "one set is not mentioned",
    "times": "one time has a word of its own",
    "letters": "how long a link may be",
    "exercises": "said of many only",
    "patterns": "said of many only",
    "degrees": "the end of a range",
}
"""Nouns behind a number of a phrase that is never one, each with the reason."""
MORE_THAN_ONE = frozenset(
    {
        ("clicks[file]", "clicks"),  # more than the setting, which is 1 at least
        ("count", "digits"),
        ("count", "words"),
        ("doing", "words"),
        ("fault.pages", "pages"),
        ("len(lengths)", "sentences"),
        ("mean", "words"),
        ("self.most", "words"),
        ("twins", "headings"),
        ("whole", "words"),
        ("words", "words"),
        ("key", "versions"),  # easier or harder ones
    }
)
"""Expressions that are more than one where they are told, with the noun behind them."""


def phrases(data: Any) -> Iterator[tuple[str, str]]:  # noqa: ANN401 YAML can be anything
    """Yield each phrase of data that stands for any number, with each noun in the plural behind a blank of it."""
    if isinstance(data, str):
        yield from ((data, match[2]) for match in PLURAL.finditer(data) if match[2] not in NO_NOUN)
    elif isinstance(data, dict):
        for key, value in data.items():
            if not (key == "many" and "one" in data):
                yield from phrases(value)
    elif isinstance(data, list):
        for each in data:
            yield from phrases(each)


@pytest.mark.parametrize("file", sorted([*ROOT.glob("docs/**/*.yml"), *ROOT.glob("tests/**/docs/**/*.yml")]), ids=str)
def test_a_phrase_about_any_number_has_its_singular(file: Path) -> None:
    found = set(phrases(yaml_text.read(file.read_text("utf-8")).data))
    assert {phrase for phrase, noun in found if noun not in NEVER_ONE} == set()


def told(file: Path) -> Iterator[tuple[str, str]]:
    """Yield each expression that the code shows in front of a noun in the plural."""
    for node in ast.walk(ast.parse(file.read_text("utf-8"))):
        if isinstance(node, ast.JoinedStr):
            for value, words in zip(node.values, node.values[1:], strict=False):
                if isinstance(value, ast.FormattedValue) and isinstance(words, ast.Constant):
                    match = BEHIND.match(str(words.value))
                    if match and match[1] not in NO_NOUN:
                        yield ast.unparse(value.value), match[1]


def test_a_message_of_the_code_counts_in_the_singular_too() -> None:
    found = {each for file in (ROOT / "hooks").rglob("*.py") for each in told(file)}
    assert {each for each in found - MORE_THAN_ONE if not each[0].isupper()} == set()
    assert found >= MORE_THAN_ONE


@pytest.mark.parametrize("count", [counted, counted_in_links])
def test_a_number_stands_with_its_noun(count: Any) -> None:  # noqa: ANN401 the same in both packages
    assert [count(number, "page", "pages") for number in (0, 1, 2, 1200)] == [
        "0 pages",
        "1 page",
        "2 pages",
        "1,200 pages",
    ]
    assert [count(angle, "degree", "degrees") for angle in (0.6, 1.4, 1.6)] == ["1 degree", "1 degree", "2 degrees"]


def test_a_key_that_stands_too_far_right_is_told_with_one_space() -> None:
    _, problems = read_yaml("a:\n b: 1\n  c: 2\n", file="x.yml")
    assert [each.text.split(", ")[1] for each in problems] == ["expected 1 space in front"]


def test_a_row_of_a_chart_with_one_mark_is_told_so() -> None:
    chart = "- {id: a, kind: grid, title: T, summary: S, columns: [A, B, C], rows: [{label: Row, marks: [true]}]}\n"
    _, problems = read_charts(chart, file="c.yml")
    assert [each.text for each in problems] == ['"Row" has 1 mark, expected 2.']
