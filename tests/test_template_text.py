"""A text with places for values may name only the values that there are."""

from typing import Annotated

import pytest
from building import ROOT
from kit.cards.log import read_plan
from kit.cards.words import read_words
from kit.record import check, read_yaml
from kit.template_text import only_placeholders
from pydantic import BaseModel


class Cell(BaseModel):
    text: Annotated[str, only_placeholders("days", "minutes")]


EXPECTED = "expected only {days} and {minutes}"


@pytest.mark.parametrize("text", ["{days} times {minutes} minutes", "no place", "{{a}} {days}", "", "{days}{days}"])
def test_a_text_with_known_places_is_taken_and_can_be_filled(text: str) -> None:
    assert Cell(text=text).text.format(days=1, minutes=2) is not None


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("{minute}", f'{EXPECTED}, found {{minute}}. Did you mean "{{minutes}}"?'),
        ("{days!r}", f'{EXPECTED}, found {{days!r}}. Did you mean "{{days}}"?'),
        ("{days:>9}", f'{EXPECTED}, found {{days:>9}}. Did you mean "{{days}}"?'),
        ("{days.real}", f'{EXPECTED}, found {{days.real}}. Did you mean "{{days}}"?'),
        ("{days:{minutes}}", f"{EXPECTED}, found {{days:{{minutes}}}}."),
        ("{0}", f"{EXPECTED}, found {{0}}."),
        ("{}", f"{EXPECTED}, found {{}}."),
        ("{ days }", f'{EXPECTED}, found {{ days }}. Did you mean "{{days}}"?'),
        ("{", f"a brace stands alone, {EXPECTED}. Write {{{{ or }}}} for a brace that is meant."),
        ("a } b", f"a brace stands alone, {EXPECTED}."),
        ("{days", f"a brace stands alone, {EXPECTED}."),
        ("{days!}", f"a brace stands alone, {EXPECTED}."),
    ],
)
def test_every_other_place_is_refused_with_the_known_ones(text: str, message: str) -> None:
    record, _ = read_yaml(f'text: "{text}"', file="a.yml")
    assert record is not None
    value, problems = check(record, Cell)
    assert value is None
    assert [str(each)[: len(message) + 15] for each in problems] == [f"a.yml:1: text: {message}"]


@pytest.mark.parametrize(
    ("good", "bad", "message"),
    [
        (
            "{minutes}",
            "{minute}",
            'walk: expected only {days} and {minutes}, found {minute}. Did you mean "{minutes}"?',
        ),
        ("{brisk}", "{brisk", "part: a brace stands alone, expected only {brisk}."),
    ],
)
def test_the_walking_plan_names_a_misspelt_place_with_its_line(good: str, bad: str, message: str) -> None:
    text = (ROOT / "docs/cards/walking-plan.yml").read_text(encoding="utf-8").replace(good, bad)
    line = text[: text.index(f"{bad} ")].count("\n") + 1
    plan, problems = read_plan(text, ["walking-plan.md"], file="plan.yml")
    assert plan is None
    start = f"plan.yml:{line}: {message}"
    assert [str(each)[: len(start)] for each in problems] == [start]


def test_the_credit_names_a_misspelt_place_with_its_line() -> None:
    text = (ROOT / "docs/cards/words.yml").read_text(encoding="utf-8").replace("{licence}", "{license}")
    line = text[: text.index("{license}")].count("\n") + 1
    words, problems = read_words(text, file="words.yml")
    assert words is None
    assert [(each.line, each.rule) for each in problems] == [(line, "credit")]
    assert problems[0].text == (
        'expected only {version}, {date} and {licence}, found {license}. Did you mean "{licence}"?'
    )
